// SPDX-License-Identifier: GPL-3.0-or-later
// What the scripts make of ifupdown's stanzas: which of them serve the card and what of them goes along, how the address moves to the bridge
// and back, and that ifupdown itself makes of our file what the switch has made.
#include "remote/plan/networks/ifupdown.h"
#include "remote/setup/facts.h"
#include "scriptsandbox.h"

#include <QtTest>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;

namespace {

// A Debian server, of which ifupdown has brought up eth0; the rest of the survey does not matter.
constexpr char pi[] = R"sh(
systemctl_says() { printf '#!/bin/sh\ncase $* in *is-active*%s) ;; *) exit 1 ;; esac\n' "$1" >"$work/bin/systemctl"; }
systemctl_says nothing
printf '#!/bin/sh\necho "default via 192.168.1.1 dev eth0"\n' >"$work/bin/ip"
# By a service manager without control groups, so that the sandbox can speak for it.
survey() { sed 's,^services=.*,services=/nowhere,; s/^survey_owner() (/&exit/' "$scripts/survey.sh" >"$work/survey.sh"; LC_ALL=C.UTF-8 sh "$work/survey.sh" "$@"; }
told() { grep -E '^(owner|stanza)' "$work/said" | tr '\n' '|'; }
tells() { must "survey" survey; [ "$(told)" = "$1" ] || fail "$(told)"; }
interfaces=/etc/network/interfaces
mount -t tmpfs none /sys/class/net && mkdir -p /sys/class/net/eth0/device
mkdir -p /run/network /etc/dhcp /etc/systemd/system/multi-user.target.wants
rm -f /etc/network/interfaces.d/* /etc/dhcp/*.conf /etc/dhcpcd.conf /etc/systemd/system/multi-user.target.wants/dhcpcd.service
printf 'lo=lo\neth0=eth0\n' >/run/network/ifstate
installer() { printf 'source /etc/network/interfaces.d/*\n\nauto lo\niface lo inet loopback\n\n# The primary network interface\nallow-hotplug eth0\niface eth0 inet dhcp\n'; }
installer >$interfaces
)sh";

} // namespace

class TestIfupdownSh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survey_data();
    void survey();
    void facts_data();
    void facts();
    void moves_data();
    void moves();
};

void TestIfupdownSh::survey_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const char *body) { QTest::newRow(name) << QByteArray(pi) + body; };
    row("as Debian's installer writes it", "tells 'owner=ifupdown|stanza=iface inet dhcp|'");
    row("as DietPi writes it", R"sh(
printf 'source interfaces.d/*\n\n# Ethernet\nallow-hotplug eth0\niface eth0 inet dhcp\naddress 192.168.0.100\nnetmask 255.255.255.0\n#dns-nameservers 9.9.9.9\n' >$interfaces
printf '\n# WiFi\n#allow-hotplug wlan0\niface wlan0 inet dhcp\naddress 192.168.0.101\nwpa-conf /etc/wpa_supplicant/wpa_supplicant.conf\n' >>$interfaces
tells 'owner=ifupdown|stanza=iface inet dhcp|stanza=address 192.168.0.100|stanza=netmask 255.255.255.0|')sh");
    row("both families, spaces, a line that goes on, a comment within", R"sh(
printf 'auto eth0\n\tiface   eth0 inet static\n  address\t192.168.1.10/24\n  # router\n\n  gateway \\\n  192.168.1.1\niface eth0 inet6 auto\n    privext 2\nauto eth1\niface eth1 inet dhcp\n  metric 5\n' >$interfaces
tells 'owner=ifupdown|stanza=iface inet static|stanza=address 192.168.1.10/24|stanza=gateway 192.168.1.1|stanza=iface inet6 auto|stanza=privext 2|')sh");
    row("in files that are read from elsewhere", R"sh(
mkdir -p /etc/network/more /etc/network/folder
printf 'source more/*.cfg\nsource-directory folder\nsource /etc/network/nowhere\n' >$interfaces
printf 'iface eth0 inet dhcp\nsource last\n' >/etc/network/more/a.cfg
printf 'iface eth0 inet6 manual\n' >/etc/network/more/b.txt
printf 'iface eth0 inet6 auto\n' >/etc/network/folder/eth0
printf 'iface eth0 inet6 dhcp\n' >/etc/network/folder/eth0.bak
printf 'iface eth0 inet6 static\nsource a.cfg\n' >/etc/network/more/last
tells 'owner=ifupdown|stanza=iface inet dhcp|stanza=iface inet6 auto|stanza=iface inet6 static|')sh");
    row("what means the card, and could not go along", R"sh(
is_other() { installer >$interfaces; printf '%b\n' "$1" >>$interfaces; tells "owner=ifupdown|stanza=iface inet dhcp|stanza_other=$2|"; }
is_other 'iface eth0:1 inet static\n  address 10.0.0.1/24' 'iface eth0:1 inet static'
is_other 'iface eth0 inet6 auto inherits eth1' 'iface eth0 inet6 auto inherits eth1'
is_other 'mapping eth*\n  script /x' 'mapping eth*'
is_other 'auto eth0=work' 'auto eth0=work'
is_other 'auto /eth*=work' 'auto /eth*=work'
is_other 'rename lan=eth0' 'rename lan=eth0'
is_other 'iface br0 inet dhcp\n  bridge_ports eth0 eth1' 'iface br0: bridge_ports eth0 eth1'
is_other 'iface br0 inet dhcp\n  pre-up ip link set eth0 master br0' 'iface br0: pre-up ip link set eth0 master br0'
is_other 'iface br_lan inet dhcp' 'iface br_lan inet dhcp'
installer >$interfaces
printf '# interface "eth0" {}\nsend host-name "x";\ninterface "eth0" {\n send dhcp-client-identifier 01:02;\n}\n' >/etc/dhcp/dhclient.conf
tells 'owner=ifupdown|stanza=iface inet dhcp|stanza_other=/etc/dhcp/dhclient.conf: interface "eth0" {|')sh");
    row("what goes on beside it", R"sh(
printf 'auto eth0.10\niface eth0.10 inet static\n  address 10.0.0.1/24\n  vlan-raw-device eth0\nmapping wlan0\n  script /x\niface br0 inet static\n  bridge_ports eth1\niface eth10 inet dhcp\nauto eth1=x\n' >>$interfaces
tells 'owner=ifupdown|stanza=iface inet dhcp|')sh");
    row("a command is told as it stands, and with it the end of a line from Windows", R"sh(
printf '  up ip route add 10.0.0.0/8 via 192.168.1.2 # x\n  metric 5\r\n' >>$interfaces
tells 'owner=ifupdown|stanza=iface inet dhcp|stanza=up ip route add 10.0.0.0/8 via 192.168.1.2 # x|stanza=metric 5^M|')sh");
    row("somebody else has the card", R"sh(
for service in NetworkManager dhcpcd; do
    systemctl_says $service
    must "survey" survey
    ! grep -q '^stanza\|ifupdown' "$work/said" || fail "$service: $(told)"
done
systemctl_says nothing
: >/etc/systemd/system/multi-user.target.wants/dhcpcd.service; tells 'owner=by-hand|'; rm /etc/systemd/system/multi-user.target.wants/dhcpcd.service
echo eth0=work >/run/network/ifstate; tells 'owner=by-hand|'
rm /run/network/ifstate; tells 'owner=by-hand|'
echo eth0=eth0 >/run/network/ifstate; rm -r /sys/class/net/eth0/device; tells 'owner=by-hand|')sh");
    row("set up: the same lines, and none of ours", R"sh(
mkdir -p /sys/class/net/br_lan/brif/eth0 /sys/class/net/br_lan/brif/gretap1
printf '#!/bin/sh\necho "default via 192.168.1.1 dev br_lan"\n' >"$work/bin/ip"
printf 'mapping eth0\n  script /bin/grep\niface br_lan inet dhcp\n' >/etc/network/interfaces.d/twinlan-bridge
cp /etc/network/interfaces.d/twinlan-bridge /etc/network/interfaces.d/.twinlan-bridge.twinlan-old
printf 'eth0=twinlan-eth0\nbr_lan=br_lan\n' >/run/network/ifstate
tells 'owner=ifupdown|stanza=iface inet dhcp|')sh");
}

void TestIfupdownSh::survey()
{
    QFETCH(QByteArray, body);
    const QByteArray wrong = test::runInSandbox(body);
    QVERIFY2(wrong.isEmpty(), wrong);
}

void TestIfupdownSh::facts_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("refused"); // for what; empty: served
    const auto row = [](const char *name, const QByteArray &lines, const QString &refused) { QTest::newRow(name) << lines << refused; };
    const QByteArray dhcp = "stanza=iface inet dhcp\n";
    row("by DHCP", dhcp, {});
    row("with options", dhcp + "stanza=metric 5\nstanza=hostname pi.example\nstanza=mtu 9000\nstanza=link-speed 100\nstanza=iface inet6 auto\nstanza=privext 2\n", {});
    row("a fixed address", "stanza=iface inet static\nstanza=address 192.168.1.10/24\nstanza=gateway 192.168.1.1\nstanza=dns-nameservers 192.168.1.1 2001:db8::1\n", {});
    row("a command", dhcp + "stanza=up ip route add 10.0.0.0/8 via 192.168.1.2\n", u"iface eth0: up ip route add 10.0.0.0/8 via 192.168.1.2"_s);
    row("another MAC", dhcp + "stanza=hwaddress ether 02:00:00:00:00:01\n", u"iface eth0: hwaddress ether 02:00:00:00:00:01"_s);
    row("a line as of Windows", dhcp + "stanza=metric 5^M\n", u"iface eth0: metric 5^M"_s);
    row("no address by ifupdown", "stanza=iface inet manual\n", u"iface eth0 inet manual"_s);
    row("another method", "stanza=iface inet bootp\n", u"iface eth0 inet bootp"_s);
    row("a mapping of the owner's", dhcp + "stanza_other=mapping eth*\n", u"mapping eth*"_s);
    row("IPv6 alone", "stanza=iface inet6 auto\n", u"ifupdown"_s);
    row("a stanza that is not found", {}, u"ifupdown"_s);
}

void TestIfupdownSh::facts()
{
    QFETCH(QByteArray, lines);
    QFETCH(QString, refused);
    // What the reader of by-hand networks says of the same file is no hindrance.
    const auto facts = PiFacts::parse("owner=ifupdown\nnetfile=/etc/network/interfaces\nby_hand=eth0 inet/dhcp -\ndefault_dev=eth0\n"
                                      "iface=eth0 b8:27:eb:00:00:01 ether - 1000 1 192.168.1.10/24\n"
        + lines + "end=ok\n");
    QVERIFY(facts);
    const auto found = facts->networkObstacle();
    QCOMPARE(found ? found->value : QString(), refused);
    if (found)
        return;
    PiPlan plan;
    setNetwork(plan, facts->network(), *facts);
    QCOMPARE(int(plan.addressing), int(Addressing::Ifupdown));
    QVERIFY(plan.addsSource);
    QVERIFY(!plan.stanzas.contains(u"mtu 9000"_s)); // of the card alone
}

namespace {

// A card with a router behind it, and the address that ifupdown and its client gave it. What systemd is asked to start is ours to start.
constexpr char network[] = R"sh(
rm "$work/bin/ip" "$work/bin/ifquery"
mount -t sysfs none /sys || fail "no network of its own"
ip link set lo up
ip link add eth0 address b8:27:eb:00:00:01 type veth peer name router
ip link set router up; ip link set eth0 up
ip addr add 192.168.1.10/24 broadcast + dev eth0
ip route add default via 192.168.1.1 dev eth0 onlink
ip route add 10.0.0.0/8 via 192.168.1.2 dev eth0
mkdir -p /var/lib/dhcp /var/lib/dhcpcd /run/network
printf 'default-duid "\\000\\001";\nlease {\n  interface "eth0";\n  fixed-address 192.168.1.10;\n}\n' >/var/lib/dhcp/dhclient.eth0.leases
echo lease >/var/lib/dhcpcd/eth0.lease
leases_before=$(cat /var/lib/dhcp/dhclient.eth0.leases)
printf '#!/bin/sh\necho "pkill $*" >>"$work/asked"\n' >"$work/bin/pkill"; printf '#!/bin/sh\nexit 1\n' >"$work/bin/pgrep"
chmod +x "$work/bin/pkill" "$work/bin/pgrep"
has() { ip -4 -o addr show dev "$1" | grep -q "inet 192.168.1.10/24 brd 192.168.1.255"; }
# routes DEV
routes() { ip -4 route show dev "$1" | grep -v 'proto kernel' | sed 's/ *$//; s/ linkdown//' | sort | tr '\n' '|'; }
way='10.0.0.0/8 via 192.168.1.2|default via 192.168.1.1 onlink|'
bridge=br_lan port=eth0 mac=b8:27:eb:00:00:01 holder=eth0 by_hand=''
base=/var/lib/twinlan
. "$scripts/networks.sh"
set_back() { echo "set_back $*" >>"$work/asked"; }
moves() { ifupdown_moves || fail "$doing"; }
)sh";

} // namespace

void TestIfupdownSh::moves_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const char *body) { QTest::newRow(name) << QByteArray(network) + body; };
    row("to the bridge, with all that the card had", R"sh(
moves
has br_lan && ! has eth0 || fail "$(ip addr)"
[ "$(routes br_lan)" = "$way" ] || fail "$(routes br_lan)"
[ "$(cat /sys/class/net/br_lan/address)" = $mac ] || fail "its MAC"
ip -d link show br_lan | grep -q 'forward_delay 0 .*stp_state 0 .*mcast_snooping 0' || fail "$(ip -d link show br_lan)"
ip link show dev eth0 | grep -q 'master br_lan' || fail "no port"
grep -q '^systemd-run .*/sbin/ifup --force --ignore-errors eth0 br_lan$' "$work/asked" || fail "$(cat "$work/asked")"
grep -qx '  interface "br_lan";' /var/lib/dhcp/dhclient.br_lan.leases && grep -q default-duid /var/lib/dhcp/dhclient.br_lan.leases || fail "leases"
[ "$(cat /var/lib/dhcpcd/br_lan.lease)" = lease ] || fail "dhcpcd's lease"
# The client that would give the address back is gone before it moves.
grep -n 'pkill -KILL .*eth0\|ifup' "$work/asked" | head -n 1 | grep -q pkill || fail "$(cat "$work/asked")")sh");
    row("and back", R"sh(
moves
sed -i 's/192.168.1.10/192.168.1.11/' /var/lib/dhcp/dhclient.br_lan.leases # the router has given another one meanwhile
: >"$work/asked"
ifupdown_moves_back br_lan eth0
has eth0 || fail "$(ip addr)"
[ "$(routes eth0)" = "$way" ] || fail "$(routes eth0)"
[ ! -e /sys/class/net/br_lan ] || fail "the bridge is there"
grep -q '^systemd-run .*/sbin/ifup --force --ignore-errors eth0$' "$work/asked" || fail "$(cat "$work/asked")"
grep -qx 'set_back net/ipv6/conf/eth0/disable_ipv6 0' "$work/asked" || fail "$(cat "$work/asked")"
[ "$(cat /var/lib/dhcp/dhclient.eth0.leases)" = "$(printf %s "$leases_before" | sed 's/192.168.1.10/192.168.1.11/')" ] || fail "$(cat /var/lib/dhcp/dhclient.eth0.leases)"
[ "$(ls /var/lib/dhcp /var/lib/dhcpcd | grep -c br_lan)" = 0 ] || fail "$(ls /var/lib/dhcp)"
must "again, when all is done" ifupdown_moves_back br_lan eth0)sh");
    row("back, while our file is still there: the card has its address, and ifupdown is not asked", R"sh(
moves
: >$ifupdown_mark
: >"$work/asked"
ifupdown_moves_back br_lan eth0
has eth0 || fail "$(ip addr)"
! grep -q 'sbin/ifup' "$work/asked" || fail "$(cat "$work/asked")")sh");
    row("back, where nothing has moved yet: its client goes on", R"sh(
printf '#!/bin/sh\n' >"$work/bin/pgrep"
ifupdown_moves_back br_lan eth0
! grep -q 'sbin/ifup\|pkill .*eth0' "$work/asked" || fail "$(cat "$work/asked")"
has eth0 || fail "$(ip addr)")sh");
    row("who asks for an address is found by its card", R"sh(
asks() { printf '%s\n' "$1" | grep -qE "$ifupdown_programs$2( |\$)"; }
for line in 'dhclient -4 -v -i -pf /run/dhclient.eth0.pid -lf /var/lib/dhcp/dhclient.eth0.leases -I eth0' '/sbin/dhclient -6 -v eth0' \
    'udhcpc -n -p /run/udhcpc.eth0.pid -i eth0' 'dhcpcd: eth0 [ip4]' 'dhcpcd eth0' '/sbin/ifup --force --ignore-errors eth0 br_lan'; do
    asks "$line" eth0 || fail "$line"
done
for line in 'dhclient -4 eth01' 'dhclient -4 eth1' '/bin/sh -ec ifup --allow=hotplug eth0' 'sh switch-over.sh br_lan eth0 x' 'dhcpcd: wlan0 [ip4]' 'vi ifup eth0'; do
    ! asks "$line" eth0 || fail "$line"
done)sh");
    // As a boot does it, with the file that is laid down; the owner's one has another address for the card, to be seen if it were taken.
    BridgePlan plan;
    plan.pis.a.mac = u"b8:27:eb:00:00:01"_s;
    for (const bool fixed : { true, false }) {
        plan.pis.a.stanzas = fixed ? QStringList { u"iface inet static"_s, u"address 192.168.1.10/24"_s, u"gateway 192.168.1.1"_s }
                                   : QStringList { u"iface inet dhcp"_s, u"metric 7"_s, u"iface inet6 auto"_s };
        const QByteArray file = renderBridgeStanzas(plan, Site::A);
        QTest::newRow(fixed ? "the next boot, with a fixed address" : "the next boot, by DHCP") << QByteArray(network) + "base64 -d >/etc/network/interfaces.d/twinlan-bridge <<END\n" + file.toBase64()
                + "\nEND\nfixed=" + (fixed ? "yes" : "no") + R"sh(
printf 'source /etc/network/interfaces.d/twinlan-bridge\nauto eth0\niface eth0 inet static\n  address 192.168.9.9/24\nauto eth1\niface eth1 inet static\n  address 10.1.1.1/24\n' >/etc/network/interfaces
mount -t tmpfs none /usr/local/sbin # where ifup looks first
cat >/usr/local/sbin/dhclient <<'END'
#!/bin/sh
echo "dhclient $* " >>/run/asked
ip link set br_lan up; ip addr replace 192.168.1.10/24 broadcast + dev br_lan; ip route replace default via 192.168.1.1 dev br_lan
END
chmod +x /usr/local/sbin/dhclient
ip addr flush dev eth0; ip link set eth0 down
ip link add eth1 type veth peer name far
for folder in pre-up up down post-down; do mkdir -p /etc/network/if-$folder.d && mount -t tmpfs none /etc/network/if-$folder.d; done
ip link set eth0 name late
udev_sees() { if ifquery --list --allow=hotplug "$1" | grep -qx "$1"; then ifup --allow=hotplug "$1"; fi; }
ifup -a >"$work/said" 2>&1
must "the card, when it is not there" eval '! udev_sees eth0'
ip link set late name eth0
must "the card" udev_sees eth0
must "the bridge that it makes" udev_sees br_lan
served() {
    has br_lan && [ -z "$(ip -4 -o addr show dev eth0)" ] || fail "$1: $(ip addr) $(cat "$work/said")"
    ip -4 route show default | grep -q '^default via 192.168.1.1 dev br_lan' || fail "$1: $(ip route)"
    [ "$(cat /sys/class/net/br_lan/address)" = $mac ] && ip link show dev eth0 | grep -q 'master br_lan .*state UP' || fail "$1: $(ip link)"
    [ "$(cat /proc/sys/net/ipv6/conf/eth0/disable_ipv6)" = 1 ] || fail "the port takes addresses"
    grep -qx eth0=twinlan-eth0 /run/network/ifstate && grep -qx br_lan=br_lan /run/network/ifstate || fail "$(cat /run/network/ifstate)"
}
served boot
ip -4 -o addr show dev eth1 | grep -q 10.1.1.1 || fail "another card's stanza"
if [ $fixed = no ]; then grep -q "^dhclient -4 .* br_lan -e IF_METRIC=7 " /run/asked || fail "$(cat /run/asked)"; fi
must "as the switch does it, where all is there" ifup --force --ignore-errors eth0 br_lan
served again
must "with all others" ifup -a
served all
rm /etc/network/interfaces.d/twinlan-bridge; ip link del br_lan
ifdown --force br_lan >/dev/null 2>&1
must "and back" ifup --force --ignore-errors eth0
ip -4 -o addr show dev eth0 | grep -q 192.168.9.9 || fail "$(ip addr)"
[ "$(grep -v '^eth1\|^lo' /run/network/ifstate)" = eth0=eth0 ] || fail "$(cat /run/network/ifstate)")sh";
    }
}

void TestIfupdownSh::moves()
{
    QFETCH(QByteArray, body);
    const QByteArray wrong = test::runInSandbox(body);
    QVERIFY2(wrong.isEmpty(), wrong);
}

QTEST_GUILESS_MAIN(TestIfupdownSh)
#include "tst_ifupdown_sh.moc"
