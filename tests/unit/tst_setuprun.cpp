// SPDX-License-Identifier: GPL-3.0-or-later
// The order of a setup on two Pis that answer what a test says: what runs where, what the page is told, what a failure leaves.
#include "remote/setup/needed.h"
#include "remote/setup/setuprun.h"
#include "resources/script.h"

#include <QtTest>
#include <mutex>
#include <thread>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

// What one Pi says and what was asked of it.
struct FakePi
{
    QByteArray extraFacts; // lines of survey.sh beside the usual ones
    QByteArray tunnelFacts; // in place of Tailscale's own account, where the tunnel may stand for it
    int wholeSurveys = 0;
    int rootSurveys = 0;
    QStringList asked; // of the last survey
    bool wantsRoot = false; // its files are not for everybody
    bool isArmed = false; // an earlier run was cut off; until its rollback
    QByteArray halfDoneFacts; // as long as it is
    QMap<QString, QByteArray> says; // by step: its lines
    QString failsAt; // the step that ends with 3
    bool cannotGoBack = false; // and so does its rollback
    QString losesConnectionAt; // the step at which the connection dies, once
    QString losesAnswerOf; // the same, but the step is done
    QByteArray armedFor; // seconds, in place of those asked for
    QString staged; // the arguments of the last stage-files
    QStringList ran; // "switch-over br_lan eth0 b8:…", in their order
    int opened = 0;
};

QByteArray survey(Site site)
{
    const bool a = site == Site::A;
    const QByteArray own = a ? "1" : "2";
    const QByteArray other = a ? "2" : "1";
    const QByteArray status = "{\"Version\":\"1.102.0\",\"BackendState\":\"Running\",\"TUN\":true,\"Self\":{\"TailscaleIPs\":[\"100.64.0." + own
        + "\"]},\"Peer\":{\"k\":{\"HostName\":\"pi\",\"OS\":\"linux\",\"Online\":true,\"TailscaleIPs\":[\"100.64.0." + other + "\"]}}}";
    return "hostname=pi-" + QByteArray(a ? "a" : "b") + "\narch=arm64\nowner=dhcpcd\ntunnel_active=inactive\ndefault_dev=eth0\ndefault_gw=192.168.1."
        + QByteArray(a ? "1" : "100") + "\niface=eth0 b8:27:eb:00:00:0" + own + " ether - 1000 1 192.168.1." + QByteArray(a ? "23" : "123")
        + "/24\nmodule=ip_gre loaded\nmodule=bridge loaded\nmodule=br_netfilter loaded\nmodule=fou available\nmodule=nf_tables loaded\n"
          "pkg=ebtables\npkg=iproute2\npkg=bridge-utils\npkg=nftables\npkg=iputils-arping\npkg=isc-dhcp-client\nrun_state=none\ninterfaces_d=yes\n"
          "ts_installed=yes\nts_service=active\nts_status_b64="
        + status.toBase64() + "\n";
}

// What a survey for a run's steps leaves out.
QByteArray besides()
{
    return "disk_kb=12000000\nclock=" + QByteArray::number(QDateTime::currentSecsSinceEpoch()) + '\n';
}

