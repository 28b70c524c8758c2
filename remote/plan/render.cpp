// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/plan/render.h"

#include "remote/plan/filterrules.h"
#include "remote/plan/planvalues.h"
#include "resources/script.h"

namespace twinlan {

namespace {

constexpr const char *madeByUs
    = "# Made by the TwinLAN wizard; changes here are lost. To take TwinLAN away, use its \"Remove\".\n";

QByteArray lines(const QStringList &words)
{
    QByteArray text;
    for (const QString &word : words)
        text += plainWord(word) + '\n';
    return text;
}

QByteArray setting(const char *key, const QString &value)
{
    return QByteArray(key) + '=' + plainWord(value) + '\n';
}

// The lines that the card's own profile has in a section.
QByteArray profileSection(const PiPlan &pi, const char *section)
{
    QByteArray text;
    const QString prefix = QLatin1String(section) + QLatin1Char('.');
    for (const QString &line : pi.profileSettings)
        if (line.startsWith(prefix) && isProfileSetting(line))
            text += line.mid(prefix.size()).toLatin1() + '\n';
    return text;
}

PiFile ownFile(const char *path, const QByteArray &content, int mode = 0644)
{
    return { QString::fromLatin1(path), content, mode, FilePart::Whole };
}

PiFile scriptFile(const char *folder, const char *name, int mode)
{
    return { QString::fromLatin1(folder) + QString::fromLatin1(name), piFile(QString::fromLatin1(name)), mode,
        FilePart::Whole };
}

} // namespace

QByteArray renderInterfaces(const BridgePlan &plan, Site site)
{
    const PiPlan &pi = plan.pis[site];
    const QByteArray port = plainWord(pi.lanInterface);
    const QByteArray mtu = QByteArray::number(lanMtu);
    return "# TwinLAN: the LAN card and the bridge of this home.\n" + QByteArray(madeByUs) + "# The tunnel "
        + plainWord(plan.tunnelName)
        + " is not here: it needs Tailscale and the filter first, so the unit twinlan-tunnel makes it.\n"
          "\n"
          "# manual, not the recipe's \"static 0.0.0.0\": with that, ifdown fails.\n"
          "auto "
        + port + "\n# A card that comes late (USB, or another name from udev) goes into the bridge that waits for it.\nallow-hotplug " + port
        + "\niface " + port
        + " inet manual\n"
          "    # A bridge port has no address. The kernel would take one, and a route, from each router advertisement.\n"
          "    pre-up echo 1 > /proc/sys/net/ipv6/conf/$IFACE/disable_ipv6 || true\n"
          "    up ip link set dev $IFACE master "
        + plainWord(plan.bridgeName) + " && ip link set dev " + plainWord(plan.bridgeName)
        + " up || true\n\n"
        + "# manual, not the recipe's dhcp: dhcpcd gives this Pi its addresses and asks on the bridge by itself. With dhcp\n"
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

QByteArray renderBridgeProfile(const BridgePlan &plan, Site site)
{
    const PiPlan &pi = plan.pis[site];
    QByteArray text = "# TwinLAN: the bridge of this home.\n" + QByteArray(madeByUs)
        + "# Before the card's own profile, which stays and is what an undo brings up again.\n"
          "[connection]\nid=twinlan-bridge\ntype=bridge\n"
        + setting("interface-name", plan.bridgeName)
        + "autoconnect-priority=100\n"
          "# Otherwise the bridge would wait for somebody to bring its port up.\n"
          "autoconnect-slaves=1\n"
        + profileSection(pi, "connection") + "\n[ethernet]\n"
        + setting("mtu", QString::number(lanMtu))
        + "\n[bridge]\n# The card's own MAC, so that the router gives the same address as before.\n" + setting("mac-address", pi.mac)
        + "stp=false\n# Without a querier, snooping silently stops mDNS and IPv6 neighbour discovery.\nmulticast-snooping=false\n";
    for (const char *section : { "ipv4", "ipv6" })
        text += "\n[" + QByteArray(section) + "]\n" + profileSection(pi, section);
    return text;
}

QByteArray renderPortProfile(const BridgePlan &plan, Site site)
{
    const PiPlan &pi = plan.pis[site];
    QByteArray text = "# TwinLAN: the LAN card is a port of the bridge.\n" + QByteArray(madeByUs) + "[connection]\nid=twinlan-port\ntype=ethernet\n"
        + setting("interface-name", pi.lanInterface) + "autoconnect-priority=100\n" + setting("master", plan.bridgeName)
        + "slave-type=bridge\n";
    // What its own profile says of the cable.
    for (const char *section : { "ethernet", "ethtool" })
        if (const QByteArray said = profileSection(pi, section); !said.isEmpty())
            text += "\n[" + QByteArray(section) + "]\n" + said;
    return text;
}

QByteArray renderUdevRules(const BridgePlan &plan)
{
    return "# TwinLAN: NetworkManager leaves the tunnel alone. Else it watches it as somebody else's, and started again it may set it\n"
           "# down: a port of the bridge through which nothing passes.\n"
        + QByteArray(madeByUs) + "SUBSYSTEM==\"net\", ENV{INTERFACE}==\"" + plainWord(plan.tunnelName) + "\", ENV{NM_UNMANAGED}=\"1\"\n";
}

QByteArray renderModulesLoad(const BridgePlan &plan)
{
    return "# TwinLAN: loaded at every boot.\n" + QByteArray(madeByUs) + lines(kernelModules(plan));
}

QByteArray renderModulesBlock(const BridgePlan &plan)
{
    return "# The recipe's place for them; the same list is in /etc/modules-load.d/twinlan.conf.\n"
        + lines(kernelModules(plan));
}

QByteArray renderTunnelConf(const BridgePlan &plan, Site site)
{
    const PiPlan &pi = plan.pis[site];
    const auto word = [](const char *text) { return QString::fromLatin1(text); };
    return "# TwinLAN: read by /usr/local/lib/twinlan/tunnel.sh.\n" + QByteArray(madeByUs)
        + setting("SITE", word(site == Site::A ? "a" : "b")) + setting("BRIDGE", plan.bridgeName)
        + setting("TUNNEL", plan.tunnelName) + setting("PORT", pi.lanInterface) + setting("MAC", pi.mac)
        + setting("LOCAL", pi.tailnetAddress) + setting("REMOTE", plan.pis[otherSite(site)].tailnetAddress)
        + setting("CARRIER", word(plan.carrier == Carrier::Fou ? "fou" : "gre"))
        + setting("FOU_PORT", QString::number(fouPort)) + setting("TUNNEL_MTU", QString::number(plan.tunnelMtu))
        + setting("FILTER", word(pi.filter == FilterBackend::Nftables ? "nftables" : "ebtables"));
}

QByteArray renderFilter(const BridgePlan &plan, Site site)
{
    return plan.pis[site].filter == FilterBackend::Nftables ? renderNftables(plan, site)
                                                            : renderEbtablesIptables(plan, site);
}

QStringList kernelModules(const BridgePlan &plan)
{
    QStringList modules { QStringLiteral("ip_gre"), QStringLiteral("bridge"), QStringLiteral("br_netfilter") };
    if (plan.carrier == Carrier::Fou)
        modules << QStringLiteral("fou");
    return modules;
}

QStringList packages(const BridgePlan &plan, Site site)
{
    // The recipe's; nft for the filter; arping for the proofs and the boot guard; and a DHCP client that ifupdown's `dhcp`
    // can use, which must be there before the switch (remote/plan/README.md#trap-1). NetworkManager has its own, and makes
    // bridges by itself.
    QStringList names { QStringLiteral("ebtables"), QStringLiteral("iproute2"), QStringLiteral("nftables"), QStringLiteral("iputils-arping") };
    if (plan.pis[site].addressing != Addressing::NetworkManager)
        names << QStringLiteral("bridge-utils") << QStringLiteral("isc-dhcp-client");
    return names;
}

QStringList packagesInTheWay(const QStringList &installed)
{
    // The other program of that name, which openHABian brings: another one on the command line too, so ours cannot make do with it.
    const QString other = QStringLiteral("arping");
    return installed.contains(other) ? QStringList { other } : QStringList();
}

std::vector<PiFile> renderFiles(const BridgePlan &plan, Site site)
{
    const PiPlan &pi = plan.pis[site];
    // What the unit reads comes before the unit, and the network files last but for it: an interrupted copy leaves
    // parts that nothing uses yet.
    std::vector<PiFile> files {
        ownFile("/etc/twinlan/plan.json", plan.toJson()),
        ownFile("/etc/twinlan/tunnel.conf", renderTunnelConf(plan, site)),
        pi.filter == FilterBackend::Nftables ? ownFile("/etc/twinlan/filter.nft", renderFilter(plan, site))
                                             : ownFile("/etc/twinlan/filter.sh", renderFilter(plan, site), 0755),
        scriptFile("/usr/local/lib/twinlan/", "loop-watch.pl", 0644),
        scriptFile("/usr/local/lib/twinlan/", "tunnel.sh", 0755),
        scriptFile("/usr/local/lib/twinlan/", "boot-guard.sh", 0755),
        scriptFile("/etc/systemd/system/", "twinlan-boot.service", 0644),
        ownFile("/etc/modules-load.d/twinlan.conf", renderModulesLoad(plan)),
        { QStringLiteral("/etc/modules"), renderModulesBlock(plan), 0644, FilePart::BlockAtEnd },
    };
    if (pi.addressing != Addressing::NetworkManager) {
        const QString conf = QStringLiteral("/etc/dhcpcd.conf");
        files.push_back({ conf, renderDhcpcdTop(plan, site), 0644, FilePart::BlockAtTop });
        files.push_back({ conf, renderDhcpcdEnd(plan, site), 0644, FilePart::BlockAtEnd });
        files.push_back(ownFile("/etc/systemd/system/dhcpcd.service.d/twinlan.conf", renderDhcpcdOrder()));
    }
    if (pi.addressing == Addressing::NetworkManager) {
        files.push_back(ownFile("/etc/NetworkManager/system-connections/twinlan-bridge.nmconnection", renderBridgeProfile(plan, site), 0600));
        files.push_back(ownFile("/etc/NetworkManager/system-connections/twinlan-port.nmconnection", renderPortProfile(plan, site), 0600));
        files.push_back(ownFile("/etc/udev/rules.d/90-twinlan.rules", renderUdevRules(plan)));
        files.push_back({ QStringLiteral("/etc/NetworkManager/dispatcher.d/50-twinlan"), piFile(QStringLiteral("twinlan-dispatcher.sh")), 0755, FilePart::Whole });
    } else {
        if (pi.addsSource)
            files.push_back({ QStringLiteral("/etc/network/interfaces"), "source /etc/network/interfaces.d/twinlan\n", 0644, FilePart::BlockAtEnd });
        files.push_back(ownFile("/etc/network/interfaces.d/twinlan", renderInterfaces(plan, site)));
    }
    files.push_back(scriptFile("/etc/systemd/system/", "twinlan-tunnel.service", 0644));
    return files;
}

} // namespace twinlan
