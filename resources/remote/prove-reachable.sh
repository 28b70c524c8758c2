#!/bin/sh
# prove-reachable.sh BRIDGE GATEWAY PEER ADDRESS FAR   Run over a connection that was opened after the switch. Proves that the Pi's
# way out still works: the default route leads through BRIDGE and its router answers, as does PEER, the other Pi's 100.x address;
# that the Pi has kept ADDRESS ("-": it had none); and that the other Pi answers as FAR, its LAN address, through the tunnel
# ("-": it is not set up yet). While both Pis are in one home there is no way through the tunnel, and the guard's word for it counts.
# Exit: 0 all of it holds, 3 with error=NotProven, detail=what does not, or error=SameRouter, detail=its address: the other home has a router
# of the same one
set -u
. "${0%/*}/prelude.sh"
bridge=$1 gateway=$2 peer=$3 before=$4 far=$5
route=no answers=no vpn=no tunnel=no clash=0
[ "$far" != - ] || tunnel=yes
through_tunnel() {
    word=''; { read -r word < /run/twinlan/state; } 2>/dev/null
    case $word in
    joined) arping -q -f -c 1 -w 1 -I "$bridge" "$far" >/dev/null 2>&1 ;;
    apart:same-lan) true ;;
    apart:same-router) clash=$((clash + 1)); false ;;
    *) false ;;
    esac
}
# Up to 40 s, with a tunnel 60 s: right after the switch dhcpcd asks for its lease again, Tailscale looks for its way, and the guard
# makes sure that there is no loop.
most=40
[ "$far" = - ] || most=60
seconds() { read -r up _ < /proc/uptime; up=${up%.*}; }
seconds; end=$((up + most))
while seconds; [ "$up" -lt $end ]; do
    [ $route = yes ] || { ip -4 route show default dev "$bridge" | grep -q . && route=yes; }
    # A router may refuse pings but must answer ARP.
    [ $answers = yes ] || { ping -n -q -c 1 -W 1 "$gateway" >/dev/null 2>&1 && answers=yes; }
    [ $answers = yes ] || { ip neigh show "$gateway" dev "$bridge" | grep -qE 'REACHABLE|STALE|DELAY' && answers=yes; }
    [ $vpn = yes ] || { ping -n -q -c 1 -W 1 -I tailscale0 "$peer" >/dev/null 2>&1 && vpn=yes; }
    [ $tunnel = yes ] || { through_tunnel && tunnel=yes; }
    [ "$route$answers$vpn$tunnel" = yesyesyesyes ] && break
    [ $clash -lt 10 ] || fail SameRouter "$gateway" # nothing but another address can help
    sleep 0.3
done
missing=''
[ $route = yes ] || missing="$missing route"
[ $answers = yes ] || missing="$missing gateway"
[ $vpn = yes ] || missing="$missing peer"
[ $tunnel = yes ] || missing="$missing tunnel:${word:-unknown}"
now=$(ip -4 -o addr show dev "$bridge" scope global | awk '{ sub("/.*", "", $4); print $4; exit }')
[ "$before" = - ] || [ "$now" = "$before" ] || missing="$missing address:$now"
[ -z "$missing" ] || fail NotProven "${missing# }"
