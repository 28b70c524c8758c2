// SPDX-License-Identifier: GPL-3.0-or-later
// What was set up by hand, as the scripts on the Pi see it, set it aside and bring it back. That its network goes along is the lab's business.
#include "remote/setup/takeover.h"
#include "scriptsandbox.h"

#include <QtTest>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;

namespace {

// The article's file, shortened, and a card of its owner's beside it.
constexpr char recipe[] = R"sh(
interfaces=/etc/network/interfaces
cat >$interfaces <<'END'
auto lo
iface lo inet loopback

auto eth0 eth1
iface eth0 inet static
     address 0.0.0.0
     pre-up ip link set dev eth0 promisc on

auto gretap1
iface gretap1 inet static
     address 0.0.0.0
     pre-up ip link add gretap1 type gretap remote 100.64.0.2 ignore-df nopmtudisc
     # Block DHCP
     post-up ebtables -I FORWARD -o gretap1 -p IPv4 --ip-proto udp --ip-dport 67 -j DROP

auto br0
iface br0 inet dhcp
     pre-up ip link add name br0 type bridge
     bridge_stp off
     pre-up ip link set dev eth0 master br0

allow-hotplug wlan0
iface wlan0 inet manual
END
names="eth0
gretap1
br0
"
aside() { script stage-files $interfaces 644 aside "$(sum "$names")" "$(b64 "$names")" \
    $interfaces 644 end "$(sum "source x
")" "$(b64 "source x
")"; }
before=$(cat $interfaces)
)sh";

} // namespace

class TestTakeOverSh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scripts_data();
    void scripts();
    void facts_data();
    void facts();
    void theRouterKnowsItByTheSameNames();
};

