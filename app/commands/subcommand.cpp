// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/subcommand.h"

#include "app/headlesstr.h"

#include <algorithm>

namespace twinlan {

const std::vector<Subcommand> &allSubcommands()
{
    static const std::vector<Subcommand> all {
        { "apply", true, [] { return Tr::tr("sets both Raspberry Pis up as the plan says; does nothing where it is so already"); }, commands::apply },
        { "check", false, [] { return Tr::tr("says what is in the way and which steps apply would run; changes nothing"); }, commands::check },
        { "status", false, [] { return Tr::tr("says how both Raspberry Pis are doing"); }, commands::status },
        { "undo", false, [] { return Tr::tr("restores both to how they were before the first setup"); }, commands::undo },
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
