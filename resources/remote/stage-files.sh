#!/bin/sh
# stage-files.sh PATH MODE PART SHA256 BASE64 ...   Lays each file down in /var/lib/twinlan/staged, as it will be, and has it checked
# there, so that the switch, for which one Pi waits while the other is in it, only has to move files. PART: whole, top or end (our
# block at that end of PATH; the rest of the file stays), or aside: BASE64 are names of interfaces, and what PATH says of them by hand
# becomes comments. /var/lib/twinlan/staged/manifest then has a line a file:
# NUMBER MODE|- PATH, with the content in NUMBER.file; "-": mode and owner are those of NUMBER.file. Of a link PATH is what it leads to.
# Prints: staged=N   Exit: 0, 3 with error=DiskFull|CheckFailed|NotAFile
set -u
. "${0%/*}/prelude.sh"
. "${0%/*}/networks.sh"
umask 077
staged=/var/lib/twinlan/staged
# The programs that a unit starts are not in their places yet, so others stand for them. Before systemd 250 a fault of any other unit
# on this Pi would count as ours.
unit_is_sound() { # FILE NAME
    [ "$(systemctl --version | awk 'NR == 1 { print $2 + 0 }')" -ge 250 ] || return 0
    mkdir -p "$staged/units" && sed 's,=/usr/local/lib/twinlan/[^ ]*,=/bin/true,' "$1" > "$staged/units/$2" &&
        systemd-analyze --man=no --recursive-errors=no verify "$staged/units/$2" >&2
}
# Whoever will read such a file.
readers_accept() { # PATH FILE alone|composed
    for kind in $kinds; do
        reader=''
        "${kind}_accepts" "$@" || fail CheckFailed "$reader refuses the new $path"
    done
}
# Our block at the top or end of NUMBER.file, in place of an older one.
add_block() { # FILE BLOCK top|end
    mark="twinlan $3"
    # The owner's lines stay lines, and theirs: one that an earlier version of ours had been glued to, a last one without its end, and
    # what follows a block of ours that somebody took the end from.
    awk -v begin="# >>> $mark" -v end="# <<< $mark" '
        function give_back() { for (i = 1; i <= held; i++) print line[i]; held = 0 }
        { at = index($0, begin " ("); if (index($0, begin) == 1) at = 1 }
        at { give_back(); if (at > 1) print substr($0, 1, at - 1); inside = 1; next }
        inside && index($0, end) == 1 { inside = held = 0; next }
        inside { line[++held] = $0; next }
        { print }
        END { give_back() }' "$1" > "$staged/rest" || return 1
    {
        [ "$3" != end ] || cat "$staged/rest" || return 1
        echo "# >>> $mark (written by TwinLAN; Remove takes this block away)"
        cat "$2" || return 1
        echo "# <<< $mark"
        [ "$3" != top ] || cat "$staged/rest" || return 1
    } > "$1"
}
# What was made by hand for NAMES: their stanzas of ifupdown's, and their names where a line is about several.
set_aside() { # FILE NAMES
    awk -v names=" $2 " '
        function named(word) { return index(names, " " word " ") }
        function hide() { print "# set aside by TwinLAN: " $0 }
        $1 ~ /^(iface|mapping|auto|allow-.*|no-.*|rename|template|source.*)$/ { hidden = $1 == "iface" && named($2) }
        hidden { if (NF) hide(); else print; next }
        $1 == "auto" || $1 ~ /^allow-/ || $1 == "no-auto-down" || $1 == "denyinterfaces" {
            left = $1; gone = 0
            for (i = 2; i <= NF; i++) if (named($i)) gone = 1; else left = left " " $i
            if (gone) { hide(); if (left != $1) print left; next }
        }
        { print }' "$1" > "$staged/rest" && cat "$staged/rest" > "$1"
}
# The file with our block, or without what was made by hand; if another part of it was told before, with that one too.
compose() { # NUMBER MODE PATH top|end|aside
    into=''
    [ ! -e "$staged/manifest" ] || while read -r number _ path; do [ "$path" != "$3" ] || into=$number; done < "$staged/manifest"
    if [ -z "$into" ]; then
        into=$1
        if [ -e "$3" ]; then cp -a "$3" "$staged/$into.file"; else true > "$staged/$into.file" && chmod "$2" "$staged/$into.file"; fi || return 1
        echo "$into - $3" >> "$staged/manifest" || return 1
    fi
    if [ "$4" != aside ]; then
        add_block "$staged/$into.file" "$staged/$1.part" "$4"
    else
        set_aside "$staged/$into.file" "$(tr '\n' ' ' < "$staged/$1.part")"
    fi
}
nospace() { [ "$(df -Pk /var/lib | awk 'NR == 2 { print $4 }')" -lt 512 ] && fail DiskFull "no room in $staged"; fail CommandFailed "$1"; }

rm -rf "$staged"
mkdir -p "$staged" || nospace "cannot make $staged"
n=0
while [ $# -ge 5 ]; do
    n=$((n + 1)); path=$1 mode=$2 part=$3 sum=$4
    # What a link leads to gets the new content; the link stays one.
    [ ! -L "$path" ] || path=$(readlink -f "$path")
    if [ -L "$1" ] && [ ! -f "$path" ]; then fail NotAFile "$1"; fi
    printf '%s' "$5" | base64 -d > "$staged/$n.part" || nospace "cannot write the new $path"
    got=$(sha256sum < "$staged/$n.part")
    [ "${got%% *}" = "$sum" ] || nospace "the new $path did not arrive whole"
    case $part:$1 in
    aside:*) ;; # judged when it is composed
    *.nft) nft -c -f "$staged/$n.part" >&2 || fail CheckFailed "nft refuses the new $path" ;;
    *.sh | */dispatcher.d/*) sh -n "$staged/$n.part" >&2 || fail CheckFailed "sh refuses the new $path" ;;
    *.service) unit_is_sound "$staged/$n.part" "${1##*/}" || fail CheckFailed "systemd refuses the new $path" ;;
    *) readers_accept "$1" "$staged/$n.part" alone ;;
    esac
    if [ "$part" = whole ]; then
        mv "$staged/$n.part" "$staged/$n.file" && echo "$n $mode $path" >> "$staged/manifest"
    else
        compose "$n" "$mode" "$path" "$part"
    fi || nospace "cannot write the new $path"
    [ "$part" = whole ] || readers_accept "$1" "$staged/$into.file" composed
    shift 5
done
sync -f "$staged/manifest"
echo "staged=$n"
