// SPDX-License-Identifier: GPL-3.0-or-later
// Our own key, against a real sshd with the account's real ~/.ssh: put there, signed in by, taken off again.
#include "remote/setup/ownkey.h"
#include "remote/ssh/keypair.h"
#include "testsshd.h"
#include "wizard/backend/ownkeyaccess.h"
#include "wizard/backend/remotebackend.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace twinlan;
using namespace twinlan::test;

class TestOwnKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void aPairIsAPair();
    void comesOpensAndGoes();
    void onlyItsPrivateHalfOpens();
    void aPasswordIsTriedAfterIt();
    void sudoAsks_data();
    void sudoAsks();
    void aServerThatTakesNoKeys_data();
    void aServerThatTakesNoKeys();
    void whatWasKeptIsNotForWhoIsMetAnew();

private:
    [[nodiscard]] PiAccess access(Sshd &sshd, Credentials credentials) const;
    [[nodiscard]] QByteArray keys() const;

    std::unique_ptr<Account> m_account;
};

namespace {

// As on a Pi: passwords, and the keys of the account's own home, whose modes matter.
const QByteArrayList likeAPi { "PasswordAuthentication yes", "AuthorizedKeysFile .ssh/authorized_keys", "StrictModes yes" };

Credentials withOwnKey(const Secret &key)
{
    Credentials credentials;
    credentials.ownKey = key.copy();
    credentials.useAgent = false;
    return credentials;
}

} // namespace

PiAccess TestOwnKey::access(Sshd &sshd, Credentials credentials) const
{
    PiAccess access;
    access.knownHosts = sshd.options(m_account->name()).knownHosts;
    access.pis.a = { sshd.address(), {}, sshd.port(), m_account->name(), std::move(credentials) };
    return access;
}

