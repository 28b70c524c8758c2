#!/bin/sh
# rollback.sh timer|boot|now|giveback|remove [packages]   Puts the Pi back as it was, and makes it answer.
#   timer   the dead-man timer ran out: back to "previous", live. Does nothing once the setup was confirmed.
#   boot    the same after a power cut in the middle: files only, before networking starts.
#   now     Stop and undo: as timer, but not waiting.
#   giveback  a boot brought no network (boot-guard.sh): back to "original", live; the backup stays.
#   remove  back to "original": byte for byte as before the first setup; takes away what is ours, kernel modules that were not
#           loaded then included; with "packages" also those that the setup installed and nothing else needs.
# Needs no network, no wizard, no Python. Safe to run again after it was cut off in the middle: each step repeats itself.
# Where the setup had taken over a bridge that somebody made by hand, the Pi restarts some seconds later: what its owner's files make of
# it, a boot makes best.
# Prints: restored=N; restarts=yes; with packages: packages=removed|kept|none   Exit: 0
set -u
trap '' HUP PIPE # goes on when the connection that asked for it dies
base=/var/lib/twinlan
mode=${1:-}
[ "$mode" != remove ] || [ -e "$base/original/manifest" ] || { echo restored=0; exit 0; } # nothing of ours is here
case $mode in giveback | remove) from=$base/original ;; timer | boot | now) from=$base/previous ;; *) exit 2 ;; esac
case $mode in timer | boot) [ -e "$base/armed" ] || exit 0 ;; esac
exec 9> /run/twinlan-rollback.lock; flock 9 # two at once: the second finds nothing left to do
case $mode in timer | boot) [ -e "$base/armed" ] || exit 0 ;; esac

still_set_up() { [ -e /etc/twinlan/tunnel.conf ]; } # as it was before the last switch

took_over() { grep -q '^port [^ ]* [^-]' "$from/manifest"; }

# Services that the switch had start with the Pi, or took a mask from.
services_as_before() {
    [ -r "$base/enabled" ] || return 0
    while read -r what path; do case $what in
        link) rm -f "$path" ;;
        mask) [ -L "$path" ] || ln -s /dev/null "$path" ;;
        esac; done < "$base/enabled"
    rm -f "$base/enabled"
}

restore_files() {
    n=0
    while read -r state rest; do
        path=/${rest#*/}
        case $state in file | absent) rm -f "$path.twinlan-new" ;; esac # of a switch that was cut off
        case $state in
        file)
            # Beside it first, then moved: at no moment is half a file there.
            mkdir -p "${path%/*}" && cp -a "$from/files$path" "$path.twinlan" && mv -f "$path.twinlan" "$path" && n=$((n + 1)) ;;
        absent) rm -f "$path" && n=$((n + 1)) ;;
        esac
    done < "$from/manifest"
    rmdir /etc/twinlan /etc/systemd/system/dhcpcd.service.d 2>/dev/null
    [ -e /etc/systemd/system/twinlan-tunnel.service ] || rm -f /etc/systemd/system/multi-user.target.wants/twinlan-tunnel.service
    still_set_up || { rm -f "$base/confirmed"; services_as_before; }
    sync
    echo "restored=$n"
}

disarm() {
    rm -f "$base/armed" /etc/systemd/system/sysinit.target.wants/twinlan-rollback.service /etc/systemd/system/twinlan-rollback.service
    sync -f "$base"
}

# The address moves back from the bridge to its port, as switch.sh moved it there.
move_back() {
    bridge=$1 port=$2
    [ -d "/sys/class/net/$bridge/bridge" ] || return 0
    systemctl kill -s KILL dhcpcd 2>/dev/null
    {
        ip -4 -o addr show dev "$bridge" scope global | awk -v p="$port" '{ print "addr add", $4, "broadcast + dev", p }'
        echo "link set $port nomaster"
        echo "link set $port up"
        ip -4 route show dev "$bridge" | awk -v p="$port" '$1 == "default" { sub(/ linkdown/, ""); sub(/default via [^ ]+/, "& dev " p); print "route replace", $0 }' | head -n 1
        echo "link del $bridge"
    } > /run/twinlan-back.batch
    echo 0 > "/proc/sys/net/ipv6/conf/$port/disable_ipv6" 2>/dev/null
    # The routes of the bridge go with it, so they are added again after it.
    grep -v '^route' /run/twinlan-back.batch | ip -force -batch - 2>/dev/null
    grep '^route' /run/twinlan-back.batch | ip -force -batch - 2>/dev/null
    rm -f /run/twinlan-back.batch /var/lib/dhcpcd*/"$bridge.lease"
    systemctl reset-failed dhcpcd 2>/dev/null
    grep -q '^service dhcpcd .*ActiveState=inactive' "$from/manifest" || systemctl start dhcpcd 2>/dev/null
    return 0
}

