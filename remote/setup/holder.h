// SPDX-License-Identifier: GPL-3.0-or-later
// Who this program is to a Pi that lets one wizard work on it at a time (claim.sh).
#pragma once

#include <QLockFile>
#include <QString>

namespace twinlan {

// The same each time that this person starts the program on this PC, so that a wizard that was killed may go on at once, although its
// old connection looks alive to a Pi that lost sight of it. While one copy of the program runs, a second one is somebody else.
class Holder
{
public:
    explicit Holder(const QString &folder); // where the copies of the program see each other
    [[nodiscard]] const QString &token() const { return m_token; } // hexadecimal
    // For a person to recognise: "hanako@hanako-pc".
    [[nodiscard]] static QString name();

    // Of this program, from the first call to its end.
    [[nodiscard]] static const Holder &ofThisProgram();

private:
    QLockFile m_lock;
    QString m_token;
};

} // namespace twinlan
