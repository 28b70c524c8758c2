// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/plan/filterebtables.h"

#include "remote/plan/filterebtablesscript.h"
#include "remote/plan/filterrules.h"
#include "remote/plan/planvalues.h"

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

enum class Direction {
    In,
    Out
};
enum class Family {
    V4,
    V6
};

// Tailscale's probes: the six bytes at the start of the UDP payload. u32 reads words: behind the IPv4 header's own
// length and not in a later fragment; behind IPv6's fixed header.
constexpr const char *probe4 = "-p udp -m u32 --u32 \"4&0x1FFF=0&&0>>22&0x3C@8=0x5453f09f&&0>>22&0x3C@10=0xf09f92ac\"";
constexpr const char *probe6 = "-p udp -m u32 --u32 \"48=0x5453f09f&&50=0xf09f92ac\"";

// Bits of the packet mark, with their masks, so that Tailscale's routing by its own bits still works.
constexpr const char *probeMark = "0x1000000/0x1000000";
constexpr const char *claimMark = "0x2000000/0x2000000";

// What routers say, beside DHCP and router discovery of IPv6. Each of these is one rule.
constexpr const char *claims4[] = { "-p icmp --icmp-type 5", "-p icmp --icmp-type 9", "-p icmp --icmp-type 10" };
constexpr const char *claims[]
    = { "-p 88", "-p 89", "-p 103", "-p 112", "-p udp -m multiport --dports 520,521,1985,2029,3222,6696" };
constexpr const char *discovery6[]
    = { "-p icmpv6 --icmpv6-type 133", "-p icmpv6 --icmpv6-type 134", "-p icmpv6 --icmpv6-type 137",
          // A neighbour advertisement: its router flag where it stands without extension headers; with one, whatever
          // the flag.
          "-p icmpv6 --icmpv6-type 136 -m u32 --u32 \"44>>31=1\"",
          "-p icmpv6 --icmpv6-type 136 -m u32 ! --u32 \"3&0xFF=58\"" };
// ipv6header wants all that it is given. The last is a fragment of a fragment.
constexpr const char *fragments6[] = { "-m ipv6header --soft --header frag,hop-by-hop",
    "-m ipv6header --soft --header frag,ipv6-route", "-m ipv6header --soft --header frag,ipv6-opts",
    "-m ipv6header --soft --header frag,ah", "-m u32 --u32 \"3&0xFF=44&&37&0xFF=44\"" };

QByteArray name(FilterRuleKind kind, Direction direction)
{
    return filterRuleName(kind).toLatin1() + (direction == Direction::In ? "In" : "Out");
}

QByteArray frameRule(const QByteArray &chain, const QByteArray &match, const char *verdict = "DROP")
{
    return " &&\n        eb -A " + chain + ' ' + match + (match.isEmpty() ? "-j " : " -j ") + verdict;
}

QByteArray bothPorts(
    const QByteArray &chain, const QByteArray &protocol, const QByteArray &option, const QByteArray &ports)
{
    const QByteArray match = "-p " + protocol + " --" + option + "-proto udp --" + option;
    return frameRule(chain, match + "-sport " + ports) + frameRule(chain, match + "-dport " + ports);
}

// By the types' numbers: /etc/ethertypes, where the names come from, need not be there.
QByteArray typeRules(const QByteArray &chain, const QByteArray &types)
{
    QByteArray text = frameRule(chain, "-d 01:80:c2:00:00:00/ff:ff:ff:ff:ff:f0") + frameRule(chain, {}, types)
        + frameRule(types, "-p 0x8100 --vlan-encap 0x0806 --vlan-id 0");
    for (const char *type : { "0x0800", "0x86dd", "0x0806", "0x0842", "0x8100 --vlan-encap 0x0800",
             "0x8100 --vlan-encap 0x86dd", "0x8100 --vlan-encap 0x0806" })
        text += frameRule(types, QByteArray("-p ") + type, "RETURN");
    return text + frameRule(types, {});
}

// At most so many a second. What arrives is counted twice: in FORWARD for the LAN card, and in INPUT for this Pi
// (measured).
QByteArray limited(const QByteArray &chain, const QByteArray &match, int perSecond, Direction direction)
{
    const QByteArray limit = QByteArray::number(direction == Direction::In ? 2 * perSecond : perSecond);
    return frameRule(chain, match + " --limit " + limit + "/s --limit-burst " + limit, "RETURN")
        + frameRule(chain, match);
}

