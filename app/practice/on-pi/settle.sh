#!/bin/sh
# settle.sh   Waits until the boot has come to its end, so that a snapshot does not hold half of it, and writes everything to the disk.
for _ in 1 2 3 4 5 6 7 8 9 10; do
    [ "$(systemctl is-system-running)" = running ] && break
    sleep 1
done
sync
