// SPDX-License-Identifier: GPL-3.0-or-later
// What went wrong, in words.
#pragma once

#include "remote/core/error.h"
#include "wizard/words/words.h"

namespace twinlan {

[[nodiscard]] Words wordsFor(const Error &error);
[[nodiscard]] Words wordsForRouterClash(const QString &detail); // RouterClash::toText(), or the address alone

} // namespace twinlan
