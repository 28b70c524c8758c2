# shellcheck shell=sh disable=SC2034,SC2153,SC2154 # what the script knows that it is a part of, and what it asks for
# networkmanager.sh   NetworkManager gives the addresses and makes the bridge, by profiles of its own or of netplan's.

networkmanager_profiles=/etc/NetworkManager/system-connections
networkmanager_mark=$networkmanager_profiles/twinlan-port.nmconnection
networkmanager_service=NetworkManager
networkmanager_awk=$(cat "${0%/*}/networks/networkmanager.awk")

# Profiles are root's alone.
networkmanager_is_hidden() { active NetworkManager && not_root; }
networkmanager_is_in_charge() { active NetworkManager; }
# What the card's own profile says of addresses goes along to the bridge, of the cable to our port, and is read there once it is switched.
# Of other sections (802.1X, …) only the name is told, because they may hold passwords. Nothing is said of a profile that NetworkManager
# made up for an address which somebody else gave: there would be nothing to go back to. On Raspberry Pi OS 13 netplan writes the profile
# anew, into /run; ours lies in /etc beside it and comes first.
networkmanager_tells() {
    if [ -z "$card" ] || ! active NetworkManager; then return; fi
    set -- $networkmanager_profiles/twinlan-bridge.nmconnection $networkmanager_profiles/twinlan-port.nmconnection
    if [ ! -e "$1" ]; then
        set -- "$(nmcli -t -f DEVICE,FILENAME connection show --active 2>/dev/null | sed -n "s/^$card://p" | sed 's/\\\(.\)/\1/g')"
    fi
    [ ! -f "$1" ] || awk "$networkmanager_awk" "$@"
}

networkmanager_accepts() { # PATH FILE alone|composed
    case $1 in *.nmconnection) ;; *) return 0 ;; esac
    reader=NetworkManager
    # nmcli reads a profile from stdin since 1.40; before that NetworkManager itself is the first to judge, under the timer.
    nmcli --version | awk '{ split($NF, v, "."); exit !(v[1] > 1 || v[2] >= 40) }' || return 0
    nmcli --offline connection modify connection.autoconnect yes < "$2" >/dev/null
}

# A list of devices as NetworkManager.conf(5) writes it: "*,except:interface-name:wlan0;mac:…".
networkmanager_lists() { # SPECS NAME TYPE
    listed=1
    set -f
    for spec in $(printf %s "$1" | tr ',;' '  '); do
        is=0
        case $spec in except:*) is=1; spec=${spec#except:} ;; esac
        pattern=''
        case $spec in
        type:"$3") pattern='*' ;;
        interface-name:*) pattern=${spec#interface-name:}; pattern=${pattern#=} ;;
        *:*) ;;
        *) pattern=$spec ;;
        esac
        # shellcheck disable=SC2254
        case $2 in
        $pattern) listed=$is; [ $is = 0 ] || break ;;
        esac
    done
    set +f
    return $listed
}
# Its files may have changed since it was started.
networkmanager_manages_it() {
    NetworkManager --print-config > "$staged/said" 2>/dev/null || return 0
    while IFS='=' read -r key value; do
        [ "$key" = unmanaged-devices ] || continue
        if networkmanager_lists "$value" "$port" ethernet || networkmanager_lists "$value" "$bridge" bridge; then fail NextBootFails "NetworkManager: unmanaged-devices=$value"; fi
    done < "$staged/said"
}
# Ours has priority 100. Of equals it takes the one that was used last.
networkmanager_takes_ours() {
    nmcli -t -f UUID,TYPE,AUTOCONNECT,AUTOCONNECT-PRIORITY connection show > "$staged/said"
    while IFS=: read -r uuid type auto priority; do
        case $type:$auto in 802-3-ethernet:yes | bridge:yes) ;; *) continue ;; esac
        [ "${priority:-0}" -ge 100 ] || continue
        nmcli -g connection.id,connection.interface-name connection show "$uuid" > "$staged/profile"
        { read -r name; read -r card; } < "$staged/profile"
        case $name in twinlan-bridge | twinlan-port) continue ;; esac
        case $type:$card in 802-3-ethernet: | *:"$port" | *:"$bridge") fail NextBootFails "NetworkManager: $name, autoconnect-priority=$priority" ;; esac
    done < "$staged/said"
}
# netplan's files may have changed since the boot; its generator tells who gets the card then.
networkmanager_netplan_leaves_it() {
    generate=/usr/libexec/netplan/generate
    [ -x $generate ] || generate=/lib/netplan/generate
    [ -x $generate ] || return 0
    rm -rf "$staged/tree"
    mkdir -p "$staged/tree/etc" "$staged/tree/run" && cp -a /etc/netplan "$staged/tree/etc/" 2>/dev/null || return 0
    $generate --root-dir "$staged/tree" >/dev/null 2>&1
    taken=$(grep -lxE "Name=($port|$bridge)" "$staged"/tree/run/systemd/network/*.network 2>/dev/null | head -n 1)
    [ -z "$taken" ] || fail NextBootFails "/etc/netplan: ${taken##*/}, systemd-networkd"
}
networkmanager_next_boot() {
    services NetworkManager tailscaled
    networkmanager_manages_it
    networkmanager_takes_ours
    networkmanager_netplan_leaves_it
}

