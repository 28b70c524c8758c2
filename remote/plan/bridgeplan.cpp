// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/plan/bridgeplan.h"

#include "remote/plan/networks/network.h"
#include "remote/plan/planjson.h"
#include "remote/plan/planvalues.h"

#include <QJsonDocument>
#include <QStringList>

namespace twinlan {

namespace {

// In the order of their enums; the words are part of the file format.
const QStringList &carrierWords()
{
    static const QStringList words { QStringLiteral("gre"), QStringLiteral("fou") };
    return words;
}
const QStringList &addressingWords()
{
    static const QStringList words = [] {
        QStringList all;
        for (const Network *network : networks())
            all << QLatin1String(network->word);
        return all;
    }();
    return words;
}
const QStringList &filterWords()
{
    static const QStringList words { QStringLiteral("nftables"), QStringLiteral("ebtables-iptables") };
    return words;
}

template <class Enum>
QString wordOf(const QStringList &words, Enum value)
{
    return words.at(qsizetype(value));
}

template <class Enum>
void readWord(FieldReader &reader, const QString &name, const QStringList &words, Enum &target)
{
    int index = int(target);
    reader.word(name, words, index);
    target = Enum(index);
}

void readAddress(FieldReader &reader, const QString &name, Ipv4 &target)
{
    reader.parsed(name, QStringLiteral("no IPv4 address"), [&target](const QString &text) {
        const std::optional<Ipv4> address = strictIpv4(text);
        target = address.value_or(target);
        return address.has_value();
    });
}

QJsonObject homeJson(const HomeAddresses &home)
{
    return { { QStringLiteral("router"), home.router.toString() },
        { QStringLiteral("dhcpFirst"), home.dhcp.first.toString() },
        { QStringLiteral("dhcpLast"), home.dhcp.last.toString() } };
}

void readHome(FieldReader &reader, HomeAddresses &home)
{
    readAddress(reader, QStringLiteral("router"), home.router);
    readAddress(reader, QStringLiteral("dhcpFirst"), home.dhcp.first);
    readAddress(reader, QStringLiteral("dhcpLast"), home.dhcp.last);
}

QJsonObject piJson(const PiPlan &pi)
{
    QJsonObject json { { QStringLiteral("lanHost"), pi.lanHost }, { QStringLiteral("tailnetAddress"), pi.tailnetAddress },
        { QStringLiteral("lanInterface"), pi.lanInterface }, { QStringLiteral("mac"), pi.mac },
        { QStringLiteral("addressing"), wordOf(addressingWords(), pi.addressing) },
        { QStringLiteral("filter"), wordOf(filterWords(), pi.filter) },
        // Members of two addressings that were never used. Kept empty, so that the plan.json on Pis that were set up earlier stays the same
        // file: else each of them had a switch to do.
        { QStringLiteral("staticAddress"), QString() }, { QStringLiteral("staticGateway"), QString() } };
    for (const Network *network : networks())
        network->write(pi, json);
    return json;
}

void readAddressing(FieldReader &reader, PiPlan &pi)
{
    // Words that only somebody's own file may have; completePlan() chooses anew in any case.
    static const QStringList words = addressingWords() + QStringList { QStringLiteral("ifupdown-dhcp"), QStringLiteral("ifupdown-static") };
    int index = int(pi.addressing);
    reader.word(QStringLiteral("addressing"), words, index);
    pi.addressing = index < addressingWords().size() ? Addressing(index) : PiPlan().addressing;
    for (const auto &name : { QStringLiteral("staticAddress"), QStringLiteral("staticGateway") }) {
        QString unused;
        reader.text(name, unused);
    }
}

void readPi(FieldReader &reader, PiPlan &pi)
{
    reader.text(QStringLiteral("lanHost"), pi.lanHost);
    reader.text(QStringLiteral("tailnetAddress"), pi.tailnetAddress);
    reader.text(QStringLiteral("lanInterface"), pi.lanInterface);
    reader.text(QStringLiteral("mac"), pi.mac);
    readAddressing(reader, pi);
    readWord(reader, QStringLiteral("filter"), filterWords(), pi.filter);
    for (const Network *network : networks())
        network->read(reader, pi);
}

// "a" and "b" of addresses and of pis.
template <class T>
void readSites(FieldReader &reader, PerSite<T> &sites, void (*read)(FieldReader &, T &))
{
    reader.object(QStringLiteral("a"), [&](FieldReader &inner) { read(inner, sites.a); });
    reader.object(QStringLiteral("b"), [&](FieldReader &inner) { read(inner, sites.b); });
}

void readPlan(FieldReader &reader, BridgePlan &plan)
{
    reader.object(
        QStringLiteral("addresses"), [&](FieldReader &inner) { readSites(inner, plan.addresses.homes, readHome); });
    reader.object(QStringLiteral("pis"), [&](FieldReader &inner) { readSites(inner, plan.pis, readPi); });
    readWord(reader, QStringLiteral("carrier"), carrierWords(), plan.carrier);
    reader.text(QStringLiteral("bridgeName"), plan.bridgeName);
    reader.text(QStringLiteral("tunnelName"), plan.tunnelName);
    reader.number(QStringLiteral("tunnelMtu"), plan.tunnelMtu);
    reader.number(QStringLiteral("vpnMtu"), plan.vpnMtu);
}

Error unreadable(const QString &detail)
{
    return { ErrorKind::PlanUnreadable, {}, {}, detail };
}

void judgePi(const PiPlan &pi, const BridgePlan &plan, const QString &place, PlanFault &fault)
{
    const auto need = [&](bool good, const QString &name, const QString &what) {
        if (!good)
            fault.set(place + name, what);
    };
    need(pi.lanHost.isEmpty() || isHostName(pi.lanHost), QStringLiteral("lanHost"),
        QStringLiteral("no host name or address"));
    const auto tailnet = strictIpv4(pi.tailnetAddress);
    need(pi.tailnetAddress.isEmpty() || (tailnet && tailnet->isCarrierGradeNat()), QStringLiteral("tailnetAddress"),
        QStringLiteral("no address of Tailscale's 100.64.0.0/10"));
    need(isInterfaceName(pi.lanInterface), QStringLiteral("lanInterface"), QStringLiteral("no interface name"));
    need(pi.lanInterface != plan.bridgeName && pi.lanInterface != plan.tunnelName, QStringLiteral("lanInterface"),
        QStringLiteral("the bridge or the tunnel itself"));
    need(pi.mac.isEmpty() || isDeviceMac(pi.mac), QStringLiteral("mac"),
        QStringLiteral("no MAC address of one device in lower case with colons"));
    for (const Network *network : networks())
        network->judge(pi, need);
}

} // namespace

QByteArray BridgePlan::toJson() const
{
    const QJsonObject known { { QStringLiteral("version"), currentVersion },
        { QStringLiteral("addresses"),
            QJsonObject { { QStringLiteral("a"), homeJson(addresses.homes.a) },
                { QStringLiteral("b"), homeJson(addresses.homes.b) } } },
        { QStringLiteral("pis"),
            QJsonObject { { QStringLiteral("a"), piJson(pis.a) }, { QStringLiteral("b"), piJson(pis.b) } } },
        { QStringLiteral("carrier"), wordOf(carrierWords(), carrier) }, { QStringLiteral("bridgeName"), bridgeName },
        { QStringLiteral("tunnelName"), tunnelName }, { QStringLiteral("tunnelMtu"), tunnelMtu },
        { QStringLiteral("vpnMtu"), vpnMtu } };
    // QJsonObject keeps its keys sorted, and an indented document ends with a newline.
    return QJsonDocument(mergedOver(unknownFields, known)).toJson(QJsonDocument::Indented);
}

Result<BridgePlan> BridgePlan::fromJson(const QByteArray &json)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        // Qt 6.4 counts the character that it stumbled over as read (measured).
        return unreadable(lineAndColumn(json, parseError.offset - 1) + QStringLiteral(": ") + parseError.errorString());
    if (!document.isObject())
        return unreadable(QStringLiteral("line 1, column 1: not an object"));

