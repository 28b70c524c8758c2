// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/routerclash.h"

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

QString RouterClash::toText() const
{
    return address + (toChange == Site::A ? u" a "_s : u" b "_s) + planned;
}

std::optional<RouterClash> RouterClash::fromText(const QString &text)
{
    const auto words = text.split(u' ');
    if (words.size() != 3 || !Ipv4::parse(words[0]) || !Ipv4::parse(words[2]))
        return std::nullopt;
    return RouterClash { words[0], words[1] == "a"_L1 ? Site::A : Site::B, words[2] };
}

std::optional<RouterClash> routerClash(const BridgePlan &plan, const PerSite<PiFacts> &facts)
{
    const QString address = facts.a.defaultGateway;
    if (address.isEmpty() || address != facts.b.defaultGateway)
        return std::nullopt;
    if (!facts.a.defaultGatewayMac.isEmpty() && facts.a.defaultGatewayMac == facts.b.defaultGatewayMac)
        return std::nullopt;
    // Pi B's, unless that one is as planned already.
    const auto planned = [&](Site site) { return plan.addresses.homes[site].router.toString(); };
    const Site toChange = planned(Site::B) == address ? Site::A : Site::B;
    return RouterClash { address, toChange, planned(toChange) };
}

} // namespace twinlan
