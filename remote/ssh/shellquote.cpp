// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/shellquote.h"

namespace twinlan {

QByteArray shellQuote(const QByteArray &word)
{
    QByteArray quoted;
    quoted.reserve(word.size() + 2);
    quoted += '\'';
    for (const char c : word) {
        if (c == '\'')
            quoted += "'\\''"; // leave the quotes, one escaped ', and back in: nothing is special between single quotes
        else
            quoted += c;
    }
    quoted += '\'';
    return quoted;
}

} // namespace twinlan
