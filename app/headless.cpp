// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless.h"

#include "app/programoptions.h"
#include "app/terminal.h"
#include "remote/setup/tunnelstate.h"
#include "wizard/backend/doors.h"
#include "wizard/diagnostics/diagnosticwords.h"
#include "wizard/flow/savedsetup.h"
#include "wizard/words/errorwords.h"
#include "wizard/words/language.h"
#include "wizard/words/plaintext.h"
#include "wizard/words/words.h"

#include <QFile>
#include <QJsonArray>
#include <atomic>
#include <csignal>
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

class Headless
{
public:
    int run(const QStringList &arguments);

private:
    [[nodiscard]] std::optional<BridgePlan> readPlan(const QString &path);
    // With --accept-new-host-key a Pi met for the first time is remembered; a changed key never is. Without it there is nothing
    // to do here: the run opens both Pis itself, and each connection costs seconds on a slow one.
    [[nodiscard]] Result<Done> meetBoth(const std::stop_token &stop, bool piBIsGone = false);
    [[nodiscard]] Result<PerSite<PiFacts>> surveyBoth(const std::stop_token &stop);
    // `seen`: the key of the Pi that the session leads to.
    [[nodiscard]] Result<std::unique_ptr<SshSession>> meet(Site site, HostKey &seen, const std::stop_token &stop);
    int apply(BridgePlan plan, const std::stop_token &stop);
    int check(BridgePlan plan, const std::stop_token &stop);
    int status(const BridgePlan &plan, const std::stop_token &stop);
    int undo(BridgePlan plan, const std::stop_token &stop);
    int fail(const Error &error);
    void tell(const StepEvent &event);

    ProgramOptions m_options;
    std::shared_ptr<Doors> m_doors = std::make_shared<Doors>();
    bool m_json = false;
    std::mutex m_printing; // steps of both Pis report from two threads
    PerSite<QString> m_lastLine;
};

int Headless::fail(const Error &error)
{
    if (m_json) {
        line({ { u"error"_s, toJson(error) } });
    } else {
        const Words words = wordsFor(error);
        line(stderr, u"%1 %2\n%3"_s.arg(words.what, words.meaning, words.next));
        // Further lines stand apart, so that none of a Pi's looks like one of ours.
        const QString detail = QString(error.detail).replace(u'\n', "\n    "_L1);
        line(stderr, u"[%1] %2 %3"_s.arg(errorKindName(error.kind), error.step, detail).trimmed());
    }
    return error.kind == ErrorKind::Cancelled ? ExitStopped : ExitFailed;
}

