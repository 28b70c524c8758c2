// SPDX-License-Identifier: GPL-3.0-or-later
// Two homes whose routers have the same address, as both leave the factory: joined, each PC would hear both.
#pragma once

#include "remote/plan/bridgeplan.h"
#include "remote/setup/facts.h"

namespace twinlan {

struct RouterClash
{
    QString address; // of both
    Site toChange; // whose router the plan gives another address
    QString planned; // that one

    // For Error::detail, and back: "192.168.1.1 b 192.168.1.100".
    [[nodiscard]] QString toText() const;
    static std::optional<RouterClash> fromText(const QString &text);
    bool operator==(const RouterClash &) const = default;
};

// Nothing where the addresses differ, and where it is one router: the same MAC, because Pi B is still next to Pi A. A router whose MAC
// a Pi does not know counts as another one. Nothing else in the check-up decides whether two Pis are on one LAN; once joined, loop-watch.pl
// does.
[[nodiscard]] std::optional<RouterClash> routerClash(const BridgePlan &plan, const PerSite<PiFacts> &facts);

} // namespace twinlan
