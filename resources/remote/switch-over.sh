#!/bin/sh
# switch-over.sh BRIDGE PORT MAC [HOLDER]   Gives the new files, which arm-rollback.sh has laid beside the old ones, their names, and moves the
# LAN address from PORT to BRIDGE while it is in use: same MAC, same address, so that connections live on. How, the kind of network knows
# whose files they are (networks.sh). Then starts the tunnel's unit. The safety timer must run.
# HOLDER: a bridge over PORT that somebody made by hand, or PORT itself: it has the address, and dhcpcd takes over from whoever gave it.
# Goes on when the connection that started it dies: the work is done by a child of its own. As long as that works it holds the lock of
# rollback.sh as descriptor 7, and the timer waits for it. If the timer was faster, the child changes nothing; a child that hangs is ended.
# Prints: switched=yes address=…   Exit: 0, 3 with error=KIND
set -u
. "${0%/*}/prelude.sh"
. "${0%/*}/networks.sh"
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

is_there() { [ -e "$1" ]; }
is_port() { [ -e "/sys/class/net/$bridge/brif/$port" ]; }

work() {
    # The boot guard of an earlier setup may be at work on the same card; the tunnel's unit starts it again.
    [ ! -e /etc/systemd/system/twinlan-boot.service ] || systemctl stop twinlan-boot 2>/dev/null
    place_files || { echo error=CommandFailed; echo detail=place-files; return 3; }
    find_kind is_there
    move=${kind}_moves
    if [ -z "$by_hand" ] && is_port; then move=${kind}_reads_again; fi
    "$move" || { echo error=SwitchFailed; echo detail="$doing"; return 3; }
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
