// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commandcontext.h"
#include "app/commands/subcommand.h"
#include "app/exitcode.h"
#include "app/headlesstr.h"
#include "app/terminal.h"

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

int commands::apply(const CommandContext &context)
{
    if (auto accepted = context.acceptNewHostKeys(); !accepted)
        return context.reporter.fail(accepted.error());
    auto outcome = context.makeRun().apply(context.stop);
    if (!outcome)
        return context.reporter.fail(outcome.error());
    const QString carrier = outcome->plan.carrier == Carrier::Gre ? u"gre"_s : u"fou"_s;
    const PerSite<QString> tunnel { tunnelStateWord(outcome->tunnelState.a), tunnelStateWord(outcome->tunnelState.b) };
    if (context.reporter.isJson()) {
        printLine({ { u"result"_s, u"done"_s }, { u"stepsRun"_s, outcome->stepsRun }, { u"carrier"_s, carrier },
            { u"tunnelStateA"_s, tunnel.a }, { u"tunnelStateB"_s, tunnel.b } });
    } else if (outcome->stepsRun == 0) {
        printLine(stdout, Tr::tr("Nothing to do. Tunnel: A %1, B %2 (%3).").arg(tunnel.a, tunnel.b, carrier));
    } else {
        printLine(stdout, Tr::tr("Done, %n step(s). Tunnel: A %1, B %2 (%3).", nullptr, outcome->stepsRun).arg(tunnel.a, tunnel.b, carrier));
    }
    return ExitDone;
}

} // namespace twinlan
