// SPDX-License-Identifier: GPL-3.0-or-later
// The router of this computer.
#pragma once

#include "remote/plan/addressplan.h"

#include <QByteArray>
#include <optional>

namespace twinlan {

// As this computer's routing table names it; nothing is sent and nothing waits. Nothing: there is none, or the system is none that tells
// it in a file (Linux does).
[[nodiscard]] std::optional<Ipv4> ownRouter();
// The same from the content of Linux's /proc/net/route: of several default routes the one that is used, with the lowest metric.
[[nodiscard]] std::optional<Ipv4> routerIn(const QByteArray &routeTable);

} // namespace twinlan
