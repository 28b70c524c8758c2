// SPDX-License-Identifier: GPL-3.0-or-later
// diagnose.sh for real, through the code that reads it: path MTUs that must be found exactly, bridges, counters,
// hostile words.
#include "diagnoselab.h"
#include "remote/diagnostics/localshell.h"
#include "remote/diagnostics/measure.h"
#include "remote/diagnostics/pingstream.h"
#include "resources/script.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

// LocalShell is never root by itself; this test is.
class RootShell : public Shell
{
public:
    Result<CommandResult> run(const Command &command, const std::stop_token &stop, const LineSink &onLine) override
    {
        Command asIs = command;
        asIs.asRoot = false;
        return m_local.run(asIs, stop, onLine);
    }
    [[nodiscard]] QString host() const override { return m_local.host(); }

private:
    LocalShell m_local;
};

// How many processes name `word` in their command line.
int processesWith(const QByteArray &word)
{
    int count = 0;
    for (const auto &pid : QDir(u"/proc"_s).entryList({ u"[0-9]*"_s }, QDir::Dirs)) {
        QFile file(u"/proc/%1/cmdline"_s.arg(pid));
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(word))
            ++count;
    }
    return count;
}

#define OK(what)                                              \
    do {                                                      \
        const QString trouble = what;                         \
        QVERIFY2(trouble.isEmpty(), qUtf8Printable(trouble)); \
    } while (false)

const auto farTarget = u"10.91.2.2"_s;
const auto slowTarget = u"10.91.3.2"_s;

} // namespace

class DiagnoseShTest : public QObject
{
    Q_OBJECT

private:
    diagnoselab::Lab m_lab;
    LocalShell m_shell;

private Q_SLOTS:
    void initTestCase() { OK(m_lab.begin()); }

    void isCleanShell()
    {
        QProcess check;
        check.start(
            u"shellcheck"_s, { QStringLiteral(TWINLAN_SOURCE_DIR "/resources/remote/diagnose.sh") });
        QVERIFY2(check.waitForFinished() && check.exitCode() == 0, check.readAllStandardOutput().constData());
    }

    void routedMtu_data()
    {
        QTest::addColumn<int>("mtu");
        for (const int mtu : { 1500, 1499, 1492, 1454, 1437, 1280, 1000, 601 })
            QTest::addRow("%d", mtu) << mtu;
    }
    void routedMtu()
    {
        QFETCH(int, mtu);
        OK(m_lab.setFarMtu(mtu));
        const auto found = pathMtu(m_shell, farTarget);
        QVERIFY2(found.ok(), qUtf8Printable(found.ok() ? QString() : found.error().detail));
        QCOMPARE(found->withDf, mtu);
        QCOMPARE(found->withoutDf, PathMtu::mostInPieces); // the router cuts
        OK(m_lab.setFarMtu(1500));
    }

    void slowMtu_data()
    {
        QTest::addColumn<int>("largest");
        QTest::addColumn<int>("loseOneIn");
        for (const int largest : { 1500, 1458, 1437, 1242, 1333, 300, 69, 68 })
            QTest::addRow("%d", largest) << largest << 0;
        QTest::addRow("1500 with 4 %% loss") << 1500 << 50;
        QTest::addRow("1437 with 4 %% loss") << 1437 << 50;
    }
    // 20 ms, and nobody says that a packet was too large.
    void slowMtu()
    {
        QFETCH(int, largest);
        QFETCH(int, loseOneIn);
        m_lab.slow.largest = largest;
        m_lab.slow.loseOneIn = loseOneIn;
        QElapsedTimer clock;
        qint64 best = 0;
        PathMtu found;
        for (int attempt = 0; attempt < 3; ++attempt) { // the machine may be busy with something else
            clock.start();
            const auto answer = pathMtu(m_shell, slowTarget);
            best = attempt == 0 ? clock.elapsed() : std::min(best, clock.elapsed());
            QVERIFY(answer.ok());
            found = *answer;
            QCOMPARE(found.withDf, largest);
            if (loseOneIn == 0)
                QCOMPARE(found.withoutDf, largest == 1500 ? PathMtu::mostInPieces : largest);
            if (best < 2000)
                break;
        }
        m_lab.slow.loseOneIn = 0;
        m_lab.slow.largest = 1500;
        qInfo("%d of %d in %lld ms", found.withDf, largest, static_cast<long long>(best));
        if (loseOneIn == 0)
            QVERIFY2(best < 5000, qPrintable(QString::number(best)));
    }

