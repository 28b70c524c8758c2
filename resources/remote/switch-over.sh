#!/bin/sh
# switch-over.sh BRIDGE PORT MAC [HOLDER]   Gives the new files, which arm-rollback.sh has laid beside the old ones, their names, and moves the
# LAN address from PORT to BRIDGE while it is in use: same MAC, same address, so that connections live on. Where the new files are
# profiles, NetworkManager does that. Then starts the tunnel's unit. The dead-man timer must run.
# HOLDER: a bridge over PORT that somebody made by hand, or PORT itself: it has the address, and dhcpcd takes over from whoever gave it.
# Goes on when the connection that started it dies: the work is done by a child of its own. As long as that works it holds the lock of
# rollback.sh as descriptor 7, and the timer waits for it; one that the timer was faster than changes nothing, one that hangs is ended.
# Prints: switched=yes address=…   Exit: 0, 3 with error=KIND
set -u
. "${0%/*}/prelude.sh"
bridge=$1 port=$2 mac=$3 holder=${4:-$2} by_hand=${4:-}
base=/var/lib/twinlan
lock=/run/twinlan-safety.lock # nobody but root can open it
[ -e "$base/armed" ] || fail CheckFailed "the safety timer does not run"

# All of them lie whole on the disk since arm-rollback.sh has ended: a power cut leaves each one old or new, never half.
place_files() {
    while read -r _ _ path; do mv -fT "${path%/*}/.${path##*/}.twinlan-new" "$path" || return 1; done < "$base/staged/manifest"
    sync
}

# What the next boot would not start (check-next-boot.sh), it starts by a link like systemctl enable's. The notes lead rollback.sh back.
enable_at_boot() {
    [ -s "$base/staged/enable" ] || return 0
    while read -r unit file; do
        mask=/etc/systemd/system/$unit.service link=/etc/systemd/system/multi-user.target.wants/$unit.service
        [ "$(readlink "$mask")" != /dev/null ] || { echo "mask $mask" >> "$base/enabled" && sync -f "$base/enabled" && rm "$mask"; } || return 1
        [ -e "$link" ] || { echo "link $link" >> "$base/enabled" && sync -f "$base/enabled" && ln -sf "$file" "$link"; } || return 1
    done < "$base/staged/enable"
}

is_port() { [ -e "/sys/class/net/$bridge/brif/$port" ]; }

# dhcpcd is killed, not stopped: stopped it would give the address back. Killed is more than signalled: systemd does not start what
# it takes for running. The kernel's own kill of a control group costs nothing, systemctl 0.2 s on a slow Pi.
group=/sys/fs/cgroup/system.slice/dhcpcd.service
read_group() { populated=''; { read -r populated < "$group/cgroup.events"; } 2>/dev/null; }
kill_dhcpcd() {
    { echo 1 > "$group/cgroup.kill"; } 2>/dev/null || systemctl kill -s KILL dhcpcd
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        read_group
        [ "$populated" = 'populated 1' ] || return 0
        sleep 0.1
    done
}
# Its lease goes along under the bridge's name, so that it asks for the same address again; the client id stays because the MAC does.
move_address() {
    read -r old <<-END
		$(ip -4 route show default dev "$holder")
	END
    given=$(ip -4 -o addr show dev "$holder" scope global | awk -v b="$bridge" '{ print "addr add", $4, "broadcast + dev", b }')
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
    read_group
    case $populated in 'populated '[01]) active=${populated#* } ;; *) systemctl -q is-active dhcpcd && active=1 || active=0 ;; esac
    [ "$active" = 0 ] || kill_dhcpcd
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

# NetworkManager asks for the lease anew, with the same MAC, which takes it a second or more. Meanwhile the bridge has the address from
# here, behind NetworkManager's own routes and for no longer than 40 s: that it has come to give the address itself shows by a longer life.
profiles=/etc/NetworkManager/system-connections
lives_on() { # ADDRESS
    ip -4 -o addr show dev "$bridge" scope global | awk -v a="$1" '$4 == a && (/valid_lft forever/ || $NF + 0 > 45) { found = 1 } END { exit !found }'
}
# Before that it takes the address from the card, a second on a slow Pi until the card is a port. As soon as it has done so the card gets
# the address again from here, and answers: also as a port, until the bridge has it. Nothing has to be started for that: one ip tells of
# it, another one waits for commands.
lend_to_card() {
    trap - PIPE # it ends with the first event that nobody reads any more
    timeout 60 ip -o -4 monitor address | while read -r event; do
        ! is_port || break
        case $event in
        Deleted*" $port "*" $address "*)
            echo "addr add $address broadcast + dev $port valid_lft 40 preferred_lft 40"
            echo "route add default via $gateway dev $port metric 1000"
            ;;
        esac
    done | ip -force -batch -
}
load_profiles() { nmcli connection load $profiles/twinlan-bridge.nmconnection $profiles/twinlan-port.nmconnection >&2; }
move_by_profiles() {
    address=$(ip -4 -o addr show dev "$port" scope global | awk '{ print $4; exit }')
    gateway=$(ip -4 route show default dev "$port" | awk '{ print $3; exit }')
    lend_to_card 7>&- 8>&- & # without the locks: the next call would wait for that of claim.sh, the timer for the other
    # Loaded, the bridge comes up by itself and takes its port along. Told to come up as well, it would do so twice.
    load_profiles || return 1
    tries=0
    until is_port || [ $tries -ge 200 ]; do sleep 0.05; tries=$((tries + 1)); done
    is_port || nmcli --wait 30 connection up twinlan-port >&2 || return 1
    ip -force -batch - <<-END
		addr add $address broadcast + dev $bridge metric 1000 valid_lft 40 preferred_lft 40
		route add default via $gateway dev $bridge metric 1000
		addr del $address dev $port
	END
    tries=0
    until lives_on "$address"; do
        [ $tries -lt 40 ] || return 1
        sleep 0.5
        tries=$((tries + 1))
    done
    ip route del default via "$gateway" dev "$bridge" metric 1000
    return 0
}

