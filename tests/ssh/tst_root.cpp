// SPDX-License-Identifier: GPL-3.0-or-later
// Becoming root, or being told why not; and where the password goes meanwhile.
#include "testsshd.h"

#include <QtTest>
#include <csignal>
#include <sys/stat.h>

using namespace twinlan;
using namespace twinlan::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestRoot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void cleanup();
    void rootItself();
    void kinds_data();
    void kinds();
    void wrongThenRight();
    void refusalIsAskedOnce();
    void accountWithoutSudoProgram();
    void scriptAsRoot_data();
    void scriptAsRoot();
    void passwordNeverReachesTheScript();
    void passwordIsSeenNowhere();
    void trialLeavesNoTrace_data();
    void trialLeavesNoTrace();
    void oneShellForAll_data();
    void oneShellForAll();
    void commandsDoNotMixInOneShell();
    void shellThatDiedIsReplaced();
    void rulesChangedMeanwhile();
    void signalThroughSudo_data();
    void signalThroughSudo();
    void greetingIsNoise_data();
    void greetingIsNoise();
    void passwordIsSudosAlone_data();
    void passwordIsSudosAlone();
    void stopEndsWhatRootRuns_data();
    void stopEndsWhatRootRuns();

private:
    std::unique_ptr<SshSession> openSession(Secret sudoPassword = {});
    static void killShell(const QByteArray &pid);

    std::unique_ptr<Account> m_account;
    std::unique_ptr<Sshd> m_sshd;
};

namespace {

const QByteArray free_ = "ALL=(ALL) NOPASSWD: ALL";
const QByteArray asks = "ALL=(ALL) ALL";

Command asRoot(const QByteArray &script, const QStringList &args = {})
{
    Command made;
    made.script = script;
    made.args = args;
    made.asRoot = true;
    return made;
}

void sudoRules()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::newRow("without a password") << free_;
    QTest::newRow("with a password") << asks;
}

} // namespace

void TestRoot::initTestCase()
{
    m_account = std::make_unique<Account>();
    m_sshd = std::make_unique<Sshd>();
}

void TestRoot::cleanupTestCase()
{
    m_sshd.reset();
    m_account.reset();
}

void TestRoot::cleanup()
{
    m_account->setSudoRule({});
    m_account->useShell(u"bash"_s, {});
}

std::unique_ptr<SshSession> TestRoot::openSession(Secret sudoPassword)
{
    Credentials credentials = withKey(m_sshd->clientKey());
    credentials.sudoPassword = std::move(sudoPassword);
    return mustOpen(m_sshd->options(m_account->name()), credentials);
}

void TestRoot::rootItself()
{
    const auto session = mustOpen(m_sshd->options(u"root"_s), withKey(m_sshd->clientKey()));
    QVERIFY(session);
    const auto result = session->run(asRoot("id -u; printf %s \"$1\"", { u"it's"_s }));
    QCOMPARE(kindOf(result), u"ok"_s);
    QCOMPARE((*result).out, QByteArray("0\nit's"));
}

void TestRoot::kinds_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<bool>("member"); // of a group that sudo usually lets in
    QTest::addColumn<QString>("password"); // right, wrong, none
    QTest::addColumn<bool>("signInWithIt");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *name, const QByteArray &rule, bool member, const char *password, bool signIn,
                         const char *kind) {
        QTest::newRow(name) << rule << member << QString::fromLatin1(password) << signIn << QString::fromLatin1(kind);
    };
    // Strangers first: nobody leaves a group again here.
    row("not permitted, no password", {}, false, "none", false, "SudoDenied");
    row("not permitted, right password", {}, false, "right", false, "SudoDenied");
    row("not permitted, wrong password", {}, false, "wrong", false, "SudoDenied");
    row("not permitted, signed in with it", {}, false, "right", true, "SudoDenied");
    row("free, no password", free_, false, "none", false, "ok");
    row("free, wrong password", free_, false, "wrong", false, "ok");
    row("asks, right password", asks, false, "right", false, "ok");
    row("asks, sign-in password", asks, false, "right", true, "ok");
    row("member, right password", asks, true, "right", false, "ok");
    row("member, wrong password", asks, true, "wrong", false, "SudoPasswordWrong");
    row("member, no password", asks, true, "none", false, "SudoPasswordWrong");
}

