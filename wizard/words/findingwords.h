// SPDX-License-Identifier: GPL-3.0-or-later
// What was found before a setup starts, in words.
#pragma once

#include "wizard/flow/savedsetup.h"
#include "wizard/words/words.h"

namespace twinlan {

[[nodiscard]] Words wordsFor(const Finding &finding); // what: the line's title; meaning, next: empty when all is well
[[nodiscard]] Words wordsFor(const UnfinishedRun &run);

} // namespace twinlan
