// SPDX-License-Identifier: GPL-3.0-or-later
// The first page of homes that are set up: what it shows of them, and that Diagnostics and the next pages have the same connections.
#include "app/diagnosticsstarter.h"
#include "tests/gui/stage.h"
#include "wizard/diagnostics/diagnosticspanel.h"
#include "wizard/widgets/homespicture.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QTcpServer>
#include <QTemporaryDir>

using namespace twinlan;
using namespace twinlan::test;

namespace {

const std::vector<Site> both { Site::A, Site::B };

template <class T> T *find(const Stage &stage, const QString &name)
{
    return stage.window->findChild<T *>(name);
}
QString textOf(const Stage &stage, const QString &name)
{
    const auto *label = find<QLabel>(stage, name);
    return label->isVisible() ? label->text() : QString();
}
QString pictureOf(const Stage &stage)
{
    return find<QWidget>(stage, u"welcomePage"_s)->findChild<HomesPicture *>()->accessibleName();
}
QString titleOf(const Stage &stage)
{
    return find<QWidget>(stage, u"welcomePage"_s)->accessibleName();
}

} // namespace

class TestHomePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFirstStartClaimsNothing()
    {
        Stage stage;
        stage.open();
        QCOMPARE(pictureOf(stage), u"Picture: two homes, each with a router and a Raspberry Pi"_s);
        QVERIFY(!find<QWidget>(stage, u"homesAgain"_s)->isVisible());
    }

    void joined()
    {
        Stage stage;
        stage.wereJoined(both);
        stage.open();
        QCOMPARE(titleOf(stage), u"The two homes are one network"_s);
        QVERIFY(pictureOf(stage).contains(u"one network"_s));
        QVERIFY(textOf(stage, u"homesState"_s).contains(u"direct"_s));
        QVERIFY(textOf(stage, u"homeTextB"_s).startsWith(u"Raspberry Pi B answers ("_s));
        QVERIFY(find<QWidget>(stage, u"welcomeCheck"_s)->isVisible() && find<QWidget>(stage, u"welcomeRemove"_s)->isVisible());
    }

    void lookAgain()
    {
        Stage stage;
        stage.wereJoined(both);
        stage.open();
        auto *again = find<QAbstractButton>(stage, u"homesAgain"_s);
        stage.world.answers = false;
        again->click();
        QVERIFY(!again->isEnabled());
        QCOMPARE(titleOf(stage), u"Checking the two homes…"_s);
        QVERIFY(!pictureOf(stage).contains(u"one network"_s)); // until it is known again
        for (const Site site : bothSites) {
            stage.world.facts[site].tunnelState = TunnelState::NoVpn;
            Q_EMIT stage.world.surveyed(site, stage.world.facts[site]);
        }
        QVERIFY(again->isEnabled());
        QCOMPARE(titleOf(stage), u"The two homes are not joined now"_s);
        QCOMPARE(pictureOf(stage), u"Picture: two homes that are not joined"_s);
        QCOMPARE(textOf(stage, u"homesState"_s), u"Not joined: Tailscale is not connected."_s); // once for both
    }

    void silent()
    {
        Stage stage;
        stage.wereJoined(both);
        stage.world.refuse.b = Error { ErrorKind::NoRoute, u"100.64.0.2"_s, {}, {} };
        stage.open();
        QCOMPARE(titleOf(stage), u"Your two homes"_s);
        QVERIFY(!pictureOf(stage).contains(u"joined"_s));
        const QString b = textOf(stage, u"homeTextB"_s);
        QVERIFY2(b.startsWith(u"Raspberry Pi B does not answer."_s) && b.contains(u"Last seen: Friday, November 20, 2026"_s), qPrintable(b));
        // Where the other one is the way, it is not said that this one is silent.
        Stage other;
        other.wereJoined(both);
        other.world.refuse.a = other.world.refuse.b = error(ErrorKind::NoRoute);
        other.open();
        QVERIFY(textOf(other, u"homeTextA"_s).startsWith(u"Raspberry Pi A does not answer."_s));
        QVERIFY(textOf(other, u"homeTextB"_s).startsWith(u"The way to it leads through Raspberry Pi A"_s));
    }

    void notRemembered()
    {
        Stage stage;
        stage.wereJoined({});
        stage.open();
        QVERIFY(textOf(stage, u"homesState"_s).contains(u"“Check it” asks for the passwords."_s));
        QCOMPARE(textOf(stage, u"homeTextA"_s), QString());
        QVERIFY(!find<QWidget>(stage, u"homesAgain"_s)->isVisible());
        QVERIFY(!pictureOf(stage).contains(u"joined"_s));
    }

    void goingOnAsksNoPassword()
    {
        Stage stage;
        stage.wereJoined(both);
        stage.open();
        stage.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        find<QAbstractButton>(stage, u"welcomeCheck"_s)->click();
        QVERIFY(!find<QWidget>(stage, u"passwordA"_s)->isVisible());
        QCOMPARE(stage.window->focusWidget()->objectName(), u"next"_s); // Enter goes on
        for (int i = 0; i < 3; ++i)
            find<QAbstractButton>(stage, u"next"_s)->click();
        QCOMPARE(stage.setup().page(), PageId::CheckUp);
        QCOMPARE(stage.world.calls.filter(u"signIn"_s).size(), 2);
    }

    void diagnosticsOpenConnected()
    {
        QTemporaryDir folder;
        RemoteBackend connections(folder.filePath(u"known_hosts"_s)); // to nobody
        Stage stage;
        stage.wereJoined(both);
        stage.world.refuse.b = Error { ErrorKind::NoRoute, u"100.64.0.2"_s, {}, {} };
        stage.open();
        startDiagnosticsWhenShown(*stage.window, connections);
        QCOMPARE(stage.world.calls.filter(u"signIn"_s).size(), 2);
        stage.world.refuse.b.reset(); // it was restarting
        find<QTabWidget>(stage, u"tabs"_s)->setCurrentIndex(1);
        QVERIFY(stage.window->diagnostics()->isRunning());
        QCOMPARE(stage.world.calls.filter(u"signIn"_s).size(), 3);
        for (const QString &name : { u"diagnosticsBridgeA"_s, u"diagnosticsBridgeB"_s })
            QVERIFY2(!textOf(stage, name).contains(u"Not connected to this Pi."_s), qPrintable(textOf(stage, name)));
        QCOMPARE(stage.setup().page(), PageId::Welcome);
        stage.window->diagnostics()->stop();
        stage.window.reset();
        MeasureSource::joinStopped();
    }

    // By the real backend, and a Pi that takes the connection and never speaks: the window is there at once, and gone at once.
    void aSilentPiHoldsNobodyUp()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        QTemporaryDir folder;
        auto backend = std::make_unique<RemoteBackend>(folder.filePath(u"known_hosts"_s));
        FakeBackend world;
        SavedSetup saved = joinedSetup(world, both, SavedSetup());
        auto window = std::make_unique<MainWindow>(*backend, saved);
        window->show();
        PiAnswers answers = window->setup().answers(Site::A);
        answers.host = u"127.0.0.1"_s;
        answers.port = silent.serverPort();
        window->setup().setAnswers(Site::A, answers);
        QElapsedTimer clock;
        clock.start();
        window->setup().connectTo(Site::A, Secret(u"x"_s), {}); // the test has no desktop that would keep a key
        QVERIFY2(clock.elapsed() < 100, qPrintable(QString::number(clock.elapsed())));
        QTest::qWait(300);
        QCOMPARE(window->setup().homes().stage(Site::A), HomeStage::Looking);
        clock.restart();
        window->close();
        window.reset();
        backend.reset();
        QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
    }
};

QTEST_MAIN(TestHomePage)
#include "tst_homepage.moc"
