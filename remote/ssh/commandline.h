// SPDX-License-Identifier: GPL-3.0-or-later
// From a Command to the line that the Pi's login shell reads, and the bytes on its stdin. Pure, but for the random words.
#pragma once

#include "remote/core/secret.h"
#include "remote/ssh/shell.h"

#include <QByteArrayView>
#include <array>
#include <optional>

namespace twinlan {

// How an account becomes root.
enum class RootWay {
    IsRoot,
    Sudo,
    SudoWithPassword
};

struct CommandLine
{
    // Each process of the command has TWINLAN_RUN=tag in its environment, so that all of them can be found and ended.
    // OpenSSH's own signal request reaches none of them once sudo is in between.
    QByteArray tag;
    QByteArray line;
    // What the program says first, on each output: all before it is somebody else's. Nothing is sent to it earlier.
    QByteArray hello;
    QByteArray prompt; // how sudo asks for the password, on stderr; empty: it has no reason to
    // On stdin. sudo writes a command line down into the Pi's journal, and a plan of 30 KiB is none of its business.
    QByteArray answer; // to hello; what it begins with ends a line that sudo may have left
    QByteArray arguments; // "set -- …"
    QByteArrayView script; // a view into the Command
};

// `way` counts for asRoot only.
[[nodiscard]] CommandLine makeCommandLine(const Command &command, RootWay way);
// The stdin that belongs to it; it and its Command must outlive the pieces.
[[nodiscard]] std::array<QByteArrayView, 3> stdinPieces(const CommandLine &line);

// A shell that is root and reads what it is to do from stdin. Nothing for `way`: nobody knows yet how this account becomes root,
// so sudo is asked to do it without a password, and only that.
[[nodiscard]] CommandLine makeShellLine(std::optional<RootWay> way);
// One command for such a shell, in a subshell of its own with an empty stdin. On both outputs `lastWord` comes after all else,
// on stdout followed by " STATUS"; each time another one, which nothing in the command can know.
struct ShellJob
{
    QByteArray lastWord;
    QByteArray text;
};
[[nodiscard]] ShellJob makeShellJob(const Command &command);

// A command that ends everything tagged `tag`: politely, so that a script can clean up, and after a second by force.
[[nodiscard]] Command endCommand(const QByteArray &tag, bool asRoot);

} // namespace twinlan
