// SPDX-License-Identifier: GPL-3.0-or-later
// What both Pis say together: whether the homes are joined, and whether two routers have one address.
#include "recipeplan.h"
#include "remote/setup/routerclash.h"
#include "remote/setup/tunnelstate.h"

#include <QtTest>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;

class TestTunnelState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachWordIsAState()
    {
        for (int i = 1; i <= int(TunnelState::SameRouter); ++i) {
            QVERIFY(!tunnelStateWord(TunnelState(i)).isEmpty());
            QCOMPARE(int(tunnelStateOf(tunnelStateWord(TunnelState(i)))), i);
        }
        QCOMPARE(int(tunnelStateOf(u"apart:something-new"_s)), int(TunnelState::Unknown));
        // The script's own list.
        QFile script(QStringLiteral(TWINLAN_SOURCE_DIR "/resources/remote/tunnel.sh"));
        QVERIFY(script.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(script.readAll());
        const QRegularExpression word(u"\\b(?:state|apart) (joined|apart:[a-z-]+)"_s);
        int found = 0;
        for (auto it = word.globalMatch(text); it.hasNext(); ++found)
            QVERIFY2(tunnelStateOf(it.next().captured(1)) != TunnelState::Unknown, qPrintable(text));
        QVERIFY(found >= 8);
    }

    // On OS 13 with Pi B's card renamed, Pi B said "apart:no-bridge", and Pi A and the program "joined".
    void joinedIsWhereBothEndsAre_data()
    {
        QTest::addColumn<PerSite<TunnelState>>("said");
        QTest::addColumn<PerSite<TunnelState>>("told");
        const auto row = [](const char *name, PerSite<TunnelState> said, PerSite<TunnelState> told) { QTest::newRow(name) << said << told; };
        using enum TunnelState;
        row("both", { Joined, Joined }, { Joined, Joined });
        row("B has no bridge", { Joined, NoBridge }, { OtherPi, NoBridge });
        row("A has no filter", { NoFilter, Joined }, { NoFilter, OtherPi });
        row("B says nothing", { Joined, Unknown }, { OtherPi, Unknown });
        row("neither", { NoPeer, NoVpn }, { NoPeer, NoVpn });
    }
    void joinedIsWhereBothEndsAre()
    {
        QFETCH(PerSite<TunnelState>, said);
        QFETCH(PerSite<TunnelState>, told);
        for (const Site site : bothSites)
            QCOMPARE(int(agreed(said)[site]), int(told[site]));
        QCOMPARE(areJoined(said), told.a == TunnelState::Joined && told.b == TunnelState::Joined);
    }

    void routers_data()
    {
        QTest::addColumn<QByteArray>("a");
        QTest::addColumn<QByteArray>("b");
        QTest::addColumn<QString>("clash");
        const QByteArray one = "default_gw=192.168.1.1\n";
        const QByteArray hundred = "default_gw=192.168.1.100\n";
        const QByteArray macA = "default_gw_mac=02:00:00:00:0a:01\n";
        const QByteArray macAInCapitals = "default_gw_mac=02:00:00:00:0A:01\n";
        const QByteArray macB = "default_gw_mac=02:00:00:00:0b:01\n";
        QTest::newRow("as planned") << one + macA << hundred + macB << QString();
        QTest::newRow("as they leave the factory") << one + macA << one + macB << u"192.168.1.1 b 192.168.1.100"_s;
        QTest::newRow("A's is the wrong one") << hundred + macA << hundred + macB << u"192.168.1.100 a 192.168.1.1"_s;
        QTest::newRow("side by side, behind one router") << one + macA << one + macAInCapitals << QString();
        QTest::newRow("one does not know its MAC") << one + macA << one << u"192.168.1.1 b 192.168.1.100"_s;
        QTest::newRow("neither does") << one << one << u"192.168.1.1 b 192.168.1.100"_s;
        QTest::newRow("no router at all") << QByteArray() << QByteArray() << QString();
    }
    void routers()
    {
        QFETCH(QByteArray, a);
        QFETCH(QByteArray, b);
        QFETCH(QString, clash);
        const auto factsA = PiFacts::parse(a + "end=ok\n");
        const auto factsB = PiFacts::parse(b + "end=ok\n");
        QVERIFY(factsA && factsB);
        const auto found = routerClash(recipePlan(), { *factsA, *factsB });
        QCOMPARE(found ? found->toText() : QString(), clash);
        if (found)
            QVERIFY(RouterClash::fromText(clash) == found);
        QVERIFY(!RouterClash::fromText(u"192.168.1.1"_s)); // what a script knows
    }
};

QTEST_APPLESS_MAIN(TestTunnelState)
#include "tst_tunnelstate.moc"
