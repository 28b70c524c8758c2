#!/bin/sh
# claim.sh TOKEN WHO   One wizard at a time on a Pi. Run first in each call that changes something, with file descriptor 8 open on
# /run/twinlan-claim.lock, which only root can open: the lock on it lasts as long as that call and what it started. For the pauses
# between two calls, /run/twinlan-holder says who works here: "TOKEN DUE PID START WHO", with the sshd process of its connection and
# until when, by the uptime, a holder counts that went silent without closing it; a wizard that has to wait longer claims again
# meanwhile. A Pi whose safety timer runs belongs to who armed it.
# Prints: error=HeldByAnother detail=WHO if somebody else does   Exit: 0, 3
set -u
. "${0%/*}/prelude.sh"
. "${0%/*}/process.sh"
umask 022 # the survey reads who works here without root
token=$1 who=$2
holder=/run/twinlan-holder
read -r up _ < /proc/uptime
now=${up%.*}
connection() { # fills in pid and began: the sshd that this call came by
    pid=$$
    while [ "$pid" -gt 1 ] && process "$pid"; do
        began=$start
        case $name in sshd*) return ;; esac
        pid=$parent
    done
    pid=0 began=0
}
taken() { fail HeldByAnother "$1"; }

held='' due=0 pid=0 began=0 by=''
[ ! -r "$holder" ] || read -r held due pid began by < "$holder" || held=''
if ! flock -n 8; then
    # Our own last call, whose connection broke, may still be at its end.
    [ "$held" = "$token" ] || taken "$by"
    flock -w 60 8 || taken "$by"
elif [ -n "$held" ] && [ "$held" != "$token" ]; then
    [ ! -e /var/lib/twinlan/armed ] || taken "$by"
    if process "$pid" && [ "$start" = "$began" ] && [ "$now" -lt "$due" ]; then taken "$by"; fi
fi
connection
printf '%s %s %s %s %s\n' "$token" $((now + 180)) "$pid" "$began" "$who" > "$holder.new" && mv "$holder.new" "$holder"
exit 0
