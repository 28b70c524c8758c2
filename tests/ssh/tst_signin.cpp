// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in: key file, agent, keyboard-interactive, password, and what is said when none of them works.
#include "testsshd.h"

#include <QProcess>
#include <QScopeGuard>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace twinlan;
using namespace twinlan::test;

class TestSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void keyTypes_data();
    void keyTypes();
    void keyFiles_data();
    void keyFiles();
    void badKeyDoesNotHideGoodPassword();
    void passwords_data();
    void passwords();
    void wrongPasswordThenRight();
    void twoFactors();
    void agent();
    void agentIsLeftAloneWhenUnwanted();
    void agentWithTooManyKeysLeavesRoomForThePassword();
    void slowSignInKeepsToTheDeadline();

private:
    // An ssh-agent with `keys` fresh keys, in SSH_AUTH_SOCK while it lives. The last key's file comes back.
    std::unique_ptr<QProcess> startAgent(const QTemporaryDir &dir, int keys, QString *lastKey = nullptr);

    std::unique_ptr<Account> m_account;
};

namespace {

const QByteArrayList passwordOnly { "PasswordAuthentication yes" };
const QByteArrayList keyboardOnly { "UsePAM yes", "KbdInteractiveAuthentication yes" };

bool saysNoSecret(const Error &error)
{
    return !error.detail.contains(u"pä ss"_s) && !error.detail.contains(u"wrong-secret"_s);
}

} // namespace

void TestSignIn::initTestCase()
{
    qunsetenv("SSH_AUTH_SOCK"); // the developer's own agent has no say here
    m_account = std::make_unique<Account>();
}

void TestSignIn::cleanupTestCase()
{
    m_account.reset();
}

void TestSignIn::keyTypes_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("passphrase");
    for (const char *type : { "ed25519", "ecdsa", "rsa" }) {
        QTest::newRow(type) << QString::fromLatin1(type) << QString();
        QTest::newRow((QByteArray(type) + " encrypted").constData())
            << QString::fromLatin1(type) << u"pass phrase 日本語"_s;
    }
}

void TestSignIn::keyTypes()
{
    QFETCH(QString, type);
    QFETCH(QString, passphrase);
    Sshd sshd;
    const QString key = makeKey(sshd.path(u"key"_s), passphrase, type);
    sshd.authorize(key + u".pub"_s);
    Credentials credentials = withKey(key);
    credentials.keyPassphrase = Secret(passphrase);
    QVERIFY(mustOpen(sshd.options(m_account->name()), credentials));
}

void TestSignIn::keyFiles_data()
{
    QTest::addColumn<QString>("made"); // what is in the key file
    QTest::addColumn<QString>("passphrase");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *name, const char *made, const char *passphrase, const char *kind) {
        QTest::newRow(name) << QString::fromLatin1(made) << QString::fromLatin1(passphrase)
                            << QString::fromLatin1(kind);
    };
    row("right passphrase", "encrypted", "right", "ok");
    row("wrong passphrase", "encrypted", "wrong-secret", "KeyPassphraseWrong");
    row("no passphrase", "encrypted", "", "KeyPassphraseWrong"); // and no question on the terminal
    row("needless passphrase", "plain", "wrong-secret", "ok");
    row("missing file", "missing", "", "KeyUnreadable");
    row("rubbish", "rubbish", "", "KeyUnreadable");
    row("a public key", "public", "", "KeyUnreadable");
    row("a folder", "folder", "", "KeyUnreadable");
    row("PEM, right", "pem", "right", "ok");
    row("PEM, wrong", "pem", "wrong-secret", "KeyPassphraseWrong");
    row("not authorized", "stranger", "", "AuthDenied");
}

void TestSignIn::keyFiles()
{
    QFETCH(QString, made);
    QFETCH(QString, passphrase);
    QFETCH(QString, kind);
    Sshd sshd;
    QString key = sshd.path(u"key"_s);
    if (made == u"pem"_s) {
        runTool(u"ssh-keygen"_s,
            { u"-q"_s, u"-t"_s, u"rsa"_s, u"-m"_s,
                u"PEM"_s, u"-N"_s, u"right"_s, u"-f"_s, key });
    } else if (made != u"missing"_s && made != u"folder"_s) {
        makeKey(key, made == u"encrypted"_s ? u"right"_s : QString());
    }
    if (made == u"rubbish"_s) {
        QFile file(key);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("-----BEGIN OPENSSH PRIVATE KEY-----\nrubbish\n");
    } else if (made == u"public"_s) {
        key += u".pub"_s;
    } else if (made == u"folder"_s) {
        QVERIFY(QDir().mkdir(key));
    }
    if (QFile::exists(key + u".pub"_s) && made != u"stranger"_s)
        sshd.authorize(key + u".pub"_s);

    Credentials credentials = withKey(key);
    credentials.keyPassphrase = Secret(passphrase);
    const auto opened = SshSession::open(sshd.options(m_account->name()), credentials);
    QCOMPARE(kindOf(opened), kind);
    if (!opened) {
        QVERIFY(saysNoSecret(opened.error()));
        QCOMPARE(opened.error().host, sshd.address());
    }
}

void TestSignIn::badKeyDoesNotHideGoodPassword()
{
    Sshd sshd({ .config = passwordOnly });
    Credentials credentials = withPassword(m_account->password());
    credentials.keyFile = u"/nonexistent/key"_s;
    QVERIFY(mustOpen(sshd.options(m_account->name()), credentials));
}

