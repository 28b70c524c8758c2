// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/flow/checkuprun.h"

#include <QDateTime>

namespace twinlan {

CheckUpRun::CheckUpRun(Backend &backend, const PerSite<PiConnection *> &pis, const SavedSetup &saved, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_pis(pis)
    , m_saved(saved)
{
    connect(&m_backend, &Backend::planCompleted, this, &CheckUpRun::takePlan);
    connect(&m_backend, &Backend::failed, this, [this](Task task, Site, const Error &error) {
        if (task == Task::CheckUp)
            takeFailure(error);
    });
    connect(&m_backend, &Backend::superseded, this, [this](Task task) {
        if (task != Task::CheckUp)
            return;
        m_stage = CheckUpStage::Idle;
        Q_EMIT displaced();
    });
}

void CheckUpRun::start(const BridgePlan &plan)
{
    if (m_stage == CheckUpStage::Running && m_plan == plan)
        return;
    m_stage = CheckUpStage::Running;
    m_plan = plan;
    m_error.reset();
    m_findings.clear();
    m_backend.checkUp(m_plan);
    Q_EMIT changed();
}

void CheckUpRun::takePlan(const BridgePlan &plan)
{
    findFindings(plan);
    m_stage = hasBlocker(m_findings) ? CheckUpStage::Failed : CheckUpStage::Ready;
    Q_EMIT completed(plan);
    Q_EMIT changed();
}

void CheckUpRun::takeFailure(const Error &error)
{
    m_stage = CheckUpStage::Failed;
    m_error = error;
    // The refusal is one sentence; the findings beside it show everything else that is or is not in order.
    findFindings(m_plan);
    Q_EMIT changed();
}

void CheckUpRun::findFindings(const BridgePlan &plan)
{
    const auto &a = m_pis.a->state().facts;
    const auto &b = m_pis.b->state().facts;
    if (!a || !b)
        return;
    const bool bothAreHere = m_saved.answers().pis.b.place == Place::NextToMe;
    const Surroundings around { .nowUtc = QDateTime::currentSecsSinceEpoch(), .piBIsHere = bothAreHere, .ownRouter = m_backend.ownRouter() };
    m_findings = twinlan::findings(plan, { *a, *b }, around);
}

} // namespace twinlan
