// SPDX-License-Identifier: GPL-3.0-or-later
// To Pi B through Pi A: two sshds, and what happens when either of them is not what it should be.
#include "testnet.h"
#include "testsshd.h"

#include <QDir>
#include <QElapsedTimer>
#include <QtTest>
#include <atomic>
#include <thread>

using namespace twinlan;
using namespace twinlan::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestJump : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void reachesBThroughA();
    void carriesMuchBothWays();
    void unknownKeysAreToldApart();
    void changedKeyOfB();
    void errorsNameTheirHost_data();
    void errorsNameTheirHost();
    void withoutJumpCredentialsNoPasswordIsShown();
    void twoJumpsAreRefused();
    void aDyingEndIsConnectionLost_data();
    void aDyingEndIsConnectionLost();
    void hungJumpIsConnectionLost();
    void sharedConnectionIsOne();
    void commandsOfAGoOnBesideTheTunnel();
    void stopOfOneLeavesTheOtherAlone_data();
    void stopOfOneLeavesTheOtherAlone();
    void tunnelOutlivesTheSessionOfA();
    void dyingSharedConnectionEndsBoth();
    void nothingIsLeftBehind();
    void stopEndsConnecting();

private:
    SshSession::Options options();
    std::unique_ptr<SshSession> openSession(const SshSession::Options &wanted);
    // A session to B through one to A that is open already.
    std::unique_ptr<SshSession> openThrough(SshSession &a);
    std::unique_ptr<SshSession> openA() { return mustOpen(m_a->options(m_account->name()), withKey(m_a->clientKey())); }

    std::unique_ptr<Account> m_account;
    std::unique_ptr<Sshd> m_a;
    std::unique_ptr<Sshd> m_b;
};

namespace {

Command command(const QByteArray &script)
{
    Command made;
    made.script = script;
    return made;
}

QByteArray longText(int size)
{
    QByteArray text;
    for (int i = 1; i < size; ++i)
        text += static_cast<char>('a' + (i * 31 >> 3) % 26);
    return text + '\n';
}

// `program` reads the text, all of which travels to the Pi; then comes `after`.
Command saying(const QByteArray &program, const QByteArray &text, const QByteArray &after = {})
{
    return command(program + " <<'END'\n" + text + "END\n" + after);
}

qsizetype entries(const QString &dir)
{
    return QDir(dir).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size();
}

} // namespace

void TestJump::initTestCase()
{
    m_account = std::make_unique<Account>();
    m_a = std::make_unique<Sshd>();
    // ::1 for B, so that the two differ in more than their port.
    m_b = std::make_unique<Sshd>(Sshd::Setup { .config = {}, .address = u"::1"_s });
}

void TestJump::cleanupTestCase()
{
    m_a.reset();
    m_b.reset();
    m_account.reset();
}

SshSession::Options TestJump::options()
{
    auto made = m_b->options(m_account->name());
    made.jumps = { m_a->options(m_account->name()).target };
    if (!made.knownHosts.remember(m_a->address(), m_a->port(), m_a->hostKey().publicKey).ok())
        qFatal("cannot write known_hosts");
    return made;
}

std::unique_ptr<SshSession> TestJump::openSession(const SshSession::Options &wanted)
{
    const Credentials forA = withKey(m_a->clientKey());
    auto opened = SshSession::open(wanted, withKey(m_b->clientKey()), &forA);
    if (!opened) {
        QTest::qFail(qUtf8Printable(kindOf(opened) + u": "_s + opened.error().detail), __FILE__, __LINE__);
        return nullptr;
    }
    return std::move(*opened);
}

std::unique_ptr<SshSession> TestJump::openThrough(SshSession &a)
{
    auto opened = SshSession::openThrough(a, m_b->options(m_account->name()), withKey(m_b->clientKey()));
    if (!opened) {
        QTest::qFail(qUtf8Printable(kindOf(opened) + u": "_s + opened.error().detail), __FILE__, __LINE__);
        return nullptr;
    }
    return std::move(*opened);
}

void TestJump::reachesBThroughA()
{
    const auto session = openSession(options());
    QVERIFY(session);
    QCOMPARE(session->host(), u"::1"_s);
    const auto result = session->run(command("echo \"$SSH_CONNECTION\""));
    QCOMPARE(kindOf(result), u"ok"_s);
    QVERIFY((*result).out.contains("::1 " + QByteArray::number(m_b->port())));
    QVERIFY(m_a->log().contains("direct-tcpip"));
}

