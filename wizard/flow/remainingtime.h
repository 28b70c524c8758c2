// SPDX-License-Identifier: GPL-3.0-or-later
// How long a setup still takes: by what its steps took in earlier runs, and by the pace of this one. Pure.
#pragma once

#include "wizard/flow/stepboard.h"

namespace twinlan {

// What is known of a step on one Pi: spent so far, or in the end.
struct StepTime
{
    StepId id = StepId::BackUp;
    StepState state = StepState::Waiting;
    std::chrono::milliseconds spent {};
    bool operator==(const StepTime &) const = default;
};
[[nodiscard]] PerSite<std::vector<StepTime>> stepTimes(const StepBoard &board);

struct RemainingTime
{
    std::chrono::seconds left {};
    bool isOverdue = false; // a step takes much longer than it should: what is left is a guess
};
[[nodiscard]] RemainingTime remainingTime(const PerSite<std::vector<StepTime>> &steps);

// What is said of it, in whole minutes; 0: less than one.
struct SaidTime
{
    int minutes = 0;
    bool isLong = false; // longer than usual, or than was said before
    int leastMinutes = 0; // ever said in this run
    bool operator==(const SaidTime &) const = default;
};
// The next thing to say: what is left never grows without isLong. `before`: nothing has been said yet in this run.
[[nodiscard]] SaidTime saidNext(const std::optional<SaidTime> &before, const RemainingTime &now);

} // namespace twinlan
