#!/bin/sh
# confirm.sh   The Pi answered from outside: the dead-man timer is disarmed. From here on a reboot keeps the setup. May be asked again.
# Prints: confirmed=yes   Exit: 0, 3 with error=RolledBack when the timer was faster
set -u
base=/var/lib/twinlan
exec 9> /run/twinlan-rollback.lock; flock 9 # either this or the rollback, never both
if [ ! -e "$base/armed" ]; then
    # Asked once more, because the answer was lost with its connection: a confirmation takes away what was staged, a rollback leaves it.
    if [ -e "$base/confirmed" ] && [ ! -e "$base/staged" ]; then echo confirmed=yes; exit 0; fi
    printf 'error=RolledBack\ndetail=the safety timer fired first\n'
    exit 3
fi
: > "$base/confirmed" || { printf 'error=DiskFull\ndetail=%s\n' "$base"; exit 3; }
# What the boot guard mends damaged files by.
rm -rf "$base/kept" "$base/given-back" && mv "$base/staged" "$base/kept"
rm -f "$base/armed" /etc/systemd/system/sysinit.target.wants/twinlan-rollback.service /etc/systemd/system/twinlan-rollback.service
sync
# A timer that still runs finds nothing to do, so nobody has to wait until it is gone.
systemctl stop twinlan-rollback-timer.timer >/dev/null 2>&1 &
echo confirmed=yes
