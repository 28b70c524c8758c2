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
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<QString>("toldA");
        QTest::addColumn<QString>("toldB");
        const auto row = [](const char *name, const QString &a, const QString &b, const QString &toldA, const QString &toldB) {
            QTest::newRow(name) << a << b << toldA << toldB;
        };
        const QString joined = u"joined"_s;
        row("both", joined, joined, joined, joined);
        row("B has no bridge", joined, u"apart:no-bridge"_s, u"apart:other-pi"_s, u"apart:no-bridge"_s);
        row("A has no filter", u"apart:no-filter"_s, joined, u"apart:no-filter"_s, u"apart:other-pi"_s);
        row("B says nothing", joined, QString(), u"apart:other-pi"_s, QString());
        row("neither", u"apart:no-peer"_s, u"apart:no-vpn"_s, u"apart:no-peer"_s, u"apart:no-vpn"_s);
    }
    void joinedIsWhereBothEndsAre()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(QString, toldA);
        QFETCH(QString, toldB);
        QCOMPARE(agreed({ a, b }).a, toldA);
        QCOMPARE(agreed({ a, b }).b, toldB);
        QCOMPARE(areJoined({ a, b }), toldA == u"joined"_s && toldB == u"joined"_s);
    }

    void routers_data()
    {
        QTest::addColumn<QByteArray>("a");
        QTest::addColumn<QByteArray>("b");
        QTest::addColumn<QString>("clash");
        const QByteArray one = "default_gw=192.168.1.1\n";
        const QByteArray hundred = "default_gw=192.168.1.100\n";
        QTest::newRow("as planned") << one + "default_gw_mac=02:00:00:00:0a:01\n" << hundred + "default_gw_mac=02:00:00:00:0b:01\n" << QString();
        QTest::newRow("as they leave the factory") << one + "default_gw_mac=02:00:00:00:0a:01\n" << one + "default_gw_mac=02:00:00:00:0b:01\n" << u"192.168.1.1 b 192.168.1.100"_s;
        QTest::newRow("A's is the wrong one") << hundred + "default_gw_mac=02:00:00:00:0a:01\n" << hundred + "default_gw_mac=02:00:00:00:0b:01\n" << u"192.168.1.100 a 192.168.1.1"_s;
        QTest::newRow("side by side, behind one router") << one + "default_gw_mac=02:00:00:00:0a:01\n" << one + "default_gw_mac=02:00:00:00:0A:01\n" << QString();
        QTest::newRow("one does not know its MAC") << one + "default_gw_mac=02:00:00:00:0a:01\n" << one << u"192.168.1.1 b 192.168.1.100"_s;
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
