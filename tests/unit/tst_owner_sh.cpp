// SPDX-License-Identifier: GPL-3.0-or-later
// What a Pi's owner has on the LAN card, as the survey tells it: takers of the whole card, servers and firewalls that go by its name.
#include "scriptsandbox.h"

#include <QtTest>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;

namespace {

// The LAN card is eth0, of index 2, and nothing else is known of it until a row says so. `says PROGRAM WORDS ANSWER`: whenever its arguments
// hold the words. `told KEY`: the values of the survey's lines with that key.
constexpr char pi[] = R"sh(
mkdir -p "$work/net/eth0" && mount --bind "$work/net" /sys/class/net && echo 2 >/sys/class/net/eth0/ifindex
for silent in ip ss lsns docker nft iptables-save ip6tables-save iptables-legacy-save ip6tables-legacy-save; do
    printf '#!/bin/sh\n' >"$work/bin/$silent"; chmod +x "$work/bin/$silent"
done
says() {
    n=$(wc -l <"$work/bin/$1"); cat >"$work/$1.$n"
    printf 'case " $*" in *"%s"*) cat "%s"; exit ;; esac\n' "$2" "$work/$1.$n" >>"$work/bin/$1"
}
forget() { printf '#!/bin/sh\n' >"$work/bin/$1"; }
# A folder of settings with nothing in it but what a row puts there.
cp -a /etc/alternatives "$work" && mount -t tmpfs none /etc && mkdir -p /etc/network/interfaces.d && cp -a "$work/alternatives" /etc && mount -t tmpfs none /usr/local/etc 2>/dev/null
told() { must "survey" sh "$scripts/survey-owner.sh" eth0; grep "^$1=" "$work/said" | cut -d= -f2- | sort | tr '\n' '|'; }
is() { [ "$(told "$1")" = "$2" ] || fail "$1 is $(told "$1"), not $2"; }
upper() { # NAME KIND: what `ip -d -o link` says of it
    mkdir -p "/sys/class/net/$1" && ln -s "../$1" "/sys/class/net/eth0/upper_$1"
    printf '7: %s@eth0: <UP> mtu 1500 qdisc noqueue state UP qlen 1000\\    link/ether 02:00:00:00:00:01 promiscuity 0 minmtu 68 maxmtu 65535 \\    %s\n' "$1" "$2" |
        says ip "link show dev $1"
}
file() { mkdir -p "$(dirname "$1")"; cat >"$1"; }
)sh";

} // namespace

class TestOwnerSh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scripts_data();
    void scripts();
    void aPiThatForgets();
};

