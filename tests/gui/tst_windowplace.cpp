// SPDX-License-Identifier: GPL-3.0-or-later
// The window comes back where it was, on a screen that is there, and never larger than that.
#include "app/windowplace.h"
#include "tests/gui/stage.h"

#include <QFile>
#include <QGuiApplication>
#include <QScreen>
#include <QTemporaryDir>
#include <QTest>

using namespace twinlan;
using namespace twinlan::test;

class TestWindowPlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placedOnAScreen_data()
    {
        QTest::addColumn<QList<QRect>>("screens");
        QTest::addColumn<QRect>("window");
        QTest::addColumn<QRect>("expected");
        const QRect large(0, 0, 1920, 1040);
        const QRect beside(1920, 0, 1280, 1024);
        const QRect smallest(0, 0, 1024, 600);
        const QRect usual(100, 100, 1000, 580);
        QTest::newRow("fits") << QList { large } << usual << usual;
        QTest::newRow("on the second screen") << QList { large, beside } << QRect(2000, 50, 1000, 580) << QRect(2000, 50, 1000, 580);
        QTest::newRow("the second screen is gone") << QList { large } << QRect(2000, 50, 1000, 580) << QRect(914, 50, 1000, 580);
        QTest::newRow("far away") << QList { large } << QRect(-5000, 9000, 1000, 580) << QRect(6, 454, 1000, 580);
        QTest::newRow("partly outside") << QList { large } << QRect(-300, -20, 1000, 580) << QRect(6, 34, 1000, 580);
        QTest::newRow("the screen is smaller now") << QList { smallest } << QRect(0, 0, 1900, 1000) << QRect(6, 34, 1012, 560);
        QTest::newRow("the smallest screen") << QList { smallest } << QRect(0, 0, 1000, 580) << QRect(6, 34, 1000, 560);
        QTest::newRow("no screen at all") << QList<QRect>() << usual << usual;
    }

    void placedOnAScreen()
    {
        QFETCH(QList<QRect>, screens);
        QFETCH(QRect, window);
        QFETCH(QRect, expected);
        QCOMPARE(placedOn(screens, window), expected);
    }

    void itComesBack()
    {
        const QTemporaryDir folder;
        const QRect room = QGuiApplication::primaryScreen()->availableGeometry();
        QRect where;
        {
            Stage stage(u"en"_s, SavedSetup(folder.path()));
            stage.open();
            stage.window->setGeometry(room.left() + 40, room.top() + 50, 700, 500);
            where = stage.window->geometry();
            QVERIFY(stage.window->close());
        }
        FakeBackend world;
        MainWindow again(world, SavedSetup(folder.path()));
        QCOMPARE(again.geometry(), where);
    }

    void aDamagedFileIsNoPlace()
    {
        const QTemporaryDir folder;
        const SavedSetup saved(folder.path());
        QFile file(saved.windowPath());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("not what Qt writes") > 0);
        file.close();
        FakeBackend world;
        MainWindow window(world, saved);
        const QRect room = QGuiApplication::primaryScreen()->availableGeometry();
        QVERIFY(window.width() >= 600 && window.width() <= room.width() && window.height() <= room.height());
    }

    // The smallest screen that has to do has room for each page, in its frame, without a scroll bar for the window.
    void noPageNeedsMoreThanTheSmallestScreen_data() { addScenesInBothLanguages(); }
    void noPageNeedsMoreThanTheSmallestScreen()
    {
        QFETCH(QString, language);
        QFETCH(int, scene);
        const Scene it = scenes()[std::size_t(scene)];
        Stage stage(language);
        it.open(stage);
        it.playOn(stage);
        QCoreApplication::processEvents();
        const QSize least = stage.window->minimumSizeHint();
        const QSize room = placedOn({ QRect(0, 0, 1024, 564) }, QRect(0, 0, 1024, 600)).size(); // a panel of 36 pixels
        QVERIFY2(least.boundedTo(room) == least, qPrintable(u"%1x%2"_s.arg(least.width()).arg(least.height())));
    }
};

QTEST_MAIN(TestWindowPlace)
#include "tst_windowplace.moc"