// What ebtables can tell by itself. What it says of DHCP and router discovery is for the Pi's own programs, which go
// past iptables.
QByteArray frameRules(const FilterRule &r, Direction direction, const QByteArray &ownGateway, const QByteArray &mac)
{
    const QByteArray chain = direction == Direction::In ? "TWINLAN-IN" : "TWINLAN-OUT";
    switch (r.kind) {
    case FilterRuleKind::DropLoop:
        return mac.isEmpty() ? QByteArray() : frameRule(chain, "-s " + mac);
    case FilterRuleKind::DropOtherTypes:
        return typeRules(chain, direction == Direction::In ? "TWINLAN-TYPES-IN" : "TWINLAN-TYPES-OUT");
    case FilterRuleKind::DropDhcp4:
        return bothPorts(chain, "IPv4", "ip", "67:68");
    case FilterRuleKind::DropDhcp6: // the recipe has 67:68 here
        return bothPorts(chain, "IPv6", "ip6", "546:547");
    case FilterRuleKind::DropRouterDiscovery:
        return frameRule(chain, "-p IPv6 --ip6-proto ipv6-icmp --ip6-icmp-type 133:134")
            + frameRule(chain, "-p IPv6 --ip6-proto ipv6-icmp --ip6-icmp-type 137");
    case FilterRuleKind::DropTailscaleProbe:
        // Arriving and bridged ones are dropped by iptables; the Pi's own meet their port only here, with their mark.
        return direction == Direction::Out ? frameRule(chain, "--mark \"$mark\"") : QByteArray();
    case FilterRuleKind::DropPeerArp:
        return frameRule(chain, "-p ARP --arp-ip-src 100.64.0.0/10")
            + frameRule(chain, "-p ARP --arp-ip-dst 100.64.0.0/10");
    case FilterRuleKind::DropRouterClaims: // as with the probes
        return direction == Direction::Out ? frameRule(chain, "--mark \"$claim\"") : QByteArray();
    case FilterRuleKind::DropGatewayArp:
        if (ownGateway.isEmpty())
            return {};
        return frameRule(
            chain, (direction == Direction::In ? "-p ARP --arp-ip-src " : "-p ARP --arp-ip-dst ") + ownGateway);
    case FilterRuleKind::LimitNeighbours:
        return limited(chain, "-p ARP -d Multicast", r.value, direction)
            + limited(chain, "-p IPv6 --ip6-proto ipv6-icmp --ip6-icmp-type 135:136 -d Multicast", r.value, direction);
    case FilterRuleKind::LimitBroadcast:
        return limited(chain, "-d Multicast", r.value, direction);
    case FilterRuleKind::ClampMss4:
    case FilterRuleKind::ClampMss6:
    case FilterRuleKind::DropHidden:
    case FilterRuleKind::OnlyViaVpn:
        break; // iptables' business
    }
    return {};
}

QByteArray packetRule(const char *chain, const QByteArray &match, const QByteArray &comment, const QByteArray &verdict)
{
    return QByteArray("-A ") + chain + ' ' + match + (match.isEmpty() ? "" : " ") + "-m comment --comment " + comment
        + " -j " + verdict + '\n';
}

// Arriving and bridged. A mark: also what leaves by the Pi's IP layer, for ebtables, which alone knows its port.
QByteArray dropRules(FilterRuleKind kind, const QByteArray &match, const char *mark = nullptr)
{
    QByteArray text = packetRule("TWINLAN-IN", match, name(kind, Direction::In), "DROP")
        + packetRule("TWINLAN-OUT", match, name(kind, Direction::Out), "DROP");
    if (mark)
        text += packetRule("TWINLAN-OWN", match, name(kind, Direction::Out), QByteArray("MARK --set-xmark ") + mark);
    return text;
}

QByteArray portRules(FilterRuleKind kind, const QByteArray &ports)
{
    return dropRules(kind, "-p udp --sport " + ports) + dropRules(kind, "-p udp --dport " + ports);
}

QByteArray clampRules(const FilterRule &r, const QByteArray &ownPeers)
{
    const QByteArray in = name(r.kind, Direction::In);
    const QByteArray out = name(r.kind, Direction::Out);
    // The range keeps an MSS that is smaller already, and segments without the option.
    const QByteArray match
        = "-p tcp --tcp-flags SYN,RST SYN -m tcpmss --mss " + QByteArray::number(r.value + 1) + ":65535";
    const QByteArray verdict = "TCPMSS --set-mss " + QByteArray::number(r.value);
    return packetRule("TWINLAN-IN", match, in, verdict)
        + packetRule("TWINLAN-OUT", match, out, verdict)
        // Its own packets have no physdev yet, so by address: everybody on the joined segment.
        + packetRule("TWINLAN-OWN", "-d " + ownPeers + ' ' + match, out, verdict);
}

