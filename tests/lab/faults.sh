#!/usr/bin/env bash
# faults.sh BUILD_DIR [all|rest|stale|sample|summary|today|STEP:FAULT:PI…]   The fault matrix: at each step of a setup something goes
# wrong on one Pi. After that, with only the fault's own end, both Pis must answer on their LAN address within 180 s, be either as before
# (byte for byte) or set up, and the next run must finish the job. Two steps are ways back: "rollback", the safety timer of a setup whose
# wizard was killed in the switch, and "remove"; what they say they have done must be so.
#   sample  one cell, another one each day (without a choice)
#   all     every cell: hours
#   summary what tests/lab/faults.tsv says, a row a fault, as in tests/README.md; runs nothing
#   today   how many of its rows are of the scripts of today; runs nothing
#   rest    those that tests/lab/faults.tsv has no good row for yet, so that a matrix may take several evenings
#   stale   those, and those whose row is of older scripts
# Writes a row a cell into BUILD_DIR/faults.tsv, and with RECORD=1 into tests/lab/faults.tsv in place of that cell's old one: step,
# fault, Pi, seconds until Pi A and Pi B answered, what each is then, the next run, seconds until both were joined again after they had
# lost their power once more, ok or FAILED, commit, day, and the checksum of the scripts that ran on the Pis. JOBS=N: so many pairs of homes
# at once.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$(cd "$1" && pwd)
shift
export TWINLAN_PRACTICE_ID=${TWINLAN_PRACTICE_ID:-f$$}
work=$(mktemp -d)
table=$build/faults.tsv
seen=$here/faults.tsv
finish() {
    [[ ${KEEP:-} == 1 ]] || "$root/app/practice/practice" down
    rm -rf "$work"
}
trap finish EXIT
# shellcheck source=tests/lab/lib.sh
. "$here/lib.sh"
# shellcheck source=tests/lab/matrix.sh
. "$here/matrix.sh"
# shellcheck source=tests/lab/cases.sh
. "$here/cases.sh"

steps=(back-up install-packages load-modules choose-carrier stage-files check-next-boot arm-rollback switch-over prove-reachable confirm verify-joined)
faults=(connection wizard asleep power tailscaled wan disk apt-lock clock slow-line)
ways_back=(rollback remove)
disk_faults=(disk refilled read-only power)
scripts=$(scripts_of 11)
header=$'step\tfault\tpi\ta_answers_s\tb_answers_s\ta\tb\tnext_run\tsecond_boot_s\tverdict\tcommit\tday\tscripts'
summary_row() { # FAULT OF WAY_BACK
    awk -F '\t' -v fault="$1" -v of="$2" -v way="$3" -v scripts="$scripts" '
        $2 == fault && (way == "" ? $1 != "rollback" && $1 != "remove" : $1 == way) {
            run++; if ($10 != "ok") bad++
            if ($13 == scripts) today++
            for (i = 4; i <= 5; i++) { if ($i == "never") never = 1; else if ($i > most) most = $i }
            for (i = 6; i <= 7; i++) if ($i == "before") before++; else if ($i == "set-up") up++
        } END {
            printf "| %s | %d of %d | %d | %s | %d / %d | %d |\n", (way == "" ? "" : way ": ") fault, run, of, today,
                (!run ? "–" : never ? "never" : most + 0 " s"), before, up, bad
        }' "$seen"
}
case ${1:-} in
summary)
    trap - EXIT
    rm -rf "$work"
    echo "| Fault | Cells run | With today's scripts | Longest silence of a Pi at home | Ended as before / set up | Not good |"
    echo '|---|---|---|---|---|---|'
    for fault in "${faults[@]}"; do summary_row "$fault" $((2 * ${#steps[@]})) ''; done
    for way in "${ways_back[@]}"; do for fault in "${disk_faults[@]}"; do summary_row "$fault" 2 "$way"; done; done
    exit 0
    ;;
today)
    trap - EXIT
    rm -rf "$work"
    say_today "$seen" cells "$scripts"
    exit 0
    ;;
esac
cells=()
for step in "${steps[@]}"; do for fault in "${faults[@]}"; do for pi in a b; do cells+=("$step:$fault:$pi"); done; done; done
for way in "${ways_back[@]}"; do for fault in "${disk_faults[@]}"; do for pi in a b; do cells+=("$way:$fault:$pi"); done; done; done
case ${1:-sample} in
all) ;;
rest | stale)
    left=() of='.*'
    [[ $1 == rest ]] || of=".*\\t$scripts\$"
    for cell in "${cells[@]}"; do grep -qsP "^${cell//:/\\t}\t.*\tok\t$of" "$seen" || left+=("$cell"); done
    cells=("${left[@]}")
    ;;
