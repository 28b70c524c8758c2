// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/plan/networks/dhcpcd.h"

#include "remote/plan/networks/interfaces.h"
#include "remote/plan/planjson.h"
#include "remote/plan/planvalues.h"

#include <algorithm>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

// "static domain_name_servers=192.168.1.1 9.9.9.9", "metric 100", "noipv6": what dhcpcd takes for one interface and we take along.
bool isDhcpcdOption(const QString &text)
{
    // dhcpcd.conf(5). Not those that run a program or set its environment, change the MAC, begin another block, or name a card.
    static const QStringList names { u"static"_s, u"inform"_s, u"inform6"_s, u"request"_s,
        u"fallback"_s, u"fallback_time"_s, u"request_time"_s, u"clientid"_s,
        u"duid"_s, u"iaid"_s, u"metric"_s, u"timeout"_s, u"reboot"_s,
        u"leasetime"_s, u"hostname"_s, u"hostname_short"_s, u"fqdn"_s,
        u"vendorclassid"_s, u"userclass"_s, u"msuserclass"_s, u"vendor"_s,
        u"vendclass"_s, u"mudurl"_s, u"option"_s, u"nooption"_s, u"require"_s,
        u"destination"_s, u"nohook"_s, u"arping"_s, u"noarp"_s,
        u"arp_persistdefence"_s, u"broadcast"_s, u"bootp"_s, u"xidhwaddr"_s,
        u"reject"_s, u"whitelist"_s, u"blacklist"_s, u"persistent"_s,
        u"release"_s, u"lastlease"_s, u"lastleaseextend"_s, u"nolink"_s,
        u"nodelay"_s, u"initial_interval"_s, u"backoff_cutoff"_s, u"backoff_jitter"_s,
        u"link_rcvbuf"_s, u"waitip"_s, u"quiet"_s, u"debug"_s, u"gateway"_s,
        u"nogateway"_s, u"noalias"_s, u"ipv4"_s, u"noipv4"_s, u"ipv4only"_s,
        u"noipv4ll"_s, u"ipv4ll_time"_s, u"ipv6"_s, u"noipv6"_s, u"ipv6only"_s,
        u"ipv6rs"_s, u"noipv6rs"_s, u"ipv6ra_autoconf"_s, u"ipv6ra_noautoconf"_s,
        u"ipv6ra_fork"_s, u"slaac"_s, u"ia_na"_s, u"ia_ta"_s, u"dhcp"_s,
        u"nodhcp"_s, u"dhcp6"_s, u"nodhcp6"_s };
    const qsizetype space = text.indexOf(u' ');
    const QString name = text.left(space); // all of it where there is none
    const QString value = space < 0 ? QString() : text.mid(space + 1);
    if (!names.contains(name) || !isMadeOf(value, u" ._:/,=\"+@-") || value.count(u'"') % 2 != 0)
        return false;
    // "static routers=" says that there are none.
    const qsizetype equals = value.indexOf(u'=');
    return name != names.front() || (equals > 0 && isMadeOf(value.left(equals), u"_"));
}

// "ff:87:d1:45:9a:00:01", 2 to 64 bytes
bool isClientId(const QString &text)
{
    const QStringList bytes = text.split(u':');
    return bytes.size() >= 2 && bytes.size() <= 64 && std::all_of(bytes.begin(), bytes.end(), isHexByte);
}

void hear(const KeyValues &answer, NetworkFacts &facts)
{
    for (const auto &line : answer.values("dhcpcd_option")) // "INTERFACE OPTION VALUE"
        facts.dhcpcdOptions[line.section(u' ', 0, 0)] << line.section(u' ', 1);
    hearInterfaces(answer, facts);
}

void takeAlong(PiPlan &pi, const NetworkFacts &facts)
{
    pi.dhcpcdOptions = facts.dhcpcdOptions.value(pi.lanInterface);
    takeAlongInterfaces(pi, facts);
}