void TestOwnerSh::scripts_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const char *body) { QTest::newRow(name) << QByteArray(pi) + body; };
    // Who has the card
    row("nobody has the card", R"sh(
is card_user ""; is bound ""; is firewall "")sh");
    row("macvlan, ipvlan, macsec on the card", R"sh(
upper shim "macvlan mode bridge"; upper ipv "ipvlan  mode l2"; upper sec0 "macsec sci 1"; upper tap0 "macvtap mode vepa"
is card_user "ipv (ipvlan)|sec0 (macsec)|shim (macvlan)|tap0 (macvtap)|")sh");
    row("a bond's or a VRF's card", R"sh(
upper bond0 "bond mode active-backup"; upper blue "vrf table 10"
is card_user "blue (vrf)|bond0 (bond)|")sh");
    row("a VLAN and a bridge are none of them", R"sh(
upper eth0.10 "vlan protocol 802.1Q id 10"; upper br0 "bridge forward_delay 1500"
is card_user "")sh");
    row("in a container, which has a network of its own", R"sh(
printf '4026531840 1\n%s 1\n4026532999 1\n' "$(readlink /proc/self/ns/net | tr -dc 0-9)" | says lsns "NS,PID"
printf '#!/bin/sh\ncase $* in *" ip "*) cat "$work/inside" ;; esac\n' >"$work/bin/nsenter"; chmod +x "$work/bin/nsenter"
printf '1: lo: <LOOPBACK> mtu 65536\n5: eth0@if2: <UP> mtu 1500 \    link/ether 02:42:c0:a8:01:c8 brd ff link-netnsid 0 promiscuity 0 minmtu 68 maxmtu 65535 \    macvlan mode bridge\n' >"$work/inside"
is card_user "$(cat /proc/1/comm) (macvlan)|"
# Of another card, and a plain cable into a bridge.
printf '5: eth0@if22: <UP> maxmtu 65535 \    macvlan mode bridge\n6: eth1@if2: <UP> maxmtu 65535 \    veth\n' >"$work/inside"
is card_user "")sh");
    row("networks of Docker's that wait for their containers", R"sh(
echo 1a2b | says docker "network ls"
printf 'eth0 macvlan lan\neth0.10 macvlan tagged\neth1 ipvlan other\neth0 ipvlan iot net\n' | says docker "network inspect"
is card_user "iot net (ipvlan, Docker)|lan (macvlan, Docker)|")sh");
    row("the survey asks for it before the first setup, and a run only for what would stop it", R"sh(
upper shim "macvlan mode bridge"; echo interface=eth0 | file /etc/dnsmasq.conf
echo "default via 192.168.1.1 dev eth0" | says ip "route show default"
told() { must "survey" script survey "$@"; grep '^card_user=\|^bound=' "$work/said" | sort | tr '\n' '|'; }
[ "$(told)" = "bound=/etc/dnsmasq.conf|card_user=shim (macvlan)|" ] || fail "$(told)"
[ "$(told far=192.168.1.100)" = "card_user=shim (macvlan)|" ] || fail "a run: $(told far=192.168.1.100)"
mkdir -p /var/lib/twinlan && : >/var/lib/twinlan/confirmed
[ "$(told)" = "" ] || fail "set up: $(told)")sh");
    // Servers
    row("sockets that are tied to the card", R"sh(
says ss tuwlnp <<'END'
udp UNCONN 0 0 192.168.1.10%eth0:53 0.0.0.0:* users:(("unbound",pid=7,fd=4))
tcp LISTEN 0 32 *%eth0:8080 *:* users:(("my server",pid=8,fd=4))
udp UNCONN 0 0 0.0.0.0%eth0:68 0.0.0.0:* users:(("dhcpcd",pid=9,fd=4))
udp UNCONN 0 0 [fe80::1]%eth0:123 [::]:* users:(("ntpd",pid=10,fd=4))
udp UNCONN 0 0 0.0.0.0%eth00:99 0.0.0.0:* users:(("another",pid=11,fd=4))
tcp LISTEN 0 32 0.0.0.0:22 0.0.0.0:* users:(("sshd",pid=12,fd=4))
udp UNCONN 0 0 0.0.0.0%eth0:1900 0.0.0.0:*
END
is bound "my server|port 1900|unbound|")sh");
    row("settings that name the card", R"sh(
echo 'interface=eth0' | file /etc/dnsmasq.d/lan.conf
printf '[global]\n   interfaces = 127.0.0.0/8 eth0\n   bind interfaces only = yes\n' | file /etc/samba/smb.conf
printf 'vrrp_instance VI_1 {\n    interface eth0\n}\n' | file /etc/keepalived/keepalived.conf
printf '[server]\nallow-interfaces=eth0,wlan0\n' | file /etc/avahi/avahi-daemon.conf
printf 'INTERFACESv4="eth0"\n' | file /etc/default/isc-dhcp-server
printf '{ "Dhcp4": { "interfaces-config": { "interfaces": [ "eth0" ] } } }\n' | file /etc/kea/kea-dhcp4.conf
printf '[Socket]\nBindToDevice=eth0\n' | file /etc/systemd/system/a.socket
printf 'bindacqdevice eth0\n' | file /etc/chrony/conf.d/a.conf
printf 'network_interface=eth0\n' | file /etc/minidlna.conf
printf 'interface=eth*\n' | file /etc/dnsmasq.conf
is bound "/etc/avahi/avahi-daemon.conf|/etc/chrony/conf.d/a.conf|/etc/default/isc-dhcp-server|/etc/dnsmasq.conf|/etc/dnsmasq.d/lan.conf|/etc/kea/kea-dhcp4.conf|/etc/keepalived/keepalived.conf|/etc/minidlna.conf|/etc/samba/smb.conf|/etc/systemd/system/a.socket|")sh");
    row("and settings that do not", R"sh(
printf '#interface=eth0\nlisten-address=192.168.1.10\nexcept-interface=wlan0 # not eth0\ninterface=eth00\n' | file /etc/dnsmasq.conf
printf ';   interfaces = 127.0.0.0/8 eth0\n' | file /etc/samba/smb.conf
printf '! interface eth0\ninterface eth0.10\n' | file /etc/keepalived/keepalived.conf
printf '//\tinterface = "eth0";\n' | file /etc/shairport-sync.conf
printf '[Unit]\nAfter=sys-subsystem-net-devices-eth0.device\nExecStart=/bin/cat /sys/class/net/eth0/speed\n' | file /etc/systemd/system/a.service
echo 'interface=eth0' | file /etc/dnsmasq.conf.bak
echo 'auto eth0' | file /etc/network/interfaces.d/own
is bound ""; is firewall "")sh");
    row("Pi-hole goes by the card's name in some of its ways", R"sh(
hole() { printf '[dns]\n  interface = "eth0"\n  listeningMode = "%s" ### CHANGED, default = "LOCAL"\n[dhcp]\n  active = %s\n' "$1" "$2" | file /etc/pihole/pihole.toml; }
for way in BIND SINGLE; do hole $way false; is bound "/etc/pihole/pihole.toml|"; done
for way in LOCAL ALL; do hole $way false; is bound ""; done
hole LOCAL true; is bound "/etc/pihole/pihole.toml|")sh");
    // Firewalls
    row("rules that name the card, in nft's words", R"sh(
while read -r rule; do
    printf 'table inet own {\n chain input {\n  %s\n }\n}\n' "$rule" | says nft "list ruleset"
    [ "$(told firewall)" = "eth0|" ] || fail "$rule"
    forget nft
done <<'END'
iifname "eth0" tcp dport 22 accept
iif "eth0" accept
iif eth0 accept
oif "eth0" masquerade
iifname { "lo", "eth0" } accept
elements = { "lo", "eth0" }
elements = { "eth0" . 22, "wlan0" . 80 }
meta iifname vmap { "lo" : accept, "eth0" : jump lan }
iifname "eth*" accept
iifname != "eth0" drop
iifname != eth0 drop
ip saddr 10.8.0.0/24 oifname "eth0" masquerade
type filter hook ingress device "eth0" priority 0; policy accept;
type filter hook ingress device eth0 priority 0; policy accept;
devices = { eth0, wlan0 }
devices = { "wlan0", "eth0" }
log prefix "in: " iifname "eth0" drop comment "x"
END)sh");
    row("and rules that do not", R"sh(
while read -r rule; do
    printf 'table inet own {\n chain eth0 {\n  %s\n }\n}\ntable inet twinlan {\n iifname "eth0" accept\n}\n' "$rule" | says nft "list ruleset"
    [ "$(told firewall)" = "" ] || fail "$rule"
    forget nft
done <<'END'
iifname "eth00" accept
iifname "eth0.10" accept
iifname "wl*" accept
iifname "eth\*" accept
log prefix "eth0 " drop
tcp dport 22 accept comment "eth0"
jump eth0
iifname != "tailscale0" ip saddr 100.64.0.0/10 drop
elements = { "lo", "br_lan" }
END)sh");
    row("rules of the older iptables beside nft", R"sh(
while read -r program rule; do
    printf 'table inet twinlan {\n iifname "eth0" accept\n}\n' | says nft "list ruleset"
    printf '*filter\n%s\nCOMMIT\n' "$rule" | says $program ''
    [ "$(told firewall)" = "eth0|" ] || fail "$program $rule"
    forget nft; forget $program
done <<'END'
iptables-legacy-save -A INPUT -i eth0 -j ACCEPT
ip6tables-legacy-save -A INPUT -i eth0 -j ACCEPT
iptables-legacy-save -A INPUT ! -i eth0 -j DROP
iptables-legacy-save -A INPUT -i eth+ -j ACCEPT
iptables-legacy-save -A FORWARD -o eth0 -j ACCEPT
iptables-legacy-save -A POSTROUTING -s 10.8.0.0/24 -o eth0 -m comment --comment wireguard-nat-rule -j MASQUERADE
END
while read -r rule; do
    printf '*filter\n%s\nCOMMIT\n' "$rule" | says iptables-legacy-save ''
    [ "$(told firewall)" = "" ] || fail "$rule"
    forget iptables-legacy-save
done <<'END'
-A INPUT -i eth00 -j ACCEPT
-A INPUT -i eth0.10 -j ACCEPT
-A INPUT -i wlan+ -j ACCEPT
-A INPUT -m comment --comment "to -i eth0" -j ACCEPT
-A INPUT -j LOG --log-prefix "-i eth0 "
END)sh");
    row("without nft, by iptables alone", R"sh(
rm "$work/bin/nft"; PATH="$work/bin:$(dirname "$(command -v awk)"):/bin"; [ -e /usr/sbin/nft ] && mount -t tmpfs none /usr/sbin
printf '*filter\n-A INPUT -i eth0 -j ACCEPT\n' | says ip6tables-save ''
is firewall "eth0|")sh");
    row("rules that wait in files", R"sh(
printf '<zone>\n  <interface name="eth0"/>\n</zone>\n' | file /etc/firewalld/zones/home.xml
printf -- '-A ufw-user-input -i eth0 -j ACCEPT\n' | file /etc/ufw/user.rules
printf '[Interface]\nPostUp = iptables -t nat -A POSTROUTING -o eth0 -j MASQUERADE\n' | file /etc/wireguard/wg0.conf
printf '#!/bin/sh\niptables -t nat -A POSTROUTING -o eth0 -j MASQUERADE\n' | file /etc/rc.local
is firewall "/etc/firewalld/zones/home.xml|/etc/rc.local|/etc/ufw/user.rules|/etc/wireguard/wg0.conf|"; is bound "")sh");
}

