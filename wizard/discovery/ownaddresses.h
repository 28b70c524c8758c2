// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/discovery/homenetworks.h"

namespace twinlan {

// This computer's addresses in networks with others, now.
[[nodiscard]] std::vector<OwnAddress> ownAddresses();

} // namespace twinlan