class FakeShell : public Shell
{
public:
    FakeShell(FakePi &pi, Site site, std::mutex &mutex)
        : m_pi(pi)
        , m_site(site)
        , m_mutex(mutex)
    {
    }
    Result<CommandResult> run(const Command &command, const std::stop_token &, const LineSink &onLine) override
    {
        CommandResult result;
        if (command.script.endsWith(piFile(u"survey.sh"_s))) {
            const bool whole = command.args.filter(u"far="_s).isEmpty();
            m_pi.wholeSurveys += whole;
            m_pi.rootSurveys += command.asRoot;
            m_pi.asked = command.args;
            if (m_pi.wantsRoot && !command.asRoot) {
                result.out = "needs_root=yes\nend=ok\n";
                return result;
            }
            // Of a key that comes twice the first counts.
            const QByteArray halfDone = m_pi.isArmed ? "run_state=armed\n" + m_pi.halfDoneFacts : QByteArray();
            result.out = halfDone + (whole ? besides() : m_pi.tunnelFacts) + m_pi.extraFacts + survey(m_site) + "end=ok\n";
            return result;
        }
        if (command.script == piFile(u"own-key.sh"_s)) {
            const std::lock_guard lock(m_mutex);
            m_pi.ran << u"own-key "_s + command.args.join(u' ') + (command.asRoot ? u" as root"_s : QString());
            return result;
        }
        // "NAME COUNT ARG…" again and again, as batchCommand() makes it.
        for (qsizetype at = 0; at + 1 < command.args.size();) {
            const QString name = command.args[at];
            const int count = command.args[at + 1].toInt();
            const QStringList args = command.args.mid(at + 2, count);
            at += 2 + count;
            const bool staysHalf = name == "rollback"_L1 && m_pi.cannotGoBack;
            const bool fails = name == m_pi.failsAt || staysHalf;
            if (name == m_pi.losesConnectionAt) {
                m_pi.losesConnectionAt.clear();
                return Error { ErrorKind::ConnectionLost, host(), {}, {} };
            }
            const QByteArray step = "step=" + name.toUtf8();
            QByteArray lines = step + " state=start\n" + m_pi.says.value(name);
            if (name == "arm-rollback"_L1)
                lines += "armed=" + (m_pi.armedFor.isEmpty() ? args.front().toUtf8() : m_pi.armedFor) + '\n';
            if (name == "rollback"_L1 && !fails)
                m_pi.isArmed = false;
            if (name == "confirm"_L1 && !fails)
                lines += "confirmed=yes\n";
            if (fails)
                lines += staysHalf ? "error=RollbackIncomplete\ndetail=/etc/modules\n" : "error=NotProven\n";
            lines += step + " state=done rc=" + (fails ? "3" : "0") + '\n';
            if (name == "stage-files"_L1)
                m_pi.staged = args.join(u' ');
            if (name != "claim"_L1) {
                const std::lock_guard lock(m_mutex);
                m_pi.ran << QStringList({ name, name == "stage-files"_L1 || name == "arm-rollback"_L1 ? QString() : args.join(u' ') }).join(u' ').trimmed();
            }
            if (name == m_pi.losesAnswerOf) {
                m_pi.losesAnswerOf.clear();
                return Error { ErrorKind::ConnectionLost, host(), {}, {} };
            }
            for (const QByteArray &line : lines.split('\n'))
                if (onLine && !line.isEmpty())
                    onLine(line);
            result.out += lines;
            if (fails) {
                result.exitStatus = 3;
                break;
            }
        }
        return result;
    }
    [[nodiscard]] QString host() const override { return u"192.168.1.23"_s; }

private:
    FakePi &m_pi;
    Site m_site;
    std::mutex &m_mutex;
};

} // namespace

class TestSetupRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theLastPiProvesTheTunnel();
    void nothingIsHalfDoneInSilence_data();
    void nothingIsHalfDoneInSilence();
    void joinedIsWhereBothAre();
    void twoRoutersWithOneAddressAreRefused();
    void whatIsConfirmedStays();
    void aConnectionThatIsLostIsOpenedAgain_data();
    void aConnectionThatIsLostIsOpenedAgain();
    void aPiThatCannotGoBackIsSaidToBe_data();
    void aPiThatCannotGoBackIsSaidToBe();
    void removeIsArmedToo();
    void removeTakesOurKeyOff();
    void puttingBackIsAskedAgain_data();
    void puttingBackIsAskedAgain();
    void aSwitchThatCutItsConnectionIsDoneOnceProven_data();
    void aSwitchThatCutItsConnectionIsDoneOnceProven();
    void theNextPiIsArmedMeanwhile();
    void theFirstPiThatFailsTakesTheArmedOneAlong();
    void aTimerThatRanForLongIsArmedAnew();
    void whatFailsBeforeTheTimerNeedsNoRollback();
    void aRunThatWasCutOffGoesBackFirst();
    void aStopDoesNotWaitForAPiThatRestarts();
    void theCountdownIsTold();
    void settingsAreKeptToo();
    void carrierThatNoLongerPasses_data();
    void carrierThatNoLongerPasses();
    void whatTheTunnelProves_data();
    void whatTheTunnelProves();
    void planOfANewerTwinLan();
    void aSecondRunDoesNothing();
    void findingsAreOfAllThatCanBeAsked();
    void whatWasMadeByHandIsKeptAndSetAside();
    void rootIsForThoseWhoNeedIt();
    void nothingIsChangedWhereOnePiRefuses();

