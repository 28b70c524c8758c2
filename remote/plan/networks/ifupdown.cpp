// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/plan/networks/ifupdown.h"

#include "remote/plan/networks/interfaces.h"
#include "remote/plan/planjson.h"
#include "remote/plan/planvalues.h"

#include <algorithm>
#include <utility>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

bool beginsStanza(const QString &line)
{
    return line.startsWith("iface "_L1);
}

// What is said of the card itself, and not of its addresses: by the package ethtool's names.
bool isOfTheCable(const QString &line)
{
    static const QStringList prefixes { u"ethernet-"_s, u"link-"_s, u"hardware-"_s,
        u"offload-"_s };
    return std::any_of(prefixes.begin(), prefixes.end(), [&](const QString &prefix) { return line.startsWith(prefix); });
}

// "iface inet static", and behind it "address 192.168.1.10/24", "metric 100": what a stanza says that ours can say for the bridge.
bool goesAlong(const QString &line)
{
    static const QStringList stanzas { u"iface inet dhcp"_s, u"iface inet static"_s, u"iface inet6 auto"_s,
        u"iface inet6 dhcp"_s, u"iface inet6 static"_s, u"iface inet6 manual"_s };
    // interfaces(5) and resolvconf(8). Not those that run a program, change the MAC or the MTU, or name another card.
    static const QStringList names { u"address"_s, u"netmask"_s, u"network"_s, u"broadcast"_s,
        u"gateway"_s, u"metric"_s, u"scope"_s, u"hostname"_s, u"leasetime"_s,
        u"leasehours"_s, u"vendor"_s, u"client"_s, u"privext"_s, u"accept_ra"_s,
        u"autoconf"_s, u"dhcp"_s, u"request_prefix"_s, u"ll-attempts"_s,
        u"ll-interval"_s, u"dad-attempts"_s, u"dad-interval"_s, u"preferred-lifetime"_s,
        u"dns-nameservers"_s, u"dns-nameserver"_s, u"dns-search"_s, u"dns-domain"_s };
    if (beginsStanza(line))
        return stanzas.contains(line);
    const qsizetype space = line.indexOf(u' ');
    const QString name = line.left(space);
    return space > 0 && space + 1 < line.size() && (names.contains(name) || (isOfTheCable(name) && isMadeOf(name, u"-")))
        && isMadeOf(line.mid(space + 1), u" ._:/,+-");
}

// What of the card stays behind: the bridge has the 1500 bytes of the joined segment.
bool staysBehind(const QString &line)
{
    return line.startsWith("mtu "_L1);
}

void hear(const KeyValues &answer, NetworkFacts &facts)
{
    for (const auto &line : answer.values("stanza"))
        if (!staysBehind(line))
            facts.stanzas << line;
    for (const auto &line : answer.values("stanza_other"))
        facts.otherStanzas << line;
    hearInterfaces(answer, facts);
}

void takeAlong(PiPlan &pi, const NetworkFacts &facts)
{
    pi.stanzas = facts.stanzas;
    takeAlongInterfaces(pi, facts);
}

std::optional<NetworkObstacle> obstacle(const NetworkFacts &facts, const QString &card)
{
    using Kind = NetworkObstacle::Kind;
    if (!facts.otherStanzas.isEmpty())
        return NetworkObstacle { Kind::ProfileSetting, facts.otherStanzas.front() };
    const QString of = u"iface "_s + card;
    for (const QString &line : facts.stanzas)
        if (!goesAlong(line))
            return NetworkObstacle { Kind::ProfileSetting, beginsStanza(line) ? of + line.mid(5) : of + u": "_s + line };
    const auto isOfIpv4 = [](const QString &line) { return line.startsWith("iface inet "_L1); };
    if (std::none_of(facts.stanzas.begin(), facts.stanzas.end(), isOfIpv4)) // a pattern or a template gives the address
        return NetworkObstacle { Kind::OtherService, u"ifupdown"_s };
    return std::nullopt;
}

bool isFixed(const NetworkFacts &facts, const QString &)
{
    return facts.stanzas.contains("iface inet static"_L1);
}

