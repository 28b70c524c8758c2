// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/flow/addressdraft.h"

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

AddressDraft::AddressDraft(const AddressPlan &plan)
{
    for (const Site site : bothSites) {
        const HomeAddresses &home = plan.homes[site];
        m_texts[site] = { home.router.toString(), home.dhcp.first.toString(), home.dhcp.last.toString() };
    }
}

std::optional<Ipv4> AddressDraft::address(Site site, AddressField field) const
{
    const QString typed = text(site, field);
    if (const auto whole = Ipv4::parse(typed))
        return whole;
    if (field == AddressField::Router)
        return std::nullopt;
    const auto router = Ipv4::parse(text(site, AddressField::Router));
    // Ipv4::parse knows how to read full-width digits; the prefix makes it read a single number too.
    const auto last = Ipv4::parse(u"0.0.0."_s + typed.trimmed());
    if (!router || !last)
        return std::nullopt;
    return router->withLastOctet(last->lastOctet());
}

bool AddressDraft::isReadable(Site site) const
{
    for (const AddressField field : allAddressFields) {
        if (!address(site, field))
            return false;
    }
    return true;
}

QString AddressDraft::routerText(Site site) const
{
    QStringList words;
    for (const AddressField field : allAddressFields) {
        const auto read = address(site, field);
        if (!read)
            return {};
        words << read->toString();
    }
    return words.join(u' ');
}

std::optional<AddressPlan> AddressDraft::plan() const
{
    AddressPlan plan;
    for (const Site site : bothSites) {
        const auto router = address(site, AddressField::Router);
        const auto first = address(site, AddressField::First);
        const auto last = address(site, AddressField::Last);
        if (!router || !first || !last)
            return std::nullopt;
        plan.homes[site] = { *router, { *first, *last } };
    }
    return plan;
}

std::vector<AddressProblem> AddressDraft::problems() const
{
    const auto whole = plan();
    return whole ? whole->problems() : std::vector<AddressProblem> {};
}

bool AddressDraft::isGood() const
{
    const auto whole = plan();
    return whole && whole->problems().empty();
}

AddressPlan AddressDraft::repaired() const
{
    const auto router = address(Site::A, AddressField::Router);
    AddressPlan plan = router && router->isPrivate() ? AddressPlan::recipeIn(*router) : AddressPlan::recipe();
    for (const Site site : bothSites) {
        if (!isReadable(site))
            continue;
        plan.homes[site] = { *address(site, AddressField::Router),
            { *address(site, AddressField::First), *address(site, AddressField::Last) } };
    }
    return plan.repaired();
}

AddressField fieldOf(AddressProblemKind kind)
{
    switch (kind) {
    case AddressProblemKind::NotPrivate:
    case AddressProblemKind::NetworksDiffer:
    case AddressProblemKind::SameRouterAddress:
    case AddressProblemKind::RouterIsEdge:
        return AddressField::Router;
    case AddressProblemKind::RangeReversed:
    case AddressProblemKind::RangesOverlap:
    case AddressProblemKind::RouterInOwnRange:
    case AddressProblemKind::RouterInOtherRange:
    case AddressProblemKind::RangeOutsideNetwork:
    case AddressProblemKind::RangeTouchesEdge:
    case AddressProblemKind::PiAddressTaken:
        return AddressField::First;
    }
    return AddressField::Router;
}

} // namespace twinlan
