// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the homes are joined, why not, and by which way.
#pragma once

#include "remote/diagnostics/tailnetway.h"
#include "remote/setup/tunnelstate.h"

namespace twinlan {

// What the guard's word means; empty where there is none.
[[nodiscard]] QString tunnelStateText(TunnelState state);
// Which Pi stands in the way of joined homes, and why: a line for each, or one without a name where both say the same.
[[nodiscard]] QString tunnelReasons(const PerSite<TunnelState> &states);
[[nodiscard]] QString wayText(TailnetWay way); // empty: it is not known

} // namespace twinlan
