// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/storedplan.h"

namespace twinlan {

std::optional<BridgePlan> storedPlan(const PiFacts &facts)
{
    if (facts.planJson.isEmpty())
        return std::nullopt;
    const auto stored = BridgePlan::fromJson(facts.planJson);
    return stored ? std::optional(*stored) : std::nullopt;
}

} // namespace twinlan
