// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commandcontext.h"
#include "app/commands/subcommand.h"
#include "app/exitcode.h"
#include "app/headlesstr.h"
#include "app/terminal.h"
#include "remote/setup/tunnelstate.h"
#include "wizard/text/plaintext.h"
#include "wizard/words/tunnelwords.h"
#include "wizard/words/words.h"

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

void printJson(const PerSite<PiFacts> &facts, const PerSite<TunnelState> &tunnels)
{
    for (const Site site : bothSites) {
        const PiFacts &pi = facts[site];
        const auto lan = pi.lanAddress();
        printLine({ { u"site"_s, siteName(site) }, { u"hostName"_s, pi.hostName },
            { u"lanAddress"_s, lan ? lan->toString() : QString() }, { u"tailnetAddress"_s, pi.tailscale.address },
            { u"run"_s, runStateName(pi.runState) }, { u"tunnelState"_s, tunnelStateWord(tunnels[site]) }, { u"joined"_s, areJoined(tunnels) },
            { u"tailscale"_s, pi.tailscale.backendState } });
    }
}

void printText(const PerSite<PiFacts> &facts, const PerSite<TunnelState> &tunnels)
{
    for (const Site site : bothSites) {
        const PiFacts &pi = facts[site];
        const auto lan = pi.lanAddress();
        printLine(stdout,
            Tr::tr("%1  %2  LAN %3  Tailscale %4 (%5)  setup: %6  tunnel: %7")
                .arg(siteName(site), visibleLine(pi.hostName), visibleLine(lan ? lan->toString() : QString()),
                    visibleLine(pi.tailscale.address), visibleLine(pi.tailscale.backendState),
                    runStateName(pi.runState), tunnelStateWord(tunnels[site])));
    }
    for (const Site site : bothSites) {
        const TunnelState state = tunnels[site];
        if (areJoined(tunnels) && site == Site::A)
            printLine(stdout, tunnelStateText(state));
        else if (state != TunnelState::Joined && state != TunnelState::Unknown)
            printLine(stdout, Tr::tr("%1: %2", "a Raspberry Pi, and how its tunnel is").arg(piName(site), tunnelStateText(state)));
    }
}

} // namespace

int commands::status(const CommandContext &context)
{
    auto facts = context.surveyBoth();
    if (!facts)
        return context.reporter.fail(facts.error());
    const PerSite<TunnelState> tunnels = agreed({ facts->a.tunnelState, facts->b.tunnelState });
    if (context.reporter.isJson())
        printJson(*facts, tunnels);
    else
        printText(*facts, tunnels);
    return ExitDone;
}

} // namespace twinlan
