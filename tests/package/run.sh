#!/usr/bin/env bash
# run.sh FILE.deb [RELEASE…]   Installs the package on a clean root of each release of Debian (12 and 13 without a word), starts it there,
# takes it away again, and looks for what stayed. Prints a line for each judgement, "ok NAME" or "FAILED NAME", and exits 0 only if all
# are good. Pictures of the windows lie in build/package-pictures. Root; Debian's mirror.
#   HOMES=1   the installed program also joins the practice homes and undoes that, by the lab's cases (minutes)
# shellcheck disable=SC2317 # functions are called by their names, by judge
set -uo pipefail
if [[ -z ${TWINLAN_OWN_MOUNTS:-} ]]; then # what is mounted into the roots ends with this script, whatever happens
    exec env TWINLAN_OWN_MOUNTS=1 unshare --mount --propagation private bash "$0" "$@"
fi
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
deb=$(readlink -f "$1")
shift
releases=("$@")
((${#releases[@]})) || releases=(12 13)
pictures=$root/build/package-pictures
work=$(mktemp -d)
mkdir -p "$pictures"
status=0 screen=''
leave() {
    [[ -z $screen ]] || kill "$screen" 2>/dev/null
    local place
    # The roots' own mounts first: deleting through one would delete what is behind it.
    while read -r place; do umount -l "$place"; done < <(awk -v work="$work/" 'index($2, work) == 1 { print $2 }' /proc/mounts | sort -r)
    rm -rf --one-file-system "$work"
}
trap leave EXIT
# shellcheck source=../../app/practice/lib/image.sh
. "$root/app/practice/lib/image.sh" # for debian_mirrors

judge() { # NAME COMMAND…
    local name=$1
    shift
    if "$@" >"$work/said" 2>&1; then echo "ok $name"; else sed 's/^/    /' "$work/said" | tail -n 20; echo "FAILED $name"; status=1; return 1; fi
}
codename() { case $1 in 12) echo bookworm ;; 13) echo trixie ;; *) echo "$1" ;; esac; }

