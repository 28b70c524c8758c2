// SPDX-License-Identifier: GPL-3.0-or-later
// Where an error of a run is cured: the page with the button, or the question, that trying again alone would not bring. Pure.
#pragma once

#include "remote/core/error.h"
#include "wizard/flow/pageorder.h"

namespace twinlan {

// `site`: the Pi that it is about; `pages`: those that this goal has. Nothing: trying again helps, or something outside of the wizard.
[[nodiscard]] std::optional<PageId> pageThatHelps(ErrorKind kind, Site site, const std::vector<PageId> &pages);

} // namespace twinlan
