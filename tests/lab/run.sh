#!/usr/bin/env bash
# run.sh BUILD_DIR [CASE…]   The lab ring: the program on the two practice homes. Writes "ok NAME" or "FAILED NAME" a case into
# BUILD_DIR/lab.result. TWINLAN_PRACTICE_ID names the homes; they are left up only with KEEP=1.
# Without a case: all of them, on two pairs of homes side by side, because half of the time is waiting. Of the faults, which take minutes
# each, one a day.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$(cd "$1" && pwd)
shift
export TWINLAN_PRACTICE_ID=${TWINLAN_PRACTICE_ID:-t$$}
result=${LAB_RESULT:-$build/lab.result}

# Each begins with the homes as they arrive, and goes on from what its earlier cases have left.
by_the_wizard=(homes_up the_wizard_joins_the_homes a_second_apply_does_nothing tcp_makes_no_outer_fragments
    each_home_keeps_its_own_router reboot_of_both tailscale_restarts relay_only
    a_third_path_is_found forged_frames_do_not_pass tailscale_goes_away the_filter_is_there_first relay_and_direct_take_turns
    a_changed_range_changes_only_that pi_b_has_a_new_tailscale_address
    undo_gives_the_pis_back a_setup_by_hand_is_left_alone half_a_setup_by_hand_is_taken_over a_setup_by_hand_is_taken_over)
by_the_command_line=(homes_up apply_where_the_policy_admits_gre a_policy_that_no_longer_admits_gre pi_b_is_a_new_one
    undo_gives_the_pis_back both_pis_in_one_home open_sessions_survive_the_switch
    a_networkmanager_pi_is_set_up other_networks_go_on a_firewall_that_would_lock_us_out
    errors_are_typed no_sudo_right a_killed_wizard_goes_on disk_full apt_offline apt_locked
    remove_takes_the_packages_too remove_without_the_other_pi)
# From the snapshots that those have left: of its own pair each.
case $((10#$(date +%j) % 3)) in
0) by_the_wizard+=(a_takeover_that_nobody_confirms) ;;
1) by_the_command_line+=(a_networkmanager_pi_loses_its_power_in_the_switch) ;;
2) by_the_command_line+=(a_fault_of_the_day) ;;
esac
if ((!$#)); then
    pair() { # NUMBER CASE…
        local number=$1
        shift
        LAB_RESULT=$result.$number TWINLAN_PRACTICE_ID=${TWINLAN_PRACTICE_ID:0:6}w$number bash "$0" "$build" "$@" 2>&1 | sed -u "s/^/$number| /"
    }
    pair 1 "${by_the_wizard[@]}" &
    pair 2 "${by_the_command_line[@]}"
    wait
    cat "$result.1" "$result.2" >"$result"
    # A pair that broke off has not tried its last cases.
    [[ $(wc -l <"$result") == $((${#by_the_wizard[@]} + ${#by_the_command_line[@]})) ]] || echo "FAILED all_cases (some were not tried)" >>"$result"
    ! grep -q '^FAILED' "$result"
    exit
fi

work=$(mktemp -d)
: >"$result"
finish() {
    [[ ${KEEP:-} == 1 ]] || "$root/app/practice/practice" down
    rm -rf "$work"
}
trap finish EXIT

# shellcheck source=tests/lab/lib.sh
. "$here/lib.sh"
# shellcheck source=tests/lab/cases.sh
. "$here/cases.sh"
# shellcheck source=tests/lab/errors.sh
. "$here/errors.sh"
# shellcheck source=tests/lab/guard.sh
. "$here/guard.sh"
# shellcheck source=tests/lab/remove.sh
. "$here/remove.sh"
# shellcheck source=tests/lab/reconfigure.sh
. "$here/reconfigure.sh"
# shellcheck source=tests/lab/foreign.sh
. "$here/foreign.sh"
# shellcheck source=tests/lab/networkmanager.sh
. "$here/networkmanager.sh"

for name in "$@"; do
    run_case "case_$name"
    # Without homes there is nothing to try.
    [[ $name == homes_up ]] && ((broken)) && exit 1
done
! grep -q '^FAILED' "$result"
