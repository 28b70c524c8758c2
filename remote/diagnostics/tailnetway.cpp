// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/diagnostics/tailnetway.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

TailnetWay tailnetWay(const QByteArray &status, const QString &peer)
{
    const QJsonObject peers = QJsonDocument::fromJson(status).object()["Peer"_L1].toObject();
    for (const auto &value : peers) {
        const QJsonObject other = value.toObject();
        if (!other["TailscaleIPs"_L1].toArray().contains(peer))
            continue;
        // ipnstate.PeerStatus: CurAddr is set while packets go straight. A peer that has been silent for long has none of these members.
        if (!other["Active"_L1].toBool())
            return TailnetWay::Unknown;
        if (!other["CurAddr"_L1].toString().isEmpty())
            return TailnetWay::Direct;
        const bool relayed = !other["Relay"_L1].toString().isEmpty() || !other["PeerRelay"_L1].toString().isEmpty();
        return relayed ? TailnetWay::Relayed : TailnetWay::Unknown;
    }
    return TailnetWay::Unknown;
}

} // namespace twinlan
