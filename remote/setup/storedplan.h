// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/setup/facts.h"

namespace twinlan {

// The plan that an earlier setup left on the Pi. Nothing: none was left, or one that this program cannot read.
[[nodiscard]] std::optional<BridgePlan> storedPlan(const PiFacts &facts);

} // namespace twinlan
