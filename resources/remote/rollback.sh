#!/bin/sh
# rollback.sh timer|boot|now|giveback|remove [packages]   Puts the Pi back as it was, and makes it answer.
#   timer   the safety timer ran out: back to "previous", live. Does nothing once the setup was confirmed.
#   boot    the same after a power cut in the middle: files only, before networking starts. Goes on with a Remove that was cut off.
#   now     Stop and undo: as timer, but not waiting.
#   giveback  a boot brought no network (boot-guard.sh): back to "original", live; the backup stays.
#   remove  back to "original": byte for byte as before the first setup; takes away what is ours, kernel modules that were not
#           loaded then included; with "packages" also those that the setup installed and nothing else needs.
# Needs no network, no wizard, no Python, and no free space: the old files lie ready beside their places, .NAME.twinlan-old for
# "previous" (arm-rollback.sh), .NAME.twinlan-first for "original" (remove itself, before it changes anything), and are only renamed.
# Safe to run again after it was cut off in the middle: each step repeats itself. Unless every file is back, by its checksum, nothing
# that leads back is given up: the timer and the next boot try again.
# Where the setup had taken over a bridge that somebody made by hand, the Pi restarts some seconds later: what its owner's files make of
# it, a boot makes best.
# Prints: restored=N; restarts=yes; with packages: packages=removed|leaving|kept|none (leaving: with Tailscale, some seconds later)
# Exit: 0; 3 with error=RollbackIncomplete detail=PATHS; remove also with error=DiskFull|DiskReadOnly, and then nothing has changed
set -u
umask 022
export LC_ALL=C.UTF-8
trap '' HUP PIPE # goes on when the connection that asked for it dies
base=/var/lib/twinlan
lock=/run/twinlan-safety.lock
moved=/run/twinlan-moved-back # the network is back already, some file is not
link=/etc/systemd/system/sysinit.target.wants/twinlan-rollback.service
own_unit=/etc/systemd/system/twinlan-rollback.service
newline='
'
mode=${1:-} packages=${2:-}
removing() { [ -L "$base/removing" ]; } # a link that says what to remove: it needs no room on the disk
case $mode in
giveback) from=$base/original suffix=twinlan-first packages=giveback ;;
remove) from=$base/original suffix=twinlan-first ;;
boot) from=$base/previous suffix=twinlan-old; if removing; then from=$base/original suffix=twinlan-first; fi ;;
timer | now) from=$base/previous suffix=twinlan-old ;;
*) exit 2 ;;
esac
idle() { # a Remove that has begun goes further back than the timer would
    case $mode in
    timer) [ ! -e "$base/armed" ] || removing ;;
    boot) [ ! -e "$base/armed" ] && ! removing ;;
    *) return 1 ;;
    esac
}
fail() { printf 'error=%s\ndetail=%s\n' "$1" "$2"; exit 3; }
forget() { rm -rf "$link" "$own_unit" "$moved" /usr/local/lib/twinlan "$base"; }

# The switch's worker, and whatever it has started, have the lock open as descriptor 7. All are stopped before the first one ends: the
# worker would take the end of what it has started for an answer, and go on.
end_switch() {
    for signal in STOP STOP KILL; do # twice: what was just being started
        for process in /proc/[0-9]*; do
            # shellcheck disable=SC3013 # dash has it
            [ ! "$process/fd/7" -ef "$lock" ] || kill -$signal "${process#/proc/}" 2>/dev/null
        done
    done
}
# Two at once: the second finds nothing left to do. A switch that works is waited for, one that hangs is ended; whatever else may hold
# the lock, which is root's alone, cannot keep the Pi from going back.
take_lock() {
    umask 077
    if command exec 9>> "$lock"; then flock -w 30 9 || { end_switch; flock -w 5 9; }; fi
    umask 022
}

kept() { grep -q "$1" "$from/manifest" 2>/dev/null; }
was_set_up() { kept '^file .* /etc/twinlan/tunnel.conf$'; } # "previous" is a setup too
took_over() { kept '^port [^ ]* [^-]'; }

