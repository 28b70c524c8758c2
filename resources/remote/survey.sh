#!/bin/sh
# survey.sh [token=TOKEN] [far=ADDRESS] [PATH|PATH#top|PATH#end]...   Changes nothing. Says what this Pi is and how it stands, in one
# call, because one call costs as much as one question (remote/plan/README.md#what-things-cost). PATH is hashed whole; of #top and #end
# the lines inside our block at that end of the file are told. ADDRESS: the other home's router; with a joined tunnel it is asked whether it
# answers. If it does, Tailscale need not be asked, which would cost 0.4 s: ts_carries=OWN OTHER are the 100.x addresses it carries.
# And what only the check-up page wants to know (clock, room on the disk, servers, firewalls) is then left out, so that it needs no root either;
# where it does all the same, needs_root=yes is all it says. TOKEN: who asks, as in claim.sh, and is not told of itself.
# Prints key=value lines, the last one end=ok. Values are one line; what may hold anything is base64.   Exit: 0
set -u
. "${0%/*}/process.sh"
say() { printf '%s=%s\n' "$1" "$2"; }
sys() { value=''; { read -r value < "$1"; } 2>/dev/null || :; }

# A service that runs has a control group with processes in it; asking systemd, which costs 0.3 s, is for systems without such files.
services=/sys/fs/cgroup/system.slice
active() { # SERVICE
    if [ -e "$services/cgroup.events" ]; then
        sys "$services/$1.service/cgroup.events"; [ "$value" = 'populated 1' ]
    else
        systemctl -q is-active "$1"
    fi
}
not_root() { [ "$(id -u)" != 0 ]; }
unreadable() { # PATH…   one of them is there, and not for us
    for path in "$@"; do
        path=${path%#*}
        if [ -d "$path" ]; then [ -x "$path" ] || return 0
        elif [ -e "$path" ] && [ ! -r "$path" ]; then return 0; fi
    done
    return 1
}
. "${0%/*}/networks.sh"
survey_owner() (
    # shellcheck source=/dev/null # by itself: what it sets stays in there
    . "${0%/*}/survey-owner.sh"
)
files_awk=$(cat "${0%/*}/survey-files.awk")

needs_root() { # PATH…
    for kind in $kinds; do "${kind}_is_hidden" && return 0; done
    # Somebody else's setup may be stricter than ours.
    unreadable /var/lib/twinlan /etc/twinlan "$@" && return 0
    # What a container has, root alone can see.
    [ -n "$first" ] || return 1
    for engine in /run/docker.sock /run/docker /run/containerd /run/containers /run/netns /run/systemd/nspawn /sys/fs/cgroup/machine.slice; do
        if [ -e "$engine" ] && not_root; then return 0; fi
    done
    return 1
}

# Asked by name, so that the answer is short; a package half removed does not count. dpkg itself tells the system's architecture. It
# reads its whole database, the longest part of all this.
packages() {
    # shellcheck disable=SC2046,SC2086
    set -- $(dpkg-query -W -f '${db:Status-Status} ${Package} _${Architecture}\n' dpkg ebtables iproute2 nftables iputils-arping arping tailscale \
        iptables $survey_packages 2>/dev/null)
    while [ $# -ge 3 ]; do
        if [ "$2" = dpkg ]; then say arch "${3#_}"; elif [ "$1" = installed ]; then say pkg "$2"; fi
        shift 3
    done
}

# Our files: whole ones in two calls together, of blocks their lines. By the same program what others have written that a kind of network
# wants to know, our own blocks left out.
own_files() { # PATH|PATH#PART…
    whole='' parts=''
    for spec in "$@"; do
        path=${spec%#*}
        [ -f "$path" ] || continue
        if [ "$path" = "$spec" ]; then whole="$whole $path"; else parts="$parts $spec"; fi
    done
    files=''
    for spec in $parts $survey_files /etc/twinlan/plan.json /proc/mounts; do
        path=${spec%#*}
        # Without spaces: ifupdown itself would not take others.
        case " $files " in *" $path "*) ;; *) [ ! -f "$path" ] || files="$files $path" ;; esac
    done
    # shellcheck disable=SC2086
    [ -z "$files" ] || awk -v parts="$parts " "$files_awk
$survey_awk" $files
    [ -n "$whole" ] || return 0
    # shellcheck disable=SC2086
    stat -c 'mode=%a %n' $whole
    # shellcheck disable=SC2086
    sums=$(sha256sum $whole)
    sum=''
    for word in $sums; do # "SUM  PATH" a line
        if [ -z "$sum" ]; then sum=$word; else say sum "$sum $word"; sum=''; fi
    done
}

# Each program started costs 20 to 40 ms on a slow Pi, so what the shell can do itself it does. But `read` asks the kernel for each
# byte, 1 ms for 15 of them there: what a program prints is taken apart by word splitting, and whole files by awk.
machine() {
    sys /proc/sys/kernel/hostname; say hostname "$value"
    sys /proc/sys/kernel/osrelease; kernel=$value
    if [ -r /proc/device-tree/model ]; then say model "$(tr -d '\000' < /proc/device-tree/model)"; fi
    if [ -z "$far" ]; then
        say clock "$(date +%s)"
        least=''
        for kb in $(df -k --output=avail /var /usr 2>/dev/null); do
            case $kb in *[!0-9]*) continue ;; esac # the heading
            if [ -z "$least" ] || [ "$kb" -lt "$least" ]; then least=$kb; fi
        done
        say disk_kb "${least:-0}"
    fi
}

# The router's MAC, by which two routers of one address are told apart. It has just been in use; else it is asked.
gateway_mac() {
    # shellcheck disable=SC2046
    set -- $(ip -4 neigh show "$gateway" dev "$card" 2>/dev/null) # "192.168.1.1 lladdr 02:… REACHABLE"
    [ "${2:-}" = lladdr ] && say default_gw_mac "$3"
}
way_out() { # fills in card and gateway
    route=$(ip -4 route show default 2>/dev/null)
    card='' gateway='' word='' via='' dev=''
    for next in $route default; do # "default via 192.168.1.1 dev eth0 …", the first one that is Ethernet's: a VPN's may come before it
        if [ "$next" = default ] && [ -n "$dev" ]; then
            sys "/sys/class/net/$dev/type"
            if [ -z "$card" ] || [ "$value" = 1 ]; then card=$dev gateway=$via; fi
            [ "$value" != 1 ] || break
            via='' dev=''
        fi
        case $word in via) via=$next ;; dev) dev=$next ;; esac
        word=$next
    done
    [ -z "$gateway" ] || say default_gw "$gateway"
    [ -z "$card" ] || say default_dev "$card"
    [ -z "$gateway" ] || [ -z "$card" ] || gateway_mac || { ping -n -q -c 1 -W 1 "$gateway" >/dev/null 2>&1; gateway_mac || :; }
}

