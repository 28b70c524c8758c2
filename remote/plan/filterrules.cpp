// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/plan/filterrules.h"

#include "remote/core/enumname.h"

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
    return nameOf(kind);
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
