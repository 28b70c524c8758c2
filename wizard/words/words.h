// SPDX-License-Identifier: GPL-3.0-or-later
// The only place where a kind becomes a sentence for a person: what happened, what it means, what to do next.
#pragma once

#include "wizard/flow/setupcontroller.h"

namespace twinlan {

struct Words
{
    QString what;
    QString meaning;
    QString next;
};

[[nodiscard]] Words wordsFor(const Error &error);
[[nodiscard]] Words wordsFor(const AddressProblem &problem);
[[nodiscard]] Words wordsFor(const Finding &finding); // what: the line's title; meaning, next: empty when all is well
[[nodiscard]] Words wordsFor(const NetworkObstacle &obstacle); // the same for the check-up and for an error
[[nodiscard]] Words wordsForRouterClash(const QString &detail); // RouterClash::toText(), or the address alone
[[nodiscard]] Words wordsFor(const UnfinishedRun &run);
[[nodiscard]] QString wordsFor(Hint hint); // why "Next" cannot be pressed yet
[[nodiscard]] QString stepTitle(StepId id);
[[nodiscard]] QString stepStateName(StepState state);
[[nodiscard]] QString levelName(Level level);
[[nodiscard]] QString pageTitle(PageId page);
[[nodiscard]] QString homeName(Site site); // "Home A (here)"
[[nodiscard]] QString piName(Site site); // "Raspberry Pi A"
// "3 s", "1 min 5 s"
[[nodiscard]] QString durationText(std::chrono::milliseconds duration);

} // namespace twinlan
