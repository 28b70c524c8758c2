// SPDX-License-Identifier: GPL-3.0-or-later
// A static library needs one object; the translations themselves are its resources.
namespace twinlan {
extern const bool translationsLinked;
const bool translationsLinked = true;
} // namespace twinlan
