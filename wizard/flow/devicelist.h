// SPDX-License-Identifier: GPL-3.0-or-later
// What the other home has to offer, once both are joined: how far the search for it is, and what it has found.
#pragma once

#include "wizard/backend/backend.h"
#include "wizard/flow/stages.h"

namespace twinlan {

class DeviceList : public QObject
{
    Q_OBJECT

public:
    explicit DeviceList(Backend &backend, QObject *parent = nullptr);

    [[nodiscard]] SearchStage stage() const { return m_stage; } // Idle after stop(): what was found is of another hour then
    [[nodiscard]] bool hasNetwork() const { return m_state.hasNetwork; }
    [[nodiscard]] TailnetWay way() const { return m_state.way; } // to the other home
    // The devices of the other home, then those of an unknown one. Those of this home are left out: their owner had them before.
    [[nodiscard]] std::vector<HomeDevice> elsewhere() const;

    void start(const BridgePlan &plan); // anew
    void stop();

Q_SIGNALS:
    void changed();

private:
    void take(const DeviceSearchState &state, SearchStage stage);

    Backend &m_backend;
    SearchStage m_stage = SearchStage::Idle;
    DeviceSearchState m_state;
};

} // namespace twinlan
