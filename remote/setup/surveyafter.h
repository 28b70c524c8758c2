// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/setup/facts.h"
#include "remote/ssh/shell.h"

#include <functional>
#include <stop_token>

namespace twinlan {

// Runs a command that changes what a Pi says of itself, then the survey. Blocking. `heard` gets the values of the command's lines "KEY=…",
// as they come. Errors: the command's own, and what a shell has.
Result<PiFacts> surveyAfter(Shell &shell, const Command &command, QByteArrayView key, const std::function<void(const QString &value)> &heard,
    const std::stop_token &stop);

} // namespace twinlan
