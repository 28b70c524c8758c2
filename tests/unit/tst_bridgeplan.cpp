// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/plan/bridgeplan.h"

#include <QJsonDocument>
#include <QtTest>

using namespace twinlan;

namespace {

BridgePlan fullPlan()
{
    BridgePlan plan;
    const NetworkSettings all { true, { QStringLiteral("static ip_address=192.168.1.23/24"), QStringLiteral("metric 100") },
        { QStringLiteral("ipv4.method=auto"), QStringLiteral("ipv4.dns=192.168.1.1;9.9.9.9;") },
        { QStringLiteral("iface inet dhcp"), QStringLiteral("metric 100") } };
    plan.pis.a = { all, QStringLiteral("192.168.1.23"), QStringLiteral("100.64.0.1"), QStringLiteral("eth0"),
        QStringLiteral("b8:27:eb:00:00:0a"), Addressing::DhcpcdDhcp, FilterBackend::Nftables, QStringLiteral("01:b8:27:eb:00:00:0a") };
    plan.pis.b = { {}, QString(), QStringLiteral("100.64.0.2"), QStringLiteral("enxb827eb00000b"),
        QStringLiteral("b8:27:eb:00:00:0b"), Addressing::NetworkManager, FilterBackend::EbtablesIptables };
    plan.carrier = Carrier::Fou;
    return plan;
}

// The plan as JSON with one member replaced; `path` like "pis.b.mac".
QByteArray with(const QString &path, const QJsonValue &value)
{
    const std::function<QJsonObject(QJsonObject, QStringList)> set = [&](QJsonObject object, QStringList names) {
        const QString name = names.takeFirst();
        object.insert(name, names.isEmpty() ? value : QJsonValue(set(object.value(name).toObject(), names)));
        return object;
    };
    return QJsonDocument(set(QJsonDocument::fromJson(fullPlan().toJson()).object(), path.split(u'.'))).toJson();
}

} // namespace

class TestBridgePlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip()
    {
        const BridgePlan plan = fullPlan();
        const QByteArray json = plan.toJson();
        QVERIFY(json.endsWith("}\n"));
        const auto again = BridgePlan::fromJson(json);
        QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().detail));
        QVERIFY(*again == plan);
        QCOMPARE(again->toJson(), json); // byte for byte: the same plan must mean "nothing to do"
    }
    void leastPlan()
    {
        const auto plan = BridgePlan::fromJson("{\"version\": 1}");
        QVERIFY(plan.ok());
        QVERIFY(*plan == BridgePlan());
    }
    void unknownFieldsSurviveAtEveryLevel()
    {
        QByteArray json = with(QStringLiteral("note"), QStringLiteral("写し"));
        json = QJsonDocument([&] {
            QJsonObject top = QJsonDocument::fromJson(json).object();
            QJsonObject pis = top.value(QStringLiteral("pis")).toObject();
            QJsonObject b = pis.value(QStringLiteral("b")).toObject();
            b.insert(QStringLiteral("room"), QJsonObject { { QStringLiteral("floor"), 2 } });
            pis.insert(QStringLiteral("b"), b);
            pis.insert(QStringLiteral("c"), QJsonArray { 1, QStringLiteral("x"), QJsonValue::Null });
            top.insert(QStringLiteral("pis"), pis);
            QJsonObject addresses = top.value(QStringLiteral("addresses")).toObject();
            QJsonObject a = addresses.value(QStringLiteral("a")).toObject();
            a.insert(QStringLiteral("prefix6"), true);
            addresses.insert(QStringLiteral("a"), a);
            top.insert(QStringLiteral("addresses"), addresses);
            top.insert(QStringLiteral("big"), qint64(9007199254740993)); // does not fit a double
            return top;
        }())
                   .toJson();
        auto plan = BridgePlan::fromJson(json);
        QVERIFY(plan.ok());
        QCOMPARE(plan->toJson(), json);
        // A known value that changes wins; the unknown ones beside it stay.
        plan->pis.b.mac = QStringLiteral("b8:27:eb:00:00:0c");
        const QJsonObject b = QJsonDocument::fromJson(plan->toJson())
                                  .object()
                                  .value(QStringLiteral("pis"))
                                  .toObject()
                                  .value(QStringLiteral("b"))
                                  .toObject();
        QCOMPARE(b.value(QStringLiteral("mac")).toString(), QStringLiteral("b8:27:eb:00:00:0c"));
        QCOMPARE(b.value(QStringLiteral("room")).toObject().value(QStringLiteral("floor")).toInt(), 2);
    }
    void unknownFieldCannotReplaceAKnownOne()
    {
        BridgePlan plan = fullPlan();
        plan.unknownFields = { { QStringLiteral("carrier"), QStringLiteral("gre") },
            { QStringLiteral("pis"), QStringLiteral("none") } };
        const auto again = BridgePlan::fromJson(plan.toJson());
        QVERIFY(again.ok());
        QVERIFY(again->carrier == Carrier::Fou && again->pis == plan.pis);
    }

    void place_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("detail"); // its beginning
        const auto row = [](const char *name, const QByteArray &json, const char *kind, const char *detail) {
            QTest::newRow(name) << json << QString::fromLatin1(kind) << QString::fromLatin1(detail);
        };
        row("empty", "", "PlanUnreadable", "line 1, column 1: ");
        row("no JSON", "hello", "PlanUnreadable", "line 1, column 1: ");
        row("a missing comma", "{\n  \"version\": 1\n  \"carrier\": \"gre\"\n}", "PlanUnreadable",
            "line 3, column 3: ");
        row("columns count characters", "{\"写し\": nix}", "PlanUnreadable", "line 1, column 8: ");
        row("cut off", fullPlan().toJson().left(100), "PlanUnreadable", "line 5, column 2");
        row("an array", "[1]", "PlanUnreadable", "line 1, column 1: not an object");
        row("NUL", QByteArray("{\"version\": 1\0}", 15), "PlanUnreadable", "line 1, column ");
        row("no version", "{}", "PlanUnreadable", "version: ");
        row("version 0", "{\"version\": 0}", "PlanUnreadable", "version: ");
        row("version as text", "{\"version\": \"1\"}", "PlanUnreadable", "version: ");
        row("version 1.5", "{\"version\": 1.5}", "PlanUnreadable", "version: ");
        row("newer", "{\"version\": 2, \"carrier\": \"pigeon\"}", "PlanTooNew", "version: 2");
        row("pis is a text", with(QStringLiteral("pis"), QStringLiteral("x")), "PlanUnreadable", "pis: not an object");
        row("a Pi is a list", with(QStringLiteral("pis.b"), QJsonArray()), "PlanUnreadable", "pis.b: not an object");
        row("MAC is a number", with(QStringLiteral("pis.b.mac"), 5), "PlanUnreadable", "pis.b.mac: not a text");
        row("carrier", with(QStringLiteral("carrier"), QStringLiteral("pigeon")), "PlanUnreadable",
            "carrier: none of gre, fou");
        row("carrier's case", with(QStringLiteral("carrier"), QStringLiteral("GRE")), "PlanUnreadable", "carrier: ");
        row("addressing", with(QStringLiteral("pis.a.addressing"), QJsonValue::Null), "PlanUnreadable",
            "pis.a.addressing: ");
        row("filter", with(QStringLiteral("pis.a.filter"), QStringLiteral("none")), "PlanUnreadable", "pis.a.filter: ");
        row("router", with(QStringLiteral("addresses.b.router"), QStringLiteral("192.168.1.256")), "PlanUnreadable",
            "addresses.b.router: ");
        row("router forgives nothing here",
            with(QStringLiteral("addresses.b.router"), QStringLiteral(" 192.168.1.100")), "PlanUnreadable",
            "addresses.b.router: ");
        row("tunnel MTU too small", with(QStringLiteral("tunnelMtu"), 1513), "PlanUnreadable", "tunnelMtu: ");
        row("tunnel MTU negative", with(QStringLiteral("tunnelMtu"), -1), "PlanUnreadable", "tunnelMtu: ");
        row("tunnel MTU huge", with(QStringLiteral("tunnelMtu"), 1e300), "PlanUnreadable", "tunnelMtu: ");
        row("VPN MTU too small", with(QStringLiteral("vpnMtu"), 1279), "PlanUnreadable", "vpnMtu: ");
        row("same 100.x", with(QStringLiteral("pis.b.tailnetAddress"), QStringLiteral("100.64.0.1")), "PlanUnreadable",
            "pis.b.tailnetAddress: ");
        row("same MAC", with(QStringLiteral("pis.b.mac"), QStringLiteral("b8:27:eb:00:00:0a")), "PlanUnreadable",
            "pis.b.mac: ");
        row("ranges overlap", with(QStringLiteral("addresses.a.dhcpLast"), QStringLiteral("192.168.1.150")),
            "PlanInvalid", "RouterInOtherRange");
        row("Pi at the router's address", with(QStringLiteral("pis.a.lanHost"), QStringLiteral("192.168.1.100")),
            "PlanInvalid", "PiAddressTaken");
    }
    void place()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, kind);
        QFETCH(QString, detail);
        const auto plan = BridgePlan::fromJson(json);
        QVERIFY(!plan.ok());
        QCOMPARE(errorKindName(plan.error().kind), kind);
        QVERIFY2(plan.error().detail.startsWith(detail), qPrintable(plan.error().detail));
    }

    // These values end in files and shell words that root reads.
    void hostile_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        const QStringList everywhere { QStringLiteral("$(reboot)"), QStringLiteral("`id`"), QStringLiteral("a;b"),
            QStringLiteral("a b"), QStringLiteral("'"), QStringLiteral("\""), QStringLiteral("\\"),
            QStringLiteral("eth0\n"), QStringLiteral("eth0\nup reboot"), QStringLiteral("\teth0"),
            QStringLiteral("-rf"), QStringLiteral("../x"), QStringLiteral("*"), QStringLiteral("eth0*"),
            QStringLiteral("a|b"), QStringLiteral("a>b"), QStringLiteral("#x"), QString(QChar(0)),
            QStringLiteral("eth0") + QChar(0), QStringLiteral("家"), QStringLiteral("ｅｔｈ０"),
            QStringLiteral("e\u0301th"), QStringLiteral("\u202eeth0"), QString(5000, u'a') };
        for (const char *path : { "pis.a.lanInterface", "pis.b.lanInterface", "bridgeName", "tunnelName", "pis.a.mac",
                 "pis.a.tailnetAddress", "pis.a.lanHost", "addresses.a.router", "addresses.b.dhcpLast" }) {
            for (qsizetype i = 0; i < everywhere.size(); ++i)
                QTest::newRow(QByteArray(path).append(" #").append(QByteArray::number(i)).constData())
                    << QString::fromLatin1(path) << everywhere.at(i);
        }
        const auto row = [](const char *path, const char *value) {
            QTest::addRow("%s = %s", path, value) << QString::fromLatin1(path) << QString::fromLatin1(value);
        };
        for (const char *name : { "", ".", "..", "lo", "all", "default", "gretap0", "gre0", "tailscale0", "eth0:1",
                 "eth0@if3", "eth0/1", "sixteen-letters0", "_x", "br_lan", "gretap1" })
            row("pis.a.lanInterface", name);
        row("tunnelName", "br_lan");
        for (const char *mac : { "b8:27:eb:00:00:0A", "b8-27-eb-00-00-0a", "b827eb00000a", "b8:27:eb:00:00",
                 "b8:27:eb:00:00:0a:0b", "b8:27:eb:00:00:0g", "b8:27:eb:00:00: a", "00:00:00:00:00:00",
                 "ff:ff:ff:ff:ff:ff", "01:00:5e:00:00:01", "+8:27:eb:00:00:0a" })
            row("pis.a.mac", mac);
        for (const char *address :
            { "192.168.1.5", "100.128.0.1", "100.64.0.1/32", "100.064.0.1", "fd7a:115c:a1e0::1", "100.64.0.1." })
            row("pis.a.tailnetAddress", address);
        for (const char *option : { "ip_address=192.168.1.10/24", "static", "static ip_address", "static =x", "static ip address=1", "static a=$(reboot)",
                 "static a=`id`", "static a=1\nscript x", "metric 1;b", "clientid \"x", "clientid a#x", "script /x", "env a=b", "interface eth0", "profile x",
                 "denyinterfaces eth0", "ia_pd 1 eth0", "anonymous", "hostname 例", " noipv6", "static\ta=1" })
            row("pis.a.dhcpcdOptions", option);
        for (const char *setting : { "ipv4.method", "ipv4.=auto", "ipv4.dns=", "method=auto", "connection.id=x", "connection.permissions=user:x", "802-1x.identity=x", "ipv4.dns=1\n[vpn]", "ipv4.dns=$(reboot)", "ipv4.dns=\"1\"" })
            row("pis.a.profileSettings", setting);
        for (const char *line : { "metric 100", "iface inet dhcp;up reboot", "iface inet dhcp;metric", "iface inet dhcp;metric ", "iface inet dhcp;hostname $(reboot)",
                 "iface inet dhcp;hostname a\nup reboot", "iface inet dhcp;hwaddress 02:00:00:00:00:01", "iface inet dhcp inherits eth1", "iface eth1 inet dhcp",
                 "iface inet manual", "iface inet dhcp;auto eth1", "iface inet dhcp;link-speed 10;link-speed\n 10", "iface inet dhcp; metric 1" })
            row("pis.a.stanzas", line);
        for (const char *id : { "ff", "FF:01", "ff:1", "ff:001", "ff-01", "ff:01:", "ff:01\n", "ff: 1", "gg:01" })
            row("pis.a.dhcpClientId", id);
    }
    void hostile()
    {
        QFETCH(QString, path);
        QFETCH(QString, value);
        const auto plan = BridgePlan::fromJson(with(path, value));
        QVERIFY(!plan.ok());
        QVERIFY(plan.error().kind == ErrorKind::PlanUnreadable);
        QVERIFY2(plan.error().detail.contains(path), qPrintable(plan.error().detail));
    }

    // Older files know only what stands behind "static".
    void anOlderFilesFixedAddress()
    {
        const auto plan = BridgePlan::fromJson(with(QStringLiteral("pis.b.dhcpcdStatic"), QStringLiteral("ip_address=192.168.1.10/24;routers=192.168.1.1")));
        QVERIFY(plan.ok());
        QCOMPARE(plan->pis.b.dhcpcdOptions, (QStringList { QStringLiteral("static ip_address=192.168.1.10/24"), QStringLiteral("static routers=192.168.1.1") }));
    }

    // An addressing that nothing ever chose: a file that says so is one of somebody's own.
    void whatOlderFilesSayBesides()
    {
        const QByteArray json = with(QStringLiteral("pis.b.staticAddress"), QStringLiteral("192.168.1.110/24"));
        QVERIFY(json.contains("192.168.1.110"));
        const auto plan = BridgePlan::fromJson(json);
        QVERIFY(plan.ok());
        QCOMPARE(plan->toJson(), fullPlan().toJson());
        for (const char *word : { "ifupdown-dhcp", "ifupdown-static" }) {
            const auto older = BridgePlan::fromJson(with(QStringLiteral("pis.b.addressing"), QString::fromLatin1(word)));
            QVERIFY(older.ok());
            QCOMPARE(int(older->pis.b.addressing), int(Addressing::DhcpcdDhcp));
        }
    }

    void goodNames_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *path, const char *value) {
            QTest::addRow("%s = %s", path, value) << QString::fromLatin1(path) << QString::fromLatin1(value);
        };
        for (const char *name : { "eth0", "eth0.10", "enp0s31f6", "enx0123456789ab", "lan-1", "e", "fifteen-letters" })
            row("pis.a.lanInterface", name);
        for (const char *host : { "", "raspberrypi.local", "192.168.1.23", "fe80::1%eth0", "::1", "my_pi" })
            row("pis.a.lanHost", host);
        row("pis.a.dhcpcdOptions", "");
        row("pis.a.dhcpcdOptions", "static ip_address=192.168.1.10/24;static routers=;static domain_name_servers=192.168.1.1,9.9.9.9 2001:db8::1");
        row("pis.a.dhcpcdOptions", "noipv6;metric 100;fallback static_eth0;inform;request 192.168.1.7;clientid \"my pi\";nohook resolv.conf, wpa_supplicant;option ntp_servers");
        row("pis.a.dhcpClientId", "");
        row("pis.a.dhcpClientId", "ff:87:d1:45:9a:00:01");
        row("pis.a.dhcpcdStatic", "ip_address=192.168.1.10/24;routers=192.168.1.1;domain_name_servers=192.168.1.1 2001:db8::1");
        row("pis.a.profileSettings", "ipv4.method=manual|ipv4.address1=192.168.1.10/24,192.168.1.1|ipv4.dns=192.168.1.1;9.9.9.9;|ipv6.addr-gen-mode=stable-privacy|connection.zone=home|ethernet.wake-on-lan=0|ethtool.feature-rx=false");
        row("pis.a.stanzas", "");
        row("pis.a.stanzas", "iface inet static;address 192.168.1.10/24;gateway 192.168.1.1;dns-nameservers 192.168.1.1 2001:db8::1;ethernet-wol g;iface inet6 auto;privext 2");
        row("pis.a.tailnetAddress", "");
        row("pis.a.mac", "");
    }
    void goodNames()
    {
        QFETCH(QString, path);
        QFETCH(QString, value);
        const auto plan = BridgePlan::fromJson(with(path, value));
        QVERIFY2(plan.ok(), plan.ok() ? "" : qPrintable(plan.error().detail));
    }
};

QTEST_APPLESS_MAIN(TestBridgePlan)
#include "tst_bridgeplan.moc"
