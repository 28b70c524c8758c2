// SPDX-License-Identifier: GPL-3.0-or-later
// Reaching a Pi, and each way of not reaching it.
#include "testnet.h"
#include "testsshd.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace twinlan;
using namespace twinlan::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestConnect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void reachesIPv4AndPort();
    void reachesIPv6();
    void reachesNameWithOneDeadFamily_data();
    void reachesNameWithOneDeadFamily();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void noNetworkIsNoRoute();
    void unknownNameIsHostNotFound();
    void badTargetIsInternal_data();
    void badTargetIsInternal();
    void stopEndsConnecting_data();
    void stopEndsConnecting();
    void goesWithoutWaitingForAStoppedPeer();
    void knowsThatTheOtherSideHasGone();

private:
    SshSession::Options optionsFor(const QString &host, int port) const;

    std::unique_ptr<Account> m_account;
};

void TestConnect::initTestCase()
{
    m_account = std::make_unique<Account>();
}

void TestConnect::cleanupTestCase()
{
    m_account.reset();
}

SshSession::Options TestConnect::optionsFor(const QString &host, int port) const
{
    SshSession::Options options;
    options.target = { host, port, m_account->name() };
    options.knownHosts.path = u"/nonexistent/known_hosts"_s;
    options.connectDeadline = 500ms;
    return options;
}

void TestConnect::reachesIPv4AndPort()
{
    Sshd sshd;
    const auto session = mustOpen(sshd.options(m_account->name()), withKey(sshd.clientKey()));
    QVERIFY(session);
    QVERIFY(session->isOpen());
    QCOMPARE(session->host(), u"127.0.0.1"_s);
    const auto result = session->run({ .script = "id -un", .args = {} });
    QCOMPARE(kindOf(result), u"ok"_s);
    QCOMPARE((*result).out.trimmed(), m_account->name().toUtf8());
}

void TestConnect::reachesIPv6()
{
    Sshd sshd({ .config = {}, .address = u"::1"_s });
    const auto options = sshd.options(m_account->name());
    QVERIFY(QFile(options.knownHosts.path).open(QIODevice::ReadOnly));
    const auto session = mustOpen(options, withKey(sshd.clientKey()));
    QVERIFY(session);
    QCOMPARE(session->host(), u"::1"_s);
}

void TestConnect::reachesNameWithOneDeadFamily_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("only IPv4 listens") << u"127.0.0.1"_s;
    QTest::newRow("only IPv6 listens") << u"::1"_s;
}

void TestConnect::reachesNameWithOneDeadFamily()
{
    QFETCH(QString, address);
    Sshd sshd({ .config = {}, .address = address });
    auto options = sshd.options(m_account->name());
    options.target.host = u"localhost"_s; // ::1 and 127.0.0.1 in Debian's /etc/hosts
    if (!runTool(u"getent"_s, { u"ahosts"_s, u"localhost"_s })
             .contains(address.toUtf8()))
        options.target.host = address;
    QVERIFY(options.knownHosts.remember(options.target.host, sshd.port(), sshd.hostKey().publicKey).ok());
    QVERIFY(mustOpen(options, withKey(sshd.clientKey())));
}

void TestConnect::namesWhatIsWrong_data()
{
    QTest::addColumn<int>("manner"); // -1: nothing listens
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QString>("kind");
    using Manner = Listener::Manner;
    const auto row = [](const char *name, int manner, const QByteArray &words, const char *kind) {
        QTest::newRow(name) << manner << words << QString::fromLatin1(kind);
    };
    row("nothing listens", -1, {}, "ConnectionRefused");
    row("no answer at all", int(Manner::Full), {}, "NoRoute");
    row("web server", int(Manner::Says), "HTTP/1.1 400 Bad Request\r\nServer: x\r\n\r\n", "NotSsh");
    row("one byte, no line", int(Manner::Says), "?", "NotSsh");
    row("endless lines", int(Manner::Chatters), "0123456789\r\n", "NotSsh");
    row("one endless line", int(Manner::Chatters), "0123456789", "NotSsh");
    row("silence", int(Manner::Silent), {}, "TimedOut");
    row("hangs up", int(Manner::HangsUp), {}, "ConnectionLost");
}