    PlanFault fault;
    FieldReader reader(document.object(), {}, fault);
    int version = 0;
    reader.number(QStringLiteral("version"), version);
    if (version > currentVersion)
        return Error { ErrorKind::PlanTooNew, {}, {}, QStringLiteral("version: %1").arg(version) };
    if (version < 1)
        fault.set(QStringLiteral("version"), QStringLiteral("missing or below 1"));

    BridgePlan plan;
    readPlan(reader, plan);
    if (fault.text())
        return unreadable(*fault.text());
    plan.unknownFields = reader.left();
    if (const Result<Done> judged = plan.validate(); !judged)
        return judged.error();
    return plan;
}

Result<Done> BridgePlan::validate() const
{
    PlanFault fault;
    const auto need = [&fault](bool good, const QString &place, const QString &what) {
        if (!good)
            fault.set(place, what);
    };
    need(isInterfaceName(bridgeName), QStringLiteral("bridgeName"), QStringLiteral("no interface name"));
    need(isInterfaceName(tunnelName), QStringLiteral("tunnelName"), QStringLiteral("no interface name"));
    need(bridgeName != tunnelName, QStringLiteral("tunnelName"), QStringLiteral("the bridge itself"));
    // Above 65535 no packet exists; below leastTunnelMtu a full Ethernet frame does not fit.
    need(tunnelMtu >= leastTunnelMtu && tunnelMtu <= 65535, QStringLiteral("tunnelMtu"),
        QStringLiteral("not in 1514 to 65535"));
    // 1280 is the least that IPv6 allows, and so the least that Tailscale uses.
    need(vpnMtu >= tailscaleMtu && vpnMtu <= 65535, QStringLiteral("vpnMtu"), QStringLiteral("not in 1280 to 65535"));
    judgePi(pis.a, *this, QStringLiteral("pis.a."), fault);
    judgePi(pis.b, *this, QStringLiteral("pis.b."), fault);
    need(pis.a.tailnetAddress.isEmpty() || pis.a.tailnetAddress != pis.b.tailnetAddress,
        QStringLiteral("pis.b.tailnetAddress"), QStringLiteral("the same as the other Pi's"));
    need(pis.a.mac.isEmpty() || pis.a.mac != pis.b.mac, QStringLiteral("pis.b.mac"),
        QStringLiteral("the same as the other Pi's"));
    if (fault.text())
        return unreadable(*fault.text());

    PerSite<std::optional<Ipv4>> piAddresses;
    for (const Site site : bothSites)
        piAddresses[site] = strictIpv4(pis[site].lanHost);
    if (const auto problems = addresses.problems(piAddresses); !problems.empty())
        return Error { ErrorKind::PlanInvalid, {}, {}, addressProblemName(problems.front().kind) };
    return Done {};
}

} // namespace twinlan
