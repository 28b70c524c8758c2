# shellcheck shell=bash disable=SC2154,SC2016,SC1010
# What goes wrong in real homes: each must be a typed error, and the Pi unharmed.

expect_error() { # KIND [OPTION…]
    local kind=$1
    shift
    twinlan apply "$@" >"$work/error.out" 2>&1
    equal "$?" 1 || { cat "$work/error.out"; return 1; }
    equal "$(jq -rs '[.[] | select(.error)] | last | .error.kind' "$work/answer")" "$kind" || { tail -n 3 "$work/answer"; return 1; }
}
unharmed() { # the Pi still has its address on eth0 and no bridge
    pi "$1" 'test ! -e /sys/class/net/br_lan && ip -4 -o addr show dev eth0 | grep -q 192.168.1.'
}

case_errors_are_typed() {
    must "back to before the setup" back_to ready || return 1
    "$practice" gre deny; read_status; make_plan
    must "unknown host" expect_error HostKeyUnknown
    password=wrong must "wrong password" expect_error AuthDenied --accept-new-host-key
    must "wrong port" expect_error ConnectionRefused --port 2222
    sed -E 's/(ssh-[a-z0-9]+) .*/\1 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/' -i "$work/known_hosts"
    must "changed host key" expect_error HostKeyChanged --accept-new-host-key
    rm -f "$work/known_hosts"
    sed "s/\"lanHost\": \"[^\"]*\"/\"lanHost\": \"192.168.1.77\"/" -i "$work/plan.json"
    must "nobody at that address" expect_error NoRoute
    make_plan
    must "Pi A is unharmed" unharmed a
    must "Pi B is unharmed" unharmed b
}

case_no_sudo_right() {
    must "a user without sudo on both" eval 'for p in a b; do pi $p "sudo useradd -m guest && echo guest:raspberry | sudo chpasswd"; done'
    must "refused as such" expect_error SudoDenied --user guest --accept-new-host-key
    must "Pi A is unharmed" unharmed a
}

case_disk_full() {
    must "back to before the setup" back_to loggedin || return 1
    read_status; make_plan
    must "no room on Pi B" pi b 'sudo sh -c "fallocate -l \$((\$(df -Pk / | awk \"NR==2{print \\\$4}\") - 4096))K /var/fill; df -Pk / | tail -n 1"'
    must "refused as such" expect_error DiskFull --accept-new-host-key
    must "Pi A is unharmed" unharmed a
    must "Pi B is unharmed" unharmed b
    pi b 'sudo rm /var/fill'
}

case_apt_offline() {
    must "the package server is off" "$practice" apt-server off
    pi a 'sudo rm -rf /var/lib/apt/lists/*'
    must "refused as such" expect_error PackagesOffline --accept-new-host-key
    must "Pi A is unharmed" unharmed a
    "$practice" apt-server on
}

case_a_killed_wizard_goes_on() {
    must "back to before the setup" back_to ready || return 1
    read_status; make_plan
    twinlan check --accept-new-host-key
    start_apply
    must "Pi B is in the switch" until_ok 120 reached switch-over b
    must "the wizard is killed" kill -KILL "$(wizard_pid)"
    wait "$applying" 2>/dev/null
    must "Pi B's safety timer runs" pi b test -e /var/lib/twinlan/armed
    must "started again, it does not wait for that" twinlan apply
    must "the homes are joined" until_ok 60 joined
    must "Pi B's backup is of before the first run" pi b 'sudo grep -qE "^absent /etc/(network|NetworkManager)/.*twinlan" /var/lib/twinlan/previous/manifest'
}

# One cell of the fault matrix, another one each day; the whole one takes hours.
case_a_fault_of_the_day() {
    must "one cell of the fault matrix" env KEEP=1 READY=1 PATIENCE=400 bash "$here/faults.sh" "$build" sample
    measured "$(tail -n 1 "$build/faults.tsv")"
}

packages_of_a() { pi a 'dpkg-query -W -f "\${db:Status-Status} \${Package}\n" | sort'; }
case_apt_locked() {
    must "back to before the setup" back_to loggedin || return 1
    read_status; make_plan
    packages_of_a >"$work/packages-before"
    must "somebody else is installing on Pi A" "$practice" apt-lock a hold
    : >"$work/answer"
    (until_ok 120 grep -q waiting-for-apt "$work/answer"; "$practice" apt-lock a free) & local freeing=$!
    must "waited for, then done" twinlan apply --accept-new-host-key
    must "and said so meanwhile" grep -q waiting-for-apt "$work/answer"
    wait $freeing
    must "the homes are joined" until_ok 60 joined
}