private:
    Result<SetupOutcome> apply(const std::stop_token &stop = {});
    std::optional<QString> undo(bool packages); // what went wrong
    [[nodiscard]] ShellFactory factory();
    [[nodiscard]] QStringList ran(Site site, const QString &step) const { return m_pis[site].ran.filter(QRegularExpression(u'^' + step + u"\\b"_s)); }
    // As a Pi that an earlier setup has left: its files in place, its plan stored.
    void setUpAlready(const BridgePlan &plan);
    // What the page shows of a step at the end; nothing: it was never told of.
    [[nodiscard]] std::optional<StepState> lastState(Site site, const QString &step) const
    {
        const auto isThat = [&](const StepEvent &e) { return e.site == site && stepName(e.step) == step; };
        const auto last = std::find_if(m_events.rbegin(), m_events.rend(), isThat);
        return last == m_events.rend() ? std::nullopt : std::optional(last->state);
    }
    // The plan that a setup of these two ends with.
    [[nodiscard]] static BridgePlan finishedPlan(Carrier carrier);

    BridgePlan m_plan; // that apply() is asked for
    PerSite<FakePi> m_pis;
    std::vector<StepEvent> m_events;
    std::mutex m_mutex;
};

void TestSetupRun::init()
{
    m_events.clear();
    m_plan = {};
    for (const Site site : bothSites) {
        m_pis[site] = {};
        m_pis[site].says[u"choose-carrier"_s] = "gre=no\nfou=yes\n";
        m_pis[site].says[u"verify-joined"_s] = "state=joined\nfar=yes\n";
    }
}

ShellFactory TestSetupRun::factory()
{
    return [this](Site site, Route, const std::stop_token &) -> Result<std::unique_ptr<Shell>> {
        const std::lock_guard lock(m_mutex);
        ++m_pis[site].opened;
        return std::unique_ptr<Shell>(std::make_unique<FakeShell>(m_pis[site], site, m_mutex));
    };
}

std::optional<QString> TestSetupRun::undo(bool packages)
{
    const auto undone = SetupRun(m_plan, factory(), [](const StepEvent &) {}).undo({ packages, false });
    return undone ? std::nullopt : std::optional(errorKindName(undone.error().kind));
}

Result<SetupOutcome> TestSetupRun::apply(const std::stop_token &stop)
{
    const auto sink = [this](const StepEvent &event) {
        const std::lock_guard lock(m_mutex);
        m_events.push_back(event);
    };
    return SetupRun(m_plan, factory(), sink).apply(stop);
}

BridgePlan TestSetupRun::finishedPlan(Carrier carrier)
{
    BridgePlan plan;
    plan.carrier = carrier;
    for (const Site site : bothSites) {
        auto &pi = plan.pis[site];
        pi.lanHost = site == Site::A ? u"192.168.1.23"_s : u"192.168.1.123"_s;
        pi.tailnetAddress = site == Site::A ? u"100.64.0.1"_s : u"100.64.0.2"_s;
        pi.mac = site == Site::A ? u"b8:27:eb:00:00:01"_s : u"b8:27:eb:00:00:02"_s;
    }
    return plan;
}

void TestSetupRun::setUpAlready(const BridgePlan &plan)
{
    for (const Site site : bothSites) {
        const QByteArray mac = plan.pis[site].mac.toLatin1();
        m_pis[site].extraFacts += "iface=eth0 " + mac + " ether br_lan 1000 1 -\niface=br_lan " + mac + " bridge - 0 1 "
            + plan.pis[site].lanHost.toLatin1() + "/24\ndefault_dev=br_lan\n";
        QByteArray lines = "run_state=confirmed\ntunnel_active=active\ntunnel_state=joined\n";
        for (const QByteArray &line : plan.toJson().split('\n'))
            lines += "plan_line=" + line + '\n';
        for (const PiFile &file : renderFiles(plan, site)) {
            const QByteArray name = surveyName(file).toUtf8();
            if (file.part == FilePart::Whole) {
                lines += "mode=" + QByteArray::number(file.mode, 8) + ' ' + name + "\nsum="
                    + QCryptographicHash::hash(file.content, QCryptographicHash::Sha256).toHex() + ' ' + name + '\n';
                continue;
            }
            lines += "block=" + name + '\n';
            for (const QByteArray &line : file.content.chopped(1).split('\n'))
                lines += "block_line=" + name + ' ' + line + '\n';
        }
        m_pis[site].extraFacts += lines;
    }
}