    // The answers come later than they did when the way was measured: late is not too large.
    void slowerThanMeasured_data()
    {
        QTest::addColumn<int>("largest");
        for (const int largest : { 1500, 1437 })
            QTest::addRow("%d", largest) << largest;
    }
    void slowerThanMeasured()
    {
        QFETCH(int, largest);
        m_lab.slow.largest = largest;
        m_lab.slow.promptFor = 3;
        const auto found = pathMtu(m_shell, slowTarget);
        m_lab.slow.promptFor = -1;
        m_lab.slow.largest = 1500;
        QVERIFY(found.ok());
        QCOMPARE(found->withDf, largest);
    }

    void knownMtu_data()
    {
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("now");
        QTest::addRow("1437, as before") << 1437 << 1437;
        QTest::addRow("1500, as before") << 1500 << 1500;
        QTest::addRow("smaller") << 1500 << 1437;
        QTest::addRow("larger") << 1280 << 1437;
        QTest::addRow("nothing had passed") << 0 << 1437;
    }
    // What is known is only asked again, with a fraction of the bytes; and what has changed is found.
    void knownMtu()
    {
        QFETCH(int, before);
        QFETCH(int, now);
        m_lab.slow.largest = now;
        m_lab.slow.sent = 0;
        const auto searched = pathMtu(m_shell, slowTarget, {}, { 68, 68 }); // not so, and so searched
        const int search = m_lab.slow.sent;
        m_lab.slow.sent = 0;
        const auto in = [](int size) { return PathMtu { size, size == 1500 ? PathMtu::mostInPieces : size }; };
        const auto found = pathMtu(m_shell, slowTarget, {}, in(before));
        const int confirmed = m_lab.slow.sent;
        m_lab.slow.largest = 1500;
        QVERIFY(searched.ok() && found.ok());
        QCOMPARE(*found, in(now));
        QCOMPARE(*found, *searched);
        qInfo("%d bytes, a search takes %d", confirmed, search);
        if (before == now)
            QVERIFY2(confirmed < search / 3, qPrintable(u"%1 of %2"_s.arg(confirmed).arg(search)));
    }

    void nobodyThere()
    {
        m_lab.slow.largest = 0;
        QCOMPARE(pathMtu(m_shell, slowTarget).value(), PathMtu {});
        m_lab.slow.largest = 1500;
        QCOMPARE(pathMtu(m_shell, u"10.99.0.1"_s).value(), PathMtu {}); // no route
    }

    // Nothing comes back after the first answers: no size is said, and not ever more of them are asked for.
    void unsteadyWay()
    {
        QTemporaryDir dir;
        QFile ping(dir.filePath(u"ping"_s));
        QVERIFY(ping.open(QFile::WriteOnly));
        ping.write("#!/bin/sh\ncase \"$*\" in *'-c 3'*) echo '64 bytes: time=1.0 ms'; exit 0 ;; esac\necho asked >> \"${0%/*}/asked\"\nexit 1\n");
        ping.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        ping.close();
        QProcess script;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PATH"_s, dir.path() + u':' + environment.value(u"PATH"_s));
        script.setProcessEnvironment(environment);
        script.start(u"sh"_s, { QStringLiteral(TWINLAN_SOURCE_DIR "/resources/remote/diagnose.sh"), u"mtu"_s, slowTarget, u"0"_s, u"0"_s });
        QVERIFY(script.waitForFinished());
        QCOMPARE(script.exitCode(), 4);
        QCOMPARE(script.readAllStandardOutput(), QByteArray());
        QFile asked(dir.filePath(u"asked"_s));
        QVERIFY(asked.open(QFile::ReadOnly));
        const auto count = asked.readAll().count('\n');
        QVERIFY2(count > 20 && count < 400, qPrintable(QString::number(count)));
    }

    void loopbackHasNoLimit()
    {
        const auto found = pathMtu(m_shell, u"::1"_s);
        QVERIFY(found.ok());
        QCOMPARE(found->withDf, 9216);
    }

