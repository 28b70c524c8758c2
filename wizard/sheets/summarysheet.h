// SPDX-License-Identifier: GPL-3.0-or-later
// The setup of two joined homes, for the drawer: what is where, how to check it, change it and remove it. No secret.
#pragma once

#include "wizard/sheets/sheet.h"

#include "remote/plan/bridgeplan.h"
#include "remote/setup/facts.h"

#include <QDate>

namespace twinlan {

struct SummaryInput
{
    BridgePlan plan;
    PerSite<std::optional<PiFacts>> facts; // as each Pi said them last; nothing: it was not asked
    QString computer; // the name of this one, where TwinLAN is
    QDate today;
    bool hasOwnLoginServer = false; // not Tailscale's, whose pages then know nothing of these devices
};
[[nodiscard]] Sheet summarySheet(const SummaryInput &input);

} // namespace twinlan
