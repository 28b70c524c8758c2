// SPDX-License-Identifier: GPL-3.0-or-later
// The rule list in nftables' words. Only what nft 0.9.8 (Debian 11), 1.0.6 (12) and 1.1.3 (13) all understand.
#pragma once

#include "remote/plan/bridgeplan.h"

#include <QByteArray>

namespace twinlan {

[[nodiscard]] QByteArray renderNftables(const BridgePlan &plan, Site site);

} // namespace twinlan
