#!/usr/bin/env bash
# run.sh BUILD_DIR [CASE…]   The lab ring: the program on the two practice homes. Writes "ok NAME" or "FAILED NAME" a case into
# BUILD_DIR/lab.result. TWINLAN_PRACTICE_ID names the homes; they are left up only with KEEP=1. LAB_OS: the release of Raspberry Pi OS
# on them (13).
# Without a case: all of them, on two pairs of homes side by side, because half of the time is waiting: one of OS 13, one of OS 11. What
# takes long takes turns, a twelfth of it a day: LAB_TURN=0 to 11 chooses another day's; with LAB_ALL=1 all of it.
# With RECORD=1 each case has its row in cases.tsv beside this. run.sh BUILD_DIR today: which cases have not passed with today's scripts.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$(cd "$1" && pwd)
shift
export TWINLAN_PRACTICE_ID=${TWINLAN_PRACTICE_ID:-t$$}
result=${LAB_RESULT:-$build/lab.result}

# Each begins with the homes as they arrive, and goes on from what its earlier cases have left. A day has at most one thing that takes
# over ten minutes on each pair.
today=${LAB_TURN:-$((10#$(date +%j) % 12))}
turn() { # DAY…   of twelve: 0 to 11
    local day
    [[ ${LAB_ALL:-} != 1 ]] || return 0
    for day; do [[ $day != "$today" ]] || return 0; done
    return 1
}
on_13=(homes_up pi_b_has_a_yaml_of_its_own the_wizard_joins_the_homes a_second_apply_does_nothing tcp_makes_no_outer_fragments
    each_home_keeps_its_own_router)
# On the other two days both boot in something longer.
turn 0 1 2 4 5 6 8 9 10 11 && on_13+=(reboot_of_both)
turn 0 && on_13+=(tailscale_restarts relay_only)
turn 6 && on_13+=(tailscale_goes_away pi_b_has_a_new_tailscale_address)
turn 1 8 && on_13+=(forged_frames_do_not_pass a_third_path_is_found)
turn 5 && on_13+=(relay_and_direct_take_turns)
turn 5 10 && on_13+=(a_changed_range_changes_only_that)
turn 4 && on_13+=(the_filter_is_there_first)
turn 3 && on_13+=(netplan_and_its_like_change_nothing)
turn 9 11 && on_13+=(a_boot_of_the_day)
turn 7 && on_13+=(undo_brings_netplan_back errors_are_typed)
turn 2 && on_13+=(a_yaml_that_asks_for_more_is_refused no_sudo_right)

on_11=(homes_up apply_where_the_policy_admits_gre)
turn 0 && on_11+=(a_policy_that_no_longer_admits_gre)
turn 1 && on_11+=(pi_b_is_a_new_one)
turn 3 6 && on_11+=(a_boot_of_the_day)
on_11+=(undo_gives_the_pis_back)
turn 6 && on_11+=(both_pis_in_one_home)
turn 1 && on_11+=(open_sessions_survive_the_switch)
turn 2 && on_11+=(other_networks_go_on disk_full apt_offline)
turn 7 && on_11+=(a_firewall_that_would_lock_us_out a_killed_wizard_goes_on)
turn 8 && on_11+=(a_networkmanager_pi_is_set_up)
turn 10 && on_11+=(a_networkmanager_pi_loses_its_power_in_the_switch)
turn 3 && on_11+=(a_card_that_udev_renames)
turn 9 && on_11+=(a_way_back_ends_the_boot_guard the_next_boot_is_seen_beforehand)
turn 4 && on_11+=(a_setup_by_hand_is_left_alone half_a_setup_by_hand_is_taken_over)
turn 5 && on_11+=(an_ifupdown_pi_is_set_up)
[[ ${LAB_ALL:-} != 1 ]] || on_11+=(an_ifupdown_pi_loses_its_power_in_the_switch)
turn 11 && on_11+=(a_setup_by_hand_is_taken_over a_takeover_that_nobody_confirms)
turn 4 && on_11+=(a_fault_of_the_day)
turn 0 && on_11+=(apt_locked remove_takes_the_packages_too)
turn 6 && on_11+=(remove_without_the_other_pi)
# shellcheck source=tests/lab/matrix.sh
. "$here/matrix.sh"
seen=$here/cases.tsv
header=$'case\trelease\tseconds\tverdict\tcommit\tday\tscripts'
has_passed() { grep -qs "^$2"$'\t'"$1"$'\t[0-9]*\tok\t.*\t'"$(scripts_of "$1")\$" "$seen"; } # OS CASE
if [[ ${1:-} == today ]]; then
    for name in "${on_13[@]}"; do has_passed 13 "$name" || echo "13 $name"; done
    for name in "${on_11[@]}"; do has_passed 11 "$name" || echo "11 $name"; done
    exit
fi
if ((!$#)); then
    pair() { # NUMBER OS CASE…
        local number=$1 os=$2
        shift 2
        LAB_OS=$os LAB_RESULT=$result.$number TWINLAN_PRACTICE_ID=${TWINLAN_PRACTICE_ID:0:6}w$number bash "$0" "$build" "$@" 2>&1 | sed -u "s/^/$number| /"
    }
    pair 1 13 "${on_13[@]}" &
    pair 2 11 "${on_11[@]}"
    wait
    cat "$result.1" "$result.2" >"$result"
    # A pair that broke off has not tried its last cases.
    [[ $(wc -l <"$result") == $((${#on_13[@]} + ${#on_11[@]})) ]] || echo "FAILED all_cases (some were not tried)" >>"$result"
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
# shellcheck source=tests/lab/ifupdown.sh
. "$here/ifupdown.sh"
# shellcheck source=tests/lab/netplan.sh
. "$here/netplan.sh"
# shellcheck source=tests/lab/nextboot.sh
. "$here/nextboot.sh"

for name in "$@"; do
    run_case "case_$name"
    # Without homes there is nothing to try.
    [[ $name == homes_up ]] && ((broken)) && exit 1
done
! grep -q '^FAILED' "$result"
