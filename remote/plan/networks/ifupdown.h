// SPDX-License-Identifier: GPL-3.0-or-later
// ifupdown gives the addresses, by its owner's stanzas for the card, and makes the bridge: Debian's servers, DietPi.
#pragma once

#include "remote/plan/networks/network.h"

namespace twinlan {

extern const Network ifupdownNetwork;

[[nodiscard]] QByteArray renderBridgeStanzas(const BridgePlan &plan, Site site); // /etc/network/interfaces.d/twinlan-bridge

} // namespace twinlan
