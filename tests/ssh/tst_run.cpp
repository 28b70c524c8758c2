// SPDX-License-Identifier: GPL-3.0-or-later
// Running commands: values, output, endings, and what is left afterwards.
#include "remote/ssh/shellquote.h"
#include "testsshd.h"

#include <QElapsedTimer>
#include <QtTest>
#include <algorithm>
#include <array>
#include <sys/stat.h>
#include <thread>

using namespace twinlan;
using namespace twinlan::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void exitStatusIsAValue_data();
    void exitStatusIsAValue();
    void deathBySignalIsNamed_data();
    void deathBySignalIsNamed();
    void argumentsArriveAsTheyAre_data();
    void argumentsArriveAsTheyAre();
    void everyByteSurvivesQuoting();
    void nulIsRefused();
    void argumentsMayBeLong();
    void scriptIsNotEatenByItsOwnPrograms();
    void longScript();
    void scriptIsNotInArgv();
    void localeIsC();
    void bothOutputsAreDrained_data();
    void bothOutputsAreDrained();
    void linesAreToldWhileItRuns();
    void silenceIsNotTheEnd();
    void programLeftBehindIsNotWaitedFor();
    void deadlineEndsTheCommand();
    void stopEndsTheCommand();
    void stoppedScriptMayCleanUp();
    void stubbornScriptIsKilled();
    void stopBeforeTheStart();
    void hungPeerIsConnectionLost();
    void deadPeerIsConnectionLost();
    void sessionsInThreads();
    void commandsCostLittle();

private:
    std::unique_ptr<SshSession> openSession(std::chrono::seconds keepAlive = 15s);
    // Processes of our account with this word in their command line.
    QByteArray running(const QByteArray &word) const;

    std::unique_ptr<Account> m_account;
    std::unique_ptr<Sshd> m_sshd;
    std::unique_ptr<SshSession> m_session; // for all tests that leave it whole
};

namespace {

Command command(const QByteArray &script, const QStringList &args = {})
{
    Command made;
    made.script = script;
    made.args = args;
    return made;
}

// The result, or an empty one and a failed check.
CommandResult mustRun(SshSession &session, const Command &wanted)
{
    auto result = session.run(wanted);
    if (!result) {
        QTest::qFail(qUtf8Printable(kindOf(result) + u": "_s + result.error().detail), __FILE__, __LINE__);
        return {};
    }
    return std::move(*result);
}

} // namespace

void TestRun::initTestCase()
{
    m_account = std::make_unique<Account>();
    m_sshd = std::make_unique<Sshd>();
    m_session = openSession();
    QVERIFY(m_session);
}

void TestRun::cleanupTestCase()
{
    m_session.reset();
    m_sshd.reset();
    m_account.reset();
}

std::unique_ptr<SshSession> TestRun::openSession(std::chrono::seconds keepAlive)
{
    auto options = m_sshd->options(m_account->name());
    options.keepAlive = keepAlive;
    return mustOpen(options, withKey(m_sshd->clientKey()));
}

QByteArray TestRun::running(const QByteArray &word) const
{
    QProcess process;
    process.start(u"pgrep"_s,
        { u"-u"_s, m_account->name(), u"-f"_s, QString::fromUtf8(word) });
    process.waitForFinished();
    return process.readAllStandardOutput();
}

void TestRun::exitStatusIsAValue_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<int>("status");
    QTest::newRow("true") << QByteArray("true") << 0;
    QTest::newRow("exit 3") << QByteArray("exit 3") << 3;
    QTest::newRow("exit 255") << QByteArray("exit 255") << 255;
    QTest::newRow("last command") << QByteArray("true\nfalse\n") << 1;
    QTest::newRow("set -e") << QByteArray("set -e\nfalse\nexit 7\n") << 1;
    QTest::newRow("no such program") << QByteArray("no-such-program-here") << 127;
    QTest::newRow("syntax error") << QByteArray("if then") << 2;
    QTest::newRow("empty") << QByteArray("") << 0;
    QTest::newRow("trap on exit") << QByteArray("trap 'exit 9' EXIT\nexit 4\n") << 9;
    QTest::newRow("here document, comment at the end") << QByteArray("cat <<E\nx\nE\nexit 5 # so") << 5;
}

void TestRun::exitStatusIsAValue()
{
    QFETCH(QByteArray, script);
    QFETCH(int, status);
    QCOMPARE(mustRun(*m_session, command(script)).exitStatus, status);
}

