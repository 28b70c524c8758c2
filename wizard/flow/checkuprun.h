// SPDX-License-Identifier: GPL-3.0-or-later
// The check-up of both Pis that runs or ran last: how far it is, and what it has found.
#pragma once

#include "remote/setup/readiness.h"
#include "wizard/flow/piconnection.h"

namespace twinlan {

class CheckUpRun : public QObject
{
    Q_OBJECT

public:
    // All of them outlive it.
    CheckUpRun(Backend &backend, const PerSite<PiConnection *> &pis, const SavedSetup &saved, QObject *parent = nullptr);

    [[nodiscard]] CheckUpStage stage() const { return m_stage; }
    [[nodiscard]] const std::vector<Finding> &findings() const { return m_findings; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    void start(const BridgePlan &plan); // where one of the same plan runs, that one goes on

Q_SIGNALS:
    void completed(const twinlan::BridgePlan &plan); // with what the Pis say of themselves; before changed()
    void displaced(); // by a sign-in or by other addresses on a page before: what it would have found is about something else
    void changed();

private:
    void takePlan(const BridgePlan &plan);
    void takeFailure(const Error &error);
    void findFindings(const BridgePlan &plan);

    Backend &m_backend;
    PerSite<PiConnection *> m_pis;
    const SavedSetup &m_saved;
    CheckUpStage m_stage = CheckUpStage::Idle;
    BridgePlan m_plan; // as it was asked for
    std::vector<Finding> m_findings;
    std::optional<Error> m_error;
};

} // namespace twinlan
