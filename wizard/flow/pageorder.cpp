// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/flow/pageorder.h"

#include <algorithm>

namespace twinlan {

namespace {

Hint hintFor(SignInStage stage)
{
    switch (stage) {
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
}

} // namespace

std::vector<PageId> PageOrder::pages() const
{
    using enum PageId;
    switch (goal) {
    case Goal::Join:
        if (!cardsAreWritten)
            return { Welcome, SdCards, PiA, Tailscale, PiB, Addresses, CheckUp, Review, Apply, Result };
        return { Welcome, PiA, Tailscale, PiB, Addresses, CheckUp, Review, Apply, Result };
    case Goal::Check:
        return { Welcome, PiA, Tailscale, PiB, CheckUp, Review, Apply, Result };
    case Goal::Remove:
        return { Welcome, PiA, PiB, Review, Apply };
    }
    return {};
}

Hint PageOrder::hint() const
{
    switch (page) {
    case PageId::Welcome:
    case PageId::SdCards:
    case PageId::Result:
        return Hint::None;
    case PageId::Addresses:
        return addressesAreGood ? Hint::None : Hint::FixAddresses;
    case PageId::PiA:
        return hintFor(signIn.a);
    case PageId::Tailscale:
        return isLoggedIn.a ? Hint::None : Hint::LogIn;
    case PageId::PiB:
        if (goal == Goal::Remove && piBIsGone)
            return Hint::None;
        if (const Hint hint = hintFor(signIn.b); hint != Hint::None)
            return hint;
        return goal == Goal::Remove || isLoggedIn.b ? Hint::None : Hint::LogInB;
    case PageId::CheckUp:
        if (checkUp == CheckUpStage::Failed) // by what is marked, or without a mark
            return hasBlocker ? Hint::FixFindings : Hint::CheckAgain;
        return checkUp == CheckUpStage::Ready ? Hint::None : Hint::CheckUpRunning;
    case PageId::Review:
        return goal == Goal::Remove || stepsAreKnown ? Hint::None : Hint::CheckUpRunning;
    case PageId::Apply:
        return apply == ApplyStage::Done ? Hint::None : Hint::Applying;
    }
    return Hint::None;
}

std::optional<PageId> PageOrder::next() const
{
    const auto order = pages();
    if (page == PageId::Welcome || page == order.back() || hint() != Hint::None)
        return std::nullopt;
    return *(std::find(order.begin(), order.end(), page) + 1);
}

std::optional<PageId> PageOrder::back() const
{
    if (page == PageId::Welcome || isWorking(apply))
        return std::nullopt;
    // From the result the way back leads past Apply, which has nothing to show any more.
    if (page == PageId::Result)
        return PageId::Review;
    const auto order = pages();
    return *(std::find(order.begin(), order.end(), page) - 1);
}

bool PageOrder::canGoTo(PageId target) const
{
    const auto order = pages();
    const auto here = std::find(order.begin(), order.end(), page);
    return !isWorking(apply) && std::find(order.begin(), here, target) != here;
}

} // namespace twinlan
