// SPDX-License-Identifier: GPL-3.0-or-later
// From what the two Pis say of themselves to a plan that can be carried out.
#pragma once

#include "remote/plan/bridgeplan.h"
#include "remote/setup/facts.h"

namespace twinlan {

// What the plan still lacks, filled in from both Pis (MAC, addresses, addressing, filter backend); or the typed reason why not, which is
// refusal()'s (readiness.h), or PlanInvalid.
[[nodiscard]] Result<BridgePlan> completePlan(BridgePlan plan, const PerSite<PiFacts> &facts);

} // namespace twinlan
