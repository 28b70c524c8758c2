// SPDX-License-Identifier: GPL-3.0-or-later
// What may not pass the tunnel, once as a list; rendered for nftables or for ebtables + iptables.
#pragma once

#include "remote/plan/bridgeplan.h"

#include <vector>

namespace twinlan {

enum class FilterRuleKind {
    DropDhcp4, // UDP 67, 68: each home keeps its own router
    DropDhcp6, // UDP 546, 547 (the recipe has 67/68, which is DHCPv4's)
    DropRouterDiscovery, // ICMPv6 133 RS, 134 RA, 137 redirect
    DropTailscaleProbe, // disco packets: else tailscaled finds its peer *through* the tunnel and swallows it (tailscale 11320)
    DropPeerArp, // ARP for 100.64.0.0/10: the guard's question "is the other Pi on my own LAN?" must not be answered through the tunnel
    LimitBroadcast, // a loop that appears under our feet must not become a storm before the guard opens it
    ClampMss4, // value: MSS
    ClampMss6,
    OnlyViaVpn, // GRE to/from the peer (FOU's UDP port) only over tailscale0, in and out, and only from the peer's 100.x
};

struct FilterRule
{
    FilterRuleKind kind;
    int value = 0; // MSS in bytes, or frames per second for LimitBroadcast
    bool operator==(const FilterRule &) const = default;
};

// The kind's own name ("DropDhcp4"). Followed by "In" (arrives from the tunnel) or "Out" (leaves into it) it names the counter in
// nft's `table bridge twinlan` (OnlyViaVpn: `table inet twinlan`) and the comment of the iptables rule.
[[nodiscard]] QString filterRuleName(FilterRuleKind kind);
// In the order in which they are rendered.
[[nodiscard]] std::vector<FilterRule> filterRules(const BridgePlan &plan);
[[nodiscard]] QByteArray renderNftables(const BridgePlan &plan, Site site);
[[nodiscard]] QByteArray renderEbtablesIptables(const BridgePlan &plan, Site site);

} // namespace twinlan
