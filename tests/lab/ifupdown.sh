# shellcheck shell=bash disable=SC2154,SC2016,SC1010
# Pi A as a Debian server: ifupdown has its network, by the stanzas that its owner wrote, and dhclient asks for its address.

# Beside the card's own stanza another one of the same file, a VLAN, which must go on.
own_stanzas() { # PI
    pi "$1" 'sudo sh -s' <<-'EOF'
	set -e
	printf '\nauto eth0.10\niface eth0.10 inet static\n    address 10.10.0.2/24\n' >>/etc/network/interfaces
	ifup eth0.10
	sync
	EOF
}
served_by_ifupdown() { # PI CARD
    pi "$1" "grep -q '^$2=' /run/network/ifstate && pgrep -f 'dhclient -4 .* $2\$' && ip -4 -o addr show dev $2 | grep -q 192.168.1."
}
# Its addresses and servers, and what the router knows it by; whichever card has them.
what_it_was_given() { # PI CARD
    pi "$1" "grep nameserver /etc/resolv.conf; ip -6 -o addr show dev $2 scope global | awk '{ print \$4 }' | sort; sed -n /default-duid/p /var/lib/dhcp/dhclient.$2.leases | tail -n 1"
}
is_given() { equal "$(what_it_was_given "$1" "$2")" "$3"; } # PI CARD WHAT
vlan_answers() { on pc-a python3 "$here/segment.py" vlan 10 10.10.0.2 eth0; }
network_files_of() { pi "$1" 'find /etc/network /etc/dhcp -type f | sort | xargs sha256sum'; }
ifupdown_is_as_before() { # FILES GIVEN
    must "Pi A answers on its address" until_ok 60 pi a true
    must "Pi A's files are byte for byte as before" equal "$(manifest_differences a /tmp/manifest)" ""
    must "and there is no other" equal "$(network_files_of a)" "$1"
    must "its card is served as before" until_ok 60 served_by_ifupdown a eth0
    must "by the same names" until_ok 30 is_given a eth0 "$2"
    must "Pi A has no bridge" unharmed a
    must "the VLAN answers" vlan_answers
}

write_ifupdown_card() {
    must "back to before the setup" back_to ready || return 1
    must "Pi A's card is written anew as a Debian server" "$practice" os a 12-ifupdown || return 1
    must "with stanzas of its owner's" own_stanzas a || return 1
    must "its network is ifupdown's" until_ok 60 served_by_ifupdown a eth0
}
an_ifupdown_pi() {
    back_to_or server write_ifupdown_card || return 1
    read_status; make_plan
}

case_an_ifupdown_pi_is_set_up() {
    local files given
    an_ifupdown_pi || return 1
    files=$(network_files_of a) given=$(what_it_was_given a eth0)
    session_begins a 5
    must "apply" twinlan apply --accept-new-host-key
    session_goes_on a 5
    check_joined
    must "a second run has nothing to do" twinlan apply
    must "no step ran" equal "$(answered stepsRun)" 0
    must "dhclient asks on the bridge" until_ok 60 served_by_ifupdown a br_lan
    must "by the same names" until_ok 30 is_given a br_lan "$given"
    must "the VLAN answers" vlan_answers
    "$practice" power a cycle
    must "joined again after Pi A lost its power" until_ok "$boot" joined
    check_joined
    must "dhclient asks on the bridge" served_by_ifupdown a br_lan
    must "by the same names" until_ok 30 is_given a br_lan "$given"
    must "the VLAN answers" vlan_answers
    must "nothing had to be repaired" eval '[[ $(boot_word a) == fine ]]'
    must "a list of what was there" keep_manifests a
    must "undo" twinlan undo
    ifupdown_is_as_before "$files" "$given"
    "$practice" power a cycle
    must "Pi A boots" "$practice" wait-ssh a "$boot"
    must "with what it had" until_ok 60 is_given a eth0 "$given"
}

case_an_ifupdown_pi_loses_its_power_in_the_switch() {
    local files given
    an_ifupdown_pi || return 1
    files=$(network_files_of a) given=$(what_it_was_given a eth0)
    must "a command of its owner's is refused" pi a 'sudo sed -i "s/^iface eth0 inet dhcp/&\n    up true/" /etc/network/interfaces'
    must "by its line" expect_error ProfileUnsupported --accept-new-host-key
    must "which is named" grep -q 'iface eth0: up true' "$work/answer"
    must "and taken out again" pi a 'sudo sh -c "sed -i /up.true/d /etc/network/interfaces; sync"'
    loses_its_power_in_the_switch ifupdown_is_as_before "$files" "$given"
}
