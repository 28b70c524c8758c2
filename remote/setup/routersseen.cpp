// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/routersseen.h"

namespace twinlan {

bool RoutersSeen::ownIsInHomeB(const AddressPlan &plan) const
{
    return own && *own == plan.homes.b.router && own != pis.a;
}

std::optional<Ipv4> RoutersSeen::at(Site site, const AddressPlan &plan) const
{
    if (isSeenByPi(site))
        return pis[site];
    // A router that is not private is a VPN's, or a telephone's: this computer is in no home then.
    return own && own->isPrivate() && !isElsewhere(site, plan) ? own : std::nullopt;
}

bool RoutersSeen::areTwoInHomeA(const AddressPlan &plan) const
{
    return own && pis.a && *own != *pis.a && own->isPrivate() && pis.a->isPrivate() && !ownIsInHomeB(plan);
}

} // namespace twinlan
