#!/bin/sh
# survey.sh [PATH|PATH#top|PATH#end]...   Changes nothing. Says what this Pi is and how it stands, in one call, because one
# call costs as much as one question (network-facts, "what things cost"). PATH is hashed whole; #top and #end hash the inside
# of our block at that end of the file.
# Prints key=value lines, the last one end=ok. Values are one line; what may hold anything is base64.   Exit: 0
set -u
say() { printf '%s=%s\n' "$1" "$2"; }
sys() { value=''; { read -r value < "$1"; } 2>/dev/null || :; }

say hostname "$(uname -n)"
say kernel "$(uname -r)"
if [ -r /proc/device-tree/model ]; then say model "$(tr -d '\000' < /proc/device-tree/model)"; fi
if [ -r /etc/os-release ]; then
    # shellcheck source=/dev/null
    os=$(. /etc/os-release; printf '%s %s' "${ID:-}" "${VERSION_ID:-}")
    say os_id "${os% *}"; say os_version "${os#* }"
fi
say arch "$(dpkg --print-architecture 2>/dev/null)"
say clock "$(date +%s)"
say disk_kb "$(df -Pk /var /usr 2>/dev/null | awk 'NR > 1 && (m == "" || $4 < m) { m = $4 } END { print m + 0 }')"

# Who owns the wired interface: the service that is active, not the release's name (network-facts).
active=$(systemctl is-active NetworkManager dhcpcd systemd-networkd tailscaled twinlan-tunnel 2>/dev/null | tr '\n' ' ')
word() { shift "$1"; printf '%s' "${1:-unknown}"; }
# shellcheck disable=SC2086 # five words, on purpose
for n in 1 2 3 4 5; do eval "is$n=\$(word $n $active)"; done
# shellcheck disable=SC2154 # is1..is5 come from the eval above
if [ "$is1" = active ]; then say owner networkmanager
elif [ "$is2" = active ]; then say owner dhcpcd
elif [ "$is3" = active ]; then say owner networkd
elif grep -qsE '^[[:space:]]*iface[[:space:]]+(eth|en|br)' /etc/network/interfaces /etc/network/interfaces.d/*; then say owner ifupdown
else say owner none; fi
# shellcheck disable=SC2154
say tunnel_active "$is5"

ip -4 route show default 2>/dev/null | awk 'NR == 1 { for (i = 1; i < NF; i++) {
    if ($i == "via") print "default_gw=" $(i + 1); if ($i == "dev") print "default_dev=" $(i + 1) } }'

addresses=$(ip -4 -o addr show 2>/dev/null | awk '!seen[$2]++ { print $2, $4 }')
for d in /sys/class/net/*; do
    name=${d##*/}
    sys "$d/type"; [ "$value" = 1 ] || continue # ARPHRD_ETHER
    kind=ether
    if [ -d "$d/wireless" ]; then kind=wlan
    elif [ -d "$d/bridge" ]; then kind=bridge
    elif [ -e "/proc/net/vlan/$name" ]; then kind=vlan
    elif [ ! -e "$d/device" ]; then kind=other; fi
    sys "$d/address"; mac=$value
    sys "$d/speed"; speed=$value; case $speed in ''|-*) speed=0 ;; esac
    sys "$d/carrier"; carrier=${value:-0}
    master=-; [ -e "$d/master" ] && { master=$(readlink "$d/master"); master=${master##*/}; }
    address=$(printf '%s\n' "$addresses" | awk -v n="$name" '$1 == n { print $2 }')
    say iface "$name $mac $kind $master $speed $carrier ${address:--}"
done

# Asked by name, so that the answer is short; a package half removed does not count.
dpkg-query -W -f '${db:Status-Status} ${Package}\n' ebtables iproute2 bridge-utils nftables iputils-arping isc-dhcp-client \
    ifupdown dhcpcd5 dhcpcd dhcpcd-base tailscale iptables 2>/dev/null | sed -n 's/^installed /pkg=/p'

modules=/lib/modules/$(uname -r)
for m in ip_gre bridge br_netfilter fou nf_tables; do
    if [ -d "/sys/module/$m" ]; then say module "$m loaded"
    elif grep -qsE "/$m\.ko" "$modules/modules.dep" "$modules/modules.builtin"; then say module "$m available"; fi
done

# Our files.
for spec in "$@"; do
    path=${spec%#*}; part=${spec#"$path"}
    [ -f "$path" ] || continue
    case $part in
    '#top' | '#end') # only when the block is there
        mark="twinlan ${part#?}"
        sum=$(sed -n "/^# >>> $mark/,/^# <<< $mark/p" "$path" | sed '1d;$d' | sha256sum)
        grep -q "^# >>> $mark" "$path" || continue ;;
    *) sum=$(sha256sum < "$path") ;;
    esac
    say file "${sum%% *} $(stat -c %a "$path") $spec"
done

# Our own traces.
state=none; [ -e /var/lib/twinlan/confirmed ] && state=confirmed
if [ -r /var/lib/twinlan/armed ]; then
    state=armed
    # The countdown is by the monotonic clock of this boot: the wall clock may jump.
    read -r boot due < /var/lib/twinlan/armed
    sys /proc/sys/kernel/random/boot_id
    if [ "$value" = "$boot" ]; then read -r up _ < /proc/uptime; say rollback_in "$((due - ${up%.*}))"; fi
fi
say run_state "$state"
# Who works here, if that connection is still there (claim.sh).
if { read -r _ _ pid began by < /run/twinlan-holder; } 2>/dev/null; then
    sys "/proc/$pid/stat"
    # shellcheck disable=SC2086
    set -- ${value##*) }
    [ "${20:-}" = "$began" ] && say held_by "$by"
fi
if [ -r /run/twinlan/state ]; then sys /run/twinlan/state; say tunnel_state "$value"; fi
if [ -r /etc/twinlan/plan.json ]; then say plan_b64 "$(base64 -w0 /etc/twinlan/plan.json)"; fi
say bridges "$(echo /sys/class/net/*/bridge)"

if command -v tailscale >/dev/null 2>&1; then
    say ts_installed yes
    # shellcheck disable=SC2154
    say ts_service "$is4"
    [ "$is4" = active ] && say ts_status_b64 "$(timeout 10 tailscale status --json 2>/dev/null | base64 -w0)"
    # Asked apart, because a stopped tailscaled has no status.
    [ "$is4" = active ] || say ts_version "$(tailscale version 2>/dev/null | head -n 1)"
else
    say ts_installed no
fi
say end ok