std::optional<NetworkObstacle> obstacle(const NetworkFacts &facts, const QString &card)
{
    for (const QString &option : facts.dhcpcdOptions.value(card))
        if (!isDhcpcdOption(option))
            return NetworkObstacle { NetworkObstacle::Kind::ProfileSetting, u"/etc/dhcpcd.conf: "_s + option };
    return std::nullopt;
}

bool isFixed(const NetworkFacts &facts, const QString &card)
{
    const QStringList options = facts.dhcpcdOptions.value(card);
    return std::any_of(options.begin(), options.end(), [](const QString &option) { return option.startsWith("static ip_address="_L1); });
}

// Most Pis have none, and files of older versions know nothing of it.
void write(const PiPlan &pi, QJsonObject &json)
{
    if (!pi.dhcpcdOptions.isEmpty())
        json.insert(u"dhcpcdOptions"_s, pi.dhcpcdOptions.join(u';')); // which none may hold
    if (!pi.dhcpClientId.isEmpty())
        json.insert(u"dhcpClientId"_s, pi.dhcpClientId);
    writeInterfaces(pi, json);
}

void read(FieldReader &reader, PiPlan &pi)
{
    QString settings;
    reader.text(u"dhcpcdOptions"_s, settings);
    pi.dhcpcdOptions = settings.split(u';', Qt::SkipEmptyParts);
    settings.clear();
    reader.text(u"dhcpcdStatic"_s, settings); // older files: what stands behind "static", and nothing else
    for (const QString &setting : settings.split(u';', Qt::SkipEmptyParts))
        pi.dhcpcdOptions << u"static "_s + setting;
    reader.text(u"dhcpClientId"_s, pi.dhcpClientId);
    readInterfaces(reader, pi);
}

void judge(const PiPlan &pi, const Network::Need &need)
{
    for (const QString &option : pi.dhcpcdOptions)
        need(isDhcpcdOption(option), u"dhcpcdOptions"_s, u"no option of dhcpcd.conf that goes along"_s);
    need(pi.dhcpClientId.isEmpty() || isClientId(pi.dhcpClientId), u"dhcpClientId"_s, u"no bytes in hex with colons"_s);
}

QStringList packages()
{
    // The recipe's; and a DHCP client that ifupdown's `dhcp` can use, which must be there before the switch
    // (remote/plan/README.md#trap-1).
    return { u"bridge-utils"_s, u"isc-dhcp-client"_s };
}

std::vector<PiFile> files(const BridgePlan &plan, Site site)
{
    const QString conf = u"/etc/dhcpcd.conf"_s;
    std::vector<PiFile> all {
        { conf, renderDhcpcdTop(plan, site), 0644, FilePart::BlockAtTop },
        { conf, renderDhcpcdEnd(plan, site), 0644, FilePart::BlockAtEnd },
        ownFile("/etc/systemd/system/dhcpcd.service.d/twinlan.conf", renderDhcpcdOrder()),
    };
    const std::vector<PiFile> interfaces = interfacesFiles(plan.pis[site], "twinlan", renderInterfaces(plan, site));
    all.insert(all.end(), interfaces.begin(), interfaces.end());
    return all;
}

} // namespace

const Network dhcpcdNetwork { Addressing::DhcpcdDhcp, "dhcpcd-dhcp", "dhcpcd", "dhcpcd", false, hear, takeAlong, obstacle, isFixed, write, read, judge,
    packages, files };