// What needs iptables (Family::V4) or ip6tables.
QByteArray packetRules(const FilterRule &r, Family family, const BridgePlan &plan, Site site)
{
    const QByteArray in = name(r.kind, Direction::In);
    const QByteArray out = name(r.kind, Direction::Out);
    QByteArray drops;
    switch (r.kind) {
    case FilterRuleKind::DropDhcp4:
        return family == Family::V4 ? portRules(r.kind, "67:68") : QByteArray();
    case FilterRuleKind::DropDhcp6:
        return family == Family::V6 ? portRules(r.kind, "546:547") : QByteArray();
    case FilterRuleKind::DropRouterDiscovery:
        if (family == Family::V6) {
            for (const char *match : discovery6)
                drops += dropRules(r.kind, match, "$claim");
        }
        return drops;
    case FilterRuleKind::DropRouterClaims:
        if (family == Family::V4) {
            for (const char *match : claims4)
                drops += dropRules(r.kind, match, "$claim");
        }
        for (const char *match : claims)
            drops += dropRules(r.kind, match, "$claim");
        return drops;
    case FilterRuleKind::DropTailscaleProbe:
        return dropRules(r.kind, family == Family::V4 ? probe4 : probe6, "$mark");
    case FilterRuleKind::DropHidden: // of IPv4 the kernel drops before it asks iptables
        if (family == Family::V6) {
            for (const char *match : fragments6)
                drops += dropRules(r.kind, match);
            // A packet whose headers break off has no protocol, not even another one than 255.
            drops += "-A TWINLAN-IN ! -p 255 -j RETURN\n-A TWINLAN-OUT ! -p 255 -j RETURN\n" + dropRules(r.kind, {});
        }
        return drops;
    case FilterRuleKind::ClampMss4:
        if (family == Family::V4)
            return clampRules(
                r, plainWord(plan.addresses.homes[site].router.withLastOctet(0).toString() + u"/24"_s));
        break;
    case FilterRuleKind::ClampMss6: // without router advertisements, link-local is all that the homes share
        if (family == Family::V6)
            return clampRules(r, "fe80::/10");
        break;
    case FilterRuleKind::OnlyViaVpn: {
        if (family == Family::V6)
            break; // the tunnel's packets are IPv4
        QByteArray text = packetRule("TWINLAN-VPN-IN", "! -i tailscale0 -s $remote -d $local -p gre", in, "DROP")
            + packetRule("TWINLAN-VPN-OUT", "! -o tailscale0 -d $remote -p gre", out, "DROP");
        if (plan.carrier == Carrier::Fou) {
            const QByteArray fou = "-p udp --dport " + QByteArray::number(fouPort);
            text += packetRule("TWINLAN-VPN-IN", "! -i tailscale0 " + fou, in, "DROP")
                + packetRule("TWINLAN-VPN-IN", "! -s $remote " + fou, in, "DROP")
                + packetRule("TWINLAN-VPN-OUT", "! -o tailscale0 -d $remote " + fou, out, "DROP");
        }
        return text;
    }
    default:
        break; // ebtables' business
    }
    return {};
}

QByteArray packetFunction(const char *function, const char *program, const QByteArray &chains, const QByteArray &rules)
{
    return QByteArray(function) + "() {\n    " + program + " -w -n <<EOF\n*mangle\n" + chains + rules
        + "COMMIT\nEOF\n}\n";
}

} // namespace

QByteArray renderEbtablesIptables(const BridgePlan &plan, Site site)
{
    // A new chain of ebtables ends with ACCEPT unless told otherwise, which would cut off other people's rules.
    QByteArray frames = "frame_rules() {\n    for chain in TWINLAN-IN TWINLAN-OUT TWINLAN-OWN-OUT TWINLAN-TYPES-IN "
                        "TWINLAN-TYPES-OUT; do\n        eb -N $chain -P RETURN || return 1\n    done\n    eb -A "
                        "TWINLAN-OWN-OUT -p 0x8100 -j DROP"
        + frameRule("TWINLAN-OWN-OUT", {}, "TWINLAN-OUT");
    const Ipv4 router = plan.addresses.homes[site].router;
    const QByteArray gateway = router.value() == 0 ? QByteArray() : plainWord(router.toString());
    QByteArray packets4;
    QByteArray packets6;
    for (const FilterRule &r : filterRules(plan)) {
        frames += frameRules(r, Direction::In, gateway, plainWord(plan.pis[site].mac))
            + frameRules(r, Direction::Out, gateway, plainWord(plan.pis[otherSite(site)].mac));
        packets4 += packetRules(r, Family::V4, plan, site);
        packets6 += packetRules(r, Family::V6, plan, site);
    }
    frames += "\n}\n";
    const QByteArray chains = ":TWINLAN-IN - [0:0]\n:TWINLAN-OUT - [0:0]\n:TWINLAN-OWN - [0:0]\n";
    const QByteArray vpnChains = ":TWINLAN-VPN-IN - [0:0]\n:TWINLAN-VPN-OUT - [0:0]\n";
    return QByteArray(filterscript::head) + "bridge=" + plainWord(plan.bridgeName)
        + "\ntunnel=" + plainWord(plan.tunnelName) + "\nlocal=" + plainWord(plan.pis[site].tailnetAddress)
        + "\nremote=" + plainWord(plan.pis[otherSite(site)].tailnetAddress)
        + "\n# Tell ebtables which packets of this Pi are Tailscale's path probes, and which are a router's. "
          "Tailscale's "
          "own marks are\n# 0xff0000.\nmark="
        + probeMark + "\nclaim=" + claimMark + '\n' + filterscript::middle + '\n' + frames
        + packetFunction("packet_rules4", "iptables-restore", chains + vpnChains, packets4)
        + packetFunction("packet_rules6", "ip6tables-restore", chains, packets6) + filterscript::tail;
}

} // namespace twinlan
