// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of the command line, as a table. (A Command is what a Shell runs.)
#pragma once

#include <QString>
#include <vector>

namespace twinlan {

struct CommandContext;

struct Subcommand
{
    const char *name;
    bool needsPlanFile; // otherwise the settings that the window saved will do
    QString (*summary)(); // what it does, in one line of the help and in the language of now
    // Blocks until it is done. Returns the exit code.
    int (*run)(const CommandContext &context);
    // "apply PLAN.json", "check [PLAN.json]"
    [[nodiscard]] QString synopsis() const { return QLatin1String(name) + QLatin1String(needsPlanFile ? " PLAN.json" : " [PLAN.json]"); }
};

[[nodiscard]] const std::vector<Subcommand> &allSubcommands(); // in the order of the help
[[nodiscard]] const Subcommand *subcommandNamed(const QString &name); // nullptr: there is none

namespace commands {

int apply(const CommandContext &context); // sets both Pis up as the plan says
int check(const CommandContext &context); // says what is in the way, and which steps apply would run
int status(const CommandContext &context); // says how both Pis are doing
int undo(const CommandContext &context); // puts both Pis back as they were before the first setup

} // namespace commands

} // namespace twinlan
