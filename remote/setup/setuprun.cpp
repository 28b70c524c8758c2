// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/setuprun.h"

#include "remote/setup/applying.h"

namespace twinlan {

SetupRun::SetupRun(BridgePlan plan, ShellFactory factory, StepSink sink)
    : m_pis(new BothPis { std::move(plan), std::move(factory), std::move(sink) })
{
}

SetupRun::~SetupRun() = default;

Result<PiFacts> SetupRun::survey(Shell &shell, const std::stop_token &stop)
{
    const auto result = runToItsEnd(shell, surveyCommand(true), stop);
    if (!result)
        return result.error();
    return PiFacts::parse(result->out);
}

Result<PerSite<std::vector<StepId>>> SetupRun::check(const std::stop_token &stop)
{
    return m_pis->look(true, stop); // as root, so that somebody who may not change anything hears it now
}

Result<std::vector<Finding>> SetupRun::findings(const Surroundings &around, const std::stop_token &stop)
{
    if (!m_pis->wereSeen)
        return std::vector<Finding>();
    if (auto seen = m_pis->survey(true, true, stop); !seen)
        return seen.error();
    return twinlan::findings(m_pis->plan, m_pis->facts, around);
}

Result<SetupOutcome> SetupRun::apply(const std::stop_token &stop)
{
    return Applying(*m_pis, stop).run();
}

Result<Done> SetupRun::undo(const Removal &removal)
{
    // Not to be stopped: a removal that ends half way would be neither one state nor the other.
    // The far one first: the way to it leads through the near one.
    Result<Done> far = Done {};
    if (!removal.piBIsGone)
        far = m_pis->runB.remove(removal);
    const Result<Done> near = m_pis->runA.remove(removal);
    return near ? far : near;
}

} // namespace twinlan
