// SPDX-License-Identifier: GPL-3.0-or-later
// The rule list in the words of ebtables and iptables, the recipe's tools, as one script. For systems without a usable
// nft.
#include "remote/plan/filterrules.h"
#include "remote/plan/planvalues.h"

namespace twinlan {

namespace {

enum class Direction { In, Out };
enum class Family { V4, V6 };

// Tailscale's probes: the six bytes at the start of the UDP payload. u32 reads words: behind the IPv4 header's own
// length and not in a later fragment; behind IPv6's fixed header.
constexpr const char *probe4 = "-p udp -m u32 --u32 \"4&0x1FFF=0&&0>>22&0x3C@8=0x5453f09f&&0>>22&0x3C@10=0xf09f92ac\"";
constexpr const char *probe6 = "-p udp -m u32 --u32 \"48=0x5453f09f&&50=0xf09f92ac\"";

// A bit of the packet mark, with its mask, so that Tailscale's routing by its own bits still works.
constexpr const char *probeMark = "0x1000000/0x1000000";

QByteArray name(FilterRuleKind kind, Direction direction)
{
    return filterRuleName(kind).toLatin1() + (direction == Direction::In ? "In" : "Out");
}

QByteArray frameRule(const QByteArray &chain, const QByteArray &match, const char *verdict = "DROP")
{
    return " &&\n        eb -A " + chain + ' ' + match + " -j " + verdict;
}

QByteArray bothPorts(
    const QByteArray &chain, const QByteArray &protocol, const QByteArray &option, const QByteArray &ports)
{
    const QByteArray match = "-p " + protocol + " --" + option + "-proto udp --" + option;
    return frameRule(chain, match + "-sport " + ports) + frameRule(chain, match + "-dport " + ports);
}

// What ebtables can tell by itself.
QByteArray frameRules(const FilterRule &r, Direction direction)
{
    const QByteArray chain = direction == Direction::In ? "TWINLAN-IN" : "TWINLAN-OUT";
    switch (r.kind) {
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
    case FilterRuleKind::LimitBroadcast: {
        // An arriving broadcast is counted twice: in FORWARD for the LAN card, and in INPUT for this Pi (measured).
        const QByteArray limit = QByteArray::number(direction == Direction::In ? 2 * r.value : r.value);
        return frameRule(chain, "-d Multicast --limit " + limit + "/s --limit-burst " + limit, "RETURN")
            + frameRule(chain, "-d Multicast");
    }
    case FilterRuleKind::ClampMss4:
    case FilterRuleKind::ClampMss6:
    case FilterRuleKind::OnlyViaVpn:
        break; // iptables' business
    }
    return {};
}

QByteArray packetRule(const char *chain, const QByteArray &match, const QByteArray &comment, const QByteArray &verdict)
{
    return QByteArray("-A ") + chain + ' ' + match + " -m comment --comment " + comment + " -j " + verdict + '\n';
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
    switch (r.kind) {
    case FilterRuleKind::DropTailscaleProbe: {
        const char *probe = family == Family::V4 ? probe4 : probe6;
        return packetRule("TWINLAN-IN", probe, in, "DROP") + packetRule("TWINLAN-OUT", probe, out, "DROP")
            + packetRule("TWINLAN-OWN", probe, out, "MARK --set-xmark $mark");
    }
    case FilterRuleKind::ClampMss4:
        if (family == Family::V4)
            return clampRules(
                r, plainWord(plan.addresses.homes[site].router.withLastOctet(0).toString() + QStringLiteral("/24")));
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

// The script around the rules. Nothing in it comes from the plan.
constexpr const char *head = R"sh(#!/bin/sh
# filter.sh start|stop|check   What may not pass the TwinLAN tunnel between the homes: ebtables and iptables, as in the recipe.
# Made by the TwinLAN wizard; changes here are lost. Exit: 0 done, or all is there; 1 not.
# All is in chains named TWINLAN-*, so a second start doubles nothing. Counters: ebtables -L --Lc; iptables -t mangle -nvL
#
# Three hooks, not the recipe's FORWARD alone: INPUT and OUTPUT are the frames for and from this Pi itself.
# Frames with an 802.1Q tag pass unseen: ebtables sees nothing but the tag.
set -u
)sh";

constexpr const char *middle = R"sh(
eb() { ebtables --concurrent "$@"; }
fail() { echo "filter.sh: $*" >&2; exit 1; }

# Wherever frames of the tunnel pass:  each_frame_hook FUNCTION JUMP-IN JUMP-OUT
each_frame_hook() {
    "$1" INPUT -i "$tunnel" -j "$2" && "$1" FORWARD -i "$tunnel" -j "$2" &&
        "$1" FORWARD -o "$tunnel" -j "$3" && "$1" OUTPUT -o "$tunnel" -j "$3"
}
hook_frame() { eb -I "$@"; }
unhook_frame() { while eb -D "$@" 2>/dev/null; do :; done; }

# In mangle: raw would see what is bridged for others, and in filter Tailscale's ACCEPT comes first.
each_packet_hook() {
    for program in iptables ip6tables; do
        "$1" $program PREROUTING -m physdev --physdev-in "$tunnel" -j TWINLAN-IN &&
            "$1" $program POSTROUTING -m physdev --physdev-is-bridged --physdev-out "$tunnel" -j TWINLAN-OUT &&
            "$1" $program POSTROUTING -o "$bridge" -m physdev ! --physdev-is-bridged -j TWINLAN-OWN || return 1
    done
    "$1" iptables INPUT -j TWINLAN-VPN-IN && "$1" iptables OUTPUT -j TWINLAN-VPN-OUT
}
hook_packet() {
    program=$1
    shift
    "$program" -w -t mangle -C "$@" >/dev/null 2>&1 || "$program" -w -t mangle -I "$@"
}
unhook_packet() {
    program=$1
    shift
    while "$program" -w -t mangle -D "$@" 2>/dev/null; do :; done
}

remove_frame_chains() {
    each_frame_hook unhook_frame TWINLAN-IN TWINLAN-OUT
    for chain in TWINLAN-IN TWINLAN-OUT; do
        if eb -F $chain 2>/dev/null; then eb -X $chain; fi
    done
}
)sh";

constexpr const char *tail = R"sh(
start() {
    for f in iptables ip6tables; do # else they see no bridged frame at all
        echo 1 2>/dev/null > "/proc/sys/net/bridge/bridge-nf-call-$f" || fail "br_netfilter is not loaded"
    done
    # iptables-restore puts each table in place in one go.
    { packet_rules4 && packet_rules6; } || fail "iptables refuses the rules"
    each_packet_hook hook_packet || fail "iptables refuses the hooks"
    # ebtables cannot: while its chains are made anew, the door is shut, and it stays shut if that fails.
    each_frame_hook hook_frame DROP DROP || fail "ebtables refuses everything"
    remove_frame_chains
    frame_rules || fail "ebtables refuses the rules"
    each_frame_hook hook_frame TWINLAN-IN TWINLAN-OUT || fail "ebtables refuses the hooks"
    each_frame_hook unhook_frame DROP DROP
}

stop() {
    each_frame_hook unhook_frame DROP DROP
    remove_frame_chains
    each_packet_hook unhook_packet
    for program in iptables ip6tables; do
        for chain in TWINLAN-IN TWINLAN-OUT TWINLAN-OWN TWINLAN-VPN-IN TWINLAN-VPN-OUT; do
            if "$program" -w -t mangle -F $chain 2>/dev/null; then "$program" -w -t mangle -X $chain; fi
        done
    done
}

# The hooks are set last, so where they are, the chains are complete. Few processes: the guard asks every second.
check() {
    for f in iptables ip6tables; do
        call=''
        # read's own answer is no use: the kernel gives the digit without its newline to a shell that reads byte by byte.
        read -r call < "/proc/sys/net/bridge/bridge-nf-call-$f"
        [ "$call" = 1 ] || return 1
    done 2>/dev/null
    frames=$(eb -L) || return 1
    packets4=$(iptables -w -t mangle -S) || return 1
    packets6=$(ip6tables -w -t mangle -S) || return 1
    [ "$(echo "$frames" | grep -c -e '-j TWINLAN-')" = 4 ] || return 1
    [ "$(echo "$packets4" | grep -c -e '-j TWINLAN-')" = 5 ] || return 1
    [ "$(echo "$packets6" | grep -c -e '-j TWINLAN-')" = 3 ] || return 1
    ! echo "$frames" | grep -q -e "^-[io] $tunnel -j DROP *\$"
}

case ${1:-} in
start) start ;;
stop) stop ;;
check) check ;;
*) echo "usage: filter.sh start|stop|check" >&2; exit 2 ;;
esac
)sh";

