// SPDX-License-Identifier: GPL-3.0-or-later
// The rule list in the words of ebtables and iptables, the recipe's tools, as one script. For systems without a usable nft.
#pragma once

#include "remote/plan/bridgeplan.h"

#include <QByteArray>

namespace twinlan {

[[nodiscard]] QByteArray renderEbtablesIptables(const BridgePlan &plan, Site site);

} // namespace twinlan
