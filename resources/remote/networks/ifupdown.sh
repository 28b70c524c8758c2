# shellcheck shell=sh disable=SC2034,SC2153,SC2154 # what the script knows that it is a part of, and what it asks for
# ifupdown.sh   ifupdown gives the addresses, by the stanzas that the card's owner wrote and with whatever DHCP client it finds, and makes the
# bridge. These stanzas stay as they are: a mapping in our file has ifupdown take one of ours for the card, as long as that file is there.

ifupdown_mark=/etc/network/interfaces.d/twinlan-bridge
ifupdown_service=ifup@br_lan
ifupdown_awk=$(cat "${0%/*}/networks/ifupdown.awk")

# dhcpcd stands back from a card that has a stanza, but comes again when that is gone.
ifupdown_is_alone() { ! active NetworkManager && ! active dhcpcd && [ ! -e /etc/systemd/system/multi-user.target.wants/dhcpcd.service ]; }
ifupdown_is_hidden() { ifupdown_is_alone && unreadable /etc/network/interfaces /etc/network/interfaces.d /etc/network/interfaces.d/*; }
# It has brought up this card, and not a bridge over it.
ifupdown_is_in_charge() {
    ifupdown_is_alone || return 1
    [ ! -e $ifupdown_mark ] || return 0
    [ -e "/sys/class/net/$card/device" ] && ! networkd_has_card && grep -qs "^$card=$card\$" /run/network/ifstate
}
# /etc/network/interfaces and all that it has read, as interfaces(5) has it. Fills in files.
ifupdown_finds_files() {
    files='' next=/etc/network/interfaces
    while [ -n "$next" ]; do
        new=''
        for file in $next; do
            # Of a folder, which has /./ in it here, only files with plain names.
            case $file in */./*) case ${file##*/} in *[!a-zA-Z0-9_-]*) continue ;; esac; file=${file%/./*}/${file##*/} ;; esac
            case " $files$new " in *" $file "*) ;; *) [ ! -f "$file" ] || new="$new $file" ;; esac
        done
        files=$files$new
        # shellcheck disable=SC2086
        [ -z "$new" ] && next='' || next=$(awk '
            $1 == "source" || $1 == "source-directory" {
                folder = FILENAME; sub(/[^\/]*$/, "", folder)
                for (i = 2; i <= NF; i++) print ($i ~ /^\// ? "" : folder) $i ($1 == "source" ? "" : "/./*")
            }' $new)
    done
}
ifupdown_tells() {
    [ "$owner" = ifupdown ] || return 0
    own=$card
    for member in /sys/class/net/"$card"/brif/*; do # set up: the bridge has the address
        [ ! -e "/sys/class/net/${member##*/}/device" ] || own=${member##*/}
    done
    ifupdown_finds_files
    [ ! -f /etc/dhcp/dhclient.conf ] || files="$files /etc/dhcp/dhclient.conf"
    # The last one of those that ifupdown looks for.
    if [ -f /etc/dhcpcd.conf ] && ! command -v dhclient >/dev/null && ! command -v udhcpc >/dev/null; then files="$files /etc/dhcpcd.conf"; fi
    # shellcheck disable=SC2086
    [ -z "$files" ] || awk -v port="$own" -v mark=$ifupdown_mark "$ifupdown_awk" $files
}

ifupdown_accepts() { :; } # all that ifupdown reads is judged in dhcpcd.sh

ifupdown_next_boot() {
    services networking tailscaled
    interfaces_make_the_bridge --allow=hotplug
    # ifquery names the stanza for the card only where its record says that the card is down: hence an empty record.
    interfaces_in_next_boot ifquery --state-dir="$staged/tree" "$port" > "$staged/said" 2> "$staged/refused"
    grep -qF "master $bridge" "$staged/said" || fail NextBootFails "/etc/network/interfaces: $port, $(head -n 1 "$staged/refused")"
}

