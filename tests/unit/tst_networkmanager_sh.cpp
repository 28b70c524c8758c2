// SPDX-License-Identifier: GPL-3.0-or-later
// What the scripts make of NetworkManager's profiles: which of them serves the card, what of it goes along, and that the bridge gets its own
// one back. netplan's generator writes the profiles of Raspberry Pi OS 13 here as there.
#include "remote/setup/facts.h"
#include "scriptsandbox.h"

#include <QDir>
#include <QtTest>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;

namespace {

// NetworkManager runs and serves eth0, by which the Pi reaches its router, by the profile "$1". The rest of the survey does not matter.
constexpr char card[] = R"sh(
serve() { # PROFILE
    printf '#!/bin/sh\ncase $* in *is-active*NetworkManager) ;; *) exit 1 ;; esac\n' >"$work/bin/systemctl"
    printf '#!/bin/sh\necho "default via 192.168.1.1 dev eth0"\n' >"$work/bin/ip"
    # nmcli -t puts a backslash before a colon.
    printf 'lo:/run/lo\neth0:%s\n' "$(printf %s "$1" | sed 's/:/\\&/g')" >"$work/active"
    printf '#!/bin/sh\ncase $* in *FILENAME*) cat "$work/active" ;; esac\n' >"$work/bin/nmcli"
}
# By a service manager without control groups, so that the sandbox can speak for it.
survey() { sed 's,^services=.*,services=/nowhere,; s/^survey_owner() (/&exit/' "$scripts/survey.sh" >"$work/survey.sh"; LC_ALL=C.UTF-8 sh "$work/survey.sh" "$@"; }
told() { grep -E '^(owner|nm_)' "$work/said" | tr '\n' '|'; }
profile=/run/NetworkManager/system-connections/netplan-eth0.nmconnection
mkdir -p "$(dirname $profile)" /etc/NetworkManager/system-connections
serve $profile
)sh";

} // namespace

class TestNetworkManagerSh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scripts_data();
    void scripts();
    void netplan_data();
    void netplan();

private:
    // What netplan's generator makes of the yaml files in ROOT/etc/netplan; false: it refuses them.
    static bool generate(const QString &root);
    // What the survey says of Pis whose card has one of PROFILES each; nothing if it did not reach its end.
    static std::vector<PiFacts> surveyed(const QStringList &profiles);
};

bool TestNetworkManagerSh::generate(const QString &root)
{
    QProcess generator;
    generator.start(u"netplan-generate"_s, { u"--root-dir"_s, root });
    return generator.waitForFinished() && generator.exitCode() == 0;
}

std::vector<PiFacts> TestNetworkManagerSh::surveyed(const QStringList &profiles)
{
    QTemporaryDir said;
    QByteArray body = card;
    for (qsizetype i = 0; i < profiles.size(); ++i)
        body += "cp '" + QFile::encodeName(profiles[i]) + "' $profile\nmust survey survey\ncp \"$work/said\" '" + QFile::encodeName(said.filePath(QString::number(i))) + "'\n";
    const QByteArray wrong = test::runInSandbox(body);
    if (!wrong.isEmpty())
        qWarning() << wrong;
    std::vector<PiFacts> facts;
    for (qsizetype i = 0; i < profiles.size(); ++i) {
        QFile file(said.filePath(QString::number(i)));
        if (file.open(QIODevice::ReadOnly))
            if (const auto parsed = PiFacts::parse(file.readAll()))
                facts.push_back(*parsed);
    }
    return facts;
}

