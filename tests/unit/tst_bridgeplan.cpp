// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/plan/bridgeplan.h"

#include <QJsonDocument>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace twinlan;

namespace {

BridgePlan fullPlan()
{
    BridgePlan plan;
    const NetworkSettings all { true, { u"static ip_address=192.168.1.23/24"_s, u"metric 100"_s },
        { u"ipv4.method=auto"_s, u"ipv4.dns=192.168.1.1;9.9.9.9;"_s },
        { u"iface inet dhcp"_s, u"metric 100"_s } };
    plan.pis.a = { all, u"192.168.1.23"_s, u"100.64.0.1"_s, u"eth0"_s,
        u"b8:27:eb:00:00:0a"_s, Addressing::DhcpcdDhcp, FilterBackend::Nftables, u"01:b8:27:eb:00:00:0a"_s };
    plan.pis.b = { {}, QString(), u"100.64.0.2"_s, u"enxb827eb00000b"_s,
        u"b8:27:eb:00:00:0b"_s, Addressing::NetworkManager, FilterBackend::EbtablesIptables };
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
        QByteArray json = with(u"note"_s, u"写し"_s);
        json = QJsonDocument([&] {
            QJsonObject top = QJsonDocument::fromJson(json).object();
            QJsonObject pis = top.value(u"pis"_s).toObject();
            QJsonObject b = pis.value(u"b"_s).toObject();
            b.insert(u"room"_s, QJsonObject { { u"floor"_s, 2 } });
            pis.insert(u"b"_s, b);
            pis.insert(u"c"_s, QJsonArray { 1, u"x"_s, QJsonValue::Null });
            top.insert(u"pis"_s, pis);
            QJsonObject addresses = top.value(u"addresses"_s).toObject();
            QJsonObject a = addresses.value(u"a"_s).toObject();
            a.insert(u"prefix6"_s, true);
            addresses.insert(u"a"_s, a);
            top.insert(u"addresses"_s, addresses);
            top.insert(u"big"_s, qint64(9007199254740993)); // does not fit a double
            return top;
        }())
                   .toJson();
        auto plan = BridgePlan::fromJson(json);
        QVERIFY(plan.ok());
        QCOMPARE(plan->toJson(), json);
        // A known value that changes wins; the unknown ones beside it stay.
        plan->pis.b.mac = u"b8:27:eb:00:00:0c"_s;
        const QJsonObject b = QJsonDocument::fromJson(plan->toJson())
                                  .object()
                                  .value(u"pis"_s)
                                  .toObject()
                                  .value(u"b"_s)
                                  .toObject();
        QCOMPARE(b.value(u"mac"_s).toString(), u"b8:27:eb:00:00:0c"_s);
        QCOMPARE(b.value(u"room"_s).toObject().value(u"floor"_s).toInt(), 2);
    }
    void unknownFieldCannotReplaceAKnownOne()
    {
        BridgePlan plan = fullPlan();
        plan.unknownFields = { { u"carrier"_s, u"gre"_s },
            { u"pis"_s, u"none"_s } };
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
        row("pis is a text", with(u"pis"_s, u"x"_s), "PlanUnreadable", "pis: not an object");
        row("a Pi is a list", with(u"pis.b"_s, QJsonArray()), "PlanUnreadable", "pis.b: not an object");
        row("MAC is a number", with(u"pis.b.mac"_s, 5), "PlanUnreadable", "pis.b.mac: not a text");
        row("carrier", with(u"carrier"_s, u"pigeon"_s), "PlanUnreadable",
            "carrier: none of gre, fou");
        row("carrier's case", with(u"carrier"_s, u"GRE"_s), "PlanUnreadable", "carrier: ");
        row("addressing", with(u"pis.a.addressing"_s, QJsonValue::Null), "PlanUnreadable",
            "pis.a.addressing: ");
        row("filter", with(u"pis.a.filter"_s, u"none"_s), "PlanUnreadable", "pis.a.filter: ");
        row("router", with(u"addresses.b.router"_s, u"192.168.1.256"_s), "PlanUnreadable",
            "addresses.b.router: ");
        row("router forgives nothing here",
            with(u"addresses.b.router"_s, u" 192.168.1.100"_s), "PlanUnreadable",
            "addresses.b.router: ");
        row("tunnel MTU too small", with(u"tunnelMtu"_s, 1513), "PlanUnreadable", "tunnelMtu: ");
        row("tunnel MTU negative", with(u"tunnelMtu"_s, -1), "PlanUnreadable", "tunnelMtu: ");
        row("tunnel MTU huge", with(u"tunnelMtu"_s, 1e300), "PlanUnreadable", "tunnelMtu: ");
        row("VPN MTU too small", with(u"vpnMtu"_s, 1279), "PlanUnreadable", "vpnMtu: ");
        row("same 100.x", with(u"pis.b.tailnetAddress"_s, u"100.64.0.1"_s), "PlanUnreadable",
            "pis.b.tailnetAddress: ");
        row("same MAC", with(u"pis.b.mac"_s, u"b8:27:eb:00:00:0a"_s), "PlanUnreadable",
            "pis.b.mac: ");
        row("ranges overlap", with(u"addresses.a.dhcpLast"_s, u"192.168.1.150"_s),
            "PlanInvalid", "RouterInOtherRange");
        row("Pi at the router's address", with(u"pis.a.lanHost"_s, u"192.168.1.100"_s),
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
        const QStringList everywhere { u"$(reboot)"_s, u"`id`"_s, u"a;b"_s,
            u"a b"_s, u"'"_s, u"\""_s, u"\\"_s,
            u"eth0\n"_s, u"eth0\nup reboot"_s, u"\teth0"_s,
            u"-rf"_s, u"../x"_s, u"*"_s, u"eth0*"_s,
            u"a|b"_s, u"a>b"_s, u"#x"_s, QString(QChar(0)),
            u"eth0"_s + QChar(0), u"家"_s, u"ｅｔｈ０"_s,
            u"e\u0301th"_s, u"\u202eeth0"_s, QString(5000, u'a') };
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
        const auto plan = BridgePlan::fromJson(with(u"pis.b.dhcpcdStatic"_s, u"ip_address=192.168.1.10/24;routers=192.168.1.1"_s));
        QVERIFY(plan.ok());
        QCOMPARE(plan->pis.b.dhcpcdOptions, (QStringList { u"static ip_address=192.168.1.10/24"_s, u"static routers=192.168.1.1"_s }));
    }

    // An addressing that nothing ever chose: a file that says so is one of somebody's own.
    void whatOlderFilesSayBesides()
    {
        const QByteArray json = with(u"pis.b.staticAddress"_s, u"192.168.1.110/24"_s);
        QVERIFY(json.contains("192.168.1.110"));
        const auto plan = BridgePlan::fromJson(json);
        QVERIFY(plan.ok());
        QCOMPARE(plan->toJson(), fullPlan().toJson());
        for (const char *word : { "ifupdown-dhcp", "ifupdown-static" }) {
            const auto older = BridgePlan::fromJson(with(u"pis.b.addressing"_s, QString::fromLatin1(word)));
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
