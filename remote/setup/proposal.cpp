// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/proposal.h"

#include <algorithm>

namespace twinlan {

namespace {

// A router that is not private is a VPN's, or a telephone's: no home keeps it.
std::optional<Ipv4> ifPrivate(const std::optional<Ipv4> &router)
{
    return router && router->isPrivate() ? router : std::nullopt;
}

// In the /24 of `network`: the recipe's place for that home, or the next that nobody has. The other router and two Pis take three at most.
Ipv4 freePlace(Site site, Ipv4 network, const std::vector<Ipv4> &taken)
{
    const AddressPlan recipe = AddressPlan::recipeIn(network);
    const Ipv4 places[] = { recipe.homes[site].router, recipe.homes[otherSite(site)].router, network.withLastOctet(254), network.withLastOctet(200) };
    const auto isFree = [&](Ipv4 place) { return std::find(taken.begin(), taken.end(), place) == taken.end(); };
    return *std::find_if(std::begin(places), std::end(places), isFree);
}

// The larger of the two pieces that an address inside leaves.
AddressRange without(const AddressRange &range, Ipv4 address)
{
    if (!range.contains(address))
        return range;
    const bool keepsUpper = range.last.value() - address.value() > address.value() - range.first.value();
    return keepsUpper ? AddressRange { Ipv4(address.value() + 1), range.last } : AddressRange { range.first, Ipv4(address.value() - 1) };
}

} // namespace

AddressPlan proposedAddresses(const RoutersSeen &routers, const PerSite<std::optional<PiAddress>> &pis)
{
    std::vector<Ipv4> taken;
    for (const Site site : bothSites) {
        if (pis[site])
            taken.push_back(pis[site]->address);
    }
    const std::optional<Ipv4> seenByA = ifPrivate(routers.pis.a);
    const std::optional<Ipv4> a = seenByA ? seenByA : ifPrivate(routers.own);
    const std::optional<Ipv4> b = routers.piBIsHere ? std::nullopt : ifPrivate(routers.pis.b);
    const Ipv4 network = a ? *a : b.value_or(AddressPlan::recipe().homes.a.router);

    const AddressPlan recipe = AddressPlan::recipeIn(network);
    AddressPlan plan = recipe;
    const bool bStays = b && b->sameNetwork24(network) && b != a;
    if (bStays)
        taken.push_back(*b);
    plan.homes.a.router = a ? *a : freePlace(Site::A, network, taken);
    taken.push_back(plan.homes.a.router);
    plan.homes.b.router = bStays ? *b : freePlace(Site::B, network, taken);
    if (!plan.problems().empty()) // a router stands in a range: both divide what the recipe has for both
        plan.homes.a.dhcp = plan.homes.b.dhcp = { recipe.homes.a.dhcp.first, recipe.homes.b.dhcp.last };
    plan = plan.repaired();
    for (const Site site : bothSites) {
        for (const Site pi : bothSites) {
            if (pis[pi] && pis[pi]->isFixed)
                plan.homes[site].dhcp = without(plan.homes[site].dhcp, pis[pi]->address);
        }
    }
    return plan;
}

} // namespace twinlan
