#!/bin/sh
# claim.sh TOKEN WHO   One wizard at a time on a Pi. Run first in each call that changes something, with file descriptor 8 open on
# /run/twinlan-lock: the lock on it lasts as long as that call and what it started. For the pauses between two calls,
# /run/twinlan-holder says who works here: "TOKEN DUE PID START WHO", with the sshd process of its connection and until when, by
# the uptime, a holder counts that went silent without closing it; a wizard that has to wait longer claims again meanwhile. A Pi
# whose safety timer runs belongs to who armed it.
# Prints: error=HeldByAnother detail=WHO if somebody else does   Exit: 0, 3
set -u
token=$1 who=$2
holder=/run/twinlan-holder
read -r up _ < /proc/uptime
now=${up%.*}
process() { # PID   prints "NAME PARENT START"; a process is known by its number and its start
    stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
    # shellcheck disable=SC2086 # its fields
    set -- ${stat##*) }
    name=${stat#*(}
    printf '%s %s %s\n' "${name%)*}" "$2" "${20}"
}
connection() { # prints "PID START" of the sshd that this call came by
    at=$$
    while [ "${at:-0}" -gt 1 ]; do
        found=$(process "$at") || break
        # shellcheck disable=SC2086
        set -- $found
        case $1 in sshd*) printf '%s %s\n' "$at" "$3"; return ;; esac
        at=$2
    done
    echo 0 0
}
taken() { printf 'error=HeldByAnother\ndetail=%s\n' "$1"; exit 3; }

held='' due=0 pid=0 began=0 by=''
[ ! -r "$holder" ] || read -r held due pid began by < "$holder" || held=''
if ! flock -n 8; then
    # Our own last call, whose connection broke, may still be at its end.
    [ "$held" = "$token" ] || taken "$by"
    flock -w 60 8 || taken "$by"
elif [ -n "$held" ] && [ "$held" != "$token" ]; then
    [ ! -e /var/lib/twinlan/armed ] || taken "$by"
    # shellcheck disable=SC2046
    set -- $(process "$pid")
    [ "${3:-}" != "$began" ] || [ "$now" -ge "$due" ] || taken "$by"
fi
# shellcheck disable=SC2046
set -- $(connection)
printf '%s %s %s %s %s\n' "$token" $((now + 180)) "$1" "$2" "$who" > "$holder.new" && mv "$holder.new" "$holder"
exit 0
