// SPDX-License-Identifier: GPL-3.0-or-later
// The controller's other half: what comes back from the Pis.
#include "wizard/flow/setupcontroller.h"

#include "wizard/words/plaintext.h"

#include <QDateTime>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

void SetupController::wireBackend()
{
    connect(&m_backend, &Backend::signedIn, this, [this](Site site, const PiFacts &facts) {
        m_pis[site].stage = SignInStage::SignedIn;
        takeFacts(site, facts);
        // Pi A has a page of its own for this; Pi B's owner has usually logged it in beforehand.
        if (site == Site::B && m_goal != Goal::Remove && !loggedIn(site))
            logIn(site);
        notifyPi(site);
    });
    connect(&m_backend, &Backend::surveyed, this, [this](Site site, const PiFacts &facts) {
        takeFacts(site, facts);
        if (m_page == PageId::Result && m_outcome) {
            m_outcome->tunnelState[site] = facts.tunnelState;
            Q_EMIT applyChanged();
        }
        notifyPi(site);
    });
    connect(&m_backend, &Backend::tailscaleUrl, this, [this](Site site, const QString &url) {
        // It is opened with a click: a page in the web, and nothing else that a Pi may have thought of.
        const auto link = webLink(url);
        if (!link)
            m_backend.cancelLogin(site);
        m_pis[site].loginUrl = link.value_or(QString());
        m_pis[site].login = link ? LoginStage::WaitingForPerson : LoginStage::Failed;
        if (!link)
            m_pis[site].loginError = Error { ErrorKind::BadAnswer, answers(site).host, {}, url };
        notifyPi(site);
    });
    connect(&m_backend, &Backend::tailscaleLoggedIn, this, [this](Site site, const TailscaleFacts &facts) {
        m_pis[site].login = LoginStage::LoggedIn;
        m_pis[site].loginUrl.clear();
        if (m_pis[site].facts)
            m_pis[site].facts->tailscale = facts;
        notifyPi(site);
    });
    connect(&m_backend, &Backend::planCompleted, this, [this](const BridgePlan &plan) {
        m_plan = plan;
        m_checkUp = CheckUpStage::Ready;
        if (m_pis.a.facts && m_pis.b.facts) {
            m_findings = twinlan::findings(m_plan, { *m_pis.a.facts, *m_pis.b.facts },
                { .nowUtc = QDateTime::currentSecsSinceEpoch(), .piBIsHere = answers(Site::B).place == Place::NextToMe });
            if (hasBlocker(m_findings))
                m_checkUp = CheckUpStage::Failed;
        }
        Q_EMIT checkUpChanged();
        Q_EMIT navigationChanged();
    });
    connect(&m_backend, &Backend::checked, this, [this](const PerSite<std::vector<StepId>> &steps) {
        m_stepsToRun = steps;
        Q_EMIT reviewChanged();
        Q_EMIT navigationChanged();
    });
    connect(&m_backend, &Backend::stepChanged, this, [this](const StepEvent &event) {
        m_board.take(event);
        rememberStep(event);
        Q_EMIT applyChanged();
    });
    connect(&m_backend, &Backend::applied, this, [this](const SetupOutcome &outcome) {
        m_board.finish();
        m_outcome = outcome;
        m_plan = outcome.plan;
        m_saved.save(m_plan);
        rememberEnd();
        setApply(ApplyStage::Done);
        next(); // the result is what everybody has been waiting for
    });
    connect(&m_backend, &Backend::undone, this, [this] {
        m_board.finish();
        m_board.takeBack();
        Answers all = m_saved.answers();
        all.applied = false;
        all.unfinished.reset();
        m_saved.save(all);
        if (m_goal == Goal::Remove)
            m_saved.forgetPlan();
        setApply(m_goal == Goal::Remove ? ApplyStage::Removed : ApplyStage::Stopped);
    });
    connect(&m_backend, &Backend::failed, this, &SetupController::takeFailure);
}

void SetupController::takeFailure(Task task, Site site, const Error &error)
{
    PiState &pi = m_pis[site];
    switch (task) {
    case Task::SignIn: {
        const bool asks = error.kind == ErrorKind::HostKeyUnknown || error.kind == ErrorKind::HostKeyChanged;
        pi.stage = asks ? SignInStage::AskHostKey : SignInStage::Failed;
        pi.error = error;
        notifyPi(site);
        return;
    }
    case Task::Survey:
        pi.refreshing = false;
        if (error.kind != ErrorKind::Cancelled) // the person wished for something else meanwhile, and has its answer instead
            pi.error = error;
        notifyPi(site);
        return;
    case Task::TailscaleLogin:
        pi.login = LoginStage::Failed;
        pi.loginError = error;
        notifyPi(site);
        return;
    case Task::CheckUp:
        if (error.kind == ErrorKind::Cancelled) { // by a sign-in on a page before; what it found would be about another Pi
            m_checkUp = CheckUpStage::Idle;
            if (m_page == PageId::CheckUp)
                checkUp();
            else
                Q_EMIT checkUpChanged();
            return;
        }
        m_checkUp = CheckUpStage::Failed;
        m_checkUpError = error;
        // The refusal is one sentence; the findings beside it show everything else that is or is not in order.
        if (m_pis.a.facts && m_pis.b.facts) {
            m_findings = twinlan::findings(m_plan, { *m_pis.a.facts, *m_pis.b.facts },
                { .nowUtc = QDateTime::currentSecsSinceEpoch(), .piBIsHere = answers(Site::B).place == Place::NextToMe });
        }
        Q_EMIT checkUpChanged();
        Q_EMIT navigationChanged();
        return;
    case Task::Check:
        // Not knowing beforehand which steps will run is no reason to stop: apply() checks each one again.
        m_stepsToRun = PerSite<std::vector<StepId>> { allSteps(), allSteps() };
        Q_EMIT reviewChanged();
        Q_EMIT navigationChanged();
        return;
    case Task::Apply:
        m_board.finish();
        if (m_apply == ApplyStage::Stopping) {
            // A Pi in the switch has been put back by the run itself; what was already confirmed is taken back here.
            if (stopUndoesAll()) {
                startUndo();
                return;
            }
            // Otherwise both work as before, unless a Pi says that it does not.
            if (error.kind != ErrorKind::RollbackIncomplete) {
                setApply(ApplyStage::Stopped);
                return;
            }
        }
        m_applyError = error;
        setApply(ApplyStage::Failed);
        return;
    case Task::Undo:
        m_applyError = error;
        setApply(ApplyStage::Failed);
        return;
    }
}

} // namespace twinlan
