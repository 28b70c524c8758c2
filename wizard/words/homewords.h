// SPDX-License-Identifier: GPL-3.0-or-later
// How two homes that are set up are doing, as the first page says it.
#pragma once

#include "remote/diagnostics/tailnetway.h"
#include "wizard/flow/homewatch.h"

namespace twinlan {

[[nodiscard]] QString homesTitle(const HomeWatch &homes);
// Of both together: how the way between them is, why they are not joined, or why that is not known. Empty: nothing more than the title.
[[nodiscard]] QString homesText(const HomeWatch &homes, TailnetWay way);
// Of one of them, a line for each thing.
[[nodiscard]] QString homeText(const HomeWatch &homes, Site site);

} // namespace twinlan