profiles=/etc/NetworkManager/system-connections
by_profiles() { grep -q " $profiles/twinlan-port.nmconnection\$" "$from/manifest"; }
# Whether a profile that is not ours serves the card; if not, state says how far it is: 30 disconnected, 0 nobody to ask (NMDeviceState).
served_again() { # PORT
    # shellcheck disable=SC2046 # "100 (connected) Wired connection 1"
    set -- "$1" $(nmcli -g GENERAL.STATE,GENERAL.CONNECTION device show "$1" 2>/dev/null)
    state=${2:-0}
    [ ! -e "/sys/class/net/$1/master" ] && [ "$state" = 100 ] && [ "${4:-}" != twinlan-port ]
}
wait_for_profile() { # PORT   up to 20 s, but only 2 s where nothing is being tried
    waited=0 idle=0
    until served_again "$1"; do
        case $state in 0 | 30) idle=$((idle + 1)) ;; *) idle=0 ;; esac
        [ $idle -lt 4 ] && [ $waited -lt 40 ] || return 1
        sleep 0.5
        waited=$((waited + 1))
    done
}
# NetworkManager takes the bridge away with its profile, and gives the card the profile that it had before.
move_back_by_profiles() { # BRIDGE PORT
    nmcli connection reload
    # The profile that it makes for a card that has none ("Wired connection 1") it makes when it first sees the card: not now, if it was
    # started while ours was there. So it is made to see the card for the first time.
    if ! wait_for_profile "$2"; then
        systemctl stop NetworkManager
        ip link del "$1" 2>/dev/null
        ip link set "$2" nomaster
        ip addr flush dev "$2"
        ip link set "$2" down
        read -r index < "/sys/class/net/$2/ifindex" && rm -f "/run/NetworkManager/devices/$index"
        systemctl start NetworkManager
        wait_for_profile "$2"
    fi
    rm -f /var/lib/NetworkManager/*-"$1".lease
    return 0
}

# Those that the setup loaded. One that somebody else has come to use stays: the kernel says no.
unload_modules() {
    # What nft brought along for its own use of the bridge would hold it.
    modprobe -r nft_meta_bridge nft_reject_bridge nf_conntrack_bridge 2>/dev/null
    for m in br_netfilter fou ip_gre bridge; do
        grep -qx "module $m absent" "$from/manifest" && modprobe -r "$m" 2>/dev/null
    done
    # What was there before handed bridged frames to iptables, as the kernel does unless told otherwise; tunnel.sh had changed that.
    for f in /proc/sys/net/bridge/bridge-nf-call-*tables; do [ ! -e "$f" ] || echo 1 > "$f"; done
    return 0
}

# Only what the setup brought along; if apt would take more away with it, somebody else has come to need it, and all stays.
remove_packages() {
    export DEBIAN_FRONTEND=noninteractive
    dpkg-query -W -f '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | sort -u > "$base/packages.now"
    # An installation that was cut off has not noted yet what is new.
    [ ! -e "$base/packages.before" ] || comm -13 "$base/packages.before" "$base/packages.now" >> "$base/packages"
    [ -s "$base/packages" ] || { echo packages=none; return; }
    sort -u -o "$base/packages" "$base/packages"
    # shellcheck disable=SC2046 # a list of package names
    set -- $(comm -12 "$base/packages.now" "$base/packages")
    [ $# -gt 0 ] || { echo packages=none; return; }
    if [ -z "$(apt-get -qq --simulate purge "$@" 2>/dev/null | awk '$1 == "Purg" || $1 == "Remv" { print $2 }' | sort -u | comm -23 - "$base/packages")" ] &&
        apt-get -q -y -o DPkg::Lock::Timeout=120 purge "$@" </dev/null >&2; then
        echo packages=removed
    else
        echo packages=kept
    fi
}

if [ "$mode" = boot ]; then
    restore_files
    disarm
    exit 0
fi

BRIDGE=br_lan PORT=eth0
# shellcheck source=/dev/null
[ -r /etc/twinlan/tunnel.conf ] && . /etc/twinlan/tunnel.conf
systemctl stop twinlan-tunnel 2>/dev/null
[ -x /etc/twinlan/filter.sh ] && /etc/twinlan/filter.sh stop 2>/dev/null
restore_files
if still_set_up; then
    # "previous" was a setup too: it goes on with the files of then.
    ! by_profiles || nmcli connection load $profiles/twinlan-bridge.nmconnection $profiles/twinlan-port.nmconnection
    systemctl daemon-reload
    systemctl start twinlan-tunnel
else
    if by_profiles; then move_back_by_profiles "$BRIDGE" "$PORT"; else move_back "$BRIDGE" "$PORT"; fi
    nft delete table bridge twinlan 2>/dev/null
    nft delete table inet twinlan 2>/dev/null
    [ "$mode" != remove ] || unload_modules
    rm -rf /run/twinlan
    systemctl daemon-reload
fi
disarm
systemctl stop twinlan-rollback-timer.timer 2>/dev/null
if ! still_set_up && took_over; then
    systemd-run -q --on-active=3s --timer-property=AccuracySec=1s systemctl reboot && echo restarts=yes
fi
if [ "$mode" = remove ]; then
    [ "${2:-}" != packages ] || remove_packages
    rm -rf "$base" /usr/local/lib/twinlan
    systemctl daemon-reload
fi
exit 0
