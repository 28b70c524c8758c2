// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+C on an error: what somebody who helps asks for, in one text.
#pragma once

class QWidget;

namespace twinlan {

// The error that has the focus within it, else the first one that shows: its words, its details, and what *Copy details* copies. False:
// the key is `focus`'s own, for something is selected there; or there is no error.
[[nodiscard]] bool copyError(const QWidget &window, const QWidget &focus);

} // namespace twinlan