. "${0%/*}/restore.sh"

# Services that the switch had start with the Pi, or took a mask from.
services_as_before() {
    [ -r "$base/enabled" ] || return 0
    while read -r what path; do case $what in
        link) rm -f "$path" ;;
        mask) [ -L "$path" ] || ln -s /dev/null "$path" ;;
        esac; done < "$base/enabled"
    rm -f "$base/enabled"
}
restore_files() {
    n=0
    look
    # Renamed, then read again: what counts is what is there. Twice, for a copy that was cut off before it got its mode and owner.
    for _ in 1 2; do [ -z "$left" ] || { bring_back; sync; look; }; done
    echo "restored=$n"
    [ -z "$left" ] || return 0
    sweep
    rmdir /etc/twinlan /etc/systemd/system/dhcpcd.service.d 2>/dev/null
    for unit in tunnel boot; do
        [ -e /etc/systemd/system/twinlan-$unit.service ] || rm -f /etc/systemd/system/multi-user.target.wants/twinlan-$unit.service
    done
    was_set_up || { rm -f "$base/confirmed"; services_as_before; }
    sync
}
incomplete() { fail RollbackIncomplete "$(echo "$left" | tr '\n' ' ')"; }
disarm() {
    if removing || was_set_up; then rm -f "$base/armed" "$moved"; else rm -f "$base/armed" "$moved" "$link" "$own_unit"; fi
    sync -f "$base"
}

# A kernel setting as it was; a backup that does not know it leaves the second value, the kernel's own.
set_back() { # NAME VALUE
    value=$2
    while read -r state name was; do
        [ "$state $name" != "sysctl $1" ] || [ "$was" = absent ] || value=$was
    done < "$from/manifest"
    [ ! -e "/proc/sys/$1" ] || echo "$value" > "/proc/sys/$1"
}

# How the address moves back, the kind of network knows. Its room is in here: what lies on the Pi is this one file.
. "${0%/*}/networks.sh"
is_kept() { kept " $1\$"; }

# Those that the setup loaded. One that somebody else has come to use stays: the kernel says no.
unload_modules() {
    # What nft brought along for its own use of the bridge would hold it.
    modprobe -r nft_meta_bridge nft_reject_bridge nf_conntrack_bridge 2>/dev/null
    for m in br_netfilter fou ip_gre bridge; do
        kept "^module $m absent\$" && modprobe -r "$m" 2>/dev/null
    done
    return 0
}

