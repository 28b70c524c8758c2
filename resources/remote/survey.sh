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
token='' far='' carries=''
case ${1:-} in token=*) token=${1#token=}; shift ;; esac
case ${1:-} in far=*) far=${1#far=}; shift ;; esac

# A service that runs has a control group with processes in it; asking systemd, which costs 0.3 s, is for systems without such files.
services=/sys/fs/cgroup/system.slice
active() { # SERVICE
    if [ -e "$services/cgroup.events" ]; then
        sys "$services/$1.service/cgroup.events"; [ "$value" = 'populated 1' ]
    else
        systemctl -q is-active "$1"
    fi
}

need_root() { say needs_root yes; say end ok; exit 0; }
# Profiles of NetworkManager's are root's alone.
if active NetworkManager && [ "$(id -u)" != 0 ]; then need_root; fi
# Somebody else's setup may be stricter than ours.
for path in /var/lib/twinlan /etc/twinlan /etc/dhcpcd.conf /etc/network/interfaces.d "$@"; do
    path=${path%#*}
    if [ -d "$path" ]; then [ -x "$path" ] && continue
    elif [ ! -e "$path" ] || [ -r "$path" ]; then continue; fi
    need_root
done

# What its owner has on the LAN card is asked before the first setup only. What a container has, root alone can see.
survey_owner() (
    # shellcheck source=/dev/null # by itself: what it sets stays in there
    . "${0%/*}/survey-owner.sh"
)
first=''
if [ ! -e /var/lib/twinlan/confirmed ]; then
    first=yes
    for engine in /run/docker.sock /run/docker /run/containerd /run/containers /run/netns /run/systemd/nspawn /sys/fs/cgroup/machine.slice; do
        if [ -e "$engine" ] && [ "$(id -u)" != 0 ]; then need_root; fi
    done
fi

# Asked by name, so that the answer is short; a package half removed does not count. dpkg itself tells the system's architecture. It
# reads its whole database, the longest part of all this. This and the files go beside the rest, for Pis with more than one core; so
# whoever prints here writes whole lines, each at once.
packages() {
    while [ $# -ge 3 ]; do
        if [ "$2" = dpkg ]; then say arch "${3#_}"; elif [ "$1" = installed ]; then say pkg "$2"; fi
        shift 3
    done
}
# shellcheck disable=SC2046
packages $(dpkg-query -W -f '${db:Status-Status} ${Package} _${Architecture}\n' dpkg ebtables iproute2 bridge-utils nftables iputils-arping arping \
    isc-dhcp-client ifupdown dhcpcd5 dhcpcd dhcpcd-base tailscale iptables 2>/dev/null) &

# Our files: whole ones in two calls together, of blocks their lines. By the same program, our own blocks left out: what dhcpcd.conf says
# for one interface ("INTERFACE OPTION VALUE"), and the lines by which it serves some interfaces only; what somebody else has written for
# a wired card, a bridge or a tunnel of ifupdown's (the recipe done by hand, or a network of its own): the file, and by_hand="INTERFACE
# FAMILY/METHOD CARDS", the cards that are named there; whether ifupdown reads interfaces.d/twinlan; the plan that an earlier setup left; and where
# our files would lie on something that is empty again after a restart, forgets="MOUNT_POINT KIND" (overlay root, tmpfs, read-only, zram).
own_files() {
    whole='' parts=''
    for spec in "$@"; do
        path=${spec%#*}
        [ -f "$path" ] || continue
        if [ "$path" = "$spec" ]; then whole="$whole $path"; else parts="$parts $spec"; fi
    done
    files=''
    for spec in $parts /etc/dhcpcd.conf /etc/twinlan/plan.json /etc/network/interfaces /etc/network/interfaces.d/* /proc/mounts; do
        path=${spec%#*}
        # Without spaces: ifupdown itself would not take others.
        case " $files " in *" $path "*) ;; *) [ ! -f "$path" ] || files="$files $path" ;; esac
    done
    # Not ours, nor what lies beside it in the middle of a switch.
    # shellcheck disable=SC2086
    [ -z "$files" ] || awk -v parts="$parts " -v ours='^/etc/network/interfaces[.]d/twinlan([.]twinlan(-new)?)?$' '
        BEGIN { places = split("/etc/twinlan /etc/network/interfaces.d /etc/NetworkManager/system-connections /etc/systemd/system /var/lib/twinlan /usr/local/lib/twinlan", place) }
        function say(line) { print line; fflush() }
        function stanza_ends() {
            # "static 0.0.0.0" is how the recipe says: no address.
            if (stanza != "") say("by_hand=" stanza " " (method == "inet/static" && !fixed ? "inet/manual" : method) " " (cards == "" ? "-" : cards))
            stanza = ""
        }
        # As interfaces(5) has it: a pattern, or a folder, whose files without a dot are read.
        function reads_ours(how, what) {
            if (what !~ "^/") what = "/etc/network/" what
            if (how == "source-directory") { sub("/+$", "", what); return what == "/etc/network/interfaces.d" }
            gsub(/[.+$(){}|]/, "[&]", what); gsub(/[*]/, "[^/]*", what); gsub(/[?]/, "[^/]", what)
            return "/etc/network/interfaces.d/twinlan" ~ ("^" what "$")
        }
        FNR == 1 { stanza_ends(); part = ""; of = ""; told = 0 }
        FILENAME == "/proc/mounts" {
            # At each of our places the deepest one counts, and of those the last one.
            for (i = 1; i <= places; i++) if (($2 == "/" || index(place[i] "/", $2 "/") == 1) && length($2) >= length(at[i])) {
                at[i] = $2
                passing = $3 ~ /^(overlay|aufs|unionfs|tmpfs|ramfs|squashfs|fuse[.]unionfs)/ || $1 ~ /^.dev.z?ram[0-9]/
                how[i] = passing ? $3 : "," $4 "," ~ /,ro,/ ? "read-only" : ""
            }
            next
        }
        FILENAME == "/etc/twinlan/plan.json" { say("plan_line=" $0); next }
        /^# >>> twinlan / { part = $4; wanted = index(parts, " " FILENAME "#" part " "); if (wanted) say("block=" FILENAME "#" part); next }
        /^# <<< twinlan / { part = ""; next }
        part != "" { if (wanted) say("block_line=" FILENAME "#" part " " $0); next }
        FILENAME ~ ours { next }
        FILENAME ~ "^/etc/network/" {
            if ($1 ~ /^(iface|mapping|auto|allow-.*|no-.*|rename|template|source.*)$/) stanza_ends()
            if ($1 ~ /^source/ && reads_ours($1, $2)) say("interfaces_d=yes")
            if ($1 == "iface" && $2 ~ /^(eth|en|br|gretap)/) {
                if (!told++) say("netfile=" FILENAME)
                stanza = $2; method = $3 "/" $4; fixed = 0; cards = ""
            } else if (stanza != "") {
                if ($1 == "address" && $2 !~ /^0[.]0[.]0[.]0/) fixed = 1
                for (i = 1; i <= NF; i++) if ($i ~ /^(eth|en)[a-z0-9]+$/) cards = cards (cards == "" ? "" : ",") $i
            }
            next
        }
        FILENAME != "/etc/dhcpcd.conf" { next }
        # As dhcpcd reads it: a comment begins the line, or stands behind a value, neither in quotes nor escaped.
        /^[ \t]*([#;]|$)/ { next }
        {
            quoted = 0
            for (i = 1; index($0, "#") && i <= length($0); i++) {
                c = substr($0, i, 1)
                if (c == "\\") i++
                else if (c == "\"") quoted = !quoted
                else if (c == "#" && !quoted) $0 = substr($0, 1, i - 1)
            }
            gsub(/\r/, "^M") # to be seen: dhcpcd takes it for a part of the value
            gsub(/^[ \t]+|[ \t]+$/, "")
            value = $0; sub(/^[^ \t]+[ \t]*/, "", value)
        }
        $1 == "denyinterfaces" || $1 == "allowinterfaces" { $1 = $1; say("dhcpcd_limit=" $0); next }
        $1 == "interface" { of = value; sub(/\^M$/, "", of); if (of ~ /[ \t]/) of = ""; next }
        $1 == "profile" || $1 == "ssid" { of = ""; next }
        of != "" { say("dhcpcd_option=" of " " $1 (value == "" ? "" : " " value)) }
        END {
            stanza_ends()
            for (i = 1; i <= places; i++) if (how[i] != "") { say("forgets=" at[i] " " how[i]); break }
        }' $files
    if [ -n "$whole" ]; then
        # shellcheck disable=SC2086
        stat -c 'mode=%a %n' $whole
        # shellcheck disable=SC2086
        sums=$(sha256sum $whole)
        sum=''
        for word in $sums; do # "SUM  PATH" a line
            if [ -z "$sum" ]; then sum=$word; else say sum "$sum $word"; sum=''; fi
        done
    fi
}
own_files "$@" &

# Each program started costs 20 to 40 ms on a slow Pi, so what the shell can do itself it does. But `read` asks the kernel for each
# byte, 1 ms for 15 of them there: what a program prints is taken apart by word splitting, and whole files by awk.
sys /proc/sys/kernel/hostname; say hostname "$value"
sys /proc/sys/kernel/osrelease; kernel=$value; say kernel "$kernel"
if [ -r /proc/device-tree/model ]; then say model "$(tr -d '\000' < /proc/device-tree/model)"; fi
if [ -r /etc/os-release ]; then
    # shellcheck source=/dev/null
    os=$(. /etc/os-release; printf '%s %s' "${ID:-}" "${VERSION_ID:-}")
    say os_id "${os% *}"; say os_version "${os#* }"
fi
if [ -z "$far" ]; then
    say clock "$(date +%s)"
    least=''
    for kb in $(df -k --output=avail /var /usr 2>/dev/null); do
        case $kb in *[!0-9]*) continue ;; esac # the heading
        if [ -z "$least" ] || [ "$kb" -lt "$least" ]; then least=$kb; fi
    done
    say disk_kb "${least:-0}"
fi

route=$(ip -4 route show default 2>/dev/null)
card='' word='' gateway=''
for next in $route; do # "default via 192.168.1.1 dev eth0 …", the first one
    [ "$next" != default ] || [ -z "$word" ] || break
    case $word in
    via) gateway=$next; say default_gw "$next" ;;
    dev) card=$next; say default_dev "$card" ;;
    esac
    word=$next
