// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of network, in the order of Addressing. On a Pi resources/remote/networks.sh names the same ones, and says which one counts where
// several fit.
#include "remote/plan/networks/dhcpcd.h"
#include "remote/plan/networks/ifupdown.h"
#include "remote/plan/networks/networkmanager.h"

namespace twinlan {

const std::vector<const Network *> &networks()
{
    static const std::vector<const Network *> all { &dhcpcdNetwork, &networkManagerNetwork, &ifupdownNetwork };
    return all;
}

const Network &networkOf(Addressing addressing)
{
    return *networks()[std::size_t(addressing)];
}

const Network *networkNamed(const QString &name)
{
    for (const Network *network : networks())
        if (name == QLatin1String(network->name))
            return network;
    return nullptr;
}

void setNetwork(PiPlan &pi, const Network &network, const NetworkFacts &facts)
{
    pi.addressing = network.addressing;
    static_cast<NetworkSettings &>(pi) = {};
    network.takeAlong(pi, facts);
}

} // namespace twinlan
