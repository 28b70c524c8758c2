// SPDX-License-Identifier: GPL-3.0-or-later
// Which addresses the two homes could use, with as little as possible to change on the routers that are really there. Pure.
#pragma once

#include "remote/setup/routersseen.h"

namespace twinlan {

// Where a Pi is in the LAN.
struct PiAddress
{
    Ipv4 address;
    bool isFixed = false; // no router assigned it, so it stays when the ranges change
    bool operator==(const PiAddress &) const = default;
};

// Without problems, whatever was seen. Router A stays where it is, in any private /24; router B where it is too, if it was seen in home B and
// that is another address of the same /24. Where nothing was seen, the recipe's numbers stand. No router gets the address of a Pi, and no range
// contains one that is fixed: another device would be given it. Of a home whose router was set as proposed the same is proposed again.
[[nodiscard]] AddressPlan proposedAddresses(const RoutersSeen &routers, const PerSite<std::optional<PiAddress>> &pis);

} // namespace twinlan
