// SPDX-License-Identifier: GPL-3.0-or-later
// Which page follows which, and what still has to be done on this one. A value: nothing is asked or started here.
#pragma once

#include "remote/core/site.h"
#include "wizard/flow/stages.h"

#include <optional>
#include <vector>

namespace twinlan {

namespace pageids { // so that Qt knows the names
Q_NAMESPACE
// Pi A's login to Tailscale comes before Pi B is asked for: a Pi B that is already in the other home can be reached over
// Tailscale only, and Pi A's list of devices is where it can be picked instead of typed. The addresses come after both: what the routers
// are is read by the Pis.
enum class PageId {
    Welcome,
    SdCards,
    PiA,
    Tailscale,
    PiB,
    Addresses,
    CheckUp,
    Review,
    Apply,
    Result
};
Q_ENUM_NS(PageId)
enum class Goal {
    Join,
    Check,
    Remove
};
Q_ENUM_NS(Goal)
}
using pageids::Goal;
using pageids::PageId;

// Why "Next" is not there yet; wizard/words says it.
enum class Hint {
    None,
    FixAddresses,
    Connect,
    Connecting,
    AnswerHostKey,
    LogIn,
    CheckUpRunning,
    FixFindings,
    CheckAgain,
    Applying,
    LogInB,
};

struct PageOrder
{
    // Where the person is, and how far everything is that a page waits for.
    Goal goal = Goal::Join;
    PageId page = PageId::Welcome;
    bool cardsAreWritten = false; // a setup was begun before: nobody is shown how to write SD cards any more
    bool addressesAreGood = false;
    PerSite<SignInStage> signIn;
    PerSite<bool> isLoggedIn; // to Tailscale
    bool piBIsGone = false; // removal only
    CheckUpStage checkUp = CheckUpStage::Idle;
    bool hasBlocker = false; // among the check-up's findings
    bool stepsAreKnown = false; // those that a start would run
    ApplyStage apply = ApplyStage::Idle;

    [[nodiscard]] std::vector<PageId> pages() const;
    [[nodiscard]] Hint hint() const;
    // Nothing: one cannot go there, or not yet.
    [[nodiscard]] std::optional<PageId> next() const;
    [[nodiscard]] std::optional<PageId> back() const;
    [[nodiscard]] bool canGoTo(PageId target) const; // a page already seen
};

} // namespace twinlan
