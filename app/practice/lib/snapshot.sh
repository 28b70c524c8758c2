# shellcheck shell=bash disable=SC2034,SC2154 # the parts share names: see `practice`, which reads them all
# Both Pis with RAM and disk, and with them what the world around knew: leases, the control server's nodes, settings in force.

# around_save FOLDER / around_restore FOLDER: everything of a snapshot that is not in the Pis themselves.
around_save() {
    rm -rf "$1" && mkdir -p "$1"
    tailnet_admin save >/dev/null || return 1
    cp -r "$run/state" "$run/control.json" "$run/leases-a" "$run/leases-b" "$1/"
    date +%s >"$1/time"
}
# Daemons must be stopped. Lease ends move with the time that has passed, as the Pis' own count of it stood still.
around_restore() {
    local home passed
    passed=$(($(date +%s) - $(cat "$1/time")))
    cp "$1/control.json" "$run/control.json"
    rm -rf "$run/state" && cp -r "$1/state" "$run/state"
    for home in a b; do
        awk -v passed="$passed" '$1 ~ /^[0-9]+$/ && $1 > 0 { $1 += passed } { print }' "$1/leases-$home" >"$run/leases-$home"
    done
}

both() { # COMMAND with a and b as last argument, at the same time
    local status=0 first
    "$@" a &
    first=$!
    "$@" b || status=1
    wait "$first" || status=1
    return "$status"
}
save_pi() { monitor "$2" "savevm $1"; }
pause_pi() { monitor "$1" stop; }
go_on_pi() { monitor "$1" cont; }

check_name() { [[ ${1:-} =~ ^[A-Za-z][A-Za-z0-9_.-]{0,40}$ ]] || die "A snapshot needs a name of letters, digits, dot, dash."; }

snapshot() {
    local name=$1 status=0
    [[ $(power_of a) == on && $(power_of b) == on ]] || die "A snapshot needs both Pis switched on."
    both pause_pi
    both save_pi "$name" || status=1
    around_save "$run/snapshot-$name" || status=1
    both go_on_pi
    ((status == 0)) || { rm -rf "$run/snapshot-$name" && die "The snapshot could not be taken."; }
}

load_pi() {
    local name=$1 pi=$2
    monitor "$pi" "loadvm $name" || return 1
    # "Cable" of the snapshot's time: loadvm keeps the link as the running machine has it.
    monitor "$pi" "set_link cable on" && go_on_pi "$pi"
}

# A new card has the old one's Tailscale login and host key: the snapshot is of the same Pi.
reflash() {
    check_pi "$1"
    [[ $(os_of "$1") == "$(cat "$run/snapshot-fresh/state/os-$1")" ]] || die "Pi $1 had another release after \`up\`: \`practice os\` writes its card."
    [[ $(power_of "$1") == on ]] || start_pi "$1" || die "Pi $1 does not start."
    pause_pi "$1"
    load_pi fresh "$1" || die "The card could not be written."
    wake_pi "$1"
}

restore() {
    local name=$1 pi
    local -A before
    [[ -d $run/snapshot-$name ]] || die "There is no snapshot \"$name\"."
    for pi in a b; do before[$pi]=$(os_of "$pi"); done
    for pi in a b; do
        [[ $(power_of "$pi") == off ]] || pause_pi "$pi"
    done
    end_faults
    stop_around
    around_restore "$run/snapshot-$name"
    start_around
    for pi in a b; do
        place_pi "$pi" # the cable goes where it was at the snapshot
        [[ ${before[$pi]} == "$(os_of "$pi")" ]] || kill_pi "$pi" # and the card that was in then
        [[ $(power_of "$pi") == on ]] || start_pi "$pi" || die "Pi $pi does not start."
    done
    both load_pi "$name" || die "The snapshot \"$name\" could not be loaded."
    apply_state
    wake_up
}

stop_around() {
    stop_daemon tailnet KILL
    stop_daemon dnsmasq-a KILL
    stop_daemon dnsmasq-b KILL
    # Old translations would send answers to connections that no longer exist.
    within router-a conntrack -F 2>/dev/null
    within router-b conntrack -F 2>/dev/null
}
start_around() {
    start_router a
    start_router b
    start_tailnet || die "The control server does not start."
}

# A machine that comes back from a snapshot believes that it is still then. A laptop that wakes up is told by its clock chip; here the
# time is set over SSH (one call: each costs seconds in emulation), and Tailscale is made to look for its old connections, which nobody
# else knows any more. A Pi that does not answer stays as it is: the snapshot may be of one that was locked out.
wake_pi() {
    wait_until 10 told_the_time "$1"
    return 0
}
told_the_time() {
    ssh_timeout=12 ssh_pi "$1" "sudo -n sh -c 'date -s @$(date +%s); tailscale debug rebind &'" </dev/null >/dev/null 2>&1
}
wake_up() { both wake_pi; }
