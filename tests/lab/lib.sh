# shellcheck shell=bash
# shellcheck disable=SC2154,SC2034,SC2016 # root, work, build, result, seen and header come from run.sh; the addresses go to the cases
# What the cases of the lab ring have in common. A case is a function; it fails when a `must` in it fails.

practice=$root/app/practice/practice
lan_a='' lan_b='' pc_a='' pc_b='' net_b=''
# Seconds that a boot may take until the Pi answers, or the homes are joined again: emulated, beside another pair of homes, on a machine that
# is slower than this one. How soon a real Pi has to be back is boots.sh's to judge.
boot=480

must() { # WHAT COMMAND…   the command's output is shown when it fails
    local what=$1 rc
    shift
    "$@" >"$work/out" 2>&1; rc=$? # not in a subshell: what it finds out stays
    if ((rc)); then
        echo "  not so: $what (exit $rc: $*)"
        tail -n 12 "$work/out" | sed 's/^/      /'
        broken=1
        why+="${why:+; }$what: $(grep . "$work/out" | tail -n 1 | cut -c -200)"
    fi
    return $rc
}
measured() { echo "  measured: $*"; } # for tests/README.md
equal() { [[ $1 == "$2" ]] || { echo "\"$1\" is not \"$2\""; return 1; }; }
at_most() { # A B   both of them numbers
    [[ $1 =~ ^[0-9]+$ && $2 =~ ^[0-9]+$ ]] || { echo "\"$1\" or \"$2\" is no number"; return 1; }
    (($1 <= $2)) || { echo "$1 is more than $2"; return 1; }
}
until_ok() { # SECONDS COMMAND…
    local end=$((SECONDS + $1))
    shift
    until "$@" >/dev/null 2>&1; do ((SECONDS < end)) || { "$@"; return; }; sleep 1; done
}
# holds FILTER   of the JSON on stdin. Not by jq's own exit status: jq 1.6 takes no JSON at all for a yes.
holds() { jq "$1" | grep -qx true; }
on() { "$practice" on "$@"; }
# In the background, as a listener: a function behind & would be a shell of its own, and its end not the end of the command.
listen_on() { "$practice" on "$@" 2>/dev/null & listeners+=($!); }
pi() { "$practice" pi "$@"; }

read_status() {
    local status
    status=$("$practice" status --json) || return 1
    lan_a=$(jq -r .pis.a.lan <<<"$status") lan_b=$(jq -r .pis.b.lan <<<"$status")
    net_b=$(jq -r .pis.b.tailnet <<<"$status")
    pc_a=$(jq -r .pcs.a.address <<<"$status") pc_b=$(jq -r .pcs.b.address <<<"$status")
}

# The wizard proposes them by what it has seen, and a plan with others would be another setup. Empty: the recipe's.
addresses=''
# As the wizard is used: on the PC of home A, which reaches Pi A on the LAN and Pi B through it.
make_plan() {
    local more=''
    [[ -z $addresses ]] || more=", \"addresses\": $addresses"
    cat >"$work/plan.json" <<-EOF
	{ "version": 1, "pis": { "a": { "lanHost": "$lan_a" }, "b": { "tailnetAddress": "$net_b" } }$more }
	EOF
}
# twinlan COMMAND [OPTION…]   the program's headless side; the password is the lab's. What it answers lies in $work/answer.
twinlan() {
    local command=$1
    shift
    printf '%s\n' "${password:-raspberry}" |
        on pc-a env HOME="$work" "$build/app/twinlan" "$command" "$work/plan.json" --json --password-stdin --known-hosts "$work/known_hosts" "$@" >"$work/answer"
    local rc=$?
    ((rc == 0)) || tail -n 5 "$work/answer"
    return $rc
}
wizard_pid() { pgrep -f "^$build/app/twinlan apply $work/plan.json" | head -n 1; }
# The wizard in the background; what it says lies in $work/answer.
start_apply() { # [OPTION…]
    : >"$work/answer" # before it starts: what the last cell's run said is not this one's
    twinlan apply "$@" >"$work/background" 2>&1 &
    applying=$!
}
is_over() { ! kill -0 "$applying" 2>/dev/null; }
until_reached() { until reached "$1" "$2" || is_over; do sleep 0.2; done; reached "$1" "$2"; } # STEP SITE
reached() { # STEP SITE   it is running now, or went by
    # Not jq's own exit status: jq 1.6 calls an empty file a yes, and the fault would strike before the setup has begun.
    jq --arg step "$1" --arg site "${2^^}" 'select(.step == $step and .site == $site and .state != "already-done")' "$work/answer" 2>/dev/null | grep -q .
}
answered() { jq -r "select(.result).$1" "$work/answer"; }

