// SPDX-License-Identifier: GPL-3.0-or-later
// One SetupRun::apply(), from the first look at both Pis to the last proof: the list of its steps.
#pragma once

#include "remote/setup/bothpis.h"

namespace twinlan {

class Applying
{
public:
    // Both outlive it.
    Applying(BothPis &pis, const std::stop_token &stop)
        : m_pis(pis)
        , m_stop(stop)
    {
    }
    Result<SetupOutcome> run();

private:
    // In this order; the first one that fails ends it.
    Result<Done> surveyBoth();
    Result<Done> goBackFirst(); // where an earlier run is half done
    void tellWhatIsDone();
    Result<Done> claim();
    Result<Done> prepare();
    Result<Done> chooseCarrier();
    Result<Done> stage();
    Result<Done> switchInOrder();
    Result<Done> settle();
    // What went wrong; or that it could not be undone, which is worse.
    Error putBack(Error why);

    [[nodiscard]] bool needs(Site site, StepId id) const { return contains(m_needed[site], id); }
    [[nodiscard]] bool isHalfDone() const;
    [[nodiscard]] bool isPreparedInOneCall() const;
    Result<Done> look();
    Result<Done> runPreparing(const PerSite<std::vector<StepId>> &steps);
    Result<Done> agreeOnCarrier();
    Result<Done> addWhatTheCarrierNeeds();

    BothPis &m_pis;
    const std::stop_token &m_stop;
    PerSite<std::vector<StepId>> m_needed;
    PerSite<CarrierAnswer> m_carriers; // that pass
    std::vector<Site> m_order; // of the switch
    SetupOutcome m_outcome;
};

} // namespace twinlan
