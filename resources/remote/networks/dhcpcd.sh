# shellcheck shell=sh disable=SC2034,SC2153,SC2154 # what the script knows that it is a part of, and what it asks for
# dhcpcd.sh   dhcpcd gives the addresses, and ifupdown makes the bridge.

dhcpcd_mark=/etc/network/interfaces.d/twinlan
dhcpcd_service=dhcpcd
dhcpcd_awk=$(cat "${0%/*}/networks/dhcpcd.awk")
survey_packages="$survey_packages bridge-utils isc-dhcp-client ifupdown dhcpcd5 dhcpcd dhcpcd-base"
survey_files="$survey_files /etc/dhcpcd.conf /etc/network/interfaces /etc/network/interfaces.d/*"
survey_awk="$survey_awk
$dhcpcd_awk"

dhcpcd_is_hidden() { unreadable /etc/dhcpcd.conf /etc/network/interfaces.d; }
dhcpcd_is_in_charge() { active dhcpcd; }
# What its files say is read by survey.sh, together with all others.
dhcpcd_tells() {
    # Where ifupdown has the card by a file of somebody's own, dhcpcd stands back, but will start again at a boot without that file.
    if [ -e /etc/systemd/system/multi-user.target.wants/dhcpcd.service ]; then say dhcpcd_at_boot yes; fi
    # ifupdown has dhclient ask under an identity of its own, kept with its leases: by that the router knows this Pi.
    if [ -n "$card" ] && [ -e "/run/dhclient.$card.pid" ]; then
        say dhclient_duid_b64 "$(sed -n 's/^default-duid "\(.*\)";$/\1/p' "/var/lib/dhcp/dhclient.$card.leases" 2>/dev/null | tail -n 1 | tr -d '\n' | base64 -w0)"
    fi
}

dhcpcd_accepts() { interfaces_accept "$@"; } # whichever kind writes it

# A service whose command line names the card serves no bridge.
dhcpcd_serves_all() {
    command=$(systemctl show -p ExecStart --value dhcpcd)
    case " $command " in *" $port "*) fail NextBootFails "dhcpcd.service: $command" ;; esac
}
dhcpcd_next_boot() {
    services networking dhcpcd tailscaled
    interfaces_make_the_bridge --all
    dhcpcd_serves_all
}

