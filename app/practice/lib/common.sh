# shellcheck shell=bash disable=SC2034 # other parts use these
# Where things lie, how progress is told, and how processes are started so that they can be ended without guessing.

id=${TWINLAN_PRACTICE_ID:-p1}
cache=${TWINLAN_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/twinlan}/practice
run=$cache/run-$id
pi_user=pi
pi_password=raspberry
lab_user=lab # who the lab signs in as: sudo asks it nothing, whatever it asks the owner
internet_address=203.0.113.10
archive_address=203.0.113.11
releases="11 12 12-ifupdown 13" # of Raspberry Pi OS, that a Pi can have; 12-ifupdown is Debian 12 as a server has it
started=$SECONDS

say() { printf 'practice [%3d s] %s\n' "$((SECONDS - started))" "$*" >&2; }
die() {
    printf 'practice: %s\n' "$*" >&2
    exit 1
}

# Namespaces carry the run's name: several runs live side by side on one machine.
ns() { echo "tl-$id-$1"; }
within() {
    local node=$1
    shift
    ip netns exec "$(ns "$node")" "$@"
}

require_root() {
    [[ $id =~ ^[a-z0-9]{1,8}$ ]] || die "TWINLAN_PRACTICE_ID must be 1 to 8 letters and digits, not \"$id\"."
    ((EUID == 0)) || die "The practice homes are made of network namespaces, which needs root: run it with sudo."
    # QEMU's sockets lie there, and the kernel takes no longer name.
    ((${#run} < 95)) || die "The folder $run has too long a name: set TWINLAN_CACHE to a shorter one."
}
require_tun() {
    if ! { [[ -c /dev/net/tun ]] && : <>/dev/net/tun; } 2>/dev/null; then
        die "/dev/net/tun is not usable here, so the virtual Pis cannot get a network cable."
    fi
}
require_up() { [[ -e $run/using/complete ]] || die "The practice homes \"$id\" are not up: run \`practice up\` first."; }

# One command changes the homes at a time. Daemons are started without this descriptor, or they would hold the lock for ever.
lock() {
    mkdir -p "$cache"
    exec 9>"$cache/lock-$id"
    flock -w "${1:-600}" 9 || die "Another practice command for \"$id\" is still running."
}

# A fault or setting in force, as a file: `state relay` reads, `state relay only` writes.
state() {
    if (($# == 1)); then
        cat "$run/state/$1" 2>/dev/null || true
    else
        printf '%s\n' "$2" >"$run/state/$1.new" && mv "$run/state/$1.new" "$run/state/$1"
    fi
}

# What this run was started with, which no snapshot brings back: the scripts may have changed since `up`.
use() { printf '%s\n' "$2" >"$run/using/$1"; }
use_what_runs() {
    bin=$(cat "$run/using/bin") keys=$(cat "$run/using/keys") packages=$(cat "$run/using/packages") accel=$(cat "$run/using/accel")
    local os
    for os in $releases; do [[ ! -e $run/using/image-$os ]] || images["$os"]=$(cat "$run/using/image-$os"); done
}

# A process is known by its number, its start time and the boot it belongs to: a number alone may be somebody else's by now.
process_identity() {
    local stat threads
    stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
    stat=${stat##*) }
    threads=("/proc/$1/task/"*)
    # shellcheck disable=SC2086
    set -- $1 $stat
    # A killed one is gone with its last thread: until then its files are open, and a Pi's disk among them is locked.
    [[ $2 != Z ]] || ((${#threads[@]} > 1)) || return 1
    echo "$1 ${21} $(cat /proc/sys/kernel/random/boot_id)"
}
start_daemon() {
    local name=$1 pid
    shift
    setsid "$@" </dev/null >>"$run/$name.log" 2>&1 9>&- 7>&- &
    pid=$!
    process_identity "$pid" >"$run/$name.pid"
}
daemon_pid() {
    local known
    known=$(cat "$run/$1.pid" 2>/dev/null) && [[ -n $known ]] && [[ $(process_identity "${known%% *}") == "$known" ]] && echo "${known%% *}"
}
# stop_daemon NAME [SIGNAL]: asks with SIGNAL (TERM), insists after 5 s, and comes back when it is gone.
stop_daemon() {
    local pid waited=0
    if pid=$(daemon_pid "$1"); then
        kill -"${2:-TERM}" "$pid" 2>/dev/null
        while daemon_pid "$1" >/dev/null; do
            ((++waited != 100)) || kill -KILL "$pid" 2>/dev/null
            ((waited < 1200)) || { say "$1 does not end" && return 1; }
            sleep 0.05
        done
    fi
    rm -f "$run/$1.pid"
}

# wait_until SECONDS COMMAND…
wait_until() {
    local end=$((SECONDS + $1))
    shift
    until "$@"; do
        ((SECONDS < end)) || return 1
        sleep 0.3
    done
}
