# shellcheck shell=bash disable=SC2034,SC2154 # the parts share names: see `practice`, which reads them all
# The wires: per home a router, a switch and a PC, between the homes a provider's network. All of it in network namespaces without any
# link to this machine's own network.

nodes="wan router-a router-b switch-a switch-b pc-a pc-b"

# The recipe's numbers, and per home a prefix of its own for IPv6 (documentation addresses).
declare -A router_ip=([a]=192.168.1.1 [b]=192.168.1.100) pool=([a]="192.168.1.2,192.168.1.99" [b]="192.168.1.101,192.168.1.199")
declare -A wan_ip=([a]=203.0.113.1 [b]=203.0.113.2) prefix6=([a]=2001:db8:a [b]=2001:db8:b)
declare -A pc_mac=([a]=02:00:00:00:0a:32 [b]=02:00:00:00:0b:32) router_mac=([a]=02:00:00:00:0a:01 [b]=02:00:00:00:0b:01)

make_networks() {
    local node home
    for node in $nodes; do
        ip netns add "$(ns "$node")" || die "Network namespaces cannot be made here, although this is root (a container without the right?)."
        ip -n "$(ns "$node")" link set lo up
        mkdir -p "/etc/netns/$(ns "$node")"
        : >"/etc/netns/$(ns "$node")/resolv.conf"
        within "$node" true || die "Nothing can be started in a network namespace here (a chroot whose / is no mount point?)."
    done
    for node in wan:internet switch-a:lan switch-b:lan; do
        # A switch passes everything on: no snooping, no spanning tree of its own.
        ip -n "$(ns "${node%:*}")" link add "${node#*:}" type bridge mcast_snooping 0 stp_state 0 forward_delay 0
        ip -n "$(ns "${node%:*}")" link set "${node#*:}" up
        # Where br_netfilter is loaded on this machine it would hand the switches' frames to iptables.
        # shellcheck disable=SC2016 # for the inner shell
        within "${node%:*}" sh -c 'for f in /proc/sys/net/bridge/bridge-nf-call-*; do [ ! -e "$f" ] || echo 0 >"$f"; done; sysctl -qw net.ipv6.conf.all.disable_ipv6=1'
    done
    ip -n "$(ns wan)" addr add "$internet_address/24" dev internet
    ip -n "$(ns wan)" addr add "$archive_address/24" dev internet
    for home in a b; do make_home "$home"; done
}

make_home() {
    local home=$1 switch router
    switch=$(ns "switch-$home") router=$(ns "router-$home")
    ip link add "home-$home" netns "$(ns wan)" type veth peer name wan netns "$router"
    ip -n "$(ns wan)" link set "home-$home" master internet up
    ip link add router netns "$switch" type veth peer name lan address "${router_mac[$home]}" netns "$router"
    ip -n "$switch" link set router master lan up
    ip link add pc netns "$switch" type veth peer name eth0 address "${pc_mac[$home]}" netns "$(ns "pc-$home")"
    ip -n "$switch" link set pc master lan up
    ip -n "$switch" tuntap add "pi-$home" mode tap
    ip -n "$switch" link set "pi-$home" master lan up

    within "router-$home" sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.wan.disable_ipv6=1 net.ipv6.conf.lan.accept_dad=0
    ip -n "$router" addr add "${wan_ip[$home]}/24" dev wan
    ip -n "$router" link set wan up
    ip -n "$router" addr add "${router_ip[$home]}/24" dev lan
    ip -n "$router" addr add "${prefix6[$home]}::1/64" dev lan nodad
    ip -n "$router" link set lan up
    # What nobody inside asked for is dropped before connection tracking confirms it. A router that answered such packets
    # would spoil the hole punching that Tailscale lives on.
    within "router-$home" iptables-restore <<-EOF
		*nat
		-A POSTROUTING -o wan -j MASQUERADE
		COMMIT
		*filter
		-A INPUT -i wan -m conntrack --ctstate NEW,INVALID -j DROP
		-A FORWARD -i wan -m conntrack --ctstate NEW,INVALID -j DROP
		COMMIT
	EOF
    # shellcheck disable=SC2181 # a here-document leaves no room for it above
    (($? == 0)) || die "This kernel has no NAT for iptables, which the homes' routers need."
    ip -n "$(ns "pc-$home")" link set eth0 up
}

# DHCP, DHCPv6, router advertisements and DNS of one home. Names outside the lab do not exist, said at once.
start_router() {
    local home=$1 name names=()
    for name in $control_names; do names+=("--address=/$name/$internet_address"); done
    start_daemon "dnsmasq-$home" ip netns exec "$(ns "router-$home")" dnsmasq --keep-in-foreground --conf-file=/dev/null --user=root \
        --pid-file= --no-hosts --no-resolv --interface=lan --except-interface=lo --bind-interfaces --log-dhcp --log-facility=- \
        --dhcp-range="${pool[$home]},255.255.255.0,1h" --dhcp-option=option:router,"${router_ip[$home]}" --dhcp-authoritative --no-ping \
        --dhcp-leasefile="$run/leases-$home" --domain=home.arpa --enable-ra \
        --dhcp-range="${prefix6[$home]}::100,${prefix6[$home]}::1ff,slaac,64,1h" \
        --address="/deb.lab.example/$archive_address" --address="/$packages_name/$archive_address" "${names[@]}" --address=/#/
}
start_pc() {
    start_daemon "dhcp-pc-$1" ip netns exec "$(ns "pc-$1")" busybox udhcpc -f -i eth0 -t 30 -T 1 -A 2 -x "hostname:pc-$1" -S \
        -s "$here/home/udhcpc.sh"
}

# renew_pc: gives the lease back and asks everybody for a new one, which shows who answers.
renew_pc() {
    local pid log=$run/dhcp-pc-$1.log before
    pid=$(daemon_pid "dhcp-pc-$1") || die "PC $1 has no DHCP client running."
    before=$(wc -l <"$log")
    kill -USR2 "$pid" && sleep 0.2 && kill -USR1 "$pid"
    wait_until 20 lease_after "$log" "$before" || die "Nobody gave PC $1 a lease."
    tail -n "+$((before + 1))" "$log" | grep ' bound ' | tail -n 1
}
lease_after() { tail -n "+$(($2 + 1))" "$1" | grep -q ' bound '; }

network_complete() {
    local node
    for node in $nodes; do [[ -e /run/netns/$(ns "$node") ]] || return 1; done
    daemon_pid dnsmasq-a >/dev/null && daemon_pid dnsmasq-b >/dev/null && daemon_pid tailnet >/dev/null
}

remove_networks() {
    local node
    for node in $nodes device-b; do
        [[ ! -e /run/netns/$(ns "$node") ]] || ip netns del "$(ns "$node")"
        rm -rf "/etc/netns/$(ns "$node")"
    done
}
