// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/tailscalefacts.h"

#include "remote/discovery/homenetworks.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto loggedIn = "Running"_L1; // ipn.State: logged in, and not switched off

QString firstIpv4(const QJsonValue &addresses)
{
    for (const auto &address : addresses.toArray())
        if (Ipv4::parse(address.toString()))
            return address.toString();
    return {};
}

// By number: "1.102.0" is at least 1.36.
bool isAtLeast(const QString &version, int major, int minor)
{
    const int ownMajor = version.section(u'.', 0, 0).toInt();
    const int ownMinor = version.section(u'.', 1, 1).toInt();
    return ownMajor > major || (ownMajor == major && ownMinor >= minor);
}

} // namespace

// `tailscale status --json` (ipnstate.Status).
TailscaleFacts TailscaleFacts::parse(const KeyValues &answer)
{
    TailscaleFacts facts;
    for (const QString &route : answer.values("ts_route"))
        facts.routes << route;
    if (const QString carries = answer.value("ts_carries"); !carries.isEmpty()) { // "OWN OTHER"
        facts.installed = facts.running = facts.provenByTunnel = true;
        facts.backendState = loggedIn;
        facts.address = carries.section(u' ', 0, 0);
        facts.peers.push_back({ {}, carries.section(u' ', 1), true, {} });
        return facts;
    }
    facts.installed = answer.isYes("ts_installed");
    facts.running = answer.value("ts_service") == "active"_L1;
    facts.version = answer.value("ts_version");
    facts.shieldsUp = answer.isYes("ts_shields_up");
    const auto status = QJsonDocument::fromJson(answer.decoded("ts_status_b64")).object();
    if (status.isEmpty()) {
        facts.running = false; // also where it hangs, and gives no answer
        return facts;
    }
    // "1.102.0-t0123456-g89abcde" or "1.102.0-dev…"
    facts.version = status["Version"_L1].toString().section(u'-', 0, 0);
    facts.backendState = status["BackendState"_L1].toString();
    facts.userspace = !status["TUN"_L1].toBool(true);
    const auto self = status["Self"_L1].toObject();
    facts.address = firstIpv4(self["TailscaleIPs"_L1]);
    facts.keyExpiry = QDateTime::fromString(self["KeyExpiry"_L1].toString(), Qt::ISODate);
    facts.online = self["Online"_L1].toBool(true);
    facts.relay = self["Relay"_L1].toString();
    const auto health = status["Health"_L1].toArray();
    for (const auto &words : health)
        facts.health << words.toString();
    const auto peers = status["Peer"_L1].toObject();
    for (const auto &value : peers) {
        const auto peer = value.toObject();
        facts.peers.push_back({ peer["HostName"_L1].toString(), firstIpv4(peer["TailscaleIPs"_L1]),
            peer["Online"_L1].toBool(), peer["OS"_L1].toString() });
    }
    return facts;
}

bool TailscaleFacts::Peer::mayBeAPi() const
{
    return os.isEmpty() || os == "linux"_L1;
}

bool TailscaleFacts::needsInstalling() const
{
    if (provenByTunnel)
        return false;
    return !installed || (!version.isEmpty() && !isAtLeast(version, 1, 36));
}

bool TailscaleFacts::isLoggedIn() const
{
    return backendState == loggedIn;
}

bool TailscaleFacts::needsApproval() const
{
    return backendState == "NeedsMachineAuth"_L1;
}

bool TailscaleFacts::isInTrouble() const
{
    return running && isLoggedIn() && !health.isEmpty() && (!online || relay.isEmpty());
}

bool TailscaleFacts::isCutOff() const
{
    return isInTrouble() && !online && relay.isEmpty();
}

QString TailscaleFacts::routeTo(Ipv4 device) const
{
    for (const QString &route : routes) {
        const auto network = Ipv4::parse(route.section(u'/', 0, 0)); // not "default"
        const int prefixLength = route.contains(u'/') ? route.section(u'/', 1).toInt() : 32;
        if (network && isInNetwork(device, *network, prefixLength))
            return route;
    }
    return {};
}

bool TailscaleFacts::usesExitNode() const
{
    return routes.contains("default"_L1);
}

} // namespace twinlan
