// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/subcommand.h"

#include <algorithm>

namespace twinlan {

const std::vector<Subcommand> &allSubcommands()
{
    static const std::vector<Subcommand> all {
        { "apply", true, commands::apply },
        { "check", false, commands::check },
        { "status", false, commands::status },
        { "undo", false, commands::undo },
    };
    return all;
}

const Subcommand *subcommandNamed(const QString &name)
{
    const auto &all = allSubcommands();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Subcommand &command) { return name == QLatin1String(command.name); });
    return found == all.end() ? nullptr : &*found;
}

} // namespace twinlan
