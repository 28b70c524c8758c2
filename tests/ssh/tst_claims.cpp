// SPDX-License-Identifier: GPL-3.0-or-later
// What a Pi says of its own addresses moves no key that a person has accepted: the whole program against two real sshd on one port,
// at addresses of their own.
#include "remote/plan/bridgeplan.h"
#include "testsshd.h"
#include "wizard/backend/piaccess.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScopeGuard>
#include <QtTest>
#include <sys/stat.h>

using namespace twinlan;
using namespace twinlan::test;
using namespace Qt::Literals::StringLiterals;

class TestClaims : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void claimIsKeptOnlyWhereNobodyIs_data();
    void claimIsKeptOnlyWhereNobodyIs();
    void eachSaysThatItIsTheOther();
    void newKeysAreRememberedUnderTheirOwnNames();
    void theJumpsKeyIsTheJumps();
    void whatAPiSaysIsTextOnTheTerminal_data();
    void whatAPiSaysIsTextOnTheTerminal();
    void whoIsAllowedToReplaceWhat_data();
    void whoIsAllowedToReplaceWhat();

private:
    void claim(const QString &site, const QString &address, const QString &state = u"Running"_s) const;
    [[nodiscard]] Sshd::Setup setup(const QString &site, const QString &address) const;
    // Exit status and output of `twinlan status --accept-new-host-key` with this plan.
    [[nodiscard]] std::pair<int, QByteArray> status(const BridgePlan &plan, bool json = true);
    [[nodiscard]] BridgePlan planWith(const QString &tailnetOfB = {}) const;

    QTemporaryDir m_dir;
    KnownHostsFile m_known;
    std::unique_ptr<Account> m_account;
    std::unique_ptr<Sshd> m_a;
    std::unique_ptr<Sshd> m_b;
};

namespace {

void writeProgram(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n" + text);
    file.close();
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), 0755), 0);
}

} // namespace

// This computer plays both Pis; each sshd finds a Tailscale of its own first.
Sshd::Setup TestClaims::setup(const QString &site, const QString &address) const
{
    QDir(m_dir.path()).mkpath(site);
    const QString bin = m_dir.filePath(site);
    writeProgram(bin + "/systemctl"_L1, "[ \"$3\" = tailscaled ]\n");
    return { .config = { "SetEnv PATH=" + QFile::encodeName(bin) + ":/usr/sbin:/usr/bin:/sbin:/bin" }, .address = address };
}

void TestClaims::claim(const QString &site, const QString &address, const QString &state) const
{
    const QJsonObject self { { u"TailscaleIPs"_s, QJsonArray { address } } };
    const QJsonObject status { { u"Version"_s, u"1.80.0"_s }, { u"BackendState"_s, state }, { u"TUN"_s, true }, { u"Self"_s, self } };
    writeProgram(m_dir.filePath(site + "/tailscale"_L1), "cat <<'END'\n" + QJsonDocument(status).toJson(QJsonDocument::Compact) + "\nEND\n");
}

BridgePlan TestClaims::planWith(const QString &tailnetOfB) const
{
    BridgePlan plan;
    plan.pis.a.lanHost = m_a->address();
    plan.pis.b.lanHost = m_b->address();
    plan.pis.b.tailnetAddress = tailnetOfB;
    return plan;
}

