#!/bin/sh
# diagnose.sh COMMAND ARG...   Measures; changes nothing and leaves nothing behind.
#   bridge BRIDGE TUNNEL   What `brctl show` tells, and the tunnel: key=value lines, port=NAME once for each port.
#   counters               backend=nftables and nft's own JSON, or backend=ebtables, `ebtables -L --Lc` and what iptables counted, or
#                          backend=none. Root.
#   learned BRIDGE TUNNEL  near=MAC or far=MAC for each device that the bridge has heard in the last five minutes: behind a card of this Pi,
#                          or behind the tunnel.
#   mtu TARGET [N N]       with_df=N and without_df=N: the largest IP packet that TARGET answered (0: none); rtt_ms=N. What was found the
#                          last time (0, or not given: Ethernet's sizes) is asked for alone: a search fills the way that it measures.
#   tailnet                ts_status_b64=Tailscale's own JSON.
#   ping TARGET SECONDS    ping's own lines, one for each interval, until nobody reads them any more.
# Exit: 0 measured, 2 arguments refused, 3 this system lacks the program for it, 4 no size could be found (mtu), else ping's own status.
set -u
export LC_ALL=C.UTF-8

# Without DF, how far is looked: two full frames prove that pieces arrive. More would only load the path.
most_in_pieces=3000
most_df=9216 # jumbo frames; what the own interface cannot send is refused by the kernel at once

fail() { echo "diagnose.sh: $2" >&2; exit "$1"; }
say() { printf '%s=%s\n' "$1" "$2"; }
sys() { value=''; { read -r value < "$1"; } 2>/dev/null || :; }
interface_name() {
    case $1 in '' | -* | . | .. | *[!A-Za-z0-9_.@-]*) fail 2 'no interface name' ;; esac
    [ "${#1}" -le 15 ] || fail 2 'no interface name'
}
# An address or a host name. Nothing that ping could take for an option, or the shell for anything.
target_name() { case $1 in '' | -* | *[!A-Za-z0-9_.:%-]*) fail 2 'no address' ;; esac; }
need() { command -v "$1" >/dev/null 2>&1 || fail 3 "no $1 here"; }

bridge_state() {
    PATH=$PATH:/usr/sbin:/sbin
    interface_name "${1-}"; interface_name "${2-}"
    b=/sys/class/net/$1; t=/sys/class/net/$2
    if [ -d "$b/bridge" ]; then
        say exists yes
        say address "$(ip -4 -o addr show dev "$1" scope global 2>/dev/null | awk 'NR == 1 { sub("/.*", "", $4); print $4 }')"
        sys "$b/mtu"; say mtu "$value"
        sys "$b/bridge/stp_state"; if [ "${value:-0}" = 0 ]; then say stp no; else say stp yes; fi
        for p in "$b"/brif/*; do
            [ ! -e "$p" ] || say port "${p##*/}"
        done
    else
        say exists no
    fi
    if [ -d "$t" ]; then
        say tunnel_exists yes
        sys "$t/mtu"; say tunnel_mtu "$value"
    else
        say tunnel_exists no
    fi
    if [ -r /run/twinlan/state ]; then sys /run/twinlan/state; say tunnel_state "$value"; fi
}

counters() {
    PATH=$PATH:/usr/sbin:/sbin
    # Our table first: with ebtables-nft, nft sees ebtables' rules as well, but not in a table of ours.
    if json=$(nft -j list counters table bridge twinlan 2>/dev/null); then
        say backend nftables; printf '%s\n' "$json"
    elif rules=$(ebtables -L --Lc 2>/dev/null); then
        say backend ebtables; printf '%s\n' "$rules"
        # Ours are two programs: what ebtables cannot tell is dropped, and counted, by these.
        iptables-save -c -t mangle 2>/dev/null; ip6tables-save -c -t mangle 2>/dev/null
    else
        say backend none
    fi
}

learned() {
    PATH=$PATH:/usr/sbin:/sbin
    interface_name "${1-}"; interface_name "${2-}"; need bridge
    # MAC dev PORT [vlan N] master BRIDGE [permanent]; permanent are the cards of this Pi itself.
    table=$(bridge fdb show br "$1") || exit
    printf '%s\n' "$table" | awk -v tunnel="$2" '
        $2 == "dev" && / master / && !/ (permanent|static|self)/ { print ($3 == tunnel ? "far=" : "near=") $1 }'
}

tailnet() {
    need tailscale; need timeout
    say ts_status_b64 "$(timeout 10 tailscale status --json 2>/dev/null </dev/null | base64 -w0)"
}

