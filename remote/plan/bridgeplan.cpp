// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/plan/bridgeplan.h"

#include "remote/plan/networks/network.h"
#include "remote/plan/planjson.h"
#include "remote/plan/planvalues.h"

#include <QJsonDocument>
#include <QStringList>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

// In the order of their enums; the words are part of the file format.
const QStringList &carrierWords()
{
    static const QStringList words { u"gre"_s, u"fou"_s };
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
    static const QStringList words { u"nftables"_s, u"ebtables-iptables"_s };
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
    reader.parsed(name, u"no IPv4 address"_s, [&target](const QString &text) {
        const std::optional<Ipv4> address = strictIpv4(text);
        target = address.value_or(target);
        return address.has_value();
    });
}

QJsonObject homeJson(const HomeAddresses &home)
{
    return { { u"router"_s, home.router.toString() },
        { u"dhcpFirst"_s, home.dhcp.first.toString() },
        { u"dhcpLast"_s, home.dhcp.last.toString() } };
}

void readHome(FieldReader &reader, HomeAddresses &home)
{
    readAddress(reader, u"router"_s, home.router);
    readAddress(reader, u"dhcpFirst"_s, home.dhcp.first);
    readAddress(reader, u"dhcpLast"_s, home.dhcp.last);
}

QJsonObject piJson(const PiPlan &pi)
{
    QJsonObject json { { u"lanHost"_s, pi.lanHost }, { u"tailnetAddress"_s, pi.tailnetAddress },
        { u"lanInterface"_s, pi.lanInterface }, { u"mac"_s, pi.mac },
        { u"addressing"_s, wordOf(addressingWords(), pi.addressing) },
        { u"filter"_s, wordOf(filterWords(), pi.filter) },
        // Members of two addressings that were never used. Kept empty, so that the plan.json on Pis that were set up earlier stays the same
        // file: else each of them had a switch to do.
        { u"staticAddress"_s, QString() }, { u"staticGateway"_s, QString() } };
    for (const Network *network : networks())
        network->write(pi, json);
    return json;
}

void readAddressing(FieldReader &reader, PiPlan &pi)
{
    // Words that only somebody's own file may have; completePlan() chooses anew in any case.
    static const QStringList words = addressingWords() + QStringList { u"ifupdown-dhcp"_s, u"ifupdown-static"_s };
    int index = int(pi.addressing);
    reader.word(u"addressing"_s, words, index);
    pi.addressing = index < addressingWords().size() ? Addressing(index) : PiPlan().addressing;
    for (const auto &name : { u"staticAddress"_s, u"staticGateway"_s }) {
        QString unused;
        reader.text(name, unused);
    }
}

void readPi(FieldReader &reader, PiPlan &pi)
{
    reader.text(u"lanHost"_s, pi.lanHost);
    reader.text(u"tailnetAddress"_s, pi.tailnetAddress);
    reader.text(u"lanInterface"_s, pi.lanInterface);
    reader.text(u"mac"_s, pi.mac);
    readAddressing(reader, pi);
    readWord(reader, u"filter"_s, filterWords(), pi.filter);
    for (const Network *network : networks())
        network->read(reader, pi);
}

// "a" and "b" of addresses and of pis.
template <class T>
void readSites(FieldReader &reader, PerSite<T> &sites, void (*read)(FieldReader &, T &))
{
    reader.object(u"a"_s, [&](FieldReader &inner) { read(inner, sites.a); });
    reader.object(u"b"_s, [&](FieldReader &inner) { read(inner, sites.b); });
}