void TestRun::deathBySignalIsNamed_data()
{
    QTest::addColumn<QString>("signal");
    for (const char *signal : { "TERM", "KILL", "HUP", "SEGV" })
        QTest::newRow(signal) << QString::fromLatin1(signal);
}

void TestRun::deathBySignalIsNamed()
{
    QFETCH(QString, signal);
    const auto result = m_session->run(command(R"(ulimit -c 0; kill -s "$1" $$; sleep 5)", { signal }));
    QCOMPARE(kindOf(result), u"KilledBySignal"_s);
    QCOMPARE(result.error().detail, signal);
    QCOMPARE(result.error().host, m_sshd->address());
}

void TestRun::argumentsArriveAsTheyAre_data()
{
    QTest::addColumn<QStringList>("args");
    QString all;
    for (char16_t c = 1; c < 256; ++c)
        all += QChar(c);
    const auto row = [](const char *name, const QString &arg) { QTest::newRow(name) << QStringList { arg }; };
    row("single quotes", u"it's 'quoted' '"_s);
    row("double quotes", u"\"a\" \"$HOME\""_s);
    row("command substitution", u"$(date) `date`"_s);
    row("newlines", u"a\nb\n\n"_s);
    row("only a newline", u"\n"_s);
    row("Japanese", u"日本語 の ラズパイ 🍓"_s);
    row("U+0001 to U+00FF", all);
    row("empty", QString());
    row("dash e", u"-e"_s);
    row("dash dash", u"--"_s);
    row("glob", u"* ? [a-z] ~ {a,b}"_s);
    row("backslashes", u"\\ \\n \\\\ \\'"_s);
    row("history", u"!! !$ ^a^b"_s);
    row("comment", u"# no comment ; & | < >"_s);
    QTest::newRow("many") << QStringList { QString(), u" "_s, u"'"_s, QString(),
        u"-c"_s };
    QTest::newRow("none") << QStringList();
}

void TestRun::argumentsArriveAsTheyAre()
{
    QFETCH(QStringList, args);
    const QByteArray script
        = R"(printf '%s;' "$#"; for arg; do printf '%s' "$arg" | od -An -v -tx1 | tr -d ' \n'; printf ';'; done)";
    QByteArray expected = QByteArray::number(args.size()) + ';';
    for (const QString &arg : args)
        expected += arg.toUtf8().toHex() + ';';
    QCOMPARE(mustRun(*m_session, command(script, args)).out, expected);
}

void TestRun::everyByteSurvivesQuoting()
{
    QByteArray all;
    for (int byte = 1; byte < 256; ++byte)
        all += static_cast<char>(byte);
    const QByteArray script = "printf %s " + shellQuote(all);
    QCOMPARE(mustRun(*m_session, command(script)).out, all);
    QCOMPARE(shellQuote("it's"), QByteArray(R"('it'\''s')"));
    QCOMPARE(shellQuote(""), QByteArray("''"));
}

void TestRun::nulIsRefused()
{
    QCOMPARE(kindOf(m_session->run(command(QByteArray("echo a\0b", 8)))), u"Internal"_s);
    QCOMPARE(kindOf(m_session->run(command("true", { QString(QChar(0)) }))), u"Internal"_s);
}