    void hostileWords_data()
    {
        QTest::addColumn<QString>("word");
        const QString rows[] = { {}, u"-f"_s, u"--"_s, u"10.91.1.2 -f"_s,
            u"$(touch /run/pwned)"_s, u"`touch /run/pwned`"_s,
            u"';touch /run/pwned;'"_s, u"\";touch /run/pwned;\""_s,
            u"a\ntouch /run/pwned"_s, u"../lo"_s, u"*"_s,
            u"日本語"_s, u".."_s + u'/', u"a&b"_s,
            u"a|b"_s, u"\\"_s, u"~"_s };
        for (const auto &row : rows)
            QTest::newRow(qUtf8Printable(u'"' + row + u'"')) << row;
    }
    void hostileWords()
    {
        QFETCH(QString, word);
        const auto good = u"lo"_s;
        QCOMPARE(pathMtu(m_shell, word).error().kind, ErrorKind::CommandFailed);
        QCOMPARE(bridgeState(m_shell, word, good).error().kind, ErrorKind::CommandFailed);
        QCOMPARE(bridgeState(m_shell, good, word).error().kind, ErrorKind::CommandFailed);
        QCOMPARE(learnedCards(m_shell, Site::A, word, good).error().kind, ErrorKind::CommandFailed);
        QCOMPARE(learnedCards(m_shell, Site::A, good, word).error().kind, ErrorKind::CommandFailed);
        const auto nothing = [](const PingSample &) { QFAIL("a sample"); };
        QCOMPARE(pingStream(m_shell, word, 1s, nothing, {}).error().kind, ErrorKind::CommandFailed);
        for (const auto &args : { QStringList { word }, QStringList { u"ping"_s, slowTarget, word } }) {
            Command command;
            command.script = piFile(u"diagnose.sh"_s);
            command.args = args;
            const auto run = m_shell.run(command);
            QVERIFY(run.ok());
            QCOMPARE(run->exitStatus, 2);
            QVERIFY(run->out.isEmpty());
        }
        QVERIFY(!QFile::exists(u"/run/pwned"_s));
    }

    void bridgeAsItIs()
    {
        const auto br = u"br_lan"_s;
        const auto tunnel = u"gretap1"_s;
        const auto none = bridgeState(m_shell, br, tunnel);
        QVERIFY(none.ok());
        QVERIFY(!none->exists && !none->tunnelExists && none->ports.empty() && none->tunnelState == TunnelState::Unknown);

        OK(diagnoselab::Lab::run(
            u"ip link add br_lan address b8:27:eb:00:00:01 type bridge stp_state 0"_s));
        OK(diagnoselab::Lab::run(u"ip link add eth0 type veth peer name cable"_s));
        OK(diagnoselab::Lab::run(u"ip link add gretap1 mtu 1542 type veth peer name far mtu 1542"_s));
        for (const char *words : { "ip link set eth0 master br_lan", "ip link set gretap1 master br_lan",
                 "ip link set br_lan mtu 1500", "ip link set cable up", "ip link set eth0 up", "ip link set br_lan up",
                 "ip addr add 192.168.1.23/24 dev br_lan" })
            OK(diagnoselab::Lab::run(QString::fromLatin1(words)));
        QDir().mkpath(u"/run/twinlan"_s);
        QFile word(u"/run/twinlan/state"_s);
        QVERIFY(word.open(QIODevice::WriteOnly) && word.write("joined\n") == 7);
        word.close();

        const auto state = bridgeState(m_shell, br, tunnel);
        QVERIFY(state.ok());
        QVERIFY(state->exists && !state->stp && state->tunnelExists);
        QCOMPARE(state->address, u"192.168.1.23"_s);
        QCOMPARE(state->mtu, 1500);
        QCOMPARE(state->tunnelMtu, 1542);
        QCOMPARE(int(state->tunnelState), int(TunnelState::Joined));
        QCOMPARE(state->ports, (QStringList { u"eth0"_s, tunnel }));
        OK(diagnoselab::Lab::run(u"ip link set br_lan type bridge stp_state 1"_s));
        QVERIFY(bridgeState(m_shell, br, tunnel)->stp);
    }

