#!/bin/sh
# confirm.sh   The Pi answered from outside: the dead-man timer is disarmed. From here on a reboot keeps the setup.
# Prints: confirmed=yes   Exit: 0, 3 with error=RolledBack when the timer was faster
set -u
base=/var/lib/twinlan
exec 9> /run/twinlan-rollback.lock; flock 9 # either this or the rollback, never both
[ -e "$base/armed" ] || { printf 'error=RolledBack\ndetail=the safety timer fired first\n'; exit 3; }
: > "$base/confirmed" || { printf 'error=DiskFull\ndetail=%s\n' "$base"; exit 3; }
rm -f "$base/armed" /etc/systemd/system/sysinit.target.wants/twinlan-rollback.service /etc/systemd/system/twinlan-rollback.service
rm -rf "$base/staged"
sync
# A timer that still runs finds nothing to do, so nobody has to wait until it is gone.
systemctl stop twinlan-rollback-timer.timer >/dev/null 2>&1 &
echo confirmed=yes