sample) cells=("${cells[$(($(date +%j | sed "s/^0*//") * 7 % ${#cells[@]}))]}") ;;
*) cells=("$@") ;;
esac

# Several pairs of homes: each its own process, which takes every Nth cell.
if ((${JOBS:-1} > 1)); then
    jobs=() bad=0
    echo "$header" >"$table"
    for ((job = 0; job < JOBS; job++)); do
        mine=()
        for ((n = job; n < ${#cells[@]}; n += JOBS)); do mine+=("${cells[n]}"); done
        ((${#mine[@]})) || continue
        JOBS=1 TABLE_STARTED=1 TWINLAN_PRACTICE_ID=${TWINLAN_PRACTICE_ID:0:6}j$job bash "$0" "$build" "${mine[@]}" & jobs+=($!)
    done
    for job in "${jobs[@]}"; do wait "$job" || bad=1; done
    rm -rf "$work"
    trap - EXIT
    exit $bad
fi

# Each fault and its end. All but the first three are the practice homes' own.
begin_fault() { # FAULT PI
    case $1 in
    connection) # as when the PC loses its cable: the Pi is not told
        on pc-a nft -f - <<-'EOF'
			table inet cut {
			    chain out { type filter hook output priority 0; tcp dport 22 reject with tcp reset; }
			}
		EOF
        ;;
    wizard) kill -KILL "$(wizard_pid)" ;;
    asleep) sleeper=$(wizard_pid); kill -STOP "$sleeper" ;; # the lid of the PC is closed
    power) "$practice" power "$2" cycle ;;
    tailscaled) pi "$2" 'sudo systemctl stop tailscaled' ;;
    wan) "$practice" wan "$2" cut ;;
    disk) "$practice" disk "$2" full ;;
    refilled) # by something that writes whatever is freed full again
        "$practice" disk "$2" full && pi "$2" 'sudo systemd-run -q --unit=practice-logger sh -c "while :; do cat /dev/zero >>/var/tmp/practice-fill-again; sleep 0.2; done"'
        ;;
    read-only) # as a card does that is worn out
        pi "$2" 'sudo sh -c "sync; echo u >/proc/sysrq-trigger; sleep 1; ! touch /var/lib/probe"'
        ;;
    apt-lock) "$practice" apt-lock "$2" hold ;;
    clock) "$practice" clock "$2" wrong ;;
    slow-line) "$practice" wan "$2" slow=200ms,2% ;;
    esac
}
end_fault() {
    case $1 in
    connection) sleep 5; on pc-a nft delete table inet cut ;;
    asleep) sleep 180; kill -CONT "$sleeper" ;;
    tailscaled) sleep 30; pi "$2" 'sudo systemctl start tailscaled' ;;
    wan) sleep 180; "$practice" wan "$2" ok ;;
    disk) [[ ${3:-} == now ]] || sleep 30; "$practice" disk "$2" ok ;;
    refilled) pi "$2" 'sudo systemctl stop practice-logger'; "$practice" disk "$2" ok ;;
    read-only) "$practice" power "$2" cycle ;;
    apt-lock) sleep 30; "$practice" apt-lock "$2" free ;;
    esac
}

# One of the two states, once no safety timer runs any more: prints "before" or "set-up", or what is wrong.
settled() {
    local state differences
    # Waited for over there: to sign in again and again would keep an emulated Pi busier than the setup does.
    for _ in 1 2 3; do pi "$1" 'timeout 200 sh -c "while test -e /var/lib/twinlan/armed; do sleep 1; done"' && break; done
    # A Pi that is too busy to be asked is asked again: no answer is no state.
    for _ in 1 2 3; do
        state=$(pi "$1" 'sudo sh -s' <<'EOF'
if [ -e /var/lib/twinlan/armed ]; then echo still-armed
elif [ -e /var/lib/twinlan/confirmed ]; then
    if [ -e /sys/class/net/br_lan/brif/eth0 ] && ip -4 addr show dev br_lan | grep -q 'inet 192\.168\.1\.'; then echo set-up; else echo confirmed-but-down; fi
elif [ -e /sys/class/net/br_lan ] || ! ip -4 addr show dev eth0 | grep -q 'inet 192\.168\.1\.'; then echo half
elif [ -e /var/lib/twinlan/original/manifest ]; then echo before-by-manifest
else echo before; fi
EOF
        )
        [[ -z $state ]] || break
    done
    if [[ $state == before-by-manifest ]]; then
        differences=$(manifest_differences "$1" /var/lib/twinlan/original/manifest)
        state=${differences:-before}
    fi
    tr '\n' ' ' <<<"$state" | sed 's/ $//'
}

