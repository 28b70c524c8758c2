// SPDX-License-Identifier: GPL-3.0-or-later
// What is being done to both Pis, or was done last: a setup, or its undoing. How far it is, how it ended, and what of that
// the next start of this program has to know.
#pragma once

#include "wizard/backend/backend.h"
#include "wizard/flow/savedsetup.h"
#include "wizard/flow/stages.h"
#include "wizard/flow/stepboard.h"

namespace twinlan {

class CurrentRun : public QObject
{
    Q_OBJECT

public:
    enum class AfterStop {
        UndoAll,
        KeepWorking
    };

    // Both outlive it.
    CurrentRun(Backend &backend, SavedSetup &saved, QObject *parent = nullptr);

    [[nodiscard]] ApplyStage stage() const { return m_stage; }
    [[nodiscard]] bool isWorking() const { return twinlan::isWorking(m_stage); }
    [[nodiscard]] const StepBoard &board() const { return m_board; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] const std::optional<SetupOutcome> &outcome() const { return m_outcome; }
    [[nodiscard]] bool isJoined() const;
    [[nodiscard]] bool waitsForCarrying() const; // Pi B is still in this home

    void reset() { m_stage = ApplyStage::Idle; } // for another goal; says nothing, because the page changes with it
    void apply(const BridgePlan &plan);
    void stop(AfterStop afterwards); // a setup that runs
    void undo(const BridgePlan &plan); // ends in Stopped: the plan stays, for another try
    void remove(const BridgePlan &plan, const Removal &removal); // ends in Removed, and the plan is forgotten
    void takeTunnelState(Site site, TunnelState state); // a newer one than the outcome has

Q_SIGNALS:
    void applied(const twinlan::BridgePlan &plan); // as it is on the Pis now; before stageChanged()
    void progressed(); // the board, or the outcome
    void stageChanged();

private:
    void startUndo(const BridgePlan &plan, const Removal &removal, ApplyStage end);
    void setStage(ApplyStage stage);
    void takeOutcome(const SetupOutcome &outcome);
    void takeUndone();
    void takeFailure(Task task, const Error &error);
    void rememberBegun(bool isRemoval);
    void rememberStep(const StepEvent &event);
    void rememberEnd();

    Backend &m_backend;
    SavedSetup &m_saved;
    ApplyStage m_stage = ApplyStage::Idle;
    ApplyStage m_undoneStage = ApplyStage::Stopped; // where the undoing that runs shall end
    AfterStop m_afterStop = AfterStop::UndoAll;
    BridgePlan m_plan; // of the run
    StepBoard m_board;
    std::optional<Error> m_error;
    std::optional<SetupOutcome> m_outcome;
};

} // namespace twinlan
