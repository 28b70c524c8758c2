# shellcheck shell=bash disable=SC2154,SC2016,SC1010
# Raspberry Pi OS 13: NetworkManager by a profile that netplan makes of the yaml that cloud-init has written. The yaml is its owner's: it is
# never touched, and what it says goes along.

yaml_of() { pi "$1" 'sudo sh -c "sha256sum /etc/netplan/*; stat -c \"%n %a %U\" /etc/netplan/*"'; }
# The profiles by which the cards are served, and that the yaml's own one is there and waits.
serves() { pi "$1" 'nmcli -t -f DEVICE,NAME connection show --active' | grep -qxF "$2"; }
profiles_are_ours() { serves "$1" br_lan:twinlan-bridge && serves "$1" eth0:twinlan-port && pi "$1" 'nmcli -t -f NAME connection show' | grep -qx netplan-eth0; }
netplan_serves_again() { pi "$1" 'test ! -e /sys/class/net/br_lan' && serves "$1" eth0:netplan-eth0; }

# As its owner at the keyboard: a change of the network may take the connection of whoever asks for it.
at_the_keyboard() { # PI COMMAND
    printf '%s\necho $? >/run/lab-said.new && mv /run/lab-said.new /run/lab-said\n' "$2" |
        pi "$1" 'sudo sh -c "rm -f /run/lab-said; cat >/run/lab-command; systemd-run -q --collect sh -c \"sh /run/lab-command >/run/lab-output 2>&1\""' || return 1
    until_ok 400 pi "$1" test -s /run/lab-said && equal "$(pi "$1" cat /run/lab-said)" 0 && return
    pi "$1" tail -n 5 /run/lab-output
    return 1
}

# Pi B before the setup: a Japanese system, and a fixed address in a yaml of its owner's; Wi-Fi in the same file goes its own way.
case_pi_b_has_a_yaml_of_its_own() {
    must "Pi B's owner gives it a fixed address" pi b "sudo sh -c 'cat >/etc/netplan/60-own.yaml && chmod 600 /etc/netplan/60-own.yaml && sync'" <<-END
	network:
	  version: 2
	  renderer: NetworkManager
	  ethernets:
	    eth0:
	      dhcp4: false
	      addresses: [$lan_b/24]
	      routes: [{ to: default, via: 192.168.1.100 }, { to: 10.99.0.0/16, via: 192.168.1.100 }]
	      nameservers: { addresses: [192.168.1.100], search: [home.arpa] }
	  wifis:
	    wlan0:
	      dhcp4: true
	      access-points: { "山田家のWi-Fi": { password: "himitsu-himitsu" } }
	END
    must "and speaks Japanese with it" "$practice" language b ja
    must "its address is the yaml's" pi b "ip -4 -o addr show dev eth0 | grep -q 'inet $lan_b/24.*valid_lft forever'"
}

# What people and programs do to such a Pi, and what must be so after each.
case_netplan_and_its_like_change_nothing() {
    local what yaml began
    must "joined" until_ok 90 joined
    read_status # the plan stays the last case's: its range may be a changed one
    must "a second yaml stays as it was" eval 'yaml=$(yaml_of b) && grep -q 60-own.yaml <<<"$yaml"'
    must "its address is fixed on the bridge too" pi b "ip -4 -o addr show dev br_lan | grep -q 'inet $lan_b/24.*valid_lft forever'"
    must "and its route goes along" pi b 'ip route show dev br_lan | grep -q "^10.99.0.0/16 via 192.168.1.100"'
    listen a; listen b
    for what in "ip link set gretap1 down" "netplan generate" "netplan apply" "nmcli general reload" "nmcli connection up twinlan-bridge" "systemctl restart NetworkManager" \
        "apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq -y full-upgrade"; do
        must "Pi B: $what" at_the_keyboard b "$what"
        began=$SECONDS
        must "its cards are served by our profiles" until_ok 60 profiles_are_ours b
        must "joined again" until_ok 120 joined
        measured "${what##*&& }: joined again after $((SECONDS - began)) s"
    done
    must "NetworkManager is a new one" pi b "dpkg-query -W network-manager | grep -q practice"
    must "Pi A: cloud-init clean" pi a "sudo sh -c 'cloud-init clean --logs && sync'"
    "$practice" power a cycle
    must "joined again after a boot as if it were the first" until_ok "$boot" joined
    must "Pi A's cards are served by our profiles" until_ok 60 profiles_are_ours a
    rm -f "$work/known_hosts" # cloud-init has made new host keys
    stop_listening
    must "something was asked in home A" test "$(frames "$work/own-a.pcap")" -gt 0
    must "something was asked in home B" test "$(frames "$work/own-b.pcap")" -gt 0
    must "nothing crossed into home A meanwhile" equal "$(frames "$work/cross-a.pcap")" 0
    must "nothing crossed into home B meanwhile" equal "$(frames "$work/cross-b.pcap")" 0
    must "Pi B's yaml is as it was" equal "$(yaml_of b)" "$yaml"
    must "the filter is there" eval 'for p in a b; do pi $p sudo nft list table bridge twinlan; done'
    check_joined
    must "a second run has nothing to do" twinlan apply --accept-new-host-key
    must "no step ran" equal "$(answered stepsRun)" 0
}

