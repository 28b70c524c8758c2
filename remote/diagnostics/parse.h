// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that reads what ping, nft and ebtables print, in one place.
#pragma once

#include "remote/core/error.h"
#include "remote/diagnostics/pingseries.h"

#include <QByteArray>
#include <QString>
#include <vector>

namespace twinlan {

// Reads lines of `ping -n -O -D` (iputils). Nothing for a line that is neither an answer nor a loss. atMs is the line's
// own time: for a loss that is one interval after the packet was sent.
[[nodiscard]] std::optional<PingSample> parsePingLine(const QByteArray &line);

struct FilterCounter
{
    QString rule; // FilterRuleKind's name, e.g. "DropDhcp4", with "In" or "Out"
    quint64 packets = 0;
    quint64 bytes = 0;
    bool operator==(const FilterCounter &) const = default;
};
// From `nft -j list counters` or `ebtables -L --Lc` behind a line backend=…; BadAnswer when it is neither. No backend
// (the filter is not loaded): an empty list.
[[nodiscard]] Result<std::vector<FilterCounter>> parseCounters(const QByteArray &text);

} // namespace twinlan
