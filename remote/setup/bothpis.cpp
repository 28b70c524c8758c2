// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/bothpis.h"

#include "remote/setup/completeplan.h"
#include "remote/setup/needed.h"

#include <algorithm>

namespace twinlan {

namespace {

// The files of this plan, as a survey is asked about them.
PerSite<QStringList> filesOf(const BridgePlan &plan)
{
    PerSite<QStringList> names;
    for (const Site site : bothSites)
        for (const auto &file : renderFiles(plan, site))
            names[site] << surveyName(file);
    return names;
}

} // namespace

bool contains(const std::vector<StepId> &steps, StepId id)
{
    return std::find(steps.begin(), steps.end(), id) != steps.end();
}

Result<Done> BothPis::survey(bool whole, bool asRoot, const std::stop_token &stop)
{
    return allDone([&](Site site) { return run(site).survey(plan, whole, asRoot, stop).into(facts[site]); });
}

Result<PerSite<std::vector<StepId>>> BothPis::look(bool asRoot, const std::stop_token &stop)
{
    if (auto seen = survey(false, asRoot, stop); !seen)
        return seen.error();
    wereSeen = true;
    auto completed = completePlan(plan, facts);
    // What a working tunnel proves may not be all that counts: the other Pi may be a new one, known to Tailscale alone.
    if (!completed && (facts.a.tailscale.provenByTunnel || facts.b.tailscale.provenByTunnel)) {
        if (auto seen = survey(true, asRoot, stop); !seen)
            return seen.error();
        completed = completePlan(plan, facts);
    }
    if (!completed)
        return completed.error();
    const auto surveyed = filesOf(plan);
    plan = *completed;
    if (surveyed != filesOf(plan))
        if (auto again = survey(false, asRoot, stop); !again)
            return again.error();
    PerSite<std::vector<StepId>> needed;
    for (const Site site : bothSites)
        needed[site] = stepsNeeded(plan, facts[site], site);
    // A carrier is a matter of both: if one Pi has to try, so has the other.
    if (contains(needed.a, StepId::ChooseCarrier) != contains(needed.b, StepId::ChooseCarrier))
        for (const Site site : bothSites)
            if (!contains(needed[site], StepId::ChooseCarrier))
                needed[site].insert(needed[site].begin(), StepId::ChooseCarrier);
    return needed;
}

} // namespace twinlan