void TestSetupRun::aSecondRunDoesNothing()
{
    BridgePlan plan = finishedPlan(Carrier::Gre);
    plan.pis.b.addressing = Addressing::NetworkManager;
    plan.pis.b.profileSettings = QStringList { u"ipv4.method=auto"_s, u"ipv6.method=auto"_s, u"ethernet.wake-on-lan=0"_s };
    plan.pis.a.mac = u"96:f6:87:d1:45:9a"_s; // of a bridge made by hand, which an earlier setup took the place of
    plan.pis.a.dhcpClientId = u"01:96:f6:87:d1:45:9a"_s;
    setUpAlready(plan);
    m_pis.b.extraFacts += "owner=networkmanager\nnm_setting=ethernet.wake-on-lan=0\nnm_setting=ipv4.method=auto\nnm_setting=ipv6.method=auto\n";
    const auto outcome = apply();
    QVERIFY2(outcome, outcome ? "" : qPrintable(errorKindName(outcome.error().kind)));
    QCOMPARE(outcome->stepsRun, 0);
    // Asked before the plan knows how this Pi is set up.
    for (const Site site : bothSites)
        for (const PiFile &file : renderFiles(plan, site))
            QVERIFY2(m_pis[site].asked.contains(surveyName(file)), qPrintable(surveyName(file)));
}

// A joined tunnel proves what the steps need to know, and check() asks no more. Its findings do.
void TestSetupRun::findingsAreOfAllThatCanBeAsked()
{
    m_pis.a.tunnelFacts = "tunnel_state=joined\nfar_answers=yes\nts_carries=100.64.0.1 100.64.0.2\n";
    m_pis.b.tunnelFacts = "tunnel_state=joined\nfar_answers=yes\nts_carries=100.64.0.2 100.64.0.1\n";
    SetupRun run(m_plan, factory(), [](const StepEvent &) {});
    QVERIFY(run.findings({})->empty()); // nobody was met
    QVERIFY(run.check());
    QCOMPARE(m_pis.a.wholeSurveys, 0);
    const auto found = run.findings({ QDateTime::currentSecsSinceEpoch() });
    QVERIFY(found);
    QCOMPARE(m_pis.a.wholeSurveys, 1);
    for (const FindingKind kind : { FindingKind::Disk, FindingKind::Clock, FindingKind::KeyExpiry }) {
        const auto count = std::count_if(found->begin(), found->end(), [kind](const Finding &f) { return f.kind == kind && f.level == Level::Pass; });
        QVERIFY2(count == 2, qPrintable(findingKindName(kind)));
    }
}

void TestSetupRun::whatWasMadeByHandIsKeptAndSetAside()
{
    m_pis.b.extraFacts += "netfile=/etc/network/interfaces\nby_hand=eth0 inet/manual eth0\nby_hand=br0 inet/dhcp eth0\ndefault_dev=br0\n"
                          "iface=eth0 b8:27:eb:00:00:02 ether br0 1000 1 -\niface=br0 b8:27:eb:00:00:02 bridge - 0 1 192.168.1.123/24\n";
    const auto refused = apply();
    QVERIFY(!refused);
    QCOMPARE(int(refused.error().kind), int(ErrorKind::HandMade));
    QVERIFY(m_pis.b.ran.isEmpty());
    m_plan.takesOver = true;
    const auto outcome = apply();
    QVERIFY2(outcome, outcome ? "" : qPrintable(errorKindName(outcome.error().kind) + outcome.error().detail));
    const QString kept = ran(Site::B, u"back-up"_s).value(0);
    QVERIFY(kept.contains(u" /etc/network/interfaces port:eth0"_s));
    QVERIFY2(m_pis.b.staged.contains(u"/etc/network/interfaces 644 aside"_s), qPrintable(m_pis.b.staged));
    QCOMPARE(ran(Site::B, u"switch-over"_s), QStringList { u"switch-over br_lan eth0 b8:27:eb:00:00:02 br0"_s });
    // The other Pi has nothing of the kind.
    QVERIFY(!ran(Site::A, u"back-up"_s).value(0).contains(u"port:"_s));
    QVERIFY(!m_pis.a.staged.contains(u" aside"_s));
    QCOMPARE(ran(Site::A, u"switch-over"_s), QStringList { u"switch-over br_lan eth0 b8:27:eb:00:00:01"_s });
}

void TestSetupRun::rootIsForThoseWhoNeedIt()
{
    setUpAlready(finishedPlan(Carrier::Gre));
    m_pis.b.wantsRoot = true;
    const auto outcome = apply();
    QVERIFY2(outcome, outcome ? "" : qPrintable(errorKindName(outcome.error().kind)));
    QCOMPARE(outcome->stepsRun, 0);
    QCOMPARE(m_pis.a.rootSurveys, 0);
    QCOMPARE(m_pis.b.rootSurveys, 1);
}

