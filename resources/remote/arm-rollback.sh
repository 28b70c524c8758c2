#!/bin/sh
# arm-rollback.sh SECONDS|removal ROLLBACK_SH_BASE64 UNIT_BASE64   Starts the safety timer on the Pi: if nobody confirms within SECONDS,
# rollback.sh puts everything back; after a power cut in between, it does so at boot, before networking starts. Then lays the old files
# beside their places, .NAME.twinlan-old, and the staged ones, .NAME.twinlan-new, so that the switch and the way back have only to
# rename them. (PiSwitch says how many seconds: remote/setup/piswitch.cpp. The programs that read those folders pass over names that begin with a dot; NetworkManager over few others.)
#   removal   only rollback.sh and its unit, for a Remove that may be cut off; nothing where there is nothing of ours
# Prints: armed=SECONDS   Exit: 0, 3 with error=KIND
set -u
. "${0%/*}/prelude.sh"
umask 022
base=/var/lib/twinlan
program=/usr/local/lib/twinlan/rollback.sh unit=/etc/systemd/system/twinlan-rollback.service
no_room() { # PATH
    [ -w "${1%/*}" ] || fail DiskReadOnly "cannot write $1"
    fail DiskFull "cannot write $1"
}
# What is there already is left alone, and needs no room.
keep() { # PATH BASE64 MODE
    if [ -e "$1" ] && printf '%s' "$2" | base64 -d | cmp -s - "$1"; then return; fi
    { printf '%s' "$2" | base64 -d > "$1.new" && chmod "$3" "$1.new"; } || { rm -f "$1.new"; no_room "$1"; }
    case $1 in *.sh) sh -n "$1.new" || fail CheckFailed "rollback.sh is damaged" ;; esac
    mv "$1.new" "$1"
}
# All of these here, not at staging: from now on somebody takes them away again if it comes to that.
lay_old() {
    laid=''
    while read -r state _ _ sum path; do
        [ "$state" = file ] || continue
        old=${path%/*}/.${path##*/}.twinlan-old
        cp -a --remove-destination "$base/previous/files$path" "$old" || return 1
        laid="$laid$sum  $old
"
    done < "$base/previous/manifest"
    [ -z "$laid" ] || printf '%s' "$laid" | sha256sum --check --status || fail CheckFailed "an old file is not whole beside its place"
}
lay_new() {
    while read -r n mode path; do
        [ -d "${path%/*}" ] || mkdir -p "${path%/*}" || return 1
        new=${path%/*}/.${path##*/}.twinlan-new
        case $mode in
        -) cp -a "$base/staged/$n.file" "$new" ;; # keeps mode and owner
        *) install -m "$mode" "$base/staged/$n.file" "$new" ;;
        esac || return 1
    done < "$base/staged/manifest"
}
case $1 in
removal) [ -e "$base/original/manifest" ] || exit 0 ;;
*) [ -e "$base/previous/manifest" ] || fail CheckFailed "there is no backup to go back to" ;;
esac
[ -d "${program%/*}" ] || mkdir -p "${program%/*}" || no_room "$program"
keep "$program" "$2" 755
keep "$unit" "$3" 644
# Wanted at boot by a link of our own making: `systemctl enable` would reload all units, 1 s on a slow Pi, for the same link.
wants=/etc/systemd/system/sysinit.target.wants
[ -d $wants ] || mkdir -p $wants
[ -L $wants/twinlan-rollback.service ] || ln -sf $unit $wants/twinlan-rollback.service || no_room $wants/twinlan-rollback.service
[ "$1" != removal ] || exit 0
read -r boot < /proc/sys/kernel/random/boot_id
read -r up _ < /proc/uptime
printf '%s %s\n' "$boot" "$((${up%.*} + $1))" > "$base/armed.new" || { rm -f "$base/armed.new"; no_room "$base/armed"; }
# One that runs already, of a setup that was cut off.
[ ! -e /run/systemd/transient/twinlan-rollback-timer.timer ] || systemctl stop twinlan-rollback-timer.timer 2>/dev/null
# By the monotonic clock: a clock that is wrong by a year, or set right in the middle, changes nothing. Again and again, until all is back.
systemd-run -q --unit=twinlan-rollback-timer --collect --on-active="${1}s" --on-unit-active=60s --timer-property=AccuracySec=1s \
    "$program" timer || fail CheckFailed "systemd does not take the timer"
mv "$base/armed.new" "$base/armed"
path=$base
lay_old || no_room "$path"
lay_new || no_room "$path"
sync
echo "armed=$1"
