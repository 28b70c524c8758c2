// SPDX-License-Identifier: GPL-3.0-or-later
// What F1 says of a page: resources/help/PAGE.LANGUAGE.md, texts that a non-programmer can better (README.md there).
#pragma once

#include <QString>

namespace twinlan {

// Markdown. A page without a text is a mistake in the program, not of the user: it ends it.
[[nodiscard]] QString helpText(const QString &page, bool japanese);

} // namespace twinlan