void TestSetupRun::nothingIsChangedWhereOnePiRefuses()
{
    m_pis.b.failsAt = u"claim"_s; // another wizard is at work there, or sudo says no
    QVERIFY(!apply());
    QVERIFY(m_pis.a.ran.isEmpty());
    QVERIFY(m_pis.b.ran.isEmpty());
}

void TestSetupRun::theLastPiProvesTheTunnel()
{
    const auto outcome = apply();
    QVERIFY2(outcome, outcome ? "" : qPrintable(errorKindName(outcome.error().kind)));
    QCOMPARE(ran(Site::B, u"prove-reachable"_s), QStringList { u"prove-reachable br_lan 192.168.1.100 100.64.0.1 192.168.1.123 -"_s });
    QCOMPARE(ran(Site::A, u"prove-reachable"_s), QStringList { u"prove-reachable br_lan 192.168.1.1 100.64.0.2 192.168.1.23 192.168.1.123"_s });
    // Only then the timer is disarmed.
    QVERIFY(m_pis.a.ran.indexOf(ran(Site::A, u"prove-reachable"_s).front()) < m_pis.a.ran.indexOf(u"confirm"_s));
}

void TestSetupRun::nothingIsHalfDoneInSilence_data()
{
    QTest::addColumn<QString>("failsAt");
    QTest::newRow("the last Pi does not answer") << u"prove-reachable"_s;
    QTest::newRow("the timer on it was faster") << u"confirm"_s;
}

void TestSetupRun::nothingIsHalfDoneInSilence()
{
    QFETCH(QString, failsAt);
    m_pis.a.failsAt = failsAt;
    const auto outcome = apply();
    QVERIFY(!outcome);
    QCOMPARE(int(outcome.error().kind), int(ErrorKind::NotProven));
    QCOMPARE(ran(Site::B, u"confirm"_s).size(), 1); // the far one is done and stays
    QCOMPARE(ran(Site::B, u"rollback"_s).size(), 0);
    QCOMPARE(ran(Site::A, u"confirm"_s).size(), failsAt == u"confirm"_s ? 1 : 0); // asked, and refused
    QCOMPARE(ran(Site::A, u"verify-joined"_s).size(), 0);
    QCOMPARE(ran(Site::A, u"rollback"_s), QStringList { u"rollback now"_s });
    const auto failed = std::find_if(m_events.begin(), m_events.end(), [](const StepEvent &e) { return e.state == StepState::Failed; });
    QVERIFY(failed != m_events.end());
    QCOMPARE(int(failed->site), int(Site::A));
    QCOMPARE(stepName(failed->step), failsAt);
}

// Each Pi speaks of its own end.
void TestSetupRun::joinedIsWhereBothAre()
{
    m_pis.b.says[u"verify-joined"_s] = "state=apart:no-bridge\nfar=no\n";
    const auto outcome = apply();
    QVERIFY(outcome);
    QCOMPARE(int(outcome->tunnelState.a), int(TunnelState::OtherPi));
    QCOMPARE(int(outcome->tunnelState.b), int(TunnelState::NoBridge));
}

void TestSetupRun::twoRoutersWithOneAddressAreRefused()
{
    m_pis.b.extraFacts = "default_gw=192.168.1.1\n";
    const auto outcome = apply();
    QVERIFY(!outcome);
    QCOMPARE(int(outcome.error().kind), int(ErrorKind::SameRouter));
    QCOMPARE(outcome.error().detail, u"192.168.1.1 b 192.168.1.100"_s);
    for (const Site site : bothSites) // nothing has been changed
        QVERIFY(ran(site, u"back-up"_s).isEmpty());
    for (const Site site : bothSites)
        m_pis[site].extraFacts += "default_gw_mac=02:00:00:00:0a:01\n"; // one router: side by side
    QVERIFY(apply());
}

void TestSetupRun::whatIsConfirmedStays()
{
    m_pis.a.failsAt = u"verify-joined"_s;
    QVERIFY(!apply());
    QCOMPARE(ran(Site::A, u"confirm"_s).size(), 1);
    QCOMPARE(ran(Site::A, u"rollback"_s).size(), 0);
}

