// SPDX-License-Identifier: GPL-3.0-or-later
// Who has which MAC address in this computer's networks, as its operating system knows. A platform is a file: neighbourtable_PLATFORM.cpp.
#pragma once

#include "remote/plan/addressplan.h"

#include <QByteArray>
#include <memory>

namespace twinlan {

struct Neighbour
{
    Ipv4 address;
    QString mac; // as the system writes it
    bool operator==(const Neighbour &) const = default;
};

class NeighbourTable
{
public:
    virtual ~NeighbourTable() = default;
    // Those that have answered, now or some minutes ago. Takes no time that anybody notices.
    [[nodiscard]] virtual std::vector<Neighbour> read() const = 0;

    // Never null.
    static std::unique_ptr<NeighbourTable> ofThisComputer();
};

// The text of Linux's /proc/net/arp.
[[nodiscard]] std::vector<Neighbour> neighboursInProc(const QByteArray &text);

} // namespace twinlan