QByteArray packetFunction(const char *function, const char *program, const QByteArray &chains, const QByteArray &rules)
{
    return QByteArray(function) + "() {\n    " + program + " -w -n <<EOF\n*mangle\n" + chains + rules
        + "COMMIT\nEOF\n}\n";
}

} // namespace

QByteArray renderEbtablesIptables(const BridgePlan &plan, Site site)
{
    // A new chain of ebtables ends with ACCEPT unless told otherwise, which would cut off other people's rules.
    QByteArray frames = "frame_rules() {\n    eb -N TWINLAN-IN -P RETURN && eb -N TWINLAN-OUT -P RETURN";
    QByteArray packets4;
    QByteArray packets6;
    for (const FilterRule &r : filterRules(plan)) {
        frames += frameRules(r, Direction::In) + frameRules(r, Direction::Out);
        packets4 += packetRules(r, Family::V4, plan, site);
        packets6 += packetRules(r, Family::V6, plan, site);
    }
    frames += "\n}\n";
    const QByteArray chains = ":TWINLAN-IN - [0:0]\n:TWINLAN-OUT - [0:0]\n:TWINLAN-OWN - [0:0]\n";
    const QByteArray vpnChains = ":TWINLAN-VPN-IN - [0:0]\n:TWINLAN-VPN-OUT - [0:0]\n";
    return QByteArray(head) + "bridge=" + plainWord(plan.bridgeName) + "\ntunnel=" + plainWord(plan.tunnelName)
        + "\nlocal=" + plainWord(plan.pis[site].tailnetAddress)
        + "\nremote=" + plainWord(plan.pis[otherSite(site)].tailnetAddress)
        + "\n# Tells ebtables which packets of this Pi are Tailscale's path probes. Tailscale's own marks are "
          "0xff0000.\nmark="
        + probeMark + '\n' + middle + '\n' + frames
        + packetFunction("packet_rules4", "iptables-restore", chains + vpnChains, packets4)
        + packetFunction("packet_rules6", "ip6tables-restore", chains, packets6) + tail;
}

} // namespace twinlan
