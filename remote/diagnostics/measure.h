// SPDX-License-Identifier: GPL-3.0-or-later
// Diagnostics as values: how long, how large, what was stopped. Facts, never sentences.
#pragma once

#include "remote/diagnostics/parse.h"
#include "remote/discovery/homedevice.h"
#include "remote/setup/tunnelstate.h"
#include "remote/ssh/shell.h"

#include <QByteArray>
#include <QString>
#include <vector>

namespace twinlan {

// Result of the path MTU search: the largest IP packet that passed, with and without DF; 0: nothing passed.
struct PathMtu
{
    // How far is looked without DF: two full frames prove that pieces arrive (diagnose.sh, most_in_pieces).
    static constexpr int mostInPieces = 3000;
    int withDf = 0;
    int withoutDf = 0;
    bool operator==(const PathMtu &) const = default;
};

// What `brctl show` tells, and the tunnel.
struct BridgeState
{
    bool exists = false;
    bool stp = false;
    QString address; // its first IPv4 address: the Pi's own on the joined LAN
    int mtu = 0;
    QStringList ports; // names of cards
    bool tunnelExists = false;
    int tunnelMtu = 0;
    TunnelState tunnelState = TunnelState::Unknown; // the guard's last word
};

// Through resources/remote/diagnose.sh, on a Pi or (LocalShell) on this computer. filterCounters needs root there,
// others do not.
Result<BridgeState> bridgeState(
    Shell &shell, const QString &bridge, const QString &tunnel, const std::stop_token &stop = {});
Result<std::vector<FilterCounter>> filterCounters(Shell &shell, const std::stop_token &stop = {});
// Which devices the bridge of the Pi in this home has heard lately, by the home in which they are.
Result<LearnedCards> learnedCards(Shell &shell, Site home, const QString &bridge, const QString &tunnel, const std::stop_token &stop = {});
// How this Pi's Tailscale reaches the one with the address `peer`.
Result<TailnetWay> wayOf(Shell &shell, const QString &peer, const std::stop_token &stop = {});
// With `last`, what was found before: only asks whether that is still so, and searches where it is not.
Result<PathMtu> pathMtu(Shell &shell, const QString &target, const std::stop_token &stop = {}, const PathMtu &last = {});
} // namespace twinlan
