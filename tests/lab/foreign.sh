# shellcheck shell=bash disable=SC2154,SC2016,SC1010,SC2034
# What somebody else has made on a Pi is never broken: it is left alone and said, or it goes on beside ours.

# The recipe's own file (remote/plan/README.md#recipe), as its article has it.
recipe_by_hand() { # PI REMOTE BRIDGE
    pi "$1" "sudo sh -c 'cat >>/etc/network/interfaces'" <<-EOF
	auto eth0
	iface eth0 inet static
	     address 0.0.0.0
	     pre-up ip link set dev eth0 promisc on
	auto gretap1
	iface gretap1 inet static
	     address 0.0.0.0
	     pre-up ip link add gretap1 type gretap remote $2 ignore-df nopmtudisc
	     up ip link set dev gretap1 up mtu 1542
	auto $3
	iface $3 inet dhcp
	     pre-up ip link add name $3 type bridge
	     bridge_stp off
	     pre-up ip link set dev eth0 master $3
	     pre-up ip link set dev gretap1 master $3
	     pre-up ip link set dev $3 up mtu 1500
	EOF
}
# As it runs after the reboot that the recipe ends with; live, because the Pi is to keep its address here.
bridge_by_hand() { # PI BRIDGE
    pi "$1" 'sudo sh -s' <<-EOF
	address=\$(ip -4 -o addr show dev eth0 scope global | awk '{ print \$4 }')
	gateway=\$(ip -4 route show default | awk '{ print \$3; exit }')
	systemctl kill -s KILL dhcpcd; systemctl stop dhcpcd
	ip -batch - <<-BATCH
		link add $2 address b8:27:eb:00:00:01 type bridge
		link set $2 up
		link set eth0 master $2
		addr flush dev eth0
		addr add \$address broadcast + dev $2
		route add default via \$gateway dev $2
	BATCH
	EOF
}
# The whole of it: the article's file knows nothing of interfaces.d.
whole_recipe_by_hand() { # PI REMOTE
    pi "$1" 'sudo sh -s' <<-'EOF'
	printf 'auto lo\niface lo inet loopback\n' >/etc/network/interfaces
	echo denyinterfaces eth0 >>/etc/dhcpcd.conf
	printf 'ip_gre\nbridge\nbr_netfilter\n' >>/etc/modules
	EOF
    recipe_by_hand "$1" "$2" br_lan
}
recipe_runs() { pi "$1" 'test -e /sys/class/net/br_lan/brif/eth0 && test -e /sys/class/net/br_lan/brif/gretap1 && ip -4 -br addr show br_lan | grep -q 192.168.1.'; }
files_by_hand() { pi "$1" 'sha256sum /etc/network/interfaces /etc/dhcpcd.conf /etc/modules; ls /etc/network/interfaces.d'; }
made_by_hand() { pi "$1" 'sudo sh -c "sha256sum /etc/network/interfaces /etc/dhcpcd.conf /etc/modules; ip -br link; ip -4 -br addr; test ! -e /etc/twinlan && test ! -e /var/lib/twinlan/armed"'; }

case_a_setup_by_hand_is_left_alone() {
    must "back to before the setup" back_to ready || return 1
    read_status; make_plan
    local before bridge kind
    must "half of the recipe: its file, not yet running" recipe_by_hand a "$net_b" br_lan
    before=$(made_by_hand a)
    must "refused until its owner says otherwise" expect_error HandMade --accept-new-host-key
    must "with the file's name" grep -q /etc/network/interfaces "$work/answer"
    must "and nothing changed" equal "$(made_by_hand a)" "$before"
    for bridge in br_lan br0; do
        # The first time beside its file, the second time by another name and without one: then nothing could bring it back.
        kind=HandMade
        [[ $bridge == br_lan ]] || { kind=ForeignBridge; must "back to before the setup" back_to ready || return 1; }
        must "the recipe running, its bridge called $bridge" bridge_by_hand a $bridge
        before=$(made_by_hand a)
        must "refused as such" expect_error $kind --accept-new-host-key
        must "with a name that its owner knows" grep -qE "$bridge|/etc/network/interfaces" "$work/answer"
        must "and nothing changed" equal "$(made_by_hand a)" "$before"
        must "Pi B is unharmed" unharmed b
    done
}

case_half_a_setup_by_hand_is_taken_over() {
    local before
    must "back to before the setup" back_to ready || return 1
    read_status; make_plan
    must "half of the recipe: its file, not yet running" recipe_by_hand a "$net_b" br_lan
    before=$(files_by_hand a)
    must "apply" twinlan apply --take-over --accept-new-host-key
    must "joined" until_ok 60 joined
    must "undo" twinlan undo
    must "Pi A answers on its address" until_ok 60 pi a true
    must "with the same files" equal "$(files_by_hand a)" "$before"
    sleep 5
    must "and is not restarted, because nothing of it ran" unharmed a
}

case_a_setup_by_hand_is_taken_over() {
    local before bridge_mac
    must "back to before the setup" back_to ready || return 1
    read_status
    must "the whole recipe on Pi A" whole_recipe_by_hand a "$net_b"
    before=$(files_by_hand a)
    must "which ends with a restart" eval "pi a sync && \"\$practice\" power a cycle"
    must "Pi A answers" "$practice" wait-boot a "$boot"
    must "the recipe runs" until_ok 60 recipe_runs a
    must "a snapshot" "$practice" snapshot by-hand
    read_status; make_plan
    bridge_mac=$(pi a cat /sys/class/net/br_lan/address) # of the tunnel, by chance, and with it another address than before
    must "not without its owner's word" expect_error HandMade --accept-new-host-key
    session_begins a 5
    must "apply" twinlan apply --take-over
    session_goes_on a 5
    check_joined
    must "a second run has nothing to do" twinlan apply
    must "no step ran" equal "$(answered stepsRun)" 0
    "$practice" power a cycle
    must "joined again after Pi A lost its power" until_ok "$boot" joined
    must "Pi A kept its address" equal "$(read_status; echo "$lan_a")" "$lan_a"
    must "a list of what was there, for after the restart" pi a 'sudo cp /var/lib/twinlan/original/manifest /var/tmp/manifest'
    must "undo" twinlan undo
    sleep 15 # until it goes down
    must "Pi A restarts" "$practice" wait-ssh a "$boot"
    must "the recipe runs again" until_ok 60 recipe_runs a
    must "from the same files" equal "$(files_by_hand a)" "$before"
    must "byte for byte" equal "$(manifest_differences a /var/tmp/manifest)" ''
}

