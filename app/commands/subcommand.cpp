// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/subcommand.h"

#include "app/commands/applycommand.h"
#include "app/commands/checkcommand.h"
#include "app/commands/statuscommand.h"
#include "app/commands/undocommand.h"

#include <algorithm>

namespace twinlan {

const std::vector<const Subcommand *> &allSubcommands()
{
    static const ApplyCommand apply;
    static const CheckCommand check;
    static const StatusCommand status;
    static const UndoCommand undo;
    static const std::vector<const Subcommand *> all { &apply, &check, &status, &undo };
    return all;
}

const Subcommand *subcommandNamed(const QString &name)
{
    const auto &all = allSubcommands();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Subcommand *command) { return command->name() == name; });
    return found == all.end() ? nullptr : *found;
}

} // namespace twinlan