# dhcpcd is killed, not stopped: stopped it would give the address back. Killed is more than signalled: systemd does not start what
# it takes for running. The kernel's own kill of a control group costs nothing, systemctl 0.2 s on a slow Pi.
dhcpcd_group=/sys/fs/cgroup/system.slice/dhcpcd.service
dhcpcd_read_group() { populated=''; { read -r populated < "$dhcpcd_group/cgroup.events"; } 2>/dev/null; }
dhcpcd_is_killed() {
    { echo 1 > "$dhcpcd_group/cgroup.kill"; } 2>/dev/null || systemctl kill -s KILL dhcpcd
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        dhcpcd_read_group
        [ "$populated" = 'populated 1' ] || return 0
        sleep 0.1
    done
}
# Its lease goes along under the bridge's name, so that it asks for the same address again; the client id stays because the MAC does.
dhcpcd_moves() {
    doing=move_address
    read -r old <<-END
		$(ip -4 route show default dev "$holder")
	END
    given=$(addresses_for "$holder" "$bridge")
    # The client of ifupdown's would give up the address, or take it back on a bridge that is gone.
    [ -z "$by_hand" ] || pkill -KILL -f "^([^ ]*/)?(dhclient|udhcpc|dhcpcd)[: ](.* )?$holder( |\$)"
    {
        if [ "$holder" != "$port" ]; then
            echo "link set $port nomaster"
            for other in /sys/class/net/"$holder"/brif/*; do # tunnels made by hand: where another card hangs on it, nothing is taken over
                [ "${other##*/}" = "$port" ] || [ ! -e "$other" ] || echo "link del ${other##*/}"
            done
            echo "link del $holder"
        fi
        echo "link add $bridge address $mac type bridge stp_state 0 forward_delay 0 mcast_snooping 0"
        echo "link set $bridge mtu 1500 up"
        echo "link set $port master $bridge"
        [ -z "$given" ] || echo "$given"
        echo "addr flush dev $port"
        [ -z "$old" ] || echo "route add ${old% linkdown*} dev $bridge"
    } > /run/twinlan-switch.batch
    for f in /var/lib/dhcpcd*/"$holder.lease"; do [ -e "$f" ] && cp -a "$f" "${f%/*}/$bridge.lease" 2>/dev/null; done
    dhcpcd_read_group
    case $populated in 'populated '[01]) active=${populated#* } ;; *) systemctl -q is-active dhcpcd && active=1 || active=0 ;; esac
    [ "$active" = 0 ] || dhcpcd_is_killed
    [ -z "$by_hand" ] || { active=1; systemctl reset-failed dhcpcd; } # which ifupdown's file had kept it from
    ip -batch /run/twinlan-switch.batch || return 1
    # dhcpcd answers router advertisements itself and had told the kernel so for the card; until it starts again, the kernel would give
    # the bridge an address of its own making, which Tailscale then sees come and go.
    ra=''; { read -r ra < "/proc/sys/net/ipv6/conf/$port/accept_ra"; } 2>/dev/null
    [ -z "$ra" ] || echo "$ra" > "/proc/sys/net/ipv6/conf/$bridge/accept_ra"
    # A bridge port has no addresses of its own; the kernel would take one from each router advertisement, and a route with it.
    echo 1 > "/proc/sys/net/ipv6/conf/$port/disable_ipv6" 2>/dev/null
    [ "$active" = 0 ] || systemctl start dhcpcd || return 1
    # It waits a second for answers that nobody sends; nothing here needs to.
    arping -q -c 1 -A -I "$bridge" "$(ip -4 -o addr show dev "$bridge" scope global | awk '{ sub(/\/.*/, "", $4); print $4; exit }')" 2>/dev/null 7>&- &
    return 0
}
dhcpcd_reads_again() { :; }

dhcpcd_repairs() {
    in_bridge || {
        timeout 30 ifdown --force "$BRIDGE" "$PORT"
        timeout 60 ifup --force "$PORT" "$BRIDGE"
    }
    systemctl reset-failed dhcpcd
    systemctl restart dhcpcd
}
dhcpcd_serves_the_card() { systemctl restart dhcpcd; } # after rollback.sh, which starts it

# The address moves back from the bridge to its port, as switch-over.sh moved it there.
dhcpcd_moves_back() { # BRIDGE PORT
    bridge=$1 port=$2
    if [ -d "/sys/class/net/$bridge/bridge" ]; then
        systemctl kill -s KILL dhcpcd 2>/dev/null
        batch=$(
            addresses_for "$bridge" "$port"
            echo "link set $port nomaster"
            echo "link set $port up"
            ip -4 route show dev "$bridge" | awk -v p="$port" '
                $1 == "default" { sub(/ linkdown/, ""); sub(/default via [^ ]+/, "& dev " p); print "route replace", $0; exit }'
            echo "link del $bridge"
        )
        set_back "net/ipv6/conf/$port/disable_ipv6" 0 2>/dev/null
        # The routes of the bridge go with it, so they are added again after it.
        echo "$batch" | grep -v '^route' | ip -force -batch - 2>/dev/null
        echo "$batch" | grep '^route' | ip -force -batch - 2>/dev/null
        rm -f /var/lib/dhcpcd*/"$bridge.lease"
        systemctl reset-failed dhcpcd 2>/dev/null
    fi
    # Also where a repair of the boot guard was ended in the middle, which takes the card down.
    ip link set "$port" up
    # Also where a switch that was ended in the middle had killed it, and made no bridge.
    kept '^service dhcpcd .*ActiveState=inactive' || systemctl start dhcpcd 2>/dev/null
    return 0
}
dhcpcd_goes_on() { :; } # with the files of an earlier setup: it has not noticed anything
