# shellcheck shell=sh disable=SC2154 # what the script knows that it is a part of
# apt.sh   A part of the scripts that install something: what apt is asked for, and the kind of error when it cannot. apt_installs installs
# $missing and nothing else, upgrades nothing else and removes nothing.
# Waits up to 5 minutes while another program holds apt's or dpkg's lock.
# What is new afterwards, dependencies too, is noted in /var/lib/twinlan/packages: Remove takes it away again if asked.
# Prints: progress=TEXT lines; installed=NAME for each one that was not there before.
# Fails with PackagesLocked, PackagesOffline, PackagesBroken, DiskFull, PackageConflict (detail: the packages that would have to go)
export DEBIAN_FRONTEND=noninteractive
base=/var/lib/twinlan
room=30720 # kB that it may take
source='' # a file of /etc/apt that was not read yet

is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# apt takes POSIX locks, which /proc/locks lists by inode: no wording of apt's has to be read.
locked() {
    for f in /var/lib/dpkg/lock-frontend /var/lib/dpkg/lock /var/lib/apt/lists/lock /var/cache/apt/archives/lock; do
        [ -e "$f" ] && grep -q ":$(stat -c %i "$f") " /proc/locks && return 0
    done
    return 1
}
wait_for_apt() {
    waited=0
    while locked; do
        [ "$waited" -lt 300 ] || fail PackagesLocked "apt or dpkg is in use"
        [ $((waited % 10)) -eq 0 ] && echo "progress=waiting-for-apt $waited"
        sleep 2; waited=$((waited + 2))
    done
}

update() { # [OPTION…]
    echo progress=reading-package-lists
    said=$(apt-get -q "$@" -o APT::Update::Error-Mode=any -o Acquire::Retries=1 -o Acquire::http::Timeout=20 update 2>&1) ||
        { printf '%s\n' "$said" | tail -n 5 >&2; return 1; }
}
# What the owner has installed stays: of two packages that cannot be together (arping and iputils-arping), apt would take theirs away to
# install ours, and take it away without a word, because nobody is there to be asked. An older version in the place of theirs is the same.
# Simulated, apt writes "Remv NAME [VERSION]" and "Inst NAME [OLD] (NEW …", in every language.
spare_theirs() {
    # shellcheck disable=SC2086
    plan=$(apt-get -qq --simulate --no-install-recommends --allow-downgrades install $missing 2>/dev/null) || return 0 # install() says why not
    gone=''
    while read -r verb name old new _; do
        case $verb in
        Remv | Purg) gone="$gone $name" ;;
        Inst)
            old=${old#[} new=${new#(}
            case $old in *']') dpkg --compare-versions "$new" ge "${old%]}" || gone="$gone $name" ;; esac ;;
        esac
    done <<END
$plan
END
    [ -z "$gone" ] || fail PackageConflict "${gone# }"
}
install() {
    # Status-Fd gives one machine-readable line per bit of progress: KIND:NAME:PERCENT:TEXT. apt's own output goes to stderr, so
    # that nothing on stdout is prose.
    spare_theirs
    { # shellcheck disable=SC2086 # a list of package names
        apt-get -q -y --no-remove --no-install-recommends -o APT::Status-Fd=3 -o DPkg::Lock::Timeout=120 -o Dpkg::Options::=--force-confold \
            -o Acquire::Retries=1 -o Acquire::http::Timeout=20 install $missing 3>&1 1>&2 </dev/null
        echo "rc:$?"
    } | {
        rc=100
        while IFS=: read -r kind name percent _; do
            case $kind in
            rc) rc=$name ;;
            dlstatus | pmstatus) echo "progress=${percent%%.*}% $name" ;;
            esac
        done
        exit "$rc"
    }
}

present() { dpkg-query -W -f '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | sort -u; }
# Kept until the note is written: after a power cut in the middle, the next run still knows what was there at first.
note_old() {
    if [ ! -e "$base/packages.before" ]; then
        { present >"$base/packages.new" && mv "$base/packages.new" "$base/packages.before" && sync -f "$base"; } || fail DiskFull "no room in $base"
    fi
}
note_new() {
    { cat "$base/packages" 2>/dev/null; present | comm -13 "$base/packages.before" -; } | sort -u >"$base/packages.new" &&
        mv "$base/packages.new" "$base/packages" && sync -f "$base" && rm -f "$base/packages.before"
}

apt_installs() {
    mkdir -p "$base" || fail DiskFull "cannot make $base"
    wait_for_apt
    [ -z "$(dpkg --audit 2>/dev/null)" ] || fail PackagesBroken "dpkg was interrupted; run: sudo dpkg --configure -a"
    [ "$(df -Pk /var | awk 'NR == 2 { print $4 }')" -ge $room ] || fail DiskFull "less than $((room / 1024)) MB free in /var"
    note_old
    fresh=$(find /var/lib/apt/lists -maxdepth 1 -name '*Packages*' -mmin -1440 2>/dev/null | head -n 1)
    offline=0
    if [ -z "$fresh" ]; then
        update || offline=1
    elif [ -n "$source" ]; then
        update -o Dir::Etc::SourceList="$source" -o Dir::Etc::SourceParts=- -o APT::Get::List-Cleanup=0 || offline=1
    fi
    if ! install; then
        # Old lists name files that are gone: read them anew, once.
        if [ -n "$fresh" ]; then update || offline=1; fi
        if [ "$offline" = 1 ] || ! install; then
            [ "$(df -Pk /var | awk 'NR == 2 { print $4 }')" -ge 10240 ] || fail DiskFull "no room left in /var"
            locked && fail PackagesLocked "apt or dpkg is in use"
            [ "$offline" = 1 ] && fail PackagesOffline "the package lists cannot be read"
            [ -z "$(dpkg --audit 2>/dev/null)" ] || fail PackagesBroken "dpkg left packages half configured"
            # Installing failed although the lists are fresh: either the files cannot be fetched, or dependencies do not fit.
            # shellcheck disable=SC2086
            apt-get -qq --simulate --no-install-recommends install $missing >/dev/null 2>&1 || fail PackagesBroken "dependencies do not fit"
            fail PackagesOffline "the packages cannot be fetched"
        fi
    fi
    note_new || fail DiskFull "no room in $base"
    for p in $missing; do printf 'installed=%s\n' "$p"; done
}
