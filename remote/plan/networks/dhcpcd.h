// SPDX-License-Identifier: GPL-3.0-or-later
// dhcpcd gives the addresses and ifupdown makes the bridge, as in the recipe (remote/plan/README.md#recipe): Raspberry Pi OS 11.
#pragma once

#include "remote/plan/networks/network.h"

namespace twinlan {

extern const Network dhcpcdNetwork;

[[nodiscard]] QByteArray renderInterfaces(const BridgePlan &plan, Site site); // /etc/network/interfaces.d/twinlan
[[nodiscard]] QByteArray renderDhcpcdTop(const BridgePlan &plan, Site site); // /etc/dhcpcd.conf: denyinterfaces
[[nodiscard]] QByteArray renderDhcpcdEnd(const BridgePlan &plan, Site site); // /etc/dhcpcd.conf: interface br_lan
[[nodiscard]] QByteArray renderDhcpcdOrder(); // /etc/systemd/system/dhcpcd.service.d/twinlan.conf

} // namespace twinlan
