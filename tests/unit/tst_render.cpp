// SPDX-License-Identifier: GPL-3.0-or-later
// What lands on a Pi, byte for byte against golden/. After a change that is meant:
//   TWINLAN_UPDATE_GOLDEN=1 tst_render   and read the diff.
#include "recipeplan.h"
#include "remote/plan/networks/dhcpcd.h"
#include "remote/plan/networks/ifupdown.h"
#include "remote/plan/networks/networkmanager.h"
#include "remote/plan/render.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace twinlan;

namespace {

BridgePlan variant(const QString &name)
{
    BridgePlan plan = recipePlan();
    if (name.contains(u"fou"_s))
        plan.carrier = Carrier::Fou;
    if (name.contains(u"ebtables"_s))
        plan.pis.a.filter = plan.pis.b.filter = FilterBackend::EbtablesIptables;
    if (name.contains(u"networkmanager"_s)) {
        for (PiPlan *pi : { &plan.pis.a, &plan.pis.b })
            pi->addressing = Addressing::NetworkManager;
        plan.pis.a.profileSettings = { u"ipv4.method=auto"_s, u"ipv6.method=auto"_s };
        plan.pis.b.profileSettings = { u"ipv4.address1=192.168.1.110/24,192.168.1.100"_s, u"ipv4.dns=192.168.1.100;9.9.9.9;"_s,
            u"ipv4.method=manual"_s, u"ipv6.addr-gen-mode=default"_s, u"ipv6.method=auto"_s,
            u"connection.zone=home"_s, u"ethernet.wake-on-lan=0"_s, u"ethtool.feature-rx=false"_s };
    }
    if (name.contains(u"ifupdown"_s)) {
        for (PiPlan *pi : { &plan.pis.a, &plan.pis.b })
            pi->addressing = Addressing::Ifupdown;
        plan.pis.a.stanzas = { u"iface inet dhcp"_s, u"iface inet6 auto"_s, u"privext 2"_s };
        plan.pis.b.stanzas = { u"iface inet static"_s, u"address 192.168.1.110/24"_s, u"gateway 192.168.1.100"_s,
            u"dns-nameservers 192.168.1.100 9.9.9.9"_s, u"ethernet-wol g"_s };
        plan.pis.b.addsSource = true;
    }
    return plan;
}

// All that the plan decides, as one text. The scripts from resources/ have tests of their own.
QByteArray listing(const BridgePlan &plan, Site site)
{
    QByteArray text;
    for (const PiFile &file : renderFiles(plan, site)) {
        static const char *const parts[] = { "whole", "block at top", "block at end" };
        text += "==== " + file.path.toUtf8() + " 0" + QByteArray::number(file.mode, 8) + ' ' + parts[int(file.part)]
            + '\n';
        if (file.path.startsWith(u"/usr/local/lib/twinlan/"_s) || file.path.endsWith(u".service"_s))
            text += "(from resources/remote)\n";
        else
            text += file.content;
    }
    return text;
}

} // namespace