# Then both Pis lose their power once more: until both have answered and are joined, or what was not so.
second_boot() {
    local since=$SECONDS p
    for p in a b; do "$practice" power $p cycle; done
    for p in a b; do in_time "$(answers_from $p $since)" || { echo "never-$p"; return 1; }; done
    until_ok "$patience" joined >/dev/null || { echo apart; return 1; }
    echo $((SECONDS - since))
}

run_cell() { # STEP FAULT PI
    local step=$1 fault=$2 pi=$3 since a b state_a state_b next=FAILED second=- snapshot=ready verdict=FAILED row
    [[ $step != install-packages ]] || snapshot=loggedin
    # Where the last cell ended well, undoing it gives the same homes in half the time: a restored Pi starts with an emulator that has
    # translated nothing yet.
    { [[ $snapshot == ready && $undoable == yes ]] && twinlan undo; } || "$practice" restore $snapshot || return 1
    undoable=no
    read_status; make_plan
    # shellcheck disable=SC2119 # without options
    start_apply
    until_reached "$step" "$pi" || { echo "  the setup ended before $step"; tail -n 3 "$work/answer"; return 1; }
    since=$SECONDS
    if ! begin_fault "$fault" "$pi" >"$work/fault" 2>&1; then
        echo "  the fault did not happen:"; tail -n 3 "$work/fault"
        wait "$applying"
        return 1
    fi
    # All in the background, so that waiting for one is not taken for the silence of another.
    end_fault "$fault" "$pi" >/dev/null 2>&1 & local ending=$!
    answers_from a $since >"$work/a" & local first=$!
    answers_from b $since >"$work/b"
    wait $first; wait $ending
    a=$(<"$work/a") b=$(<"$work/b")
    wait "$applying"
    state_a=$(settled a) state_b=$(settled b)
    [[ $fault != clock ]] || "$practice" clock "$pi" right
    [[ $fault != slow-line ]] || "$practice" wan "$pi" ok
    twinlan apply >"$work/next" 2>&1 && until_ok 90 joined >/dev/null && next=joined && second=$(second_boot)
    in_time "$a" && in_time "$b" && [[ $second =~ ^[0-9]+$ && $state_a =~ ^(before|set-up)$ && $state_b =~ ^(before|set-up)$ && $next == joined ]] && verdict=ok undoable=yes
    row=$(printf '%s\t' "$step" "$fault" "$pi" "$a" "$b" "$state_a" "$state_b" "$next" "$second" "$verdict" "$commit" "$(date +%F)" "$scripts")
    record "${row%$'\t'}"
    [[ $verdict == ok ]] || { tail -n 4 "$work/answer" "$work/next"; return 1; }
}