# NetworkManager asks for the lease anew, with the same MAC, which takes it a second or more. Meanwhile the bridge has the address from
# here, behind NetworkManager's own routes and for no longer than 40 s: that it has come to give the address itself shows by a longer life.
networkmanager_lives_on() { # ADDRESS
    ip -4 -o addr show dev "$bridge" scope global | awk -v a="$1" '$4 == a && (/valid_lft forever/ || $NF + 0 > 45) { found = 1 } END { exit !found }'
}
# Before that it takes the address from the card, a second on a slow Pi until the card is a port. As soon as it has done so the card gets
# the address again from here, and answers: also as a port, until the bridge has it. Nothing has to be started for that: one ip tells of
# it, another one waits for commands.
networkmanager_lends_to_card() {
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
networkmanager_loads() { nmcli connection load $networkmanager_profiles/twinlan-bridge.nmconnection $networkmanager_profiles/twinlan-port.nmconnection; }
networkmanager_moves() {
    doing=move_by_profiles
    address=$(ip -4 -o addr show dev "$port" scope global | awk '{ print $4; exit }')
    gateway=$(ip -4 route show default dev "$port" | awk '{ print $3; exit }')
    networkmanager_lends_to_card 7>&- 8>&- & # without the locks: the next call would wait for that of claim.sh, the timer for the other
    # Loaded, the bridge comes up by itself and takes its port along. Told to come up as well, it would do so twice.
    networkmanager_loads >&2 || return 1
    tries=0
    until is_port || [ $tries -ge 200 ]; do sleep 0.05; tries=$((tries + 1)); done
    is_port || nmcli --wait 30 connection up twinlan-port >&2 || return 1
    ip -force -batch - <<-END
		addr add $address broadcast + dev $bridge metric 1000 valid_lft 40 preferred_lft 40
		route add default via $gateway dev $bridge metric 1000
		addr del $address dev $port
	END
    tries=0
    until networkmanager_lives_on "$address"; do
        [ $tries -lt 40 ] || return 1
        sleep 0.5
        tries=$((tries + 1))
    done
    ip route del default via "$gateway" dev "$bridge" metric 1000
    return 0
}
networkmanager_reads_again() {
    doing=load_profiles
    networkmanager_loads >&2
}

networkmanager_repairs() {
    systemctl start NetworkManager
    nmcli connection reload
    in_bridge || nmcli --wait 20 connection up twinlan-port
    nmcli --wait 20 connection up twinlan-bridge
}
networkmanager_serves_the_card() { :; } # rollback.sh waits for that

# Whether a profile that is not ours serves the card; if not, state says how far it is: 30 disconnected, 0 nobody to ask (NMDeviceState).
networkmanager_serves_again() { # PORT
    # shellcheck disable=SC2046 # "100 (connected) Wired connection 1"
    set -- "$1" $(nmcli -g GENERAL.STATE,GENERAL.CONNECTION device show "$1" 2>/dev/null)
    state=${2:-0}
    [ ! -e "/sys/class/net/$1/master" ] && [ "$state" = 100 ] && [ "${4:-}" != twinlan-port ]
}
networkmanager_is_waited_for() { # PORT   up to 20 s, but only 2 s where nothing is being tried
    waited=0 idle=0
    until networkmanager_serves_again "$1"; do
        case $state in 0 | 30) idle=$((idle + 1)) ;; *) idle=0 ;; esac
        [ $idle -lt 4 ] && [ $waited -lt 40 ] || return 1
        sleep 0.5
        waited=$((waited + 1))
    done
}
# NetworkManager takes the bridge away with its profile, and gives the card the profile that it had before.
networkmanager_moves_back() { # BRIDGE PORT
    nmcli connection reload
    # The profile that it makes for a card that has none ("Wired connection 1") it makes when it first sees the card: not now, if it was
    # started while ours was there. So it is made to see the card for the first time.
    if ! networkmanager_is_waited_for "$2"; then
        systemctl stop NetworkManager
        ip link del "$1" 2>/dev/null
        ip link set "$2" nomaster
        ip addr flush dev "$2"
        ip link set "$2" down
        read -r index < "/sys/class/net/$2/ifindex" && rm -f "/run/NetworkManager/devices/$index"
        systemctl start NetworkManager
        networkmanager_is_waited_for "$2"
    fi
    rm -f /var/lib/NetworkManager/*-"$1".lease
    return 0
}
networkmanager_goes_on() { networkmanager_loads; } # with the profiles of an earlier setup