# Whatever asks for an address on a card, by whichever of ifupdown's clients. Killed, it gives nothing back.
ifupdown_programs='^([^ ]*/)?(ifup|dhclient|udhcpc|dhcpcd)[: ](.* )?'
ifupdown_ends() { pkill -KILL -f "$ifupdown_programs$1( |\$)"; } # CARD
# Its client must outlive whoever starts it, and the end of that one's service. What is there already, or has moved, is no failure.
ifupdown_brings_up() { systemd-run -q -p RemainAfterExit=yes /sbin/ifup --force --ignore-errors "$@"; } # CARD…
# The leases go along under the other name, so that the client asks for the same address, as the same one: dhclient keeps its identity there.
ifupdown_hands_on() { # FROM TO
    for file in /var/lib/dhcp/dhclient*."$1".leases; do
        [ ! -e "$file" ] || sed "s/^\([ \t]*interface\) \"$1\";/\1 \"$2\";/" "$file" > "${file%"$1".leases}$2.leases"
    done
    for file in /var/lib/dhcpcd*/"$1".lease*; do [ ! -e "$file" ] || cp -a "$file" "${file%/*}/$2.${file##*/"$1".}"; done
}
# ip's commands that give CARD the IPv4 routes that FROM has.
ifupdown_routes() { ip -4 route show dev "$1" | awk -v to="$2" '!/ proto kernel / { sub(/ linkdown/, ""); print "route replace", $0, "dev", to }'; } # FROM CARD

ifupdown_moves() {
    doing=move_address
    addresses=$(addresses_for "$port" "$bridge")
    routes=$(ifupdown_routes "$port" "$bridge")
    ifupdown_ends "$port"
    ifupdown_hands_on "$port" "$bridge"
    # Made under another name, so that udev does not have it brought up in the middle of this.
    cat > /run/twinlan-switch.batch <<-END
		link add twinlan0 address $mac type bridge stp_state 0 forward_delay 0 mcast_snooping 0
		link set twinlan0 name $bridge
		link set $bridge mtu 1500 up
		link set $port master $bridge
		$addresses
		addr flush dev $port
		$routes
	END
    ip -batch /run/twinlan-switch.batch || return 1
    # A bridge port has no addresses of its own; the kernel would take one from each router advertisement, and a route with it.
    echo 1 > "/proc/sys/net/ipv6/conf/$port/disable_ipv6" 2>/dev/null
    doing=ifup
    ifupdown_brings_up "$port" "$bridge" 7>&- 8>&-
}
ifupdown_reads_again() { :; }

ifupdown_repairs() {
    ifupdown_ends "$BRIDGE"
    ifupdown_ends "$PORT"
    in_bridge || ip addr flush dev "$PORT"
    ifupdown_brings_up "$PORT" "$BRIDGE"
}
ifupdown_serves_the_card() { :; } # rollback.sh has it do so

ifupdown_moves_back() { # BRIDGE PORT
    ifupdown_ends "$1" # also what a repair of the boot guard has started
    if [ -d "/sys/class/net/$1/bridge" ]; then
        addresses=$(addresses_for "$1" "$2")
        routes=$(ifupdown_routes "$1" "$2")
        # The bridge has no stanza any more: ifdown only clears ifupdown's record that it was up.
        [ -e $ifupdown_mark ] || { systemctl stop "ifup@$1" 2>/dev/null; ifdown --force "$1" >/dev/null 2>&1; }
        ifupdown_hands_on "$1" "$2"
        rm -f /var/lib/dhcp/dhclient*."$1".leases /var/lib/dhcpcd*/"$1".lease*
        set_back "net/ipv6/conf/$2/disable_ipv6" 0 2>/dev/null
        # The routes of the bridge go with it, so they are added again after it.
        ip -force -batch - 2>/dev/null <<-END
			$addresses
			link set $2 nomaster
			link set $2 up
			link del $1
			$routes
		END
    elif pgrep -f "$ifupdown_programs$2( |\$)" >/dev/null; then
        return 0 # nothing has moved
    fi
    ip link del twinlan0 2>/dev/null
    # By its own stanza; while our file is not gone, that would be ours.
    [ -e $ifupdown_mark ] || ifupdown_brings_up "$2" 9>&-
}
ifupdown_goes_on() { :; } # with the files of an earlier setup
