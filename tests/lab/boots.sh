# shellcheck shell=bash disable=SC2154,SC2016
# Boots after the setup: every kind of Pi x what a boot can meet x either Pi. A boot is good when the Pi answers on its LAN address within
# 180 s of the moment from which it can, and the homes are joined again where that is possible. The cases of the ring "boots"
# (tests/run.sh); the lab ring takes some of them each day.

# PI WHAT   before the power is cut. The tunnel's own files lie whole on the disk before that, and so does the change.
boot_meets() {
    case $2 in
    power) ;;
    # The kernel's name is eth0 again until udev renames the card.
    renamed) pi "$1" 'sudo sh -c "printf \"[Match]\nMACAddress=$(cat /sys/class/net/eth0/address)\n[Link]\nName=end0\n\" >/etc/systemd/network/10-end0.link; sync"' ;;
    late-card) pi "$1" 'sudo sh -s' <<-'EOF'
	device=$(basename "$(readlink -f /sys/class/net/eth0/device)")
	cat >/etc/systemd/system/lab-late-card.service <<-END
	[Unit]
	DefaultDependencies=no
	After=local-fs.target systemd-remount-fs.service
	Before=network-pre.target ifupdown-pre.service systemd-udev-trigger.service
	Wants=network-pre.target
	[Service]
	Type=oneshot
	RemainAfterExit=yes
	ExecStart=/bin/sh -c 'modprobe virtio_net; echo $device >/sys/bus/virtio/drivers/virtio_net/unbind; (sleep 20; echo $device >/sys/bus/virtio/drivers/virtio_net/bind) &'
	[Install]
	WantedBy=sysinit.target
	END
	systemctl -q enable lab-late-card.service; sync
	EOF
        ;;
    router-late) on "router-$1" ip link set lan down ;;
    no-cable) "$practice" cable "$1" out ;;
    disabled:*) pi "$1" "sudo sh -c 'systemctl disable ${2#*:}; sync'" ;;
    damaged:*) pi "$1" "sudo sh -c ': >${2#*:}; sync'" ;;
    gone:*) pi "$1" "sudo sh -c 'rm ${2#*:}; sync'" ;;
    upgrade) at_the_keyboard "$1" "apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq -y full-upgrade && sync" ;;
    *) return 1 ;;
    esac
}
# What kept the Pi from answering is over.
boot_can() { # PI WHAT
    case $2 in
    router-late) sleep "${ROUTER_LATE:-300}"; on "router-$1" ip link set lan up ;;
    no-cable) sleep 60; "$practice" cable "$1" in ;;
    esac
}
boot_word() { pi "$1" 'cat /run/twinlan-boot' 2>/dev/null || echo none; }

# One boot, from joined homes and back to them. Prints a row of the table.
one_boot() { # PI WHAT
    local began word answers=never joins=no
    boot_meets "$1" "$2" || return 1
    "$practice" power "$1" cycle
    boot_can "$1" "$2"
    began=$SECONDS
    until_ok 180 pi "$1" true && answers=$((SECONDS - began))
    until_ok 150 joined && joins=$((SECONDS - began))
    word=$(boot_word "$1")
    printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$("$practice" status --json | jq -r ".pis.$1.os")" "$2" "$1" "$answers" "$joins" "$word"
    [[ $answers != never && ($joins != no || $word == given-back) ]]
}

# The card has another name since before the setup, and gets it from udev at each boot (Pi 5, Compute Modules): dhcpcd starts meanwhile.
case_a_card_that_udev_renames() {
    must "back to before the setup" back_to ready || return 1
    must "Pi A's card is called end0" boot_meets a renamed
    "$practice" power a cycle
    must "Pi A boots" "$practice" wait-ssh a 180
    must "with that name" pi a 'test -e /sys/class/net/end0 && test ! -e /sys/class/net/eth0'
    read_status; make_plan
    must "apply" twinlan apply --accept-new-host-key
    must "joined" until_ok 60 joined
    local began
    for _ in 1 2; do
        "$practice" power a cycle
        began=$SECONDS
        must "Pi A answers after it lost its power" until_ok 180 pi a true
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
    must "Pi A answers after it lost its power" until_ok 180 pi a true
    must "joined again" until_ok 120 joined
    must "undo" twinlan undo
    must "its files and services are as before" equal "$(pi a 'sha256sum /etc/network/interfaces; systemctl is-enabled networking')" "$before"
}

# Boots of the day: what is damaged after the setup.
case_damaged_boots() {
    must "joined" until_ok 60 joined
    must "a snapshot" "$practice" snapshot joined
    for what in damaged:/etc/network/interfaces.d/twinlan damaged:/etc/dhcpcd.conf; do
        must "a boot meets $what" one_boot a "$what"
        measured "$(tail -n 1 "$work/out")"
        must "back" back_to joined || return 1
    done
}
