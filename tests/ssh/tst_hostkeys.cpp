// SPDX-License-Identifier: GPL-3.0-or-later
// Who answers there: host keys and our own known_hosts.
#include "testnet.h"
#include "testsshd.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace twinlan;
using namespace twinlan::test;

class TestHostKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void unknownKeyIsShownAndNothingIsSent();
    void rememberedKeyLetsIn_data();
    void rememberedKeyLetsIn();
    void changedKeyIsRefusedUntilRemembered();
    void lostKeyTypeIsAChangedKey();
    void userConfigDecidesNothing();
    void rememberReplacesOnlyItsHost();
    void fileIsOpenSshsFormat_data();
    void fileIsOpenSshsFormat();
    void strangeValuesAreRefused_data();
    void strangeValuesAreRefused();
    void missingFolderIsMade();

private:
    std::unique_ptr<Account> m_account;
};

namespace {

const QByteArray someKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g";

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

void fill(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

void TestHostKeys::initTestCase()
{
    m_account = std::make_unique<Account>();
}

void TestHostKeys::cleanupTestCase()
{
    m_account.reset();
}

void TestHostKeys::unknownKeyIsShownAndNothingIsSent()
{
    Sshd sshd;
    auto options = sshd.options(m_account->name());
    options.knownHosts.path = sshd.path(u"none"_s);
    HostKey seen;
    const auto opened = SshSession::open(options, withKey(sshd.clientKey()), nullptr, &seen);
    QCOMPARE(kindOf(opened), u"HostKeyUnknown"_s);
    QCOMPARE(opened.error().detail, sshd.hostKey().fingerprint);
    QCOMPARE(opened.error().host, sshd.address());
    QCOMPARE(seen.fingerprint, sshd.hostKey().fingerprint);
    QCOMPARE(seen.publicKey, sshd.hostKey().publicKey);
    QTRY_VERIFY(sshd.connections().isEmpty()); // so its log is complete
    QVERIFY2(!sshd.log().contains("userauth-request"), "something of the person's was sent to an unknown host");

    QVERIFY(options.knownHosts.remember(sshd.address(), sshd.port(), seen.publicKey).ok());
    QVERIFY(mustOpen(options, withKey(sshd.clientKey())));
}

void TestHostKeys::rememberedKeyLetsIn_data()
{
    QTest::addColumn<QString>("type");
    for (const char *type : { "ed25519", "ecdsa", "rsa" })
        QTest::newRow(type) << QString::fromLatin1(type);
}

// A server with three keys shows the one that we know.
void TestHostKeys::rememberedKeyLetsIn()
{
    QFETCH(QString, type);
    Sshd sshd(
        { .config = {}, .hostKeys = { u"rsa"_s, u"ecdsa"_s, u"ed25519"_s } });
    auto options = sshd.options(m_account->name());
    QVERIFY(options.knownHosts.remember(sshd.address(), sshd.port(), sshd.hostKey(type).publicKey).ok());
    HostKey seen;
    const auto opened = SshSession::open(options, withKey(sshd.clientKey()), nullptr, &seen);
    QCOMPARE(kindOf(opened), u"ok"_s);
    QCOMPARE(seen.publicKey, sshd.hostKey(type).publicKey);
    QCOMPARE(seen.fingerprint, sshd.hostKey(type).fingerprint);
}

void TestHostKeys::changedKeyIsRefusedUntilRemembered()
{
    Sshd sshd;
    auto options = sshd.options(m_account->name());
    QVERIFY(mustOpen(options, withKey(sshd.clientKey())));
    sshd.makeNewHostKeys();
    HostKey seen;
    auto opened = SshSession::open(options, withKey(sshd.clientKey()), nullptr, &seen);
    QCOMPARE(kindOf(opened), u"HostKeyChanged"_s);
    QCOMPARE(opened.error().detail, sshd.hostKey().fingerprint);
    QVERIFY(!sshd.log().contains("userauth-request"));

    // A re-flashed Pi: libssh itself would add a second line and still call the host changed.
    QVERIFY(options.knownHosts.remember(sshd.address(), sshd.port(), seen.publicKey).ok());
    QCOMPARE(content(options.knownHosts.path).count('\n'), 1);
    QVERIFY(mustOpen(options, withKey(sshd.clientKey())));
}

void TestHostKeys::lostKeyTypeIsAChangedKey()
{
    Sshd sshd;
    auto options = sshd.options(m_account->name());
    const QString rsa = makeKey(sshd.path(u"other"_s), {}, u"rsa"_s);
    const QByteArray publicKey = content(rsa + u".pub"_s).split(' ').mid(0, 2).join(' ');
    QVERIFY(options.knownHosts.remember(sshd.address(), sshd.port(), publicKey).ok());
    QCOMPARE(kindOf(SshSession::open(options, withKey(sshd.clientKey()))), u"HostKeyChanged"_s);
}

void TestHostKeys::userConfigDecidesNothing()
{
    Sshd sshd;
    auto options = sshd.options(m_account->name());
    const Credentials credentials = withKey(sshd.clientKey());
    QString known;
    QString unknown;
    withSshConfig("Host *\n    StrictHostKeyChecking no\n    User nobody\n    Port 1\n    ProxyCommand false\n", [&] {
        known = kindOf(SshSession::open(options, credentials));
        options.knownHosts.path = sshd.path(u"none"_s);
        unknown = kindOf(SshSession::open(options, credentials));
    });
    QCOMPARE(known, u"ok"_s);
    QCOMPARE(unknown, u"HostKeyUnknown"_s);
}

void TestHostKeys::rememberReplacesOnlyItsHost()
{
    const QTemporaryDir dir;
    const KnownHostsFile file { dir.filePath(u"known_hosts"_s) };
    const QByteArray others = "# a comment\n\n"
                              "192.168.1.2 ssh-ed25519 AAAA and a comment\n"
                              "[192.168.1.1]:2222 ssh-ed25519 AAAA\n"
                              "@revoked 192.168.1.1 ssh-ed25519 AAAA\n"
                              "|1|abc=|def= ssh-ed25519 AAAA\n"
                              "192.168.1.11 ssh-ed25519 AAAA\n";
    fill(file.path, others + "192.168.1.1 ssh-ed25519 OLD\n192.168.1.1 ssh-rsa OLD\npi.local,192.168.1.1 ssh-rsa OLD");
    QVERIFY(file.remember(u"192.168.1.1"_s, 22, someKey).ok());
    QCOMPARE(content(file.path), others + "pi.local ssh-rsa OLD\n192.168.1.1 " + someKey + '\n');
    const auto others0600 = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(file.path) & others0600));
    QVERIFY(file.remember(u"PI.local"_s, 22, someKey).ok()); // names have no case
    QCOMPARE(content(file.path), others + "192.168.1.1 " + someKey + "\npi.local " + someKey + '\n');
}

