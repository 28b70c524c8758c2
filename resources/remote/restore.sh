# shellcheck shell=sh disable=SC2034,SC2154 # what the script knows that it is a part of, and what it asks for
# restore.sh   A part of rollback.sh: the files of a backup. Each comes back by being renamed, because a rename needs no free space, and
# counts as back when its checksum says so. The script says where the backup is ($from), and what its copies beside the files are called ($suffix).

# Reads the next line of the manifest that is a file, and fills in path and old, the copy beside it.
next_file() {
    while read -r state rest; do
        case $state in
        file | absent) path=/${rest#*/} ;;
        link) path=/${rest##* /} ;;
        *) continue ;;
        esac
        old=${path%/*}/.${path##*/}.$suffix
        return 0
    done
    return 1
}
# What is not as the manifest says, a path a line, and a dot when that could be told of all.
differing() {
    set --
    while next_file; do
        case $state in
        file) set -- "$@" "$path" ;;
        absent) if [ -e "$path" ] || [ -L "$path" ]; then echo "$path"; fi ;;
        link) [ "$(readlink "$path")" = "${rest%" $path"}" ] || echo "$path" ;;
        esac
    done < "$from/manifest" || return
    if [ $# = 0 ]; then echo .; return; fi
    { sha256sum "$@"; stat -c '%a %U:%G %n' "$@"; } 2>/dev/null | awk '
        { path = $0 }
        NR == FNR { if ($1 == "file" && sub(/^file [^ ]+ [^ ]+ [^ ]+ /, "", path)) { sum[path] = $4; mode[path] = $2 " " $3 } next }
        length($1) == 64 { sub(/^[^ ]+  /, "", path); if (path in sum && sum[path] == $1) same[path]++; next }
        { sub(/^[^ ]+ [^ ]+ /, "", path); if (path in mode && mode[path] == $1 " " $2) same[path]++ }
        END { for (path in sum) if (same[path] != 2) print path; print "." }' "$from/manifest" -
}
look() { # fills in left
    left=$(differing 2>/dev/null)
    case $left in
    .) left='' ;;
    *"$newline.") left=${left%.} ;;
    *) left=unknown$newline ;;
    esac
}
is_left() { case $newline$left in *"$newline$path$newline"* | *"${newline}unknown$newline"*) ;; *) return 1 ;; esac; }

is_ready() { # OLD   whole, as the manifest has it
    [ -f "$1" ] || return 1
    sum=${rest%% /*}
    got=$(sha256sum < "$1")
    [ "${got%% *}" = "${sum##* }" ]
}
# A copy beside its place; where there is no room for one, a second name for the backup itself.
lay() {
    rm -f "$old"
    [ -d "${path%/*}" ] || mkdir -p "${path%/*}" || return 1
    cp -a "$from/files$path" "$old" || { rm -f "$old"; ln "$from/files$path" "$old"; }
}
is_or_gets_ready() { is_ready "$old" || { lay && is_ready "$old"; }; }
bring_back() {
    while next_file; do
        is_left || continue
        case $state in
        file) is_or_gets_ready && mv -fT "$old" "$path" ;;
        link) rm -f "$old"; ln -s "${rest%" $path"}" "$old" && mv -fT "$old" "$path" ;;
        absent) rm -f "$path" ;;
        esac && n=$((n + 1))
    done < "$from/manifest"
}
# What lies beside the files, of a switch or a rollback that was cut off too.
sweep() {
    set --
    while next_file; do
        beside=${path%/*}/.${path##*/}
        set -- "$@" "$beside.twinlan-new" "$beside.twinlan-old" "$beside.twinlan-first" "$path.twinlan-new"
    done < "$from/manifest"
    rm -f "$@"
}

# Before anything changes: all of "original" beside its place, and a note for the next boot.
prepare_removal() {
    look
    while next_file; do
        case $state in file) is_left || continue ;; *) continue ;; esac
        is_or_gets_ready || give_up "$path"
    done < "$from/manifest"
    ln -sfn "${packages:-files}" "$base/removing" || give_up "$base/removing"
    sync
}
give_up() { # PATH
    set -- "$1"
    while next_file; do set -- "$@" "$old"; done < "$from/manifest"
    at=$1; shift
    rm -f "$@"
    [ -w "${at%/*}" ] || fail DiskReadOnly "$at"
    [ "$(df -Pk "${at%/*}" | awk 'NR == 2 { print $4 }')" -ge 512 ] || fail DiskFull "$at"
    fail RollbackIncomplete "$at"
}
