#!/bin/sh
# prove-reachable.sh BRIDGE GATEWAY PEER   Run over a connection that was opened after the switch. Says whether the Pi's way out
# still works: the default route leads through BRIDGE and its router answers. PEER: the other Pi's 100.x address.
# Prints: route=yes|no gateway=yes|no peer=yes|no address=…   Exit: 0
set -u
bridge=$1 gateway=$2 peer=$3
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
printf 'route=%s\ngateway=%s\npeer=%s\n' $route $answers $vpn
ip -4 -o addr show dev "$bridge" scope global | awk '{ print "address=" $4; exit }'
