// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace twinlan {

// The bytes of resources/remote/NAME ("survey.sh"). A missing name is a mistake in the program, not of the user: it ends it.
//
// A script comes with its parts, as one text: sent over stdin it has no folder to find them in, and what lies on a Pi needs nothing
// beside it. In the checkout the same lines are plain shell, so that a script can be run from its folder by hand:
//   . "${0%/*}/NAME"              the part's own lines stand there instead
//   VARIABLE=$(cat "${0%/*}/NAME")   the part is the variable's value, in quotes
// Both alone on their line, and NAME from this folder on, in parts of parts too ($0 is always the script).
[[nodiscard]] QByteArray piFile(const QString &name);

} // namespace twinlan
