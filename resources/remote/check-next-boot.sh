#!/bin/sh
# check-next-boot.sh OWNER BRIDGE PORT   Asks the programs that will read them what the next boot makes of the staged files, together with
# all else that is configured on this Pi: that the live switch goes well says nothing about that. OWNER: dhcpcd (with ifupdown) or
# networkmanager. Changes nothing; lists in /var/lib/twinlan/staged/enable the services that must start with the Pi and would not, with
# their files, for switch-over.sh.
# Prints: enables=UNIT, a line each   Exit: 0, 3 with error=NextBootFails, detail=the line or the thing because of which the Pi would be gone
set -u
. "${0%/*}/prelude.sh"
owner=$1 bridge=$2 port=$3
staged=/var/lib/twinlan/staged

# systemd answers for each unit in this order, with an empty line between two.
services() { # UNIT...
    : > "$staged/enable" || fail DiskFull "no room in $staged"
    systemctl show -p LoadState -p UnitFileState "$@" > "$staged/said"
    for unit in "$@"; do
        load='' file=''
        while IFS='=' read -r key value; do case $key in
            LoadState) load=$value ;;
            UnitFileState) file=$value ;;
            '') break ;;
            esac; done
        case $load:$file in
        *:enabled | loaded:static | loaded:generated | loaded:alias) continue ;;
        *:transient | not-found:* | error:* | bad-setting:* | :*) fail NextBootFails "$unit.service: ${file:-${load:-not-found}}" ;;
        esac
        from=''
        for folder in /etc/systemd/system /lib/systemd/system /usr/lib/systemd/system; do # /dev/null, of one that is masked, is no file
            if [ -z "$from" ] && [ -f "$folder/$unit.service" ]; then from=$folder/$unit.service; fi
        done
        [ -n "$from" ] || fail NextBootFails "$unit.service: ${file:-$load}"
        echo "$unit $from" >> "$staged/enable"
        echo "enables=$unit"
    done < "$staged/said"
}

# Runs a command where /etc/network is as the boot will find it.
in_next_boot() { # COMMAND...
    # shellcheck disable=SC2016 # for the shell in there
    unshare --mount --propagation private sh -c '
        staged=$1; shift
        rm -rf "$staged/tree" && mkdir "$staged/tree" && cp -a /etc/network "$staged/tree/" && mount --bind "$staged/tree/network" /etc/network || exit 9
        while read -r number _ path; do
            case $path in
            # A link would lead out of the copy.
            /etc/network/*) mkdir -p "${path%/*}" && rm -f "$path" && cp "$staged/$number.file" "$path" || exit 9 ;;
            *) [ ! -f "$path" ] || mount --bind "$staged/$number.file" "$path" || exit 9 ;;
            esac
        done < "$staged/manifest"
        "$@"' sh "$staged" "$@"
}
ifupdown_makes_it() {
    # One line that ifupdown cannot read anywhere, and it brings nothing up.
    in_next_boot ifquery --list --all > "$staged/said" 2> "$staged/refused"
    rc=$?
    [ $rc -ne 9 ] || fail CheckFailed "the next boot cannot be tried"
    [ $rc -eq 0 ] || fail NextBootFails "$(head -n 1 "$staged/refused")"
    grep -qxF "$bridge" "$staged/said" || fail NextBootFails "/etc/network/interfaces: $bridge is not brought up"
    defaults=/etc/default/networking
    [ -r $defaults ] || return 0
    line=$(grep -E "^[[:space:]]*CONFIGURE_INTERFACES=[\"']?no\\b" $defaults) && fail NextBootFails "$defaults: $line"
    left_out=$(sed -n "s/^[[:space:]]*EXCLUDE_INTERFACES=//p" $defaults | tail -n 1 | tr "\"'," '   ')
    set -f
    for pattern in $left_out; do
        for name in "$bridge" "$port"; do
            # shellcheck disable=SC2254 # it is a pattern
            case $name in $pattern) fail NextBootFails "$defaults: EXCLUDE_INTERFACES=$pattern" ;; esac
        done
    done
    set +f
}
# A service whose command line names the card serves no bridge.
dhcpcd_serves_all() {
    command=$(systemctl show -p ExecStart --value dhcpcd)
    case " $command " in *" $port "*) fail NextBootFails "dhcpcd.service: $command" ;; esac
}

# A list of devices as NetworkManager.conf(5) writes it: "*,except:interface-name:wlan0;mac:…".
lists() { # SPECS NAME TYPE
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
        if lists "$value" "$port" ethernet || lists "$value" "$bridge" bridge; then fail NextBootFails "NetworkManager: unmanaged-devices=$value"; fi
    done < "$staged/said"
}
# Ours has priority 100. Of equals it takes the one that was used last.
no_profile_before_ours() {
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
netplan_leaves_it() {
    generate=/usr/libexec/netplan/generate
    [ -x $generate ] || generate=/lib/netplan/generate
    [ -x $generate ] || return 0
    rm -rf "$staged/tree"
    mkdir -p "$staged/tree/etc" "$staged/tree/run" && cp -a /etc/netplan "$staged/tree/etc/" 2>/dev/null || return 0
    $generate --root-dir "$staged/tree" >/dev/null 2>&1
    taken=$(grep -lxE "Name=($port|$bridge)" "$staged"/tree/run/systemd/network/*.network 2>/dev/null | head -n 1)
    [ -z "$taken" ] || fail NextBootFails "/etc/netplan: ${taken##*/}, systemd-networkd"
}

case $owner in
dhcpcd)
    services networking dhcpcd tailscaled
    ifupdown_makes_it
    dhcpcd_serves_all
    ;;
networkmanager)
    services NetworkManager tailscaled
    networkmanager_manages_it
    no_profile_before_ours
    netplan_leaves_it
    ;;
*) exit 2 ;;
esac
rm -rf "$staged/tree" "$staged/said" "$staged/refused" "$staged/profile"
exit 0
