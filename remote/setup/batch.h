// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/ssh/shell.h"

#include <QString>
#include <vector>

namespace twinlan {

// One script of resources/remote with its arguments, under a name.
struct BatchItem
{
    QString name; // lower case, digits and hyphens
    QByteArray script;
    QStringList args;
};

// Several scripts in one call, because each call costs about 0.5 s on a slow Pi whatever it does (remote/plan/README.md, "What
// things cost"). They run one after the other until one fails; before and after each, a line "step=NAME state=start" and
// "step=NAME state=done rc=N" tells where it is. Each keeps its own "$@": the arguments travel as arguments, counted, and are
// never pasted into the text. Exit: that of the one that failed, or 0.
// Before them, claim.sh makes sure that no other wizard is at work on this Pi (HeldByAnother).
[[nodiscard]] Command batchCommand(std::vector<BatchItem> items, std::chrono::milliseconds deadline);

// survey.sh, which changes nothing and so claims nothing. Its other arguments, if any, come after these.
[[nodiscard]] Command surveyCommand(bool asRoot);

// What a script says went wrong ("error=KIND", "detail=…"), or CommandFailed with its stderr.
[[nodiscard]] Error errorOf(const CommandResult &result, const QString &host);
// Runs it; an exit status other than 0 is an error too, that of errorOf().
Result<CommandResult> runToItsEnd(Shell &shell, const Command &command, const std::stop_token &stop, const LineSink &onLine = {});

} // namespace twinlan
