// SPDX-License-Identifier: GPL-3.0-or-later
// What a Pi says of itself is text, whatever stands in it: a host name, a line of apt's, an error. Nothing in it moves a cursor, turns
// the direction of writing, or becomes a page.
#pragma once

#include <QString>
#include <optional>

namespace twinlan {

// With a mark in the place of each character that a terminal or a label would obey and not show (control characters, marks of
// direction, other ends of line); ends of line stay.
[[nodiscard]] QString visibleText(const QString &text);
// The same on one line.
[[nodiscard]] QString visibleLine(const QString &text);
// The same for a tool tip, which takes a text for HTML if it looks like it.
[[nodiscard]] QString toolTipText(const QString &text);
// The same of JSON: the escapes mean the same characters.
[[nodiscard]] QByteArray visibleJson(const QByteArray &json);
// The address of a page in the web, as it may be shown, opened and put into a QR code; nothing else a browser or a desktop would start.
[[nodiscard]] std::optional<QString> webLink(const QString &text);

} // namespace twinlan
