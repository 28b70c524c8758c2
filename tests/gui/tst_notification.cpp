// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever does something else while a setup runs hears of its end from the desktop: on a real bus, whose notification service is the test.
#include "app/notification.h"
#include "tests/gui/stage.h"

#include <QDBusConnection>
#include <QProcess>
#include <QTest>

using namespace twinlan;
using namespace twinlan::test;

class Desktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QList<QStringList> shown; // title, text, icon

public Q_SLOTS:
    quint32 Notify(const QString &, quint32, const QString &icon, const QString &title, const QString &text, const QStringList &,
        const QVariantMap &, int)
    {
        shown << QStringList { title, text, icon };
        return quint32(shown.size());
    }
};

class TestNotification : public QObject
{
    Q_OBJECT

    QProcess m_bus;
    Desktop m_desktop;

    static void open(Stage &stage)
    {
        stage.open();
        connect(stage.window.get(), &MainWindow::endedUnseen, [](const QString &how) { notify(u"TwinLAN"_s, how); });
    }

private Q_SLOTS:
    void initTestCase()
    {
        QGuiApplication::setDesktopFileName(u"twinlan"_s);
        m_bus.start(u"dbus-daemon"_s, { u"--session"_s, u"--nofork"_s, u"--print-address"_s });
        QVERIFY(m_bus.waitForReadyRead());
        const QByteArray address = m_bus.readLine().trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        auto bus = QDBusConnection::connectToBus(QString::fromLatin1(address), u"desktop"_s);
        QVERIFY(bus.registerObject(u"/org/freedesktop/Notifications"_s, &m_desktop, QDBusConnection::ExportAllSlots));
        QVERIFY(bus.registerService(u"org.freedesktop.Notifications"_s));
    }
    void init() { m_desktop.shown.clear(); }

    void atTheEnd_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("fails");
        QTest::addColumn<QString>("text");
        QTest::newRow("joined") << u"en"_s << false << u"The two homes are one network"_s;
        QTest::newRow("joined, Japanese") << u"ja"_s << false << u"2つの家がひとつのネットワークになりました"_s;
        QTest::newRow("failed") << u"en"_s << true << u"Setup didn't finish"_s;
    }
    void atTheEnd()
    {
        QFETCH(QString, language);
        QFETCH(bool, fails);
        QFETCH(QString, text);
        Stage stage(language);
        open(stage);
        QWidget other;
        other.show();
        other.activateWindow();
        QTRY_VERIFY(!stage.window->isActiveWindow());
        stage.toApply();
        QVERIFY(m_desktop.shown.isEmpty());
        if (fails)
            Q_EMIT stage.world.failed(Task::Apply, Site::B, error(ErrorKind::TimedOut));
        else
            stage.world.finish(Carrier::Gre, TunnelState::Joined);
        QTRY_COMPARE(m_desktop.shown, (QList<QStringList> { { u"TwinLAN"_s, text, u"twinlan"_s } }));
    }

    // Who looks at the window sees it.
    void notInTheWay()
    {
        Stage stage;
        open(stage);
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        stage.toApply();
        stage.world.finish(Carrier::Gre, TunnelState::Joined);
        QTest::qWait(300);
        QCOMPARE(m_desktop.shown, QList<QStringList>());
    }

    void cleanupTestCase()
    {
        m_bus.terminate();
        m_bus.waitForFinished();
    }
};

QTEST_MAIN(TestNotification)
#include "tst_notification.moc"
