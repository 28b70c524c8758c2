// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commandcontext.h"
#include "app/commands/subcommand.h"
#include "app/exitcode.h"
#include "app/headlesstr.h"
#include "app/terminal.h"

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

// Once the keys are known it is not stopped: half of it would be worse than all.
int commands::undo(const CommandContext &context)
{
    const Removal removal = context.options.removal();
    if (auto accepted = context.acceptNewHostKeys(removal.piBIsGone); !accepted)
        return context.reporter.fail(accepted.error());
    auto undone = context.makeRun().undo(removal);
    if (!undone)
        return context.reporter.fail(undone.error());
    if (context.reporter.isJson())
        printLine({ { u"result"_s, u"undone"_s } });
    else
        printLine(stdout,
            removal.piBIsGone ? Tr::tr("Raspberry Pi A is as it was before the first setup.")
                              : Tr::tr("Both Raspberry Pis are as they were before the first setup."));
    return ExitDone;
}

} // namespace twinlan
