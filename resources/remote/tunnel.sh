#!/bin/sh
# tunnel.sh run|down   Makes the tunnel to the other home, keeps it, and lets it into the bridge only while that is safe.
# Reads /etc/twinlan/tunnel.conf. Writes one word to /run/twinlan/state:
#   joined             the tunnel is a port of the bridge, and the other Pi says the same of its own
#   apart:no-filter    the filter is not loaded: without it nothing is forwarded
#   apart:no-bridge    the bridge is not there (yet), or nothing can be asked on it
#   apart:no-vpn       Tailscale is down or has another address
#   apart:no-peer      the other Pi does not answer over Tailscale
#   apart:other-pi     all is well here, but the other Pi is not ready, and says by itself why
#   apart:same-lan     the other Pi is on our own LAN: joining would make a loop, one broadcast a storm (trap 6)
#   apart:same-router  the routers of the two homes have the same address: each PC would hear both
#   apart:checking     about to join
# Where only the other Pi is to blame (no-peer, other-pi), a tunnel that is in the bridge stays there, and carries as soon as it can.
#
# How it knows whose LAN the other Pi is on, and which router it has: guard.sh.
# The tunnel has no `dev`: a restart of tailscaled makes a new tailscale0, and a bound tunnel would hang on the old one. What
# would leave elsewhere meanwhile is dropped by the filter (network-facts, "With real Tailscale").
set -u
conf=/etc/twinlan/tunnel.conf
run=/run/twinlan

