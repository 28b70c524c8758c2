// SPDX-License-Identifier: GPL-3.0-or-later
// `twinlan apply PLAN.json` and its like: the same steps without a window. app/commands has the table of them.
#pragma once

#include <QStringList>

namespace twinlan {

// Needs a QCoreApplication. Returns the exit code.
[[nodiscard]] int runHeadless(const QStringList &arguments);

} // namespace twinlan
