#!/bin/sh
# tunnel.sh run|down   Makes the tunnel to the other home, keeps it, and lets it into the bridge only while that is safe.
# Reads /etc/twinlan/tunnel.conf. Writes one word to /run/twinlan/state:
#   joined           the tunnel is a port of the bridge
#   apart:no-filter  the filter is not loaded: without it nothing is forwarded
#   apart:no-bridge  the bridge is not there (yet)
#   apart:no-vpn     Tailscale is down or has another address
#   apart:no-peer    the other Pi does not answer over Tailscale
#   apart:same-lan   the other Pi answers on our own LAN: joining would make a loop, one broadcast a storm (trap 6)
#   apart:checking   about to join
#
# How it knows that the other Pi is on our own LAN: it asks the LAN (ARP) who has the other Pi's 100.x address. Linux answers for
# any address of its own on any interface, so the other Pi answers if, and only if, the question reaches it without Tailscale;
# the filter keeps such questions out of the tunnel. The same question finds a third path between the homes later on.
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
    # Joined, it is enough that the interface is there: a fork less every 3 s. A changed address shows as a silent peer.
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
# 0: the other Pi answers on our own LAN.  1: nobody answers.  2: cannot ask.
peer_on_lan() { # TRIES: each takes 1 s when nobody answers
    arping -q -D -c "$1" -w "$1" -I "$BRIDGE" "$REMOTE" >/dev/null 2>&1
    case $? in 0) return 1 ;; 1) return 0 ;; *) return 2 ;; esac
}
peer_over_vpn() { ping -n -q -c 1 -W 2 -I tailscale0 "$REMOTE" >/dev/null 2>&1; }

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
    rm -f "$run/state"
    # The filter stays: without the tunnel it matches nothing, and a restart must find it there.
    return 0
}

# shellcheck source=/dev/null
. "$conf" || exit 1
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
clear=0 # how many times in a row nobody else answered on our LAN
missed=0
unasked=0 # how many times in a row the LAN could not be asked
round=0
while :; do
    # Listing the rules costs more than all the rest: every cycle while apart, every fifth (15 s) while joined.
    round=$((round + 1))
    [ $((round % 5)) -ne 0 ] || hand_to_iptables
    if { ! port_of_bridge || [ $((round % 5)) -eq 0 ]; } && ! filter_loaded && ! load_filter; then apart apart:no-filter; clear=0
    elif [ ! -e "/sys/class/net/$BRIDGE/brif/$PORT" ]; then apart apart:no-bridge; clear=0
    elif ! vpn_up; then
        # Joined homes stay joined while Tailscale restarts: the filter lets nothing leave elsewhere, and nothing can loop.
        port_of_bridge || apart apart:no-vpn
        missed=$((missed + 1)); [ "$missed" -ge 5 ] && { apart apart:no-vpn; clear=0; }
    elif ! make_tunnel; then apart apart:no-vpn
    else
        missed=0
        if port_of_bridge; then peer_on_lan 1; else peer_on_lan 2; fi
        answer=$?
        if [ "$answer" = 2 ]; then unasked=$((unasked + 1)); else unasked=0; fi
        if [ "$answer" = 0 ]; then apart apart:same-lan; clear=0
        # A question that could not be asked is no answer. Once may be chance.
        elif port_of_bridge && [ $unasked -lt 2 ]; then keep_up; state joined
        elif [ "$answer" != 1 ]; then clear=0; apart apart:no-bridge
        # Only a Pi that is there can say that it is not here: a silent LAN proves nothing while the other Pi is off.
        elif ! peer_over_vpn; then apart apart:no-peer; clear=0
        elif clear=$((clear + 1)); [ "$clear" -ge 2 ]; then
            ip link set "$TUNNEL" master "$BRIDGE" && ip link set "$TUNNEL" up && state joined
        else state apart:checking; continue
        fi
    fi
    # In the background and waited for, so that a stop is answered at once. A joined tunnel is looked at every 3 s.
    if [ "$last" = joined ]; then sleep 2 & else sleep 1 & fi
    wait $!
done
