// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/flow/pisearch.h"

#include <algorithm>

namespace twinlan {

PiSearch::PiSearch(Backend &backend, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
{
    connect(&m_backend, &Backend::lanSearchWent, this, [this](const LanSearchState &state) { take(state, SearchStage::Running); });
    connect(&m_backend, &Backend::lanSearched, this, [this](const LanSearchState &state) { take(state, SearchStage::Done); });
}

std::vector<FoundDevice> PiSearch::devicesFor(Site site, const PerSite<PiAnswers> &answers, const std::optional<PiFacts> &other) const
{
    const bool otherIsHere = site == Site::B || answers.b.place == Place::NextToMe;
    const QString otherHost = otherIsHere ? answers[otherSite(site)].host : QString();
    std::vector<FoundDevice> devices = m_state.devices;
    std::erase_if(devices, [&](const FoundDevice &device) {
        const QString address = device.address.toString();
        const auto isOf = [&](const InterfaceFacts &card) {
            const bool isThere = !otherHost.isEmpty() && card.address.section(u'/', 0, 0) == address;
            return isThere || (!device.mac.isEmpty() && tidyMac(card.mac) == device.mac);
        };
        return address == otherHost.trimmed() || (other && std::any_of(other->interfaces.begin(), other->interfaces.end(), isOf));
    });
    std::stable_partition(devices.begin(), devices.end(), [](const FoundDevice &device) { return device.isPi(); });
    return devices;
}

void PiSearch::start()
{
    take({}, SearchStage::Running);
    m_backend.searchLan();
}

void PiSearch::stop()
{
    if (m_stage != SearchStage::Running)
        return;
    m_backend.withdrawLanSearch();
    take(m_state, SearchStage::Stopped);
}

void PiSearch::take(const LanSearchState &state, SearchStage stage)
{
    m_state = state;
    m_stage = stage;
    Q_EMIT changed();
}

} // namespace twinlan
