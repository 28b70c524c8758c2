// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/flow/currentrun.h"

#include "remote/setup/tunnelstate.h"

#include <QDateTime>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

CurrentRun::CurrentRun(Backend &backend, SavedSetup &saved, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_saved(saved)
{
    m_board.reset();
    connect(&m_backend, &Backend::stepChanged, this, [this](const StepEvent &event) {
        m_board.take(event);
        rememberStep(event);
        Q_EMIT progressed();
    });
    connect(&m_backend, &Backend::applied, this, &CurrentRun::takeOutcome);
    connect(&m_backend, &Backend::undone, this, &CurrentRun::takeUndone);
    connect(&m_backend, &Backend::failed, this, [this](Task task, Site, const Error &error) { takeFailure(task, error); });
}

bool CurrentRun::isJoined() const
{
    return m_outcome && areJoined(m_outcome->tunnelState);
}

bool CurrentRun::waitsForCarrying() const
{
    return m_outcome
        && (m_outcome->tunnelState.a == TunnelState::SameLan || m_outcome->tunnelState.b == TunnelState::SameLan);
}

void CurrentRun::apply(const BridgePlan &plan)
{
    m_plan = plan;
    m_board.reset();
    m_error.reset();
    m_outcome.reset();
    m_saved.save(m_plan);
    rememberBegun(false);
    m_backend.apply(m_plan);
    setStage(ApplyStage::Running);
}

void CurrentRun::stop(AfterStop afterwards)
{
    if (m_stage != ApplyStage::Running)
        return;
    m_afterStop = afterwards;
    m_backend.stop();
    setStage(ApplyStage::Stopping);
}

void CurrentRun::undo(const BridgePlan &plan)
{
    startUndo(plan, {}, ApplyStage::Stopped);
}

void CurrentRun::remove(const BridgePlan &plan, const Removal &removal)
{
    startUndo(plan, removal, ApplyStage::Removed);
}

void CurrentRun::startUndo(const BridgePlan &plan, const Removal &removal, ApplyStage end)
{
    m_undoneStage = end;
    m_error.reset();
    rememberBegun(true);
    m_backend.undo(plan, removal);
    setStage(ApplyStage::Undoing);
}

void CurrentRun::takeTunnelState(Site site, TunnelState state)
{
    if (!m_outcome)
        return;
    m_outcome->tunnelState[site] = state;
    Q_EMIT progressed();
}

void CurrentRun::setStage(ApplyStage stage)
{
    m_stage = stage;
    Q_EMIT stageChanged();
}

void CurrentRun::takeOutcome(const SetupOutcome &outcome)
{
    m_board.finish();
    m_outcome = outcome;
    m_saved.save(outcome.plan);
    rememberEnd();
    Q_EMIT applied(outcome.plan);
    setStage(ApplyStage::Done);
}

void CurrentRun::takeUndone()
{
    m_board.finish();
    m_board.takeBack();
    m_saved.change([&](Answers &all) {
        all.applied = false;
        all.unfinished.reset();
    });
    if (m_undoneStage == ApplyStage::Removed)
        m_saved.forgetPlan();
    setStage(m_undoneStage);
}

void CurrentRun::takeFailure(Task task, const Error &error)
{
    if (task != Task::Apply && task != Task::Undo)
        return;
    if (task == Task::Apply)
        m_board.finish();
    if (task == Task::Apply && m_stage == ApplyStage::Stopping) {
        // A Pi in the switch has been put back by the run itself; what was already confirmed is taken back here.
        if (m_afterStop == AfterStop::UndoAll) {
            undo(m_plan);
            return;
        }
        // Otherwise both work as before, unless a Pi says that it does not.
        if (error.kind != ErrorKind::RollbackIncomplete) {
            setStage(ApplyStage::Stopped);
            return;
        }
    }
    m_error = error;
    setStage(ApplyStage::Failed);
}

// On disk before the first change and gone after the last one: whatever becomes of this program, its next start knows.
void CurrentRun::rememberBegun(bool isRemoval)
{
    m_saved.change([&](Answers &all) {
        all.applied = true; // from now on there may be something on the Pis
        all.unfinished = UnfinishedRun { isRemoval, QDateTime::currentDateTime().toString(u"yyyy-MM-dd HH:mm"_s), {} };
    });
}

void CurrentRun::rememberStep(const StepEvent &event)
{
    Answers all = m_saved.answers();
    if (event.state != StepState::Running || !all.unfinished)
        return;
    all.unfinished->lastSteps[event.site] = stepName(event.step);
    m_saved.save(all); // writes only what is new: a step's progress is not
}

void CurrentRun::rememberEnd()
{
    m_saved.change([&](Answers &all) { all.unfinished.reset(); });
}

} // namespace twinlan
