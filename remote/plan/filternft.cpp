// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/plan/filternft.h"

#include "remote/plan/filterrules.h"
#include "remote/plan/planvalues.h"

namespace twinlan {

namespace {

enum class Direction {
    In,
    Out
};

QByteArray counterName(FilterRuleKind kind, Direction direction)
{
    return filterRuleName(kind).toLatin1() + (direction == Direction::In ? "In" : "Out");
}

QByteArray rule(const QByteArray &match, const QByteArray &counter, const QByteArray &verdict)
{
    return "\t\t" + match + " counter name \"" + counter + "\" " + verdict + '\n';
}

QByteArray clamp(const QByteArray &protocol, int mss, const QByteArray &counter)
{
    const QByteArray size = QByteArray::number(mss);
    // "> size": an MSS that is smaller already stays as it is.
    return rule("meta protocol " + protocol + " tcp flags & (syn | rst) == syn tcp option maxseg size > " + size,
        counter, "tcp option maxseg size set " + size);
}

// Group addresses: broadcast and multicast.
constexpr const char *toMany = "ether daddr & 01:00:00:00:00:00 == 01:00:00:00:00:00 ";
// ARP without a tag, and neighbour solicitation and advertisement.
constexpr const char *arp = "@ll,96,16 0x0806 ";
constexpr const char *neighbours = "meta protocol ip6 meta l4proto ipv6-icmp @th,0,8 { 135, 136 } ";

QByteArray limited(const QByteArray &match, int perSecond, const QByteArray &counter)
{
    const QByteArray rate = QByteArray::number(perSecond);
    return rule(toMany + match + "limit rate over " + rate + "/second burst " + rate + " packets", counter, "drop");
}

// What the rules know of this Pi, of its home and of the other Pi; empty: not known.
struct Known
{
    QByteArray port;
    QByteArray gateway; // its address, as nft writes raw bytes
    QByteArray mac;
    QByteArray peerMac;
};

// The rules of one kind for frames in one direction.
//
// A packet is matched by `meta protocol`, never by `ip …` or `ether type …`: the kernel has taken an 802.1Q tag off
// before it parses the packet, so that a tagged frame is judged by its inside like any other. Where the tag itself is
// meant, @ll,96,16 is the type that the frame has on the wire: nft puts the tag back in what it reads there.
QByteArray bridgeRules(const FilterRule &r, Direction direction, const Known &known)
{
    const QByteArray counter = counterName(r.kind, direction);
    switch (r.kind) {
    case FilterRuleKind::DropLoop: {
        const bool in = direction == Direction::In;
        QByteArray text;
        if (in)
            text = "\t\t# What was heard on our own LAN, and what is this Pi's own, comes by the tunnel only where there is a loop.\n"
                + rule("ether saddr @here", counter, "drop");
        if (const QByteArray &mac = in ? known.mac : known.peerMac; !mac.isEmpty())
            text += rule("ether saddr " + mac, counter, "drop");
        return text;
    }
    case FilterRuleKind::DropOtherTypes:
        return "\t\t# One segment is ARP, IPv4, IPv6 and Wake-on-LAN; the rest stays in its home. Then what is behind "
               "a tag: no second tag,\n"
               "\t\t# and no ARP where it is the tag of VLAN 0, which counts as none.\n"
            + rule("ether daddr & ff:ff:ff:ff:ff:f0 == 01:80:c2:00:00:00", counter, "drop")
            + rule("@ll,96,16 != { 0x0800, 0x0806, 0x0842, 0x8100, 0x86dd }", counter, "drop")
            + rule("@ll,96,16 0x8100 meta protocol != { 0x0800, 0x0806, 0x86dd }", counter, "drop")
            + rule("@ll,96,16 0x8100 @ll,112,16 & 0x0fff == 0 meta protocol arp", counter, "drop");
    case FilterRuleKind::DropDhcp4:
        return "\t\t# DHCP: each home keeps its own router. Both ports, so that no relay's odd source port slips "
               "through.\n"
            + rule("udp sport { 67, 68 }", counter, "drop") + rule("udp dport { 67, 68 }", counter, "drop");
    case FilterRuleKind::DropDhcp6:
        return "\t\t# DHCPv6 is 546 and 547, not 67 and 68.\n"
            + rule("udp sport { 546, 547 }", counter, "drop") + rule("udp dport { 546, 547 }", counter, "drop");
    case FilterRuleKind::DropRouterDiscovery:
        return "\t\t# IPv6 router solicitation, router advertisement, redirect; neighbour advertisement of a router, "
               "or behind an\n"
               "\t\t# extension header.\n"
            // "icmpv6 type" would add an Ethernet type; these are the first eight bits of the same header.
            + rule("meta protocol ip6 meta l4proto ipv6-icmp @th,0,8 { 133, 134, 137 }", counter, "drop")
            + rule("meta protocol ip6 meta l4proto ipv6-icmp @th,0,8 136 @th,32,8 & 0x80 == 0x80", counter, "drop")
            + rule("meta protocol ip6 meta l4proto ipv6-icmp @th,0,8 136 @nh,48,8 != 58", counter, "drop");
    case FilterRuleKind::DropRouterClaims:
        return "\t\t# IPv4 redirect and router discovery; EIGRP, OSPF, PIM, VRRP; RIP, HSRP, GLBP, Babel.\n"
            + rule("meta protocol ip meta l4proto icmp @th,0,8 { 5, 9, 10 }", counter, "drop")
            + rule("meta protocol { ip, ip6 } meta l4proto { 88, 89, 103, 112 }", counter, "drop")
            + rule("udp dport { 520, 521, 1985, 2029, 3222, 6696 }", counter, "drop");
    case FilterRuleKind::DropTailscaleProbe:
        return "\t\t# Tailscale's path probes begin with these six bytes, whatever the port. Were they to pass, "
               "Tailscale would find its\n"
               "\t\t# peer through the tunnel that it carries itself (tailscale issue 11320).\n"
            + rule("meta l4proto udp @th,64,48 0x5453f09f92ac", counter, "drop");
    case FilterRuleKind::DropPeerArp:
        return "\t\t# ARP from and for 100.64.0.0/10: the guard asks the LAN for the other Pi's 100.x address, and "
               "only a Pi on the\n"
               "\t\t# same LAN may answer.\n"
            + rule(arp + QByteArray("@nh,112,32 & 0xffc00000 == 0x64400000"), counter, "drop")
            + rule(arp + QByteArray("@nh,192,32 & 0xffc00000 == 0x64400000"), counter, "drop");
    case FilterRuleKind::DropGatewayArp:
        if (known.gateway.isEmpty())
            return {};
        if (direction == Direction::In)
            return "\t\t# Nobody of the other home is this home's router.\n"
                + rule(arp + ("@nh,112,32 " + known.gateway), counter, "drop");
        return "\t\t# And nobody there is asked for it.\n" + rule(arp + ("@nh,192,32 " + known.gateway), counter, "drop");
    case FilterRuleKind::LimitNeighbours:
        return "\t\t# ARP and IPv6 neighbour discovery, each by itself: a stream of multicasts must not starve them, "
               "and they may not\n"
               "\t\t# become a storm either.\n"
            + limited(arp, r.value, counter) + limited(neighbours, r.value, counter) + "\t\t" + arp + "accept\n\t\t"
            + neighbours + "accept\n";
    case FilterRuleKind::LimitBroadcast:
        return "\t\t# Broadcast and multicast: a loop must not become a storm before the guard opens it. STP is off.\n"
            + limited({}, r.value, counter);
    case FilterRuleKind::ClampMss4:
        return "\t\t# TCP segments that fit the VPN's MTU. At this hook also those of the Pi itself; only ever "
               "lowered.\n"
            + clamp("ip", r.value, counter);
    case FilterRuleKind::ClampMss6:
        return clamp("ip6", r.value, counter);
    case FilterRuleKind::DropHidden:
        return "\t\t# Fragments behind or before another extension header. And last, what no rule above could read, "
               "because its\n"
               "\t\t# lengths are wrong or its headers break off: of that the kernel knows no protocol, not even one "
               "that is not 255,\n"
               "\t\t# and no byte of its transport header.\n"
            + rule("meta protocol ip6 exthdr frag exists @nh,48,8 != 44", counter, "drop")
            + rule("meta protocol ip6 @nh,48,8 44 @nh,320,8 { 0, 43, 44, 51, 60 }", counter, "drop")
            + "\t\tmeta protocol ip meta l4proto != 255 accept\n"
              "\t\tmeta protocol ip6 @nh,48,8 44 meta l4proto != 255 accept\n"
              "\t\tmeta protocol ip6 @th,0,8 >= 0 accept\n"
            + rule("meta protocol { ip, ip6 }", counter, "drop");
    case FilterRuleKind::OnlyViaVpn:
        break; // not about frames: table inet
    }
    return {};
}

QByteArray bridgeChain(
    const std::vector<FilterRule> &rules, Direction direction, const QByteArray &tunnel, const Known &known)
{
    const bool in = direction == Direction::In;
    QByteArray text = in
        ? "\tchain fromTunnel {\n\t\ttype filter hook prerouting priority -300; policy accept;\n\t\tiifname"
        : "\tchain intoTunnel {\n\t\ttype filter hook postrouting priority 300; policy accept;\n\t\toifname";
    text += " != \"" + tunnel + "\" accept\n";
    for (const FilterRule &r : rules)
        text += bridgeRules(r, direction, known);
    return text + "\t}\n";
}

// Who was heard by the LAN card. Longer than a frame takes through the tunnel and back.
QByteArray ownLan(const Known &known)
{
    return "\tset here {\n\t\ttype ether_addr\n\t\tsize 4096\n\t\tflags dynamic,timeout\n\t\ttimeout 5s\n\t}\n"
           "\tchain ownLan {\n\t\ttype filter hook prerouting priority -310; policy accept;\n\t\tiifname \""
        + known.port + "\" update @here { ether saddr }\n\t}\n";
}

QByteArray emptied(const QByteArray &table)
{
    // In one file and so one transaction: made if it is missing, removed with all it holds, made anew. There is no
    // moment without the filter, and nothing doubles.
    return "table " + table + "\ndelete table " + table + "\ntable " + table + " {\n";
}

QByteArray vpnTable(const BridgePlan &plan, Site site)
{
    const QByteArray local = plainWord(plan.pis[site].tailnetAddress);
    const QByteArray remote = plainWord(plan.pis[otherSite(site)].tailnetAddress);
    const QByteArray in = counterName(FilterRuleKind::OnlyViaVpn, Direction::In);
    const QByteArray out = counterName(FilterRuleKind::OnlyViaVpn, Direction::Out);
    const QByteArray port = QByteArray::number(fouPort);
    const bool fou = plan.carrier == Carrier::Fou;

    QByteArray text = "# GRE is not authenticated: the tunnel's packets come and go over Tailscale only, and when "
                      "Tailscale is down they go\n"
                      "# nowhere. Other GRE tunnels of this Pi are not touched.\n"
        + emptied("inet twinlan") + "\tcounter " + in + " { }\n\tcounter " + out + " { }\n"
        + "\tchain arriving {\n\t\ttype filter hook input priority -300; policy accept;\n"
        // Also with FOU: the kernel hands a plain GRE packet of the pair to the same tunnel.
        + rule("iifname != \"tailscale0\" ip saddr " + remote + " ip daddr " + local + " ip protocol gre", in, "drop");
    if (fou) {
        text += "\t\t# From the other Pi alone, over Tailscale alone.\n"
            + rule("iifname != \"tailscale0\" meta nfproto ipv4 udp dport " + port, in, "drop")
            + rule("ip saddr != " + remote + " udp dport " + port, in, "drop");
    }
    text += "\t}\n\tchain leaving {\n\t\ttype filter hook output priority -300; policy accept;\n"
        + rule("oifname != \"tailscale0\" ip daddr " + remote + " ip protocol gre", out, "drop");
    if (fou)
        text += rule("oifname != \"tailscale0\" ip daddr " + remote + " udp dport " + port, out, "drop");
    return text + "\t}\n}\n";
}

} // namespace

QByteArray renderNftables(const BridgePlan &plan, Site site)
{
    const std::vector<FilterRule> rules = filterRules(plan);
    QByteArray counters;
    for (const FilterRule &r : rules) {
        if (r.kind != FilterRuleKind::OnlyViaVpn) {
            counters += "\tcounter " + counterName(r.kind, Direction::In) + " { }\n\tcounter "
                + counterName(r.kind, Direction::Out) + " { }\n";
        }
    }
    const QByteArray tunnel = plainWord(plan.tunnelName);
    const std::uint32_t router = plan.addresses.homes[site].router.value();
    const QByteArray gateway
        = router == 0 ? QByteArray() : "0x" + QByteArray::number(router, 16).rightJustified(8, '0');
    const Known known { plainWord(plan.pis[site].lanInterface), gateway, plainWord(plan.pis[site].mac),
        plainWord(plan.pis[otherSite(site)].mac) };
    return "#!/usr/sbin/nft -f\n"
           "# TwinLAN: what may not pass the tunnel between the homes. Made by the TwinLAN wizard; changes here are "
           "lost.\n"
           "# Loaded by the twinlan-tunnel unit before it lets the tunnel into the bridge. Counters: nft list "
           "counters\n"
           "#\n"
           "# prerouting sees all that arrives through the tunnel, also what is for this Pi; postrouting sees all that "
           "leaves into it,\n"
           "# also what this Pi itself sends. A hook \"forward\" sees neither of these two.\n"
           "# A frame with one 802.1Q tag is judged by its inside. One with more tags does not pass, nor one that a "
           "program on this Pi tags\n"
           "# by itself rather than with a VLAN interface.\n"
        + emptied("bridge twinlan") + counters + ownLan(known) + bridgeChain(rules, Direction::In, tunnel, known)
        + bridgeChain(rules, Direction::Out, tunnel, known) + "}\n\n" + vpnTable(plan, site);
}

} // namespace twinlan
