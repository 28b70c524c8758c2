// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/tunnelstate.h"

#include "remote/core/words.h"

namespace twinlan {

namespace {

constexpr Word<TunnelState> states[] = {
    { TunnelState::Joined, "joined" },
    { TunnelState::Checking, "apart:checking" },
    { TunnelState::NoFilter, "apart:no-filter" },
    { TunnelState::NoBridge, "apart:no-bridge" },
    { TunnelState::NoVpn, "apart:no-vpn" },
    { TunnelState::NoPeer, "apart:no-peer" },
    { TunnelState::OtherPi, "apart:other-pi" },
    { TunnelState::SameLan, "apart:same-lan" },
    { TunnelState::SameRouter, "apart:same-router" },
};

} // namespace

TunnelState tunnelStateOf(const QString &word)
{
    return valueOf(states, word, TunnelState::Unknown);
}

QString tunnelStateWord(TunnelState state)
{
    return wordOf(states, state);
}

bool areJoined(const PerSite<TunnelState> &states)
{
    return states.a == TunnelState::Joined && states.b == TunnelState::Joined;
}

PerSite<TunnelState> agreed(PerSite<TunnelState> states)
{
    if (!areJoined(states))
        for (const Site site : bothSites)
            if (states[site] == TunnelState::Joined)
                states[site] = TunnelState::OtherPi;
    return states;
}

} // namespace twinlan