void TestConnect::namesWhatIsWrong()
{
    QFETCH(int, manner);
    QFETCH(QByteArray, words);
    QFETCH(QString, kind);
    std::unique_ptr<Listener> listener;
    if (manner >= 0)
        listener = std::make_unique<Listener>(Listener::Manner(manner), words);
    QElapsedTimer timer;
    timer.start();
    const auto opened
        = SshSession::open(optionsFor(u"127.0.0.1"_s, listener ? listener->port() : freePort()), {});
    QCOMPARE(kindOf(opened), kind);
    QCOMPARE(opened.error().host, u"127.0.0.1"_s);
    QVERIFY2(timer.elapsed() < 1500, qPrintable(QString::number(timer.elapsed())));
}

void TestConnect::noNetworkIsNoRoute()
{
    QString kind;
    inEmptyNetwork([&] { kind = kindOf(SshSession::open(optionsFor(u"192.0.2.1"_s, 22), {})); });
    QCOMPARE(kind, u"NoRoute"_s);
}

void TestConnect::unknownNameIsHostNotFound()
{
    QString kind;
    inEmptyNetwork([&] { kind = kindOf(SshSession::open(optionsFor(u"no-such-pi.invalid"_s, 22), {})); });
    QCOMPARE(kind, u"HostNotFound"_s);
}

void TestConnect::badTargetIsInternal_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("user");
    const QString host = u"127.0.0.1"_s;
    const QString user = u"pi"_s;
    QTest::newRow("no host") << QString() << 22 << user;
    QTest::newRow("port 0") << host << 0 << user;
    QTest::newRow("port 65536") << host << 65536 << user;
    QTest::newRow("no user") << host << 22 << QString();
}

void TestConnect::badTargetIsInternal()
{
    QFETCH(QString, host);
    QFETCH(int, port);
    QFETCH(QString, user);
    auto options = optionsFor(host, port);
    options.target.user = user;
    QCOMPARE(kindOf(SshSession::open(options, {})), u"Internal"_s);
}

void TestConnect::stopEndsConnecting_data()
{
    QTest::addColumn<int>("manner");
    QTest::newRow("while nobody answers") << int(Listener::Manner::Full);
    QTest::newRow("while the server is silent") << int(Listener::Manner::Silent);
}

void TestConnect::stopEndsConnecting()
{
    QFETCH(int, manner);
    Listener listener { Listener::Manner(manner) };
    auto options = optionsFor(u"127.0.0.1"_s, listener.port());
    options.connectDeadline = 60s;
    std::stop_source source;
    QElapsedTimer timer;
    const std::jthread person([&] {
        std::this_thread::sleep_for(100ms);
        timer.start();
        source.request_stop();
    });
    QCOMPARE(kindOf(SshSession::open(options, {}, nullptr, nullptr, source.get_token())), u"Cancelled"_s);
    QVERIFY2(timer.elapsed() < 200, qPrintable(QString::number(timer.elapsed())));
}

void TestConnect::goesWithoutWaitingForAStoppedPeer()
{
    Sshd sshd;
    auto session = mustOpen(sshd.options(m_account->name()), withKey(sshd.clientKey()));
    QVERIFY(session);
    sshd.freezeConnections();
    QElapsedTimer timer;
    timer.start();
    session.reset();
    QVERIFY2(timer.elapsed() < 100, qPrintable(QString::number(timer.elapsed())));
}

void TestConnect::knowsThatTheOtherSideHasGone()
{
    Sshd sshd;
    const auto session = mustOpen(sshd.options(m_account->name()), withKey(sshd.clientKey()));
    QVERIFY(session);
    QVERIFY(session->isOpen());
    sshd.stop();
    QTRY_VERIFY(!session->isOpen());
    QCOMPARE(kindOf(session->run({ .script = "true", .args = {} })), u"ConnectionLost"_s);
}

QTEST_GUILESS_MAIN(TestConnect)
#include "tst_connect.moc"