void TestJump::carriesMuchBothWays()
{
    const auto session = openSession(options());
    QVERIFY(session);
    const QByteArray text = longText(2'000'000);
    QElapsedTimer timer;
    timer.start();
    const auto result = session->run(saying("tee /dev/stderr", text));
    QCOMPARE(kindOf(result), u"ok"_s);
    QVERIFY((*result).out == text);
    QVERIFY((*result).err == text);
    qInfo("2 MB there and twice back through the jump: %lld ms", timer.elapsed());
}

void TestJump::unknownKeysAreToldApart()
{
    auto wanted = options();
    const Credentials forA = withKey(m_a->clientKey());
    const Credentials forB = withKey(m_b->clientKey());
    HostKey seen;
    wanted.knownHosts.path = m_b->path(u"known_hosts_of_a"_s);
    QVERIFY(wanted.knownHosts.remember(m_a->address(), m_a->port(), m_a->hostKey().publicKey).ok());
    auto opened = SshSession::open(wanted, forB, &forA, &seen);
    QCOMPARE(kindOf(opened), u"HostKeyUnknown"_s);
    QCOMPARE(opened.error().host, m_b->address());
    QCOMPARE(seen.publicKey, m_b->hostKey().publicKey);
    QCOMPARE(seen.host, m_b->address());
    QCOMPARE(seen.port, m_b->port());

    wanted.knownHosts.path = m_b->path(u"none"_s);
    opened = SshSession::open(wanted, forB, &forA, &seen);
    QCOMPARE(kindOf(opened), u"HostKeyUnknown"_s);
    QCOMPARE(opened.error().host, m_a->address());
    QCOMPARE(seen.publicKey, m_a->hostKey().publicKey);
    QCOMPARE(seen.host, m_a->address());
    QCOMPARE(seen.port, m_a->port());
}

void TestJump::changedKeyOfB()
{
    auto wanted = options();
    QVERIFY(wanted.knownHosts.remember(m_b->address(), m_b->port(), m_a->hostKey().publicKey).ok());
    const Credentials forA = withKey(m_a->clientKey());
    const auto opened = SshSession::open(wanted, withKey(m_b->clientKey()), &forA);
    QCOMPARE(kindOf(opened), u"HostKeyChanged"_s);
    QCOMPARE(opened.error().host, m_b->address());
}

void TestJump::errorsNameTheirHost_data()
{
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("aboutA");
    const auto row = [](const char *wrong, const char *kind, bool aboutA) {
        QTest::newRow(wrong) << QString::fromLatin1(wrong) << QString::fromLatin1(kind) << aboutA;
    };
    row("no listener at A", "ConnectionRefused", true);
    row("no key for A", "AuthDenied", true);
    row("no listener at B", "ConnectionRefused", false);
    row("B does not answer", "NoRoute", false);
    row("B is no SSH server", "NotSsh", false);
    row("no key for B", "AuthDenied", false);
}