# Only what the setup brought along; if apt would take more away with it, somebody else has come to need it, and all stays.
remove_packages() {
    export DEBIAN_FRONTEND=noninteractive
    dpkg-query -W -f '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | sort -u > "$base/packages.now" || { echo packages=kept; return; }
    # An installation that was cut off has not noted yet what is new.
    [ ! -e "$base/packages.before" ] || comm -13 "$base/packages.before" "$base/packages.now" >> "$base/packages"
    [ -s "$base/packages" ] || { echo packages=none; return; }
    sort -u -o "$base/packages" "$base/packages"
    # shellcheck disable=SC2046 # a list of package names
    set -- $(comm -12 "$base/packages.now" "$base/packages")
    [ $# -gt 0 ] || { echo packages=none; return; }
    if [ -n "$(apt-get -qq --simulate purge "$@" 2>/dev/null | awk '$1 == "Purg" || $1 == "Remv" { print $2 }' | sort -u | comm -23 - "$base/packages")" ]; then
        echo packages=kept
    elif [ -e "$base/tailscale" ] && grep -qx tailscale "$base/packages"; then
        # It may be how this answer gets home.
        # shellcheck disable=SC2016 # for the shell in there
        systemd-run -q --on-active=5s --timer-property=AccuracySec=1s sh -c '
            export DEBIAN_FRONTEND=noninteractive
            timeout 20 tailscale logout
            apt-get -q -y -o DPkg::Lock::Timeout=120 purge "$@" && rm -f '"$(tr '\n' ' ' < "$base/tailscale")" sh "$@"
        echo packages=leaving
    elif apt-get -q -y -o DPkg::Lock::Timeout=120 purge "$@" </dev/null 9>&- >&2; then
        echo packages=removed
    else
        echo packages=kept
    fi
}

! idle || exit 0
take_lock
! idle || exit 0
if [ "$from" = "$base/original" ] && [ ! -e "$from/manifest" ]; then
    # Nothing of ours is here, or only what a Remove had left to delete.
    ! removing || forget
    echo restored=0
    exit 0
fi

if [ "$mode" = boot ]; then
    restore_files
    [ -z "$left" ] || incomplete
    # A boot that gave the card back and was cut off keeps the backup: Remove may still come.
    [ "$(readlink "$base/removing")" != giveback ] || rm -f "$base/removing"
    if ! removing; then
        disarm
    elif [ "$(readlink "$base/removing")" = packages ]; then
        rm -f "$base/armed"
        # dpkg is for a Pi that has started. Not waited for: what is to start then waits for this unit.
        systemd-run -q --no-block --on-active=30s --timer-property=AccuracySec=1s /usr/local/lib/twinlan/rollback.sh remove packages
    else
        forget
    fi
    exit 0
fi

BRIDGE=br_lan PORT=''
# shellcheck source=/dev/null
[ -r /etc/twinlan/tunnel.conf ] && . /etc/twinlan/tunnel.conf
if [ -z "$PORT" ]; then # gone already: the bridge's own card
    PORT=eth0
    for port in /sys/class/net/"$BRIDGE"/brif/*; do [ ! -e "/sys/class/net/${port##*/}/device" ] || PORT=${port##*/}; done
fi
if [ "$mode" = remove ] || [ "$mode" = giveback ]; then
    prepare_removal
    systemctl stop twinlan-rollback-timer.timer 2>/dev/null
elif [ "$mode" = timer ] && [ -L "$moved" ]; then
    # Not the first try, and the Pi answers: its network is left alone until there is something new.
    restore_files
    [ -z "$left" ] || incomplete
fi
# The boot guard may be at work on the same card and the same files: it would take the card down under what is done here, and lay ours down
# anew. What it gives back it gives back by this program.
[ "$mode" = giveback ] || systemctl stop twinlan-boot 2>/dev/null
systemctl stop twinlan-tunnel 2>/dev/null
[ -x /etc/twinlan/filter.sh ] && /etc/twinlan/filter.sh stop 2>/dev/null
restore_files
[ "$mode" != remove ] || [ -z "$left" ] || incomplete # the bridge still has the address
find_kind is_kept
if was_set_up; then
    # It goes on with the files of then.
    "${kind}_goes_on"
    systemctl daemon-reload
    systemctl start twinlan-tunnel
else
    "${kind}_moves_back" "$BRIDGE" "$PORT"
    nft delete table bridge twinlan 2>/dev/null
    nft delete table inet twinlan 2>/dev/null
    [ "$mode" != remove ] || unload_modules
    # Where there was no br_netfilter before, the kernel hands bridged frames to iptables unless told otherwise; tunnel.sh had told it.
    for called in ip ip6 arp; do set_back net/bridge/bridge-nf-call-${called}tables 1; done
    rm -rf /run/twinlan
    systemctl daemon-reload
fi
if [ -n "$left" ]; then
    ln -sfn here "$moved"
    incomplete
fi
[ "$mode" != giveback ] || rm -f "$base/removing"
disarm
systemctl stop twinlan-rollback-timer.timer 2>/dev/null
if ! was_set_up && took_over; then
    systemd-run -q --on-active=3s --timer-property=AccuracySec=1s systemctl reboot && echo restarts=yes
fi
if [ "$mode" = remove ]; then
    [ "$packages" != packages ] || remove_packages
    forget
    systemctl daemon-reload
fi
exit 0
