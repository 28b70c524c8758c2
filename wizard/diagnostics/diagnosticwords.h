// SPDX-License-Identifier: GPL-3.0-or-later
// Measured values as words and numbers for a person. Errors are worded in wizard/words.
#pragma once

#include "remote/setup/tunnelstate.h"
#include "wizard/diagnostics/measuresource.h"

#include <QString>

namespace twinlan {

[[nodiscard]] QString pathName(Path path); // "This PC → Pi A"
[[nodiscard]] QString rttText(const std::optional<double> &ms); // "12.3 ms", "–"
[[nodiscard]] QString lossText(const PingSeries::Summary &summary); // "2 % (1 of 60)"
[[nodiscard]] QString sizeText(int mtu, int expected); // "1500 of 1500"
[[nodiscard]] QString sizeInPiecesText(int mtu); // "≥ 3000"
// One after the other, and one beside the other, as the language writes it.
[[nodiscard]] QString sentences(const QString &first, const QString &second);
[[nodiscard]] QString listed(const QStringList &parts);
[[nodiscard]] QString bridgeText(const BridgeState &state, const QString &bridge, const QString &tunnel);
// What the guard's word means; empty where there is none.
[[nodiscard]] QString tunnelStateText(TunnelState state);
[[nodiscard]] QString carrierText(Carrier carrier);
[[nodiscard]] QString tunnelText(const BridgeState &state, const QString &tunnel);
// "Stopped at the border: DHCP 12, …"
[[nodiscard]] QString countersText(const std::vector<FilterCounter> &counters);

} // namespace twinlan