void TestJump::errorsNameTheirHost()
{
    QFETCH(QString, wrong);
    QFETCH(QString, kind);
    QFETCH(bool, aboutA);
    auto wanted = options();
    wanted.connectDeadline = 1s;
    Credentials forA = withKey(m_a->clientKey());
    Credentials forB = withKey(m_b->clientKey());
    const Listener silent(Listener::Manner::Full);
    const Listener web(Listener::Manner::Says, "HTTP/1.1 400 Bad Request\r\n\r\n");
    if (wrong == u"no listener at A"_s)
        wanted.jumps.front().port = freePort();
    else if (wrong == u"no key for A"_s)
        forA = withKey({});
    else if (wrong == u"no listener at B"_s)
        wanted.target.port = freePort(true);
    else if (wrong == u"B does not answer"_s)
        wanted.target = { u"127.0.0.1"_s, silent.port(), m_account->name() };
    else if (wrong == u"B is no SSH server"_s)
        wanted.target = { u"127.0.0.1"_s, web.port(), m_account->name() };
    else
        forB = withKey({});
    QElapsedTimer timer;
    timer.start();
    const auto opened = SshSession::open(wanted, forB, &forA);
    QCOMPARE(kindOf(opened), kind);
    QCOMPARE(opened.error().host, aboutA ? m_a->address() : wanted.target.host);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

void TestJump::withoutJumpCredentialsNoPasswordIsShown()
{
    Sshd a({ .config = { "PasswordAuthentication yes" } });
    auto wanted = options();
    wanted.jumps = { a.options(m_account->name()).target };
    QVERIFY(wanted.knownHosts.remember(a.address(), a.port(), a.hostKey().publicKey).ok());
    const auto opened = SshSession::open(wanted, withPassword(m_account->password()));
    QCOMPARE(kindOf(opened), u"AuthDenied"_s);
    QVERIFY(!a.log().contains("Accepted password"));
}

void TestJump::twoJumpsAreRefused()
{
    auto wanted = options();
    wanted.jumps.push_back(wanted.jumps.front());
    QCOMPARE(kindOf(SshSession::open(wanted, {})), u"Internal"_s);
}

void TestJump::aDyingEndIsConnectionLost_data()
{
    QTest::addColumn<bool>("jumpDies");
    QTest::newRow("A dies") << true;
    QTest::newRow("B dies") << false;
}

void TestJump::aDyingEndIsConnectionLost()
{
    QFETCH(bool, jumpDies);
    Sshd dying;
    auto wanted = options();
    if (jumpDies)
        wanted.jumps = { dying.options(m_account->name()).target };
    else
        wanted.target = dying.options(m_account->name()).target;
    QVERIFY(wanted.knownHosts.remember(dying.address(), dying.port(), dying.hostKey().publicKey).ok());
    const Credentials forA = withKey(jumpDies ? dying.clientKey() : m_a->clientKey());
    auto opened = SshSession::open(wanted, withKey(jumpDies ? m_b->clientKey() : dying.clientKey()), &forA);
    QCOMPARE(kindOf(opened), u"ok"_s);
    QElapsedTimer timer;
    const auto result = (*opened)->run(command("echo begun; sleep 95"), {}, [&](const QByteArray &) {
        dying.stop();
        timer.start();
    });
    QCOMPARE(kindOf(result), u"ConnectionLost"_s);
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!(*opened)->isOpen());
    timer.restart();
    *opened = nullptr;
    QVERIFY2(timer.elapsed() < 200, qPrintable(QString::number(timer.elapsed())));
}

void TestJump::hungJumpIsConnectionLost()
{
    Sshd hanging;
    auto wanted = options();
    wanted.keepAlive = 1s;
    wanted.jumps = { hanging.options(m_account->name()).target };
    QVERIFY(wanted.knownHosts.remember(hanging.address(), hanging.port(), hanging.hostKey().publicKey).ok());
    const Credentials forA = withKey(hanging.clientKey());
    auto opened = SshSession::open(wanted, withKey(m_b->clientKey()), &forA);
    QCOMPARE(kindOf(opened), u"ok"_s);
    QElapsedTimer timer;
    const auto result = (*opened)->run(command("echo begun; sleep 96"), {}, [&](const QByteArray &) {
        hanging.freezeConnections();
        timer.start();
    });
    QCOMPARE(kindOf(result), u"ConnectionLost"_s);
    QVERIFY2(timer.elapsed() < 4500, qPrintable(QString::number(timer.elapsed())));
    timer.restart();
    *opened = nullptr;
    QVERIFY2(timer.elapsed() < 200, qPrintable(QString::number(timer.elapsed())));
}

void TestJump::sharedConnectionIsOne()
{
    const qsizetype before = m_a->log().count("Accepted publickey");
    const auto a = openA();
    QVERIFY(a);
    const auto b = openThrough(*a);
    QVERIFY(b);
    QCOMPARE(b->host(), u"::1"_s);
    const auto result = b->run(command("echo \"$SSH_CONNECTION\""));
    QCOMPARE(kindOf(result), u"ok"_s);
    QVERIFY((*result).out.contains("::1 " + QByteArray::number(m_b->port())));
    QCOMPARE(m_a->log().count("Accepted publickey"), before + 1);
}

void TestJump::commandsOfAGoOnBesideTheTunnel()
{
    const auto a = openA();
    QVERIFY(a);
    const auto b = openThrough(*a);
    QVERIFY(b);
    const QByteArray text = longText(4'000'000);
    std::atomic<bool> carried = false;
    QByteArray echoed;
    std::jthread carrying([&] {
        auto result = b->run(saying("cat", text, "sleep 0.5"));
        if (result)
            echoed = (*result).out;
        carried = true;
    });
    qint64 longest = 0;
    int commands = 0;
    while (!carried) {
        QElapsedTimer timer;
        timer.start();
        const auto result = a->run(command("echo here"));
        longest = std::max(longest, timer.elapsed());
        QCOMPARE(kindOf(result), u"ok"_s);
        QCOMPARE((*result).out, QByteArray("here\n"));
        ++commands;
    }
    carrying.join();
    QVERIFY(echoed == text);
    QVERIFY2(commands > 5, qPrintable(QString::number(commands)));
    qInfo("%d commands beside 8 MB in the tunnel, the slowest %lld ms", commands, longest);
    // And the other way round: a silent command of A holds nothing up.
    std::stop_source source;
    QString silent;
    std::jthread sleeping([&] { silent = kindOf(a->run(command("sleep 93"), source.get_token())); });
    QElapsedTimer timer;
    timer.start();
    const auto another = openThrough(*a);
    QVERIFY(another);
    QCOMPARE(kindOf(another->run(command("true"))), u"ok"_s);
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    source.request_stop();
    sleeping.join();
    QCOMPARE(silent, u"Cancelled"_s);
}

