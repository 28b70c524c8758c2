// SPDX-License-Identifier: GPL-3.0-or-later
// The command line described for others to read: manual pages and shell completions, from the table that --help is printed from.
#pragma once

#include "app/programoptions.h"

namespace twinlan {

[[nodiscard]] QString manPage(const ProgramOptions &options); // roff, in the language of now
// For each shell a file of its own kind. Descriptions are English: a shell reads them before it knows who asks.
[[nodiscard]] QString bashCompletion(const ProgramOptions &options);
[[nodiscard]] QString zshCompletion(const ProgramOptions &options);
[[nodiscard]] QString fishCompletion(const ProgramOptions &options);

} // namespace twinlan
