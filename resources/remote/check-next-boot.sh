#!/bin/sh
# check-next-boot.sh KIND BRIDGE PORT   Asks the programs that will read them what the next boot makes of the staged files, together with
# all else that is configured on this Pi: that the live switch goes well says nothing about that. KIND: of network (networks.sh). Changes
# nothing; lists in /var/lib/twinlan/staged/enable the services that must start with the Pi and would not, with their files, for
# switch-over.sh.
# Prints: enables=UNIT, a line each   Exit: 0, 3 with error=NextBootFails, detail=the line or the thing because of which the Pi would be gone
set -u
. "${0%/*}/prelude.sh"
. "${0%/*}/networks.sh"
kind=$1 bridge=$2 port=$3
staged=/var/lib/twinlan/staged
case " $kinds " in *" $kind "*) ;; *) exit 2 ;; esac

# systemd answers for each unit in this order, with an empty line between two.
services() { # UNIT...
    true > "$staged/enable" || fail DiskFull "no room in $staged"
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

"${kind}_next_boot"
rm -rf "$staged/tree" "$staged/said" "$staged/refused" "$staged/profile"
exit 0
