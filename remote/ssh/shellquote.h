// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace twinlan {

// The one way a value becomes a word of a POSIX shell command line: in single quotes, each ' as '\''. NUL cannot be
// passed to any program; it is refused by the caller (SshSession::run answers Internal).
[[nodiscard]] QByteArray shellQuote(const QByteArray &word);

} // namespace twinlan