void TestRun::argumentsMayBeLong()
{
    const QString big(120'000, u'x');
    QCOMPARE(mustRun(*m_session, command("printf %s ${#2}", { big, big })).out, QByteArray("120000"));
}

void TestRun::scriptIsNotEatenByItsOwnPrograms()
{
    const auto result = mustRun(*m_session,
        command("echo one\ncat\nread line || echo empty\nssh-add -l </dev/stdin >/dev/null 2>&1\necho two\n"));
    QCOMPARE(result.out, QByteArray("one\nempty\ntwo\n"));
    QCOMPARE(result.exitStatus, 0);
}

void TestRun::longScript()
{
    QByteArray script;
    for (int i = 0; script.size() < 200'000; ++i)
        script += ": line " + QByteArray::number(i) + " of a long script\n";
    script += R"(printf %s "$1"; exit 42)";
    const auto result = mustRun(*m_session, command(script, { u"arrived"_s }));
    QCOMPARE(result.out, QByteArray("arrived"));
    QCOMPARE(result.exitStatus, 42);
}

void TestRun::scriptIsNotInArgv()
{
    const auto result = mustRun(*m_session,
        command("needle=h''aystack\ncat /proc/*/cmdline 2>/dev/null | tr '\\0' ' '\n", { u"a plan"_s }));
    QVERIFY(result.out.contains("sshd"));
    QVERIFY(!result.out.contains("needle=h"));
    QVERIFY(!result.out.contains("a plan")); // nor in sudo's journal
}

void TestRun::localeIsC()
{
    QCOMPARE(mustRun(*m_session, command("printf %s \"$LC_ALL\"")).out, QByteArray("C.UTF-8"));
}

void TestRun::bothOutputsAreDrained_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<int>("out");
    QTest::addColumn<int>("err");
    const int mb8 = 8'000'000;
    QTest::newRow("8 MB on stderr") << QByteArray("head -c 8000000 /dev/zero >&2; echo end") << 4 << mb8;
    QTest::newRow("8 MB on stdout") << QByteArray("head -c 8000000 /dev/zero; echo end >&2") << mb8 << 4;
    QTest::newRow("both at once") << QByteArray("head -c 8000000 /dev/zero >&2 & head -c 8000000 /dev/zero; wait")
                                  << mb8 << mb8;
}

void TestRun::bothOutputsAreDrained()
{
    QFETCH(QByteArray, script);
    QFETCH(int, out);
    QFETCH(int, err);
    const auto result = mustRun(*m_session, command(script));
    QCOMPARE(result.out.size(), out);
    QCOMPARE(result.err.size(), err);
}

void TestRun::linesAreToldWhileItRuns()
{
    const QTemporaryDir dir;
    const QString flag = dir.filePath(u"flag"_s);
    ::chmod(QFile::encodeName(dir.path()).constData(), 0777);
    QByteArrayList lines;
    // The script goes on only after its first line was told, so the test ends only if it is told in time.
    const auto result = m_session->run(
        command("printf 'one\\ntw'; until [ -e \"$1\" ]; do sleep 0.01; done; printf 'o\\n\\nlast'", { flag }), {},
        [&](const QByteArray &line) {
            lines += line;
            QFile(flag).open(QIODevice::WriteOnly);
        });
    QCOMPARE(kindOf(result), u"ok"_s);
    QCOMPARE(lines, (QByteArrayList { "one", "two", "" }));
    QCOMPARE((*result).out, QByteArray("one\ntwo\n\nlast"));
}

// libssh's own timeout makes a silent command look like one that ended; ours is not libssh's. With a keep-alive of a
// second the healthy, silent peer also has to be told from a dead one.
void TestRun::silenceIsNotTheEnd()
{
    const auto session = openSession(1s);
    QVERIFY(session);
    const auto result = mustRun(*session, command("sleep 4.5; echo done; exit 8"));
    QCOMPARE(result.out, QByteArray("done\n"));
    QCOMPARE(result.exitStatus, 8);
}

void TestRun::programLeftBehindIsNotWaitedFor()
{
    QElapsedTimer timer;
    timer.start();
    const auto result = mustRun(*m_session, command("echo started; sleep 87 & exit 4"));
    QCOMPARE(result.out, QByteArray("started\n"));
    QCOMPARE(result.exitStatus, 4);
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!running("sleep 87").isEmpty());
    QCOMPARE(mustRun(*m_session, command("pkill -xf 'sleep 87'")).exitStatus, 0);
}

void TestRun::deadlineEndsTheCommand()
{
    auto slow = command("echo begun; sh -c 'sleep 88; :'; echo never");
    slow.deadline = 500ms;
    QElapsedTimer timer;
    timer.start();
    const auto result = m_session->run(slow);
    QCOMPARE(kindOf(result), u"TimedOut"_s);
    QVERIFY2(timer.elapsed() >= 500 && timer.elapsed() < 900, qPrintable(QString::number(timer.elapsed())));
    QVERIFY2(running("sleep 88").isEmpty(), "the command still runs");
    QCOMPARE(mustRun(*m_session, command("echo usable")).out, QByteArray("usable\n"));
}

void TestRun::stopEndsTheCommand()
{
    std::array<qint64, 5> times {};
    for (qint64 &time : times) {
        std::stop_source source;
        QElapsedTimer timer;
        std::jthread person;
        const auto result
            = m_session->run(command("echo begun; sleep 89"), source.get_token(), [&](const QByteArray &) {
                  person = std::jthread([&] {
                      timer.start();
                      source.request_stop();
                  });
              });
        QCOMPARE(kindOf(result), u"Cancelled"_s);
        time = timer.elapsed();
        QVERIFY2(running("sleep 89").isEmpty(), "the command still runs");
    }
    std::ranges::sort(times);
    qInfo("from Stop to Cancelled, with the command ended: median %lld ms, worst %lld ms", times[2], times[4]);
    // The median, because a busy computer may take its time once.
    QVERIFY2(times[2] < 200, qPrintable(QString::number(times[2])));
    QCOMPARE(mustRun(*m_session, command("echo usable")).out, QByteArray("usable\n"));
}

