// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/facts.h"

#include "remote/core/keyvalues.h"
#include "remote/core/words.h"

#include <QCryptographicHash>
#include <algorithm>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

// As dhclient.leases(5) writes a string: "\000\001E\"": octal where a byte is no printable character.
QByteArray unescaped(const QByteArray &text)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 >= text.size()) {
            bytes += text[i];
            continue;
        }
        bool isOctal = false;
        const int code = text.mid(i + 1, 3).toInt(&isOctal, 8);
        bytes += isOctal ? char(code) : text[i + 1];
        i += isOctal ? 3 : 1;
    }
    return bytes;
}

constexpr Word<NetworkOwner> ownerWords[] = {
    { NetworkOwner::Dhcpcd, "dhcpcd" },
    { NetworkOwner::Ifupdown, "ifupdown" },
    { NetworkOwner::NetworkManager, "networkmanager" },
    { NetworkOwner::NetworkManagerAndDhcpcd, "networkmanager+dhcpcd" },
    { NetworkOwner::Networkd, "networkd" },
    { NetworkOwner::ConnMan, "connman" },
    { NetworkOwner::ByHand, "by-hand" },
};
constexpr Word<NetworkOwner> ownerNames[] = {
    { NetworkOwner::Dhcpcd, "dhcpcd" },
    { NetworkOwner::Ifupdown, "ifupdown" },
    { NetworkOwner::NetworkManager, "NetworkManager" },
    { NetworkOwner::NetworkManagerAndDhcpcd, "NetworkManager + dhcpcd" },
    { NetworkOwner::Networkd, "systemd-networkd" },
    { NetworkOwner::ConnMan, "ConnMan" },
    { NetworkOwner::ByHand, "ifupdown" },
};

constexpr Word<InterfaceKind> kindWords[] = {
    { InterfaceKind::Ether, "ether" },
    { InterfaceKind::Wlan, "wlan" },
    { InterfaceKind::Bridge, "bridge" },
    { InterfaceKind::Vlan, "vlan" },
};

constexpr Word<RunState> runStateWords[] = {
    { RunState::None, "none" },
    { RunState::Armed, "armed" },
    { RunState::Confirmed, "confirmed" },
};

// "NAME MAC KIND MASTER SPEED CARRIER ADDRESS", with - for nothing.
std::optional<InterfaceFacts> parseInterface(const QString &line)
{
    const auto words = line.split(u' ');
    if (words.size() != 7)
        return std::nullopt;
    const auto orNothing = [](const QString &word) { return word == "-"_L1 ? QString() : word; };
    return InterfaceFacts { words[0], words[1].toLower(), valueOf(kindWords, words[2], InterfaceKind::Other), orNothing(words[3]), words[4].toInt(),
        words[5] == "1"_L1, orNothing(words[6]) };
}

// Whole files: "sum=SHA256 PATH" and "mode=MODE PATH". Blocks: "block=SPEC", then "block_line=SPEC LINE" for each line inside.
QMap<QString, FileFacts> parseFiles(const KeyValues &answer)
{
    QMap<QString, FileFacts> files;
    for (const auto &line : answer.values("sum")) {
        FileFacts &file = files[line.section(u' ', 1)];
        file.exists = true;
        file.sha256 = line.section(u' ', 0, 0).toLatin1();
    }
    for (const auto &line : answer.values("mode"))
        files[line.section(u' ', 1)].mode = line.section(u' ', 0, 0).toInt(nullptr, 8);
    QMap<QString, QByteArray> insides;
    for (const auto &spec : answer.values("block"))
        insides[spec];
    for (const auto &line : answer.values("block_line"))
        insides[line.section(u' ', 0, 0)] += line.section(u' ', 1).toUtf8() + '\n';
    for (auto it = insides.constBegin(); it != insides.constEnd(); ++it)
        files[it.key()] = { true, QCryptographicHash::hash(it.value(), QCryptographicHash::Sha256).toHex(), 0 };
    return files;
}

} // namespace

QString networkOwnerName(NetworkOwner owner)
{
    return wordOf(ownerNames, owner);
}

QString runStateName(RunState state)
{
    return wordOf(runStateWords, state);
}

const InterfaceFacts *PiFacts::interface(const QString &name) const
{
    const auto it = std::find_if(interfaces.begin(), interfaces.end(), [&](const auto &i) { return i.name == name; });
    return it == interfaces.end() ? nullptr : &*it;
}

const InterfaceFacts *PiFacts::lanInterface() const
{
    const auto *leads = interface(defaultInterface);
    if (leads && leads->kind == InterfaceKind::Ether)
        return leads;
    // Over a bridge: its wired port. Over Wi-Fi or without a route: a wired interface with a cable in it.
    for (const auto &candidate : interfaces) {
        const bool isPort = leads && leads->kind == InterfaceKind::Bridge && candidate.master == leads->name;
        const bool hasCable = (!leads || leads->kind == InterfaceKind::Wlan) && candidate.carrier;
        if (candidate.kind == InterfaceKind::Ether && (isPort || hasCable))
            return &candidate;
    }
    return nullptr;
}

