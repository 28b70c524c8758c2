// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/setuprun.h"

#include "remote/setup/completeplan.h"
#include "remote/setup/pirun.h"
#include "remote/setup/tunnelstate.h"
#include "resources/script.h"

#include <algorithm>
#include <future>

namespace twinlan {

using namespace std::chrono_literals;

namespace {

// claim.sh lets a silent holder go after 180 s.
constexpr auto claimAgainAfter = 60s;

bool contains(const std::vector<StepId> &steps, StepId id)
{
    return std::find(steps.begin(), steps.end(), id) != steps.end();
}

} // namespace

struct SetupRun::Private
{
    BridgePlan plan;
    ShellFactory factory;
    StepSink sink;
    PiRun runA { Site::A, factory, sink };
    PiRun runB { Site::B, factory, sink };
    PerSite<PiFacts> facts {};
    bool hasSeenBoth = false;
    PerSite<CarrierAnswer> carriers {};

    PiRun &run(Site site) { return site == Site::A ? runA : runB; }

    // The same for both Pis at once; waits for both even when one fails, so that no thread outlives the call. The Pi that is
    // done first stays claimed while the other one, say, downloads packages for minutes.
    template <class Function> auto onBoth(Function function)
    {
        using Answer = decltype(function(Site::A));
        std::promise<void> nearIsDone;
        auto nearDone = nearIsDone.get_future();
        auto far = std::async(std::launch::async, [&] {
            Answer answer = function(Site::B);
            while (nearDone.wait_for(claimAgainAfter) == std::future_status::timeout)
                runB.claimAgain();
            return answer;
        });
        Answer near = function(Site::A);
        nearIsDone.set_value();
        while (far.wait_for(claimAgainAfter) == std::future_status::timeout)
            runA.claimAgain();
        return std::pair<Answer, Answer>(std::move(near), far.get());
    }
    template <class Function> Result<Done> allDone(Function function)
    {
        auto [a, b] = onBoth(function);
        if (!a)
            return a.error();
        if (!b)
            return b.error();
        return Done {};
    }

    Result<Done> survey(bool whole, bool asRoot, const std::stop_token &stop)
    {
        return allDone([&](Site site) -> Result<Done> {
            auto answer = run(site).survey(plan, whole, asRoot, stop);
            if (!answer)
                return answer.error();
            facts[site] = std::move(*answer);
            return Done {};
        });
    }
    // Surveys and completes the plan. Again with all of the survey if a tunnel's proof was not enough; again if completing changed which
    // files count.
    Result<PerSite<std::vector<StepId>>> look(bool asRoot, const std::stop_token &stop)
    {
        if (auto done = survey(false, asRoot, stop); !done)
            return done.error();
        hasSeenBoth = true;
        auto completed = completePlan(plan, facts);
        // What a working tunnel proves may not be all that counts: the other Pi may be a new one, known to Tailscale alone.
        if (!completed && (facts.a.tailscale.provenByTunnel || facts.b.tailscale.provenByTunnel)) {
            if (auto done = survey(true, asRoot, stop); !done)
                return done.error();
            completed = completePlan(plan, facts);
        }
        if (!completed)
            return completed.error();
        const auto surveyed = plan;
        plan = *completed;
        PerSite<std::vector<StepId>> needed;
        for (const auto site : bothSites) {
            const auto names = [&](const BridgePlan &of) {
                QStringList list;
                for (const auto &file : renderFiles(of, site))
                    list << surveyName(file);
                return list;
            };
            if (names(surveyed) != names(plan)) {
                if (auto again = survey(false, asRoot, stop); !again)
                    return again.error();
                break;
            }
        }
        for (const auto site : bothSites)
            needed[site] = stepsNeeded(plan, facts[site], site);
        // A carrier is a matter of both: if one Pi has to try, so has the other.
        if (contains(needed.a, StepId::ChooseCarrier) != contains(needed.b, StepId::ChooseCarrier))
            for (const auto site : bothSites)
                if (!contains(needed[site], StepId::ChooseCarrier))
                    needed[site].insert(needed[site].begin(), StepId::ChooseCarrier);
        return needed;
    }

