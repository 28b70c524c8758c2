// SPDX-License-Identifier: GPL-3.0-or-later
// What the rest of the program knows of a Pi: something that runs a script and says how it ended.
#pragma once

#include "remote/core/error.h"

#include <QByteArray>
#include <QStringList>
#include <chrono>
#include <functional>
#include <stop_token>

namespace twinlan {

// One program to run on the Pi. It is a whole POSIX sh script; values reach it as "$1"… and are never pasted into its text.
// The script itself and its arguments go by stdin, so that nothing of them shows in argv, and are read whole before it runs
// (`sh -c 'eval "$(head -c BYTES)"'`): a program in it that reads stdin finds nothing, and does not eat the script, as it
// would with `sh -s`.
struct Command
{
    QByteArray script;
    QStringList args;
    bool asRoot = false;
    std::chrono::milliseconds deadline { 30'000 };
};

struct CommandResult
{
    int exitStatus = 0; // 0–255; a death by signal is an Error, not a status
    QByteArray out; // stdout, whole
    QByteArray err; // stderr, whole
};

// Called on the session's thread for each complete line of stdout while the command runs (progress), without its
// newline.
using LineSink = std::function<void(const QByteArray &line)>;

// One open connection to one Pi. Not thread-safe: one thread at a time. A result with any exit status is a value; an
// Error is a connection lost, a deadline passed (TimedOut), a stop (Cancelled), a signal (KilledBySignal) or a refused
// sudo. TimedOut and Cancelled mean that the command was ended on the Pi too, with what it had started: SIGTERM, a
// second to clean up, SIGKILL; the connection stays usable. After a ConnectionLost it may still run, until it writes to
// its stdout (SIGPIPE): a script that must outlive the connection sends its output elsewhere. A program that the script
// leaves in the background must not hold its stdout; if it does, it is not waited for.
class Shell
{
public:
    virtual ~Shell() = default;

    virtual Result<CommandResult> run(
        const Command &command, const std::stop_token &stop = {}, const LineSink &onLine = {})
        = 0;
    // How a person would call the other end ("192.168.1.23"); for Error::host.
    [[nodiscard]] virtual QString host() const = 0;
};

} // namespace twinlan