# What brings both back is the yaml.
case_undo_brings_netplan_back() {
    local yaml_a yaml_b p
    must "joined" until_ok 90 joined
    yaml_a=$(yaml_of a) yaml_b=$(yaml_of b)
    must "a list of what was there" keep_manifests a b
    must "undo, packages too" twinlan undo --accept-new-host-key --remove-packages
    must "Tailscale, which the wizard installed on Pi A, is gone" until_ok 300 eval '! pi a command -v tailscale && ! pi a test -e /var/lib/tailscale'
    must "with its archive" pi a 'test ! -e /etc/apt/sources.list.d/tailscale.list -a ! -e /usr/share/keyrings/tailscale-archive-keyring.gpg'
    must "Pi B's owner keeps what they installed" pi b command -v tailscale
    for p in a b; do
        must "Pi $p answers on its address" until_ok 60 pi $p true
        must "Pi $p's files are byte for byte as before" equal "$(manifest_differences $p /tmp/manifest)" ""
        must "Pi $p's card has netplan's profile" until_ok 30 netplan_serves_again $p
        must "nothing of ours is left on Pi $p" pi $p 'test ! -e /etc/twinlan -a ! -e /var/lib/twinlan && ! ls /etc/NetworkManager/system-connections | grep -q twinlan'
    done
    must "Pi A's yaml is as it was" equal "$(yaml_of a)" "$yaml_a"
    must "so is Pi B's" equal "$(yaml_of b)" "$yaml_b"
    must "a snapshot" "$practice" snapshot ready
    for p in a b; do "$practice" power $p cycle; done
    for p in a b; do
        must "Pi $p boots" "$practice" wait-ssh $p "$boot"
        must "with netplan's profile" until_ok 60 netplan_serves_again $p
    done
}

# What a yaml can ask for that is not carried along: refused before anything has changed, with the name of it.
refuses_yaml() { # KIND WORD WHAT   the yaml for Pi A on stdin
    must "Pi A's yaml: $3" own_yaml_for_a
    must "Pi A answers" until_ok 60 pi a true
    local before
    before=$(fingerprint a)
    must "$3: refused" expect_error "$1" --accept-new-host-key
    must "$3: with its name" grep -qF "$2" "$work/answer"
    must "$3: nothing changed" equal "$(fingerprint a)" "$before"
    must "without it" at_the_keyboard a "rm /etc/netplan/70-own.yaml && netplan apply"
}
own_yaml_for_a() { # the yaml on stdin
    pi a "sudo sh -c 'cat >/etc/netplan/70-own.yaml && chmod 600 /etc/netplan/70-own.yaml'" && at_the_keyboard a "netplan apply"
}
case_a_yaml_that_asks_for_more_is_refused() {
    must "back to before the setup" back_to_or ready log_in_only || return 1
    read_status; make_plan
    refuses_yaml UnsupportedSystem systemd-networkd "the other renderer" <<-END
	network:
	  version: 2
	  ethernets: { eth0: { renderer: networkd, dhcp4: true, dhcp-identifier: mac } }
	END
    refuses_yaml ForeignBridge br0 "a bridge of its own" <<-END
	network:
	  version: 2
	  renderer: NetworkManager
	  ethernets: { eth0: { dhcp4: false, dhcp6: false } }
	  bridges: { br0: { interfaces: [eth0], dhcp4: true, macaddress: "b8:27:eb:00:00:01", parameters: { stp: false, forward-delay: 0 } } }
	END
    # A VLAN beside the LAN goes on.
    must "Pi A's yaml: a VLAN beside the LAN" own_yaml_for_a <<-END
	network:
	  version: 2
	  renderer: NetworkManager
	  vlans: { vlan10: { id: 10, link: eth0, addresses: [10.10.0.2/24] } }
	END
    must "the VLAN answers" until_ok 60 on pc-a python3 "$here/segment.py" vlan 10 10.10.0.2 eth0
    must "apply" twinlan apply --accept-new-host-key
    must "joined" until_ok 60 joined
    must "the VLAN still answers" until_ok 60 on pc-a python3 "$here/segment.py" vlan 10 10.10.0.2 eth0
    must "undo" twinlan undo
    must "and after it" until_ok 60 on pc-a python3 "$here/segment.py" vlan 10 10.10.0.2 eth0
}
