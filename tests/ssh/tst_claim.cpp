// SPDX-License-Identifier: GPL-3.0-or-later
// One wizard at a time on a Pi: resources/remote/claim.sh over real connections.
#include "testsshd.h"

#include "remote/setup/batch.h"
#include "resources/script.h"

#include <QFileInfo>
#include <QtTest>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace twinlan;
using namespace twinlan::test;

class TestClaim : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_account = std::make_unique<Account>();
        m_account->setSudoRule("ALL=(ALL) NOPASSWD: ALL");
        m_sshd = std::make_unique<Sshd>();
        m_first = open();
        m_second = open();
        QVERIFY(m_first && m_second);
    }
    void cleanupTestCase()
    {
        forget();
        m_first.reset();
        m_second.reset();
        m_sshd.reset();
        m_account.reset();
    }
    void init() { forget(); }

    void freeIsTaken()
    {
        QCOMPARE(claim(*m_first, u"one"_s), QString());
        QCOMPARE(claim(*m_first, u"one"_s), QString()); // again, in the next call
    }
    void secondIsToldWho()
    {
        QCOMPARE(claim(*m_first, u"one"_s), QString());
        QCOMPARE(claim(*m_second, u"two"_s), u"one's person on a PC"_s);
    }
    void closedConnectionHoldsNothing()
    {
        auto third = open();
        QVERIFY(third);
        QCOMPARE(claim(*third, u"three"_s), QString());
        third.reset();
        QString by;
        QVERIFY(waitUntil([&] { return (by = claim(*m_second, u"two"_s)).isEmpty(); }));
    }
    void runningCallHolds()
    {
        // Its connection is a third one's, so that only the lock can tell.
        std::thread busy([this] { claim(*m_first, u"one"_s, "sleep 3"); });
        QVERIFY(waitUntil([] { return QFile::exists(u"/run/twinlan-holder"_s); }));
        const auto by = claim(*m_second, u"two"_s);
        busy.join();
        QCOMPARE(by, u"one's person on a PC"_s);
    }
    void ownEarlierCallIsWaitedFor()
    {
        std::thread busy([this] { claim(*m_first, u"one"_s, "sleep 2"); });
        QVERIFY(waitUntil([] { return QFile::exists(u"/run/twinlan-holder"_s); }));
        const auto by = claim(*m_second, u"one"_s); // the same wizard over a new connection
        busy.join();
        QCOMPARE(by, QString());
    }
    void silentHolderExpires()
    {
        QCOMPARE(claim(*m_first, u"one"_s), QString());
        QFile holder(u"/run/twinlan-holder"_s);
        QVERIFY(holder.open(QIODevice::ReadOnly));
        auto words = holder.readAll().split(' ');
        holder.close();
        words[1] = "1"; // due since the first second after boot
        QVERIFY(holder.open(QIODevice::WriteOnly));
        holder.write(words.join(' '));
        holder.close();
        QCOMPARE(claim(*m_second, u"two"_s), QString());
    }
    void nobodyElseCanHoldTheLock()
    {
        const auto answer = m_first->run(batchCommand({}, std::chrono::seconds(30)));
        QVERIFY(answer);
        QCOMPARE(answer->exitStatus, 0);
        const QFileInfo lock(u"/run/twinlan-claim.lock"_s);
        QVERIFY(lock.exists());
        QCOMPARE(int(lock.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)), 0);
        // Who works here is for everybody to read.
        QVERIFY(QFileInfo(u"/run/twinlan-holder"_s).permissions() & QFile::ReadOther);
    }
    void surveySaysWho()
    {
        QCOMPARE(claim(*m_first, u"one"_s), QString());
        Command survey { piFile(u"survey.sh"_s), {}, true, std::chrono::seconds(60) };
        const auto answer = m_second->run(survey);
        QVERIFY(answer);
        QVERIFY2(answer->out.contains("\nheld_by=one's person on a PC\n"), answer->out.constData());
        survey.args << u"token=one"_s; // of itself nobody is told
        const auto own = m_second->run(survey);
        QVERIFY(own && own->out.contains("\nend=ok\n") && !own->out.contains("held_by="));
    }

private:
    std::unique_ptr<SshSession> open()
    {
        Credentials credentials;
        credentials.keyFile = m_sshd->clientKey();
        auto session = SshSession::open(m_sshd->options(m_account->name()), credentials);
        return session ? std::move(*session) : nullptr;
    }
    // Who holds it, or empty if it is ours now.
    QString claim(SshSession &session, const QString &token, const QByteArray &then = "true")
    {
        Command command;
        command.script = "exec 8>>/run/twinlan-claim.lock\nclaim() (\n" + piFile(u"claim.sh"_s) + "\n)\nclaim \"$1\" \"$2\" || exit 3\n" + then + "\n";
        command.args = { token, token + u"'s person on a PC"_s };
        command.asRoot = true;
        const auto result = session.run(command);
        if (!result)
            return u"error "_s + errorKindName(result.error().kind);
        if (result->exitStatus == 0)
            return {};
        return QString::fromUtf8(result->out).section(u"detail="_s, 1).trimmed();
    }
    static void forget()
    {
        QFile::remove(u"/run/twinlan-holder"_s);
        QFile::remove(u"/run/twinlan-claim.lock"_s);
    }

    std::unique_ptr<Account> m_account;
    std::unique_ptr<Sshd> m_sshd;
    std::unique_ptr<SshSession> m_first;
    std::unique_ptr<SshSession> m_second;
};

QTEST_GUILESS_MAIN(TestClaim)
#include "tst_claim.moc"
