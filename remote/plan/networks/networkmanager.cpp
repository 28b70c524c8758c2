// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/plan/networks/networkmanager.h"

#include "remote/plan/planjson.h"
#include "remote/plan/planvalues.h"
#include "resources/script.h"

#include <algorithm>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

// "ipv4.address1=192.168.1.10/24,192.168.1.1", "ethtool.feature-rx=false"
bool isProfileSetting(const QString &text)
{
    const qsizetype dot = text.indexOf(u'.');
    const qsizetype equals = text.indexOf(u'=');
    static const QStringList sections { u"connection"_s, u"ipv4"_s, u"ipv6"_s,
        u"ethernet"_s, u"ethtool"_s };
    // Of a profile itself only what counts for whoever is served by it: not its name, its type, or who may use it.
    static const QStringList ofConnection { u"zone"_s, u"metered"_s, u"mdns"_s,
        u"llmnr"_s, u"dns-over-tls"_s, u"secondaries"_s };
    if (dot <= 0 || equals <= dot + 1 || equals + 1 >= text.size() || !sections.contains(text.left(dot)))
        return false;
    const QString key = text.mid(dot + 1, equals - dot - 1);
    return isMadeOf(key, u"-_") && isMadeOf(text.mid(equals + 1), u" ._:/,;=-") && (text.left(dot) != sections.front() || ofConnection.contains(key));
}

// What a profile says of the card, and not of what it is used for, stays behind: which card it is, the MAC that it shows (the bridge has
// that one), and an MTU other than the 1500 bytes of the joined segment.
bool goesAlong(const QString &setting)
{
    static const QStringList staysBehind { u"mac-address"_s, u"cloned-mac-address"_s,
        u"assigned-mac-address"_s, u"generate-mac-address-mask"_s, u"mac-address-blacklist"_s,
        u"mac-address-denylist"_s, u"mtu"_s, u"port"_s, u"accept-all-mac-addresses"_s };
    const QString prefix = u"ethernet."_s;
    return !setting.startsWith(prefix) || !staysBehind.contains(setting.section(u'=', 0, 0).mid(prefix.size()));
}

void hear(const KeyValues &answer, NetworkFacts &facts)
{
    for (const auto &setting : answer.values("nm_setting"))
        if (goesAlong(setting))
            facts.profileSettings << setting;
    // Once switched, two files of ours say together what the card's own said before: the same plan, whichever was read.
    const auto rank = [](const QString &setting) {
        static const QStringList sections { u"connection"_s, u"ipv4"_s, u"ipv6"_s, u"ethernet"_s, u"ethtool"_s };
        return sections.indexOf(setting.section(u'.', 0, 0));
    };
    std::stable_sort(facts.profileSettings.begin(), facts.profileSettings.end(), [&](const auto &a, const auto &b) { return rank(a) < rank(b); });
    for (const auto &section : answer.values("nm_other"))
        facts.foreignSections << section;
}

void takeAlong(PiPlan &pi, const NetworkFacts &facts)
{
    pi.profileSettings = facts.profileSettings;
}

std::optional<NetworkObstacle> obstacle(const NetworkFacts &facts, const QString &)
{
    using Kind = NetworkObstacle::Kind;
    // What ours could not say word for word would be lost on the bridge.
    if (!facts.foreignSections.isEmpty())
        return NetworkObstacle { Kind::ProfileSetting, facts.foreignSections.front() };
    for (const QString &setting : facts.profileSettings)
        if (!isProfileSetting(setting))
            return NetworkObstacle { Kind::ProfileSetting, setting };
    const auto isOfIp = [](const QString &setting) { return setting.startsWith("ipv"_L1); };
    if (!std::any_of(facts.profileSettings.begin(), facts.profileSettings.end(), isOfIp))
        return NetworkObstacle { Kind::NoProfile, {} };
    return std::nullopt;
}

bool isFixed(const NetworkFacts &facts, const QString &)
{
    return facts.profileSettings.contains("ipv4.method=manual"_L1);
}

void write(const PiPlan &pi, QJsonObject &json)
{
    if (!pi.profileSettings.isEmpty())
        json.insert(u"profileSettings"_s, pi.profileSettings.join(u'|')); // which no value may hold
}

void read(FieldReader &reader, PiPlan &pi)
{
    QString settings;
    reader.text(u"profileSettings"_s, settings);
    pi.profileSettings = settings.split(u'|', Qt::SkipEmptyParts);
}

void judge(const PiPlan &pi, const Network::Need &need)
{
    for (const QString &setting : pi.profileSettings)
        need(isProfileSetting(setting), u"profileSettings"_s, u"no setting of a NetworkManager profile that goes along"_s);
}

QStringList packages()
{
    return {}; // it has a DHCP client of its own, and makes bridges by itself
}

std::vector<PiFile> files(const BridgePlan &plan, Site site)
{
    return {
        ownFile("/etc/NetworkManager/system-connections/twinlan-bridge.nmconnection", renderBridgeProfile(plan, site), 0600),
        ownFile("/etc/NetworkManager/system-connections/twinlan-port.nmconnection", renderPortProfile(plan, site), 0600),
        ownFile("/etc/udev/rules.d/90-twinlan.rules", renderUdevRules(plan)),
        ownFile("/etc/NetworkManager/dispatcher.d/50-twinlan", piFile(u"twinlan-dispatcher.sh"_s), 0755),
    };
}

// The lines that the card's own profile has in a section.
QByteArray profileSection(const PiPlan &pi, const char *section)
{
    QByteArray text;
    const QString prefix = QLatin1String(section) + u'.';
    for (const QString &line : pi.profileSettings)
        if (line.startsWith(prefix) && isProfileSetting(line))
            text += line.mid(prefix.size()).toLatin1() + '\n';
    return text;
}

// Those of the sections in which it has any.
QByteArray saidSections(const PiPlan &pi, std::initializer_list<const char *> sections)
{
    QByteArray text;
    for (const char *section : sections)
        if (const QByteArray said = profileSection(pi, section); !said.isEmpty())
            text += "\n[" + QByteArray(section) + "]\n" + said;
    return text;
}

} // namespace

const Network networkManagerNetwork { Addressing::NetworkManager, "networkmanager", "networkmanager", "NetworkManager", false, hear, takeAlong,
    obstacle, isFixed, write, read, judge, packages, files };

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
    // One that it does not have means "auto" to NetworkManager; one that is empty is an error.
    return text + saidSections(pi, { "ipv4", "ipv6" });
}

QByteArray renderPortProfile(const BridgePlan &plan, Site site)
{
    const PiPlan &pi = plan.pis[site];
    QByteArray text = "# TwinLAN: the LAN card is a port of the bridge.\n" + QByteArray(madeByUs) + "[connection]\nid=twinlan-port\ntype=ethernet\n"
        + setting("interface-name", pi.lanInterface) + "autoconnect-priority=100\n" + setting("master", plan.bridgeName)
        + "slave-type=bridge\n";
    // What its own profile says of the cable.
    return text + saidSections(pi, { "ethernet", "ethtool" });
}

QByteArray renderUdevRules(const BridgePlan &plan)
{
    return "# TwinLAN: NetworkManager leaves the tunnel alone. Else it watches it as somebody else's, and started again it may set it\n"
           "# down: a port of the bridge through which nothing passes.\n"
        + QByteArray(madeByUs) + "SUBSYSTEM==\"net\", ENV{INTERFACE}==\"" + plainWord(plan.tunnelName) + "\", ENV{NM_UNMANAGED}=\"1\"\n";
}

} // namespace twinlan
