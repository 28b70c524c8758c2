#!/bin/sh
# prove-reachable.sh BRIDGE GATEWAY PEER ADDRESS   Run over a connection that was opened after the switch. Proves that the Pi's way
# out still works: the default route leads through BRIDGE and its router answers, as does PEER, the other Pi's 100.x address; and
# that the Pi has kept ADDRESS ("-": it had none).
# Exit: 0 all of it holds, 3 with error=NotProven, detail=what does not
set -u
bridge=$1 gateway=$2 peer=$3 before=$4
n=0 route=no answers=no vpn=no
# Up to 20 s: right after the switch dhcpcd asks for its lease again, and Tailscale looks for its way.
while [ $n -lt 20 ]; do
    [ $route = yes ] || { ip -4 route show default dev "$bridge" | grep -q . && route=yes; }
    # A router may refuse pings but must answer ARP.
    [ $answers = yes ] || { ping -n -q -c 1 -W 1 "$gateway" >/dev/null 2>&1 && answers=yes; }
    [ $answers = yes ] || { ip neigh show "$gateway" dev "$bridge" | grep -qE 'REACHABLE|STALE|DELAY' && answers=yes; }
    [ $vpn = yes ] || { ping -n -q -c 1 -W 1 -I tailscale0 "$peer" >/dev/null 2>&1 && vpn=yes; }
    [ "$route$answers$vpn" = yesyesyes ] && break
    n=$((n + 1)); sleep 1
done
missing=''
[ $route = yes ] || missing="$missing route"
[ $answers = yes ] || missing="$missing gateway"
[ $vpn = yes ] || missing="$missing peer"
now=$(ip -4 -o addr show dev "$bridge" scope global | awk '{ sub("/.*", "", $4); print $4; exit }')
[ "$before" = - ] || [ "$now" = "$before" ] || missing="$missing address:$now"
[ -z "$missing" ] && exit 0
printf 'error=NotProven\ndetail=%s\n' "${missing# }"
exit 3
