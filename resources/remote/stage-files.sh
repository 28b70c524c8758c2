#!/bin/sh
# stage-files.sh PATH MODE PART SHA256 BASE64 ...   Lays each file down beside its place, in /var/lib/twinlan/staged, and has it
# checked there, so that the switch only has to move files. PART: whole, top or end (our block at that end of PATH).
# Prints: staged=N   Exit: 0, 3 with error=DiskFull|CheckFailed
set -u
umask 077
staged=/var/lib/twinlan/staged
fail() { printf 'error=%s\ndetail=%s\n' "$1" "$2"; exit 3; }
# The programs that a unit starts are not in their places yet, so others stand for them. Before systemd 250 a fault of any other unit
# on this Pi would count as ours.
unit_is_sound() { # FILE NAME
    [ "$(systemctl --version | awk 'NR == 1 { print $2 + 0 }')" -ge 250 ] || return 0
    mkdir -p "$staged/units" && sed 's,=/usr/local/lib/twinlan/[^ ]*,=/bin/true,' "$1" > "$staged/units/$2" &&
        systemd-analyze --man=no --recursive-errors=no verify "$staged/units/$2" >&2
}
nospace() { [ "$(df -Pk /var/lib | awk 'NR == 2 { print $4 }')" -lt 512 ] && fail DiskFull "no room in $staged"; fail CommandFailed "$1"; }

rm -rf "$staged"
mkdir -p "$staged" || nospace "cannot make $staged"
n=0
while [ $# -ge 5 ]; do
    n=$((n + 1)); path=$1 mode=$2 part=$3 sum=$4
    printf '%s' "$5" | base64 -d > "$staged/$n.part" || nospace "cannot write the new $path"
    got=$(sha256sum < "$staged/$n.part")
    [ "${got%% *}" = "$sum" ] || nospace "the new $path did not arrive whole"
    case $path in
    *.nft) nft -c -f "$staged/$n.part" >&2 || fail CheckFailed "nft refuses the new $path" ;;
    *.sh) sh -n "$staged/$n.part" >&2 || fail CheckFailed "sh refuses the new $path" ;;
    *.service) unit_is_sound "$staged/$n.part" "${path##*/}" || fail CheckFailed "systemd refuses the new $path" ;;
    */interfaces.d/*) ifquery --interfaces="$staged/$n.part" --list --all >/dev/null || fail CheckFailed "ifupdown refuses the new $path" ;;
    esac
    printf '%s %s %s %s\n' "$n" "$mode" "$part" "$path" >> "$staged/manifest" || nospace "cannot write the manifest"
    shift 5
done
sync -f "$staged/manifest"
echo "staged=$n"