void TestSetupRun::aConnectionThatIsLostIsOpenedAgain_data()
{
    QTest::addColumn<int>("site");
    QTest::addColumn<QString>("step");
    QTest::addColumn<bool>("itWasDone");
    QTest::newRow("it led through the Pi that is switched") << int(Site::B) << u"verify-joined"_s << false;
    for (const bool done : { false, true }) {
        const char *what = done ? "the answer of %s on Pi %c is lost" : "before %s on Pi %c";
        for (const Site site : bothSites)
            for (const QString &step : { u"prove-reachable"_s, u"confirm"_s })
                QTest::addRow(what, qPrintable(step), site == Site::A ? 'A' : 'B') << int(site) << step << done;
    }
}

void TestSetupRun::aConnectionThatIsLostIsOpenedAgain()
{
    QFETCH(int, site);
    QFETCH(QString, step);
    QFETCH(bool, itWasDone);
    FakePi &pi = m_pis[Site(site)];
    (itWasDone ? pi.losesAnswerOf : pi.losesConnectionAt) = step;
    const auto outcome = apply();
    QVERIFY2(outcome, outcome ? "" : qPrintable(errorKindName(outcome.error().kind)));
    QCOMPARE(int(outcome->tunnelState[Site(site)]), int(TunnelState::Joined));
    QCOMPARE(ran(Site(site), step).size(), itWasDone ? 2 : 1);
    for (const Site each : bothSites)
        QCOMPARE(ran(each, u"rollback"_s).size(), 0);
    // The page ends with a tick where it had a cross for a moment.
    QVERIFY(lastState(Site(site), step) == StepState::Done);
}

void TestSetupRun::aPiThatCannotGoBackIsSaidToBe_data()
{
    QTest::addColumn<int>("site");
    QTest::addColumn<QString>("failsAt");
    QTest::newRow("the last one, after its proof failed") << int(Site::A) << u"prove-reachable"_s;
    QTest::newRow("the first one") << int(Site::B) << u"prove-reachable"_s;
    QTest::newRow("at the very end") << int(Site::A) << u"confirm"_s;
    QTest::newRow("an earlier run's") << int(Site::B) << QString();
}

void TestSetupRun::aPiThatCannotGoBackIsSaidToBe()
{
    QFETCH(int, site);
    QFETCH(QString, failsAt);
    FakePi &pi = m_pis[Site(site)];
    pi.failsAt = failsAt;
    pi.isArmed = failsAt.isEmpty();
    pi.cannotGoBack = true;
    const auto outcome = apply();
    QVERIFY(!outcome);
    QCOMPARE(errorKindName(outcome.error().kind), u"RollbackIncomplete"_s);
    QCOMPARE(outcome.error().detail, u"/etc/modules"_s);
    QVERIFY(lastState(Site(site), u"switch-over"_s) != StepState::Undone);
    QVERIFY(failsAt.isEmpty() || lastState(Site(site), u"switch-over"_s) == StepState::Failed);
}

void TestSetupRun::removeIsArmedToo()
{
    QVERIFY(!undo(true).has_value());
    for (const Site site : bothSites)
        QCOMPARE(m_pis[site].ran, (QStringList { u"arm-rollback"_s, u"rollback remove packages"_s }));
    m_pis.b.cannotGoBack = true;
    QCOMPARE(undo(false).value_or(u"nothing"_s), u"RollbackIncomplete"_s);
    QCOMPARE(m_pis.a.ran.back(), u"rollback remove"_s); // the near one all the same
}

void TestSetupRun::removeTakesOurKeyOff()
{
    const Removal removal { .ownKey = "ssh-ed25519 AAAA" };
    QVERIFY(SetupRun(m_plan, factory(), [](const StepEvent &) {}).undo(removal));
    for (const Site site : bothSites)
        QCOMPARE(m_pis[site].ran, (QStringList { u"arm-rollback"_s, u"rollback remove"_s, u"own-key take ssh-ed25519 AAAA"_s }));
}

void TestSetupRun::puttingBackIsAskedAgain_data()
{
    QTest::addColumn<bool>("itWasDone");
    QTest::newRow("the connection was dead already") << false;
    QTest::newRow("it took the answer along") << true;
}

void TestSetupRun::puttingBackIsAskedAgain()
{
    QFETCH(bool, itWasDone);
    m_pis.a.failsAt = u"prove-reachable"_s;
    (itWasDone ? m_pis.a.losesAnswerOf : m_pis.a.losesConnectionAt) = u"rollback"_s;
    QVERIFY(!apply());
    QCOMPARE(ran(Site::A, u"rollback now"_s).size(), itWasDone ? 2 : 1);
    QVERIFY(lastState(Site::A, u"switch-over"_s) == StepState::Undone);
}

