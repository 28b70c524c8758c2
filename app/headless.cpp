// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless.h"

#include "wizard/doors.h"
#include "wizard/language.h"
#include "wizard/savedsetup.h"
#include "wizard/words.h"

#include <QCommandLineParser>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <thread>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

std::atomic<bool> interrupted = false; // lock-free: the only thing that a signal handler touches

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Headless)
};

void line(FILE *to, const QString &text)
{
    std::fprintf(to, "%s\n", qUtf8Printable(text));
    std::fflush(to); // a pipe is read while we work
}

void line(const QJsonObject &json)
{
    line(stdout, QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

QString siteName(Site site)
{
    return site == Site::A ? u"A"_s : u"B"_s;
}

QJsonObject toJson(const Error &error)
{
    return { { u"kind"_s, errorKindName(error.kind) }, { u"host"_s, error.host }, { u"step"_s, error.step }, { u"detail"_s, error.detail } };
}

class Headless
{
public:
    int run(const QStringList &arguments);

private:
    void declareOptions();
    [[nodiscard]] std::optional<BridgePlan> readPlan(const QString &path);
    [[nodiscard]] bool readDoors(const BridgePlan &plan);
    // Opens each Pi once; with --accept-new-host-key a Pi met for the first time is remembered, a changed key never is.
    [[nodiscard]] Result<PerSite<PiFacts>> surveyBoth(const std::stop_token &stop);
    [[nodiscard]] Result<std::unique_ptr<SshSession>> meet(Site site, const std::stop_token &stop);
    int apply(BridgePlan plan, const std::stop_token &stop);
    int check(BridgePlan plan, const std::stop_token &stop);
    int status(const BridgePlan &plan, const std::stop_token &stop);
    int fail(const Error &error);
    void tell(const StepEvent &event);

    QCommandLineParser m_parser;
    Language m_language;
    std::shared_ptr<Doors> m_doors = std::make_shared<Doors>();
    bool m_json = false;
    std::mutex m_printing; // steps of both Pis report from two threads
    PerSite<QString> m_lastLine;
};

void Headless::declareOptions()
{
    m_parser.setApplicationDescription(Tr::tr(
        "Joins two homes into one Ethernet segment. Without a command: opens the window.\n\n"
        "Commands:\n"
        "  apply PLAN.json   sets both Raspberry Pis up as the plan says; does nothing where it is so already\n"
        "  check [PLAN.json] says which steps apply would run; changes nothing\n"
        "  status [PLAN.json] says how both Raspberry Pis are doing\n"
        "  undo [PLAN.json]  puts both back as they were before the first setup\n\n"
        "Raspberry Pi A is found at pis.a.lanHost of the plan; Raspberry Pi B at pis.b.tailnetAddress through A, or at pis.b.lanHost.\n\n"
        "Exit codes: 0 done or nothing to do, 1 failed, 2 usage, 3 check: something to do, 4 stopped"));
    m_parser.addHelpOption();
    m_parser.addVersionOption();
    m_parser.addOptions({
        { u"json"_s, Tr::tr("Answer in JSON, one object a line.") },
        { u"lang"_s, Tr::tr("Language of the answers: ja or en."), u"ja|en"_s },
        { u"user"_s, Tr::tr("User on both Raspberry Pis."), u"name"_s, u"pi"_s },
        { u"port"_s, Tr::tr("SSH port of both Raspberry Pis."), u"number"_s, u"22"_s },
        { u"password-stdin"_s, Tr::tr("Read the passwords from standard input: one line for A, one for B (missing: the same).") },
        { u"key"_s, Tr::tr("Private key file for both Raspberry Pis."), u"file"_s },
        { u"known-hosts"_s, Tr::tr("File of the known host keys (default: the window's own)."), u"file"_s },
        { u"accept-new-host-key"_s, Tr::tr("Trust a Raspberry Pi that is met for the first time. A changed key is refused all the same.") },
    });
    m_parser.addPositionalArgument(u"command"_s, u"apply | check | status | undo"_s);
    m_parser.addPositionalArgument(u"plan"_s, Tr::tr("The plan (default: the one that the window saved)."), u"[PLAN.json]"_s);
}

int Headless::fail(const Error &error)
{
    if (m_json) {
        line({ { u"error"_s, toJson(error) } });
    } else {
        const Words words = wordsFor(error);
        line(stderr, u"%1 %2\n%3"_s.arg(words.what, words.meaning, words.next));
        line(stderr, u"[%1] %2 %3"_s.arg(errorKindName(error.kind), error.step, error.detail).trimmed());
    }
    return error.kind == ErrorKind::Cancelled ? ExitStopped : ExitFailed;
}

std::optional<BridgePlan> Headless::readPlan(const QString &path)
{
    if (path.isEmpty()) {
        const SavedSetup saved = SavedSetup::forUser();
        if (saved.planWasRead())
            return saved.plan();
        line(stderr, Tr::tr("There is no saved plan; name a file."));
        return std::nullopt;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        line(stderr, Tr::tr("Cannot read %1: %2").arg(path, file.errorString()));
        return std::nullopt;
    }
    auto plan = BridgePlan::fromJson(file.readAll());
    if (plan)
        return *plan;
    fail(plan.error());
    return std::nullopt;
}

bool Headless::readDoors(const BridgePlan &plan)
{
    const int port = m_parser.value(u"port"_s).toInt();
    if (port < 1 || port > 65535) {
        line(stderr, Tr::tr("The port is a number from 1 to 65535."));
        return false;
    }
    m_doors->knownHosts.path = m_parser.isSet(u"known-hosts"_s) ? m_parser.value(u"known-hosts"_s) : SavedSetup::forUser().knownHostsPath();
    m_doors->thisComputerInTailnet = Doors::computerIsInTailnet();
    PerSite<Secret> passwords;
    if (m_parser.isSet(u"password-stdin"_s)) {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly))
            return false;
        const auto readSecret = [&input] {
            QByteArray typed = input.readLine();
            while (typed.endsWith('\n') || typed.endsWith('\r'))
                typed.chop(1);
            return Secret(std::move(typed));
        };
        passwords.a = readSecret();
        passwords.b = readSecret();
        if (passwords.b.isEmpty())
            passwords.b = passwords.a.copy();
    }
    for (const Site site : bothSites) {
        Doors::Pi &pi = m_doors->pis[site];
        pi.tailnetAddress = plan.pis[site].tailnetAddress;
        // A plan that was completed names Pi B's address in its own home, where another device of this home may live before
        // the homes are joined. So its Tailscale address goes first.
        pi.lanHost = site == Site::B && !pi.tailnetAddress.isEmpty() ? QString() : plan.pis[site].lanHost;
        pi.port = port;
        pi.user = m_parser.value(u"user"_s);
        pi.credentials.keyFile = m_parser.value(u"key"_s);
        pi.credentials.password = std::move(passwords[site]);
        if (pi.lanHost.isEmpty() && pi.tailnetAddress.isEmpty()) {
            line(stderr, Tr::tr("The plan does not say where %1 is (lanHost or tailnetAddress).").arg(piName(site)));
            return false;
        }
    }
    return true;
}

