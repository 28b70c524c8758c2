// SPDX-License-Identifier: GPL-3.0-or-later
// Which addresses a search may ask: those of the home's network that this computer is in, and no others.
#pragma once

#include "remote/plan/addressplan.h"

namespace twinlan {

[[nodiscard]] bool isInNetwork(Ipv4 address, Ipv4 network, int prefixLength);

// An address of this computer.
struct OwnAddress
{
    Ipv4 address;
    int prefixLength = 24;
    QString interfaceName;

    [[nodiscard]] bool sees(Ipv4 other) const; // in the same network
};

// Those in a private network (RFC 1918) with room for neighbours, one for each network, at most three.
[[nodiscard]] std::vector<OwnAddress> homeNetworks(const std::vector<OwnAddress> &all);
// Every other address of these networks, of a network larger than a /24 only the /24 around this computer. Taken from each in turn, so
// that an empty network does not make the others wait.
[[nodiscard]] std::vector<Ipv4> addressesToAsk(const std::vector<OwnAddress> &networks);

} // namespace twinlan