login_pi_a() {
    local url='' pid
    "$practice" tailscale a || return
    # The product's own script, run as the product runs it; the owner's browser is `practice approve`.
    { echo 'set -- 120'; cat "$root/resources/remote/prelude.sh"; sed "/^\. .*\/prelude\.sh\"\$/d" "$root/resources/remote/tailscale-login.sh"; } >"$work/login.sh"
    # shellcheck disable=SC2024 # the file is ours
    pi a "sudo sh -c 'eval \"\$(cat)\"'" <"$work/login.sh" >"$work/login.out" 2>&1 &
    pid=$!
    until url=$(sed -n 's/^url=//p' "$work/login.out" | tail -n 1) && [[ -n $url ]]; do
        kill -0 $pid 2>/dev/null || { grep -q '^state=Running' "$work/login.out"; return; }
        sleep 0.5
    done
    "$practice" approve "$url" && wait $pid && grep -q '^state=Running' "$work/login.out"
}

# A session that somebody has open while the setup runs; FD is this shell's end of it.
session_begins() { # PI FD
    mkfifo "$work/ask-$1"
    # shellcheck disable=SC2016 # for the shell over there
    pi "$1" 'while read -r word; do echo "heard $word"; done' <"$work/ask-$1" >"$work/told-$1" 2>/dev/null & listeners+=($!)
    eval "exec $2>\"\$work/ask-$1\""
    echo before >&"$2"
    must "Pi $1 hears the session" until_ok 30 grep -q 'heard before' "$work/told-$1"
}
session_goes_on() { # PI FD
    echo after >&"$2"
    must "the session on Pi $1 still answers" until_ok 10 grep -q 'heard after' "$work/told-$1"
    eval "exec $2>&-"
    rm "$work/ask-$1"
}

joined() { on pc-a ping -n -q -c 1 -W 1 "$pc_b"; }

# The homes as they were at a snapshot. Other cards may have been in the Pis meanwhile, with host keys of their own.
back_to() { "$practice" restore "$1" && rm -f "$work/known_hosts"; }
# The same, where the case that takes the snapshot may be another day's: then it is made by COMMAND and taken here.
back_to_or() { back_to "$1" 2>/dev/null || { "${@:2}" && "$practice" snapshot "$1"; }; } # SNAPSHOT COMMAND…
# `ready`: Pi A is logged in to Tailscale, neither Pi is set up.
log_in_only() { back_to fresh && login_pi_a; }

# What a setup may change on a Pi, as checksums. Without times: a folder that had a link for a while has another one.
fingerprint() {
    pi "$1" 'sudo sh -c "find /etc /usr/local /var/lib/twinlan -type f -not -name resolv.conf -not -path \"*/ssl/*\" -print0 | sort -z | xargs -0 sha256sum | sha256sum; find /etc/systemd/system/*.wants -printf \"%p %l %U\\n\" | sort | sha256sum"'
}