void TestRoot::kinds()
{
    QFETCH(QByteArray, rule);
    QFETCH(bool, member);
    QFETCH(QString, password);
    QFETCH(bool, signInWithIt);
    QFETCH(QString, kind);
    m_account->setSudoRule(rule);
    if (member)
        m_account->joinGroup(u"sudo"_s);
    Secret secret;
    if (password != u"none"_s)
        secret = password == u"right"_s ? m_account->password() : Secret(u"wrong-secret"_s);

    std::unique_ptr<Sshd> withPasswords;
    std::unique_ptr<SshSession> session;
    if (signInWithIt) {
        withPasswords = std::make_unique<Sshd>(Sshd::Setup { .config = { "PasswordAuthentication yes" } });
        session = mustOpen(withPasswords->options(m_account->name()), withPassword(std::move(secret)));
    } else {
        session = openSession(std::move(secret));
    }
    QVERIFY(session);
    const auto result = session->run(asRoot("id -u"));
    QCOMPARE(kindOf(result), kind);
    if (result) {
        QCOMPARE((*result).out, QByteArray("0\n"));
        QCOMPARE((*result).err, QByteArray());
    } else {
        QCOMPARE(result.error().host, m_sshd->address());
        QVERIFY(!result.error().detail.contains(u"wrong-secret"_s));
        QVERIFY(!result.error().detail.contains(u"pä ss"_s));
    }
    // Without root, the session works as before.
    QCOMPARE(kindOf(session->run({ .script = "true", .args = {} })), u"ok"_s);
}

void TestRoot::wrongThenRight()
{
    m_account->setSudoRule(asks);
    m_account->joinGroup(u"sudo"_s);
    QCOMPARE(kindOf(openSession(Secret(u"wrong-secret"_s))->run(asRoot("id -u"))),
        u"SudoPasswordWrong"_s);
    QCOMPARE(kindOf(openSession(m_account->password())->run(asRoot("id -u"))), u"ok"_s);
}

void TestRoot::refusalIsAskedOnce()
{
    m_account->setSudoRule(asks);
    m_account->joinGroup(u"sudo"_s);
    const auto session = openSession(Secret(u"wrong-secret"_s));
    QVERIFY(session);
    QCOMPARE(kindOf(session->run(asRoot("id -u"))), u"SudoPasswordWrong"_s);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(kindOf(session->run(asRoot("id -u"))), u"SudoPasswordWrong"_s);
    QVERIFY(timer.elapsed() < 20); // PAM would let us wait for about two seconds
}

void TestRoot::accountWithoutSudoProgram()
{
    const QTemporaryDir dir;
    ::chmod(QFile::encodeName(dir.path()).constData(), 0755);
    for (const char *tool : { "env", "sh", "head", "id", "printf" }) {
        const QString name = QString::fromLatin1(tool);
        QVERIFY(QFile::link(u"/usr/bin/"_s + name, dir.filePath(name)));
    }
    Sshd sshd({ .config = { "SetEnv PATH=" + QFile::encodeName(dir.path()) } });
    const auto session = mustOpen(sshd.options(m_account->name()), withKey(sshd.clientKey()));
    QVERIFY(session);
    const auto result = session->run(asRoot("id -u"));
    QCOMPARE(kindOf(result), u"SudoDenied"_s);
    QCOMPARE(result.error().detail, u"sudo is not installed"_s);
}

void TestRoot::scriptAsRoot_data()
{
    sudoRules();
}