std::optional<BridgePlan> Headless::readPlan(const QString &path)
{
    if (path.isEmpty()) {
        const SavedSetup saved = SavedSetup::forUser();
        if (saved.planWasRead())
            return saved.plan();
        line(stderr, Tr::tr("There are no saved settings; name a file."));
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

Result<std::unique_ptr<SshSession>> Headless::meet(Site site, HostKey &seen, const std::stop_token &stop)
{
    auto session = m_doors->open(site, false, stop, &seen);
    // Twice at most: the Pi on the way there may be new as well, and each has a key of its own.
    for (int met = 0; met < 2; ++met) {
        if (session || session.error().kind != ErrorKind::HostKeyUnknown || !m_options.has(u"accept-new-host-key"_s))
            break;
        if (auto remembered = m_doors->knownHosts.remember(seen.host, seen.port, seen.publicKey); !remembered)
            return remembered.error();
        session = m_doors->open(site, false, stop, &seen);
    }
    return session;
}

Result<PerSite<PiFacts>> Headless::surveyBoth(const std::stop_token &stop)
{
    PerSite<PiFacts> facts;
    for (const Site site : bothSites) { // A first: the way to B may lead through it
        HostKey seen;
        auto session = meet(site, seen, stop);
        if (!session)
            return session.error();
        auto found = SetupRun::survey(**session, stop);
        if (!found)
            return found.error();
        facts[site] = *found;
        QString &address = m_doors->pis[site].tailnetAddress;
        if (address.isEmpty() && Doors::isTailnetAddress(found->tailscale.address))
            address = found->tailscale.address;
        m_doors->rememberTailnetAddress(site, seen.publicKey); // the proof later asks for it under this address
    }
    return facts;
}

Result<Done> Headless::meetBoth(const std::stop_token &stop, bool piBIsGone)
{
    if (!m_options.has(u"accept-new-host-key"_s))
        return Done {};
    if (HostKey seen; piBIsGone) {
        if (auto session = meet(Site::A, seen, stop); !session)
            return session.error();
        return Done {};
    }
    if (auto facts = surveyBoth(stop); !facts)
        return facts.error();
    return Done {};
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
        text += u" – "_s + visibleLine(event.line);
    if (text != m_lastLine[event.site]) // the countdown alone is no news here
        line(stdout, text);
    m_lastLine[event.site] = text;
}

int Headless::apply(BridgePlan plan, const std::stop_token &stop)
{
    if (auto met = meetBoth(stop); !met)
        return fail(met.error());
    SetupRun run(std::move(plan), m_doors->factory(m_doors), [this](const StepEvent &event) { tell(event); });
    auto outcome = run.apply(stop);
    if (!outcome)
        return fail(outcome.error());
    const QString carrier = outcome->plan.carrier == Carrier::Gre ? u"gre"_s : u"fou"_s;
    const PerSite<QString> tunnel { tunnelStateWord(outcome->tunnelState.a), tunnelStateWord(outcome->tunnelState.b) };
    if (m_json) {
        line({ { u"result"_s, u"done"_s }, { u"stepsRun"_s, outcome->stepsRun }, { u"carrier"_s, carrier }, { u"tunnelStateA"_s, tunnel.a },
            { u"tunnelStateB"_s, tunnel.b } });
    } else if (outcome->stepsRun == 0) {
        line(stdout, Tr::tr("Nothing to do. Tunnel: A %1, B %2 (%3).").arg(tunnel.a, tunnel.b, carrier));
    } else {
        line(stdout, Tr::tr("Done, %n step(s). Tunnel: A %1, B %2 (%3).", nullptr, outcome->stepsRun).arg(tunnel.a, tunnel.b, carrier));
    }
    return ExitDone;
}

int Headless::check(BridgePlan plan, const std::stop_token &stop)
{
    if (auto met = meetBoth(stop); !met)
        return fail(met.error());
    SetupRun run(std::move(plan), m_doors->factory(m_doors), {});
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
    const PerSite<TunnelState> tunnels = agreed({ facts->a.tunnelState, facts->b.tunnelState });
    for (const Site site : bothSites) {
        const PiFacts &pi = (*facts)[site];
        const auto lan = pi.lanAddress();
        const QString address = lan ? lan->toString() : QString();
        if (m_json) {
            line({ { u"site"_s, siteName(site) }, { u"hostName"_s, pi.hostName }, { u"lanAddress"_s, address }, { u"tailnetAddress"_s, pi.tailscale.address },
                { u"run"_s, runStateName(pi.runState) }, { u"tunnelState"_s, tunnelStateWord(tunnels[site]) }, { u"joined"_s, areJoined(tunnels) }, { u"tailscale"_s, pi.tailscale.backendState } });
        } else {
            line(stdout, Tr::tr("%1  %2  LAN %3  Tailscale %4 (%5)  setup: %6  tunnel: %7")
                             .arg(siteName(site), visibleLine(pi.hostName), visibleLine(address), visibleLine(pi.tailscale.address),
                                 visibleLine(pi.tailscale.backendState), runStateName(pi.runState), tunnelStateWord(tunnels[site])));
        }
    }
    if (m_json)
        return ExitDone;
    for (const Site site : bothSites) {
        const TunnelState state = tunnels[site];
        if (areJoined(tunnels) && site == Site::A)
            line(stdout, tunnelStateText(state));
        else if (state != TunnelState::Joined && state != TunnelState::Unknown)
            line(stdout, Tr::tr("%1: %2", "a Raspberry Pi, and how its tunnel is").arg(piName(site), tunnelStateText(state)));
    }
    return ExitDone;
}

int Headless::run(const QStringList &arguments)
{
    if (const auto wrong = m_options.parse(arguments)) {
        line(stderr, *wrong);
        return ExitUsage;
    }
    if (m_options.has(u"help"_s)) {
        line(stdout, m_options.help());
        return ExitDone;
    }
    if (m_options.has(u"version"_s)) {
        line(stdout, u"twinlan %1"_s.arg(QLatin1String(TWINLAN_VERSION)));
        return ExitDone;
    }
    m_json = m_options.has(u"json"_s);
    auto plan = readPlan(m_options.planPath());
    if (!plan)
        return ExitFailed;
    plan->takesOver = m_options.has(u"take-over"_s);
    if (const auto wrong = m_options.readDoors(*plan, *m_doors)) {
        line(stderr, *wrong);
        return ExitUsage;
    }

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
    const QString command = m_options.command();
    if (command == "apply"_L1)
        return apply(*plan, stop);
    if (command == "check"_L1)
        return check(*plan, stop);
    if (command == "status"_L1)
        return status(*plan, stop);
    return undo(*plan, stop);
}

// Once both are met it is not stopped: half of it would be worse than all.
int Headless::undo(BridgePlan plan, const std::stop_token &stop)
{
    const Removal removal = m_options.removal();
    if (auto met = meetBoth(stop, removal.piBIsGone); !met)
        return fail(met.error());
    SetupRun run(std::move(plan), m_doors->factory(m_doors), [this](const StepEvent &event) { tell(event); });
    auto undone = run.undo(removal);
    if (!undone)
        return fail(undone.error());
    if (m_json)
        line({ { u"result"_s, u"undone"_s } });
    else
        line(stdout, removal.piBIsGone ? Tr::tr("Raspberry Pi A is as it was before the first setup.") : Tr::tr("Both Raspberry Pis are as they were before the first setup."));
    return ExitDone;
}

} // namespace

bool isHeadless(const QStringList &arguments)
{
    return arguments.size() > 1;
}

int runHeadless(const QStringList &arguments)
{
    // The language first: the help is in it, too.
    const qsizetype at = arguments.indexOf(u"--lang"_s);
    QString code = at >= 0 ? arguments.value(at + 1) : Language::ofDesktop();
    for (const QString &argument : arguments) {
        if (argument.startsWith("--lang="_L1))
            code = argument.mid(7);
    }
    Language language;
    language.use(code);
    return Headless().run(arguments);
}

} // namespace twinlan
