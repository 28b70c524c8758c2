// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/flow/devicelist.h"

#include <algorithm>

namespace twinlan {

DeviceList::DeviceList(Backend &backend, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
{
    connect(&m_backend, &Backend::deviceSearchWent, this, [this](const DeviceSearchState &state) { take(state, SearchStage::Running); });
    connect(&m_backend, &Backend::devicesSearched, this, [this](const DeviceSearchState &state) { take(state, SearchStage::Done); });
}

std::vector<HomeDevice> DeviceList::elsewhere() const
{
    std::vector<HomeDevice> devices = m_state.devices;
    std::erase_if(devices, [](const HomeDevice &device) { return device.home == Site::A; });
    std::stable_partition(devices.begin(), devices.end(), [](const HomeDevice &device) { return device.home.has_value(); });
    return devices;
}

void DeviceList::start(const BridgePlan &plan)
{
    take({ true, {}, m_state.way }, SearchStage::Running);
    m_backend.searchDevices(plan);
}

void DeviceList::stop()
{
    if (m_stage == SearchStage::Running)
        m_backend.withdrawDeviceSearch();
    if (m_stage != SearchStage::Idle)
        take({}, SearchStage::Idle);
}

void DeviceList::take(const DeviceSearchState &state, SearchStage stage)
{
    m_state = state;
    m_stage = stage;
    Q_EMIT changed();
}

} // namespace twinlan
