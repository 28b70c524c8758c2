// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/completeplan.h"

#include "remote/setup/needed.h"
#include "remote/setup/readiness.h"
#include "remote/setup/storedplan.h"
#include "remote/setup/takeover.h"

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

Result<BridgePlan> completePlan(BridgePlan plan, const PerSite<PiFacts> &facts)
{
    if (auto error = refusal(plan, facts))
        return *error;
    for (const Site site : bothSites) {
        auto &pi = plan.pis[site];
        const auto *wired = facts[site].lanInterface();
        pi.lanInterface = wired->name;
        pi.mac = wired->mac;
        pi.dhcpClientId.clear();
        if (const auto gives = plan.takesOver ? takeOver(facts[site], plan.bridgeName) : std::nullopt) {
            pi.mac = gives->mac;
            pi.dhcpClientId = gives->dhcpClientId;
        } else if (const auto stored = storedPlan(facts[site]); stored && !stored->pis[site].dhcpClientId.isEmpty()) {
            // Taken over by an earlier setup.
            pi.mac = stored->pis[site].mac;
            pi.dhcpClientId = stored->pis[site].dhcpClientId;
        }
        pi.tailnetAddress = facts[site].tailscale.address;
        setNetwork(pi, facts[site].network(), facts[site]);
        pi.filter = facts[site].availableModules.contains("nf_tables"_L1) ? FilterBackend::Nftables
                                                                          : FilterBackend::EbtablesIptables;
        if (pi.lanHost.isEmpty())
            if (const auto address = facts[site].lanAddress())
                pi.lanHost = address->toString();
    }
    // What a Pi says of itself ends in files that root reads: judged as strictly as a plan file.
    if (auto valid = plan.validate(); !valid)
        return valid.error();
    // Both must have found the same one; otherwise it is tried anew.
    const auto a = settledCarrier(plan, facts.a);
    if (a && a == settledCarrier(plan, facts.b))
        plan.carrier = *a;
    return plan;
}

} // namespace twinlan