void TestTakeOverSh::scripts_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const char *body) { QTest::newRow(name) << QByteArray(recipe) + body; };
    row("the survey tells what is made by hand", R"sh(
printf 'denyinterfaces\teth0  br_lan\n# >>> twinlan top\ndenyinterfaces gretap1\n# <<< twinlan top\n' >/etc/dhcpcd.conf
rm -f /etc/network/interfaces.d/*
must "survey" script survey /etc/dhcpcd.conf#top
for line in "netfile=$interfaces" "by_hand=eth0 inet/manual eth0" "by_hand=gretap1 inet/manual -" "by_hand=br0 inet/dhcp eth0" "dhcpcd_limit=denyinterfaces eth0 br_lan"; do
    grep -qx "$line" "$work/said" || fail "$line: $(cat "$work/said")"
done
[ "$(grep -c '^by_hand=\|^dhcpcd_limit=\|^interfaces_d=' "$work/said")" = 4 ] || fail "$(cat "$work/said")")sh");
    row("and whether interfaces.d is read", R"sh(
echo 'source interfaces.d/*' >>$interfaces
must "survey" script survey
grep -qx interfaces_d=yes "$work/said" || fail "$(cat "$work/said")"
sed -i 's/^source/#source/' $interfaces
printf '# >>> twinlan end\nsource /etc/network/interfaces.d/twinlan\n# <<< twinlan end\n' >>$interfaces
must "survey" script survey
! grep -q interfaces_d "$work/said" || fail "$(cat "$work/said")")sh");
    row("and as whom dhclient asks", R"sh(
mkdir -p /var/lib/dhcp
printf '#!/bin/sh\necho "default via 192.168.1.1 dev br0"\n' >"$work/bin/ip"
printf 'default-duid "\\000\\001\\"";\n' >/var/lib/dhcp/dhclient.br0.leases
must "survey" script survey
! grep -q duid "$work/said" || fail "it does not run: $(cat "$work/said")"
: >/run/dhclient.br0.pid
must "survey" script survey
grep -qx "dhclient_duid_b64=$(printf '\\000\\001\\"' | base64)" "$work/said" || fail "$(cat "$work/said")")sh");
    row("a fixed address is no 0.0.0.0", R"sh(
sed -i 's/^iface br0 inet dhcp/iface br0 inet static\n  address 192.168.1.10\/24/' $interfaces
must "survey" script survey
grep -qx "by_hand=br0 inet/static eth0" "$work/said" || fail "$(cat "$work/said")")sh");
    row("its lines become comments, and nothing else changes", R"sh(
must "stage" aside
read -r n mode path </var/lib/twinlan/staged/manifest
[ "$mode $path" = "- $interfaces" ] || fail "$(cat /var/lib/twinlan/staged/manifest)"
cat >"$work/wanted" <<'END'
auto lo
iface lo inet loopback

# set aside by TwinLAN: auto eth0 eth1
auto eth1
# set aside by TwinLAN: iface eth0 inet static
# set aside by TwinLAN:      address 0.0.0.0
# set aside by TwinLAN:      pre-up ip link set dev eth0 promisc on

# set aside by TwinLAN: auto gretap1
# set aside by TwinLAN: iface gretap1 inet static
# set aside by TwinLAN:      address 0.0.0.0
# set aside by TwinLAN:      pre-up ip link add gretap1 type gretap remote 100.64.0.2 ignore-df nopmtudisc
# set aside by TwinLAN:      # Block DHCP
# set aside by TwinLAN:      post-up ebtables -I FORWARD -o gretap1 -p IPv4 --ip-proto udp --ip-dport 67 -j DROP

# set aside by TwinLAN: auto br0
# set aside by TwinLAN: iface br0 inet dhcp
# set aside by TwinLAN:      pre-up ip link add name br0 type bridge
# set aside by TwinLAN:      bridge_stp off
# set aside by TwinLAN:      pre-up ip link set dev eth0 master br0

allow-hotplug wlan0
iface wlan0 inet manual
# >>> twinlan end (written by TwinLAN; Remove takes this block away)
source x
# <<< twinlan end
END
diff "$work/wanted" "/var/lib/twinlan/staged/$n.file" || fail "so it should be"
[ "$(cat $interfaces)" = "$before" ] || fail "the file itself is as it was")sh");
    row("a name less for dhcpcd to leave alone", R"sh(
printf 'denyinterfaces eth0 br0 wlan0\ndenyinterfaces br0\nhostname\n' >/etc/dhcpcd.conf
must "stage" script stage-files /etc/dhcpcd.conf 644 aside "$(sum "$names")" "$(b64 "$names")"
read -r n _ </var/lib/twinlan/staged/manifest
printf '# set aside by TwinLAN: denyinterfaces eth0 br0 wlan0\ndenyinterfaces wlan0\n# set aside by TwinLAN: denyinterfaces br0\nhostname\n' |
    diff - "/var/lib/twinlan/staged/$n.file" || fail "so it should be")sh");
    row("what ifupdown would not read is refused", R"sh(
printf '#!/bin/sh\nexit 1\n' >"$work/bin/ifquery"
fails_with CheckFailed aside)sh");
    row("brought back, the Pi restarts where a bridge was running", R"sh(
must "back up" script back-up $paths $interfaces service:dhcpcd port:eth0
grep -qx "port eth0 -" /var/lib/twinlan/original/manifest || fail "$(cat /var/lib/twinlan/original/manifest)"
for master in - br0; do
    sed -i "s/^port eth0 .*/port eth0 $master/" /var/lib/twinlan/*/manifest
    must "stage" aside; must "arm" arm; must "place" place
    [ "$(cat $interfaces)" != "$before" ] || fail "nothing was placed"
    : >"$work/asked"
    must "timer" rollback timer
    [ "$(cat $interfaces)" = "$before" ] || fail "$(cat $interfaces)"
    if [ $master = - ]; then ! grep -q reboot "$work/asked"; else grep -q '^systemd-run .*systemctl reboot' "$work/asked"; fi || fail "$master: $(cat "$work/asked")"
    if [ $master = - ]; then ! grep -q restarts "$work/said"; else grep -qx restarts=yes "$work/said"; fi || fail "$master: $(cat "$work/said")"
done)sh");
    row("so it does when everything is taken back", R"sh(
must "back up" script back-up $paths $interfaces service:dhcpcd port:eth0
sed -i "s/^port eth0 .*/port eth0 br0/" /var/lib/twinlan/*/manifest
must "stage" aside; must "arm" arm; must "place" place; must "confirm" script confirm
must "survey" script survey
grep -qx taken_over=br0 "$work/said" || fail "$(cat "$work/said")"
must "a second setup" script back-up $paths service:dhcpcd
must "remove" rollback remove
[ "$(cat $interfaces)" = "$before" ] || fail "$(cat $interfaces)"
grep -qx restarts=yes "$work/said" || fail "$(cat "$work/said")")sh");
    row("a second setup that goes back to the first one does not restart", R"sh(
must "back up" script back-up $paths $interfaces service:dhcpcd port:eth0
sed -i "s/^port eth0 .*/port eth0 br0/" /var/lib/twinlan/*/manifest
must "stage" stage; must "arm" arm; must "place" place; must "confirm" script confirm
set_up
: >"$work/asked"
must "timer" rollback timer
! grep -q reboot "$work/asked" || fail "$(cat "$work/asked")")sh");
}

