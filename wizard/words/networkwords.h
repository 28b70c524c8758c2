// SPDX-License-Identifier: GPL-3.0-or-later
// Why the network of a Pi cannot be taken over, in words: the same for the check-up and for an error.
#pragma once

#include "remote/setup/facts.h"
#include "wizard/words/words.h"

namespace twinlan {

[[nodiscard]] Words wordsFor(const NetworkObstacle &obstacle);

} // namespace twinlan
