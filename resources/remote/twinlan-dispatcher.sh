#!/bin/sh
# twinlan-dispatcher.sh INTERFACE ACTION   /etc/NetworkManager/dispatcher.d/50-twinlan: NetworkManager runs it at each change of an
# interface. `netplan apply` stops NetworkManager and takes away what it knew of its interfaces; started again, it takes a bridge that is
# there with an address for somebody else's and only watches it. Nobody would ask for the lease again, and when it ends the Pi is
# gone. So the bridge gets its profile back at once.
# Exit: 0, or nmcli's
set -u
[ "${2:-}" = up ] && [ "${CONNECTION_EXTERNAL:-}" = 1 ] || exit 0
BRIDGE=''
# shellcheck source=/dev/null
[ -r /etc/twinlan/tunnel.conf ] && . /etc/twinlan/tunnel.conf
[ "$1" = "$BRIDGE" ] || exit 0
exec nmcli --wait 0 connection up twinlan-bridge