void TestTakeOverSh::scripts()
{
    QFETCH(QByteArray, body);
    const QByteArray wrong = test::runInSandbox(body);
    QVERIFY2(wrong.isEmpty(), wrong);
}

void TestTakeOverSh::facts_data()
{
    QTest::addColumn<QByteArray>("facts");
    QTest::addColumn<QString>("found"); // names its owner knows
    QTest::addColumn<QString>("gives"); // HOLDER: FILES: INTERFACES; empty: it is left alone
    const QByteArray card = "default_dev=eth0\niface=eth0 b8:27:eb:00:00:01 ether - 1000 1 192.168.1.23/24\n";
    const QByteArray port = "iface=eth0 b8:27:eb:00:00:01 ether br0 1000 1 -\n";
    const QByteArray bridge = "default_dev=br0\n" + port + "iface=br0 b8:27:eb:00:00:01 bridge - 0 1 192.168.1.23/24\n";
    const QByteArray tunnel = "iface=gretap1 7e:00:00:00:00:01 other br0 0 1 -\n";
    const QByteArray lines = "netfile=/etc/network/interfaces\nby_hand=eth0 inet/manual eth0\nby_hand=gretap1 inet/manual -\nby_hand=br0 inet/dhcp eth0\n";
    const QByteArray none = "run_state=none\nowner=dhcpcd\n";
    const QByteArray stoodBack = "run_state=none\nowner=by-hand\n";
    const auto row = [](const char *name, const QByteArray &facts, const QString &found, const QString &gives) {
        QTest::newRow(name) << facts << found << gives;
    };
    const QString all = u"br0: /etc/network/interfaces: eth0 gretap1 br0"_s;
    row("nothing", none + card, {}, {});
    row("running, dhcpcd beside it", none + bridge + tunnel + lines, u"br0 /etc/network/interfaces"_s, all);
    row("running, dhcpcd stands back", stoodBack + "dhcpcd_at_boot=yes\n" + bridge + tunnel + lines, u"br0 /etc/network/interfaces"_s, all);
    row("running, and no dhcpcd at all", stoodBack + bridge + tunnel + lines, u"br0 /etc/network/interfaces"_s, {});
    row("its file only", none + card + lines, u"/etc/network/interfaces"_s, u"eth0: /etc/network/interfaces: eth0 gretap1 br0"_s);
    row("a bridge that no file explains", none + bridge, u"br0"_s, {});
    row("a machine's cable in the bridge", none + bridge + "iface=vnet0 fe:00:00:00:00:01 other br0 0 1 -\n" + lines, u"br0 /etc/network/interfaces"_s, {});
    row("a second card in the file", none + card + lines + "by_hand=eth1 inet/dhcp -\n", u"/etc/network/interfaces"_s, {});
    row("a bridge of two cards", none + card + "netfile=/etc/network/interfaces\nby_hand=br0 inet/dhcp eth0,eth1\n", u"/etc/network/interfaces"_s, {});
    row("a fixed address", none + card + "netfile=/etc/network/interfaces\nby_hand=br0 inet/static eth0\n", u"/etc/network/interfaces"_s, {});
    row("NetworkManager has the network", "run_state=none\nowner=networkmanager\n" + card + lines, u"/etc/network/interfaces"_s, {});
    row("set up by us: what came later is its owner's", "run_state=confirmed\nowner=dhcpcd\n" + card + lines, u"/etc/network/interfaces"_s, {});
    row("dhcpcd must not serve our bridge", none + card + "dhcpcd_limit=denyinterfaces wlan0 br_lan\n", u"/etc/dhcpcd.conf"_s, u"eth0: /etc/dhcpcd.conf: br_lan"_s);
    row("by a pattern", none + card + "dhcpcd_limit=denyinterfaces br*\n", u"/etc/dhcpcd.conf"_s, {});
    row("or serves others only", none + card + "dhcpcd_limit=allowinterfaces eth0\n", u"/etc/dhcpcd.conf"_s, {});
    row("others and bridges", none + card + "dhcpcd_limit=allowinterfaces eth0 br*\n", {}, {});
    row("the recipe's own line is no hindrance", none + card + "dhcpcd_limit=denyinterfaces eth0\n", {}, {});
}

