#!/bin/sh
# confirm.sh   The Pi answered from outside: the safety timer is disarmed. From here on a reboot keeps the setup. May be asked again.
# rollback.sh and its unit stay, for Remove.
# Prints: confirmed=yes   Exit: 0, 3 with error=RolledBack when the timer was faster
set -u
. "${0%/*}/prelude.sh"
base=/var/lib/twinlan
too_late() { fail RolledBack "$1"; }
umask 077
exec 9>> /run/twinlan-safety.lock
umask 022
flock -w 25 9 || too_late "the safety timer is at work" # either this or the rollback, never both
if [ ! -e "$base/armed" ]; then
    # Asked once more, because the answer was lost with its connection: a confirmation takes away what was staged, a rollback leaves it.
    if [ -e "$base/confirmed" ] && [ ! -e "$base/staged" ]; then echo confirmed=yes; exit 0; fi
    too_late "the safety timer fired first"
fi
true > "$base/confirmed" || fail DiskFull "$base"
# What the boot guard mends damaged files by.
rm -rf "$base/kept" "$base/given-back" && mv "$base/staged" "$base/kept"
rm -f "$base/armed" || fail DiskReadOnly "$base"
sync
# Now nothing leads back any more, and what lay ready for that goes.
set --
while read -r state _ _ _ path; do
    [ "$state" != file ] || set -- "$@" "${path%/*}/.${path##*/}.twinlan-old"
done < "$base/previous/manifest"
[ $# = 0 ] || rm -f "$@"
# A timer that still runs finds nothing to do, so nobody has to wait until it is gone.
systemctl stop twinlan-rollback-timer.timer >/dev/null 2>&1 9>&- &
echo confirmed=yes
