#!/bin/sh
# arm-rollback.sh SECONDS ROLLBACK_SH_BASE64 UNIT_BASE64   Starts the dead-man timer on the Pi: if nobody confirms within SECONDS,
# rollback.sh puts everything back; after a power cut in between, it does so at boot, before networking starts. Then lays the staged
# files beside their places, PATH.twinlan-new, so that the switch has only to rename them.
# Prints: armed=SECONDS   Exit: 0, 3 with error=KIND
set -u
umask 022
fail() { printf 'error=%s\ndetail=%s\n' "$1" "$2"; exit 3; }
base=/var/lib/twinlan
# Here, not at staging: from now on somebody takes them away again if it comes to that.
lay_beside() {
    while read -r n mode path; do
        [ -d "${path%/*}" ] || mkdir -p "${path%/*}" || return 1
        case $mode in
        -) cp -a "$base/staged/$n.file" "$path.twinlan-new" ;; # keeps mode and owner
        *) install -m "$mode" "$base/staged/$n.file" "$path.twinlan-new" ;;
        esac || return 1
    done < "$base/staged/manifest"
}
[ -e "$base/previous/manifest" ] || fail CheckFailed "there is no backup to go back to"
[ -d /usr/local/lib/twinlan ] || mkdir -p /usr/local/lib/twinlan || fail DiskFull "cannot write /usr/local/lib/twinlan"
printf '%s' "$2" | base64 -d > /usr/local/lib/twinlan/rollback.sh.new || fail DiskFull "cannot write rollback.sh"
printf '%s' "$3" | base64 -d > /etc/systemd/system/twinlan-rollback.service.new || fail DiskFull "cannot write the rollback unit"
chmod 755 /usr/local/lib/twinlan/rollback.sh.new
sh -n /usr/local/lib/twinlan/rollback.sh.new || fail CheckFailed "rollback.sh is damaged"
mv /usr/local/lib/twinlan/rollback.sh.new /usr/local/lib/twinlan/rollback.sh
mv /etc/systemd/system/twinlan-rollback.service.new /etc/systemd/system/twinlan-rollback.service
# Wanted at boot by a link of our own making: `systemctl enable` would reload all units, 1 s on a slow Pi, for the same link.
[ -d /etc/systemd/system/sysinit.target.wants ] || mkdir -p /etc/systemd/system/sysinit.target.wants
ln -sf /etc/systemd/system/twinlan-rollback.service /etc/systemd/system/sysinit.target.wants/twinlan-rollback.service
read -r boot < /proc/sys/kernel/random/boot_id
read -r up _ < /proc/uptime
printf '%s %s\n' "$boot" "$((${up%.*} + $1))" > "$base/armed.new" || fail DiskFull "cannot write $base/armed"
# One that runs already, of a setup that was cut off.
[ ! -e /run/systemd/transient/twinlan-rollback-timer.timer ] || systemctl stop twinlan-rollback-timer.timer 2>/dev/null
# By the monotonic clock: a clock that is wrong by a year, or set right in the middle, changes nothing.
systemd-run -q --unit=twinlan-rollback-timer --collect --on-active="${1}s" --timer-property=AccuracySec=1s \
    /usr/local/lib/twinlan/rollback.sh timer || fail CheckFailed "systemd does not take the timer"
mv "$base/armed.new" "$base/armed"
lay_beside || fail DiskFull "cannot write the new $path"
sync
echo "armed=$1"