void TestHostKeys::fileIsOpenSshsFormat_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("searched");
    const auto row = [](const char *host, int port, const char *searched) {
        QTest::newRow(searched) << QString::fromLatin1(host) << port << QString::fromLatin1(searched);
    };
    row("192.168.1.23", 22, "192.168.1.23");
    row("192.168.1.23", 2222, "[192.168.1.23]:2222");
    row("fd00::1", 22, "fd00::1");
    row("fe80::1%eth0", 2222, "[fe80::1%eth0]:2222");
    row("raspberrypi.local", 22, "raspberrypi.local");
}

void TestHostKeys::fileIsOpenSshsFormat()
{
    QFETCH(QString, host);
    QFETCH(int, port);
    QFETCH(QString, searched);
    const QTemporaryDir dir;
    const KnownHostsFile file { dir.filePath(u"known_hosts"_s) };
    QVERIFY(file.remember(host, port, someKey).ok());
    QVERIFY(runTool(u"ssh-keygen"_s, { u"-F"_s, searched, u"-f"_s, file.path })
                .contains(someKey));
}

void TestHostKeys::strangeValuesAreRefused_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("no host") << QString() << someKey;
    QTest::newRow("newline in host") << u"a\nb"_s << someKey;
    for (const char *host : { "a b", "a,b", "*", "!a", "@cert-authority", "|1|x", "#a" })
        QTest::newRow(host) << QString::fromLatin1(host) << someKey;
    QTest::newRow("no key") << u"192.168.1.1"_s << QByteArray();
    QTest::newRow("newline in key") << u"192.168.1.1"_s << QByteArray("ssh-ed25519 AAAA\n* ssh-rsa AAAA");
    for (const char *key : { "ssh-ed25519", "ssh-ed25519 AAAA comment", "ssh-ed25519 ???" })
        QTest::newRow(key) << u"192.168.1.1"_s << QByteArray(key);
}

void TestHostKeys::strangeValuesAreRefused()
{
    QFETCH(QString, host);
    QFETCH(QByteArray, key);
    const QTemporaryDir dir;
    const KnownHostsFile file { dir.filePath(u"known_hosts"_s) };
    QCOMPARE(kindOf(file.remember(host, 22, key)), u"Internal"_s);
    QVERIFY(!QFile::exists(file.path));
}

void TestHostKeys::missingFolderIsMade()
{
    const QTemporaryDir dir;
    const KnownHostsFile file { dir.filePath(u"a/b/known_hosts"_s) };
    QVERIFY(file.remember(u"192.168.1.1"_s, 22, someKey).ok());
    QCOMPARE(content(file.path), "192.168.1.1 " + someKey + '\n');
    const KnownHostsFile impossible { u"/proc/none/known_hosts"_s };
    QCOMPARE(kindOf(impossible.remember(u"192.168.1.1"_s, 22, someKey)), u"Internal"_s);
}

QTEST_GUILESS_MAIN(TestHostKeys)
#include "tst_hostkeys.moc"