apart() {
    ip link set "$TUNNEL" nomaster 2>/dev/null
    ip link set "$TUNNEL" down 2>/dev/null
    state "$1"
}
state() {
    [ "$1" = "${last:-}" ] && return
    last=$1
    echo "$1" > "$run/state.new" && mv "$run/state.new" "$run/state"
    echo "$1"
}
# A port that is down is a port through which nothing passes. NetworkManager has set ours down, when it was started again.
keep_up() {
    flags=0
    { read -r flags < "/sys/class/net/$TUNNEL/flags"; } 2>/dev/null
    [ $((flags & 1)) = 1 ] || ip link set "$TUNNEL" up # IFF_UP
}
port_of_bridge() { [ -e "/sys/class/net/$BRIDGE/brif/$TUNNEL" ]; }
vpn_up() {
    # Joined, it is enough that the interface is there: a fork less each time. A changed address shows as a silent peer.
    if port_of_bridge; then [ -e /sys/class/net/tailscale0 ]; else own_address; fi
}
own_address() { ip -4 -o addr show dev tailscale0 2>/dev/null | grep -q " $LOCAL/"; }
filter_loaded() {
    case $FILTER in
    nftables) nft list table bridge twinlan >/dev/null 2>&1 ;;
    *) /etc/twinlan/filter.sh check ;;
    esac
}
load_filter() {
    case $FILTER in
    nftables) nft -f /etc/twinlan/filter.nft ;;
    *) /etc/twinlan/filter.sh start ;;
    esac
}
make_tunnel() {
    [ -e "/sys/class/net/$TUNNEL" ] && return 0
    encap=''
    if [ "$CARRIER" = fou ]; then
        ip fou add port "$FOU_PORT" ipproto 47 2>/dev/null
        encap="encap fou encap-sport auto encap-dport $FOU_PORT"
    fi
    # shellcheck disable=SC2086 # several words
    ip link add "$TUNNEL" type gretap local "$LOCAL" remote "$REMOTE" ignore-df nopmtudisc $encap || return 1
    # No address of its own, not even a link-local one: it is a cable, not a host. The MTU first: a new gretap has less than the
    # 1280 bytes that IPv6 needs, and until then knows no addrgenmode.
    ip link set "$TUNNEL" mtu "$TUNNEL_MTU"
    ip link set "$TUNNEL" addrgenmode none 2>/dev/null
    return 0
}
# With nft in the bridge, iptables must not see bridged frames: Docker's or ufw's FORWARD policy would eat them (trap 10). The recipe's
# renderer needs the opposite. There is one switch for all bridges, and one for each that can only add to it: so the other bridges of
# this Pi (containers) go on as they were. Looked at again and again, because Docker sets it when it starts.
hand_to_iptables() {
    for f in iptables ip6tables arptables; do
        # dash reads byte by byte, and /proc/sys hands out the first one only: the value comes, and then an end without a newline.
        now=''; { read -r now < "/proc/sys/net/bridge/bridge-nf-call-$f"; } 2>/dev/null
        case $now in '' | "$call") continue ;; esac
        if [ "$now" = 1 ]; then
            for b in /sys/class/net/*/bridge; do [ "$b" = "/sys/class/net/$BRIDGE/bridge" ] || echo 1 > "$b/nf_call_$f"; done
        fi
        echo "$call" > "/proc/sys/net/bridge/bridge-nf-call-$f"
    done
}

down() {
    ip link del "$TUNNEL" 2>/dev/null
    [ "$CARRIER" = fou ] && ip fou del port "$FOU_PORT" 2>/dev/null
    unload_guard
    rm -f "$run/state"
    # The filter stays: without the tunnel it matches nothing, and a restart must find it there.
    return 0
}

# shellcheck source=/dev/null
. "$conf" || exit 1
# shellcheck source=resources/remote/guard.sh
. "${0%/*}/guard.sh" || exit 1
mkdir -p "$run"
case ${1:-} in
down) down; exit 0 ;;
run) ;;
*) echo "usage: tunnel.sh run|down" >&2; exit 2 ;;
esac

for module in ip_gre bridge br_netfilter fou; do
    [ "$module$CARRIER" = fougre ] || [ -d "/sys/module/$module" ] || modprobe "$module"
done
case $FILTER in nftables) call=0 ;; *) call=1 ;; esac
hand_to_iptables
# A tunnel of another configuration is not reused.
ip link del "$TUNNEL" 2>/dev/null

trap 'down; exit 0' TERM INT
patience=4 # seconds without any sign before the homes are joined; more after each loop that was found while they were
last='' word=apart:checking round=0 missed=0 unasked=0 loaded=no
clear_since='' router_since='' joined_since='' same_lan_until=0 asked_at=0
heard_at='' peer=silent routers='' questions=0

# Asks, counts and writes down what is known of the other Pi. One kind of question after the other where nothing is in a hurry: each
# is a frame on somebody's LAN.
look() {
    answer=1 due=1
    [ "$last" != apart:same-lan ] || due=6
    if [ $((clock - asked_at)) -ge $due ]; then
        asked_at=$clock questions=$((questions + 1))
        if port_of_bridge || [ $due = 6 ]; then kind=$((questions % 2)); else kind=2; fi
        [ $kind = 1 ] || send_beacon
        if [ $kind != 0 ]; then peer_on_lan; answer=$?; fi
        seconds
    fi
    read_signs || return 1
    if [ "$d_heard" -gt 0 ]; then
        heard_at=$clock peer=other routers=other
        [ "$d_ready" -lt "$d_heard" ] || peer=ready
        [ "$d_one_address" = 0 ] || peer=one-address
        [ "$d_one_lan" = 0 ] || peer=one-lan
        if [ "$d_gateway_none" -gt 0 ] || [ -z "$gateway" ]; then routers=unknown; else router_since=''; fi
        [ "$d_gateway_maybe" = 0 ] || routers=maybe
        [ "$d_gateway_other" = 0 ] || routers=one-address
        [ "$d_gateway_same" = 0 ] || routers=one-router
    elif [ -z "$heard_at" ] || [ $((clock - heard_at)) -gt 15 ]; then peer=silent routers=''
    fi
    # With the tunnel in the bridge, a frame of the other Pi's may have come by it and be sent back by somebody on our LAN.
    if port_of_bridge; then d_peer=0; fi
    if [ $answer = 0 ] || [ $((d_asked + d_beacon + d_peer)) -gt 0 ]; then same_lan_until=$((clock + 20)); fi
    if [ $answer = 2 ]; then unasked=$((unasked + 1)); elif [ "${kind:-0}" != 0 ]; then unasked=0; fi
    return 0
}
# What follows from it, as a word, and as `own` what the other Pi is to hear.
judge() {
    own=0
    if [ "$clock" -lt $same_lan_until ] || [ "$routers" = one-router ]; then word=apart:same-lan own=2
    elif [ "$routers" = one-address ]; then word=apart:same-router own=3
    elif [ $peer = one-lan ]; then word=apart:same-lan
    elif [ $peer = one-address ]; then word=apart:same-router
    elif [ $unasked -ge 2 ]; then word=apart:no-bridge
    elif [ $peer = silent ]; then
        # Only a Pi that is there can say that it is not here: a silent LAN proves nothing while the other Pi is off.
        word=apart:no-peer
        ! port_of_bridge || own=1
    elif port_of_bridge; then
        own=1
        if [ $peer = ready ]; then word=joined; else word=apart:other-pi; fi
    else
        word=apart:checking
        # A Pi that has just booted may not know its router yet; one that never does has another way out.
        if [ "$routers" = unknown ]; then : "${router_since:=$clock}"; fi
        if [ "$routers" = maybe ] || [ $unasked -gt 0 ] || { [ "$routers" = unknown ] && [ $((clock - router_since)) -lt 60 ]; }; then
            clear_since=''
            return
        fi
        : "${clear_since:=$clock}"
        [ $((clock - clear_since)) -ge $patience ] || return 0
        own=1
        [ $peer = ready ] || { word=apart:other-pi; return; }
        ip link set "$TUNNEL" master "$BRIDGE" && ip link set "$TUNNEL" up && word=joined
        return
    fi
    case $word in apart:checking | apart:other-pi | joined) ;; *) clear_since='' ;; esac
}
# Opens the loop before anything else is done, and is slower to close it again the more often there was one.
obey() {
    case $word in
    joined)
        keep_up
        : "${joined_since:=$clock}"
        [ $((clock - joined_since)) -lt 600 ] || patience=4
        state joined
        return
        ;;
    apart:no-peer | apart:other-pi)
        if port_of_bridge; then keep_up; fi
        state "$word"
        ;;
    apart:checking) state "$word" ;;
    *)
        clear_since=''
        if port_of_bridge; then
            if [ "$word" = apart:same-lan ]; then patience=$((patience * 2)); fi
            [ $patience -le 32 ] || patience=32
            apart "$word"
            forget_gateway
        else
            apart "$word"
        fi
        ;;
    esac
    joined_since=''
}

while :; do
    # Listing the rules costs more than all the rest: every cycle while apart, every fifth (25 s) while joined.
    round=$((round + 1)) own=0 kind=0
    seconds
    [ $((round % 5)) -ne 0 ] || hand_to_iptables
    if { ! port_of_bridge || [ $((round % 5)) -eq 0 ]; } && ! filter_loaded && ! load_filter; then word=apart:no-filter
    elif [ ! -e "/sys/class/net/$BRIDGE/brif/$PORT" ]; then word=apart:no-bridge
    elif ! vpn_up; then
        # Joined homes stay joined while Tailscale restarts: the filter lets nothing leave elsewhere, and nothing can loop.
        missed=$((missed + 1))
        if ! port_of_bridge || [ $missed -ge 5 ]; then word=apart:no-vpn; fi
    elif ! make_tunnel; then word=apart:no-vpn
    elif [ $loaded = no ] && ! load_guard; then word=apart:no-filter
    else
        missed=0 loaded=yes
        if [ $((round % 5)) = 1 ] || [ -z "$gateway_mac" ]; then find_gateway; fi
        [ "$told_gateway" = "$gateway $gateway_mac" ] || load_hello || loaded=no
        if look; then judge
        # Somebody has emptied the whole ruleset, and the filter with it. Else all stays as it was.
        elif ! { filter_loaded || load_filter; } || ! load_guard; then word=apart:no-filter; fi
    fi
    obey
    # Whatever it is: where this Pi is not ready, the other one is not joined.
    if [ -e /sys/class/net/tailscale0 ]; then hello $own & fi
    # In the background and waited for, so that a stop is answered at once. A joined tunnel is looked at every 5 s: what
    # is worst of a loop has the kernel stopped by then.
    case $word in
    joined) sleep 4 & ;;
    apart:checking) ;; # the question took a second
    *) sleep 1 & ;;
    esac
    wait # for all of them: the shell would remember each one that nobody has waited for
done
