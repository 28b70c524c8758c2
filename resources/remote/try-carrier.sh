#!/bin/sh
# try-carrier.sh LOCAL REMOTE SITE FOU_PORT   Finds out by trying whether GRE and FOU pass between the two Pis' 100.x addresses
# (an allow-all policy still drops GRE: remote/plan/README.md#gre-and-tailscale). Runs on both Pis at the same time; SITE: a or b.
# Builds two short-lived tunnels with keys of their own, so that a tunnel in use stays as it is, and removes them. They carry IP, not
# Ethernet: outside it is the same GRE, but dhcpcd and avahi take an Ethernet one for a new card and ask for addresses there.
# Prints: gre=yes|no  fou=yes|no|unsupported   Exit: 0
set -u
local=$1 remote=$2 site=$3 port=$4
case $site in a) me=1 other=2 ;; *) me=2 other=1 ;; esac
# The filter of an earlier setup lets FOU in from the address that the other Pi had then: for the trial, also from the one that it
# has now.
admit() {
    handle=$(nft -e -a insert rule inet twinlan arriving iifname tailscale0 ip saddr "$remote" udp dport "$port" accept 2>/dev/null |
        sed -n 's/.*# handle \([0-9]*\).*/\1/p')
    [ ! -e /etc/twinlan/filter.sh ] || iptables -w -t mangle -I INPUT -i tailscale0 -s "$remote" -p udp --dport "$port" -j ACCEPT
}
admit_no_more() {
    [ -z "${handle:-}" ] || nft delete rule inet twinlan arriving handle "$handle"
    [ ! -e /etc/twinlan/filter.sh ] || iptables -w -t mangle -D INPUT -i tailscale0 -s "$remote" -p udp --dport "$port" -j ACCEPT
} 2>/dev/null
clean() {
    ip link del twintry-g 2>/dev/null; ip link del twintry-f 2>/dev/null
    [ -n "${ours:-}" ] && ip fou del port "$port" 2>/dev/null
    admit_no_more
}
trap clean EXIT
trap 'exit 1' INT TERM HUP
clean
admit
modprobe ip_gre 2>/dev/null
gre=no fou=unsupported
# 169.254.0/24 and 169.254.255/24 are reserved (RFC 3927 2.1): no device gives itself such an address.
ip link add twintry-g type gre local "$local" remote "$remote" key 0x7471 && ip addr add "169.254.255.$me/30" dev twintry-g && ip link set twintry-g up
if modprobe fou 2>/dev/null; then
    # Fails when our own tunnel already listens there, which is just as good.
    ip fou add port "$port" ipproto 47 2>/dev/null && ours=1
    if ip link add twintry-f type gre local "$local" remote "$remote" key 0x7472 encap fou encap-sport auto encap-dport "$port"; then
        ip addr add "169.254.0.$me/30" dev twintry-f && ip link set twintry-f up
        fou=no
    fi
fi
# An answer proves both directions. The other Pi may start a little later, so: up to 12 s for the first answer, then GRE gets
# 3 s more, and both tunnels stay 2 s longer for the other side's own test.
n=0 left=12
while [ "$left" -gt 0 ]; do
    [ "$gre" = yes ] || { ping -n -q -c 1 -W 1 -I twintry-g "169.254.255.$other" >/dev/null 2>&1 && gre=yes; }
    [ "$fou" = no ] && ping -n -q -c 1 -W 1 -I twintry-f "169.254.0.$other" >/dev/null 2>&1 && { fou=yes; [ "$left" -gt 3 ] && left=3; }
    [ "$gre" = yes ] && [ "$fou" != no ] && break
    n=$((n + 1)); left=$((left - 1))
done
sleep 2
printf 'gre=%s\nfou=%s\n' "$gre" "$fou"
