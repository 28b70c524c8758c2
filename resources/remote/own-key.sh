#!/bin/sh
# own-key.sh put KEY COMMENT | take KEY   Who has the private half of KEY ("ssh-ed25519 AAAA…") may sign in as the user who runs this,
# or may not any more. Not for root. Both may be asked again. The owner's lines stay as they are, the new file takes the place of the old
# one in one go, and a link stays a link.
# Prints: sudo=asks or free (put)   Exit: 0, 3 with error=NotAFile|DiskReadOnly|DiskFull
set -u
. "${0%/*}/prelude.sh"
umask 077 # sshd takes no file that others may write
folder=$HOME/.ssh
file=$folder/authorized_keys
data=${2#* }
stands_there() {
    [ -e "$real" ] && awk -v data="$data" '
        { sub(/\r$/, "") }
        $1 !~ /^#/ { for (i = 1; i <= NF; i++) if ($i == data) found = 1 }
        END { exit !found }' "$real"
}
with_it() { # KEY COMMENT   A last line without its end gets one, so that ours does not become part of it.
    [ ! -e "$real" ] || cat "$real" || return 1
    [ ! -s "$real" ] || [ -z "$(tail -c 1 "$real")" ] || echo || return 1
    printf '%s %s\n' "$1" "$2"
}
without_it() {
    awk -v data="$data" '
        { line = $0; sub(/\r$/, ""); ours = 0 }
        $1 !~ /^#/ { for (i = 1; i <= NF; i++) if ($i == data) ours = 1 }
        !ours { print line }' "$real"
}
replace() { # COMMAND ARG…   What that prints becomes the file, with the mode that it had.
    new=$(mktemp "${real%/*}/.authorized_keys.twinlan-XXXXXX") || return 1
    trap 'rm -f "$new"' EXIT
    [ ! -e "$real" ] || { cp -p "$real" "$new" && chmod u+rw,go-w "$new"; } || return 1
    "$@" > "$new" && sync "$new" && mv -f "$new" "$real"
}

[ "$1" != take ] || [ -e "$file" ] || exit 0
if [ ! -d "$folder" ]; then
    if [ -e "$folder" ] || [ -L "$folder" ]; then fail NotAFile "$folder"; fi
    mkdir "$folder" || { [ -w "$HOME" ] || fail DiskReadOnly "$folder"; fail DiskFull "$folder"; }
fi
real=$(readlink -f "$file") || fail NotAFile "$file"
[ ! -e "$real" ] || [ -f "$real" ] || fail NotAFile "$file"
# A file that is not this user's own to write is not replaced either, although the folder would allow it.
if [ ! -w "${real%/*}" ] || { [ -e "$real" ] && [ ! -w "$real" ]; }; then fail DiskReadOnly "$real"; fi
case $1 in
put)
    stands_there || replace with_it "$2" "$3" || fail DiskFull "$real"
    chmod go-w "$folder" "$real"
    if [ "$(id -u)" = 0 ] || ! command -v sudo > /dev/null || sudo -n -k -u root sh -c : 2> /dev/null; then echo sudo=free; else echo sudo=asks; fi
    ;;
take)
    stands_there || exit 0
    replace without_it || fail DiskFull "$real"
    [ -s "$real" ] || [ -L "$file" ] || rm -f "$real" # it was made for our line alone
    ;;
esac
