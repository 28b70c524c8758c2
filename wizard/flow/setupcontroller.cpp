// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/flow/setupcontroller.h"

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

SetupController::SetupController(Backend &backend, SavedSetup saved, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_saved(std::move(saved))
    , m_plan(m_saved.plan())
    , m_pis { new PiConnection(backend, Site::A, this), new PiConnection(backend, Site::B, this) }
    , m_addresses(new AddressChoice(backend, m_saved, m_pis, this))
    , m_memory(new Remembering(backend, m_saved, m_pis, this))
    , m_homes(new HomeWatch(m_pis, *m_memory, m_saved, this))
    , m_search(new PiSearch(backend, this))
    , m_checkUp(new CheckUpRun(backend, m_pis, m_saved, this))
    , m_run(new CurrentRun(backend, m_saved, this))
    , m_devices(new DeviceList(backend, this))
{
    for (const Site site : bothSites)
        listenTo(site);
    connect(m_addresses, &AddressChoice::changed, this, [this] {
        Q_EMIT addressesChanged();
        Q_EMIT navigationChanged();
    });
    connect(m_pis.b, &PiConnection::signedIn, this, &SetupController::logInPiB);
    connect(m_memory, &Remembering::changed, this, &SetupController::notifyPi);
    connect(m_search, &PiSearch::changed, this, &SetupController::searchChanged);
    connect(m_devices, &DeviceList::changed, this, &SetupController::devicesChanged);
    listenToCheckUp();
    listenToReview();
    listenToRun();
}

// --- order

PageOrder SetupController::order() const
{
    PageOrder order;
    order.goal = m_goal;
    order.page = m_page;
    order.cardsAreWritten = m_cardsAreWritten || (m_page == PageId::Welcome && isHome());
    order.addressesAreGood = draft().isGood();
    for (const Site site : bothSites) {
        order.signIn[site] = pi(site).stage;
        order.isLoggedIn[site] = m_pis[site]->isLoggedIn();
    }
    order.piBIsGone = m_piBGone;
    order.checkUp = m_checkUp->stage();
    order.hasBlocker = hasBlocker(m_checkUp->findings());
    order.stepsAreKnown = m_stepsToRun.has_value();
    order.apply = m_run->stage();
    return order;
}

void SetupController::begin(Goal goal)
{
    m_goal = goal;
    m_cardsAreWritten = hasSavedPlan() || !answers(Site::A).host.isEmpty();
    m_piBGone = false;
    m_removePackages = false;
    m_plan.takesOver = false;
    m_run->reset();
    enter(pages()[1]);
}

void SetupController::next()
{
    const auto page = order().next();
    if (!page)
        return;
    if (m_page == PageId::Addresses) {
        m_plan.addresses = m_addresses->take();
        m_saved.save(m_plan);
    }
    enter(*page);
}

void SetupController::back()
{
    if (const auto page = order().back())
        enter(*page);
}

void SetupController::goTo(PageId page)
{
    if (order().canGoTo(page))
        enter(page);
}

void SetupController::enter(PageId page)
{
    m_page = page;
    m_search->stop();
    m_homes->stop();
    searchWhereAsked();
    lookAtHomes();
    searchDevicesWhereJoined();
    logInPiB();
    switch (page) {
    case PageId::Addresses:
        m_addresses->propose();
        break;
    case PageId::PiA:
    case PageId::PiB:
        m_memory->enter(page == PageId::PiA ? Site::A : Site::B);
        break;
    case PageId::Tailscale:
        if (m_pis.a->needsLogin())
            logIn(Site::A);
        break;
    case PageId::CheckUp:
        checkUp();
        break;
    case PageId::Review:
        m_stepsToRun.reset();
        if (m_goal != Goal::Remove)
            m_backend.check(m_plan);
        break;
    case PageId::Apply:
        startRun();
        break;
    default:
        break;
    }
    Q_EMIT pageChanged();
    Q_EMIT navigationChanged();
}

// --- searches

// Nobody has said yet where the Pi of this page is, which is in this home.
void SetupController::searchWhereAsked()
{
    const bool asksForA = m_page == PageId::PiA && answers(Site::A).host.isEmpty();
    const bool asksForB = m_page == PageId::PiB && answers(Site::B).place == Place::NextToMe && answers(Site::B).host.isEmpty();
    if (asksForA || asksForB)
        m_search->start();
}

// What there is to use, once the homes are joined; the first page tells of the way between them alone.
void SetupController::searchDevicesWhereJoined()
{
    const bool isHomePage = m_page == PageId::Welcome && isHome() && m_homes->areJoined() == true;
    if (!isHomePage && (m_page != PageId::Result || !isJoined()))
        m_devices->stop();
    else if (m_devices->stage() == SearchStage::Idle)
        searchDevices();
}

// --- the Pis

void SetupController::listenTo(Site site)
{
    connect(m_pis[site], &PiConnection::changed, this, [this, site] { notifyPi(site); });
    connect(m_pis[site], &PiConnection::tailscaleInstalled, this, [this, site] { logIn(site); });
    connect(m_pis[site], &PiConnection::surveyed, this, [this, site] {
        if (m_page == PageId::Result)
            m_run->takeTunnelState(site, pi(site).facts->tunnelState);
    });
}

void SetupController::notifyPi(Site site)
{
    if (m_page == PageId::Welcome)
        searchDevicesWhereJoined(); // for the way between them
    Q_EMIT piChanged(site);
    Q_EMIT navigationChanged();
}

void SetupController::setAnswers(Site site, const PiAnswers &answers)
{
    Answers all = m_saved.answers();
    if (all.pis[site] == answers)
        return;
    const bool elsewhere = !answers.isSameAccount(all.pis[site]);
    const bool moved = all.pis[site].place != answers.place;
    all.pis[site] = answers;
    if (elsewhere)
        all.pis[site].lastSeen = {}; // that was another one
    m_saved.save(all);
    if (moved) {
        m_search->stop();
        searchWhereAsked();
    }
    if (elsewhere && pi(site).stage != SignInStage::Idle)
        m_pis[site]->forget(); // what is known is about another Pi, or another account of it
    else
        notifyPi(site);
}

// --- check-up and review

void SetupController::listenToCheckUp()
{
    connect(m_checkUp, &CheckUpRun::completed, this, [this](const BridgePlan &plan) { m_plan = plan; });
    connect(m_checkUp, &CheckUpRun::changed, this, [this] {
        Q_EMIT checkUpChanged();
        Q_EMIT navigationChanged();
    });
    connect(m_checkUp, &CheckUpRun::displaced, this, [this] {
        if (m_page == PageId::CheckUp)
            checkUp();
        else
            Q_EMIT checkUpChanged();
    });
}

void SetupController::checkUp()
{
    // What a Pi says of itself now counts, not what a plan of last year says: it may be another Pi, or in another home.
    for (const Site site : bothSites)
        m_plan.pis[site].lanHost.clear();
    m_checkUp->start(m_plan);
}

void SetupController::setTakesOver(bool takesOver)
{
    if (m_checkUp->stage() == CheckUpStage::Running || m_plan.takesOver == takesOver)
        return;
    m_plan.takesOver = takesOver;
    checkUp();
}

void SetupController::listenToReview()
{
    connect(&m_backend, &Backend::checked, this, &SetupController::takeSteps);
    connect(&m_backend, &Backend::failed, this, [this](Task task) {
        // Not knowing beforehand which steps will run is no reason to stop: apply() checks each one again.
        if (task == Task::Check)
            takeSteps({ allSteps(), allSteps() });
    });
}

void SetupController::takeSteps(const PerSite<std::vector<StepId>> &steps)
{
    m_stepsToRun = steps;
    Q_EMIT reviewChanged();
    Q_EMIT navigationChanged();
}

// --- apply and result

void SetupController::listenToRun()
{
    connect(m_run, &CurrentRun::applied, this, [this](const BridgePlan &plan) { m_plan = plan; });
    connect(m_run, &CurrentRun::progressed, this, [this] {
        searchDevicesWhereJoined(); // they may have joined while the result was shown
        Q_EMIT applyChanged();
    });
    connect(m_run, &CurrentRun::stageChanged, this, [this] {
        Q_EMIT applyChanged();
        Q_EMIT navigationChanged();
        if (m_run->stage() == ApplyStage::Done)
            next(); // the result is what everybody has been waiting for
        else if (m_run->stage() == ApplyStage::Removed)
            m_memory->forgetAll();
    });
}

bool SetupController::stopUndoesAll() const
{
    const auto wasSetUp = [](const PiState &pi) { return pi.facts && pi.facts->runState == RunState::Confirmed; };
    return !wasSetUp(pi(Site::A)) && !wasSetUp(pi(Site::B));
}

void SetupController::startRun()
{
    m_goal == Goal::Remove ? undoAll() : m_run->apply(m_plan);
}

void SetupController::tryAgain()
{
    if (m_page == PageId::Apply && !isWorking())
        startRun();
}

void SetupController::stopAndUndo()
{
    m_run->stop(stopUndoesAll() ? CurrentRun::AfterStop::UndoAll : CurrentRun::AfterStop::KeepWorking);
}

void SetupController::undoAll()
{
    if (isWorking())
        return;
    if (m_goal == Goal::Remove)
        m_run->remove(m_plan, { m_removePackages, m_piBGone, m_memory->publicHalf() });
    else
        m_run->undo(m_plan);
}

} // namespace twinlan
