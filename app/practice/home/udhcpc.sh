#!/bin/sh
# udhcpc.sh EVENT   What a PC of the practice homes does with its lease (called by busybox udhcpc with the lease in the environment).
# shellcheck disable=SC2154 # that environment
:
case $1 in
deconfig)
    ip -4 addr flush dev "$interface"
    ;;
bound | renew)
    ip addr replace "$ip/$mask" broadcast + dev "$interface" valid_lft "$lease" preferred_lft "$lease"
    ip route replace default via "${router%% *}"
    # Written in place: `ip netns exec` has this very file mounted over /etc/resolv.conf.
    for server in $dns; do echo "nameserver $server"; done >/etc/resolv.conf
    ;;
esac
echo "$(date +%s) $1 address=${ip:-} router=${router:-} server=${serverid:-}"
