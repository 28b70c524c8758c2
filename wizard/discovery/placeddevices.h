// SPDX-License-Identifier: GPL-3.0-or-later
// What a search has found, with the home that each device is in, where that is known.
#pragma once

#include "remote/plan/bridgeplan.h"
#include "remote/ssh/shell.h"
#include "wizard/discovery/devicesearch.h"

#include <stop_token>

namespace twinlan {

// By what a bridge has learned, else by their addresses.
[[nodiscard]] DeviceSearchState placed(DeviceSearchState found, const LearnedCards &learned, const AddressPlan &plan);

// Pi A is asked, over `piA`: each device has just answered through its bridge, which therefore knows where it is; and it knows by which way the
// other home is reached. What it does not say stays unknown. Blocking.
[[nodiscard]] DeviceSearchState placedByBridge(const DeviceSearchState &found, Shell &piA, const BridgePlan &plan, const std::stop_token &stop);

} // namespace twinlan