Result<std::unique_ptr<SshSession>> Headless::meet(Site site, const std::stop_token &stop)
{
    HostKey seen;
    auto session = m_doors->open(site, false, stop, &seen);
    if (!session && session.error().kind == ErrorKind::HostKeyUnknown && m_parser.isSet(u"accept-new-host-key"_s)) {
        const Doors::Pi &pi = m_doors->pis[site];
        const QString host = pi.lanHost.isEmpty() ? pi.tailnetAddress : pi.lanHost;
        if (auto remembered = m_doors->knownHosts.remember(host, pi.port, seen.publicKey); !remembered)
            return remembered.error();
        session = m_doors->open(site, false, stop, &seen);
    }
    if (session)
        m_doors->rememberEverywhere(site, seen.publicKey);
    return session;
}

Result<PerSite<PiFacts>> Headless::surveyBoth(const std::stop_token &stop)
{
    PerSite<PiFacts> facts;
    for (const Site site : bothSites) { // A first: the way to B may lead through it
        auto session = meet(site, stop);
        if (!session)
            return session.error();
        auto found = SetupRun::survey(**session, stop);
        if (!found)
            return found.error();
        facts[site] = *found;
        if (m_doors->pis[site].tailnetAddress.isEmpty() && !found->tailscale.address.isEmpty()) {
            m_doors->pis[site].tailnetAddress = found->tailscale.address;
            // The proof later asks for it under this address.
            if (HostKey seen; auto again = m_doors->open(site, false, stop, &seen))
                m_doors->rememberEverywhere(site, seen.publicKey);
        }
    }
    return facts;
}