done

# The router's MAC, by which two routers of one address are told apart. It has just been in use; else it is asked.
gateway_mac() {
    # shellcheck disable=SC2046
    set -- $(ip -4 neigh show "$gateway" dev "$card" 2>/dev/null) # "192.168.1.1 lladdr 02:… REACHABLE"
    [ "${2:-}" = lladdr ] && say default_gw_mac "$3"
}
if [ -n "$gateway" ] && [ -n "$card" ]; then
    gateway_mac || { ping -n -q -c 1 -W 1 "$gateway" >/dev/null 2>&1; gateway_mac || :; }
fi
if [ -n "$first" ] && [ -n "$card" ]; then survey_owner "$card" "$far" & fi

# Who owns the wired interface: the service that has the card, not the release's name. Several may be active (netplan with both its
# renderers); systemd-networkd notes for each card whether it is the one. A card that dhcpcd serves is only watched by NetworkManager.
networkd_has_card() {
    sys "/sys/class/net/$card/ifindex"
    [ -e "/run/systemd/netif/links/$value" ] && grep -qE '^ADMIN_STATE=(configuring|configured)$' "/run/systemd/netif/links/$value"
}
owner=none
if active NetworkManager; then
    owner=networkmanager
    if active dhcpcd; then owner=networkmanager+dhcpcd
    elif networkd_has_card; then owner=networkd; fi
