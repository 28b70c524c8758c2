// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/discovery/homenetworks.h"

#include <algorithm>

namespace twinlan {

namespace {

constexpr std::size_t mostNetworks = 3; // cable, Wi-Fi, and one more
constexpr int smallest = 30; // the longest prefix that leaves room for a neighbour
constexpr int largest = 24; // that is asked whole

std::uint32_t maskOf(int prefixLength)
{
    return prefixLength <= 0 ? 0 : ~std::uint32_t(0) << (32 - std::min(prefixLength, 32));
}

} // namespace

bool isInNetwork(Ipv4 address, Ipv4 network, int prefixLength)
{
    return ((address.value() ^ network.value()) & maskOf(prefixLength)) == 0;
}

bool OwnAddress::sees(Ipv4 other) const
{
    return isInNetwork(other, address, prefixLength);
}

std::vector<OwnAddress> homeNetworks(const std::vector<OwnAddress> &all)
{
    std::vector<OwnAddress> networks;
    for (const OwnAddress &own : all) {
        const bool isHome = own.address.isPrivate() && own.prefixLength >= 8 && own.prefixLength <= smallest;
        const bool isKnown = std::any_of(networks.begin(), networks.end(), [&](const OwnAddress &other) { return other.sees(own.address); });
        if (isHome && !isKnown && networks.size() < mostNetworks)
            networks.push_back(own);
    }
    return networks;
}

std::vector<Ipv4> addressesToAsk(const std::vector<OwnAddress> &networks)
{
    std::vector<Ipv4> addresses;
    for (std::uint32_t number = 1; number < 255; ++number) {
        for (const OwnAddress &own : networks) {
            const std::uint32_t mask = maskOf(std::max(own.prefixLength, largest));
            const Ipv4 address((own.address.value() & mask) + number);
            if (number < ~mask && address != own.address)
                addresses.push_back(address);
        }
    }
    return addresses;
}

} // namespace twinlan