void TestRoot::scriptAsRoot()
{
    QFETCH(QByteArray, rule);
    m_account->setSudoRule(rule);
    const auto session = openSession(m_account->password());
    QVERIFY(session);
    const QString arg = u"it's \"$(date)\"\n日本語 -e"_s;
    const QByteArray script = "id -u; printf '%s;' \"$#\" \"$1\"; cat; printf '%s' \"$LC_ALL\"; exit 5";
    const auto bare = session->run(asRoot(script, { arg }));
    QCOMPARE(kindOf(bare), u"ok"_s);
    QCOMPARE((*bare).out, "0\n1;" + arg.toUtf8() + ";C.UTF-8");
    QCOMPARE((*bare).exitStatus, 5);
    QByteArray longScript = QByteArray(": 0123456789\n").repeated(20'000) + "id -u";
    QCOMPARE((*session->run(asRoot(longScript))).out, QByteArray("0\n"));
}

// sudo asked for a password when the session looked, and asks for none any more: the line meant for it stays on stdin.
void TestRoot::passwordNeverReachesTheScript()
{
    m_account->setSudoRule(asks);
    const auto session = openSession(m_account->password());
    QVERIFY(session);
    auto endless = asRoot("while :; do sleep 1; done");
    endless.deadline = 300ms;
    QCOMPARE(kindOf(session->run(endless)), u"TimedOut"_s); // the next command needs a new shell
    m_account->setSudoRule(free_);
    const auto result = session->run(asRoot("set; cat; echo end"));
    QCOMPARE(kindOf(result), u"ok"_s);
    QCOMPARE((*result).exitStatus, 0);
    QVERIFY((*result).out.endsWith("\nend\n"));
    QVERIFY(!((*result).out + (*result).err).contains("p\xc3\xa4 ss"));
    QCOMPARE((*result).err, QByteArray());
}

void TestRoot::passwordIsSeenNowhere()
{
    m_account->setSudoRule(asks);
    const auto session = openSession(m_account->password());
    QVERIFY(session);
    // As root, so that every process of the computer can be looked at, while sudo and the shells around it run.
    const auto result = session->run(asRoot("cat /proc/[0-9]*/cmdline /proc/[0-9]*/environ 2>/dev/null"));
    QCOMPARE(kindOf(result), u"ok"_s);
    QVERIFY((*result).out.contains("sudo"));
    QVERIFY(!(*result).out.contains(m_account->password().bytes()));
}

void TestRoot::trialLeavesNoTrace_data()
{
    sudoRules();
}

// The first command of a session finds out on the way how this account becomes root; it is seen nowhere, and runs once.
void TestRoot::trialLeavesNoTrace()
{
    QFETCH(QByteArray, rule);
    m_account->setSudoRule(rule);
    const auto session = openSession(m_account->password());
    QVERIFY(session);
    const QString counted = m_account->home() + u"/counted"_s;
    QByteArrayList lines;
    const auto result = session->run(asRoot("echo ran >>\"$1\"; cat \"$1\"; rm \"$1\"; cat; exit 1", { counted }), {},
        [&](const QByteArray &line) { lines << line; });
    QCOMPARE(kindOf(result), u"ok"_s);
    QCOMPARE((*result).out, QByteArray("ran\n"));
    QCOMPARE((*result).err, QByteArray());
    QCOMPARE((*result).exitStatus, 1);
    QCOMPARE(lines, QByteArrayList { "ran" });
}

void TestRoot::oneShellForAll_data()
{
    sudoRules();
}

void TestRoot::oneShellForAll()
{
    QFETCH(QByteArray, rule);
    m_account->setSudoRule(rule);
    const auto session = openSession(m_account->password());
    QVERIFY(session);
    QCOMPARE(kindOf(session->run(asRoot("true"))), u"ok"_s);
    const auto pid = session->run(asRoot("echo $$"));
    QCOMPARE(kindOf(pid), u"ok"_s);
    for (int i = 0; i < 3; ++i) {
        const auto again = session->run(asRoot("echo $$; exit \"$1\"", { QString::number(i) }));
        QCOMPARE(kindOf(again), u"ok"_s);
        QCOMPARE((*again).out, (*pid).out);
        QCOMPARE((*again).exitStatus, i);
    }
}

void TestRoot::commandsDoNotMixInOneShell()
{
    m_account->setSudoRule(free_);
    const auto session = openSession();
    QVERIFY(session);
    const auto must = [&](const Command &command, int status, const QByteArray &out, const QByteArray &err) {
        const auto result = session->run(command);
        QCOMPARE(kindOf(result), u"ok"_s);
        QCOMPARE((*result).exitStatus, status);
        QCOMPARE((*result).out, out);
        QCOMPARE((*result).err, err);
    };
    must(asRoot("printf 'no end'; printf 'of lines' >&2; exit 3"), 3, "no end", "of lines");
    must(asRoot("x=left; cd /; set -e; trap 'echo bye' EXIT; exec 8>/dev/null; umask 0; f() { echo f; }; false"), 1, "bye\n", "");
    must(asRoot("echo \"${x:-}|$#|$1\"; [ -e /proc/self/fd/8 ] || echo closed; type f >/dev/null 2>&1 || echo none; cat", { u"it's"_s }),
        0, "|1|it's\nclosed\nnone\n", "");
    must(asRoot("if then"), 2, "", (*session->run(asRoot("if then"))).err);
    must(asRoot("exec false"), 1, "", "");
    must(asRoot("exec sh -c 'kill -s KILL $$'"), 137, "", (*session->run(asRoot("exec sh -c 'kill -s KILL $$'"))).err);
    must(asRoot("head -c 3000000 /dev/zero | tr '\\0' x >&2; head -c 3000000 /dev/zero | tr '\\0' y; exit 255"), 255, QByteArray(3'000'000, 'y'),
        QByteArray(3'000'000, 'x'));
    QByteArrayList lines;
    QCOMPARE(kindOf(session->run(asRoot("echo one; echo; echo two; printf three"), {}, [&](const QByteArray &line) { lines << line; })),
        u"ok"_s);
    QCOMPARE(lines, (QByteArrayList { "one", "", "two" }));
}

// Between two commands; the one that runs while it dies is signalThroughSudo(). `pid`: what `echo $$` said.
void TestRoot::killShell(const QByteArray &pid)
{
    QCOMPARE(::kill(pid.trimmed().toInt(), SIGKILL), 0);
    QTest::qWait(200);
}

void TestRoot::shellThatDiedIsReplaced()
{
    m_account->setSudoRule(free_);
    const auto session = openSession();
    QVERIFY(session);
    const auto first = session->run(asRoot("echo $$"));
    QCOMPARE(kindOf(first), u"ok"_s);
    killShell((*first).out);
    const auto second = session->run(asRoot("id -u; echo $$"));
    QCOMPARE(kindOf(second), u"ok"_s);
    QVERIFY((*second).out.startsWith("0\n") && !(*second).out.endsWith('\n' + (*first).out));
}

void TestRoot::rulesChangedMeanwhile()
{
    m_account->setSudoRule(free_);
    const auto session = openSession();
    QVERIFY(session);
    const auto first = session->run(asRoot("echo $$"));
    QCOMPARE(kindOf(first), u"ok"_s);
    m_account->setSudoRule({});
    QCOMPARE(kindOf(session->run(asRoot("true"))), u"ok"_s); // the shell is root already
    killShell((*first).out);
    const auto refused = session->run(asRoot("touch /run/never"));
    QCOMPARE(kindOf(refused), u"SudoDenied"_s);
    QVERIFY(!refused.error().detail.isEmpty());
}

void TestRoot::signalThroughSudo_data()
{
    sudoRules();
}

void TestRoot::signalThroughSudo()
{
    QFETCH(QByteArray, rule);
    m_account->setSudoRule(rule);
    const auto session = openSession(m_account->password());
    QVERIFY(session);
    const auto result = session->run(asRoot("kill -s TERM $$; sleep 5"));
    QCOMPARE(kindOf(result), u"KilledBySignal"_s);
    QCOMPARE(result.error().detail, u"TERM"_s);
}

void TestRoot::greetingIsNoise_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<QByteArray>("greeting"); // in the file that each start of this shell reads
    QTest::addColumn<QByteArray>("rule");
    const struct
    {
        const char *name;
        const char *text; // POSIX, but good for fish and csh as well
    } greetings[] = {
        { "none", "" },
        { "line", "echo 'Welcome, pi'" },
        { "without a newline", "printf 'Welcome: '" },
        { "on stderr", "sh -c 'echo Welcome >&2'" },
        { "on stderr, without a newline", "sh -c 'printf Welcome >&2'" },
        { "escape sequence", "printf '\\033]0;pi\\007\\033[1m'" },
        { "looks like an answer", "printf 'root\\nin\\nerror=DiskFull\\nstep='" },
        { "long, on both", "sh -c 'head -c 1000000 /dev/zero | tr \"\\\\0\" x; head -c 1000000 /dev/zero | tr \"\\\\0\" y >&2'" },
        { "goes on behind our back", "sh -c '(for i in 1 2 3 4 5 6 7 8; do sleep 0.05; echo late >&2; done) &'" },
    };
    for (const char *shell : { "bash", "zsh", "fish", "tcsh", "dash" }) {
        for (const auto &greeting : greetings) {
            if (QByteArrayView(shell) == "dash" && *greeting.text)
                continue; // reads no file
            QTest::addRow("%s, %s, asks", shell, greeting.name) << QString::fromLatin1(shell) << QByteArray(greeting.text) << asks;
            if (QByteArrayView(shell) == "bash")
                QTest::addRow("%s, %s, free", shell, greeting.name) << QString::fromLatin1(shell) << QByteArray(greeting.text) << free_;
        }
    }
    // Where each command is shown as it runs, sudo's question and our first word are on stderr before anybody has said them.
    QTest::newRow("bash, set -x, asks") << u"bash"_s << QByteArray("set -x") << asks;
    QTest::newRow("bash, trap DEBUG, asks") << u"bash"_s << QByteArray(R"(trap 'printf "$BASH_COMMAND" >&2' DEBUG)") << asks;
    QTest::newRow("zsh, setopt xtrace, asks") << u"zsh"_s << QByteArray("setopt xtrace") << asks;
    QTest::newRow("fish, fish_trace, asks") << u"fish"_s << QByteArray("set -g fish_trace 1") << asks;
    QTest::newRow("tcsh, set echo, asks") << u"tcsh"_s << QByteArray("set echo") << asks;
}