void TestNetworkManagerSh::scripts_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const char *body) { QTest::newRow(name) << QByteArray(card) + body; };
    row("a profile as netplan writes it", R"sh(
cat >$profile <<'END'
[connection]
id=netplan-eth0
type=ethernet
interface-name=eth0

[ethernet]
wake-on-lan=0

[ipv4]
method=auto

[ipv6]
method=auto
ip6-privacy=0
END
must "survey" survey
[ "$(told)" = "owner=networkmanager|nm_setting=ethernet.wake-on-lan=0|nm_setting=ipv4.method=auto|nm_setting=ipv6.method=auto|nm_setting=ipv6.ip6-privacy=0|" ] || fail "$(told)")sh");
    row("a profile with a Japanese name, and a colon in it", R"sh(
serve "/run/NetworkManager/system-connections/有線接続 1: 居間.nmconnection"
printf '[connection]\nid=有線接続 1: 居間\n[ipv4]\nmethod=auto\n' >"/run/NetworkManager/system-connections/有線接続 1: 居間.nmconnection"
must "survey" survey
[ "$(told)" = "owner=networkmanager|nm_setting=ipv4.method=auto|" ] || fail "$(told)")sh");
    row("comments, spaces, the older name of a section, empty values", R"sh(
printf '# a comment\n[connection]\nid=x\nzone = home\n[802-3-ethernet]\n; another\nduplex=full\n[ipv4]\nmethod = auto\ndns=\n[proxy]\n[user]\norg.x=y\n' >$profile
must "survey" survey
[ "$(told)" = "owner=networkmanager|nm_setting=connection.zone=home|nm_setting=ethernet.duplex=full|nm_setting=ipv4.method=auto|" ] || fail "$(told)")sh");
    row("a password is never told, only that there is something", R"sh(
printf '[connection]\nid=x\n[802-1x]\neap=peap;\npassword=himitsu\n[ipv4]\nmethod=auto\n' >$profile
must "survey" survey
[ "$(told)" = "owner=networkmanager|nm_other=802-1x|nm_setting=ipv4.method=auto|" ] || fail "$(told)"
! grep -q himitsu "$work/said" || fail "$(cat "$work/said")")sh");
    row("a profile that was made up for somebody else's address", R"sh(
printf '[connection]\nid=eth0\n[ipv4]\nmethod=manual\n[.nmmeta]\nexternal=true\n' >$profile
must "survey" survey
[ "$(told)" = "owner=networkmanager|" ] || fail "$(told)")sh");
    row("set up: what goes along is read where it went", R"sh(
cd /etc/NetworkManager/system-connections
printf '[connection]\nid=twinlan-bridge\nautoconnect-priority=100\nzone=home\n[ethernet]\nmtu=1500\n[bridge]\nstp=false\n[ipv4]\nmethod=auto\n' >twinlan-bridge.nmconnection
printf '[connection]\nid=twinlan-port\nmaster=br_lan\nslave-type=bridge\n[ethernet]\nwake-on-lan=0\n' >twinlan-port.nmconnection
must "survey" survey
[ "$(told)" = "owner=networkmanager|nm_setting=connection.zone=home|nm_setting=ipv4.method=auto|nm_setting=ethernet.wake-on-lan=0|" ] || fail "$(told)")sh");
    row("systemd-networkd has the card, although NetworkManager runs", R"sh(
mkdir -p /run/systemd/netif/links "$work/net/eth0" && echo 2 >"$work/net/eth0/ifindex" && mount --bind "$work/net" /sys/class/net
echo ADMIN_STATE=configured >/run/systemd/netif/links/2
must "survey" survey
[ "$(told)" = "owner=networkd|" ] || fail "$(told)"
echo ADMIN_STATE=unmanaged >/run/systemd/netif/links/2
must "survey" survey
[ "$(told)" = "owner=networkmanager|" ] || fail "$(told)")sh");
    row("the bridge gets its profile back when NetworkManager only watches it", R"sh(
mkdir -p /etc/twinlan && echo BRIDGE=br_lan >/etc/twinlan/tunnel.conf
must "watched" env CONNECTION_EXTERNAL=1 sh "$scripts/twinlan-dispatcher.sh" br_lan up
grep -qx "nmcli --wait 0 connection up twinlan-bridge" "$work/said" || grep -q . "$work/bin/nmcli" || fail nothing
printf '#!/bin/sh\necho "nmcli $*" >>"$work/asked"\n' >"$work/bin/nmcli"
: >"$work/asked"
must "served by a profile" sh "$scripts/twinlan-dispatcher.sh" br_lan up
must "another one" env CONNECTION_EXTERNAL=1 sh "$scripts/twinlan-dispatcher.sh" docker0 up
must "it goes" env CONNECTION_EXTERNAL=1 sh "$scripts/twinlan-dispatcher.sh" br_lan down
[ ! -s "$work/asked" ] || fail "$(cat "$work/asked")"
must "watched" env CONNECTION_EXTERNAL=1 sh "$scripts/twinlan-dispatcher.sh" br_lan up
grep -qx "nmcli --wait 0 connection up twinlan-bridge" "$work/asked" || fail "$(cat "$work/asked")"
rm /etc/twinlan/tunnel.conf; : >"$work/asked"
must "after a removal" env CONNECTION_EXTERNAL=1 sh "$scripts/twinlan-dispatcher.sh" br_lan up
[ ! -s "$work/asked" ] || fail "$(cat "$work/asked")")sh");
}

