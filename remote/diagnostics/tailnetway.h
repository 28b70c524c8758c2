// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace twinlan {

// How one Pi's packets come to the other: straight, or through a server of Tailscale's or another device, which is slower.
enum class TailnetWay {
    Unknown,
    Direct,
    Relayed
};

// Out of `tailscale status --json`, for the peer with this address.
[[nodiscard]] TailnetWay tailnetWay(const QByteArray &status, const QString &peer);

} // namespace twinlan
