// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/flow/setupcontroller.h"

#include "remote/setup/tunnelstate.h"

#include <QDateTime>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

SetupController::SetupController(Backend &backend, SavedSetup saved, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_saved(std::move(saved))
    , m_draft(m_saved.plan().addresses)
    , m_plan(m_saved.plan())
{
    m_board.reset();
    wireBackend();
}

// --- what was saved

void SetupController::setLanguage(const QString &code)
{
    Answers answers = m_saved.answers();
    answers.language = code;
    m_saved.save(answers);
}

// --- addresses

void SetupController::setAddressText(Site site, AddressField field, const QString &text)
{
    m_draft.setText(site, field, text);
    Q_EMIT addressesChanged();
    Q_EMIT navigationChanged();
}

void SetupController::repairAddresses()
{
    m_draft = AddressDraft(m_draft.repaired());
    Q_EMIT addressesChanged();
    Q_EMIT navigationChanged();
}

void SetupController::useRecipeAddresses()
{
    m_draft = AddressDraft();
    Q_EMIT addressesChanged();
    Q_EMIT navigationChanged();
}

// --- the Pis

void SetupController::setAnswers(Site site, const PiAnswers &answers)
{
    Answers all = m_saved.answers();
    if (all.pis[site] == answers)
        return;
    const bool elsewhere = all.pis[site].host != answers.host || all.pis[site].port != answers.port || all.pis[site].user != answers.user
        || all.pis[site].place != answers.place;
    all.pis[site] = answers;
    m_saved.save(all);
    if (elsewhere && m_pis[site].stage != SignInStage::Idle)
        m_pis[site] = {}; // what is known is about another Pi, or another account of it
    notifyPi(site);
}

void SetupController::connectTo(Site site, Secret password, Secret keyPassphrase)
{
    const PiAnswers &typed = answers(site);
    SignIn signIn;
    signIn.target = { typed.host.trimmed(), typed.port, typed.user.trimmed() };
    signIn.credentials.password = std::move(password);
    signIn.credentials.keyPassphrase = std::move(keyPassphrase);
    if (typed.useKey)
        signIn.credentials.keyFile = typed.keyFile;
    signIn.viaPiA = site == Site::B && typed.place == Place::OtherHome;
    m_pis[site] = {};
    m_pis[site].stage = SignInStage::Connecting;
    m_backend.signIn(site, std::move(signIn));
    notifyPi(site);
}

void SetupController::trustHostKey(Site site)
{
    if (m_pis[site].stage != SignInStage::AskHostKey)
        return;
    m_pis[site].stage = SignInStage::Connecting;
    m_pis[site].error.reset();
    m_backend.trustHostKey(site);
    notifyPi(site);
}

void SetupController::refuseHostKey(Site site)
{
    m_pis[site] = {};
    notifyPi(site);
}

void SetupController::refresh(Site site)
{
    if (m_pis[site].stage != SignInStage::SignedIn || m_pis[site].refreshing)
        return;
    m_pis[site].refreshing = true;
    m_backend.survey(site);
    notifyPi(site);
}

void SetupController::setLoginServer(const QString &url)
{
    Answers all = m_saved.answers();
    all.loginServer = url.trimmed();
    m_saved.save(all);
}

void SetupController::logIn(Site site)
{
    m_pis[site].login = LoginStage::Asking;
    m_pis[site].loginUrl.clear();
    m_pis[site].loginError.reset();
    m_backend.loginToTailscale(site, loginServer());
    notifyPi(site);
}

bool SetupController::loggedIn(Site site) const
{
    const PiState &pi = m_pis[site];
    return pi.stage == SignInStage::SignedIn && pi.login == LoginStage::LoggedIn;
}

void SetupController::enterTailscale(Site site)
{
    const PiState &pi = m_pis[site];
    if (pi.facts && (pi.login == LoginStage::Unknown || pi.login == LoginStage::Failed))
        logIn(site);
}

void SetupController::setPiBIsGone(bool gone)
{
    m_piBGone = gone;
    Q_EMIT navigationChanged();
}

void SetupController::takeFacts(Site site, const PiFacts &facts)
{
    PiState &pi = m_pis[site];
    pi.facts = facts;
    pi.refreshing = false;
    pi.error.reset();
    if (facts.tailscale.isLoggedIn())
        pi.login = LoginStage::LoggedIn;
    else if (pi.login == LoginStage::LoggedIn)
        pi.login = LoginStage::Unknown;
}

void SetupController::notifyPi(Site site)
{
    Q_EMIT piChanged(site);
    Q_EMIT navigationChanged();
}

// --- check-up and review

void SetupController::checkUp()
{
    if (m_checkUp == CheckUpStage::Running)
        return;
    m_checkUp = CheckUpStage::Running;
    m_checkUpError.reset();
    m_findings.clear();
    // What a Pi says of itself now counts, not what a plan of last year says: it may be another Pi, or in another home.
    for (const Site site : bothSites)
        m_plan.pis[site].lanHost.clear();
    m_backend.checkUp(m_plan);
    Q_EMIT checkUpChanged();
    Q_EMIT navigationChanged();
}

void SetupController::setTakesOver(bool takesOver)
{
    if (m_checkUp == CheckUpStage::Running || m_plan.takesOver == takesOver)
        return;
    m_plan.takesOver = takesOver;
    checkUp();
}

bool SetupController::nothingToDo() const
{
    return m_stepsToRun && m_stepsToRun->a.empty() && m_stepsToRun->b.empty();
}

// --- apply and result

bool SetupController::isWorking() const
{
    return m_apply == ApplyStage::Running || m_apply == ApplyStage::Stopping || m_apply == ApplyStage::Undoing;
}

bool SetupController::stopUndoesAll() const
{
    const auto wasSetUp = [](const PiState &pi) { return pi.facts && pi.facts->runState == RunState::Confirmed; };
    return !wasSetUp(m_pis.a) && !wasSetUp(m_pis.b);
}

void SetupController::setApply(ApplyStage stage)
{
    m_apply = stage;
    Q_EMIT applyChanged();
    Q_EMIT navigationChanged();
}

// On disk before the first change and gone after the last one: whatever becomes of this program, its next start knows.
void SetupController::rememberBegun(bool isRemoval)
{
    Answers all = m_saved.answers();
    all.applied = true; // from now on there may be something on the Pis
    all.unfinished = UnfinishedRun { isRemoval, QDateTime::currentDateTime().toString(u"yyyy-MM-dd HH:mm"_s), {} };
    m_saved.save(all);
}

void SetupController::rememberStep(const StepEvent &event)
{
    Answers all = m_saved.answers();
    if (event.state != StepState::Running || !all.unfinished)
        return;
    all.unfinished->lastSteps[event.site] = stepName(event.step);
    m_saved.save(all); // writes only what is new: a step's progress is not
}

void SetupController::rememberEnd()
{
    Answers all = m_saved.answers();
    all.unfinished.reset();
    m_saved.save(all);
}

void SetupController::startApply()
{
    m_board.reset();
    m_applyError.reset();
    m_outcome.reset();
    m_saved.save(m_plan);
    rememberBegun(false);
    m_backend.apply(m_plan);
    setApply(ApplyStage::Running);
}

void SetupController::startUndo()
{
    m_applyError.reset();
    rememberBegun(true);
    const bool isRemoval = m_goal == Goal::Remove;
    m_backend.undo(m_plan, { isRemoval && m_removePackages, isRemoval && m_piBGone });
    setApply(ApplyStage::Undoing);
}

void SetupController::tryAgain()
{
    if (m_page == PageId::Apply && !isWorking())
        m_goal == Goal::Remove ? startUndo() : startApply();
}

void SetupController::stopAndUndo()
{
    if (m_apply != ApplyStage::Running)
        return;
    m_backend.stop();
    setApply(ApplyStage::Stopping);
}

void SetupController::undoAll()
{
    if (!isWorking())
        startUndo();
}

bool SetupController::isJoined() const
{
    return m_outcome && areJoined(m_outcome->tunnelState);
}

bool SetupController::waitsForCarrying() const
{
    return m_outcome
        && (m_outcome->tunnelState.a == TunnelState::SameLan || m_outcome->tunnelState.b == TunnelState::SameLan);
}

} // namespace twinlan