void TestRun::stoppedScriptMayCleanUp()
{
    const QString note = m_account->home() + u"/cleaned"_s;
    auto slow = command("trap 'sleep 0.2; touch \"$1\"; exit 1' TERM\nsleep 90 & wait\n", { note });
    slow.deadline = 300ms;
    QCOMPARE(kindOf(m_session->run(slow)), u"TimedOut"_s);
    QVERIFY(QFile::exists(note));
    QVERIFY(running("sleep 90").isEmpty());
}

void TestRun::stubbornScriptIsKilled()
{
    auto slow = command("trap '' TERM HUP PIPE\nwhile :; do sleep 91; done\n");
    slow.deadline = 300ms;
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(kindOf(m_session->run(slow)), u"TimedOut"_s);
    QVERIFY2(timer.elapsed() < 2500, qPrintable(QString::number(timer.elapsed())));
    QTRY_VERIFY(running("sleep 91").isEmpty());
}

void TestRun::stopBeforeTheStart()
{
    const QString note = m_account->home() + u"/never"_s;
    std::stop_source source;
    source.request_stop();
    QCOMPARE(
        kindOf(m_session->run(command("touch \"$1\"", { note }), source.get_token())), u"Cancelled"_s);
    QVERIFY(!QFile::exists(note));
    QCOMPARE(mustRun(*m_session, command("echo usable")).out, QByteArray("usable\n"));
}

void TestRun::hungPeerIsConnectionLost()
{
    Sshd sshd;
    auto options = sshd.options(m_account->name());
    options.keepAlive = 1s;
    const auto session = mustOpen(options, withKey(sshd.clientKey()));
    QVERIFY(session);
    QElapsedTimer timer;
    const auto result = session->run(command("echo begun; sleep 92"), {}, [&](const QByteArray &) {
        sshd.freezeConnections();
        timer.start();
    });
    QCOMPARE(kindOf(result), u"ConnectionLost"_s);
    QVERIFY2(timer.elapsed() > 1500 && timer.elapsed() < 4500, qPrintable(QString::number(timer.elapsed())));
    qInfo("a hung peer is noticed after %lld ms with a keep-alive of 1 s", timer.elapsed());
}

void TestRun::deadPeerIsConnectionLost()
{
    Sshd sshd;
    const auto session = mustOpen(sshd.options(m_account->name()), withKey(sshd.clientKey()));
    QVERIFY(session);
    const auto result = session->run(command("echo begun; sleep 93"), {}, [&](const QByteArray &) { sshd.stop(); });
    QCOMPARE(kindOf(result), u"ConnectionLost"_s);
    QVERIFY(!session->isOpen());
    QCOMPARE(kindOf(session->run(command("true"))), u"ConnectionLost"_s);
}

void TestRun::sessionsInThreads()
{
    const auto options = m_sshd->options(m_account->name());
    const Credentials credentials = withKey(m_sshd->clientKey());
    std::array<QByteArray, 4> answers;
    {
        std::vector<std::jthread> threads;
        for (size_t i = 0; i < answers.size(); ++i) {
            threads.emplace_back([&, i] {
                const auto session = SshSession::open(options, credentials);
                for (int n = 0; session && n < 5; ++n) {
                    const auto result = (*session)->run(command("printf %s \"$1\"", { QString::number(i) }));
                    answers[i] += result ? (*result).out : QByteArray("?");
                }
            });
        }
    }
    for (size_t i = 0; i < answers.size(); ++i)
        QCOMPARE(answers[i], QByteArray::number(qulonglong(i)).repeated(5));
}

// A wait that misses its wake-up costs a whole slice (50 ms) each time; this is where it would be seen.
void TestRun::commandsCostLittle()
{
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 20; ++i)
        QCOMPARE(mustRun(*m_session, command("true")).exitStatus, 0);
    const double ms = static_cast<double>(timer.nsecsElapsed()) / 20e6;
    qInfo("one command on an open session: %.1f ms", ms);
    QVERIFY2(ms < 50, qPrintable(QString::number(ms)));
}

QTEST_GUILESS_MAIN(TestRun)
#include "tst_run.moc"