void TestSetupRun::aSwitchThatCutItsConnectionIsDoneOnceProven_data()
{
    QTest::addColumn<bool>("proven");
    QTest::newRow("the Pi answers over a new one") << true;
    QTest::newRow("it does not: the page says where it began") << false;
}

void TestSetupRun::aSwitchThatCutItsConnectionIsDoneOnceProven()
{
    QFETCH(bool, proven);
    m_pis.a.losesConnectionAt = u"switch-over"_s;
    if (!proven)
        m_pis.a.failsAt = u"prove-reachable"_s;
    QCOMPARE(bool(apply()), proven);
    QVERIFY(proven || !ran(Site::A, u"rollback"_s).isEmpty());
    std::vector<StepState> told;
    for (const StepEvent &event : m_events)
        if (event.site == Site::A && event.step == StepId::SwitchOver && event.state != StepState::Undone)
            told.push_back(event.state);
    QCOMPARE(int(told.back()), int(proven ? StepState::Done : StepState::Failed));
}

void TestSetupRun::theNextPiIsArmedMeanwhile()
{
    QVERIFY(apply());
    const auto when = [this](Site site, StepId step, StepState state) {
        return std::find_if(m_events.begin(), m_events.end(),
                   [&](const StepEvent &e) { return e.site == site && e.step == step && e.state == state; })
            - m_events.begin();
    };
    // Armed once each, and not switched before the other one is confirmed.
    for (const Site site : bothSites)
        QCOMPARE(ran(site, u"arm-rollback"_s).size(), 1);
    QVERIFY(when(Site::A, StepId::SwitchOver, StepState::Running) > when(Site::A, StepId::ArmRollback, StepState::Done));
    QVERIFY(when(Site::A, StepId::SwitchOver, StepState::Running) > when(Site::B, StepId::Confirm, StepState::Done));
}

void TestSetupRun::theFirstPiThatFailsTakesTheArmedOneAlong()
{
    m_pis.b.failsAt = u"prove-reachable"_s;
    QVERIFY(!apply());
    QCOMPARE(ran(Site::A, u"switch-over"_s).size(), 0);
    for (const Site site : bothSites)
        QCOMPARE(ran(site, u"rollback"_s), QStringList { u"rollback now"_s });
}

void TestSetupRun::aTimerThatRanForLongIsArmedAnew()
{
    m_pis.a.armedFor = "90"; // as if Pi B had taken half a minute to prove itself
    QVERIFY(apply());
    QCOMPARE(ran(Site::A, u"arm-rollback"_s).size(), 2);
    QCOMPARE(ran(Site::B, u"arm-rollback"_s).size(), 1);
}

void TestSetupRun::whatFailsBeforeTheTimerNeedsNoRollback()
{
    m_pis.b.failsAt = u"stage-files"_s;
    QVERIFY(!apply());
    for (const Site site : bothSites)
        QCOMPARE(ran(site, u"rollback"_s).size(), 0);
}

void TestSetupRun::aRunThatWasCutOffGoesBackFirst()
{
    m_pis.b.isArmed = true;
    m_pis.b.halfDoneFacts = "netfile=/etc/network/interfaces.d/twinlan.twinlan-new\n";
    const auto outcome = apply();
    QVERIFY2(outcome, outcome ? "" : qPrintable(errorKindName(outcome.error().kind) + outcome.error().detail));
    // Or the backup would be of the half-done one, and the timer lead back to that. Pi A may have been armed since the survey.
    for (const Site site : bothSites) {
        QCOMPARE(m_pis[site].ran.value(0), u"rollback timer"_s);
        QVERIFY(m_pis[site].ran.value(1).startsWith(u"back-up"_s));
    }
}

