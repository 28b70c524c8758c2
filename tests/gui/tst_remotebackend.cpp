// SPDX-License-Identifier: GPL-3.0-or-later
// The real backend where nobody answers: the window stays alive, the error is typed, quitting is quick.
#include "wizard/backend/remotebackend.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;

class TestRemoteBackend : public QObject
{
    Q_OBJECT

private:
    static SignIn at(const QString &host, int port)
    {
        SignIn signIn;
        signIn.target = { host, port, u"pi"_s };
        signIn.credentials.password = Secret(u"x"_s);
        signIn.credentials.useAgent = false;
        return signIn;
    }

private Q_SLOTS:
    void aClosedPortIsRefused()
    {
        QTemporaryDir folder;
        RemoteBackend backend(folder.filePath(u"known_hosts"_s));
        std::optional<Error> error;
        connect(&backend, &Backend::failed, this, [&](Task task, Site, const Error &e) {
            QCOMPARE(task, Task::SignIn);
            error = e;
        });
        backend.signIn(Site::A, at(u"127.0.0.1"_s, 1));
        QTRY_VERIFY_WITH_TIMEOUT(error, 10'000);
        QCOMPARE(error->kind, ErrorKind::ConnectionRefused);
    }

    // "Refresh" of a Pi that has died, "Next", "Back", "Connect": all of it has its end, soon, and nothing is tried for nobody.
    void whatANewSignInDisplacesHasItsEnd()
    {
        QTcpServer dead;
        QVERIFY(dead.listen(QHostAddress::LocalHost));
        const quint16 port = dead.serverPort();
        int connections = 0;
        connect(&dead, &QTcpServer::newConnection, this, [&] { ++connections; });
        dead.close(); // at first
        QTemporaryDir folder;
        RemoteBackend backend(folder.filePath(u"known_hosts"_s));
        QStringList ends;
        connect(&backend, &Backend::failed, this, [&](Task task, Site site, const Error &e) {
            ends << u"%1 %2 %3"_s.arg(QString(int(task), u'x'), site == Site::A ? u"A"_s : u"B"_s, errorKindName(e.kind));
        });
        connect(&backend, &Backend::superseded, this, [&](Task task, Site site) {
            ends << u"%1 %2 superseded"_s.arg(QString(int(task), u'x'), site == Site::A ? u"A"_s : u"B"_s);
        });
        const auto end = [](Task task, const QString &rest) { return QString(int(task), u'x') + u' ' + rest; };
        backend.signIn(Site::A, at(u"127.0.0.1"_s, port));
        backend.signIn(Site::B, at(u"127.0.0.1"_s, 1));
        QTRY_COMPARE_WITH_TIMEOUT(ends.size(), 2, 10'000);
        ends.clear();
        QVERIFY(dead.listen(QHostAddress::LocalHost, port));
        backend.survey(Site::A);
        QTRY_COMPARE_WITH_TIMEOUT(connections, 1, 10'000);
        backend.checkUp({});
        QTest::qWait(200); // Pi B answers at once
        QCOMPARE(ends, QStringList());
        backend.signIn(Site::A, at(u"127.0.0.1"_s, 1));
        QTRY_COMPARE_WITH_TIMEOUT(ends.size(), 3, 5'000);
        QVERIFY2(ends.contains(end(Task::Survey, u"A superseded"_s)), qPrintable(ends.join(u'\n')));
        QVERIFY2(ends.contains(end(Task::CheckUp, u"A superseded"_s)), qPrintable(ends.join(u'\n')));
        QVERIFY2(ends.contains(end(Task::SignIn, u"A ConnectionRefused"_s)), qPrintable(ends.join(u'\n')));
        QTest::qWait(300);
        QCOMPARE(connections, 1);
    }

    // "Stop" before the setup has had its turn: it ends as stopped, and has done nothing.
    void aStopBeforeTheBeginningIsOneToo()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        QTemporaryDir folder;
        RemoteBackend backend(folder.filePath(u"known_hosts"_s));
        for (const Site site : bothSites)
            backend.signIn(site, at(u"127.0.0.1"_s, silent.serverPort()));
        QList<int> ends;
        connect(&backend, &Backend::failed, this, [&](Task task, Site, const Error &e) {
            if (e.kind == ErrorKind::Cancelled)
                ends << int(task);
        });
        backend.check({});
        QTest::qWait(100);
        backend.apply({});
        backend.stop();
        QTRY_VERIFY_WITH_TIMEOUT(ends.contains(int(Task::Apply)), 5'000);
    }

    // A host that takes the connection and never speaks: the GUI thread does not wait for it, nor does quitting.
    void aSilentHostHoldsNobodyUp()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        QTemporaryDir folder;
        auto backend = std::make_unique<RemoteBackend>(folder.filePath(u"known_hosts"_s));
        QElapsedTimer clock;
        clock.start();
        backend->signIn(Site::A, at(u"127.0.0.1"_s, silent.serverPort()));
        backend->signIn(Site::B, at(u"127.0.0.1"_s, silent.serverPort()));
        QVERIFY(clock.elapsed() < 100); // the call itself; 16 ms is measured in tests/bench on a quiet machine
        QTest::qWait(300);
        clock.restart();
        backend.reset();
        QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestRemoteBackend)
#include "tst_remotebackend.moc"
