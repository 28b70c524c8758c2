#!/usr/bin/env bash
# run.sh BUILD_DIR [frame|join|rerun|outage]...   Measures side by side in one run and prints ratios with the goals beside them. It fails only
# if something could not be measured: a slow day is no bug.
#   frame  first frame and memory of the wizard, beside an empty Qt window
#   join   `twinlan apply` (packages are there already), beside the same commands as one shell script a Pi over OpenSSH, in parallel
#   rerun  `twinlan apply` with nothing to do, beside one `ssh PI true`
#   outage for each release of Raspberry Pi OS: how long each Pi's LAN address is silent while `twinlan apply` switches it, beside the
#          recipe's way, a reboot; and how long `twinlan apply` takes (packages are there already)
# join and rerun are on Raspberry Pi OS 11; SYSTEMS names the releases of outage (11 12 13), SITES the Pis (a b).
# BESIDE=BUILD_DIR: frame, join and rerun also with another commit's program (the same targets, built with the preset release), in turn with
# this one.
# shellcheck disable=SC2015 # what follows && fails only with the message after ||
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$(cd "$1" && pwd)
shift
parts=("$@")
((${#parts[@]})) || parts=(frame join rerun outage)
work=$(mktemp -d)
export TWINLAN_PRACTICE_ID=${TWINLAN_PRACTICE_ID:-b$$}
up='' # the release that the homes have
finish() {
    [[ -n $up && ${KEEP:-} != 1 ]] && "$root/app/practice/practice" down
    rm -rf "$work"
}
trap finish EXIT
fail() { echo "not measured: $*" >&2; exit 1; }
# shellcheck source=tests/lab/lib.sh
. "$root/tests/lab/lib.sh"

bench_frame() {
    python3 "$here/firstframe.py" "$build/tests/bench/twinlan-bench-frame" ${BESIDE:+"$BESIDE/tests/bench/twinlan-bench-frame"}
}

seconds() { # COMMAND…   prints how long it took; its output goes to $work/timed
    local before=$EPOCHREALTIME
    "$@" >"$work/timed" 2>&1 || { tail -n 20 "$work/timed" >&2; return 1; }
    awk -v a="$before" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.2f\n", b - a }'
}
median() { sort -n | awk '{ v[NR] = $1 } END { printf "%.2f\n", NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
compare() { # WHAT OURS THEIRS GOAL
    awk -v what="$1" -v a="$2" -v b="$3" -v goal="$4" 'BEGIN { printf "%-50s %6.2f s beside %6.2f s: %.2f times (goal: %s)\n", what, a, b, a / b, goal }'
}

compare_beside() { # WHAT OURS BEFORE   with BESIDE
    [[ -z ${BESIDE:-} ]] || compare "$1, beside the other commit" "$(tr ' ' '\n' <<<"$2" | median)" "$(tr ' ' '\n' <<<"$3" | median)" "no worse"
}

homes() { # OS   both logged in to Tailscale, packages installed, nothing of ours on the Pis: once for all parts
    [[ $up != "$1" ]] || return 0
    [[ -z $up ]] || "$practice" down
    "$practice" up --os "$1" || fail "the practice homes do not start"
    up=$1
    rm -f "$work/known_hosts" "$work/key" "$work/key.pub"
    read_status
    login_pi_a || fail "Pi A does not log in to Tailscale"
    read_status
    make_plan
    # Both sides sign in with the same key.
    ssh-keygen -q -t ed25519 -N '' -f "$work/key"
    local pi
    for pi in a b; do
        pi $pi 'sudo sh -c "mkdir -p -m 700 ~pi/.ssh && cat >>~pi/.ssh/authorized_keys && chown -R pi: ~pi/.ssh"' <"$work/key.pub" || fail "no key on Pi $pi"
    done
    twinlan apply --accept-new-host-key || fail "the first setup"
    twinlan undo || fail "undo"
    "$practice" snapshot ready || fail "no snapshot"
}
# OpenSSH as a person would use it, with the key exchange that libssh uses too: the newer one costs emulated Pis seconds.
openssh=(ssh -F none -i "$work/key" -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR -o BatchMode=yes
    -o KexAlgorithms=curve25519-sha256)
to_a() { on pc-a "${openssh[@]}" "pi@$lan_a" "$@"; }
to_b() { on pc-a "${openssh[@]}" -o ProxyCommand="${openssh[*]} -W %h:%p pi@$lan_a" "pi@$net_b" "$@"; }
ours() { twinlan apply --key "$work/key"; } # the password is for sudo, where it asks
others() { build=$BESIDE ours; }
# Written to a file first: read from standard input, the script would be eaten by the first program in it that reads that.
by_hand() {
    to_b 'cat >/tmp/setup.sh && sudo sh /tmp/setup.sh </dev/null' <"$work/b.sh" >"$work/hand-b" 2>&1 & local far=$!
    to_a 'cat >/tmp/setup.sh && sudo sh /tmp/setup.sh </dev/null' <"$work/a.sh" >"$work/hand-a" 2>&1 || { tail -n 5 "$work/hand-a"; return 1; }
    wait $far || { tail -n 5 "$work/hand-b"; return 1; }
}

bench_join() {
    local mine=() theirs=() earlier=() time round
    homes 11
    printf 'raspberry\n' | on pc-a env HOME="$work" "$build/tests/bench/twinlan-bench-record" "$work/plan.json" "$work/known_hosts" "$work" pi ||
        fail "the commands could not be recorded"
    for ((round = 0; round < ${ROUNDS:-3}; round++)); do
        "$practice" restore ready && time=$(seconds by_hand) || fail "the script by hand"
        until_ok 30 joined >/dev/null || fail "the script by hand did not join the homes"
        theirs+=("$time")
        "$practice" restore ready && time=$(seconds ours) || fail "twinlan apply"
        mine+=("$time")
        [[ -n ${BESIDE:-} ]] || continue
        "$practice" restore ready && time=$(seconds others) || fail "the other commit's twinlan apply"
        earlier+=("$time")
    done
    compare "time to join, packages there" "$(printf '%s\n' "${mine[@]}" | median)" "$(printf '%s\n' "${theirs[@]}" | median)" "1.25"
    compare_beside "time to join" "${mine[*]}" "${earlier[*]}"
}

bench_rerun() {
    local mine=() theirs=() far=() earlier=() time
    homes 11
    if [[ -n ${BESIDE:-} ]]; then
        others || fail "the other commit's setup"
        for _ in 1 2 3 4 5; do
            time=$(seconds others) || fail "the other commit's twinlan apply"
            [[ $(answered stepsRun) == 0 ]] || fail "the other commit's steps ran: $(answered stepsRun)"
            earlier+=("$time")
        done
    fi
    twinlan apply || fail "the setup"
    for _ in 1 2 3 4 5; do
        time=$(seconds to_a true) || fail "ssh"
        theirs+=("$time")
        time=$(seconds to_b true) || fail "ssh through Pi A"
        far+=("$time")
        time=$(seconds ours) || fail "twinlan apply"
        [[ $(answered stepsRun) == 0 ]] || fail "steps ran: $(answered stepsRun)"
        mine+=("$time")
    done
    compare "apply with nothing to do" "$(printf '%s\n' "${mine[@]}" | median)" "$(printf '%s\n' "${theirs[@]}" | median)" "3 (one ssh PI true)"
    # Both Pis are asked, and the far one is reached through the near one: so is this.
    compare "the same beside ssh to the far Pi" "$(printf '%s\n' "${mine[@]}" | median)" "$(printf '%s\n' "${far[@]}" | median)" "none"
    compare_beside "apply with nothing to do" "${mine[*]}" "${earlier[*]}"
}

# The longest silence of a LAN address, asked ten times a second from a PC of the same home while COMMAND runs and SECONDS after it.
longest_silence() { # SITE ADDRESS SECONDS COMMAND…
    local site=$1 address=$2 after=$3 pinging
    shift 3
    # Not by on(): a function behind & would be a shell of its own, which is deaf to the signal that ends ping.
    "$practice" on "pc-$site" ping -n -D -i 0.1 "$address" >"$work/pings-$site" 2>&1 & pinging=$!
    sleep 2
    "$@" >"$work/timed" 2>&1 || { tail -n 20 "$work/timed" >&2; kill $pinging; return 1; }
    sleep "$after"
    kill -INT $pinging; wait $pinging
    sed -n 's/^\[\([0-9.]*\)\] [0-9]* bytes from.*/\1/p' "$work/pings-$site" |
        awk 'NR > 1 && $1 - last > gap { gap = $1 - last } { last = $1 } END { printf "%.2f\n", gap }'
}
# Without the accuracy systemd may wait a minute longer.
reboot() {
    pi "$1" 'sudo systemd-run -q --on-active=1 --timer-property=AccuracySec=100ms systemctl reboot' && sleep 20 && "$practice" wait-ssh "$1" 240
}
# Right after a boot or a snapshot Tailscale is still looking for its way, and the far Pi would be "not there".
tailscale_carries() { pi a "sudo ping -n -q -c 1 -W 2 -I tailscale0 $net_b"; }

outage_of() { # SITE WHAT
    local address mine theirs time
    address=$lan_a
    [[ $1 == a ]] || address=$lan_b
    "$practice" restore ready || fail "no snapshot"
    until_ok 120 tailscale_carries >/dev/null || fail "Tailscale does not come up"
    mine=$(longest_silence "$1" "$address" 5 timed_apply) || fail "twinlan apply"
    time=$(<"$work/took")
    theirs=$(longest_silence "$1" "$address" 5 reboot "$1") || fail "reboot"
    compare "silence of Pi ${1^^}'s LAN address, $2" "$mine" "$theirs" "0.5 s"
    printf '%-50s %6.2f s\n' "time to join, $2, packages there" "$time"
}
timed_apply() {
    local before=$EPOCHREALTIME
    ours || return 1
    awk -v a="$before" -v b="$EPOCHREALTIME" 'BEGIN { print b - a }' >"$work/took"
}
bench_outage() {
    local os site
    for os in ${SYSTEMS:-11 12 13}; do
        homes "$os"
        for site in ${SITES:-a b}; do outage_of "$site" "OS $os"; done
    done
}

for part in "${parts[@]}"; do "bench_$part" || fail "$part"; done