# Who owns the wired interface: the service that has the card, not the release's name. Several may be active (netplan with both its
# renderers); systemd-networkd notes for each card whether it is the one. A card that dhcpcd serves is only watched by NetworkManager.
networkd_has_card() {
    sys "/sys/class/net/$card/ifindex"
    [ -e "/run/systemd/netif/links/$value" ] && grep -qE '^ADMIN_STATE=(configuring|configured)$' "/run/systemd/netif/links/$value"
}
network() {
    owner=''
    for kind in $kinds; do if "${kind}_is_in_charge"; then owner=$owner+$kind; fi; done
    owner=${owner#+}
    case $owner in
    networkmanager) if networkd_has_card; then owner=networkd; fi ;;
    '')
        if active systemd-networkd; then owner=networkd
        elif active connman; then owner=connman
        elif grep -qsE '^[[:space:]]*iface[[:space:]]+(eth|en|br)' /etc/network/interfaces /etc/network/interfaces.d/*; then owner='by-hand'
        else owner=none; fi
        ;;
    esac
    say owner "$owner"
    for kind in $kinds; do "${kind}_tells"; done
}

interfaces() { # fills in addresses
    addresses=$(ip -4 -o addr show 2>/dev/null)
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
        master=-
        if [ -e "$d/master" ]; then
            while IFS='=' read -r key value; do [ "$key" = INTERFACE ] && master=$value; done < "$d/master/uevent"
        fi
        address=-
        case $addresses in *": $name "*) # "2: eth0    inet 192.168.1.10/24 brd …", the first one
            address=${addresses#*": $name "}; address=${address#*inet }; address=${address%% *} ;;
        esac
        say iface "$name $mac $kind $master $speed $carrier $address"
    done
}

modules() {
    modules=/lib/modules/$kernel
    for m in ip_gre bridge br_netfilter fou nf_tables; do
        if [ -d "/sys/module/$m" ]; then say module "$m loaded"
        elif grep -qsE "/$m\.ko" "$modules/modules.dep" "$modules/modules.builtin"; then say module "$m available"; fi
    done
}

# Our own traces.
traces() {
    if active twinlan-tunnel; then say tunnel_active active; fi
    state=none; [ -e /var/lib/twinlan/confirmed ] && state=confirmed
    if [ -r /var/lib/twinlan/armed ]; then
        state=armed
        # The countdown is by the monotonic clock of this boot: the wall clock may jump.
        read -r boot due < /var/lib/twinlan/armed
        sys /proc/sys/kernel/random/boot_id
        if [ "$value" = "$boot" ]; then read -r up _ < /proc/uptime; say rollback_in "$((due - ${up%.*}))"; fi
    fi
    say run_state "$state"
    # A boot that gave the card its own configuration back (boot-guard.sh).
    if [ -z "$far" ] && [ -r /var/lib/twinlan/given-back ]; then sys /var/lib/twinlan/given-back; say gave_back "$value"; fi
    # A bridge made by hand that comes back with Remove (back-up.sh).
    if [ -z "$far" ] && [ -r /var/lib/twinlan/original/manifest ]; then
        sed -n 's/^port [^ ]* \([^-].*\)$/taken_over=\1/p' /var/lib/twinlan/original/manifest
    fi
    # Who works here, if that connection is still there (claim.sh).
    if { read -r held _ pid began by < /run/twinlan-holder; } 2>/dev/null && [ "$held" != "$token" ]; then
        process "$pid" && [ "$start" = "$began" ] && say held_by "$by"
    fi
}
tunnel() { # fills in carries
    if [ -r /run/twinlan/state ]; then
        sys /run/twinlan/state; say tunnel_state "$value"
        if [ "$value" = joined ] && [ -n "$far" ]; then
            # A router may refuse pings but must answer ARP.
            if ping -n -q -c 1 -W 2 "$far" >/dev/null 2>&1 || arping -q -f -c 1 -w 2 -I "$card" "$far" >/dev/null 2>&1; then
                say far_answers yes
                own='' other=''
                while IFS='=' read -r key value; do
                    case $key in LOCAL) own=$value ;; REMOTE) other=$value ;; esac
                done < /etc/twinlan/tunnel.conf
                # The address that the tunnel was made for must still be Tailscale's.
                case $addresses in *" tailscale0 "*"inet $own/"*) carries="$own $other" ;; esac
            else
                say far_answers no
            fi
        fi
    fi
}
vpn() {
    if [ -n "$carries" ]; then
        say ts_carries "$carries"
    elif command -v tailscale >/dev/null 2>&1; then
        say ts_installed yes
        if active tailscaled; then
            say ts_service active
            { timeout 5 tailscale debug prefs 2>/dev/null | grep -q '"ShieldsUp": true' && say ts_shields_up yes; } & # as long as the next one takes
            say ts_status_b64 "$(timeout 10 tailscale status --json 2>/dev/null | base64 -w0)"
            # What it sends into the tailnet beside the tailnet's own addresses: another device's networks, or everything (an exit node).
            # Table 52 is Tailscale's own, which the kernel asks before the main one.
            ip -4 route show table 52 2>/dev/null | awk '$2 == "dev" && $1 !~ /^100[.]/ { print "ts_route=" $1 }'
        else
            # Asked apart, because a stopped tailscaled has no status.
            say ts_version "$(tailscale version 2>/dev/null | head -n 1)"
        fi
    else
        say ts_installed no
    fi
}

token='' far='' carries='' first=''
case ${1:-} in token=*) token=${1#token=}; shift ;; esac
case ${1:-} in far=*) far=${1#far=}; shift ;; esac
# What its owner has on the LAN card is asked before the first setup only.
[ -e /var/lib/twinlan/confirmed ] || first=yes
if needs_root "$@"; then say needs_root yes; say end ok; exit 0; fi
# The longest parts go beside the rest, for Pis with more than one core; so whoever prints here writes whole lines, each at once.
packages &
own_files "$@" &
machine
way_out
if [ -n "$first" ] && [ -n "$card" ]; then survey_owner "$card" "$far" & fi
network
interfaces
modules
traces
tunnel
vpn
wait
say end ok