work() {
    place_files || { echo error=CommandFailed; echo detail=place-files; return 3; }
    move=move_address reload=:
    if [ -e $profiles/twinlan-port.nmconnection ]; then move=move_by_profiles reload=load_profiles; fi
    if [ -z "$by_hand" ] && is_port; then move=$reload; fi
    $move || { echo error=SwitchFailed; echo detail="$move"; return 3; }
    [ -d /etc/systemd/system/multi-user.target.wants ] || mkdir -p /etc/systemd/system/multi-user.target.wants
    enable_at_boot || { echo error=SwitchFailed; echo detail=enable_at_boot; return 3; }
    for unit in tunnel boot; do
        ln -sf /etc/systemd/system/twinlan-$unit.service /etc/systemd/system/multi-user.target.wants/twinlan-$unit.service
    done
    # systemd reads a unit that it does not know yet by itself; reading all of them anew costs a slow Pi 5 s, and asking 0.5 s.
    if ! grep -qx 'absent /etc/systemd/system/twinlan-tunnel.service' "$base/previous/manifest" &&
        [ "$(systemctl show --property=NeedDaemonReload --value twinlan-tunnel)" != no ]; then systemctl daemon-reload; fi
    # The filter of these files, also when an older one is loaded.
    if [ -e /etc/twinlan/filter.nft ]; then nft -f /etc/twinlan/filter.nft; else /etc/twinlan/filter.sh start; fi
    systemctl restart twinlan-tunnel || { echo error=SwitchFailed; echo detail=tunnel-unit; return 3; }
    echo switched=yes
}

result=/run/twinlan-switch.result
rm -f "$result"
(
    trap '' HUP PIPE
    umask 077
    exec 7>> "$lock"
    umask 022
    if flock -w 20 7 && [ -e "$base/armed" ]; then
        work > "$result.new" 2>/run/twinlan-switch.log
        rc=$?
        exec 7>&-
        if [ $rc -ne 0 ]; then
            answer=$(/usr/local/lib/twinlan/rollback.sh now 2>> /run/twinlan-switch.log) || echo "$answer" > "$result.new"
        fi
    else
        printf 'error=RolledBack\ndetail=the safety timer was faster\n' > "$result.new"
        rc=3
    fi
    echo "rc=$rc" >> "$result.new"
    mv "$result.new" "$result"
) </dev/null >/dev/null 2>&1 &
wait $!
[ -e "$result" ] || fail RolledBack "the switch hung, and the safety timer ended it"
cat "$result"
cat /run/twinlan-switch.log >&2
grep -q '^rc=0' "$result" || exit 3
