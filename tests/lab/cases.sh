# shellcheck shell=bash disable=SC2154,SC2016,SC1010
# The cases of the lab ring, in the order in which they run; each says what must hold for the people in both homes.

case_homes_up() {
    must "the practice homes start" "$practice" up --os "${LAB_OS:-13}" || return 1
    must "status" read_status || return 1
}

case_the_wizard_joins_the_homes() {
    must "Pi A has no Tailscale, as on a new card" eval '! pi a command -v tailscale'
    # The policy of the lab drops GRE at first, as an "allow all" tailnet does.
    must "the wizard, driven from its first page to its last, login and all" bash "$root/app/practice/drive.sh" \
        "$build/app/practice/drive/twinlan-practice-drive" "$build/practice-report"
    must "a picture of each page in both languages" test "$(find "$build/practice-report" -name '*.png' | wc -l)" -ge 20
    must "Tailscale is a package of its own archive, which apt reads" pi a 'apt-cache policy tailscale | grep -q "500 https://pkgs.tailscale.com/stable/debian "'
    must "FOU is taken" pi a 'grep -q "^CARRIER=fou" /etc/twinlan/tunnel.conf'
    read_status # now with Pi A's 100.x address
    addresses=$(pi a sudo cat /etc/twinlan/plan.json | jq -c .addresses)
    must "the range of home B is without the address that Pi B keeps" eval '! in_range_b "$lan_b"'
    make_plan
    check_joined
}

bridge_mac=b8:27:eb:00:00:01 # of Pi A's bridge: its card's own
check_joined() { # what "joined" means to the people in both homes
    must "PC A reaches PC B by address" until_ok 60 joined
    must "PC A finds PC B by ARP" on pc-a arping -q -c 3 -w 5 -I eth0 "$pc_b"
    must "PC B finds PC A by ARP" on pc-b arping -q -c 3 -w 5 -I eth0 "$pc_a"
    "$practice" on pc-b python3 "$here/segment.py" answer & local answerer=$!
    must "PC A finds PC B by mDNS and broadcast" on pc-a python3 "$here/segment.py" find "$pc_b"
    kill $answerer 2>/dev/null; wait $answerer 2>/dev/null
    must "1472 bytes with DF pass" until_ok 15 on pc-a ping -n -q -M do -s 1472 -c 2 -W 3 "$pc_b"
    must "1473 bytes with DF do not" refuses_1473
    local before_a=$lan_a before_b=$lan_b
    read_status
    must "Pi A kept its address" equal "$lan_a" "$before_a"
    must "Pi B kept its address" equal "$lan_b" "$before_b"
    must "Pi A's MAC is on the bridge" equal "$(pi a cat /sys/class/net/br_lan/address)" "$bridge_mac"
}
refuses_1473() { ! on pc-a ping -n -q -M do -s 1473 -c 1 -W 2 "$pc_b"; }

