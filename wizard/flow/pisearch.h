// SPDX-License-Identifier: GPL-3.0-or-later
// The search for Raspberry Pis in this home's network: how far it is, and what it has found.
#pragma once

#include "wizard/backend/backend.h"
#include "wizard/flow/savedsetup.h"
#include "wizard/flow/stages.h"

namespace twinlan {

class PiSearch : public QObject
{
    Q_OBJECT

public:
    explicit PiSearch(Backend &backend, QObject *parent = nullptr);

    [[nodiscard]] SearchStage stage() const { return m_stage; }
    [[nodiscard]] const LanSearchState &state() const { return m_state; } // stays when the search is over
    // What may be the Pi of `site`: the devices found, Raspberry Pis first, without the one that was chosen for the other Pi. That one is known by
    // its cards' MAC addresses; by its IP address only while it is in this home, because homes that are not joined may have one address twice.
    [[nodiscard]] std::vector<FoundDevice> devicesFor(Site site, const PerSite<PiAnswers> &answers, const std::optional<PiFacts> &other) const;

    void start(); // anew
    void stop();

Q_SIGNALS:
    void changed();

private:
    void take(const LanSearchState &state, SearchStage stage);

    Backend &m_backend;
    SearchStage m_stage = SearchStage::Idle;
    LanSearchState m_state;
};

} // namespace twinlan