void readPlan(FieldReader &reader, BridgePlan &plan)
{
    reader.object(
        u"addresses"_s, [&](FieldReader &inner) { readSites(inner, plan.addresses.homes, readHome); });
    reader.object(u"pis"_s, [&](FieldReader &inner) { readSites(inner, plan.pis, readPi); });
    readWord(reader, u"carrier"_s, carrierWords(), plan.carrier);
    reader.text(u"bridgeName"_s, plan.bridgeName);
    reader.text(u"tunnelName"_s, plan.tunnelName);
    reader.number(u"tunnelMtu"_s, plan.tunnelMtu);
    reader.number(u"vpnMtu"_s, plan.vpnMtu);
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
    need(pi.lanHost.isEmpty() || isHostName(pi.lanHost), u"lanHost"_s,
        u"no host name or address"_s);
    const auto tailnet = strictIpv4(pi.tailnetAddress);
    need(pi.tailnetAddress.isEmpty() || (tailnet && tailnet->isCarrierGradeNat()), u"tailnetAddress"_s,
        u"no address of Tailscale's 100.64.0.0/10"_s);
    need(isInterfaceName(pi.lanInterface), u"lanInterface"_s, u"no interface name"_s);
    need(pi.lanInterface != plan.bridgeName && pi.lanInterface != plan.tunnelName, u"lanInterface"_s,
        u"the bridge or the tunnel itself"_s);
    need(pi.mac.isEmpty() || isDeviceMac(pi.mac), u"mac"_s,
        u"no MAC address of one device in lower case with colons"_s);
    for (const Network *network : networks())
        network->judge(pi, need);
}

} // namespace

QByteArray BridgePlan::toJson() const
{
    const QJsonObject known { { u"version"_s, currentVersion },
        { u"addresses"_s,
            QJsonObject { { u"a"_s, homeJson(addresses.homes.a) },
                { u"b"_s, homeJson(addresses.homes.b) } } },
        { u"pis"_s,
            QJsonObject { { u"a"_s, piJson(pis.a) }, { u"b"_s, piJson(pis.b) } } },
        { u"carrier"_s, wordOf(carrierWords(), carrier) }, { u"bridgeName"_s, bridgeName },
        { u"tunnelName"_s, tunnelName }, { u"tunnelMtu"_s, tunnelMtu },
        { u"vpnMtu"_s, vpnMtu } };
    // QJsonObject keeps its keys sorted, and an indented document ends with a newline.
    return QJsonDocument(mergedOver(unknownFields, known)).toJson(QJsonDocument::Indented);
}

Result<BridgePlan> BridgePlan::fromJson(const QByteArray &json)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        // Qt 6.4 counts the character that it stumbled over as read (measured).
        return unreadable(lineAndColumn(json, parseError.offset - 1) + u": "_s + parseError.errorString());
    if (!document.isObject())
        return unreadable(u"line 1, column 1: not an object"_s);

    PlanFault fault;
    FieldReader reader(document.object(), {}, fault);
    int version = 0;
    reader.number(u"version"_s, version);
    if (version > currentVersion)
        return Error { ErrorKind::PlanTooNew, {}, {}, u"version: %1"_s.arg(version) };
    if (version < 1)
        fault.set(u"version"_s, u"missing or below 1"_s);

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
    need(isInterfaceName(bridgeName), u"bridgeName"_s, u"no interface name"_s);
    need(isInterfaceName(tunnelName), u"tunnelName"_s, u"no interface name"_s);
    need(bridgeName != tunnelName, u"tunnelName"_s, u"the bridge itself"_s);
    // Above 65535 no packet exists; below leastTunnelMtu a full Ethernet frame does not fit.
    need(tunnelMtu >= leastTunnelMtu && tunnelMtu <= 65535, u"tunnelMtu"_s,
        u"not in 1514 to 65535"_s);
    // 1280 is the least that IPv6 allows, and so the least that Tailscale uses.
    need(vpnMtu >= tailscaleMtu && vpnMtu <= 65535, u"vpnMtu"_s, u"not in 1280 to 65535"_s);
    judgePi(pis.a, *this, u"pis.a."_s, fault);
    judgePi(pis.b, *this, u"pis.b."_s, fault);
    need(pis.a.tailnetAddress.isEmpty() || pis.a.tailnetAddress != pis.b.tailnetAddress,
        u"pis.b.tailnetAddress"_s, u"the same as the other Pi's"_s);
    need(pis.a.mac.isEmpty() || pis.a.mac != pis.b.mac, u"pis.b.mac"_s,
        u"the same as the other Pi's"_s);
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
