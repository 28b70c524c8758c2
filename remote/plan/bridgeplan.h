// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that the setup steps know of what is to be built. A pure value; holds no secret.
#pragma once

#include "remote/core/error.h"
#include "remote/plan/addressplan.h"
#include "remote/plan/mtu.h"
#include "remote/plan/networks/table.h"

#include <QByteArray>
#include <QJsonObject>

namespace twinlan {

enum class FilterBackend {
    Nftables, // table bridge: default
    EbtablesIptables, // the recipe's (remote/plan/README.md#recipe), for systems without usable nft
};

// One Pi.
struct PiPlan : NetworkSettings
{
    QString lanHost; // where SSH finds it on its LAN ("192.168.1.23"); may be empty for the far one
    QString tailnetAddress; // its own 100.x address
    QString lanInterface = QStringLiteral("eth0");
    QString mac; // of lanInterface, lower case with colons; the bridge gets it. Or of a bridge made by hand that ours took the place of
    Addressing addressing = Addressing::DhcpcdDhcp;
    FilterBackend filter = FilterBackend::Nftables;
    // The client id that dhcpcd sends on the bridge, in hex with colons, where the router knows this Pi by another id than the card's MAC.
    QString dhcpClientId = QString();
    bool operator==(const PiPlan &) const = default;
};

struct BridgePlan
{
    static constexpr int currentVersion = 1;

    AddressPlan addresses = AddressPlan::recipe();
    PerSite<PiPlan> pis;
    Carrier carrier = Carrier::Gre;
    QString bridgeName = QStringLiteral("br_lan");
    QString tunnelName = QStringLiteral("gretap1");
    int tunnelMtu = recipeTunnelMtu;
    int vpnMtu = tailscaleMtu;
    // Its owner wants TwinLAN in the place of what was set up by hand (takeover.h). Said for this run: not in the file.
    bool takesOver = false;
    // Members of the file that this version does not know, at every level, nested as they were ({"pis": {"b": {"room": "attic"}}});
    // written back where they were.
    QJsonObject unknownFields;

    [[nodiscard]] int mss4() const { return mssIpv4(carrier, vpnMtu); }
    [[nodiscard]] int mss6() const { return mssIpv6(carrier, vpnMtu); }
    bool operator==(const BridgePlan &) const = default;

    [[nodiscard]] QByteArray toJson() const; // indented, keys in a stable order, ends with a newline
    // Strict, because every value ends in files and shell words that root reads. A member that is missing keeps its default,
    // but "version" must be there. PlanUnreadable (detail: "line 3, column 7: …" or "pis.b.mac: …"), PlanTooNew, PlanInvalid.
    static Result<BridgePlan> fromJson(const QByteArray &json);
    // The same judgement for a plan that was put together from facts. An empty value (not known yet) is no error here.
    [[nodiscard]] Result<Done> validate() const;
};

} // namespace twinlan
