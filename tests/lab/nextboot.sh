# shellcheck shell=bash disable=SC2154,SC2016
# What the next boot makes of a setup: a card that gets its name from udev at each boot, and what would keep the Pi from its LAN.

boot_word() { pi "$1" 'cat /run/twinlan-boot' 2>/dev/null || echo none; }

# One row of the matrix of boots, another one each day; the whole one takes hours.
case_a_boot_of_the_day() {
    must "one boot of the matrix" env KEEP=1 READY=1 PATIENCE=400 LAB_OS="${LAB_OS:-13}" bash "$here/boots.sh" "$build" sample
    measured "$(grep -P '^1[123]\t' "$work/out" | tail -n 2 | tr '\t\n' ' ;')"
}

# The card has another name since before the setup, and gets it from udev at each boot (Pi 5, Compute Modules): dhcpcd starts meanwhile.
case_a_card_that_udev_renames() {
    must "back to before the setup" back_to ready || return 1
    # The kernel's name is eth0 again at each boot, until udev renames the card.
    must "Pi A's card is called end0" pi a 'sudo sh -c "printf \"[Match]\nMACAddress=$(cat /sys/class/net/eth0/address)\n[Link]\nName=end0\n\" >/etc/systemd/network/10-end0.link; sync"'
    "$practice" power a cycle
    must "Pi A boots" "$practice" wait-boot a "$boot"
    must "with that name" pi a 'test -e /sys/class/net/end0 && test ! -e /sys/class/net/eth0'
    read_status; make_plan
    must "apply" twinlan apply --accept-new-host-key
    must "joined" until_ok 60 joined
    local began
    for _ in 1 2; do
        "$practice" power a cycle
        began=$SECONDS
        # Longer than it may take: beside other homes an emulated Pi is slow. Measured by themselves: boots.sh.
        must "Pi A answers after it lost its power" until_ok "$boot" pi a true
        measured "a card that udev renames: Pi A answers $((SECONDS - began)) s after its power is back"
        must "joined again" until_ok 120 joined
    done
    must "nothing had to be repaired" eval '[[ $(boot_word a) == fine ]]'
    must "undo" twinlan undo
}

# What would keep the next boot from the LAN is refused, or put right and put back.
case_the_next_boot_is_seen_beforehand() {
    local before
    must "back to before the setup" back_to ready || return 1
    read_status; make_plan
    must "ifupdown cannot read a line of Pi A's" pi a 'sudo sh -c "cp /etc/network/interfaces /var/tmp; printf \"iface usb0 inet\n\" >>/etc/network/interfaces"'
    before=$(fingerprint a)
    must "refused" expect_error NextBootFails --accept-new-host-key
    must "with the line" grep -qF /etc/network/interfaces: "$work/answer"
    must "and nothing changed" unharmed a
    pi a 'sudo cp /var/tmp/interfaces /etc/network/interfaces'
    must "Pi A's network files are read by another pattern, and networking is off" pi a 'sudo sh -c "echo \"source /etc/network/interfaces.d/*.cfg\" >/etc/network/interfaces; systemctl disable networking"'
    before=$(pi a 'sha256sum /etc/network/interfaces; systemctl is-enabled networking')
    must "apply" twinlan apply
    must "joined" until_ok 60 joined
    "$practice" power a cycle
    must "Pi A answers after it lost its power" until_ok "$boot" pi a true
    must "joined again" until_ok 120 joined
    must "undo" twinlan undo
    must "its files and services are as before" equal "$(pi a 'sha256sum /etc/network/interfaces; systemctl is-enabled networking')" "$before"
}

# Its repair takes the card down: a Remove that comes in the middle of it must not find it down for good, or its own work undone.
case_a_way_back_ends_the_boot_guard() {
    local before
    must "back to before the setup" back_to ready || return 1
    read_status; make_plan
    before=$(fingerprint a)
    must "apply" twinlan apply --accept-new-host-key
    must "joined" until_ok 60 joined
    must "Remove begins while the boot guard repairs" pi a 'sudo sh -c "systemctl is-active twinlan-boot || :; systemd-run -q --unit=practice-race sh -c \"
        sleep 2 # until this connection has ended
        ip link set eth0 nomaster; systemctl kill -s KILL dhcpcd; systemctl start twinlan-boot
        until pgrep -x ifdown; do sleep 0.02; done
        touch /run/practice-repairs; /usr/local/lib/twinlan/rollback.sh remove\""'
    sleep 5
    must "Pi A answers" until_ok 180 pi a true
    must "the guard was at work" pi a 'test -e /run/practice-repairs'
    must "Remove has ended" until_ok 120 pi a '! systemctl is-active practice-race'
    must "Pi A's files are as before" equal "$(fingerprint a)" "$before"
    must "and no guard runs" pi a '! systemctl is-active twinlan-boot && test ! -e /sys/class/net/br_lan'
    must "undo" twinlan undo
}
