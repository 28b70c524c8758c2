// SPDX-License-Identifier: GPL-3.0-or-later
// Which steps a Pi still needs, and what the survey has to be asked for to know it. Pure.
#pragma once

#include "remote/plan/bridgeplan.h"
#include "remote/plan/render.h"
#include "remote/setup/facts.h"
#include "remote/setup/step.h"

#include <optional>
#include <vector>

namespace twinlan {

// What the plan still lacks on this Pi; empty: nothing to do. Pure: the survey has asked everything already. The carrier counts
// as chosen when the Pi's stored plan has the same two 100.x addresses (settledCarrier()) and something passes.
[[nodiscard]] std::vector<StepId> stepsNeeded(const BridgePlan &plan, const PiFacts &facts, Site site);
// The carrier that an earlier setup found for this pair of addresses, as stored on the Pi.
[[nodiscard]] std::optional<Carrier> settledCarrier(const BridgePlan &plan, const PiFacts &facts);
// Names for survey.sh: PATH, PATH#top, PATH#end.
[[nodiscard]] QString surveyName(const PiFile &file);
// Those of every way to set this Pi up: which one it will be is known only once it has answered.
[[nodiscard]] QStringList surveyNames(BridgePlan plan, Site site);

} // namespace twinlan
