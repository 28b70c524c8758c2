#!/bin/sh
# back-up.sh PATH|service:NAME|module:NAME|port:INTERFACE|sysctl:NAME...   Keeps every file and setting that a setup touches, before
# it is touched: once as "original" (what Remove brings back; a later setup never overwrites it) and each time as "previous" (what the
# safety timer brings back). Each copy has a manifest a person can read:
#   file MODE OWNER:GROUP SHA256 PATH | absent PATH | link TARGET PATH | service NAME ActiveState=… UnitFileState=… |
#   module NAME loaded|absent | port INTERFACE BRIDGE|- | sysctl NAME VALUE|absent
# A link is kept as such, and the file that it leads to as a file of its own: that is the one a setup changes.
# Prints: original=made|kept   Exit: 0, 3 with error=KIND
set -u
. "${0%/*}/prelude.sh"
umask 077
base=/var/lib/twinlan
full() { [ "$(df -Pk "$base" | awk 'NR == 2 { print $4 }')" -lt 512 ]; }

setting() { # service:NAME|module:NAME|port:INTERFACE|sysctl:NAME   prints its line; 1: this is a path
    name=${1#*:}
    case $1 in
    service:*)
        # shellcheck disable=SC2046 # two words, in systemd's order
        echo service "$name" $(systemctl show -p ActiveState -p UnitFileState "$name")
        ;;
    module:*) if [ -d "/sys/module/$name" ]; then echo "module $name loaded"; else echo "module $name absent"; fi ;;
    sysctl:*) value=absent; [ ! -e "/proc/sys/$name" ] || read -r value < "/proc/sys/$name"; echo "sysctl $name $value" ;;
    port:*) master=$(readlink "/sys/class/net/$name/master") || master=-; echo "port $name ${master##*/}" ;;
    *) return 1 ;;
    esac
}
keep() { # DIR PATH...
    dir=$1; shift
    rm -rf "$dir.new" && mkdir -p "$dir.new/files" || return 1
    for path in "$@"; do
        if setting "$path"; then continue; fi
        if [ -L "$path" ]; then
            printf 'link %s %s\n' "$(readlink "$path")" "$path"
            path=$(readlink -f "$path")
        fi
        if [ -e "$path" ]; then
            mkdir -p "$dir.new/files${path%/*}" && cp -a "$path" "$dir.new/files$path" || return 1
            sum=$(sha256sum < "$path")
            printf 'file %s %s %s\n' "$(stat -c '%a %U:%G' "$path")" "${sum%% *}" "$path"
        else
            printf 'absent %s\n' "$path"
        fi
    done > "$dir.new/manifest" || return 1
    # On disk before its name says that it is complete: a power cut leaves a whole backup or none.
    sync -f "$dir.new/manifest"
    rm -rf "$dir" && mv "$dir.new" "$dir"
}

# Half way between two states is nothing to go back to.
[ ! -e "$base/armed" ] || fail CheckFailed "a setup is half done here: its safety timer runs"
if [ -L "$base/removing" ]; then
    [ ! -e "$base/original/manifest" ] || fail RollbackIncomplete "a removal was cut off here"
    rm -f "$base/removing"
fi
# Before anything is written: what could not be kept, or not be given a new content.
for path in "$@"; do
    case $path in /*) ;; *) continue ;; esac
    if [ -L "$path" ] || [ -e "$path" ]; then [ -f "$path" ] || fail NotAFile "$path"; fi
    [ ! -L "$path" ] || path=$(readlink -f "$path")
    [ ! -d "${path%/*}" ] || [ -w "${path%/*}" ] || fail DiskReadOnly "$path"
done
# The survey asks without root whether there is something of ours; what is kept there stays root's.
{ mkdir -p "$base" && chmod 755 "$base"; } || fail DiskFull "cannot make $base"
failed() { full && fail DiskFull "no room for the backup in $base"; fail CommandFailed "backup failed"; }
keep "$base/previous" "$@" || failed
if [ -e "$base/original/manifest" ]; then
    # Files that an older setup did not know are added to the first original; each first, then its line.
    awk '{ path = $0; if ($1 == "link") path = $NF; else if ($1 ~ /^(file|absent)$/) sub(/^[^\/]*/, "", path); else next }
        NR == FNR { known[path]; next } !(path in known)' "$base/original/manifest" "$base/previous/manifest" |
        while read -r line; do
            path=/${line#*/}
            case $line in
            file*) mkdir -p "$base/original/files${path%/*}" && cp -a "$base/previous/files$path" "$base/original/files$path" || exit 1 ;;
            esac
            echo "$line" >> "$base/original/manifest" || exit 1
        done || failed
    echo original=kept
else
    # The first one is both.
    { rm -rf "$base/original.new" "$base/original" && cp -a "$base/previous" "$base/original.new" && sync -f "$base/original.new/manifest" &&
        mv "$base/original.new" "$base/original"; } || failed
    echo original=made
fi