void TestRoot::greetingIsNoise()
{
    QFETCH(QString, shell);
    QFETCH(QByteArray, greeting);
    QFETCH(QByteArray, rule);
    m_account->setSudoRule(rule);
    m_account->useShell(shell, greeting + '\n');
    const auto session = openSession(m_account->password());
    QVERIFY(session);
    const auto root = session->run(asRoot("id -u; printf 'key=%s' \"$1\"", { u"it's \\ !"_s }));
    QVERIFY2(root, qPrintable(kindOf(root) + u' ' + (root ? QString() : root.error().detail.right(300))));
    QCOMPARE((*root).out, QByteArray("0\nkey=it's \\ !"));
    QVERIFY(!(*root).err.contains("Welcome"));
    const auto again = session->run(asRoot("echo two"));
    QCOMPARE(kindOf(again), u"ok"_s);
    QCOMPARE((*again).out, QByteArray("two\n"));
    Command asOneself = asRoot("printf 'key=%s\\n' \"$1\"; cat", { u"a\\\\b'"_s });
    asOneself.asRoot = false;
    const auto result = session->run(asOneself);
    QCOMPARE(kindOf(result), u"ok"_s);
    QCOMPARE((*result).out, QByteArray("key=a\\\\b'\n"));
    QVERIFY(!(*result).err.contains("Welcome"));
}