const Network &PiFacts::network() const
{
    const Network *own = networkNamed(wordOf(ownerWords, networkOwner));
    return own ? *own : networkOf(Addressing::DhcpcdDhcp);
}

std::optional<Ipv4> PiFacts::lanAddress() const
{
    const auto *leads = interface(defaultInterface);
    return leads ? Ipv4::parse(leads->address.section(u'/', 0, 0)) : std::nullopt;
}

bool PiFacts::hasFixedAddress() const
{
    const auto *wired = lanInterface();
    return wired && network().isFixed(*this, wired->name);
}

std::optional<NetworkObstacle> PiFacts::cardObstacle() const
{
    using Kind = NetworkObstacle::Kind;
    if (const auto *leads = interface(defaultInterface); leads && (leads->kind == InterfaceKind::Vlan || leads->kind == InterfaceKind::Other))
        return NetworkObstacle { Kind::NotOneCard, leads->name };
    if (!cardUsers.isEmpty())
        return NetworkObstacle { Kind::CardInUse, cardUsers.join(u", "_s) };
    const auto *wired = lanInterface();
    return network().obstacle(*this, wired ? wired->name : QString());
}

std::optional<NetworkObstacle> PiFacts::networkObstacle() const
{
    using Kind = NetworkObstacle::Kind;
    if (auto ofCard = cardObstacle())
        return ofCard;
    if (networkNamed(wordOf(ownerWords, networkOwner)))
        return std::nullopt;
    const auto kind = networkOwner == NetworkOwner::NetworkManagerAndDhcpcd ? Kind::TwoServices : Kind::OtherService;
    return NetworkObstacle { kind, networkOwnerName(networkOwner) };
}

Result<PiFacts> PiFacts::parse(const QByteArray &surveyOutput)
{
    const auto answer = KeyValues::parse(surveyOutput);
    if (answer.value("end") != "ok"_L1)
        return Error { ErrorKind::BadAnswer, {}, {}, u"survey.sh did not reach its end"_s };

    PiFacts facts;
    facts.hostName = answer.value("hostname");
    facts.model = answer.value("model");
    facts.architecture = answer.value("arch");
    facts.networkOwner = valueOf(ownerWords, answer.value("owner"), NetworkOwner::None);
    facts.defaultInterface = answer.value("default_dev");
    facts.defaultGateway = answer.value("default_gw");
    facts.defaultGatewayMac = answer.value("default_gw_mac").toLower();
    if (answer.contains("disk_kb"))
        facts.freeDiskKb = answer.value("disk_kb").toLongLong();
    if (answer.contains("clock"))
        facts.clockUtc = answer.value("clock").toLongLong();
    facts.forgets = answer.value("forgets");
    for (const auto &user : answer.values("card_user"))
        facts.cardUsers << user;
    for (const auto &bound : answer.values("bound"))
        facts.boundToCard << bound;
    const auto firewall = answer.values("firewall");
    facts.firewallNames = QStringList(firewall.begin(), firewall.end()).join(u", "_s);
    facts.runState = valueOf(runStateWords, answer.value("run_state"), RunState::None);
    if (answer.contains("rollback_in"))
        facts.rollbackInSeconds = std::max(0LL, answer.value("rollback_in").toLongLong());
    facts.gaveBack = answer.value("gave_back");
    facts.takenOver = answer.value("taken_over");
    facts.heldBy = answer.value("held_by");
    facts.tunnelUnitActive = answer.value("tunnel_active") == "active"_L1;
    facts.tunnelState = tunnelStateOf(answer.value("tunnel_state"));
    if (answer.contains("far_answers"))
        facts.farAnswers = answer.isYes("far_answers");
    for (const auto &line : answer.values("plan_line"))
        facts.planJson += line.toUtf8() + '\n';
    facts.tailscale = TailscaleFacts::parse(answer);
    for (const Network *each : networks())
        each->hear(answer, facts);
    for (const auto &path : answer.values("netfile"))
        facts.foreignNetworkFiles << path;
    for (const auto &line : answer.values("by_hand")) { // "INTERFACE FAMILY/METHOD CARD,CARD|-"
        const auto words = line.split(u' ');
        const auto cards = words.value(2);
        facts.handMade.push_back({ words.value(0), words.value(1), cards == "-"_L1 ? QStringList() : cards.split(u',') });
        facts.handMade.back().cards.removeDuplicates();
    }
    for (const auto &line : answer.values("dhcpcd_limit"))
        facts.dhcpcdLimits << line;
    facts.dhclientDuid = unescaped(answer.decoded("dhclient_duid_b64"));
    facts.dhcpcdAtBoot = answer.isYes("dhcpcd_at_boot");
    for (const auto &line : answer.values("iface"))
        if (const auto parsed = parseInterface(line))
            facts.interfaces.push_back(*parsed);
    for (const auto &name : answer.values("pkg"))
        facts.installedPackages << name;
    for (const auto &line : answer.values("module")) {
        facts.availableModules << line.section(u' ', 0, 0);
        if (line.section(u' ', 1) == "loaded"_L1)
            facts.loadedModules << line.section(u' ', 0, 0);
    }
    facts.files = parseFiles(answer);
    return facts;
}

} // namespace twinlan
