// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/ssh/commandline.h"
#include "remote/ssh/livelink.h"

namespace twinlan {

// Only finds the way; the password itself is sent by Execution (execution.cpp), to sudo's prompt.
// Finds out how this account becomes root, if `sudo` without a password was refused (or is not there). A password is tried once.
// passwordIsItsOwn: the account signed in with this very password, so a refusal cannot be about the password.
// Errors: SudoDenied, SudoPasswordWrong, and those of execute().
Result<RootWay> findRootWay(LiveLink &link, const Secret &password, bool passwordIsItsOwn, const Patience &patience);

} // namespace twinlan
