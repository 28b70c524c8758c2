# shellcheck shell=bash disable=SC2034,SC2154 # the parts share names: see `practice`, which reads them all
# up and down.

power_of() { daemon_pid "pi-$1" >/dev/null && echo on || echo off; }

# up [--os OS[,OS]]: the releases of both Pis, or of Pi A and Pi B; 13 without a word.
up() {
    require_tun
    local os=13
    case ${1:-} in
    '') ;;
    --os) os=${2:-} ;;
    *) die "up [--os OS[,OS]]" ;;
    esac
    local os_a=${os%,*} os_b=${os#*,}
    check_os "$os_a"
    check_os "$os_b"
    # shellcheck disable=SC2046 # one of them if they are the same
    build_all $(printf '%s\n' "$os_a" "$os_b" | sort -u)
    lock 900
    if [[ -e $run/using/complete ]] && network_complete; then
        use_what_runs
        [[ $# == 0 || "$(os_of a),$(os_of b)" == "$os_a,$os_b" ]] || die "They are up with Raspberry Pi OS $(os_of a) and $(os_of b): \`practice down\` first."
        ready
        return
    fi
    clean
    mkdir -p "$run/state" "$run/using" "$run/archive"
    find_accelerator "${images[$os_a]}"
    use accel "$accel"
    use bin "$bin"
    use keys "$keys"
    use packages "$packages"
    use_os "$os_a"
    use_os "$os_b"
    state os-a "$os_a"
    state os-b "$os_b"
    say "starting homes \"$id\" (Raspberry Pi OS $os_a and $os_b, $accel)"
    local fresh
    # A snapshot holds the state of one kind of processor under one QEMU.
    fresh=$cache/fresh-$os_a-$os_b-$accel-$({ printf '%s\n' "${images[$os_a]}" "${images[$os_b]}"; hash_of lib/network.sh lib/pi.sh; qemu-system-x86_64 --version; grep -m1 'model name' /proc/cpuinfo; } | sha256sum | cut -c1-16)
    # Two pairs at once on a new machine: the second one starts from what the first one has booted.
    if [[ ! -e $fresh/done ]]; then
        exec 7>"$fresh.lock"
        flock -n 7 || { say "boot: another pair of homes is booting for the first time, waiting" && flock 7; }
    fi
    make_networks
    if [[ -e $fresh/done ]] && start_from "$fresh"; then
        :
    else
        first_boot "$fresh"
    fi
    exec 7>&-
    wait_until 240 both_answer || die "The Pis do not answer; see $run/console-a.log."
    use complete yes
    ready
}
both_answer() { both ssh_answers; }
ready() {
    say "ready"
    show_status
}

settled() { ssh_pi "$1" sh -s <"$here/on-pi/settle.sh"; }
# Longer than until sshd answers: Tailscale has its network then.
wait_boot() { wait_ssh "$1" "$2" && wait_until 60 settled "$1"; } # a|b SECONDS

# Boots both Pis from the new image, logs Pi B in, and keeps that moment for every later `up`.
first_boot() {
    local fresh=$1 pi
    say "boot: both Raspberry Pis, for the first time with this image"
    start_around
    for pi in a b; do
        state "home-$pi" "$pi"
        new_disk "$pi"
        start_pi "$pi" || die "Pi $pi does not start."
        start_pc "$pi"
    done
    state gre deny
    state relay direct
    wait_until 900 both_answer || die "The Pis do not answer; see $run/console-a.log and -b.log."
    say "boot: both answer over SSH; logging Pi B in to the tailnet"
    log_in_pi b || die "Pi B could not be logged in to the tailnet; see $run/tailnet.log."
    # Background work of the first boot would otherwise be in every later start.
    for pi in a b; do settled "$pi"; done
    both pause_pi
    both save_pi fresh || die "The first snapshot could not be taken."
    around_save "$run/snapshot-fresh"
    for pi in a b; do stop_daemon "pi-$pi"; done
    rm -rf "$fresh.new" && mkdir -p "$fresh.new"
    cp --sparse=always "$(disk_of a)" "$(disk_of b)" "$fresh.new/"
    printf '%s\n' "$(image_of a)" "$(image_of b)" >"$fresh.new/images"
    cp -r "$run/snapshot-fresh" "$fresh.new/around"
    touch "$fresh.new/done"
    rm -rf "$fresh" && mv "$fresh.new" "$fresh"
    for pi in a b; do start_pi "$pi" fresh || die "Pi $pi does not come back from its snapshot."; done
    wake_up
}

start_from() {
    local fresh=$1 pi
    say "boot: from the snapshot of an earlier start"
    cp --sparse=always "$fresh"/pi-*.qcow2 "$run/"
    cp -r "$fresh/around" "$run/snapshot-fresh"
    around_restore "$run/snapshot-fresh"
    start_around
    for pi in a b; do
        start_pc "$pi"
        start_pi "$pi" fresh
    done
    wake_up
    if ! both_answer; then
        say "boot: the snapshot does not run here, booting instead"
        kill_pi a
        kill_pi b
        stop_daemon dhcp-pc-a
        stop_daemon dhcp-pc-b
        stop_around
        rm -rf "$fresh" "$run"/leases-* "$run/control.json" "$run/snapshot-fresh"
        return 1
    fi
}

# clean: ends what this run's pid files name and removes its namespaces, also those of a run that was killed.
clean() {
    local name
    for name in "$run"/*.pid; do
        [[ -e $name ]] || continue
        name=$(basename "$name" .pid)
        case $name in pi-*) stop_daemon "$name" KILL ;; *) stop_daemon "$name" ;; esac
    done
    remove_networks
    rm -rf "$run"
    mkdir -p "$run"
}
down() {
    lock
    clean
    rm -rf "$run"
    say "down"
}
