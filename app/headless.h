// SPDX-License-Identifier: GPL-3.0-or-later
// `twinlan apply PLAN.json` and its like: the same steps without a window.
#pragma once

#include <QStringList>

namespace twinlan {

enum ExitCode { // in --help
    ExitDone = 0, // done, or there was nothing to do
    ExitFailed = 1,
    ExitUsage = 2,
    ExitToDo = 3, // check: some steps would run
    ExitStopped = 4, // by Ctrl+C or a signal; the Pis were put back
};

// Whether the first word asks for a command rather than the window.
[[nodiscard]] bool isHeadless(const QStringList &arguments);
// Needs a QCoreApplication. Returns the exit code.
[[nodiscard]] int runHeadless(const QStringList &arguments);

} // namespace twinlan