# probe HOW SIZE: says "+SIZE" when an IP packet of SIZE bytes came back, else "-SIZE MTU-that-was-named".
probe() {
    if answer=$(ping -n -q -c 1 -W "$patience" -M "$1" -s $(($2 - header)) "$target" 2>&1 </dev/null); then echo "+$2"
    else
        named=${answer##*mtu}; named=${named#*=}; named=${named# }; named=${named%%[!0-9]*}
        echo "-$2 $named"
    fi
}
# round HOW SIZE...: probes all sizes at once and narrows low (came back) and high (did not). With them goes a size that has come back
# before: if not even that one does in time, the way has become slower than it was and the silence of the others proves nothing.
# 1 then, and the next round waits longer.
round() {
    how=$1; shift
    hint=0; known=$low; below=$high; in_time=no
    for line in $(for size in "$known" "$@"; do probe "$how" "$size" & done | tr ' ' '/'); do
        case $line in
        "+$known") in_time=yes ;;
        +*) [ "${line#+}" -gt "$low" ] && low=${line#+} ;;
        -*) size=${line#-}; named=${size#*/}; size=${size%/*}
            # A size that came back is proven; one that did not may only have been lost.
            [ "$size" -lt "$high" ] && high=$size
            [ "${named:-0}" -gt "$hint" ] && hint=$named ;;
        esac
    done
    if [ $in_time = no ]; then
        high=$below
        patience=$(awk -v p="$patience" 'BEGIN { p *= 3; print (p > 3 ? 3 : p) }')
    fi
    [ "$high" -gt "$low" ] || high=$((top + 1))
    [ $in_time = yes ]
}
# Those of SIZE... that are still open.
open_sizes() {
    for n in "$@"; do
        if [ "$n" -gt "$low" ] && [ "$n" -lt "$high" ] && [ "$n" -le "$top" ]; then printf '%s ' "$n"; fi
    done
}
# The same, and their neighbours above, where the answer changes.
open_guesses() {
    # shellcheck disable=SC2046 # several sizes
    open_sizes $(for s in "$@"; do echo "$s" $((s + 1)); done)
}
# search HOW TOP SIZE...: the largest size up to TOP that comes back, into $low. Starts with the guesses SIZE... Fails where ten rounds have
# not found it: the way loses too much, or becomes slower and slower.
search() {
    how=$1; top=$2; shift 2
    low=$smallest; high=$((top + 1)); rounds=0; hint=0
    sizes=$(open_guesses "$@" $((top - 1)))
    while [ $rounds -lt 10 ]; do
        rounds=$((rounds + 1))
        # shellcheck disable=SC2086 # several sizes
        [ -z "$sizes" ] || round "$how" $sizes || { sizes=$(open_sizes $sizes); continue; }
        if [ $((high - low)) -le 1 ]; then
            [ "$high" -gt "$top" ] && return 0
            # A lost probe looks like one that is too large: ask twice more before believing it.
            high=$((top + 1)); before=$low
            round "$how" $((low + 1)) $((low + 1)) && [ "$low" = "$before" ] && return 0
            high=$((top + 1))
        fi
        sizes=$(open_guesses "$hint")
        step=$(((high - low) / 17)); [ $step -ge 1 ] || step=1
        n=$((low + step))
        while [ $n -lt "$high" ] && [ $n -le "$top" ]; do sizes="$sizes $n"; n=$((n + step)); done
    done
    return 1
}
# still_so HOW TOP SIZE: what was found the last time comes back, and nothing larger; into $low.
still_so() {
    how=$1; top=$2; low=$3; high=$((top + 1)); larger=''
    if [ "$low" -lt "$smallest" ] || [ "$low" -gt "$top" ]; then return 1; fi
    [ "$low" = "$top" ] || larger="$((low + 1)) $((low + 1))"
    before=$patience
    # shellcheck disable=SC2086 # several sizes
    round "$how" $larger && [ "$low" = "$3" ] && return
    patience=$before # its silence says that it is too large now, not that the way has become slower
    return 1
}
mtu() {
    target_name "${1-}"; need ping
    target=$1 last_df=${2:-0} last_in_pieces=${3:-0}
    case $last_df$last_in_pieces in *[!0-9]* | ?????????*) fail 2 'no size' ;; esac
    [ "$last_df" != 0 ] || last_df=1500 last_in_pieces=$most_in_pieces
    case $target in *:*) header=48; smallest=88 ;; *) header=28; smallest=68 ;; esac # IPv6 40 / IPv4 20, ICMP 8
    # How long is the way? The wait for the others follows from it. Three questions, because one may be lost.
    answer=$(ping -n -c 3 -l 3 -W 1 -s $((smallest - header)) "$target" 2>/dev/null </dev/null)
    rtt=$(printf '%s\n' "$answer" | sed -n 's/.* time=\([0-9.]*\) ms.*/\1/p' | sort -n | tail -n 1)
    if [ -z "$rtt" ]; then say with_df 0; say without_df 0; return; fi
    patience=$(awk -v r="$rtt" 'BEGIN { w = 0.15 + 3 * r / 1000; print (w > 1 ? 1 : w) }')
    # Both at once, the guesses first: Ethernet, PPPoE (1492, 1454 in Japan), Tailscale, what fits GRE and FOU in one packet.
    found=$(
        ({ still_so "do" $most_df "$last_df" || search "do" $most_df 1500 1492 1480 1454 1400 1280 1242 1234; } && say with_df "$low") &
        ({ still_so dont $most_in_pieces "$last_in_pieces" || search dont $most_in_pieces 1500 1454 1280; } && say without_df "$low") &
        wait
    )
    case $found in
    *with_df=*without_df=* | *without_df=*with_df=*) printf '%s\n' "$found" ;;
    *) fail 4 'the answers are too unsteady' ;;
    esac
    say rtt_ms "$rtt"
}

stream() {
    target_name "${1-}"; need ping
    case ${2-} in '' | .* | *.*.* | *[!0-9.]*) fail 2 'no interval' ;; esac
    # exec: ping itself writes into the SSH channel. When the channel closes, its next line, due after one interval at the
    # latest (-O), ends it by SIGPIPE; a shell in between would stay.
    trap - PIPE
    exec ping -n -O -D -i "$2" "$1" </dev/null
}

command=${1-}
[ $# -gt 0 ] && shift
case $command in
bridge) bridge_state "$@" ;;
counters) counters ;;
learned) learned "$@" ;;
mtu) mtu "$@" ;;
tailnet) tailnet ;;
ping) stream "$@" ;;
*) fail 2 'bridge BRIDGE TUNNEL | counters | learned BRIDGE TUNNEL | mtu TARGET [N N] | tailnet | ping TARGET SECONDS' ;;
esac
exit # read to here before anything ran, whatever stdin is
