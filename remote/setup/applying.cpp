// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/applying.h"

#include "remote/setup/needed.h"
#include "remote/setup/tunnelstate.h"

namespace twinlan {

Result<SetupOutcome> Applying::run()
{
    if (const auto seen = surveyBoth(); !seen)
        return seen.error();
    tellWhatIsDone();
    m_outcome.plan = m_pis.plan;
    if (m_outcome.stepsRun == 0)
        return m_outcome;
    for (const auto step : { &Applying::claim, &Applying::prepare, &Applying::chooseCarrier, &Applying::stage, &Applying::switchInOrder,
             &Applying::settle })
        if (const auto done = (this->*step)(); !done)
            return putBack(done.error());
    m_outcome.plan = m_pis.plan; // with the carrier
    return m_outcome;
}

Result<Done> Applying::surveyBoth()
{
    auto seen = look();
    if (!isHalfDone()) // whatever else it looks like
        return seen;
    if (auto back = goBackFirst(); !back)
        return back;
    return look();
}

Result<Done> Applying::look()
{
    return m_pis.look(false, m_stop).into(m_needed);
}

bool Applying::isHalfDone() const
{
    return m_pis.facts.a.runState == RunState::Armed || m_pis.facts.b.runState == RunState::Armed;
}

// A Pi whose safety timer runs is half way between two states, which no backup may be made of: first it goes back. Both are claimed
// before, so that nobody else's setup is meant.
Result<Done> Applying::goBackFirst()
{
    auto done = claim();
    for (const Site site : { Site::B, Site::A }) // the far one first: the way to it leads through the near one
        if (done)
            done = m_pis.run(site).endHalfDone(m_stop);
    // A Pi that gives a bridge made by hand back restarts, and the way to the other Pi may lead through it.
    if (done && (m_pis.runA.hasRestarted() || m_pis.runB.hasRestarted()))
        for (const Site site : bothSites)
            m_pis.run(site).hangUp();
    return done;
}

void Applying::tellWhatIsDone()
{
    for (const Site site : bothSites) {
        m_outcome.stepsRun += int(m_needed[site].size());
        m_outcome.tunnelState[site] = m_pis.facts[site].tunnelState;
        for (const StepId id : allSteps())
            if (!needs(site, id))
                m_pis.run(site).emitState(id, StepState::AlreadyDone);
    }
    m_outcome.tunnelState = agreed(m_outcome.tunnelState);
}

// Nothing is changed on one Pi before it is known that something may be changed on both.
Result<Done> Applying::claim()
{
    return m_pis.allDone([&](Site site) { return m_pis.run(site).claim(m_stop); });
}

Result<Done> Applying::prepare()
{
    auto first = m_needed;
    if (!isPreparedInOneCall())
        for (const Site site : bothSites)
            std::erase(first[site], StepId::ChooseCarrier);
    return runPreparing(first);
}

// Both try the carriers at the same time: together with the rest, in one call, unless apt may keep one of them for minutes.
bool Applying::isPreparedInOneCall() const
{
    return !needs(Site::A, StepId::InstallPackages) && !needs(Site::B, StepId::InstallPackages);
}

// The preparing steps among these, on both at once.
Result<Done> Applying::runPreparing(const PerSite<std::vector<StepId>> &steps)
{
    return m_pis.allDone([&](Site site) { return m_pis.run(site).prepare(m_pis.plan, steps[site], m_stop).into(m_carriers[site]); });
}

Result<Done> Applying::chooseCarrier()
{
    Result<Done> done = Done {};
    if (!needs(Site::A, StepId::ChooseCarrier)) // nor does Pi B
        return done;
    if (!isPreparedInOneCall())
        done = runPreparing({ { StepId::ChooseCarrier }, { StepId::ChooseCarrier } });
    if (done)
        done = agreeOnCarrier();
    return done ? addWhatTheCarrierNeeds() : done;
}

Result<Done> Applying::agreeOnCarrier()
{
    if (m_carriers.a.gre && m_carriers.b.gre) {
        m_pis.plan.carrier = Carrier::Gre;
    } else if (m_carriers.a.fou && m_carriers.b.fou) {
        m_pis.plan.carrier = Carrier::Fou;
    } else {
        Error error { ErrorKind::CarrierBlocked, {}, stepName(StepId::ChooseCarrier), {} };
        m_pis.sink({ Site::A, StepId::ChooseCarrier, StepState::Failed, {}, error, -1 });
        return error;
    }
    return Done {};
}

// A carrier other than the earlier setup's needs more steps than the survey counted. (stage() loads FOU's module.)
Result<Done> Applying::addWhatTheCarrierNeeds()
{
    PerSite<std::vector<StepId>> more;
    for (const Site site : bothSites) {
        for (const StepId id : stepsNeeded(m_pis.plan, m_pis.facts[site], site))
            if (id != StepId::LoadModules && !needs(site, id))
                more[site].push_back(id);
        m_outcome.stepsRun += int(more[site].size());
        m_needed[site].insert(m_needed[site].end(), more[site].begin(), more[site].end());
    }
    return runPreparing(more);
}

Result<Done> Applying::stage()
{
    // One at a time, the far one first: while it is in the switch, the near one is still as it was and can be asked for help.
    for (const Site site : { Site::B, Site::A })
        if (needs(site, StepId::SwitchOver))
            m_order.push_back(site);
    return m_pis.allDone([&](Site site) -> Result<Done> {
        if (!needs(site, StepId::StageFiles))
            return Done {};
        return m_pis.run(site).stage(m_pis.plan, site == m_order.front(), m_stop);
    });
}

// Each from its switch to its proof; the next one is armed meanwhile. The last one proves the tunnel too.
Result<Done> Applying::switchInOrder()
{
    Result<Done> done = Done {};
    for (size_t i = 0; done && i < m_order.size(); ++i) {
        const Site site = m_order[i];
        const bool isLast = i + 1 == m_order.size();
        std::future<Result<Done>> next;
        if (!isLast)
            next = std::async(std::launch::async, [this, after = m_order[i + 1]] { return m_pis.run(after).arm(m_stop); });
        done = m_pis.run(site).switchOver(m_pis.plan, isLast ? &m_pis.facts[otherSite(site)] : nullptr, m_stop);
        if (next.valid()) {
            const auto armed = next.get();
            if (done)
                done = armed;
        }
    }
    return done;
}

// The last one is confirmed while the other one looks at the tunnel from its side.
Result<Done> Applying::settle()
{
    PerSite<TunnelState> states { m_pis.facts.a.tunnelState, m_pis.facts.b.tunnelState };
    auto done = m_pis.allDone([&](Site site) -> Result<Done> {
        if (!needs(site, StepId::VerifyJoined))
            return Done {};
        const bool confirms = !m_order.empty() && site == m_order.back();
        return m_pis.run(site).settle(m_pis.plan, confirms, m_stop).into(states[site]);
    });
    m_outcome.tunnelState = agreed(states);
    return done;
}

Error Applying::putBack(Error why)
{
    for (const Site site : m_order)
        if (const auto back = m_pis.run(site).putBack(); !back)
            why = back.error();
    return why;
}

} // namespace twinlan