void TestOwnerSh::scripts()
{
    QFETCH(QByteArray, body);
    const QByteArray wrong = test::runInSandbox(body);
    QVERIFY2(wrong.isEmpty(), wrong);
}

// A root file system as raspi-config's overlay makes it, where what is written goes into memory; and one folder alone that does so.
void TestOwnerSh::aPiThatForgets()
{
    const QByteArray wrong = test::runInSandbox(R"sh(
forgets() { script survey 2>/dev/null | sed -n 's,^forgets=,,p'; }
case $(forgets) in '/etc '* | '/var/lib tmpfs') ;; *) fail "a /var/lib in memory: $(forgets)" ;; esac
umount /etc; umount /usr/local/lib; umount /var/lib
[ -z "$(forgets)" ] || fail "nothing: $(forgets)"
mkdir -p "$work/root" && mount -t tmpfs none /mnt && mkdir /mnt/up /mnt/work &&
    mount -t overlay -o lowerdir=/,upperdir=/mnt/up,workdir=/mnt/work overlayroot "$work/root" || { echo "no overlay here"; exit 7; }
with_devices() { mount -t proc none "$work/root/proc" && mount --bind /dev "$work/root/dev"; }
with_devices
inside() { chroot "$work/root" sh -s <"$scripts/survey.sh" 2>/dev/null | sed -n 's,^forgets=,,p'; }
[ "$(inside)" = '/ overlay' ] || fail "an overlay: $(inside)"
umount "$work/root/dev" && umount "$work/root/proc" && umount "$work/root" && mount --bind / "$work/root" && mount -o remount,bind,ro "$work/root" && with_devices
[ "$(inside)" = '/ read-only' ] || fail "read-only: $(inside)")sh");
    QVERIFY2(wrong.isEmpty(), wrong);
}

QTEST_GUILESS_MAIN(TestOwnerSh)
#include "tst_owner_sh.moc"