void TestSignIn::passwords_data()
{
    QTest::addColumn<QByteArrayList>("config");
    QTest::addColumn<bool>("right");
    QTest::addColumn<QString>("kind");
    const QString ok = u"ok"_s;
    const QString denied = u"AuthDenied"_s;
    QTest::newRow("password, right") << passwordOnly << true << ok;
    QTest::newRow("password, wrong") << passwordOnly << false << denied;
    QTest::newRow("keyboard-interactive, right") << keyboardOnly << true << ok;
    QTest::newRow("keyboard-interactive, wrong") << keyboardOnly << false << denied;
    QTest::newRow("both, right") << keyboardOnly + passwordOnly << true << ok;
    QTest::newRow("both, wrong") << keyboardOnly + passwordOnly << false << denied;
    QTest::newRow("server hangs up, wrong") << passwordOnly + QByteArrayList { "MaxAuthTries 1" } << false << denied;
    QTest::newRow("server takes keys only") << QByteArrayList {} << true << denied;
}

void TestSignIn::passwords()
{
    QFETCH(QByteArrayList, config);
    QFETCH(bool, right);
    QFETCH(QString, kind);
    Sshd sshd({ .config = config });
    const auto opened = SshSession::open(sshd.options(m_account->name()),
        withPassword(right ? m_account->password() : Secret(u"wrong-secret"_s)));
    QCOMPARE(kindOf(opened), kind);
    if (!opened)
        QVERIFY(saysNoSecret(opened.error()));
}

void TestSignIn::wrongPasswordThenRight()
{
    Sshd sshd({ .config = passwordOnly });
    const auto options = sshd.options(m_account->name());
    QCOMPARE(kindOf(SshSession::open(options, withPassword(Secret(u"wrong-secret"_s)))),
        u"AuthDenied"_s);
    QVERIFY(mustOpen(options, withPassword(m_account->password())));
    auto stranger = options;
    stranger.target.user = u"nobody-of-that-name"_s;
    QCOMPARE(kindOf(SshSession::open(stranger, withPassword(m_account->password()))), u"AuthDenied"_s);
}

void TestSignIn::twoFactors()
{
    Sshd sshd({ .config = passwordOnly + QByteArrayList { "AuthenticationMethods publickey,password" } });
    const auto options = sshd.options(m_account->name());
    Credentials both = withKey(sshd.clientKey());
    both.password = m_account->password();
    QVERIFY(mustOpen(options, both));
    QCOMPARE(kindOf(SshSession::open(options, withKey(sshd.clientKey()))), u"AuthDenied"_s);
}

std::unique_ptr<QProcess> TestSignIn::startAgent(const QTemporaryDir &dir, int keys, QString *lastKey)
{
    const QString socket = dir.filePath(u"agent"_s);
    auto agent = std::make_unique<QProcess>();
    agent->start(u"ssh-agent"_s, { u"-D"_s, u"-a"_s, socket });
    if (!waitUntil([&] { return QFile::exists(socket); }))
        QTest::qFail("no agent", __FILE__, __LINE__);
    qputenv("SSH_AUTH_SOCK", QFile::encodeName(socket));
    for (int i = 0; i < keys; ++i) {
        const QString key = makeKey(dir.filePath(u"key%1"_s.arg(i)));
        runTool(u"ssh-add"_s, { u"-q"_s, key });
        if (lastKey)
            *lastKey = key;
    }
    return agent;
}

void TestSignIn::agent()
{
    const auto clean = qScopeGuard([] { qunsetenv("SSH_AUTH_SOCK"); });
    const QTemporaryDir dir;
    QString key;
    const auto agent = startAgent(dir, 2, &key);
    Sshd sshd;
    sshd.authorize(key + u".pub"_s);
    QVERIFY(QFile::remove(key)); // so it is the agent, and nothing else
    QVERIFY(mustOpen(sshd.options(m_account->name()), Credentials {}));
    agent->terminate();
    agent->waitForFinished();
}

void TestSignIn::agentIsLeftAloneWhenUnwanted()
{
    const auto clean = qScopeGuard([] { qunsetenv("SSH_AUTH_SOCK"); });
    const QTemporaryDir dir;
    QString key;
    const auto agent = startAgent(dir, 1, &key);
    Sshd sshd;
    sshd.authorize(key + u".pub"_s);
    Credentials credentials;
    credentials.useAgent = false;
    QCOMPARE(kindOf(SshSession::open(sshd.options(m_account->name()), credentials)), u"AuthDenied"_s);
    agent->terminate();
    agent->waitForFinished();
    // A socket that nobody serves any more is no error either.
    credentials = withKey(sshd.clientKey());
    credentials.useAgent = true;
    QVERIFY(mustOpen(sshd.options(m_account->name()), credentials));
}

void TestSignIn::agentWithTooManyKeysLeavesRoomForThePassword()
{
    const auto clean = qScopeGuard([] { qunsetenv("SSH_AUTH_SOCK"); });
    const QTemporaryDir dir;
    const auto agent = startAgent(dir, 8); // MaxAuthTries is 6
    Sshd sshd({ .config = passwordOnly });
    Credentials credentials = withPassword(m_account->password());
    credentials.useAgent = true;
    QVERIFY(mustOpen(sshd.options(m_account->name()), credentials));
    QVERIFY(sshd.log().contains("Too many authentication failures")); // so the first connection did end that way
    QCOMPARE(kindOf(SshSession::open(sshd.options(m_account->name()), Credentials {})), u"AuthDenied"_s);
    agent->terminate();
    agent->waitForFinished();
}

void TestSignIn::slowSignInKeepsToTheDeadline()
{
    Sshd sshd({ .config = keyboardOnly });
    auto options = sshd.options(m_account->name());
    options.connectDeadline = std::chrono::milliseconds(700); // PAM lets a wrong password wait for about two seconds
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(kindOf(SshSession::open(options, withPassword(Secret(u"wrong-secret"_s)))),
        u"TimedOut"_s);
    QVERIFY2(timer.elapsed() < 900, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_signin.moc"
