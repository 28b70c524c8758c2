#!/bin/sh
# boot-guard.sh   Watches what a boot makes of the network, without network, wizard or Python. Where the Pi could have its LAN address and
# its router, and has not, it first repairs: the card's name, files of ours that are damaged, the network's own service. Where that does
# not help it gives the LAN card back the configuration that it had before the first setup (rollback.sh giveback), and says so in
# /var/lib/twinlan/given-back; at most once a boot. It waits, and changes nothing, while the Pi is not to blame: no cable, a router that
# is off or boots, a setup at work.
# Writes one word to /run/twinlan-boot: fine | repaired | given-back | waiting:cable | waiting:card | waiting:router | waiting:setup |
# looking   Exit: 0
set -u
. "${0%/*}/process.sh"
. "${0%/*}/networks.sh"
base=/var/lib/twinlan
# Seconds during which the router answered the Pi's question for it, and the Pi had no network all the same: a DHCP client has its answer
# in 10, and the boot of a slow Pi has settled in 30.
repair_after=40 give_back_after=80
# Seconds without a bridge, and without an answer from any router that is known here.
give_up_after=900

last=''
says() { [ "$1" = "$last" ] || { last=$1; echo "$1"; echo "$1" > /run/twinlan-boot.new && mv /run/twinlan-boot.new /run/twinlan-boot; }; }
seconds() { read -r up _ < /proc/uptime; up=${up%.*}; }

setup_works() {
    if [ -e $base/armed ] || [ -L $base/removing ]; then return 0; fi
    { read -r _ due pid began _ < /run/twinlan-holder; } 2>/dev/null || return 1
    seconds
    [ "$up" -lt "$due" ] || return 1
    process "$pid" && [ "$start" = "$began" ]
}
# The first setup starts this too, and what it keeps is there when it has ended.
while setup_works; do says waiting:setup; sleep 2; done

BRIDGE=br_lan PORT='' MAC=''
read_conf() { # FILE
    while IFS='=' read -r key value; do case $key in BRIDGE) BRIDGE=$value ;; PORT) PORT=$value ;; MAC) MAC=$value ;; esac; done < "$1"
}
# What the switch laid down (confirm.sh), a line a file: NUMBER MODE PATH, the content in NUMBER.file; MODE is "-" for a file of somebody's
# with a block of ours.
kept=$base/kept/manifest
[ -r $kept ] || exit 0 # nothing was set up here
read_conf "$base/kept/$(sed -n 's,^\([0-9]*\) [^ ]* /etc/twinlan/tunnel.conf$,\1,p' $kept).file"
[ -n "$PORT" ] || exit 0
was_laid_down() { grep -q " $1\$" "$kept"; }
find_kind was_laid_down

has_cable() { value=0; { read -r value < "/sys/class/net/$1/carrier"; } 2>/dev/null; [ "$value" = 1 ]; }
in_bridge() { [ -e "/sys/class/net/$BRIDGE/brif/$PORT" ]; }
has_address() { ip -4 -o addr show dev "$1" scope global 2>/dev/null | grep -q .; }
# A router may refuse pings but must answer ARP, and whoever has no address yet may ask, too.
answers() { # CARD ADDRESS
    ping -n -q -c 1 -W 1 -I "$1" "$2" >/dev/null 2>&1 && return
    arping -q -D -c 2 -w 2 -I "$1" "$2" >/dev/null 2>&1
    [ $? = 1 ]
}
# An address, and the router of its route. A Pi whose owner gave it no router is served by the address alone.
is_served() {
    in_bridge && has_address "$BRIDGE" || return 1
    router=$(ip -4 route show default dev "$BRIDGE" | awk '{ print $3; exit }')
    [ -z "$router" ] || answers "$BRIDGE" "$router"
}
# Notes the router's address, by which the next boot can tell whether it was the router that was away.
note_router() {
    known=''; { read -r known < $base/router; } 2>/dev/null
    [ -z "$router" ] || [ "$router" = "$known" ] || { echo "$router" > $base/router.new && mv $base/router.new $base/router; }
}

