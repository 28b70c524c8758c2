// SPDX-License-Identifier: GPL-3.0-or-later
// The only way to sleep: every wait on a worker thread ends at once when somebody presses Stop or closes the window.
#pragma once

#include <chrono>
#include <stop_token>

namespace twinlan {

// False: a stop came before the time was over.
bool sleepFor(std::chrono::milliseconds duration, const std::stop_token &stop);

} // namespace twinlan