std::pair<int, QByteArray> TestClaims::status(const BridgePlan &plan, bool json)
{
    QFile file(m_dir.filePath(u"plan.json"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(plan.toJson()) < 0)
        return { -1, "cannot write the plan" };
    file.close();
    QProcess program;
    program.setProcessChannelMode(QProcess::MergedChannels);
    program.start(QStringLiteral(TWINLAN_PROGRAM),
        { u"status"_s, file.fileName(), u"--lang"_s, u"en"_s, json ? u"--json"_s : u"--accept-new-host-key"_s, u"--accept-new-host-key"_s, u"--known-hosts"_s, m_known.path, u"--user"_s,
            m_account->name(), u"--key"_s, m_a->clientKey(), u"--port"_s, QString::number(m_a->port()) });
    if (!program.waitForFinished(60'000))
        return { -1, "the program does not end" };
    return { program.exitCode(), program.readAll() };
}

void TestClaims::initTestCase()
{
    ::chmod(QFile::encodeName(m_dir.path()).constData(), 0755);
    m_account = std::make_unique<Account>();
    m_account->setSudoRule("ALL=(ALL) NOPASSWD: ALL\nDefaults:" + m_account->name().toUtf8() + " !secure_path"); // each finds its own first
    m_a = std::make_unique<Sshd>(setup(u"a"_s, u"127.0.0.1"_s));
    Sshd::Setup b = setup(u"b"_s, u"127.0.0.2"_s);
    b.port = m_a->port();
    m_b = std::make_unique<Sshd>(b);
    m_b->authorize(m_a->clientKey() + ".pub"_L1);
}

void TestClaims::cleanupTestCase()
{
    m_b.reset();
    m_a.reset();
    m_account.reset();
}

void TestClaims::claimIsKeptOnlyWhereNobodyIs_data()
{
    QTest::addColumn<QString>("claimed"); // by B
    QTest::addColumn<QString>("keyThere"); // whose key is remembered under it afterwards
    QTest::newRow("a Tailscale address that nobody has") << u"100.64.0.2"_s << u"b"_s;
    QTest::newRow("A's address on the LAN") << u"127.0.0.1"_s << u"a"_s;
    QTest::newRow("A's Tailscale address") << u"100.64.0.1"_s << u"a"_s;
    QTest::newRow("somebody else's on the LAN") << u"192.168.1.1"_s << QString();
    QTest::newRow("beside Tailscale's") << u"100.128.0.1"_s << QString();
    QTest::newRow("several at once") << u"100.64.0.9,127.0.0.1"_s << QString();
    QTest::newRow("spelled otherwise") << u"100.64.00.9"_s << QString();
    QTest::newRow("none") << QString() << QString();
}

void TestClaims::claimIsKeptOnlyWhereNobodyIs()
{
    QFETCH(QString, claimed);
    QFETCH(QString, keyThere);
    m_known.path = m_dir.filePath(u"known_hosts"_s);
    QFile::remove(m_known.path);
    claim(u"a"_s, u"100.64.0.1"_s);
    claim(u"b"_s, claimed);
    const auto [exitCode, output] = status(planWith());
    QVERIFY2(exitCode == 0, output.constData());
    const int port = m_a->port();
    const QByteArrayList keyOfA { m_a->hostKey().publicKey };
    const QByteArrayList keyOfB { m_b->hostKey().publicKey };
    QCOMPARE(m_known.keys(u"127.0.0.1"_s, port), keyOfA);
    QCOMPARE(m_known.keys(u"127.0.0.2"_s, port), keyOfB);
    QCOMPARE(m_known.keys(u"100.64.0.1"_s, port), keyOfA);
    if (!claimed.contains(u','))
        QCOMPARE(m_known.keys(claimed, port), keyThere.isEmpty() ? QByteArrayList() : (keyThere == "a"_L1 ? keyOfA : keyOfB));
    QCOMPARE(m_known.keys(u"100.64.0.9"_s, port), QByteArrayList());
}

void TestClaims::eachSaysThatItIsTheOther()
{
    m_known.path = m_dir.filePath(u"known_hosts"_s);
    QFile::remove(m_known.path);
    claim(u"a"_s, u"127.0.0.2"_s);
    claim(u"b"_s, u"127.0.0.1"_s);
    const auto [exitCode, output] = status(planWith());
    QVERIFY2(exitCode == 0, output.constData());
    QCOMPARE(m_known.keys(u"127.0.0.1"_s, m_a->port()), QByteArrayList { m_a->hostKey().publicKey });
    QCOMPARE(m_known.keys(u"127.0.0.2"_s, m_a->port()), QByteArrayList { m_b->hostKey().publicKey });
}

// B is reached through A, and the program has met neither.
void TestClaims::newKeysAreRememberedUnderTheirOwnNames()
{
    const QString away = u"100.127.255.77"_s; // on this computer, but none of its own addresses: it is in no tailnet
    runTool(u"ip"_s, { u"route"_s, u"replace"_s, u"local"_s, away, u"dev"_s, u"lo"_s });
    const auto takeAway = qScopeGuard([&] { runTool(u"ip"_s, { u"route"_s, u"del"_s, u"local"_s, away, u"dev"_s, u"lo"_s }); });
    Sshd::Setup there = setup(u"b"_s, away);
    there.port = m_a->port();
    Sshd b(there);
    b.authorize(m_a->clientKey() + ".pub"_L1);
    m_known.path = m_dir.filePath(u"known_hosts"_s);
    QFile::remove(m_known.path);
    claim(u"a"_s, {});
    claim(u"b"_s, {});
    const auto [exitCode, output] = status(planWith(away));
    QVERIFY2(exitCode == 0, output.constData());
    QVERIFY(m_a->log().contains("direct-tcpip")); // through A indeed
    QCOMPARE(m_known.keys(u"127.0.0.1"_s, m_a->port()), QByteArrayList { m_a->hostKey().publicKey });
    QCOMPARE(m_known.keys(away, m_a->port()), QByteArrayList { b.hostKey().publicKey });
}

// The same where the way to B is the first time that the program meets A.
void TestClaims::theJumpsKeyIsTheJumps()
{
    PiAccess access;
    m_known.path = m_dir.filePath(u"known_hosts"_s);
    QFile::remove(m_known.path);
    access.knownHosts = m_known;
    access.pis.a = { m_a->address(), {}, m_a->port(), m_account->name(), withKey(m_a->clientKey()) };
    access.pis.b = { {}, m_b->address(), m_b->port(), m_account->name(), withKey(m_a->clientKey()) };
    for (const Sshd *unknown : { m_a.get(), m_b.get() }) {
        HostKey seen;
        const auto opened = access.open(Site::B, false, {}, &seen);
        QCOMPARE(kindOf(opened), u"HostKeyUnknown"_s);
        QCOMPARE(seen.host, unknown->address());
        QCOMPARE(seen.publicKey, unknown->hostKey().publicKey);
        QVERIFY(m_known.remember(seen.host, seen.port, seen.publicKey).ok());
    }
    QCOMPARE(kindOf(access.open(Site::B, false, {})), u"ok"_s);
}

void TestClaims::whatAPiSaysIsTextOnTheTerminal_data()
{
    QTest::addColumn<bool>("json");
    QTest::newRow("words") << false;
    QTest::newRow("json") << true;
}

void TestClaims::whatAPiSaysIsTextOnTheTerminal()
{
    QFETCH(bool, json);
    m_known.path = m_dir.filePath(u"known_hosts"_s);
    QFile::remove(m_known.path);
    claim(u"a"_s, u"100.64.0.1"_s);
    claim(u"b"_s, u"100.64.0.2"_s, u"Stopped\x1b]0;title\x07\u009b2J\u202e\nC  forged\r"_s);
    const auto [exitCode, output] = status(planWith(), json);
    QVERIFY2(exitCode == 0, output.constData());
    QVERIFY(output.contains("Stopped"));
    QVERIFY(output.contains("forged"));
    QCOMPARE(output.count('\n'), 2); // a line for each Pi
    for (const char *obeyed : { "\x1b", "\x07", "\r", "\xc2\x9b", "\xe2\x80\xae" })
        QVERIFY(!output.contains(obeyed));
}

void TestClaims::whoIsAllowedToReplaceWhat_data()
{
    QTest::addColumn<QByteArrayList>("there");
    QTest::addColumn<QByteArrayList>("outdated");
    QTest::addColumn<bool>("taken");
    const QByteArray old = "ssh-ed25519 T0xE";
    const QByteArray other = "ssh-ed25519 T1RI";
    QTest::newRow("nobody there") << QByteArrayList() << QByteArrayList() << true;
    QTest::newRow("another key there") << QByteArrayList { other } << QByteArrayList() << false;
    QTest::newRow("its own, which a person has replaced") << QByteArrayList { old } << QByteArrayList { old } << true;
    QTest::newRow("another than the replaced one") << QByteArrayList { other } << QByteArrayList { old } << false;
    QTest::newRow("another beside the replaced one") << QByteArrayList { old, other } << QByteArrayList { old } << false;
}

void TestClaims::whoIsAllowedToReplaceWhat()
{
    QFETCH(QByteArrayList, there);
    QFETCH(QByteArrayList, outdated);
    QFETCH(bool, taken);
    const QByteArray key = "ssh-ed25519 TkVX";
    m_known.path = m_dir.filePath(u"known_hosts"_s);
    QFile file(m_known.path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (const QByteArray &line : there)
        file.write("100.64.0.7 " + line + '\n');
    file.close();
    QVERIFY(m_known.rememberClaim(u"100.64.0.7"_s, 22, key, outdated).ok());
    QCOMPARE(m_known.keys(u"100.64.0.7"_s, 22), taken ? QByteArrayList { key } : there);
}

QTEST_GUILESS_MAIN(TestClaims)
#include "tst_claims.moc"
