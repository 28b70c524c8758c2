// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/plan/filterrules.h"

namespace twinlan {

namespace {

// Frames per second and direction. Two homes make some tens (ARP, mDNS, SSDP); a loop on slow emulated machines made
// 774 (remote/plan/README.md#trap-6: 4,643 in 6 s), and a real one makes thousands.
constexpr int broadcastLimit = 500;
// Of ARP and of neighbour discovery. A phone that looks for devices asks for all 254 addresses at once.
constexpr int neighbourLimit = 300;

} // namespace

QString filterRuleName(FilterRuleKind kind)
{
    switch (kind) {
    case FilterRuleKind::DropLoop:
        return QStringLiteral("DropLoop");
    case FilterRuleKind::DropOtherTypes:
        return QStringLiteral("DropOtherTypes");
    case FilterRuleKind::DropDhcp4:
        return QStringLiteral("DropDhcp4");
    case FilterRuleKind::DropDhcp6:
        return QStringLiteral("DropDhcp6");
    case FilterRuleKind::DropRouterDiscovery:
        return QStringLiteral("DropRouterDiscovery");
    case FilterRuleKind::DropRouterClaims:
        return QStringLiteral("DropRouterClaims");
    case FilterRuleKind::DropTailscaleProbe:
        return QStringLiteral("DropTailscaleProbe");
    case FilterRuleKind::DropPeerArp:
        return QStringLiteral("DropPeerArp");
    case FilterRuleKind::DropGatewayArp:
        return QStringLiteral("DropGatewayArp");
    case FilterRuleKind::LimitNeighbours:
        return QStringLiteral("LimitNeighbours");
    case FilterRuleKind::LimitBroadcast:
        return QStringLiteral("LimitBroadcast");
    case FilterRuleKind::ClampMss4:
        return QStringLiteral("ClampMss4");
    case FilterRuleKind::ClampMss6:
        return QStringLiteral("ClampMss6");
    case FilterRuleKind::DropHidden:
        return QStringLiteral("DropHidden");
    case FilterRuleKind::OnlyViaVpn:
        return QStringLiteral("OnlyViaVpn");
    }
    return {};
}

std::vector<FilterRule> filterRules(const BridgePlan &plan)
{
    return { { FilterRuleKind::DropLoop }, { FilterRuleKind::DropOtherTypes }, { FilterRuleKind::DropDhcp4 }, { FilterRuleKind::DropDhcp6 },
        { FilterRuleKind::DropRouterDiscovery }, { FilterRuleKind::DropRouterClaims },
        { FilterRuleKind::DropTailscaleProbe }, { FilterRuleKind::DropPeerArp }, { FilterRuleKind::DropGatewayArp },
        { FilterRuleKind::LimitNeighbours, neighbourLimit }, // after the drops: what they eat is no storm
        { FilterRuleKind::LimitBroadcast, broadcastLimit }, { FilterRuleKind::ClampMss4, plan.mss4() },
        { FilterRuleKind::ClampMss6, plan.mss6() }, { FilterRuleKind::DropHidden }, { FilterRuleKind::OnlyViaVpn } };
}

} // namespace twinlan
