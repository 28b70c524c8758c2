// SPDX-License-Identifier: GPL-3.0-or-later
// A file that a setup writes onto a Pi, and what every one of them begins with.
#pragma once

#include <QByteArray>
#include <QString>

namespace twinlan {

// How a file of ours lies in the Pi's file system.
enum class FilePart {
    Whole, // the file is ours alone
    // A marked block ("# >>> twinlan top" … "# <<< twinlan top") in a file that belongs to somebody else. dhcpcd.conf needs one at
    // each end: `denyinterfaces` is not read any more after the first `interface` line, and an `interface br_lan` at the top
    // would swallow every option below it.
    BlockAtTop,
    BlockAtEnd,
};

struct PiFile
{
    QString path; // absolute
    QByteArray content; // the whole file, or the block's inside
    int mode = 0644;
    FilePart part = FilePart::Whole;
    bool operator==(const PiFile &) const = default;
};

// For the renderers.
inline constexpr const char *madeByUs
    = "# Made by the TwinLAN wizard; changes here are lost. To take TwinLAN away, use its \"Remove\".\n";
[[nodiscard]] PiFile ownFile(const char *path, const QByteArray &content, int mode = 0644);
// resources/remote/NAME, with the same name in `folder`, which ends with a slash.
[[nodiscard]] PiFile scriptFile(const char *folder, const char *name, int mode);
// "KEY=VALUE\n", of a value that is a plain word (planvalues.h).
[[nodiscard]] QByteArray setting(const char *key, const QString &value);

} // namespace twinlan
