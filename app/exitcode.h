// SPDX-License-Identifier: GPL-3.0-or-later
// What the program ends with when it runs without a window; --help names them.
#pragma once

namespace twinlan {

enum ExitCode {
    ExitDone = 0, // done, or there was nothing to do
    ExitFailed = 1,
    ExitUsage = 2,
    ExitToDo = 3, // check: some steps would run
    ExitStopped = 4, // by Ctrl+C or a signal; the Pis were put back
};

} // namespace twinlan
