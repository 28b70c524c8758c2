# shellcheck shell=bash disable=SC2154,SC2016,SC1010
# Pi A with Raspberry Pi OS 12: NetworkManager has its network, by a profile that it made itself and keeps in memory. The system is a
# Japanese one, and so is the profile's name.

own='有線接続 1' # "Wired connection 1"

profiles_of() { # PI   its files, what is active where, and leases of a bridge; not what it makes up for networks of others, nor when
    pi "$1" 'sudo sh -s' <<-'EOF'
	find /etc/NetworkManager /run/NetworkManager/system-connections -type f -not -name 'lo.*' -not -name 'tailscale0.*' | sort |
	    while read -r f; do echo "$f"; grep -v ^timestamp= "$f"; done
	LC_ALL=C.UTF-8 nmcli -t -f NAME,DEVICE connection show | grep -vE '^(lo|tailscale0):'
	ls /var/lib/NetworkManager | grep br_lan
	true
	EOF
}
served_by_networkmanager() { pi "$1" "LC_ALL=C.UTF-8 nmcli -t -f DEVICE,STATE,CONNECTION device | grep -qx 'eth0:connected:$own'"; }
networkmanager_is_as_before() { # PROFILES
    must "Pi A answers on its address" until_ok 60 pi a true
    must "Pi A's files are byte for byte as before" equal "$(manifest_differences a /tmp/manifest)" ""
    must "its card has the profile that it had" served_by_networkmanager a
    must "and there is no other" equal "$(profiles_of a)" "$1"
    must "Pi A has no bridge" unharmed a
}

write_networkmanager_card() {
    must "back to before the setup" back_to ready || return 1
    must "Pi A's card is written anew with Raspberry Pi OS 12" "$practice" os a 12 || return 1
    must "and its owner speaks Japanese" "$practice" language a ja
}
a_networkmanager_pi() {
    back_to_or bookworm write_networkmanager_card || return 1
    read_status; make_plan
}

case_a_networkmanager_pi_is_set_up() {
    local before
    a_networkmanager_pi || return 1
    must "its network is NetworkManager's" served_by_networkmanager a
    before=$(profiles_of a)
    session_begins a 5
    must "apply" twinlan apply --accept-new-host-key
    session_goes_on a 5
    check_joined
    must "a second run has nothing to do" twinlan apply
    must "no step ran" equal "$(answered stepsRun)" 0
    "$practice" power a cycle
    must "joined again after Pi A lost its power" until_ok "$boot" joined
    check_joined
    # NetworkManager was started with our profiles there, so it has not made the card's own one.
    must "the card's own profile is gone" eval '! pi a "nmcli connection show \"$own\""'
    must "a list of what was there" keep_manifests a
    must "undo" twinlan undo
    networkmanager_is_as_before "$before"
    "$practice" power a cycle
    must "Pi A boots" "$practice" wait-ssh a "$boot"
    must "with the profile that it had" equal "$(profiles_of a)" "$before"
}

case_a_networkmanager_pi_loses_its_power_in_the_switch() {
    local before
    a_networkmanager_pi || return 1
    before=$(profiles_of a)
    # Before the last undo the card's own profile lives on beside ours.
    loses_its_power_in_the_switch networkmanager_is_as_before "$before"
}