elif active dhcpcd; then owner=dhcpcd
elif active systemd-networkd; then owner=networkd
elif grep -qsE '^[[:space:]]*iface[[:space:]]+(eth|en|br)' /etc/network/interfaces /etc/network/interfaces.d/*; then owner=ifupdown; fi
say owner $owner
# Where ifupdown has the card by a file of somebody's own, dhcpcd stands back, but will start again at a boot without that file.
if [ -e /etc/systemd/system/multi-user.target.wants/dhcpcd.service ]; then say dhcpcd_at_boot yes; fi
if active twinlan-tunnel; then say tunnel_active active; fi

# What the card's own profile says of addresses goes along to the bridge, of the cable to our port, and is read there once it is switched.
# Of other sections (802.1X, …) only the name is told, because they may hold passwords. Nothing is said of a profile that NetworkManager
# made up for an address which somebody else gave: there would be nothing to go back to. On Raspberry Pi OS 13 netplan writes the profile
# anew, into /run; ours lies in /etc beside it and comes first.
own_profile() {
    profiles=/etc/NetworkManager/system-connections
    set -- $profiles/twinlan-bridge.nmconnection $profiles/twinlan-port.nmconnection
    if [ ! -e "$1" ]; then
        set -- "$(nmcli -t -f DEVICE,FILENAME connection show --active 2>/dev/null | sed -n "s/^$card://p" | sed 's/\\\(.\)/\1/g')"
    fi
    [ ! -f "$1" ] || awk '
        FNR == 1 { section = ""; bridge = FILENAME ~ /\/twinlan-bridge[.]nmconnection$/; port = FILENAME ~ /\/twinlan-port[.]nmconnection$/ }
        /^[ \t]*([#;]|$)/ { next }
        /^\[/ {
            section = $0; gsub(/^\[|\][ \t]*$/, "", section)
            if (section == "802-3-ethernet") section = "ethernet" # its older name
            next
        }
        section == ".nmmeta" && $0 == "external=true" { told = 0; exit }
        bridge && section !~ /^(ipv[46]|connection)$/ { next }
        port && section !~ /^(ethernet|ethtool)$/ { next }
        section ~ /^(match|user|hostname|netplan|[.]nmmeta)$/ { next } # of which profile it is, and for whom
        {
            at = index($0, "="); key = substr($0, 1, at - 1); value = substr($0, at + 1)
            gsub(/[ \t]+$/, "", key); sub(/^[ \t]+/, "", value)
            # Of the profile itself, what counts for whoever is served by it. The rest is its name, and when it is taken.
            if (section == "connection" && key !~ /^(zone|metered|mdns|llmnr|dns-over-tls|secondaries)$/) next
            if (section ~ /^(connection|ipv[46]|ethernet|ethtool)$/ && key !~ /password/) { if (value != "") said[told++] = "nm_setting=" section "." key "=" value }
            else if (!(section in other)) { other[section]; said[told++] = "nm_other=" section }
        }
        END { for (i = 0; i < told; i++) print said[i] }' "$@"
}
if [ -n "$card" ] && active NetworkManager; then own_profile; fi

# ifupdown has dhclient ask under an identity of its own, kept with its leases: by that the router knows this Pi.
if [ -n "$card" ] && [ -e "/run/dhclient.$card.pid" ]; then
    say dhclient_duid_b64 "$(sed -n 's/^default-duid "\(.*\)";$/\1/p' "/var/lib/dhcp/dhclient.$card.leases" 2>/dev/null | tail -n 1 | tr -d '\n' | base64 -w0)"
fi

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

modules=/lib/modules/$kernel
for m in ip_gre bridge br_netfilter fou nf_tables; do
    if [ -d "/sys/module/$m" ]; then say module "$m loaded"
    elif grep -qsE "/$m\.ko" "$modules/modules.dep" "$modules/modules.builtin"; then say module "$m available"; fi
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

if [ -n "$carries" ]; then
    say ts_carries "$carries"
elif command -v tailscale >/dev/null 2>&1; then
    say ts_installed yes
    if active tailscaled; then
        say ts_service active
        say ts_status_b64 "$(timeout 10 tailscale status --json 2>/dev/null | base64 -w0)"
    else
        # Asked apart, because a stopped tailscaled has no status.
        say ts_version "$(tailscale version 2>/dev/null | head -n 1)"
    fi
else
    say ts_installed no
fi
wait
say end ok