void TestJump::stopOfOneLeavesTheOtherAlone_data()
{
    QTest::addColumn<bool>("stopA");
    QTest::newRow("A's is stopped") << true;
    QTest::newRow("B's is stopped") << false;
}

void TestJump::stopOfOneLeavesTheOtherAlone()
{
    QFETCH(bool, stopA);
    const auto a = openA();
    QVERIFY(a);
    const auto b = openThrough(*a);
    QVERIFY(b);
    SshSession &stopped = stopA ? *a : *b;
    SshSession &other = stopA ? *b : *a;
    std::stop_source source;
    std::atomic<bool> begun = false;
    QString kind;
    std::jthread running([&] {
        kind = kindOf(other.run(command("echo begun; sleep 1; exit 0"), {},
            [&](const QByteArray &) { begun = true; }));
    });
    QVERIFY(waitUntil([&] { return begun.load(); }));
    QCOMPARE(kindOf(stopped.run(command("echo begun; sleep 92"), source.get_token(),
                 [&](const QByteArray &) { source.request_stop(); })),
        u"Cancelled"_s);
    running.join();
    QCOMPARE(kind, u"ok"_s);
    QCOMPARE(kindOf(stopped.run(command("true"))), u"ok"_s);
}

void TestJump::tunnelOutlivesTheSessionOfA()
{
    auto a = openA();
    QVERIFY(a);
    auto b = openThrough(*a);
    QVERIFY(b);
    a.reset();
    QCOMPARE(kindOf(b->run(command("true"))), u"ok"_s);
    b.reset();
    QTRY_VERIFY(m_a->connections().isEmpty());
}

void TestJump::dyingSharedConnectionEndsBoth()
{
    Sshd dying;
    const auto a = mustOpen(dying.options(m_account->name()), withKey(dying.clientKey()));
    QVERIFY(a);
    const auto b = openThrough(*a);
    QVERIFY(b);
    QString ofA;
    std::jthread running([&] { ofA = kindOf(a->run(command("sleep 91"))); });
    QElapsedTimer timer;
    const auto result = b->run(command("echo begun; sleep 91"), {}, [&](const QByteArray &) {
        dying.stop();
        timer.start();
    });
    running.join();
    QCOMPARE(kindOf(result), u"ConnectionLost"_s);
    QCOMPARE(ofA, u"ConnectionLost"_s);
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!a->isOpen());
    QVERIFY(!b->isOpen());
    // A tunnel that has no way any more.
    QCOMPARE(kindOf(SshSession::openThrough(*a, m_b->options(m_account->name()), withKey(m_b->clientKey()))),
        u"ConnectionLost"_s);
}

void TestJump::nothingIsLeftBehind()
{
    const auto wanted = options();
    QVERIFY(openSession(wanted));
    const qsizetype threads = entries(u"/proc/self/task"_s);
    const qsizetype descriptors = entries(u"/proc/self/fd"_s);
    for (int i = 0; i < 5; ++i)
        QVERIFY(openSession(wanted));
    QCOMPARE(entries(u"/proc/self/task"_s), threads);
    QCOMPARE(entries(u"/proc/self/fd"_s), descriptors);
    QTRY_VERIFY(m_a->connections().isEmpty() && m_b->connections().isEmpty());
}

void TestJump::stopEndsConnecting()
{
    auto wanted = options();
    const Listener silent(Listener::Manner::Silent);
    wanted.target = { u"127.0.0.1"_s, silent.port(), m_account->name() };
    const Credentials forA = withKey(m_a->clientKey());
    std::stop_source source;
    QElapsedTimer timer;
    const std::jthread person([&] {
        std::this_thread::sleep_for(400ms);
        timer.start();
        source.request_stop();
    });
    QCOMPARE(kindOf(SshSession::open(wanted, {}, &forA, nullptr, source.get_token())), u"Cancelled"_s);
    QVERIFY2(timer.elapsed() < 300, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestJump)
#include "tst_jump.moc"
