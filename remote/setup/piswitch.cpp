// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a Pi's setup that can take the Pi away: arm the timer, switch, prove from outside, disarm.
#include "remote/setup/pirun.h"

#include "remote/core/sleep.h"
#include "resources/script.h"

#include <future>
#include <thread>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Time to prove from outside that the Pi answers, before it puts itself back.
constexpr auto safetyTimer = 120s;
// How long a Pi may stay silent after the switch; its timer leaves it twice that.
constexpr auto provePatience = 60s;
// How long to try for a new connection when the one in use is gone: with the other Pi's switch, or a cable that was out for a moment.
constexpr auto reconnectPatience = 30s;
// A timer that was armed while the other Pi was in the switch has lost some seconds. One that has lost more is armed anew.
constexpr auto armedInAdvance = 25s;

// An answer may be lost with its connection, whatever it was: what may be asked twice is asked again over a new one.
template <class Ask, class Reconnect>
auto askTwiceIfLost(const Ask &ask, const Reconnect &reconnect)
{
    auto answer = ask();
    if (answer || answer.error().kind != ErrorKind::ConnectionLost || !reconnect())
        return answer;
    return ask();
}

} // namespace

BatchItem PiRun::arming(const QString &forWhat)
{
    const auto encoded = [](const char *name) { return QString::fromLatin1(piFile(QString::fromLatin1(name)).toBase64()); };
    return item(StepId::ArmRollback, { forWhat, encoded("rollback.sh"), encoded("twinlan-rollback.service") });
}

std::pair<StepId, BatchItem> PiRun::arming()
{
    return { StepId::ArmRollback, arming(QString::number(safetyTimer.count())) };
}

Result<Done> PiRun::arm(const std::stop_token &stop)
{
    return runSteps({ arming() }, 30s, stop).done();
}

Result<Done> PiRun::switchOver(const BridgePlan &plan, const PiFacts *far, const std::stop_token &stop)
{
    const auto &pi = plan.pis[m_site];
    std::vector<std::pair<StepId, BatchItem>> steps;
    if (!m_timerEnds || *m_timerEnds - std::chrono::steady_clock::now() < safetyTimer - armedInAdvance)
        steps.push_back(arming());
    QStringList args { plan.bridgeName, pi.lanInterface, pi.mac };
    if (m_takeOver)
        args << m_takeOver->holder;
    steps.emplace_back(StepId::SwitchOver, item(StepId::SwitchOver, args));
    const auto answer = runSteps(steps, 60s, stop);
    if (answer)
        return prove(plan, far, stop);
    // A connection that died in the switch proves nothing: the Pi goes on by itself, so it is asked over a new one.
    if (answer.error().kind != ErrorKind::ConnectionLost)
        return answer.error();
    emitState(StepId::SwitchOver, StepState::Running);
    auto proven = prove(plan, far, stop);
    if (proven)
        emitState(StepId::SwitchOver, StepState::Done);
    else
        (void)failed(StepId::SwitchOver, answer.error()); // told to the page; what is answered is why it was not proven
    return proven;
}

Result<Done> PiRun::putBack()
{
    if (!m_mayBeArmed || !(m_shell || reconnect(Route::Any, {})))
        return Done {};
    // The connection at hand may have died with what went wrong.
    const auto answer = askTwiceIfLost([&] { return runRollback({ u"now"_s }, 90s); }, [&] { return reconnect(Route::Any, {}); });
    if (!answer) {
        // Whatever else went wrong, the timer still runs, and puts back the same.
        if (answer.error().kind != ErrorKind::RollbackIncomplete)
            return Done {};
        return failed(StepId::SwitchOver, answer.error());
    }
    m_mayBeArmed = false;
    m_timerEnds.reset();
    emitState(StepId::SwitchOver, StepState::Undone);
    return Done {};
}

Result<std::unique_ptr<Shell>> PiRun::openPatiently(Route route, std::chrono::steady_clock::time_point end, const std::stop_token &stop) const
{
    for (;;) {
        auto open = m_factory(m_site, route, stop);
        if (open || !open.error().canRetry() || std::chrono::steady_clock::now() >= end || !sleepFor(1s, stop))
            return open;
    }
}