void TestNetworkManagerSh::scripts()
{
    QFETCH(QByteArray, body);
    const QByteArray wrong = test::runInSandbox(body);
    QVERIFY2(wrong.isEmpty(), wrong);
}

// The yaml of a Pi whose LAN card is eth0, what netplan's generator makes of it for NetworkManager, and what the setup says to that.
void TestNetworkManagerSh::netplan_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("obstacle"); // empty: it is served
    QTest::addColumn<QString>("goesAlong"); // a setting that has to
    const auto row = [](const char *name, const char *ethernets, const char *obstacle, const char *goesAlong) {
        QTest::newRow(name) << QByteArray("network:\n  version: 2\n  renderer: NetworkManager\n") + ethernets << QString::fromUtf8(obstacle) << QString::fromUtf8(goesAlong);
    };
    row("as the Imager writes it", "  ethernets: {eth0: {dhcp4: true, dhcp6: true, optional: true}}\n", "", "ipv4.method=auto");
    row("with Wi-Fi beside it", "  ethernets: {eth0: {dhcp4: true}}\n  wifis: {wlan0: {dhcp4: true, access-points: {山田家: {password: himitsu-himitsu}}}}\n", "", "ipv4.method=auto");
    row("a fixed address", "  ethernets: {eth0: {addresses: [192.168.1.10/24], routes: [{to: default, via: 192.168.1.1}], nameservers: {addresses: [192.168.1.1, 9.9.9.9], search: [home.arpa]}}}\n",
        "", "ipv4.address1=192.168.1.10/24");
    row("two addresses, one of IPv6", "  ethernets: {eth0: {addresses: [192.168.1.10/24, '2001:db8::10/64'], routes: [{to: default, via: 192.168.1.1}]}}\n", "", "ipv6.address1=2001:db8::10/64");
    row("routes", "  ethernets: {eth0: {dhcp4: true, routes: [{to: 10.99.0.0/16, via: 192.168.1.254, metric: 50}]}}\n", "", "ipv4.route1=10.99.0.0/16,192.168.1.254,50");
    row("a metric and no names of the router's", "  ethernets: {eth0: {dhcp4: true, dhcp4-overrides: {route-metric: 50, use-dns: false}}}\n", "", "ipv4.route-metric=50");
    row("another MAC and MTU", "  ethernets: {eth0: {dhcp4: true, macaddress: '02:00:00:00:00:07', mtu: 1400}}\n", "", "ipv4.method=auto");
    row("a VLAN beside it", "  ethernets: {eth0: {dhcp4: true}}\n  vlans: {vlan10: {id: 10, link: eth0, addresses: [10.10.0.2/24]}}\n", "", "ipv4.method=auto");
    row("offloads of the card", "  ethernets: {eth0: {dhcp4: true, receive-checksum-offload: false}}\n", "", "ipv4.method=auto"); // which netplan leaves to udev
    row("a password for the socket in the wall", "  ethernets: {eth0: {dhcp4: true, auth: {key-management: 802.1x, method: ttls, identity: x, password: y}}}\n", "802-1x", "");
    row("a name that NetworkManager knows and our plan would not say", "  ethernets: {eth0: {dhcp4: true, nameservers: {search: [例え.jp]}}}\n", "ipv4.dns-search=例え.jp;", "");
}

void TestNetworkManagerSh::netplan()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QString, obstacle);
    QFETCH(QString, goesAlong);
    QTemporaryDir root;
    QVERIFY(QDir(root.path()).mkpath(u"etc/netplan"_s));
    QFile file(root.filePath(u"etc/netplan/50-cloud-init.yaml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(yaml);
    file.close();
    QVERIFY2(!QStandardPaths::findExecutable(u"netplan-generate"_s).isEmpty(), "netplan's generator is not in PATH; tests/run.sh fetches it");
    QVERIFY(generate(root.path()));
    const auto facts = surveyed({ root.filePath(u"run/NetworkManager/system-connections/netplan-eth0.nmconnection"_s) });
    QCOMPARE(facts.size(), 1U);
    const auto found = facts[0].networkObstacle();
    QCOMPARE(found ? found->value : QString(), obstacle);
    if (!goesAlong.isEmpty())
        QVERIFY2(facts[0].profileSettings.filter(goesAlong).size() == 1, qPrintable(facts[0].profileSettings.join(u' ')));
}

QTEST_GUILESS_MAIN(TestNetworkManagerSh)
#include "tst_networkmanager_sh.moc"