void TestTakeOverSh::facts()
{
    QFETCH(QByteArray, facts);
    QFETCH(QString, found);
    QFETCH(QString, gives);
    const auto pi = PiFacts::parse(facts + "end=ok\n");
    QVERIFY(pi);
    QCOMPARE(madeByHand(*pi, u"br_lan"_s).join(u' '), found);
    const auto all = takeOver(*pi, u"br_lan"_s);
    QCOMPARE(all ? all->holder + u": "_s + all->files.join(u' ') + u": "_s + all->interfaces.join(u' ') : QString(), gives);
}

void TestTakeOverSh::theRouterKnowsItByTheSameNames()
{
    const QByteArray usual = "run_state=none\nowner=by-hand\ndhcpcd_at_boot=yes\nnetfile=/etc/network/interfaces\nby_hand=br_lan inet/dhcp eth0\n"
                             "default_dev=br_lan\niface=eth0 b8:27:eb:00:00:01 ether br_lan 1000 1 -\n";
    const QByteArray randomMac = "iface=br_lan 96:f6:87:d1:45:9a bridge - 0 1 192.168.1.7/24\n";
    // A lease file's line and the client id in the router's list, both of one Pi (dhclient 4.4.3, Debian 12).
    const QByteArray duid = "dhclient_duid_b64=" + QByteArray(R"(\000\001\000\0012\233C\034\226\366\207\321E\232)").toBase64() + '\n';
    const auto of = [](const QByteArray &text) { return takeOver(*PiFacts::parse(text + "end=ok\n"), u"br_lan"_s); };
    const auto byDhclient = of(usual + randomMac + duid);
    QVERIFY(byDhclient);
    QCOMPARE(byDhclient->mac, u"96:f6:87:d1:45:9a"_s);
    QCOMPARE(byDhclient->dhcpClientId, u"ff:87:d1:45:9a:00:01:00:01:32:9b:43:1c:96:f6:87:d1:45:9a"_s);
    QCOMPARE(of(usual + randomMac)->dhcpClientId, u"01:96:f6:87:d1:45:9a"_s);
    QCOMPARE(of(usual + "iface=br_lan b8:27:eb:00:00:01 bridge - 0 1 192.168.1.7/24\n")->dhcpClientId, QString());
}

QTEST_GUILESS_MAIN(TestTakeOverSh)
#include "tst_takeover_sh.moc"