void Headless::tell(const StepEvent &event)
{
    const std::lock_guard lock(m_printing);
    if (m_json) {
        static const std::array<QString, 6> states { u"waiting"_s, u"running"_s, u"already-done"_s, u"done"_s, u"failed"_s, u"undone"_s };
        QJsonObject json { { u"site"_s, siteName(event.site) }, { u"step"_s, stepName(event.step) }, { u"state"_s, states[std::size_t(event.state)] } };
        if (!event.line.isEmpty())
            json.insert(u"line"_s, event.line);
        if (event.rollbackInSeconds >= 0)
            json.insert(u"rollbackInSeconds"_s, event.rollbackInSeconds);
        if (event.error)
            json.insert(u"error"_s, toJson(*event.error));
        line(json);
        return;
    }
    QString text = u"%1  %2: %3"_s.arg(siteName(event.site), stepTitle(event.step), stepStateName(event.state));
    if (!event.line.isEmpty())
        text += u" – "_s + event.line;
    if (text != m_lastLine[event.site]) // the countdown alone is no news here
        line(stdout, text);
    m_lastLine[event.site] = text;
}

int Headless::apply(BridgePlan plan, const std::stop_token &stop)
{
    auto facts = surveyBoth(stop);
    if (!facts)
        return fail(facts.error());
    auto complete = SetupRun::completePlan(std::move(plan), *facts);
    if (!complete)
        return fail(complete.error());
    SetupRun run(*complete, m_doors->factory(m_doors), [this](const StepEvent &event) { tell(event); });
    auto outcome = run.apply(stop);
    if (!outcome)
        return fail(outcome.error());
    const QString carrier = outcome->plan.carrier == Carrier::Gre ? u"gre"_s : u"fou"_s;
    if (m_json) {
        line({ { u"result"_s, u"done"_s }, { u"stepsRun"_s, outcome->stepsRun }, { u"carrier"_s, carrier }, { u"tunnelStateA"_s, outcome->tunnelState.a },
            { u"tunnelStateB"_s, outcome->tunnelState.b } });
    } else if (outcome->stepsRun == 0) {
        line(stdout, Tr::tr("Nothing to do. Tunnel: A %1, B %2 (%3).").arg(outcome->tunnelState.a, outcome->tunnelState.b, carrier));
    } else {
        line(stdout, Tr::tr("Done, %n step(s). Tunnel: A %1, B %2 (%3).", nullptr, outcome->stepsRun).arg(outcome->tunnelState.a, outcome->tunnelState.b, carrier));
    }
    return ExitDone;
}

int Headless::check(BridgePlan plan, const std::stop_token &stop)
{
    auto facts = surveyBoth(stop);
    if (!facts)
        return fail(facts.error());
    auto complete = SetupRun::completePlan(std::move(plan), *facts);
    if (!complete)
        return fail(complete.error());
    SetupRun run(*complete, m_doors->factory(m_doors), {});
    auto steps = run.check(stop);
    if (!steps)
        return fail(steps.error());
    bool any = false;
    QJsonObject json;
    for (const Site site : bothSites) {
        QJsonArray names;
        for (const StepId id : (*steps)[site]) {
            any = true;
            names << stepName(id);
            if (!m_json)
                line(stdout, u"%1  %2"_s.arg(siteName(site), stepTitle(id)));
        }
        json.insert(siteName(site), names);
    }
    if (m_json)
        line({ { u"todo"_s, json } });
    else if (!any)
        line(stdout, Tr::tr("Nothing to do."));
    return any ? ExitToDo : ExitDone;
}

