// SPDX-License-Identifier: GPL-3.0-or-later
// The program's own key on a Pi: whoever has its private half signs in there without a password (resources/remote/own-key.sh).
#pragma once

#include "remote/ssh/shell.h"

namespace twinlan {

// May sign in from now on as the user of this shell. The answer: whether sudo asks that user for a password.
// Errors: NotAFile, DiskReadOnly, DiskFull, and what a shell has.
Result<bool> placeOwnKey(Shell &shell, const QByteArray &publicHalf, const std::stop_token &stop = {});
// May not any more. Nothing is wrong where it could not before.
Result<Done> takeOwnKey(Shell &shell, const QByteArray &publicHalf, const std::stop_token &stop = {});

} // namespace twinlan
