// SPDX-License-Identifier: GPL-3.0-or-later
// Our own key on a Pi, over connections that are made for it: the session of the pages goes on undisturbed. Blocking.
#pragma once

#include "wizard/backend/piaccess.h"

namespace twinlan {

// Places the key and then signs in by it alone: a Pi may be set to take none, whatever its files say. If so, the key is taken away again.
// The answer: whether sudo asks this user for a password.
Result<bool> rememberKey(const PiAccess &access, Site site, const Secret &privateHalf, const std::stop_token &stop);
Result<Done> forgetKey(const PiAccess &access, Site site, const QByteArray &publicHalf, const std::stop_token &stop);

} // namespace twinlan
