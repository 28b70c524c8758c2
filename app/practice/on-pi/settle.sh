#!/bin/sh
# settle.sh   Waits until the boot has come to its end, and Tailscale, where somebody is logged in to it, has its network again: so that a
# snapshot does not hold half of a boot, and nobody meets one. Then writes everything to the disk.
timeout 300 systemctl is-system-running --wait >/dev/null
for _ in $(seq 60); do
    case $(tailscale status --json 2>/dev/null | grep '"BackendState"') in *NoState* | *Starting*) sleep 1 ;; *) break ;; esac
done
sync