class TestRender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void golden_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("site");
        for (const char *name : { "recipe", "recipe-fou", "recipe-ebtables", "recipe-ebtables-fou", "recipe-networkmanager", "recipe-ifupdown" }) {
            QTest::addRow("%s-a", name) << QString::fromLatin1(name) << int(Site::A);
            QTest::addRow("%s-b", name) << QString::fromLatin1(name) << int(Site::B);
        }
    }
    void golden()
    {
        QFETCH(QString, name);
        QFETCH(int, site);
        const QByteArray now = listing(variant(name), Site(site));
        QFile file(QStringLiteral(TWINLAN_SOURCE_DIR "/tests/unit/golden/%1.txt")
                       .arg(QString::fromLatin1(QTest::currentDataTag())));
        if (qEnvironmentVariableIsSet("TWINLAN_UPDATE_GOLDEN")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(now), now.size());
            return;
        }
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        // Line by line, so that a failure shows the line.
        const QList<QByteArray> want = file.readAll().split('\n');
        const QList<QByteArray> have = now.split('\n');
        for (qsizetype i = 0; i < std::min(want.size(), have.size()); ++i)
            QCOMPARE(have.at(i), want.at(i));
        QCOMPARE(have.size(), want.size());
    }

    void planIsFirstAndTheSameOnBothPis()
    {
        const BridgePlan plan = variant(u"networkmanager-fou"_s);
        const PiFile a = renderFiles(plan, Site::A).front();
        QCOMPARE(a.path, u"/etc/twinlan/plan.json"_s);
        QCOMPARE(a.content, plan.toJson());
        QVERIFY(a == renderFiles(plan, Site::B).front());
    }
    void rendererAloneDecidesEveryFile()
    {
        // Pure: the same plan gives the same bytes, and each file of a Pi is named once per part.
        for (const Site site : bothSites) {
            const auto files = renderFiles(recipePlan(), site);
            QVERIFY(files == renderFiles(recipePlan(), site));
            QStringList names;
            for (const PiFile &file : files) {
                QVERIFY2(file.path.startsWith(u'/') && !file.content.isEmpty() && file.content.endsWith('\n'),
                    qPrintable(file.path));
                names << file.path + QString::number(int(file.part));
            }
            QCOMPARE(names.removeDuplicates(), 0);
        }
    }
    void modulesAreKeptHonest()
    {
        const auto modulesIn = [](const QByteArray &text) {
            QStringList found;
            for (const QByteArray &line : text.split('\n')) {
                if (!line.isEmpty() && !line.startsWith('#'))
                    found << QString::fromUtf8(line);
            }
            return found;
        };
        const QStringList three { u"ip_gre"_s, u"bridge"_s, u"br_netfilter"_s };
        for (const auto &[name, wanted] : { std::pair { u"recipe"_s, three },
                 { u"fou"_s, three + QStringList { u"fou"_s } } }) {
            QCOMPARE(kernelModules(variant(name)), wanted);
            QCOMPARE(modulesIn(renderModulesLoad(variant(name))), wanted);
            QCOMPARE(modulesIn(renderModulesBlock(variant(name))), wanted);
        }
    }
    void dhcpcdIsTouchedOnlyWhereItRuns()
    {
        const auto touches = [](const BridgePlan &plan, Site site) {
            for (const PiFile &file : renderFiles(plan, site)) {
                if (file.path == u"/etc/dhcpcd.conf"_s)
                    return true;
            }
            return false;
        };
        QVERIFY(touches(recipePlan(), Site::A));
        QVERIFY(!touches(variant(u"networkmanager"_s), Site::A));
    }
    void aFixedAddressGoesAlongToTheBridge()
    {
        BridgePlan plan = recipePlan();
        QVERIFY(!renderDhcpcdEnd(plan, Site::A).contains("static"));
        plan.pis.a.dhcpcdOptions = { u"static ip_address=192.168.1.81/24"_s, u"metric 100"_s, u"noipv6"_s, u"static routers="_s };
        QVERIFY(renderDhcpcdEnd(plan, Site::A).endsWith("interface br_lan\nstatic ip_address=192.168.1.81/24\nmetric 100\nnoipv6\nstatic routers=\n"));
        QVERIFY(!renderDhcpcdEnd(plan, Site::B).contains("static"));
        // A plan that nobody validated writes no line of its own.
        plan.pis.a.dhcpcdOptions = { u"static ip_address=1\nscript reboot"_s, u"script /reboot"_s };
        QVERIFY(!renderDhcpcdEnd(plan, Site::A).contains("reboot"));
    }
    // tunnel.sh reads it with ".": every line must be an assignment that needs no quotes, whatever got into the plan.
    void tunnelConfIsPlainEvenForAPlanNobodyValidated()
    {
        BridgePlan plan = recipePlan();
        plan.pis.a.lanInterface = u"eth0; reboot"_s;
        plan.bridgeName = u"$(reboot)"_s;
        plan.pis.b.tailnetAddress = u"100.64.0.2\nreboot"_s;
        static const QRegularExpression line(u"\\A(#[^\\n]*|[A-Z_]+=[A-Za-z0-9._:-]*)\\z"_s);
        for (const QByteArray &text : renderTunnelConf(plan, Site::A).trimmed().split('\n'))
            QVERIFY2(line.match(QString::fromUtf8(text)).hasMatch(), text.constData());
        for (const Site site : bothSites) {
            for (const PiFile &file : renderFiles(plan, site)) {
                if (file.path != u"/etc/twinlan/plan.json"_s) // which nothing executes
                    QVERIFY2(!file.content.contains("reboot"), qPrintable(file.path));
            }
        }
    }
    // ifupdown itself reads what it will read on the Pi.
    void ifupdownUnderstandsIt()
    {
        const QString program = QStandardPaths::findExecutable(u"ifquery"_s);
        QVERIFY2(!program.isEmpty(), "ifquery is not in PATH; tests/run.sh fetches it");
        QTemporaryDir folder;
        QFile file(folder.filePath(u"interfaces"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(renderInterfaces(recipePlan(), Site::B));
        file.close();
        QProcess ifquery;
        ifquery.start(program, { u"--interfaces="_s + file.fileName(), u"br_lan"_s });
        QVERIFY(ifquery.waitForFinished());
        const QByteArray answer = ifquery.readAllStandardOutput();
        QVERIFY2(ifquery.exitCode() == 0, ifquery.readAllStandardError().constData());
        QVERIFY2(
            answer.contains("bridge_ports: eth0\n") || answer.contains("bridge-ports: eth0\n"), answer.constData());
        QVERIFY2(answer.contains("b8:27:eb:00:00:0b"), answer.constData());
    }
    // It takes our stanza for the card, and not the owner's, which stays in the file.
    void ifupdownIsMapped()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"interfaces"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("allow-hotplug eth0\niface eth0 inet dhcp\n    hostname owner\niface eth1 inet dhcp\n    hostname other\n");
        file.write(renderBridgeStanzas(variant(u"ifupdown"_s), Site::B));
        file.close();
        const auto ask = [&](const char *card) {
            QProcess ifquery;
            const QString interfaces = u"--interfaces="_s + file.fileName();
            ifquery.start(u"ifquery"_s, { u"--state-dir="_s + folder.path(), interfaces, QString::fromLatin1(card) });
            return ifquery.waitForFinished() && ifquery.exitCode() == 0 ? ifquery.readAllStandardOutput() : "failed: " + ifquery.readAllStandardError();
        };
        const QByteArray port = ask("eth0");
        QVERIFY2(port.contains("master br_lan") && port.contains("ethernet-wol: g\n") && !port.contains("owner"), port.constData());
        const QByteArray bridge = ask("br_lan");
        QVERIFY2(bridge.contains("address: 192.168.1.110\n") && bridge.contains("netmask: 255.255.255.0\n") && bridge.contains("dns-nameservers: 192.168.1.100 9.9.9.9\n"), bridge.constData());
        QVERIFY2(ask("eth1").contains("hostname: other\n"), "another card's stanza goes on");
    }
    void aStanzaTakesOverAddressesAlone()
    {
        BridgePlan plan = variant(u"ifupdown"_s);
        plan.pis.a.stanzas << u"hostname x\nup reboot"_s << u"up reboot"_s << u"iface lo inet loopback"_s;
        QCOMPARE(renderBridgeStanzas(plan, Site::A), renderBridgeStanzas(variant(u"ifupdown"_s), Site::A));
    }
    // As is NetworkManager: it prints a profile as it has understood it.
    void networkManagerUnderstandsIt_data()
    {
        QTest::addColumn<QByteArray>("profile");
        const BridgePlan plan = variant(u"networkmanager"_s);
        QTest::newRow("bridge, address by DHCP") << renderBridgeProfile(plan, Site::A);
        QTest::newRow("bridge, fixed address") << renderBridgeProfile(plan, Site::B);
        QTest::newRow("port") << renderPortProfile(plan, Site::A);
    }
    void networkManagerUnderstandsIt()
    {
        QFETCH(QByteArray, profile);
        const QString program = QStandardPaths::findExecutable(u"nmcli"_s);
        QVERIFY2(!program.isEmpty(), "nmcli is not in PATH; tests/run.sh fetches it");
        QProcess nmcli;
        nmcli.start(program, { u"--offline"_s, u"connection"_s, u"modify"_s, u"connection.autoconnect"_s, u"yes"_s });
        nmcli.write(profile);
        nmcli.closeWriteChannel();
        QVERIFY(nmcli.waitForFinished());
        const QList<QByteArray> understood = nmcli.readAllStandardOutput().toLower().split('\n');
        QVERIFY2(nmcli.exitCode() == 0, nmcli.readAllStandardError().constData());
        for (const QByteArray &line : profile.toLower().split('\n'))
            if (!line.startsWith('#'))
                QVERIFY2(understood.contains(line), line.constData());
    }
    void aProfileTakesOverAddressSettingsAlone()
    {
        BridgePlan plan = variant(u"networkmanager"_s);
        plan.pis.a.profileSettings << u"ipv4.dns=1;\n[connection]\nid=x"_s << u"connection.permissions=user:x"_s;
        QCOMPARE(renderBridgeProfile(plan, Site::A), renderBridgeProfile(variant(u"networkmanager"_s), Site::A));
    }
    void packagesAreTheRecipesAndWhatItMissed()
    {
        const QStringList names = packages(recipePlan(), Site::A);
        for (const char *name :
            { "ebtables", "iproute2", "bridge-utils", "nftables", "iputils-arping", "isc-dhcp-client" })
            QVERIFY2(names.contains(QString::fromLatin1(name)), name);
    }
};

QTEST_GUILESS_MAIN(TestRender)
#include "tst_render.moc"