# The card by another name: the one with its MAC, or, if it was exchanged, the only one that is wired.
card_today() {
    card='' others=0
    for device in /sys/class/net/*; do
        name=${device##*/} type=0 mac=''
        if [ ! -e "$device/device" ] || [ -d "$device/wireless" ]; then continue; fi
        { read -r type < "$device/type"; read -r mac < "$device/address"; } 2>/dev/null
        [ "$type" = 1 ] || continue # ARPHRD_ETHER
        if [ "$mac" = "$MAC" ]; then card=$name others=0; return; fi
        others=$((others + 1)) card=$name
    done
    [ $others = 1 ] || card=''
}
name_card() {
    [ ! -e "/sys/class/net/$PORT" ] || return 0
    card_today
    [ -n "$card" ] || return 0
    echo "the LAN card $PORT is called $card"
    ip link set "$card" down
    ip link property del dev "$card" altname "$PORT" 2>/dev/null
    ip link set "$card" name "$PORT"
    ip link set "$PORT" up
}
# Files that are not there, or hold nothing: so a power cut leaves them, or a card that wears out.
# shellcheck disable=SC2317 # called by its name
is_empty() { ! grep -qsa '[[:graph:]]' "$1"; }
# Whole files of ours that are not as they were, and those of somebody's where our block is gone or cut off.
# shellcheck disable=SC2317 # called by its name
is_damaged() {
    case $mode in
    -) ! grep -qs '^# <<< twinlan ' "$1" ;;
    *) ! cmp -s "$copy" "$1" ;;
    esac
}
mend_files() { # TEST
    mended=''
    while read -r number mode path; do
        copy=$base/kept/$number.file
        $1 "$path" || continue
        echo "damaged: $path"
        mkdir -p "${path%/*}"
        case $mode in
        -) cp -a "$copy" "$path.twinlan-new" ;;
        *) install -m "$mode" "$copy" "$path.twinlan-new" ;;
        esac && mv -f "$path.twinlan-new" "$path" && mended=yes
    done < $kept
    [ -z "$mended" ] || { sync; systemctl daemon-reload; }
} >&2
repair() {
    name_card
    mend_files is_damaged
    "${kind}_repairs"
    [ -z "$mended" ] || systemctl restart twinlan-tunnel
} >&2

# Whether the router that was there before is there now, asked by the bridge or, without one, by the card. 2: none is known.
router_is_there() {
    known=''; { read -r known < $base/router; } 2>/dev/null
    [ -n "$known" ] || return 2
    if in_bridge; then answers "$BRIDGE" "$known"; else answers "$plug" "$known"; fi
}
# The card is there, under whatever name, and set up: only then it knows of its cable.
finds_card() {
    plug=$PORT
    [ -e "/sys/class/net/$PORT" ] || { card_today; plug=$card; }
    [ -n "$plug" ]
}
# The causes that need no waiting: the card has another name, or the network's own service, which was started before this one, does not run. A
# single wired card with another MAC is no such cause: ours may be an adapter that comes late.
cause_is_known() {
    if [ ! -e "/sys/class/net/$PORT" ]; then card_today; [ -n "$card" ] && [ $others = 0 ]; return; fi
    service=''; eval "service=\$${kind}_service"
    case $(systemctl is-active "$service") in inactive | failed) true ;; *) false ;; esac
}
has_no_cable() {
    ! has_cable "$plug" || return 1
    ip link set "$plug" up
    sleep 3
    ! has_cable "$plug"
}
give_back() {
    why=no-address
    in_bridge || why=no-bridge
    # To be looked at: what the boot could do nothing with.
    rm -rf $base/aside
    while read -r _ _ path; do
        [ ! -e "$path" ] || { mkdir -p "$base/aside${path%/*}" && cp -a "$path" "$base/aside$path"; }
    done < $kept
    echo "$why" > $base/given-back
    sync
    /usr/local/lib/twinlan/rollback.sh giveback || { rm -f $base/given-back; return 1; }
    # Without a bridge there was nothing to move back from.
    echo 0 > "/proc/sys/net/ipv6/conf/$PORT/disable_ipv6"
    ip link set "$PORT" up
    "${kind}_serves_the_card"
} >&2

# At once, because without them even a Pi that has its LAN may not be joined. What somebody has written into them stays while it works.
mended=''
[ ! -e $base/confirmed ] || mend_files is_empty
[ -z "$mended" ] || [ ! -L /etc/systemd/system/multi-user.target.wants/twinlan-tunnel.service ] || systemctl restart twinlan-tunnel

lost=0 alone=0 repaired=''
seconds; before=$up
while [ -e $base/confirmed ] || [ -e $base/armed ]; do
    seconds; passed=$((up - before)) before=$up
    if setup_works; then says waiting:setup; lost=0
    elif is_served; then
        note_router
        says "${repaired:-fine}"
        exit 0
    elif ! finds_card; then says waiting:card; lost=0
    elif has_no_cable; then says waiting:cable; lost=0
    else
        router_is_there
        there=$?
        in_bridge || alone=$((alone + passed))
        if [ $there = 1 ] && [ $alone -lt $give_up_after ]; then
            says waiting:router
            lost=0
            sleep 5
        elif [ $there = 2 ] && [ -n "$repaired" ] && [ $alone -lt $give_up_after ]; then says waiting:router
        elif lost=$((lost + passed)); [ $lost -lt $repair_after ] && ! { [ -z "$repaired" ] && cause_is_known; }; then says looking
        elif [ -z "$repaired" ]; then
            repaired=repaired
            repair
            seconds; before=$up lost=$repair_after # what the repair took was not the network's time
        elif [ $lost -ge $give_back_after ]; then
            give_back && says given-back
            exit 0 # no second try in this boot
        fi
    fi
    sleep 2
done
exit 0
