// SPDX-License-Identifier: GPL-3.0-or-later
// The real backend where nobody answers: the window stays alive, the error is typed, quitting is quick.
#include "wizard/remotebackend.h"

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