void TestRoot::passwordIsSudosAlone_data()
{
    QTest::addColumn<QByteArray>("defaults"); // of sudo's
    QTest::addColumn<QByteArray>("greeting");
    QTest::addColumn<QString>("kind");
    QTest::newRow("plain") << QByteArray() << QByteArray() << u"ok"_s;
    for (int start = 1; start <= 4; ++start) {
        const QByteArray only = "n=$(cat ~/starts 2>/dev/null); n=$((${n:-0} + 1)); echo $n >~/starts; [ $n != " + QByteArray::number(start)
            + " ] || printf 'You have mail. '";
        QTest::addRow("a greeting at start %d only", start) << QByteArray() << only << u"ok"_s;
    }
    QTest::newRow("a prompt of its own") << QByteArray("passprompt=\"%p no pasuwaado: \"") << QByteArray() << u"ok"_s;
    QTest::newRow("a lecture each time") << QByteArray("lecture=always") << QByteArray() << u"ok"_s;
    QTest::newRow("a terminal of its own for each command") << QByteArray("use_pty") << QByteArray() << u"ok"_s;
    QTest::newRow("one try") << QByteArray("passwd_tries=1") << QByteArray() << u"ok"_s;
    QTest::newRow("no terminal, no sudo") << QByteArray("requiretty") << QByteArray() << u"SudoDenied"_s;
    QTest::newRow("runs as somebody else") << QByteArray("runas_default=nobody") << QByteArray() << u"ok"_s;
    QTest::newRow("stdin is eaten") << QByteArray() << QByteArray("read -r -t 0.2 line; echo \"got: $line\"") << u"ok"_s;
    // What comes in its place never gets to hear anything.
    QTest::newRow("another shell in its place") << QByteArray() << QByteArray("exec tcsh") << u"TimedOut"_s;
    QTest::newRow("a program that echoes") << QByteArray() << QByteArray("exec cat") << u"TimedOut"_s;
}