# What differs on a Pi from what back-up.sh wrote down there before the first setup; nothing: all is as before, byte for byte.
manifest_differences() { # PI MANIFEST
    pi "$1" "sudo sh -s $2" <<'EOF' || echo "Pi $1 or its list could not be read"
while read -r state mode owner sum path; do case $state in
    absent) [ ! -e "$mode" ] || echo "still there: $mode" ;; # "absent PATH"
    link) [ "$(readlink "$owner")" = "$mode" ] || echo "no such link: $owner" ;; # "link TARGET PATH"
    file) [ "$(stat -c '%a %U:%G' "$path") $(sha256sum <"$path" | cut -d' ' -f1)" = "$mode $owner $sum" ] || echo "differs: $path" ;;
    esac; done <"$1"
EOF
}

# Frames that must not cross, on the far LAN, sent by anything of the other home (by MAC). Behind one tag and two as well: each `vlan`
# moves what comes after it, so it stands last.
isolation='udp port 67 or udp port 68 or udp port 546 or udp port 547 or icmp6[0] = 133 or icmp6[0] = 134 or icmp6[0] = 137'
isolation="$isolation or (vlan and ($isolation or (vlan and ($isolation))))"
home_macs() { case $1 in a) echo '02:00:00:00:0a:01 02:00:00:00:0a:32 b8:27:eb:00:00:01' ;; b) echo '02:00:00:00:0b:01 02:00:00:00:0b:32 b8:27:eb:00:00:02' ;; esac; }
listen() { # HOME   captures on the LAN of HOME until stop_listening
    local filter='' mac other=a
    [[ $1 == a ]] && other=b
    for mac in $(home_macs $other); do filter+="${filter:+ or }ether src $mac"; done
    listen_on "switch-$1" tcpdump -U -n -i lan -w "$work/cross-$1.pcap" "($filter) and ($isolation)"
    listen_on "switch-$1" tcpdump -U -n -i lan -w "$work/own-$1.pcap" "$isolation"
}
stop_listening() { ((${#listeners[@]})) && kill "${listeners[@]}" 2>/dev/null; wait "${listeners[@]}" 2>/dev/null; listeners=(); }
# How many there are in a capture, of the kind FILTER. Of a capture that cannot be read that is no number, and never 0.
frames() { # FILE [FILTER]
    local seen
    # A line that begins with its time for each; below it may stand bytes that tcpdump cannot read.
    if seen=$(tcpdump -n -r "$1" "${2:-}" 2>/dev/null); then grep -c '^[0-9]' <<<"$seen"; else echo "no capture in ${1##*/}"; fi
}

run_case() { # NAME
    local name=$1 began=$SECONDS verdict=ok
    broken=0
    why=''
    listeners=()
    echo "-- $name"
    "$name" || broken=1
    stop_listening
    if ((broken)); then
        # With the reason: of a long log often only the end is kept.
        for p in a b; do
            why+="; Pi $p: $(timeout 20 "$practice" pi $p 'echo "up for $(cut -d . -f 1 /proc/uptime) s, $(cat /run/twinlan/state)"' 2>&1 | tail -n 1)"
            echo "  journal of Pi $p:"
            { timeout 30 "$practice" pi $p 'ip -br addr; tailscale status; sudo journalctl -u twinlan-tunnel -u twinlan-boot -u dhcpcd -u NetworkManager -u tailscaled -n 20 --no-pager -o short-monotonic
                cat /run/twinlan-switch.log' || "$practice" console $p; } 2>&1 | sed 's/^/      /'
        done
        verdict=FAILED
        echo "FAILED ${name#case_} ($why)" >>"$result"
    else
        echo "ok ${name#case_}" >>"$result"
    fi
    echo "   $name: $verdict after $((SECONDS - began)) s"
    record_in "$seen" "$header" "${name#case_}"$'\t'"${LAB_OS:-13}"$'\t'"$((SECONDS - began))"$'\t'"$verdict"$'\t'"$commit"$'\t'"$(date +%F)"$'\t'"$(scripts_of "${LAB_OS:-13}")" 2
}
