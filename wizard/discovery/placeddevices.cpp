// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/discovery/placeddevices.h"

#include "remote/diagnostics/measure.h"

namespace twinlan {

DeviceSearchState placed(DeviceSearchState found, const LearnedCards &learned, const AddressPlan &plan)
{
    for (HomeDevice &device : found.devices)
        device.home = homeOf(device, learned, plan);
    return found;
}

DeviceSearchState placedByBridge(const DeviceSearchState &found, Shell &piA, const BridgePlan &plan, const std::stop_token &stop)
{
    const auto learned = learnedCards(piA, Site::A, plan.bridgeName, plan.tunnelName, stop);
    DeviceSearchState state = placed(found, learned ? *learned : LearnedCards(), plan.addresses);
    if (const auto way = wayOf(piA, plan.pis.b.tailnetAddress, stop))
        state.way = *way;
    return state;
}

} // namespace twinlan