void write(const PiPlan &pi, QJsonObject &json)
{
    if (!pi.stanzas.isEmpty())
        json.insert(u"stanzas"_s, pi.stanzas.join(u';')); // which none may hold
    writeInterfaces(pi, json);
}

void read(FieldReader &reader, PiPlan &pi)
{
    QString stanzas;
    reader.text(u"stanzas"_s, stanzas);
    pi.stanzas = stanzas.split(u';', Qt::SkipEmptyParts);
    readInterfaces(reader, pi);
}

void judge(const PiPlan &pi, const Network::Need &need)
{
    need(pi.stanzas.isEmpty() || beginsStanza(pi.stanzas.front()), u"stanzas"_s, u"no stanza of ifupdown's"_s);
    for (const QString &line : pi.stanzas)
        need(goesAlong(line), u"stanzas"_s, u"no line of a stanza that goes along"_s);
}

QStringList packages()
{
    // Its client is there: one more may be another one, and ask as somebody else.
    return {};
}

std::vector<PiFile> files(const BridgePlan &plan, Site site)
{
    return interfacesFiles(plan.pis[site], "twinlan-bridge", renderBridgeStanzas(plan, site));
}

QByteArray options(const PiPlan &pi, bool ofTheCable)
{
    QByteArray text;
    for (const QString &line : pi.stanzas)
        if (!beginsStanza(line) && goesAlong(line) && isOfTheCable(line) == ofTheCable)
            text += "    " + line.toLatin1() + '\n';
    return text;
}

} // namespace

const Network ifupdownNetwork { Addressing::Ifupdown, "ifupdown", "ifupdown", "ifup@br_lan", true, hear, takeAlong, obstacle, isFixed, write, read, judge,
    packages, files };

QByteArray renderBridgeStanzas(const BridgePlan &plan, Site site)
{
    const PiPlan &pi = plan.pis[site];
    const QByteArray port = plainWord(pi.lanInterface);
    const QByteArray bridge = plainWord(plan.bridgeName);
    QByteArray text = "# TwinLAN: the LAN card and the bridge of this home.\n" + QByteArray(madeByUs) + "# The tunnel " + plainWord(plan.tunnelName)
        + " is not here: it needs Tailscale and the filter first, so the unit twinlan-tunnel makes it.\n"
          "\n"
          "# The card's own stanzas stay as they are, and wait. ifupdown asks a mapping by which name to look for a stanza; this one\n"
          "# finds the card in the line that it is given, and prints that.\n"
          "mapping "
        + port + "\n    script /bin/grep\n    map twinlan-" + port
        + "\n\n"
          "# When udev sees them, and not by \"auto\": there one stanza that fails, of whatever card, takes the DHCP clients of all along.\n"
          "allow-hotplug "
        + port + ' ' + bridge + "\n\niface twinlan-" + port
        + " inet manual\n"
          "    # One that comes late (USB, or another name from udev) is brought up then.\n"
          "    pre-up test -e /sys/class/net/$IFACE\n"
          "    # A bridge port has no address. The kernel would take one, and a route, from each router advertisement.\n"
          "    pre-up echo 1 > /proc/sys/net/ipv6/conf/$IFACE/disable_ipv6 || true\n"
          "    # The bridge is born with the card's own MAC, so that the router gives the same address as before. Without STP there is\n"
          "    # nothing to wait for; without a querier, snooping silently stops mDNS and IPv6 neighbour discovery.\n"
          "    pre-up ip link add dev "
        + bridge + " address " + plainWord(pi.mac) + " type bridge stp_state 0 forward_delay 0 mcast_snooping 0 || true\n    pre-up ip link set dev $IFACE master "
        + bridge + " up\n" + options(pi, true) + '\n';
    QByteArray setsMtu = "    pre-up ip link set dev $IFACE mtu " + QByteArray::number(lanMtu) + '\n'; // in the first one of the stanzas
    for (const QString &line : pi.stanzas) {
        if (!goesAlong(line) || isOfTheCable(line))
            continue;
        if (beginsStanza(line))
            text += "iface " + bridge + line.mid(5).toLatin1() + '\n' + std::exchange(setsMtu, {});
        else
            text += "    " + line.toLatin1() + '\n';
    }
    return text;
}

} // namespace twinlan