in_range_b() { # ADDRESS   of the last number
    local last=${1##*.} first end
    first=$(jq -r .b.dhcpFirst <<<"$addresses") end=$(jq -r .b.dhcpLast <<<"$addresses")
    ((${first##*.} <= last && last <= ${end##*.}))
}

case_a_second_apply_does_nothing() {
    local a b
    must "meeting both Pis" twinlan check --accept-new-host-key
    a=$(fingerprint a) b=$(fingerprint b)
    must "apply again" twinlan apply
    must "no step ran" equal "$(answered stepsRun)" 0
    must "nothing changed on Pi A" equal "$(fingerprint a)" "$a"
    must "nothing changed on Pi B" equal "$(fingerprint b)" "$b"
    must "check says the same" twinlan check
}

fragments_made() { pi a 'cat /proc/net/snmp' | awk '/^Ip: [0-9]/ { print $20 }'; } # Ip FragCreates

case_tcp_makes_no_outer_fragments() {
    # Counted where the packets leave: on the Pi, by the kernel.
    local before after
    before=$(fragments_made)
    "$practice" on pc-b timeout 60 iperf3 -s -1 >/dev/null 2>&1 & local server=$!
    sleep 1
    must "a TCP transfer each way" eval 'on pc-a timeout 40 iperf3 -c "$pc_b" -n 2M'
    wait $server
    after=$(fragments_made)
    must "no fragment was made on Pi A" equal "$after" "$before"
}

renew() { # HOME   the PC asks for its address anew, from nothing
    local pid
    pid=$(pgrep -f "udhcpc.*hostname:pc-$1 " | while read -r p; do [[ $(ip netns identify "$p") == "tl-$TWINLAN_PRACTICE_ID-pc-$1" ]] && echo "$p"; done | head -n 1)
    [[ -n $pid ]] && kill -USR2 "$pid" && sleep 1 && kill -USR1 "$pid"
}
ask_everywhere() {
    local p
    renew a; renew b
    on pc-a rdisc6 -1 -w 2000 eth0 >/dev/null 2>&1
    on pc-b rdisc6 -1 -w 2000 eth0 >/dev/null 2>&1
    for p in a b; do pi $p 'sudo sh -c "systemctl -q is-active dhcpcd && dhcpcd -n br_lan || nmcli connection up twinlan-bridge"' >/dev/null 2>&1; done
    sleep 12
}
own_router_answers() {
    until_ok 30 eval 'on pc-a ip route show default | grep -q "via 192.168.1.1 "' &&
        until_ok 30 eval 'on pc-b ip route show default | grep -q "via 192.168.1.100 "'
}

case_each_home_keeps_its_own_router() {
    listen a; listen b
    sleep 1
    ask_everywhere
    must "each PC's lease is from its own router" own_router_answers
    stop_listening
    must "something was asked in home A" test "$(frames "$work/own-a.pcap")" -gt 3
    must "something was asked in home B" test "$(frames "$work/own-b.pcap")" -gt 3
    must "no DHCP, DHCPv6, RS or RA of home B in home A" equal "$(frames "$work/cross-a.pcap")" 0
    must "no DHCP, DHCPv6, RS or RA of home A in home B" equal "$(frames "$work/cross-b.pcap")" 0
    read_status
}

case_reboot_of_both() {
    listen a; listen b
    "$practice" power a off; "$practice" power b off
    "$practice" power a on; "$practice" power b on
    local began=$SECONDS
    must "joined again, nobody touching anything" until_ok "$boot" joined
    measured "both Pis lost power: joined again $((SECONDS - began)) s after power came back (emulated boot included)"
    check_joined
    stop_listening
    must "nothing crossed into home A meanwhile" equal "$(frames "$work/cross-a.pcap")" 0
    must "nothing crossed into home B meanwhile" equal "$(frames "$work/cross-b.pcap")" 0
}

case_tailscale_restarts() {
    pi a 'sudo systemctl restart tailscaled' >/dev/null
    local began=$SECONDS
    must "the homes are joined again after tailscaled restarted" until_ok 60 joined
    measured "joined again $((SECONDS - began)) s after tailscaled restarted"
    must "and stay so" until_ok 10 on pc-a ping -n -q -c 3 -i 0.5 -W 2 "$pc_b"
    # As when Tailscale logs in long after the boot: the tunnel starts without it.
    pi a 'sudo systemctl stop tailscaled && sudo systemctl restart twinlan-tunnel'
    sleep 15
    must "without Tailscale the tunnel stays out of the bridge" pi a 'grep -q ^apart /run/twinlan/state && ! test -e /sys/class/net/br_lan/brif/gretap1'
    pi a 'sudo systemctl start tailscaled'
    must "joined again after Tailscale came late" until_ok 60 joined
}

case_relay_only() {
    must "UDP between the homes is blocked" "$practice" relay only
    must "joined over the relay" until_ok 90 joined
    sleep 5
    must "0 of 50 pings lost" on pc-a bash -c "ping -n -q -c 50 -i 0.4 -W 5 $pc_b | tee /dev/stderr | grep -q ' 0% packet loss'"
    # Idle: tunnel frames counted by the device itself over 20 s.
    local count='cat /sys/class/net/gretap1/statistics/tx_packets /sys/class/net/gretap1/statistics/rx_packets' before after
    before=$(pi a "$count" | paste -sd+) after=$(sleep 20; pi a "$count" | paste -sd+)
    must "an idle tunnel carries fewer than 2 frames a second" at_most $(((after) - (before))) 39
    measured "$(((after) - (before))) frames in 20 s through an idle tunnel"
    "$practice" relay direct
}

case_apply_where_the_policy_admits_gre() {
    must "back to before the setup" back_to fresh || return 1
    must "Pi A's owner logs in to Tailscale by the link" login_pi_a || return 1
    must "the policy names GRE" "$practice" gre allow
    must "a snapshot" "$practice" snapshot loggedin
    read_status; make_plan
    local began=$SECONDS
    must "apply" twinlan apply --accept-new-host-key
    measured "apply, packages from the lab's archive included: $((SECONDS - began)) s"
    must "GRE is taken" equal "$(answered carrier)" gre
    check_joined
}

case_undo_gives_the_pis_back() {
    must "a list of what was there on both" eval 'for p in a b; do pi $p "sudo cp /var/lib/twinlan/original/manifest /tmp/manifest && test -s /tmp/manifest"; done'
    rm -f "$work/known_hosts" # somebody else's computer, on which neither Pi is known
    must "undo" twinlan undo --accept-new-host-key
    must "Pi A's files are byte for byte as before" equal "$(manifest_differences a /tmp/manifest)" ""
    must "Pi B's files are byte for byte as before" equal "$(manifest_differences b /tmp/manifest)" ""
    must "Pi A answers on its address" until_ok 60 pi a true
    must "Pi A has no bridge" pi a 'test ! -e /sys/class/net/br_lan && ip -4 addr show dev eth0 | grep -q 192.168.1.'
    must "Pi B has no bridge" pi b 'test ! -e /sys/class/net/br_lan && ip -4 addr show dev eth0 | grep -q 192.168.1.'
    # What is left is a Pi with its packages, before a setup: many cases can begin there and need not wait for apt.
    must "a snapshot" "$practice" snapshot ready
    must "nothing of ours is left on Pi A" pi a 'test ! -e /etc/twinlan -a ! -e /var/lib/twinlan -a ! -e /etc/network/interfaces.d/twinlan && ! grep -q twinlan /etc/dhcpcd.conf /etc/modules'
}

# One broadcast in home A, and how often it is seen there within 10 s. In a loop it would be thousands of times.
seen_broadcasts() {
    "$practice" on switch-a timeout 11 tcpdump -U -n -i lan -w "$work/storm.pcap" 'arp and arp[24:4] = 0xc0a8014d' 2>/dev/null & local listener=$!
    sleep 1
    on pc-a arping -q -c 1 -w 1 -I eth0 192.168.1.77
    wait $listener
    frames "$work/storm.pcap"
}
state_of_b() { pi b cat /run/twinlan/state; }
b_says() { [[ $(state_of_b) == "$1" ]]; }

case_both_pis_in_one_home() {
    must "back to before the setup" back_to ready || return 1
    must "Pi B is prepared next to Pi A" "$practice" move b to a || return 1
    must "Pi B answers there" "$practice" wait-boot b "$boot" || return 1
    "$practice" gre deny; read_status; make_plan
    must "the setup completes" twinlan apply --accept-new-host-key
    must "and says that the Pis are in one home" equal "$(answered tunnelStateB)" apart:same-lan
    must "one broadcast stays one" at_most "$(seen_broadcasts)" 6
    "$practice" power b off
    must "Pi B is carried to the other home" "$practice" move b to b
    "$practice" power b on
    must "it boots there" "$practice" wait-ssh b "$boot"
    local began=$SECONDS
    must "joined within 60 s of its boot, nobody touching anything" until_ok 60 joined
    measured "joined $((SECONDS - began)) s after Pi B answered in the other home"
    "$practice" power b off
    must "Pi B is carried back" "$practice" move b to a
    "$practice" power b on
    must "it boots" "$practice" wait-ssh b "$boot"
    must "and separates by itself" until_ok 60 b_says apart:same-lan
    must "one broadcast stays one" at_most "$(seen_broadcasts)" 6
    "$practice" power b off; "$practice" move b to b; "$practice" power b on
}
