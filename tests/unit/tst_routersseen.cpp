// SPDX-License-Identifier: GPL-3.0-or-later
// Whose router is where, from what this computer and the Pis see.
#include "remote/setup/ownrouter.h"
#include "remote/setup/routersseen.h"

#include <QtTest>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;

class TestRoutersSeen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Of the recipe's plan: router A 192.168.1.1, router B 192.168.1.100. Empty: not known.
    void whatIsKnown_data()
    {
        QTest::addColumn<QString>("own");
        QTest::addColumn<QString>("piA");
        QTest::addColumn<QString>("piB");
        QTest::addColumn<bool>("piBIsHere");
        QTest::addColumn<QString>("inA");
        QTest::addColumn<QString>("inB");
        QTest::addColumn<bool>("areTwo");
        QTest::addColumn<bool>("ownIsInB");
        const auto row = [](const char *name, const char *own, const char *piA, const char *piB, bool here, const char *inA,
                             const char *inB, bool areTwo,
                             bool ownIsInB = false) {
            QTest::newRow(name) << QString::fromLatin1(own) << QString::fromLatin1(piA) << QString::fromLatin1(piB) << here
                                << QString::fromLatin1(inA)
                                << QString::fromLatin1(inB) << areTwo << ownIsInB;
        };
        row("nothing yet", "", "", "", false, "", "", false);
        row("this computer alone", "192.168.11.1", "", "", false, "192.168.11.1", "", false);
        row("as planned", "192.168.1.1", "192.168.1.1", "192.168.1.100", false, "192.168.1.1", "192.168.1.100", false);
        row("a Wi-Fi router behind a home gateway", "192.168.11.1", "192.168.1.1", "", false, "192.168.1.1", "", true);
        row("the Pi behind the second one", "192.168.1.1", "192.168.11.1", "", false, "192.168.11.1", "", true);
        row("Pi B is still here", "192.168.1.1", "192.168.1.1", "192.168.1.1", true, "192.168.1.1", "", false);
        row("this computer was carried to home B", "192.168.1.100", "192.168.1.1", "192.168.1.100", false, "192.168.1.1", "192.168.1.100", false, true);
        row("carried, and no Pi known", "192.168.1.100", "", "", false, "", "192.168.1.100", false, true);
        row("router A has what the plan has for B", "192.168.1.100", "192.168.1.100", "", false, "192.168.1.100", "", false);
        row("a VPN is no router of a home", "100.64.0.1", "192.168.1.1", "", false, "192.168.1.1", "", false);
        row("a VPN alone", "100.64.0.1", "", "", false, "", "", false);
        row("only the Pis", "", "192.168.1.1", "192.168.0.1", false, "192.168.1.1", "192.168.0.1", false);
    }
    void whatIsKnown()
    {
        QFETCH(QString, own);
        QFETCH(QString, piA);
        QFETCH(QString, piB);
        QFETCH(bool, piBIsHere);
        const AddressPlan plan = AddressPlan::recipe();
        const RoutersSeen seen { Ipv4::parse(own), { Ipv4::parse(piA), Ipv4::parse(piB) }, piBIsHere };
        const auto text = [](const std::optional<Ipv4> &address) { return address ? address->toString() : QString(); };
        QTEST(text(seen.at(Site::A, plan)), "inA");
        QTEST(text(seen.at(Site::B, plan)), "inB");
        QTEST(seen.areTwoInHomeA(plan), "areTwo");
        QTEST(seen.ownIsInHomeB(plan), "ownIsInB");
        QCOMPARE(seen.isElsewhere(Site::A, plan), seen.ownIsInHomeB(plan));
        QCOMPARE(seen.isElsewhere(Site::B, plan), !seen.ownIsInHomeB(plan));
    }

    void routeTable_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QString>("router");
        const QByteArray head = "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n";
        const QByteArray lan = "eth0\t0001A8C0\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0\n";
        const auto byDefault = [](const char *card, const char *gateway, int metric, const char *flags = "0003") {
            return QByteArray(card) + "\t00000000\t" + gateway + '\t' + flags + "\t0\t0\t" + QByteArray::number(metric) + "\t00000000\t0\t0\t0\n";
        };
        QTest::newRow("empty") << QByteArray() << QString();
        QTest::newRow("no default route") << head + lan << QString();
        QTest::newRow("one") << head + byDefault("eth0", "0101A8C0", 100) + lan << u"192.168.1.1"_s;
        QTest::newRow("Wi-Fi beside the cable") << head + byDefault("wlan0", "010BA8C0", 600) + byDefault("eth0", "0101A8C0", 100) << u"192.168.1.1"_s;
        QTest::newRow("a route that is down") << head + byDefault("wlan0", "010BA8C0", 0, "0002") + byDefault("eth0", "0101A8C0", 100) << u"192.168.1.1"_s;
        QTest::newRow("a telephone line has none") << head + byDefault("ppp0", "00000000", 0, "0001") << QString();
        QTest::newRow("half of the internet is no default") << head + QByteArray("tun0\t00000000\t0101000A\t0003\t0\t0\t0\t00000080\t0\t0\t0\n") << QString();
        QTest::newRow("cut off") << head + QByteArray("eth0\t00000000\t0101A8") << QString();
        QTest::newRow("no number") << head + byDefault("eth0", "router", 0) << QString();
    }
    void routeTable()
    {
        if (QSysInfo::ByteOrder == QSysInfo::BigEndian)
            QSKIP("the tables above are a little-endian computer's");
        QFETCH(QByteArray, table);
        const auto router = routerIn(table);
        QTEST(router ? router->toString() : QString(), "router");
    }
};

QTEST_APPLESS_MAIN(TestRoutersSeen)
#include "tst_routersseen.moc"