    // A Pi whose safety timer runs is half way between two states, which no backup may be made of: first it goes back. Both are
    // claimed before, so that nobody else's setup is meant.
    [[nodiscard]] bool isHalfDone() const { return facts.a.runState == RunState::Armed || facts.b.runState == RunState::Armed; }
    Result<Done> endHalfDone(const std::stop_token &stop)
    {
        auto done = allDone([&](Site site) { return run(site).claim(stop); });
        for (const auto site : { Site::B, Site::A }) // the far one first: the way to it leads through the near one
            if (done)
                done = run(site).endHalfDone(stop);
        // One that took over a bridge made by hand has restarted, and the way to the other one may lead through it.
        if (done && (runA.hasRestarted() || runB.hasRestarted()))
            for (const auto site : bothSites)
                run(site).hangUp();
        return done;
    }

    // The preparing steps of `needed`, on both at once.
    Result<Done> prepare(const PerSite<std::vector<StepId>> &needed, const std::stop_token &stop)
    {
        return allDone([&](Site site) -> Result<Done> {
            auto answer = run(site).prepare(plan, needed[site], stop);
            if (!answer)
                return answer.error();
            carriers[site] = *answer;
            return Done {};
        });
    }

    // Each from its switch to its proof; the next one is armed meanwhile. The last one proves the tunnel too.
    Result<Done> switchInOrder(const std::vector<Site> &order, const std::stop_token &stop)
    {
        Result<Done> done = Done {};
        for (size_t i = 0; done && i < order.size(); ++i) {
            const bool isLast = i + 1 == order.size();
            std::future<Result<Done>> next;
            if (!isLast)
                next = std::async(std::launch::async, [&, site = order[i + 1]] { return run(site).arm(stop); });
            done = run(order[i]).switchOver(plan, isLast ? &facts[otherSite(order[i])] : nullptr, stop);
            if (next.valid()) {
                const auto armed = next.get();
                if (done)
                    done = armed;
            }
        }
        return done;
    }
    // What went wrong; or that it could not be undone, which is worse.
    Error putBack(const std::vector<Site> &order, Error why)
    {
        for (const auto site : order)
            if (const auto back = run(site).putBack(); !back)
                why = back.error();
        return why;
    }

