#!/bin/sh
# tunnel.sh run|down   Makes the tunnel to the other home, keeps it, and lets it into the bridge only while that is safe.
# Reads /etc/twinlan/tunnel.conf. Writes one word to /run/twinlan/state:
#   joined             the tunnel is a port of the bridge, here and over there
#   apart:no-filter    the filter is not loaded: without it nothing is forwarded
#   apart:no-bridge    the bridge is not there (yet), or nothing can be sent on it
#   apart:no-vpn       Tailscale is down or has another address
#   apart:no-peer      the other Pi does not answer over Tailscale
#   apart:other-pi     all is well here, but the other Pi is not ready, and says by itself why
#   apart:same-lan     the other Pi is on our own LAN: joining would make a loop, one broadcast a storm (remote/plan/README.md#trap-6)
#   apart:same-router  the routers of the two homes have the same address: each PC would hear both
#   apart:checking     about to join
# Where only the other Pi is to blame (no-peer, other-pi), a tunnel that is in the bridge stays there, and carries as soon as it can.
#
# How it knows whose LAN the other Pi is on, and which router it has: loop-watch.pl, which runs beside it all the time.
# The tunnel has no `dev`: a restart of tailscaled makes a new tailscale0, and a bound tunnel would hang on the old one. What
# would leave elsewhere meanwhile is dropped by the filter (remote/plan/README.md#gre-and-tailscale).
set -u
conf=/etc/twinlan/tunnel.conf
run=/run/twinlan
last=''

apart() {
    if port_of_bridge || [ "$1" != "$last" ]; then
        ip link set "$TUNNEL" nomaster 2>/dev/null
        ip link set "$TUNNEL" down 2>/dev/null
    fi
    state "$1"
}
state() {
    [ "$1" = "$last" ] && return
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
# Its word, as `found`. One that says nothing any more is "blind"; one that has ended, because its bridge is another one, is started anew.
watch='' heard_at=0
watch_lan() {
    if [ -z "$watch" ] || ! kill -0 "$watch" 2>/dev/null; then
        rm -f "$run/signs"
        [ "$heard_at" -gt 0 ] || heard_at=$up
        perl "${0%/*}/loop-watch.pl" "$BRIDGE" "$PORT" "$TUNNEL" "$LOCAL" "$REMOTE" "$run/signs" &
        watch=$!
    fi
    found=''
    { read -r at found < "$run/signs"; } 2>/dev/null
    if [ -n "$found" ]; then heard_at=$at; else found=checking; fi
    [ $((up - heard_at)) -le 15 ] || { kill -KILL "$watch" 2>/dev/null; watch='' heard_at=$up found=blind blind=1; }
}
seconds() { read -r up _ < /proc/uptime; up=${up%.*}; }

# With nft in the bridge, iptables must not see bridged frames: Docker's or ufw's FORWARD policy would eat them
# (remote/plan/README.md#trap-10). The recipe's renderer needs the opposite. There is one switch for all bridges, and one for each that
# can only add to it: so the other bridges of this Pi (containers) go on as they were. Looked at again and again, because Docker sets it
# when it starts.
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
    [ -z "$watch" ] || kill "$watch" 2>/dev/null
    ip link del "$TUNNEL" 2>/dev/null
    [ "$CARRIER" = fou ] && ip fou del port "$FOU_PORT" 2>/dev/null
    rm -f "$run/state" "$run/signs"
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
trap : USR1 # the watch has seen something: the sleep below ends
missed=0 blind=0 round=0
while :; do
    # Listing the rules costs more than all the rest: every cycle while apart, every fifth (15 s) while joined.
    round=$((round + 1))
    seconds
    [ $((round % 5)) -ne 0 ] || hand_to_iptables
    if { ! port_of_bridge || [ $((round % 5)) -eq 0 ]; } && ! filter_loaded && ! load_filter; then apart apart:no-filter
    elif [ ! -e "/sys/class/net/$BRIDGE/brif/$PORT" ]; then apart apart:no-bridge
    elif ! vpn_up; then
        # Joined homes stay joined while Tailscale restarts: the filter lets nothing leave elsewhere, and nothing can loop.
        port_of_bridge || apart apart:no-vpn
        missed=$((missed + 1)); [ "$missed" -ge 5 ] && apart apart:no-vpn
    elif ! make_tunnel; then apart apart:no-vpn
    else
        missed=0
        watch_lan
        if [ "$found" = blind ]; then blind=$((blind + 1)); else blind=0; fi
        case $found in
        same-*) apart "apart:$found" ;;
        clear | alone)
            port_of_bridge || ip link set "$TUNNEL" master "$BRIDGE"
            keep_up
            if [ "$found" = clear ]; then state joined; else state apart:other-pi; fi
            ;;
        *)
            # Not to know is no sign: homes that are joined stay so, also while the other Pi is off. And once may be chance.
            if port_of_bridge && [ "$found" = silent ]; then keep_up; state apart:no-peer
            elif port_of_bridge && [ $blind -lt 2 ]; then keep_up
            elif [ "$found" = silent ]; then apart apart:no-peer
            elif [ "$found" = checking ]; then state apart:checking
            else apart apart:no-bridge; fi
            ;;
        esac
    fi
    # In the background and waited for, so that a stop, and what the watch has seen, are answered at once.
    if [ "$last" = joined ]; then sleep 3 & else sleep 1 & fi
    wait $!
done
