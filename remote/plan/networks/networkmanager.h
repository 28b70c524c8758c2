// SPDX-License-Identifier: GPL-3.0-or-later
// NetworkManager gives the addresses and makes the bridge, by profiles of its own or of netplan's: Raspberry Pi OS 12 and 13.
#pragma once

#include "remote/plan/networks/network.h"

namespace twinlan {

extern const Network networkManagerNetwork;

// Keyfiles, /etc/NetworkManager/system-connections/twinlan-{bridge,port}.nmconnection; it reads them with mode 0600 only.
[[nodiscard]] QByteArray renderBridgeProfile(const BridgePlan &plan, Site site);
[[nodiscard]] QByteArray renderPortProfile(const BridgePlan &plan, Site site);
[[nodiscard]] QByteArray renderUdevRules(const BridgePlan &plan); // /etc/udev/rules.d/90-twinlan.rules

} // namespace twinlan