    Result<Done> settleCarrier()
    {
        if (carriers.a.gre && carriers.b.gre) {
            plan.carrier = Carrier::Gre;
        } else if (carriers.a.fou && carriers.b.fou) {
            plan.carrier = Carrier::Fou;
        } else {
            Error error { ErrorKind::CarrierBlocked, {}, stepName(StepId::ChooseCarrier), {} };
            sink({ Site::A, StepId::ChooseCarrier, StepState::Failed, {}, error, -1 });
            return error;
        }
        return Done {};
    }
};

SetupRun::SetupRun(BridgePlan plan, ShellFactory factory, StepSink sink)
    : d(new Private { std::move(plan), std::move(factory), std::move(sink) })
{
}

SetupRun::~SetupRun() = default;

Result<PiFacts> SetupRun::survey(Shell &shell, const std::stop_token &stop)
{
    const auto result = shell.run(surveyCommand(true), stop);
    if (!result)
        return result.error();
    if (result->exitStatus != 0)
        return errorOf(*result, shell.host());
    return PiFacts::parse(result->out);
}

Result<PerSite<std::vector<StepId>>> SetupRun::check(const std::stop_token &stop)
{
    return d->look(true, stop); // as root, so that somebody who may not change anything hears it now
}

std::vector<Finding> SetupRun::findings(const Surroundings &around) const
{
    return d->hasSeenBoth ? twinlan::findings(d->plan, d->facts, around) : std::vector<Finding>();
}

Result<SetupOutcome> SetupRun::apply(const std::stop_token &stop)
{
    auto needed = d->look(false, stop);
    if (d->isHalfDone()) { // whatever else it looks like
        auto ended = d->endHalfDone(stop);
        if (!ended)
            return ended.error();
        needed = d->look(false, stop);
    }
    if (!needed)
        return needed.error();

    SetupOutcome outcome;
    for (const auto site : bothSites) {
        outcome.stepsRun += int((*needed)[site].size());
        outcome.tunnelState[site] = d->facts[site].tunnelState;
        for (const auto id : allSteps())
            if (!contains((*needed)[site], id))
                d->run(site).emitState(id, StepState::AlreadyDone);
    }
    outcome.tunnelState = agreed(outcome.tunnelState);
    if (outcome.stepsRun == 0) {
        outcome.plan = d->plan;
        return outcome;
    }

    // Nothing is changed on one Pi before it is known that something may be changed on both.
    auto done = d->allDone([&](Site site) { return d->run(site).claim(stop); });
    if (!done)
        return done.error();
    const auto needs = [&](Site site, StepId id) { return contains((*needed)[site], id); };
    const bool choosesCarrier = needs(Site::A, StepId::ChooseCarrier);
    auto first = *needed;
    // Both try the carriers at the same time: together with the rest, in one call, unless apt may keep one of them for minutes.
    const bool inOneCall = !needs(Site::A, StepId::InstallPackages) && !needs(Site::B, StepId::InstallPackages);
    if (!inOneCall)
        for (const auto site : bothSites)
            std::erase(first[site], StepId::ChooseCarrier);
    done = d->prepare(first, stop);
    if (done && choosesCarrier && !inOneCall)
        done = d->prepare({ { StepId::ChooseCarrier }, { StepId::ChooseCarrier } }, stop);
    if (done && choosesCarrier) {
        done = d->settleCarrier();
        // Another carrier than an earlier setup had: now there is more to do than the survey knew. (Its module comes with stage().)
        PerSite<std::vector<StepId>> more;
        for (const auto site : bothSites)
            for (const auto id : stepsNeeded(d->plan, d->facts[site], site))
                if (done && id != StepId::LoadModules && !needs(site, id))
                    more[site].push_back(id);
        if (done)
            done = d->prepare(more, stop);
        for (const auto site : bothSites) {
            outcome.stepsRun += int(more[site].size());
            (*needed)[site].insert((*needed)[site].end(), more[site].begin(), more[site].end());
        }
    }
    // One at a time, the far one first: while it is in the switch, the near one is still as it was and can be asked for help.
    std::vector<Site> order;
    for (const auto site : { Site::B, Site::A })
        if (needs(site, StepId::SwitchOver))
            order.push_back(site);
    if (done)
        done = d->allDone([&](Site site) -> Result<Done> {
            return needs(site, StepId::StageFiles) ? d->run(site).stage(d->plan, site == order.front(), stop) : Result<Done>(Done {});
        });
    if (done)
        done = d->switchInOrder(order, stop);
    if (!done)
        return d->putBack(order, done.error());

    // The last one is confirmed while the other one looks at the tunnel from its side.
    auto [a, b] = d->onBoth([&](Site site) -> Result<TunnelState> {
        const bool confirms = !order.empty() && site == order.back();
        return needs(site, StepId::VerifyJoined) ? d->run(site).settle(d->plan, confirms, stop) : Result<TunnelState>(d->facts[site].tunnelState);
    });
    if (!a || !b)
        return d->putBack(order, a ? b.error() : a.error());
    outcome.tunnelState = agreed({ *a, *b });
    outcome.plan = d->plan;
    return outcome;
}

Result<Done> SetupRun::undo(const Removal &removal)
{
    // Not to be stopped: a removal that ends half way would be neither one state nor the other.
    // The far one first: the way to it leads through the near one.
    Result<Done> far = removal.piBIsGone ? Result<Done>(Done {}) : d->runB.remove(removal.packages);
    Result<Done> near = d->runA.remove(removal.packages);
    return near ? far : near;
}

} // namespace twinlan