void TestRoot::passwordIsSudosAlone()
{
    QFETCH(QByteArray, defaults);
    QFETCH(QByteArray, greeting);
    QFETCH(QString, kind);
    m_account->setSudoRule(asks + (defaults.isEmpty() ? QByteArray() : "\nDefaults:" + m_account->name().toUtf8() + ' ' + defaults));
    m_account->useShell(u"bash"_s, greeting + '\n');
    QFile::remove(m_account->home() + u"/starts"_s);
    const auto session = openSession(m_account->password());
    QVERIFY(session);
    // Whatever root or the account is given to run and does not find is written down with its name.
    Command look = asRoot("id -u; set");
    look.deadline = kind == u"TimedOut"_s ? 4s : 30s; // PAM and five shells take long on a busy computer
    const auto result = session->run(look);
    QCOMPARE(kindOf(result), kind);
    const QByteArray said = result ? (*result).out + (*result).err : result.error().detail.toUtf8();
    QVERIFY2(!said.contains("ss'$w") && !said.contains("p\xc3\xa4"), said.constData());
    if (result)
        QVERIFY(said.startsWith("0\n"));
}

void TestRoot::stopEndsWhatRootRuns_data()
{
    sudoRules();
}

void TestRoot::stopEndsWhatRootRuns()
{
    QFETCH(QByteArray, rule);
    m_account->setSudoRule(rule);
    const auto session = openSession(m_account->password());
    QVERIFY(session);
    std::stop_source source;
    const auto result = session->run(asRoot("echo begun; sh -c 'sleep 94; :'"), source.get_token(),
        [&](const QByteArray &) { source.request_stop(); });
    QCOMPARE(kindOf(result), u"Cancelled"_s);
    QProcess pgrep;
    pgrep.start(u"pgrep"_s, { u"-xf"_s, u"sleep 94"_s });
    pgrep.waitForFinished();
    QCOMPARE(pgrep.readAllStandardOutput(), QByteArray());
    QCOMPARE((*session->run(asRoot("id -u"))).out, QByteArray("0\n"));
}

QTEST_GUILESS_MAIN(TestRoot)
#include "tst_root.moc"