QByteArray TestOwnKey::keys() const
{
    QFile file(m_account->home() + "/.ssh/authorized_keys"_L1);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestOwnKey::initTestCase()
{
    qunsetenv("SSH_AUTH_SOCK");
    m_account = std::make_unique<Account>();
}

void TestOwnKey::cleanupTestCase()
{
    m_account.reset();
}

void TestOwnKey::init()
{
    QDir(m_account->home() + "/.ssh"_L1).removeRecursively();
    m_account->setSudoRule({});
}

void TestOwnKey::aPairIsAPair()
{
    const auto pair = makeKeyPair();
    QVERIFY(pair);
    QVERIFY(pair->publicHalf.startsWith("ssh-ed25519 AAAA"));
    QCOMPARE(publicHalfOf(pair->privateHalf), pair->publicHalf);
    QVERIFY(pair->privateHalf.bytes().startsWith("-----BEGIN OPENSSH PRIVATE KEY-----"));
    QVERIFY(makeKeyPair()->publicHalf != pair->publicHalf);
    QCOMPARE(publicHalfOf(Secret(u"rubbish"_s)), QByteArray());
    QCOMPARE(publicHalfOf(Secret()), QByteArray());
    // ssh-keygen, which has not seen ours being made, finds the same.
    const QTemporaryDir dir;
    QFile file(dir.filePath(u"key"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    file.write(pair->privateHalf.bytes());
    file.close();
    QCOMPARE(runTool(u"ssh-keygen"_s, { u"-y"_s, u"-f"_s, file.fileName() }).trimmed(), pair->publicHalf);
}

void TestOwnKey::comesOpensAndGoes()
{
    Sshd sshd({ .config = likeAPi });
    const auto options = sshd.options(m_account->name());
    const auto pair = makeKeyPair();
    QVERIFY(pair);
    QCOMPARE(kindOf(SshSession::open(options, withOwnKey(pair->privateHalf))), u"AuthDenied"_s);
    QCOMPARE(kindOf(rememberKey(access(sshd, withPassword(m_account->password())), Site::A, pair->privateHalf, {})), u"ok"_s);
    QCOMPARE(keys().count('\n'), 1);
    QVERIFY(keys().startsWith(pair->publicHalf + " TwinLAN "));
    const auto session = mustOpen(options, withOwnKey(pair->privateHalf));
    QVERIFY(session);
    const auto who = session->run({ .script = "id -un", .args = {} });
    QCOMPARE(who->out.trimmed(), m_account->name().toUtf8());
    // By the key itself, as the next start of the program does it.
    QCOMPARE(kindOf(rememberKey(access(sshd, withOwnKey(pair->privateHalf)), Site::A, pair->privateHalf, {})), u"ok"_s);
    QCOMPARE(keys().count('\n'), 1);
    QCOMPARE(kindOf(forgetKey(access(sshd, withOwnKey(pair->privateHalf)), Site::A, pair->publicHalf, {})), u"ok"_s);
    QCOMPARE(keys(), QByteArray());
    QCOMPARE(kindOf(SshSession::open(options, withOwnKey(pair->privateHalf))), u"AuthDenied"_s);
}

void TestOwnKey::onlyItsPrivateHalfOpens()
{
    Sshd sshd({ .config = likeAPi });
    const auto pair = makeKeyPair();
    QCOMPARE(kindOf(rememberKey(access(sshd, withPassword(m_account->password())), Site::A, pair->privateHalf, {})), u"ok"_s);
    const auto options = sshd.options(m_account->name());
    QCOMPARE(kindOf(SshSession::open(options, withOwnKey(makeKeyPair()->privateHalf))), u"AuthDenied"_s);
    QCOMPARE(kindOf(SshSession::open(options, withOwnKey(Secret(pair->publicHalf)))), u"AuthDenied"_s);
    QCOMPARE(kindOf(SshSession::open(options, withOwnKey(Secret(pair->privateHalf.bytes().left(200))))), u"AuthDenied"_s);
}

void TestOwnKey::aPasswordIsTriedAfterIt()
{
    Sshd sshd({ .config = likeAPi });
    Credentials both = withOwnKey(makeKeyPair()->privateHalf);
    both.password = m_account->password();
    QVERIFY(mustOpen(sshd.options(m_account->name()), both));
    both.ownKey = Secret(u"no key at all"_s);
    QVERIFY(mustOpen(sshd.options(m_account->name()), both));
}

void TestOwnKey::sudoAsks_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<bool>("asks");
    QTest::newRow("a password") << QByteArray("ALL=(ALL) ALL") << true;
    QTest::newRow("no password") << QByteArray("ALL=(ALL) NOPASSWD: ALL") << false;
    QTest::newRow("no right") << QByteArray() << true;
}

void TestOwnKey::sudoAsks()
{
    QFETCH(QByteArray, rule);
    QFETCH(bool, asks);
    Sshd sshd({ .config = likeAPi });
    m_account->setSudoRule(rule);
    const auto pair = makeKeyPair();
    const auto remembered = rememberKey(access(sshd, withPassword(m_account->password())), Site::A, pair->privateHalf, {});
    QCOMPARE(kindOf(remembered), u"ok"_s);
    QCOMPARE(*remembered, asks);
    if (rule.isEmpty())
        return;
    // What is kept is enough to become root, and no less than that.
    Credentials kept = withOwnKey(pair->privateHalf);
    if (asks)
        QVERIFY(!mustOpen(sshd.options(m_account->name()), kept)->run({ .script = "id -u", .args = {}, .asRoot = true }));
    kept.sudoPassword = asks ? m_account->password() : Secret();
    const auto root = mustOpen(sshd.options(m_account->name()), kept)->run({ .script = "id -u", .args = {}, .asRoot = true });
    QCOMPARE(kindOf(root), u"ok"_s);
    QCOMPARE(root->out.trimmed(), QByteArray("0"));
}

void TestOwnKey::aServerThatTakesNoKeys_data()
{
    QTest::addColumn<QByteArrayList>("config");
    QTest::newRow("none at all") << QByteArrayList { "PasswordAuthentication yes", "PubkeyAuthentication no" };
    QTest::newRow("those of another file") << QByteArrayList { "PasswordAuthentication yes", "AuthorizedKeysFile /etc/ssh/keys/%u" };
}

// The key would lie there for nothing.
void TestOwnKey::aServerThatTakesNoKeys()
{
    QFETCH(QByteArrayList, config);
    Sshd sshd({ .config = config });
    const auto pair = makeKeyPair();
    QCOMPARE(kindOf(rememberKey(access(sshd, withPassword(m_account->password())), Site::A, pair->privateHalf, {})), u"AuthDenied"_s);
    QCOMPARE(keys(), QByteArray());
}

// A host key that a person has just accepted may be another Pi's: it gets no password that was kept from another time.
void TestOwnKey::whatWasKeptIsNotForWhoIsMetAnew()
{
    Sshd sshd({ .config = likeAPi });
    m_account->setSudoRule("ALL=(ALL) ALL");
    const auto pair = makeKeyPair();
    QCOMPARE(kindOf(rememberKey(access(sshd, withPassword(m_account->password())), Site::A, pair->privateHalf, {})), u"ok"_s);
    RemoteBackend backend(sshd.path(u"nobody_known_yet"_s));
    QStringList ends;
    connect(&backend, &Backend::failed, this, [&](Task, Site, const Error &error) { ends << errorKindName(error.kind); });
    connect(&backend, &Backend::signedIn, this, [&] { ends << u"in"_s; });
    const auto enter = [&] {
        SignIn how;
        how.target = sshd.options(m_account->name()).target;
        how.credentials = withOwnKey(pair->privateHalf);
        how.credentials.sudoPassword = m_account->password();
        const auto before = ends.size();
        backend.signIn(Site::A, std::move(how));
        return waitUntil([&] { return ends.size() > before; });
    };
    QVERIFY(enter());
    QCOMPARE(ends, QStringList(u"HostKeyUnknown"_s));
    backend.trustHostKey(Site::A);
    QVERIFY(waitUntil([&] { return ends.size() == 2; }));
    QCOMPARE(ends.back(), u"SudoDenied"_s); // no password was given
    QVERIFY(enter());
    QCOMPARE(ends.back(), u"in"_s);
}

QTEST_GUILESS_MAIN(TestOwnKey)
#include "tst_ownkey.moc"
