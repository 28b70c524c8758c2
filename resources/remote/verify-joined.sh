#!/bin/sh
# verify-joined.sh SECONDS FAR_ADDRESS   Waits until the tunnel is in the bridge and FAR_ADDRESS (the other home's router, or "-")
# answers through it, or until the guard says why not.
# Prints: state=WORD far=yes|no   Exit: 0, 3 with error=SameRouter, detail=its address: both homes have a router of that address
set -u
. "${0%/*}/prelude.sh"
end=$(($(cut -d. -f1 /proc/uptime) + $1)); far=no; state=unknown; same=0 clash=0
while [ "$(cut -d. -f1 /proc/uptime)" -lt "$end" ]; do
    { read -r state < /run/twinlan/state; } 2>/dev/null
    case $state in
    joined)
        [ "$2" = - ] && break
        ping -n -q -c 1 -W 1 "$2" >/dev/null 2>&1 && { far=yes; break; } ;;
    apart:same-lan) same=$((same + 1)); [ $same -ge 3 ] && break ;; # not an error: the Pi is carried later
    apart:same-router) clash=$((clash + 1)); [ $clash -ge 6 ] && break ;; # nothing but another address can help
    esac
    sleep 0.5
done
[ $clash -lt 6 ] || fail SameRouter "$(ip -4 route show default | awk '{ print $3; exit }')"
printf 'state=%s\nfar=%s\n' "$state" "$far"
