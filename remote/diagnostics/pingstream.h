// SPDX-License-Identifier: GPL-3.0-or-later
// A path, pinged until somebody has seen enough.
#pragma once

#include "remote/diagnostics/pingseries.h"
#include "remote/ssh/shell.h"

#include <chrono>
#include <functional>
#include <stop_token>

namespace twinlan {

// Runs until stopped (then Done), one sample per `interval`. ping says something each interval, answered or not; when
// nothing comes for longer than silenceLimit(interval), the connection to the one who pings is dead, whatever TCP still
// hopes: ConnectionLost. CommandFailed: ping itself gave up, e.g. no route to `target`.
Result<Done> pingStream(Shell &shell, const QString &target, std::chrono::milliseconds interval,
    const std::function<void(const PingSample &)> &onSample, const std::stop_token &stop);
[[nodiscard]] std::chrono::milliseconds silenceLimit(std::chrono::milliseconds interval);

} // namespace twinlan