    // On the bridge of bridgeAsItIs().
    void whatTheBridgeHasLearned()
    {
        const auto br = u"br_lan"_s;
        const auto tunnel = u"gretap1"_s;
        const auto before = learnedCards(m_shell, Site::A, br, tunnel);
        QVERIFY(before.ok());
        QVERIFY(!before->a.contains(u"B8:27:EB:00:00:01"_s) && before->b.empty()); // its own cards do not count; the cable's other end may
        // The kernel takes what a port has learned only while that port forwards.
        OK(diagnoselab::Lab::run(u"ip link set br_lan type bridge stp_state 0"_s));
        OK(diagnoselab::Lab::run(u"ip link set far up"_s));
        OK(diagnoselab::Lab::run(u"ip link set gretap1 up"_s));
        QTRY_COMPARE(diagnoselab::Lab::run(u"grep -qx 3 /sys/class/net/gretap1/brport/state"_s), QString()); // BR_STATE_FORWARDING
        for (const char *words : { "bridge fdb add 00:11:32:00:00:0a dev eth0 master dynamic", "bridge fdb add 00:11:32:00:00:0b dev gretap1 master dynamic",
                 "bridge fdb add 00:11:32:00:00:0c dev gretap1 master static", "bridge fdb add 00:11:32:00:00:0d dev eth0 self" })
            OK(diagnoselab::Lab::run(QString::fromLatin1(words)));
        const auto far = u"00:11:32:00:00:0B"_s; // beside it, maybe, the other end of the tunnel, which has just come up
        const LearnedCards ofA = learnedCards(m_shell, Site::A, br, tunnel).value();
        QVERIFY(ofA.b.contains(far) && !ofA.b.contains(u"00:11:32:00:00:0C"_s));
        QVERIFY(ofA.a.contains(u"00:11:32:00:00:0A"_s) && !ofA.a.contains(u"00:11:32:00:00:0D"_s));
        const LearnedCards ofB = learnedCards(m_shell, Site::B, br, tunnel).value(); // asked of the other Pi
        QVERIFY(ofB.a.contains(far) && !ofB.a.contains(u"00:11:32:00:00:0C"_s));
        QVERIFY(ofB.b.contains(u"00:11:32:00:00:0A"_s));
        QCOMPARE(learnedCards(m_shell, Site::A, u"br_none"_s, tunnel).error().kind, ErrorKind::CommandFailed);
        OK(diagnoselab::Lab::run(u"ip link set gretap1 down"_s));
    }

    void countersOfBothBackends()
    {
        RootShell root;
        QVERIFY(filterCounters(root)->empty());
        QCOMPARE(filterCounters(m_shell).error().kind, ErrorKind::SudoDenied);

        for (const char *rule : { "-A FORWARD -p IPv4 --ip-proto udp --ip-dport 67:68 -o gretap1 -j DROP",
                 "-A INPUT -p IPv6 --ip6-proto ipv6-icmp --ip6-icmp-type 133:134 -i gretap1 -j DROP" })
            OK(diagnoselab::Lab::run(u"ebtables "_s + QString::fromLatin1(rule)));
        const auto ebtables = filterCounters(root);
        QVERIFY(ebtables.ok());
        QCOMPARE(ebtables->size(), std::size_t(2));
        QCOMPARE(ebtables->at(0).rule, u"DropRouterDiscoveryIn"_s);
        QCOMPARE(ebtables->at(1).rule, u"DropDhcp4Out"_s);

        QTemporaryDir folder;
        QFile rules(folder.filePath(u"filter.nft"_s));
        QVERIFY(rules.open(QIODevice::WriteOnly));
        rules.write("table bridge twinlan {\n\tcounter DropDhcp4In { packets 3 bytes 900\n\t}\n\tcounter DropDhcp4Out "
                    "{ }\n}\n");
        rules.close();
        OK(diagnoselab::Lab::run(u"nft -f "_s + rules.fileName()));
        const auto nft = filterCounters(root);
        QVERIFY(nft.ok());
        const std::vector<FilterCounter> expected { { u"DropDhcp4In"_s, 3, 900 },
            { u"DropDhcp4Out"_s, 0, 0 } };
        QVERIFY(*nft == expected);
    }

