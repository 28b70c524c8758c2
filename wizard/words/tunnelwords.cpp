// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/words/tunnelwords.h"

#include "wizard/words/words.h"

#include <QCoreApplication>

namespace twinlan {

namespace {

struct W
{
    Q_DECLARE_TR_FUNCTIONS(Tunnel)
};

} // namespace

QString tunnelStateText(TunnelState state)
{
    switch (state) {
    case TunnelState::Unknown:
        break;
    case TunnelState::Joined:
        return W::tr("The homes are joined.");
    case TunnelState::OtherPi:
        return W::tr("Ready, but the other Raspberry Pi is not: look there for the reason.");
    case TunnelState::SameLan:
        return W::tr("Not joined: both Raspberry Pis are in the same home, or another cable joins the homes. The tunnel would make a loop.");
    case TunnelState::SameRouter:
        return W::tr("Not joined: the routers of both homes have the same address. Give one of them another address, as planned on the page “Routers”.");
    case TunnelState::NoPeer:
        return W::tr("Not joined: the other Raspberry Pi does not answer over Tailscale.");
    case TunnelState::NoVpn:
        return W::tr("Not joined: Tailscale is not connected.");
    case TunnelState::NoFilter:
        return W::tr("Not joined: the filter is not loaded.");
    case TunnelState::NoBridge:
        return W::tr("Not joined: the bridge is not ready.");
    case TunnelState::Checking:
        return W::tr("About to join.");
    }
    return {};
}

QString tunnelReasons(const PerSite<TunnelState> &states)
{
    if (states.a == states.b)
        return tunnelStateText(states.a);
    QStringList reasons;
    QStringList pointers; // to the other one, which may know more
    for (const Site site : bothSites) {
        if (states[site] == TunnelState::Unknown)
            continue;
        const QString line = W::tr("%1: %2", "a Raspberry Pi, and how its tunnel is").arg(piName(site), tunnelStateText(states[site]));
        (states[site] == TunnelState::OtherPi ? pointers : reasons) << line;
    }
    return (reasons.isEmpty() ? pointers : reasons).join(u'\n');
}

QString wayText(TailnetWay way)
{
    switch (way) {
    case TailnetWay::Unknown:
        break;
    case TailnetWay::Direct:
        return W::tr("The way between them is direct: as fast as both internet lines allow.");
    case TailnetWay::Relayed:
        return W::tr("The way between them leads through a relay, which makes it slow. It often becomes direct when UPnP is turned on in one of the routers, or when both homes have IPv6.");
    }
    return {};
}

} // namespace twinlan