# The ways back, on a disk that takes nothing: the fault lasts until they have had their try.
keep_list() { pi "$1" 'sudo sh -c "! test -e /var/lib/twinlan/original/manifest || cp /var/lib/twinlan/original/manifest /root/practice-manifest"'; }
went_back() { # PI   "before" as by the list, which Remove deletes with the rest, or what is wrong
    local state
    state=$(settled "$1")
    [[ $state != before ]] || state=$(manifest_differences "$1" /root/practice-manifest | tr '\n' ' ')
    echo "${state:-before}"
}
run_way_back() { # rollback|remove FAULT PI
    local way=$1 fault=$2 pi=$3 since a b state_a state_b next=FAILED second=- verdict=FAILED row said=0 claims=yes
    "$practice" restore ready || return 1
    read_status; make_plan
    if [[ $way == rollback ]]; then
        # shellcheck disable=SC2119 # without options
        start_apply
        until_reached switch-over "$pi" || { echo "  the setup ended before the switch"; return 1; }
        keep_list "$pi"
        kill -KILL "$(wizard_pid)"
        wait "$applying"
    else
        twinlan apply || return 1
        keep_list a; keep_list b
    fi
    since=$SECONDS
    if [[ $way:$fault == remove:power ]]; then
        # Watched for over there: it takes a few seconds only.
        pi "$pi" 'timeout 170 sh -c "until test -L /var/lib/twinlan/removing; do sleep 0.05; done"' >/dev/null 2>&1 & local watching=$!
        sleep 3
        twinlan undo >"$work/undo" 2>&1 & local undoing=$!
        { wait $watching && begin_fault power "$pi" >"$work/fault" 2>&1; } || { echo "  the fault did not happen in Remove"; return 1; }
        wait $undoing
    elif ! begin_fault "$fault" "$pi" >"$work/fault" 2>&1; then
        echo "  the fault did not happen:"; tail -n 3 "$work/fault"
        return 1
    elif [[ $way == remove ]]; then
        twinlan undo >"$work/undo" 2>&1; said=$?
    else
        # The timer has 120 s, and is then not to disarm what is not back.
        pi "$pi" 'timeout 170 sh -c "while test -e /var/lib/twinlan/armed; do sleep 1; done"'
    fi
    if [[ $fault != power ]]; then
        # What it says now must be so now: on a disk that is full everything is back, on one that is read-only nobody says so.
        if [[ $fault == read-only ]]; then
            if [[ $way == remove ]]; then ((said)) || claims=no; else pi "$pi" test -e /var/lib/twinlan/armed || claims=no; fi
        elif ((said == 0)); then
            [[ $(went_back "$pi") == before ]] || claims=no
        fi
        end_fault "$fault" "$pi" now >/dev/null 2>&1
    fi
    a=$(answers_from a $since) b=$(answers_from b $since)
    if [[ $way == remove ]]; then
        twinlan undo >"$work/next" 2>&1 || claims=no # all of it now, whatever the first one could not
        state_a=$(went_back a) state_b=$(went_back b)
    else
        state_a=$(settled a) state_b=$(settled b)
        [[ $(went_back "$pi") == before ]] || claims=no
    fi
    twinlan apply >"$work/next" 2>&1 && until_ok 90 joined >/dev/null && next=joined && second=$(second_boot)
    in_time "$a" && in_time "$b" && [[ $second =~ ^[0-9]+$ && $claims == yes && $state_a =~ ^(before|set-up)$ && $state_b =~ ^(before|set-up)$ && $next == joined ]] && verdict=ok
    undoable=no
    row=$(printf '%s\t' "$way" "$fault" "$pi" "$a" "$b" "$state_a" "$state_b" "$next" "$second" "$verdict" "$commit" "$(date +%F)" "$scripts")
    record "${row%$'\t'}"
    [[ $verdict == ok ]] || { echo "  what it said was so: $claims"; tail -n 4 "$work/answer" "$work/next"; return 1; }
}
record() { # ROW
    tee -a "$table" <<<"$1"
    record_in "$seen" "$header" "$1"
}

if [[ ${READY:-} == 1 ]]; then "$practice" up; else "$practice" up --os "${LAB_OS:-11}"; fi || exit 1
read_status
if [[ ${READY:-} == 1 ]]; then # the lab ring has left homes with both snapshots
    for snapshot in loggedin ready; do # whose Pis may have other addresses
        "$practice" restore $snapshot || exit 1
        read_status; make_plan
        twinlan check --accept-new-host-key >/dev/null || (($? == 3)) || { echo "the Pis cannot be met"; exit 1; }
    done
else
    login_pi_a || { echo "Pi A does not log in to Tailscale"; exit 1; }
    "$practice" snapshot loggedin || exit 1
    read_status; make_plan
    { twinlan apply --accept-new-host-key && twinlan undo; } || { echo "the first setup failed"; exit 1; }
    # The undo's connection may be at its end still: in a snapshot it would live for ever, and its holder with it.
    for pi in a b; do pi $pi 'sudo rm -f /run/twinlan-holder'; done
    "$practice" snapshot ready || exit 1
fi
[[ ${TABLE_STARTED:-} == 1 ]] || echo "$header" >"$table"
bad=0 undoable=no
for cell in "${cells[@]}"; do
    IFS=: read -r step fault pi <<<"$cell"
    echo "-- $cell"
    case $step in rollback | remove) cell_of=run_way_back ;; *) cell_of=run_cell ;; esac
    $cell_of "$step" "$fault" "$pi" || { echo "   FAILED"; bad=$((bad + 1)); }
done
echo "${#cells[@]} cells, $bad failed; table: $table"
((bad == 0))