case_a_takeover_that_nobody_confirms() {
    local before began
    must "back to the recipe by hand" back_to by-hand || return 1
    read_status; make_plan
    before=$(files_by_hand a)
    must "meeting both" eval 'twinlan check --take-over --accept-new-host-key || (($? == 3))'
    start_apply --take-over
    must "the switch began" until_reached switch-over a
    began=$SECONDS
    kill -KILL "$(wizard_pid)"
    wait "$applying"
    must "the timer puts Pi A back" until_ok 180 pi a 'test ! -e /var/lib/twinlan/armed'
    must "and restarts it" until_ok 180 recipe_runs a
    measured "a takeover that nobody confirmed: the recipe runs again after $((SECONDS - began)) s"
    must "from the same files" equal "$(files_by_hand a)" "$before"
    read_status; make_plan # each boot of the recipe has another address
    must "the next run finishes the job" twinlan apply --take-over --accept-new-host-key
    must "joined" until_ok 60 joined
}

# The owner's firewall lets in what comes by the LAN card. Once the address is the bridge's, that is nobody: the Pi must come back by
# itself, firewall and all.
case_a_firewall_that_would_lock_us_out() {
    local began seconds
    must "back to before the setup" back_to ready || return 1
    read_status; make_plan
    must "a firewall on Pi A" pi a 'sudo nft -f -' <<-'EOF'
	table inet own {
	    chain arriving {
	        type filter hook input priority 0; policy drop;
	        ct state established accept
	        iifname { "lo", "eth0" } accept
	    }
	}
	EOF
    began=$SECONDS
    if twinlan apply --accept-new-host-key >"$work/said"; then must "the setup was not proven" false; fi
    must "Pi A answers at home" until_ok $((180 - (SECONDS - began))) pi a true
    seconds=$((SECONDS - began))
    must "no timer runs on it" until_ok 60 pi a 'test ! -e /var/lib/twinlan/armed && test ! -e /sys/class/net/br_lan'
    must "its files are as before" equal "$(manifest_differences a /var/lib/twinlan/original/manifest)" ''
    must "its firewall is as before" pi a 'sudo nft list chain inet own arriving | grep -q eth0'
    measured "locked out by the owner's own firewall: Pi A answered again $seconds s after the start of the setup"
    must "without that firewall" pi a 'sudo nft delete table inet own'
    must "the next run joins the homes" twinlan apply
    must "joined" until_ok 60 joined
    must "undo" twinlan undo
}

# Containers with a firewall that forwards nothing, as Docker makes it, and a VLAN on the LAN card.
other_networks() { # PI
    pi "$1" 'sudo sh -s' <<-'EOF'
	set -e
	modprobe -a br_netfilter 8021q
	iptables -P FORWARD DROP
	ip link add docker0 type bridge
	ip addr add 172.17.0.1/24 dev docker0
	ip link set docker0 up
	for n in 2 3; do
	    ip netns add box$n
	    ip link add veth$n type veth peer name eth0 netns box$n
	    ip link set veth$n master docker0 up
	    ip -n box$n addr add 172.17.0.$n/24 dev eth0
	    ip -n box$n link set eth0 up
	done
	iptables -A FORWARD -i docker0 -o docker0 -p icmp -m length --length 1000:1400 -j DROP
	iptables -A FORWARD -i docker0 -o docker0 -j ACCEPT
	ip link add link eth0 name eth0.10 type vlan id 10
	ip addr add 10.10.0.2/24 dev eth0.10
	ip link set eth0.10 up
	EOF
}
goes_on() { # WHEN
    must "$1: one container reaches the other" pi a 'sudo ip netns exec box2 ping -n -q -c 1 -W 3 172.17.0.3'
    must "$1: their own firewall still judges what they send" refuses_big_pings
    must "$1: the VLAN answers" on pc-a python3 "$here/segment.py" vlan 10 10.10.0.2 eth0
}
refuses_big_pings() { ! pi a 'sudo ip netns exec box2 ping -n -q -c 1 -W 2 -s 1100 172.17.0.3'; }

case_other_networks_go_on() {
    must "back to before the setup" back_to ready || return 1
    read_status; make_plan
    must "containers, their firewall and a VLAN on Pi A" other_networks a
    goes_on "before"
    must "apply" twinlan apply --accept-new-host-key
    must "joined, although the firewall forwards nothing" until_ok 60 joined
    goes_on "joined"
    pi a 'sudo sh -c "echo 1 >/proc/sys/net/bridge/bridge-nf-call-iptables"' # as when Docker starts
    must "joined again after Docker has taken the switch back" until_ok 30 joined
    must "and stays so" on pc-a ping -n -q -c 5 -i 1 -W 2 "$pc_b"
    must "undo" twinlan undo
    goes_on "after"
    must "bridged frames go through iptables again" equal "$(pi a cat /proc/sys/net/bridge/bridge-nf-call-iptables)" 1
}
