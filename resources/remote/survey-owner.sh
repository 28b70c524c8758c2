#!/bin/sh
# survey-owner.sh CARD [FAR]   Changes nothing. Says what the Pi's owner has on the LAN card: what keeps a bridge from having it, and, without
# FAR, what goes by its name and will find nothing there once the bridge has the address. A part of survey.sh, as the function survey_owner,
# which runs beside the rest, and before the first setup only; so whoever prints writes whole lines, each at once.
# Prints: card_user=NAME (KIND), bound=PROGRAM|FILE, firewall=CARD|FILE   Exit: 0
set -u
card=$1
say() { printf '%s=%s\n' "$1" "$2"; }

# The kernel gives a card to one taker of all its frames: a bridge, or macvlan and its like. VLANs and programs that listen are none.
kind_of() { # WORD… of `ip -d -o link`, which names the kind behind the limits of the MTU
    kind='' before=''
    for word in "$@"; do
        case $before in
        maxmtu) before=kind ;;
        kind) [ "$word" = \\ ] || { kind=$word; return; } ;;
        *) before=$word ;;
        esac
    done
}
said='|'
user() { case $said in *"|$1|"*) ;; *) said="$said$1|"; say card_user "$1" ;; esac; }
for upper in "/sys/class/net/$card"/upper_*; do
    name=${upper##*/upper_}
    if [ ! -e "$upper" ] || [ -e "/proc/net/vlan/$name" ] || [ -e "/sys/class/net/$name/bridge" ]; then continue; fi
    # shellcheck disable=SC2046
    kind_of $(ip -d -o link show dev "$name" 2>/dev/null)
    case $kind in vlan | bridge) ;; *) user "$name (${kind:-?})" ;; esac
done

# A container's card is in a network of its own, where nobody sees it from here: root looks into each.
if [ "$(id -u)" = 0 ]; then
    { read -r index <"/sys/class/net/$card/ifindex"; } 2>/dev/null || index=none
    own=$(readlink /proc/self/ns/net)
    id='' looked=" ${own#*:} "
    # "NUMBER PID" of those that have a process, "NUMBER PATH" of those that have a name, which may be the same ones.
    for word in $(lsns -t net -n -r -o NS,PID 2>/dev/null; stat -L -c '%i %n' /run/netns/* /run/docker/netns/* 2>/dev/null); do
        if [ -z "$id" ]; then id="[$word]"; continue; fi
        number=$id id=''
        case $looked in *" $number "*) continue ;; esac
        looked="$looked$number "
        case $word in
        /*) who=${word##*/} network=$word ;;
        *) who=$word network=/proc/$word/ns/net
            { read -r who <"/proc/$word/comm"; } 2>/dev/null || continue ;;
        esac
        kinds=$(nsenter --net="$network" ip -d -o link show 2>/dev/null |
            awk -v lower="@if$index:$" '$2 ~ lower { for (i = 3; i <= NF; i++) if ($i ~ /^(mac|ip)v(lan|tap)$|^macsec$/) { print $i; next } }')
        for kind in $kinds; do user "$who ($kind)"; done
    done
    # A network of Docker's waits for its containers, and takes the card at a boot, before the bridge is there or after.
    if command -v docker >/dev/null 2>&1; then
        networks=$(timeout 5 docker network ls -q -f driver=macvlan -f driver=ipvlan 2>/dev/null)
        # shellcheck disable=SC2086
        [ -z "$networks" ] || timeout 5 docker network inspect -f '{{index .Options "parent"}} {{.Driver}} {{.Name}}' $networks 2>/dev/null |
            while read -r parent kind name; do [ "$parent" != "$card" ] || say card_user "$name ($kind, Docker)"; done
    fi
fi
[ -z "${2:-}" ] || exit 0

# Rules of a firewall that name the card.
firewall_awk=$(cat "${0%/*}/survey-firewall.awk")
{
    if command -v nft >/dev/null 2>&1; then
        nft list ruleset
    else
        iptables-save; ip6tables-save
    fi
    iptables-legacy-save; ip6tables-legacy-save
} 2>/dev/null | awk -v card="$card" "$firewall_awk"

