// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/ssh/shell.h"

namespace twinlan {

// This computer as a Shell, so that one script and one reader measure from the PC and from a Pi. Never root: asRoot is
// SudoDenied. Needs a POSIX sh and iputils' ping; where the platform has neither, run() answers CommandFailed.
// A run that is stopped, or too late, takes all processes that it started with it.
class LocalShell final : public Shell
{
public:
    // `prefix`: a program with arguments that runs the shell elsewhere, e.g. { "ip", "netns", "exec", "home-a" } for a
    // practice PC that is a network namespace.
    explicit LocalShell(QStringList prefix = {});

    Result<CommandResult> run(
        const Command &command, const std::stop_token &stop = {}, const LineSink &onLine = {}) override;
    [[nodiscard]] QString host() const override;

private:
    QStringList m_prefix;
};

} // namespace twinlan