void TestSetupRun::aStopDoesNotWaitForAPiThatRestarts()
{
    m_pis.b.isArmed = true;
    m_pis.b.says[u"rollback"_s] = "restarts=yes\n"; // it took the place of a bridge made by hand
    std::stop_source person;
    const auto goesBack = [&] {
        const std::lock_guard lock(m_mutex);
        return !ran(Site::B, u"rollback"_s).isEmpty();
    };
    const std::jthread presses([&] {
        while (!goesBack())
            std::this_thread::sleep_for(10ms);
        std::this_thread::sleep_for(100ms);
        person.request_stop();
    });
    QElapsedTimer clock;
    clock.start();
    const auto outcome = apply(person.get_token());
    QVERIFY2(clock.elapsed() < 5'000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Cancelled);
    QCOMPARE(ran(Site::A, u"rollback"_s).size(), 0); // nothing new is begun; its own timer is there
}

void TestSetupRun::theCountdownIsTold()
{
    QVERIFY(apply());
    for (const Site site : bothSites) {
        bool armed = false;
        for (const StepEvent &event : m_events) {
            if (event.site != site)
                continue;
            armed |= event.step == StepId::ArmRollback && event.state == StepState::Done;
            const bool confirmed = event.step == StepId::Confirm && event.state == StepState::Done;
            if (armed && !confirmed)
                QVERIFY2(event.rollbackInSeconds > 100 && event.rollbackInSeconds <= 120, qPrintable(stepName(event.step)));
            else
                QVERIFY2(event.rollbackInSeconds == -1, qPrintable(stepName(event.step)));
            armed &= !confirmed;
        }
    }
}

void TestSetupRun::settingsAreKeptToo()
{
    QVERIFY(apply());
    const QString kept = ran(Site::A, u"back-up"_s).value(0);
    for (const char *thing : { "/etc/dhcpcd.conf", "/etc/network/interfaces.d/twinlan", "/etc/modules", "service:dhcpcd", "module:ip_gre", "module:fou",
             "sysctl:net/bridge/bridge-nf-call-ip6tables", "sysctl:net/ipv6/conf/eth0/disable_ipv6" })
        QVERIFY2(kept.contains(QLatin1String(thing)), thing);
}

void TestSetupRun::carrierThatNoLongerPasses_data()
{
    QTest::addColumn<QByteArray>("found");
    QTest::addColumn<bool>("switches");
    QTest::newRow("GRE is dropped now, FOU passes") << QByteArray("gre=no\nfou=yes\n") << true;
    QTest::newRow("GRE passes after all: the router is only silent") << QByteArray("gre=yes\nfou=yes\n") << false;
}

void TestSetupRun::carrierThatNoLongerPasses()
{
    QFETCH(QByteArray, found);
    QFETCH(bool, switches);
    setUpAlready(finishedPlan(Carrier::Gre));
    for (const Site site : bothSites) {
        m_pis[site].extraFacts += "far_answers=no\n";
        m_pis[site].says[u"choose-carrier"_s] = found;
    }
    const auto outcome = apply();
    QVERIFY2(outcome, outcome ? "" : qPrintable(errorKindName(outcome.error().kind) + outcome.error().detail));
    for (const Site site : bothSites) {
        QCOMPARE(ran(site, u"choose-carrier"_s).size(), 1);
        QCOMPARE(ran(site, u"switch-over"_s).size(), switches ? 1 : 0);
        QCOMPARE(ran(site, u"back-up"_s).size(), switches ? 1 : 0);
    }
    QCOMPARE(int(outcome->plan.carrier), int(switches ? Carrier::Fou : Carrier::Gre));
}

void TestSetupRun::whatTheTunnelProves_data()
{
    QTest::addColumn<QByteArray>("carries");
    QTest::addColumn<int>("wholeSurveys");
    QTest::newRow("the two of the plan: nothing more is asked") << QByteArray("100.64.0.1 100.64.0.2") << 0;
    QTest::newRow("another peer: Tailscale itself is asked") << QByteArray("100.64.0.1 100.64.0.9") << 1;
}

void TestSetupRun::whatTheTunnelProves()
{
    QFETCH(QByteArray, carries);
    QFETCH(int, wholeSurveys);
    setUpAlready(finishedPlan(Carrier::Gre));
    m_pis.a.tunnelFacts = "far_answers=yes\nts_carries=" + carries + '\n';
    m_pis.b.tunnelFacts = "far_answers=yes\nts_carries=100.64.0.2 100.64.0.1\n";
    const auto outcome = apply();
    QVERIFY2(outcome, outcome ? "" : qPrintable(errorKindName(outcome.error().kind) + outcome.error().detail));
    QCOMPARE(outcome->stepsRun, 0);
    QCOMPARE(m_pis.a.wholeSurveys, wholeSurveys);
}

void TestSetupRun::planOfANewerTwinLan()
{
    m_pis.b.extraFacts = "plan_line={\"version\": 99}\n";
    const auto outcome = apply();
    QVERIFY(!outcome);
    QCOMPARE(int(outcome.error().kind), int(ErrorKind::PlanTooNew));
    QVERIFY(m_pis.a.ran.isEmpty());
    QVERIFY(m_pis.b.ran.isEmpty());
}

QTEST_GUILESS_MAIN(TestSetupRun)
#include "tst_setuprun.moc"
