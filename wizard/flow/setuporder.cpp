// SPDX-License-Identifier: GPL-3.0-or-later
// Which page follows which, and what still has to be done on this one.
#include "wizard/flow/setupcontroller.h"

#include <algorithm>

namespace twinlan {

std::vector<PageId> SetupController::pages() const
{
    using enum PageId;
    switch (m_goal) {
    case Goal::Join:
        return { Welcome, Addresses, PiA, Tailscale, PiB, CheckUp, Review, Apply, Result };
    case Goal::Check:
        return { Welcome, PiA, Tailscale, PiB, CheckUp, Review, Apply, Result };
    case Goal::Remove:
        return { Welcome, PiA, PiB, Review, Apply };
    }
    return {};
}

Hint SetupController::hint() const
{
    const auto signIn = [](const PiState &pi) {
        switch (pi.stage) {
        case SignInStage::Idle:
        case SignInStage::Failed:
            return Hint::Connect;
        case SignInStage::Connecting:
            return Hint::Connecting;
        case SignInStage::AskHostKey:
            return Hint::AnswerHostKey;
        case SignInStage::SignedIn:
            return Hint::None;
        }
        return Hint::None;
    };
    switch (m_page) {
    case PageId::Welcome:
    case PageId::Result:
        return Hint::None;
    case PageId::Addresses:
        return m_draft.isGood() ? Hint::None : Hint::FixAddresses;
    case PageId::PiA:
        return signIn(m_pis.a);
    case PageId::Tailscale:
        return loggedIn(Site::A) ? Hint::None : Hint::LogIn;
    case PageId::PiB:
        if (m_goal == Goal::Remove && m_piBGone)
            return Hint::None;
        if (const Hint hint = signIn(m_pis.b); hint != Hint::None)
            return hint;
        return m_goal == Goal::Remove || loggedIn(Site::B) ? Hint::None : Hint::LogInB;
    case PageId::CheckUp:
        if (m_checkUp == CheckUpStage::Failed) // by what is marked, or without a mark
            return hasBlocker(m_findings) ? Hint::FixFindings : Hint::CheckAgain;
        return m_checkUp == CheckUpStage::Ready ? Hint::None : Hint::CheckUpRunning;
    case PageId::Review:
        return m_goal == Goal::Remove || m_stepsToRun ? Hint::None : Hint::CheckUpRunning;
    case PageId::Apply:
        return m_apply == ApplyStage::Done ? Hint::None : Hint::Applying;
    }
    return Hint::None;
}

bool SetupController::canGoNext() const
{
    return m_page != PageId::Welcome && m_page != pages().back() && hint() == Hint::None;
}

bool SetupController::canGoBack() const
{
    return m_page != PageId::Welcome && !isWorking();
}

void SetupController::begin(Goal goal)
{
    m_goal = goal;
    m_piBGone = false;
    m_removePackages = false;
    m_plan.takesOver = false;
    m_apply = ApplyStage::Idle;
    enter(pages()[1]);
}

void SetupController::next()
{
    if (!canGoNext())
        return;
    if (m_page == PageId::Addresses) {
        m_plan.addresses = *m_draft.plan();
        m_saved.save(m_plan); // what was typed is not lost with the program
    }
    const auto order = pages();
    enter(*(std::find(order.begin(), order.end(), m_page) + 1));
}

void SetupController::back()
{
    if (!canGoBack())
        return;
    const auto order = pages();
    const auto here = std::find(order.begin(), order.end(), m_page);
    // From the result the way back leads past Apply, which has nothing to show any more.
    enter(m_page == PageId::Result ? PageId::Review : *(here - 1));
}

void SetupController::goTo(PageId page)
{
    const auto order = pages();
    const auto here = std::find(order.begin(), order.end(), m_page);
    if (!isWorking() && std::find(order.begin(), here, page) != here)
        enter(page);
}

void SetupController::enter(PageId page)
{
    m_page = page;
    switch (page) {
    case PageId::Tailscale:
        enterTailscale(Site::A);
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
        m_goal == Goal::Remove ? startUndo() : startApply();
        break;
    default:
        break;
    }
    Q_EMIT pageChanged();
    Q_EMIT navigationChanged();
}

} // namespace twinlan