    void streamMeasuresAndEnds()
    {
        std::stop_source stop;
        std::vector<PingSample> samples;
        const auto ended = pingStream(
            m_shell, slowTarget, 100ms,
            [&](const PingSample &sample) {
                samples.push_back(sample);
                if (samples.size() == 3)
                    m_lab.slow.largest = 0; // three answers, then losses
                if (samples.size() == 6)
                    stop.request_stop();
            },
            stop.get_token());
        m_lab.slow.largest = 1500;
        QVERIFY(ended.ok());
        for (std::size_t i = 0; i < samples.size(); ++i) {
            QCOMPARE(samples[i].sequence, int(i) + 1);
            QCOMPARE(samples[i].rttMs.has_value(), i < 3);
            if (i < 3)
                QVERIFY(*samples[i].rttMs >= 20 && *samples[i].rttMs < 200);
            if (i > 0)
                QVERIFY(std::abs(samples[i].atMs - samples[i - 1].atMs - 100) < 80);
        }
        QCOMPARE(processesWith("10.91.3.2"), 0);
    }

    // What sshd does when the connection is gone: nobody reads any more.
    void streamEndsWhenNobodyReads()
    {
        QTemporaryDir folder;
        const auto script = folder.filePath(u"diagnose.sh"_s);
        QFile file(script);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(piFile(u"diagnose.sh"_s));
        file.close();
        for (const int largest : { 1500, 0 }) { // answered or not, it writes
            m_lab.slow.largest = largest;
            QProcess pipeline;
            pipeline.start(u"sh"_s,
                { u"-c"_s, u"sh \"$1\" ping 10.91.3.2 0.2 | head -n 3 >/dev/null"_s,
                    u"sh"_s, script });
            QVERIFY(pipeline.waitForFinished(5000));
            QCOMPARE(processesWith("10.91.3.2"), 0);
        }
        m_lab.slow.largest = 1500;
    }

    void stoppedSearchLeavesNothing()
    {
        m_lab.slow.largest = 1333;
        std::stop_source stop;
        std::jthread stopper([&](const std::stop_token &) {
            QDeadlineTimer deadline(10000);
            while (processesWith("10.91.3.2") < 4 && !deadline.hasExpired())
                std::this_thread::yield();
            stop.request_stop();
        });
        QElapsedTimer clock;
        clock.start();
        const auto found = pathMtu(m_shell, slowTarget, stop.get_token());
        m_lab.slow.largest = 1500;
        QCOMPARE(found.error().kind, ErrorKind::Cancelled);
        QTRY_COMPARE(processesWith("10.91.3.2"), 0);
    }

    void localShellKeepsTheContract()
    {
        Command command;
        command.script = "cat; printf '%s|' \"$@\"; echo err >&2; exit 7";
        command.args = { u"a b"_s, u"'$(id)'"_s, u"日本語"_s, QString() };
        QList<QByteArray> lines;
        const auto run = m_shell.run(command, {}, [&](const QByteArray &line) { lines << line; });
        QVERIFY(run.ok());
        QCOMPARE(run->exitStatus, 7);
        QCOMPARE(QString::fromUtf8(run->out), u"a b|'$(id)'|日本語||"_s);
        QCOMPARE(run->err, QByteArray("err\n"));
        command.script = "printf 'line 1\nline 2\n'";
        QCOMPARE(m_shell.run(command, {}, [&](const QByteArray &line) { lines << line; })->out, QByteArray("line 1\nline 2\n"));
        QCOMPARE(lines, (QList<QByteArray> { "line 1", "line 2" }));
        // Both streams are drained, however much comes.
        command.script = "head -c 8000000 /dev/zero >&2; head -c 3000000 /dev/zero";
        const auto much = m_shell.run(command);
        QCOMPARE(much->err.size(), 8000000);
        QCOMPARE(much->out.size(), 3000000);
        command.script = "sleep 60";
        command.deadline = 200ms;
        QCOMPARE(m_shell.run(command).error().kind, ErrorKind::TimedOut);
        command.script = "kill -9 $$";
        QCOMPARE(m_shell.run(command).error().kind, ErrorKind::KilledBySignal);
        command.args = { QString(QChar(0)) };
        QCOMPARE(m_shell.run(command).error().kind, ErrorKind::Internal);
        LocalShell nowhere({ u"/no/such/program"_s });
        QCOMPARE(nowhere.run({}).error().kind, ErrorKind::CommandFailed);
    }
};

QTEST_GUILESS_MAIN(DiagnoseShTest)
#include "tst_diagnose_sh.moc"
