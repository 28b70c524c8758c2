// SPDX-License-Identifier: GPL-3.0-or-later
// Measured values as words and numbers for a person. Errors are worded in wizard/words.
#pragma once

#include "wizard/diagnostics/measuresource.h"

#include <QString>

namespace twinlan {

[[nodiscard]] QString pathName(Path path); // "This PC → Pi A"
[[nodiscard]] QString rttText(const std::optional<double> &ms); // "12.3 ms", "–"
[[nodiscard]] QString lossText(const PingSeries::Summary &summary); // "2 % (1 of 60)"
[[nodiscard]] QString sizeText(int mtu, int expected); // "1500 of 1500"
[[nodiscard]] QString sizeInPiecesText(int mtu); // "≥ 3000"
[[nodiscard]] QString listed(const QStringList &parts); // one beside the other, as the language writes it
[[nodiscard]] QString bridgeText(const BridgeState &state, const QString &bridge, const QString &tunnel);
[[nodiscard]] QString carrierText(Carrier carrier);
[[nodiscard]] QString tunnelText(const BridgeState &state, const QString &tunnel);
// "Stopped at the border: DHCP 12, …"
[[nodiscard]] QString countersText(const std::vector<FilterCounter> &counters);

} // namespace twinlan