bool PiRun::reconnect(Route route, const std::stop_token &stop)
{
    return openPatiently(route, std::chrono::steady_clock::now() + reconnectPatience, stop).into(m_shell).ok();
}

Result<KeyValues> PiRun::runStepsAgain(
    const std::vector<std::pair<StepId, BatchItem>> &steps, Route route, std::chrono::milliseconds deadline, const std::stop_token &stop)
{
    return askTwiceIfLost([&] { return runSteps(steps, deadline, stop); }, [&] { return reconnect(route, stop); });
}

Result<Done> PiRun::prove(const BridgePlan &plan, const PiFacts *far, const std::stop_token &stop)
{
    emitState(StepId::ProveReachable, StepState::Running);
    // New connections: one that was open before the switch would prove nothing. Right after it, dhcpcd asks for its lease
    // again and Tailscale looks for its way, so this may take a few tries; the timer on the Pi leaves time for them.
    const QString tailnetAddress = plan.pis[m_site].tailnetAddress;
    const bool twoDoors = !m_shell || m_shell->host() != tailnetAddress;
    m_shell.reset();
    const auto end = std::chrono::steady_clock::now() + provePatience;
    if (const auto home = openPatiently(Route::Lan, end, stop).into(m_shell); !home)
        return failed(StepId::ProveReachable, home.error());
    // Also under its 100.x address: a Pi that answers at home only is lost to an owner who is away. Where the way there leads
    // through the same Pi, the connection just made carries it: one sign-in less on a slow Pi, and all of it is new. Meanwhile the
    // Pi is asked about the rest, most of which is waiting.
    std::stop_source enough;
    const std::stop_callback whenStopped(stop, [&] { enough.request_stop(); });
    Result<Done> away = Done {};
    std::future<Result<Done>> awayAnswer;
    if (twoDoors)
        awayAnswer = std::async(std::launch::async, [&] { return openPatiently(Route::Tailnet, end, enough.get_token()).done(); });
    const auto before = m_facts.lanAddress();
    const auto farLan = far ? far->lanAddress() : std::nullopt;
    std::vector<std::pair<StepId, BatchItem>> steps { { StepId::ProveReachable,
        item(StepId::ProveReachable,
            { plan.bridgeName, m_facts.defaultGateway, plan.pis[otherSite(m_site)].tailnetAddress,
                before ? before->toString() : u"-"_s, farLan ? farLan->toString() : u"-"_s }) } };
    // Confirmed in the same call only if nothing else is to be known first.
    const bool confirmsNow = !far && !twoDoors;
    const std::pair<StepId, BatchItem> confirm { StepId::Confirm, item(StepId::Confirm, {}) };
    if (confirmsNow)
        steps.push_back(confirm);
    const auto proven = runStepsAgain(steps, Route::Lan, 90s, stop);
    if (!proven)
        enough.request_stop();
    if (awayAnswer.valid())
        away = awayAnswer.get();
    if (!proven)
        return proven.error();
    if (!away)
        return failed(StepId::ProveReachable, away.error());
    if (!far && !confirmsNow)
        return runStepsAgain({ confirm }, Route::Lan, 30s, stop).done();
    return Done {};
}

Result<TunnelState> PiRun::settle(const BridgePlan &plan, bool confirms, const std::stop_token &stop)
{
    const QString router = plan.addresses.homes[otherSite(m_site)].router.toString();
    std::vector<std::pair<StepId, BatchItem>> steps;
    if (confirms)
        steps.emplace_back(StepId::Confirm, item(StepId::Confirm, {}));
    steps.emplace_back(StepId::VerifyJoined, item(StepId::VerifyJoined, { u"60"_s, router }));
    const auto answer = runStepsAgain(steps, Route::Any, 90s, stop);
    if (!answer)
        return answer.error();
    return tunnelStateOf(answer->value("state"));
}

} // namespace twinlan
