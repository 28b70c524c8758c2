// SPDX-License-Identifier: GPL-3.0-or-later
// What may not pass the tunnel, once as a list; rendered for nftables or for ebtables + iptables. Both give the same table, in both
// directions, on each Pi alone:
//
//   crosses, because one segment is made of it
//     ARP, IPv4, IPv6          untagged; but not what stands below
//     Wake-on-LAN (0x0842)     untagged: waking the PC of the other home is a use of one segment
//     gratuitous ARP           a device that changed its card or its place tells both homes
//     SSDP, mDNS, LLMNR …      what makes televisions, printers and speakers appear
//     IGMP and MLD, queries    a switch that snoops lets SSDP leave by this Pi's port only if it has heard the other home's queries
//     one 802.1Q tag           around IPv4 and IPv6, judged by their inside: Windows puts tags with VLAN 0 on traffic with a priority,
//                              and a managed switch in each home may share a VLAN. ARP in a numbered VLAN crosses, unjudged: it is of
//                              another network than the routers and the guard
//
//   0 crosses
//     DHCP, DHCPv6             each home keeps its own router: client, server and relay, by port, behind any IP option or extension header
//     RS, RA, redirect         of IPv6, behind any extension headers; of IPv4 (ICMP 5, 9, 10: redirect, IRDP) too
//     NA with the router flag  only routers send them. Routers as they leave the factory often are fe80::1 in both homes: two answers, or
//                              one that turns IPv6 off ("duplicate address"). Price: the other home's router, or a PC that forwards
//                              IPv6, is not reached by its link-local address; by IPv4 it is
//     VRRP, CARP, OSPF, EIGRP, PIM, RIP, HSRP, GLBP, Babel   routers of two homes have nothing to arrange between them
//     ARP for the own gateway  see DropGatewayArp
//     ARP for 100.64.0.0/10, Tailscale's probes   see below
//     any other Ethernet type  spanning tree (Sonos speakers send it), PVST, CDP and all of LLC and SNAP, LLDP, EAPOL, PPPoE discovery and
//                              session, loop tests (0x9000, 0x8899), EasyMesh (0x893a), mesh and powerline protocols: what builds *one* network
//                              out of boxes that can hear each other would build it out of the boxes of two homes
//     a second tag, QinQ (0x88a8, 0x9100)   Linux takes router advertisements behind several tags with VLAN 0 for untagged ones (the kind of
//                              CVE-2021-27853), and no filter looks behind more than one
//     ARP behind a tag with VLAN 0   nobody sends it, ebtables cannot look into it, and it counts as untagged
//     01:80:c2:00:00:0x        is meant for the next switch and no further (IEEE 802.1Q 8.6.3)
//     IPv4 and IPv6 whose transport header cannot be found: wrong lengths, header chains that break off
//     IPv6 fragments with any other extension header   the first may then lack the header that says what it is (RFC 7112, RFC 7113);
//                              neighbour discovery is never fragmented (RFC 6980), and plain fragments, of large pings and UDP, cross
//
//   crosses, but not without end
//     ARP and neighbour discovery   see LimitNeighbours
//     other broadcasts, multicasts  see LimitBroadcast
//
// What only a program on this Pi puts on the wire itself, past its IP layer (a tag that it wrote, a forged redirect), is not judged so
// finely: the own DHCP clients are, and no tag of such a program crosses.
#pragma once

#include "remote/plan/bridgeplan.h"

#include <vector>

namespace twinlan {

namespace filterrulekinds { // so that Qt knows the names
Q_NAMESPACE
enum class FilterRuleKind {
    // Out of the tunnel, frames whose sender was heard on our own LAN within the last seconds, or is this Pi; into the tunnel, frames of the
    // other Pi. A loop, and two Pis in one home, then multiply nothing until the guard has taken the tunnel out. Price: a phone that is carried
    // over is not heard across for those seconds. ebtables cannot remember who was heard.
    DropLoop,
    DropOtherTypes, // what is not ARP, IPv4, IPv6 or Wake-on-LAN, or has more than one tag
    DropDhcp4, // UDP 67, 68: each home keeps its own router
    DropDhcp6, // UDP 546, 547 (the recipe has 67/68, which is DHCPv4's)
    DropRouterDiscovery, // ICMPv6 133 RS, 134 RA, 137 redirect, 136 NA with the router flag
    DropRouterClaims, // what other routers say: ICMP 5, 9, 10, VRRP, RIP and their like
    DropTailscaleProbe, // disco packets: else tailscaled finds its peer *through* the tunnel and swallows it (tailscale 11320)
    DropPeerArp, // ARP for 100.64.0.0/10: the guard's question "is the other Pi on my own LAN?" must not be answered through the tunnel
    // ARP for the gateway address of this Pi's own home: claims that arrive and questions that leave. The other home's router, at another
    // address, is asked and answers through both Pis; at the same address neither question nor answer passes, whatever the plan says.
    DropGatewayArp,
    LimitNeighbours, // ARP and neighbour discovery have a bucket each: a stream of multicasts must not starve them
    LimitBroadcast, // a loop that appears under our feet must not become a storm before the guard opens it
    ClampMss4, // value: MSS
    ClampMss6,
    DropHidden, // IP packets that hide what they are; last, because what no rule could read is seen by what it did not match
    OnlyViaVpn, // GRE to/from the peer (FOU's UDP port) only over tailscale0, in and out, and only from the peer's 100.x
};
Q_ENUM_NS(FilterRuleKind)
}
using filterrulekinds::FilterRuleKind;

struct FilterRule
{
    FilterRuleKind kind;
    int value = 0; // MSS in bytes, or frames per second for a limit
    bool operator==(const FilterRule &) const = default;
};

// The kind's own name ("DropDhcp4"). Followed by "In" (arrives from the tunnel) or "Out" (leaves into it) it names the counter in
// nft's `table bridge twinlan` (OnlyViaVpn: `table inet twinlan`) and the comment of the iptables rule.
[[nodiscard]] QString filterRuleName(FilterRuleKind kind);
// In the order in which they are rendered.
[[nodiscard]] std::vector<FilterRule> filterRules(const BridgePlan &plan);

} // namespace twinlan
