// SPDX-License-Identifier: GPL-3.0-or-later
// The program's typeface in the language that it speaks.
#pragma once

class QString;

namespace twinlan {

// Where the desktop's font has no kana, Qt takes each stretch of Japanese from another one, and the digits after it, too: one
// address in two typefaces. In Japanese such a desktop gets a font that has both; any other keeps its own.
void useFontFor(const QString &language);

} // namespace twinlan
