#!/bin/sh
# survey.sh [far=ADDRESS] [PATH|PATH#top|PATH#end]...   Changes nothing. Says what this Pi is and how it stands, in one call, because one
# call costs as much as one question (network-facts, "what things cost"). PATH is hashed whole; #top and #end hash the inside
# of our block at that end of the file. ADDRESS: the other home's router; with a joined tunnel it is asked whether it answers.
# Prints key=value lines, the last one end=ok. Values are one line; what may hold anything is base64.   Exit: 0
set -u
say() { printf '%s=%s\n' "$1" "$2"; }
sys() { value=''; { read -r value < "$1"; } 2>/dev/null || :; }
far=''
case ${1:-} in far=*) far=${1#far=}; shift ;; esac

# Each program started costs 20 to 40 ms on a slow Pi, so what the shell can do itself it does.
sys /proc/sys/kernel/hostname; say hostname "$value"
sys /proc/sys/kernel/osrelease; kernel=$value; say kernel "$kernel"
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
# shellcheck disable=SC2046,SC2005 # five lines in five words
read -r is1 is2 is3 is4 is5 <<END
$(echo $(systemctl is-active NetworkManager dhcpcd systemd-networkd tailscaled twinlan-tunnel 2>/dev/null))
END
if [ "$is1" = active ]; then say owner networkmanager
elif [ "$is2" = active ]; then say owner dhcpcd
elif [ "$is3" = active ]; then say owner networkd
elif grep -qsE '^[[:space:]]*iface[[:space:]]+(eth|en|br)' /etc/network/interfaces /etc/network/interfaces.d/*; then say owner ifupdown
else say owner none; fi
say tunnel_active "$is5"
# Files of somebody else that configure a wired card, a bridge or a tunnel by ifupdown: the recipe done by hand, or a network of its own.
grep -lsE '^[[:space:]]*iface[[:space:]]+(eth|en|br|gretap)' /etc/network/interfaces /etc/network/interfaces.d/* | sed '\,/interfaces\.d/twinlan$,d; s/^/netfile=/'

# Fixed addresses in dhcpcd.conf, our own blocks left out: "INTERFACE NAME=VALUE".
[ ! -r /etc/dhcpcd.conf ] || awk '/^# >>> twinlan/ { ours = 1 } /^# <<< twinlan/ { ours = 0 } ours { next }
    $1 == "interface" { of = $2 } $1 == "profile" || $1 == "ssid" { of = "" }
    $1 == "static" && of != "" { sub(/^[ \t]*static[ \t]+/, ""); sub(/[ \t]+$/, ""); print "dhcpcd_static=" of " " $0 }' /etc/dhcpcd.conf

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
    address=-
    while read -r owner at; do [ "$owner" = "$name" ] && address=$at; done <<END
$addresses
END
    say iface "$name $mac $kind $master $speed $carrier $address"
done

# Rules of a firewall that name the LAN card no longer match once a bridge has its address. Asked before the first setup only.
card=$(ip -4 route show default 2>/dev/null | sed -n '1s/.* dev \([^ ]*\).*/\1/p')
if [ -n "$card" ] && [ ! -e /var/lib/twinlan/confirmed ] &&
    { nft list ruleset 2>/dev/null || iptables-save 2>/dev/null; } | grep -qE "(-i|iifname|iif) \"?$card\"?( |\$)"; then
    say firewall "$card"
fi

# Asked by name, so that the answer is short; a package half removed does not count.
dpkg-query -W -f '${db:Status-Status} ${Package}\n' ebtables iproute2 bridge-utils nftables iputils-arping isc-dhcp-client \
    ifupdown dhcpcd5 dhcpcd dhcpcd-base tailscale iptables 2>/dev/null | sed -n 's/^installed /pkg=/p'

modules=/lib/modules/$kernel
for m in ip_gre bridge br_netfilter fou nf_tables; do
    if [ -d "/sys/module/$m" ]; then say module "$m loaded"
    elif grep -qsE "/$m\.ko" "$modules/modules.dep" "$modules/modules.builtin"; then say module "$m available"; fi
done

# Our files: whole ones in two calls together, blocks one by one, only when they are there.
whole=''
for spec in "$@"; do
    path=${spec%#*}; part=${spec#"$path"}
    [ -f "$path" ] || continue
    if [ -z "$part" ]; then whole="$whole $path"; continue; fi
    mark="twinlan ${part#?}"
    grep -q "^# >>> $mark" "$path" || continue
    sum=$(sed -n "/^# >>> $mark/,/^# <<< $mark/{//!p;}" "$path" | sha256sum)
    say file "${sum%% *} $(stat -c %a "$path") $spec"
done
if [ -n "$whole" ]; then
    # shellcheck disable=SC2086 # our own paths, without spaces
    modes=$(stat -c '%a %n' $whole)
    # shellcheck disable=SC2086
    sha256sum $whole | while read -r sum path; do
        while read -r mode name; do [ "$name" = "$path" ] && say file "$sum $mode $path"; done <<END
$modes
END
    done
fi

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
if [ -r /run/twinlan/state ]; then
    sys /run/twinlan/state; say tunnel_state "$value"
    if [ "$value" = joined ] && [ -n "$far" ]; then
        # A router may refuse pings but must answer ARP.
        if ping -n -q -c 1 -W 2 "$far" >/dev/null 2>&1 || ip neigh show "$far" 2>/dev/null | grep -qE 'REACHABLE|DELAY'; then
            say far_answers yes
        else
            say far_answers no
        fi
    fi
fi
if [ -r /etc/twinlan/plan.json ]; then say plan_b64 "$(base64 -w0 /etc/twinlan/plan.json)"; fi
say bridges "$(echo /sys/class/net/*/bridge)"

if command -v tailscale >/dev/null 2>&1; then
    say ts_installed yes
    say ts_service "$is4"
    [ "$is4" = active ] && say ts_status_b64 "$(timeout 10 tailscale status --json 2>/dev/null | base64 -w0)"
    # Asked apart, because a stopped tailscaled has no status.
    [ "$is4" = active ] || say ts_version "$(tailscale version 2>/dev/null | head -n 1)"
else
    say ts_installed no
fi
say end ok
