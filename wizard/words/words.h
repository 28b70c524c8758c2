// SPDX-License-Identifier: GPL-3.0-or-later
// Only here and in the files beside it a kind becomes a sentence for a person: what happened, what it means, what to do next.
// No name of a file, a card or a service is in these three.
#pragma once

#include "remote/plan/addressplan.h"
#include "remote/setup/readiness.h"
#include "remote/setup/step.h"
#include "wizard/flow/pageorder.h"

#include <QDateTime>
#include <QString>
#include <chrono>

namespace twinlan {

struct SaidTime;

struct Words
{
    QString what;
    QString meaning;
    QString next;
    QString detail = {}; // names of files, cards and services: behind "Show details", for whoever knows them
};

[[nodiscard]] Words wordsFor(const AddressProblem &problem);
[[nodiscard]] QString wordsFor(Hint hint); // why "Next" cannot be pressed yet
[[nodiscard]] QString stepTitle(StepId id);
[[nodiscard]] QString stepStateName(StepState state);
[[nodiscard]] QString levelName(Level level);
[[nodiscard]] QString pageTitle(PageId page, Goal goal); // as the list at the side says it
[[nodiscard]] QString homeName(Site site); // "Home A (where you are)"
[[nodiscard]] QString piName(Site site); // "Raspberry Pi A"
[[nodiscard]] QString dateText(const QDate &date); // as the language writes it out
[[nodiscard]] QString momentText(const QDateTime &moment); // the date and the time of day
[[nodiscard]] QString sentences(const QString &first, const QString &second); // one after the other, as the language writes it
// "3 s", "1 min 5 s"
[[nodiscard]] QString durationText(std::chrono::milliseconds duration);
[[nodiscard]] QString timeLeftText(const SaidTime &time); // "About 2 min left."

} // namespace twinlan