# Programs that have tied a socket to the card, whatever their settings look like. Those that give it its address do so too, and go along.
ss -H -tuwlnp 2>/dev/null | awk -v card="$card" '
    index($5, "%" card ":") && $5 !~ /^\[fe80/ {
        name = $0
        if (!sub(/.*users:\(\("/, "", name) || !sub(/".*/, "", name)) name = "port " substr($5, index($5, "%" card ":") + length(card) + 2)
        if (name !~ /^(dhcpcd|dhclient|udhcpc|NetworkManager|systemd-network|tailscaled)/ && !told[name]++) { print "bound=" name; fflush() }
    }'

# And settings that name it, in whatever program they are. Not those of the network itself, which the setup sees to, and not what only
# counts or shows.
stem=${card%%[0-9]*}
files=$(grep -rlIsE --exclude-dir=network --exclude-dir=NetworkManager --exclude-dir=netplan --exclude-dir=udev --exclude-dir=twinlan \
    --exclude-dir=init.d --exclude-dir='rc?.d' --exclude-dir=ssl --exclude-dir=alternatives --exclude-dir=apt --exclude-dir=fonts --exclude-dir=X11 \
    --exclude-dir='apparmor*' --exclude-dir=pam.d --exclude-dir=perl --exclude-dir='python*' --exclude-dir=profile.d --exclude-dir=dhcp \
    --exclude-dir=bash_completion.d --exclude-dir=logrotate.d --exclude-dir='sysctl*' --exclude-dir='modprobe.d' --exclude-dir=update-motd.d \
    --exclude-dir=pihole --exclude-dir=wpa_supplicant --exclude-dir=cloud --exclude-dir=conky --exclude-dir=ssh --exclude-dir=zsh --exclude='*csh*' --exclude='issue*' --exclude=motd \
    --exclude=hosts --exclude='dhcpcd.conf*' --exclude='*.bak' --exclude='*.old' --exclude='*.orig' --exclude='*.save' --exclude='*~' \
    --exclude='*.dpkg-*' --exclude='*.ucf-*' --exclude='*.log' --exclude='*.pem' --exclude='sysctl.conf' --exclude='vnstat.conf' \
    -e "$card" -e "${stem:-$card}[*+]" /etc /usr/local/etc 2>/dev/null)
for file in /etc/pihole/pihole.toml /etc/pihole/dnsmasq.conf /var/lib/lxc/*/config; do
    [ ! -f "$file" ] || files="$files
$file"
done
[ -n "$files" ] || exit 0
IFS='
'
set -f
# shellcheck disable=SC2086
exec awk -v card="$card" -v stem="${stem:-$card}" '
    function tell() {
        # Pi-hole notes the name of the card in any case, and goes by it in two of its ways only, or when it gives out addresses.
        if (file ~ /pihole[.]toml$/ && everywhere && !gives) line = ""
        if (line != "") { print (firewall ? "firewall=" : "bound=") file; fflush() }
        line = ""; firewall = 0; everywhere = 0; gives = 0
    }
    BEGIN {
        gsub(/[.]/, "[.]", card)
        # "eth0" and "eth0:1", neither "eth0.10" nor "/proc/sys/net/ipv4/conf/eth0/…".
        word = "(^|[^A-Za-z0-9_.@/-])(" card "|" stem "[*+])([^A-Za-z0-9_.@-]|[.]?$)"
    }
    FNR == 1 { tell(); file = FILENAME; part = "" }
    /^[ \t]*([#;!]|\/\/)/ { next }
    { sub(/[ \t]#.*/, ""); gsub(/<!--.*-->/, "") }
    /^[ \t]*\[/ { part = $1 }
    $1 == "listeningMode" && /"(LOCAL|ALL|NONE)"/ { everywhere = 1 }
    part == "[dhcp]" && $1 == "active" && /true/ { gives = 1 }
    $0 ~ word {
        line = $0
        if (file ~ /^\/etc\/(iptables|nftables|ufw|firewalld|shorewall|ferm|wireguard)/ || line ~ /ip6?tables|nft |[io]ifname|masquerade|MASQUERADE/) firewall = 1
    }
    END { tell() }' $files