int Headless::status(const BridgePlan &, const std::stop_token &stop)
{
    auto facts = surveyBoth(stop);
    if (!facts)
        return fail(facts.error());
    for (const Site site : bothSites) {
        const PiFacts &pi = (*facts)[site];
        const auto lan = pi.lanAddress();
        const QString address = lan ? lan->toString() : QString();
        if (m_json) {
            line({ { u"site"_s, siteName(site) }, { u"hostName"_s, pi.hostName }, { u"lanAddress"_s, address }, { u"tailnetAddress"_s, pi.tailscale.address },
                { u"run"_s, pi.runState }, { u"tunnelState"_s, pi.tunnelState }, { u"bridgeUp"_s, pi.bridgeUp }, { u"tailscale"_s, pi.tailscale.backendState } });
        } else {
            line(stdout, Tr::tr("%1  %2  LAN %3  Tailscale %4 (%5)  setup: %6  tunnel: %7")
                             .arg(siteName(site), pi.hostName, address, pi.tailscale.address, pi.tailscale.backendState, pi.runState, pi.tunnelState));
        }
    }
    return ExitDone;
}

int Headless::run(const QStringList &arguments)
{
    // The language first: the help is in it, too.
    const qsizetype at = arguments.indexOf(u"--lang"_s);
    QString language = at >= 0 ? arguments.value(at + 1) : Language::ofDesktop();
    for (const QString &argument : arguments) {
        if (argument.startsWith("--lang="_L1))
            language = argument.mid(7);
    }
    m_language.use(language);
    declareOptions();
    if (!m_parser.parse(arguments)) {
        line(stderr, m_parser.errorText());
        return ExitUsage;
    }
    if (m_parser.isSet(u"help"_s)) {
        line(stdout, m_parser.helpText());
        return ExitDone;
    }
    if (m_parser.isSet(u"version"_s)) {
        line(stdout, u"twinlan %1"_s.arg(QLatin1String(TWINLAN_VERSION)));
        return ExitDone;
    }
    m_json = m_parser.isSet(u"json"_s);
    const QStringList words = m_parser.positionalArguments();
    const QString command = words.value(0);
    const QStringList commands { u"apply"_s, u"check"_s, u"status"_s, u"undo"_s };
    if (!commands.contains(command) || words.size() > 2 || (command == "apply"_L1 && words.size() < 2)) {
        line(stderr, m_parser.helpText());
        return ExitUsage;
    }
    const auto plan = readPlan(words.value(1));
    if (!plan)
        return ExitFailed;
    if (!readDoors(*plan))
        return ExitUsage;

    std::stop_source stopper;
    const auto onSignal = [](int) { interrupted = true; };
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
    const std::jthread watch([&stopper](const std::stop_token &quit) {
        while (!quit.stop_requested()) {
            if (interrupted)
                stopper.request_stop();
            std::this_thread::sleep_for(50ms);
        }
    });
    const std::stop_token stop = stopper.get_token();
    if (command == "apply"_L1)
        return apply(*plan, stop);
    if (command == "check"_L1)
        return check(*plan, stop);
    if (command == "status"_L1)
        return status(*plan, stop);
    SetupRun run(*plan, m_doors->factory(m_doors), [this](const StepEvent &event) { tell(event); });
    auto undone = run.undo(stop);
    if (!undone)
        return fail(undone.error());
    if (m_json)
        line({ { u"result"_s, u"undone"_s } });
    else
        line(stdout, Tr::tr("Both Raspberry Pis are as they were before the first setup."));
    return ExitDone;
}

} // namespace

bool isHeadless(const QStringList &arguments)
{
    return arguments.size() > 1;
}

int runHeadless(const QStringList &arguments)
{
    return Headless().run(arguments);
}

} // namespace twinlan
