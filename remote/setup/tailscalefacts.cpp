// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/tailscalefacts.h"

#include "remote/plan/addressplan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace twinlan {

namespace {

QString firstIpv4(const QJsonValue &addresses)
{
    for (const auto &address : addresses.toArray())
        if (Ipv4::parse(address.toString()))
            return address.toString();
    return {};
}

} // namespace

// `tailscale status --json` (ipnstate.Status).
TailscaleFacts TailscaleFacts::parse(const KeyValues &answer)
{
    TailscaleFacts facts;
    if (const QString carries = answer.value("ts_carries"); !carries.isEmpty()) { // "OWN OTHER"
        facts.installed = facts.running = facts.provenByTunnel = true;
        facts.backendState = QStringLiteral("Running");
        facts.address = carries.section(u' ', 0, 0);
        facts.peers.push_back({ {}, carries.section(u' ', 1), true });
        return facts;
    }
    facts.installed = answer.isYes("ts_installed");
    facts.running = answer.value("ts_service") == QLatin1String("active");
    facts.version = answer.value("ts_version");
    const auto status = QJsonDocument::fromJson(answer.decoded("ts_status_b64")).object();
    if (status.isEmpty())
        return facts;
    // "1.102.0-t0123456-g89abcde" or "1.102.0-dev…"
    facts.version = status[QLatin1String("Version")].toString().section(u'-', 0, 0);
    facts.backendState = status[QLatin1String("BackendState")].toString();
    facts.userspace = !status[QLatin1String("TUN")].toBool(true);
    const auto self = status[QLatin1String("Self")].toObject();
    facts.address = firstIpv4(self[QLatin1String("TailscaleIPs")]);
    facts.keyExpiry = self[QLatin1String("KeyExpiry")].toString();
    facts.online = self[QLatin1String("Online")].toBool(true);
    facts.relay = self[QLatin1String("Relay")].toString();
    const auto health = status[QLatin1String("Health")].toArray();
    for (const auto &words : health)
        facts.health << words.toString();
    const auto peers = status[QLatin1String("Peer")].toObject();
    for (const auto &value : peers) {
        const auto peer = value.toObject();
        facts.peers.push_back({ peer[QLatin1String("HostName")].toString(), firstIpv4(peer[QLatin1String("TailscaleIPs")]),
            peer[QLatin1String("Online")].toBool() });
    }
    return facts;
}

bool TailscaleFacts::isLoggedIn() const
{
    return backendState == QLatin1String("Running");
}

bool TailscaleFacts::isInTrouble() const
{
    return running && isLoggedIn() && !health.isEmpty() && (!online || relay.isEmpty());
}

bool TailscaleFacts::isCutOff() const
{
    return isInTrouble() && !online && relay.isEmpty();
}

bool TailscaleFacts::isAtLeast(int major, int minor) const
{
    const int ownMajor = version.section(u'.', 0, 0).toInt();
    const int ownMinor = version.section(u'.', 1, 1).toInt();
    return ownMajor > major || (ownMajor == major && ownMinor >= minor);
}

} // namespace twinlan