# --- one root, whose place is $tree
in_tree() { chroot "$tree" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
# As somebody who uses it. The variables come first: NAME=VALUE… COMMAND
as_person() { in_tree runuser -u person -- env HOME=/home/person "$@"; }
make_root() { # RELEASE
    local mirrors
    mirrors=$(debian_mirrors "$1")
    mmdebstrap --quiet --mode=root --variant=minbase --skip=cleanup/apt/lists "$1" "$tree" ${mirrors:+"$mirrors"} || return 1
    cp /etc/resolv.conf "$tree/etc/resolv.conf"
    mount -t proc none "$tree/proc" && mkdir -p "$tree/tmp/.X11-unix" &&
        mount --bind /tmp/.X11-unix "$tree/tmp/.X11-unix" && in_tree useradd -m person
}
# What is installed before and after must be the same: without logs, lists and caches, which are apt's.
listing() {
    (cd "$tree" && find . -xdev \( -path ./var/log -o -path ./var/cache -o -path ./var/lib/apt -o -path ./var/lib/dpkg -o -path ./proc \
        -o -path ./dev -o -path ./tmp -o -path ./home -o -path ./run \) -prune -o -print | sort)
}
dependencies() { in_tree apt-get -q -y --no-install-recommends satisfy "$(dpkg-deb -f "$deb" Depends)"; }
install_it() {
    cp "$deb" "$tree/twinlan.deb" && in_tree apt-get -q -y --no-install-recommends install /twinlan.deb && rm "$tree/twinlan.deb"
}
says_its_version() { [[ $(as_person twinlan --version) == "twinlan $(dpkg-deb -f "$deb" Version | cut -d- -f1)" ]]; }
helps() { as_person twinlan --lang "$1" --help | grep -q -- "$2"; }
ends_with() { # EXIT TEXT COMMAND…
    local wanted=$1 text=$2 rc
    shift 2
    "$@"; rc=$?
    [[ $rc == "$wanted" ]] && grep -q "$text" "$work/said"
}
refuses() { # as it does on any computer: no plan, and a plan of a Pi that is not there
    ends_with 1 'Cannot read /nothing.json' as_person twinlan --lang en check /nothing.json || return 1
    echo '{ "version": 1, "pis": { "a": { "lanHost": "127.0.0.1" }, "b": { "tailnetAddress": "100.64.0.1" } } }' >"$tree/home/person/plan.json"
    ends_with 1 ConnectionRefused as_person twinlan --lang en check /home/person/plan.json --port 9
}
stays_open() { # without a display; ended from outside
    local rc
    as_person QT_QPA_PLATFORM=offscreen timeout 8 twinlan; rc=$?
    [[ $rc == 124 ]] # timeout's own word for "it was still there"
}
shows_a_window() { # LANGUAGE
    local program rc
    as_person DISPLAY="$display" QT_QPA_PLATFORM=xcb LANG="$1" LC_ALL= twinlan & program=$!
    DISPLAY=$display /usr/bin/python3 "$here/screen.py" "$pictures/debian-$release-${1%%_*}.png"; rc=$?
    ((rc)) && kill "$program"
    wait "$program" && ((rc == 0)) # closed by a person, it ends with 0
}
reads_japanese() { in_tree apt-get -q -y --no-install-recommends install fonts-noto-cjk qt6-translations-l10n && shows_a_window ja_JP.UTF-8; }
takes_it_away() { in_tree apt-get -q -y purge twinlan; }
leaves_nothing() {
    listing >"$work/after"
    diff "$work/before" "$work/after" &&
        ! find "$tree" -xdev -iname '*twinlan*' -not -path "$tree/home/person/*" -not -path "$tree/var/log/*" | grep .
}
# The lab's cases with a program of their own: what they call is a folder of builds in which app/twinlan is the installed one.
joins_the_homes() {
    mkdir -p "$work/installed/app" && mount --bind /tmp "$tree/tmp" || return 1
    # shellcheck disable=SC2016 # for the inner shell
    printf '#!/bin/sh\nexec chroot "%s" /usr/bin/env HOME="$HOME" /usr/bin/twinlan "$@"\n' "$tree" >"$work/installed/app/twinlan"
    chmod +x "$work/installed/app/twinlan"
    bash "$root/tests/lab/run.sh" "$work/installed" homes_up apply_where_the_policy_admits_gre undo_gives_the_pis_back
    local rc=$?
    umount "$tree/tmp"
    return "$rc"
}

judge lintian lintian --fail-on error "$deb"
cat "$work/said" # warnings are for reading
judge "what it depends on was computed" grep -q 'libqt6svg6.*libqt6core6.*libssh' <(dpkg-deb -f "$deb" Depends)
exec 3<>"$work/number"
Xvfb -displayfd 3 -screen 0 1024x600x24 -ac -nolisten tcp 3>"$work/number" >/dev/null 2>&1 & screen=$!
until [[ -s $work/number ]]; do kill -0 "$screen" || { echo "FAILED a screen"; exit 1; }; sleep 0.2; done
display=:$(cat "$work/number")

for release in "${releases[@]}"; do
    tree=$work/root-$release
    judge "$release/root" make_root "$(codename "$release")" || continue
    judge "$release/dependencies" dependencies || continue
    listing >"$work/before"
    judge "$release/install" install_it || continue
    judge "$release/version" says_its_version
    judge "$release/help in English" helps en 'Show this help'
    judge "$release/help in Japanese" helps ja 'この説明を表示します'
    judge "$release/check fails as it should" refuses
    judge "$release/the window opens without a display" stays_open
    judge "$release/the window opens, and closes with 0" shows_a_window C.UTF-8
    if [[ -n ${HOMES:-} ]]; then judge "$release/joins the practice homes and undoes it" joins_the_homes; fi
    judge "$release/purge" takes_it_away
    judge "$release/nothing stays" leaves_nothing
    judge "$release/install again, with what it recommends for Japanese" eval 'install_it && reads_japanese'
done
exit $status
