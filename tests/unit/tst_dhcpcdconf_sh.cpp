// SPDX-License-Identifier: GPL-3.0-or-later
// What dhcpcd.conf says for the LAN card alone, from the file on a Pi to the bridge's block in it.
#include "remote/plan/networks/dhcpcd.h"
#include "remote/setup/facts.h"
#include "scriptsandbox.h"

#include <QtTest>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;

class TestDhcpcdConfSh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void block_data();
    void block();
};

// dhcpcd.conf, as dhcpcd reads it (get_line and read_config of its if-options.c, the same from 7.1 to 10): what it says for eth0 alone stands in
// the bridge's block afterwards, word for word, or is refused by its line.
void TestDhcpcdConfSh::block_data()
{
    QTest::addColumn<QByteArray>("conf");
    QTest::addColumn<QByteArray>("block"); // what the bridge's block says
    QTest::addColumn<QString>("obstacle");
    const auto row = [](const char *name, const char *conf, const char *block, const char *obstacle = "") {
        QTest::newRow(name) << QByteArray(conf) << QByteArray(block) << QString::fromLatin1(obstacle);
    };
    row("nothing", "hostname\nclientid\n", "");
    row("a fixed address", "interface eth0\nstatic ip_address=192.168.1.81/24\nstatic routers=192.168.1.1\n",
        "static ip_address=192.168.1.81/24\nstatic routers=192.168.1.1\n");
    row("a comment behind a value", "interface eth0\nstatic ip_address=192.168.1.81/24   # NAS\n", "static ip_address=192.168.1.81/24\n");
    row("a comment in quotes is none", "interface eth0\nvendorclassid \"a#b\"\n", "", "/etc/dhcpcd.conf: vendorclassid \"a#b\"");
    row("commas, an empty value", "interface eth0\nstatic domain_name_servers=192.168.1.1,9.9.9.9\nstatic routers=\n",
        "static domain_name_servers=192.168.1.1,9.9.9.9\nstatic routers=\n");
    row("tabs and spaces", "\tinterface\teth0 \n  static\tip_address=192.168.1.81/24\t \n", "static ip_address=192.168.1.81/24\n");
    row("a profile to fall back on", "profile static_eth0\nstatic ip_address=192.168.1.23/24\n\ninterface eth0\nfallback static_eth0\n", "fallback static_eth0\n");
    row("other options, in their order",
        "interface eth0\ninform 192.168.1.9/24\nclientid \"my pi\"\nmetric 200\nnoipv6rs\nnoipv6\nrequest 192.168.1.9\nnoarp\nnohook resolv.conf\noption ntp_servers\ntimeout 5\n",
        "inform 192.168.1.9/24\nclientid \"my pi\"\nmetric 200\nnoipv6rs\nnoipv6\nrequest 192.168.1.9\nnoarp\nnohook resolv.conf\noption ntp_servers\ntimeout 5\n");
    row("several blocks, and another card's between them", "interface eth0\nmetric 200\ninterface wlan0\nmetric 300\nnoipv6\ninterface eth0\nnoarp\n", "metric 200\nnoarp\n");
    row("before any block: for all of them", "metric 200\nnoipv6\nstatic domain_name_servers=9.9.9.9\n", "");
    row("an address for each Wi-Fi", "ssid home\nstatic ip_address=192.168.1.5/24\n", "");
    row("two names in one line are no card's", "interface eth0 wlan0\nmetric 200\n", "");
    row("the last line has no end", "interface eth0\nmetric 200", "metric 200\n");
    row("comments", "interface eth0\n# metric 200\n; metric 300\n\n   \nmetric 400\n", "metric 400\n");
    row("lines as of Windows", "interface eth0\r\nstatic ip_address=192.168.1.81/24\r\n", "", "/etc/dhcpcd.conf: static ip_address=192.168.1.81/24^M");
    row("a program", "interface eth0\nscript /home/pi/x\n", "", "/etc/dhcpcd.conf: script /home/pi/x");
    row("a prefix for another card", "interface eth0\nmetric 200\nia_pd 1 wlan0/0\n", "", "/etc/dhcpcd.conf: ia_pd 1 wlan0/0");
    row("a word of the shell's", "interface eth0\nhostname $(reboot)\n", "", "/etc/dhcpcd.conf: hostname $(reboot)");
    row("a name in another script", "interface eth0\nhostname \xe5\xae\xb6\n", "", nullptr);
}

void TestDhcpcdConfSh::block()
{
    QFETCH(QByteArray, conf);
    QFETCH(QByteArray, block);
    QFETCH(QString, obstacle);
    QTemporaryDir folder;
    const QByteArray wrong = test::runInSandbox(QByteArray("base64 -d >/etc/dhcpcd.conf <<END\n") + conf.toBase64() + "\nEND\nLC_ALL=C.UTF-8 script survey >"
        + folder.path().toLatin1() + "/said || fail survey\n");
    QVERIFY2(wrong.isEmpty(), wrong);
    QFile said(folder.filePath(u"said"_s));
    QVERIFY(said.open(QIODevice::ReadOnly));
    auto facts = PiFacts::parse(said.readAll());
    QVERIFY(facts);
    facts->networkOwner = NetworkOwner::Dhcpcd;
    facts->interfaces = { { u"eth0"_s, u"b8:27:eb:00:00:01"_s, InterfaceKind::Ether, {}, 1000, true, u"192.168.1.23/24"_s } };
    const auto found = facts->networkObstacle();
    if (obstacle.isNull()) { // whichever line it is
        QVERIFY(found && found->kind == NetworkObstacle::Kind::ProfileSetting);
        return;
    }
    QCOMPARE(found ? found->value : QString(), obstacle);
    if (found)
        return;
    BridgePlan plan;
    plan.pis.a.dhcpcdOptions = facts->dhcpcdOptions.value(u"eth0"_s);
    const QByteArray end = renderDhcpcdEnd(plan, Site::A);
    QCOMPARE(end.mid(end.indexOf("interface br_lan\n") + int(qstrlen("interface br_lan\n"))), block);
    const auto again = BridgePlan::fromJson(plan.toJson());
    QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
    QCOMPARE(again->pis.a.dhcpcdOptions, plan.pis.a.dhcpcdOptions);
}

QTEST_GUILESS_MAIN(TestDhcpcdConfSh)
#include "tst_dhcpcdconf_sh.moc"
