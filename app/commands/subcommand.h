// SPDX-License-Identifier: GPL-3.0-or-later
// A command of the command line, like `check`: its name, what it needs, and what it does. (A Command is what a Shell runs.)
#pragma once

#include <QString>
#include <vector>

namespace twinlan {

struct CommandContext;

class Subcommand
{
public:
    virtual ~Subcommand() = default;
    [[nodiscard]] virtual QString name() const = 0;
    // Otherwise the settings that the window saved will do.
    [[nodiscard]] virtual bool needsPlanFile() const { return false; }
    // Blocks until it is done. Returns the exit code.
    [[nodiscard]] virtual int run(CommandContext &context) const = 0;
};

[[nodiscard]] const std::vector<const Subcommand *> &allSubcommands(); // in the order of the help
[[nodiscard]] const Subcommand *subcommandNamed(const QString &name); // nullptr: there is none

} // namespace twinlan
