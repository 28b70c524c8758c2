// SPDX-License-Identifier: GPL-3.0-or-later
// The guard's word for the tunnel (resources/remote/tunnel.sh), as what the program decides on.
#pragma once

#include "remote/core/site.h"

#include <QString>

namespace twinlan {

enum class TunnelState {
    Unknown, // no guard runs, or a newer one than this program
    Joined,
    Checking,
    NoFilter,
    NoBridge,
    NoVpn,
    NoPeer,
    OtherPi, // ready, but the other one is not: that one says why
    SameLan, // both Pis are on one LAN
    SameRouter, // the routers of the two homes have the same address
};

[[nodiscard]] TunnelState tunnelStateOf(const QString &word);
[[nodiscard]] QString tunnelStateWord(TunnelState state); // "apart:same-lan"; Unknown: empty

// A Pi speaks of its own end. Homes are joined where both ends are; while only one says so, its state becomes OtherPi.
[[nodiscard]] PerSite<TunnelState> agreed(PerSite<TunnelState> states);
[[nodiscard]] bool areJoined(const PerSite<TunnelState> &states);

} // namespace twinlan