QByteArray renderInterfaces(const BridgePlan &plan, Site site)
{
    const PiPlan &pi = plan.pis[site];
    const QByteArray port = plainWord(pi.lanInterface);
    const QByteArray mtu = QByteArray::number(lanMtu);
    return "# TwinLAN: the LAN card and the bridge of this home.\n" + QByteArray(madeByUs) + "# The tunnel "
        + plainWord(plan.tunnelName)
        + " is not here: it needs Tailscale and the filter first, so the unit twinlan-tunnel makes it.\n"
          "\n"
          "# manual, not \"static 0.0.0.0\": with that, ifdown fails.\n"
          "auto "
        + port + "\n# A card that comes late (USB, or another name from udev) goes into the bridge that waits for it.\nallow-hotplug " + port
        + "\niface " + port
        + " inet manual\n"
          "    # A bridge port has no address. The kernel would take one, and a route, from each router advertisement.\n"
          "    pre-up echo 1 > /proc/sys/net/ipv6/conf/$IFACE/disable_ipv6 || true\n"
          "    up ip link set dev $IFACE master "
        + plainWord(plan.bridgeName) + " && ip link set dev " + plainWord(plan.bridgeName)
        + " up || true\n\n"
        + "# manual, not dhcp: dhcpcd gives this Pi its addresses and asks on the bridge by itself. With dhcp\n"
          "# ifupdown would look for a second client and leave the bridge without an address.\n"
          "auto "
        + plainWord(plan.bridgeName) + "\niface " + plainWord(plan.bridgeName) + " inet manual\n"
        + "    # Born with its MAC: given one later by bridge_hw, dhcpcd may go on asking under the first, random one, and\n"
          "    # never hears an answer.\n"
          "    pre-up ip link add dev $IFACE address "
        + plainWord(pi.mac)
        + " type bridge || true\n"
          "    # bridge_ports, not \"ip link add\": without it the hook of bridge-utils does nothing.\n"
          "    bridge_ports "
        + port
        + "\n"
          "    # The card's own MAC, so that the router gives the same address as before; else the tunnel's random one "
          "wins.\n"
          "    bridge_hw "
        + plainWord(pi.mac)
        + "\n"
          "    bridge_stp off\n"
          "    # No waiting: without STP there is nothing to wait for, and the address would come half a minute late.\n"
          "    bridge_fd 0\n"
          "    bridge_waitport 0\n"
          "    up ip link set dev $IFACE mtu "
        + mtu
        + "\n"
          "    # Without a querier, snooping silently stops mDNS and IPv6 neighbour discovery.\n"
          "    up echo 0 > /sys/class/net/$IFACE/bridge/multicast_snooping\n";
}

QByteArray renderDhcpcdTop(const BridgePlan &plan, Site site)
{
    // Not the bridge: dhcpcd itself asks there (remote/plan/README.md#trap-1; the recipe denies eth0 alone, and the tunnel
    // then gets a 169.254 address).
    // The others: what the kernel module brings along unasked, and Tailscale's own. dhcpcd waits for a carrier on the first and for
    // a router on the second, and each costs a slow Pi a second of hook scripts in the middle of the switch.
    return "# The LAN card is a port of TwinLAN's bridge, and the tunnel is a cable: neither has an address.\n"
           "# Nobody gives out addresses on the others.\n"
           "denyinterfaces "
        + plainWord(plan.pis[site].lanInterface) + ' ' + plainWord(plan.tunnelName) + " gretap0 erspan0 tailscale0\n";
}

QByteArray renderDhcpcdEnd(const BridgePlan &plan, Site site)
{
    QByteArray text = "# dhcpcd leaves bridges alone unless one is named.\ninterface " + plainWord(plan.bridgeName) + '\n';
    if (isClientId(plan.pis[site].dhcpClientId))
        text += "# As before, so that the router gives the same address.\nclientid " + plan.pis[site].dhcpClientId.toLatin1() + '\n';
    // What this file says for the LAN card, a fixed address above all, goes along to the bridge.
    for (const QString &option : plan.pis[site].dhcpcdOptions)
        if (isDhcpcdOption(option))
            text += option.toLatin1() + '\n';
    return text;
}

QByteArray renderDhcpcdOrder()
{
    return "# TwinLAN: dhcpcd starts when the bridge is there. Started while its card is denied and still without a bridge, it finds nothing\n"
           "# to serve, and does not look again.\n"
        + QByteArray(madeByUs) + "[Unit]\nAfter=networking.service\n";
}

} // namespace twinlan
