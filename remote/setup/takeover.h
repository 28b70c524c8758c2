// SPDX-License-Identifier: GPL-3.0-or-later
// A network that somebody set up by hand on a Pi, by the recipe (remote/plan/README.md#recipe) or half of it: what it is, and
// whether a setup can take its place.
#pragma once

#include "remote/setup/facts.h"

namespace twinlan {

// By names that its owner knows: a bridge over the LAN card that is not ours, and files. Empty: there is nothing of the kind.
[[nodiscard]] QStringList madeByHand(const PiFacts &facts, const QString &bridgeName);

struct TakeOver
{
    QString holder; // what has the LAN address: the bridge made by hand, or the card
    QStringList files; // in which lines are set aside; the backup keeps them as they were
    QStringList interfaces; // what these lines are about
    // The router knows the Pi by these two, and so it keeps its address: the bridge made by hand has a MAC of its tunnel's, and dhclient
    // an identity of its own.
    QString mac;
    QString dhcpClientId; // "ff:87:…", RFC 4361; empty: what dhcpcd makes of the card's own MAC
};
// Nothing: there is nothing to take over, or it is more than the recipe: another card or program hangs on it, it has a fixed address, or
// no file says where it comes from, so that nothing could bring it back.
[[nodiscard]] std::optional<TakeOver> takeOver(const PiFacts &facts, const QString &bridgeName);

} // namespace twinlan
