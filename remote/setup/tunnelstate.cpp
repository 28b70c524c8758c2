// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/tunnelstate.h"

namespace twinlan {

namespace {

struct StateRow
{
    TunnelState state;
    const char *word;
};

constexpr StateRow states[] = {
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
    for (const auto &row : states)
        if (word == QLatin1String(row.word))
            return row.state;
    return TunnelState::Unknown;
}

QString tunnelStateWord(TunnelState state)
{
    for (const auto &row : states)
        if (state == row.state)
            return QLatin1String(row.word);
    return {};
}

bool areJoined(const PerSite<TunnelState> &states)
{
    return states.a == TunnelState::Joined && states.b == TunnelState::Joined;
}

PerSite<TunnelState> agreed(PerSite<TunnelState> states)
{
    if (!areJoined(states))
        for (const auto site : bothSites)
            if (states[site] == TunnelState::Joined)
                states[site] = TunnelState::OtherPi;
    return states;
}

} // namespace twinlan
