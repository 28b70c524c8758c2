// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/flow/remainingtime.h"

#include <algorithm>
#include <array>

namespace twinlan {

using namespace std::chrono_literals;
using Seconds = std::chrono::duration<double>;

namespace {

// In the order of the enumeration. The switch and its proof as four runs of the practice homes had them (7 to 9 s, 5 and 9 s); the others are
// estimated, so that the sum comes to the 120 s from nothing and the 70 s with packages there that tests/README.md says.
constexpr std::array<std::chrono::seconds, std::size_t(StepId::VerifyJoined) + 1> usual {
    4s, // BackUp
    50s, // InstallPackages
    2s, // LoadModules
    10s, // ChooseCarrier
    4s, // StageFiles
    5s, // CheckNextBoot
    2s, // ArmRollback
    9s, // SwitchOver
    8s, // ProveReachable
    1s, // Confirm
    8s, // VerifyJoined
};
constexpr Seconds beginning = 10s; // looking at both Pis and claiming them, before the first step
// One short step that was slow says little of the others: as if this much had gone at the usual pace before.
constexpr Seconds ballast = 15s;
constexpr double fastest = 0.5;
constexpr double slowest = 4;

enum class Turn {
    Together, // both Pis at once: the slower one counts
    OneByOne // B, then A
};
struct Phase
{
    StepId last;
    Turn turn;
};
constexpr std::array phases { Phase { StepId::ArmRollback, Turn::Together }, Phase { StepId::Confirm, Turn::OneByOne },
    Phase { StepId::VerifyJoined, Turn::Together } };

Seconds usualFor(StepId id)
{
    return usual.at(std::size_t(id));
}

// How many times the usual time the finished steps took.
double paceOf(const PerSite<std::vector<StepTime>> &steps)
{
    Seconds spent = ballast;
    Seconds expected = ballast;
    for (const Site site : bothSites) {
        for (const StepTime &step : steps[site]) {
            if (step.state == StepState::Done) {
                spent += step.spent;
                expected += usualFor(step.id);
            }
        }
    }
    return std::clamp(spent / expected, fastest, slowest);
}

bool isAhead(const StepTime &step)
{
    return step.state == StepState::Waiting || step.state == StepState::Running;
}

// Half as long again, and the 10 s that a busy network may cost any step.
bool isOverdue(const StepTime &step, double pace)
{
    return step.state == StepState::Running && Seconds(step.spent) > 1.5 * pace * usualFor(step.id) + Seconds(10s);
}

Seconds leftOf(const StepTime &step, double pace)
{
    if (!isAhead(step))
        return Seconds::zero();
    const Seconds expected = pace * usualFor(step.id);
    return step.state == StepState::Running ? std::max(Seconds::zero(), expected - Seconds(step.spent)) : expected;
}

// 75 s are still "about 1 min", and half a minute is less than one.
int wholeMinutes(std::chrono::seconds left)
{
    return left <= 30s ? 0 : int(std::chrono::ceil<std::chrono::minutes>(left - 15s).count());
}

} // namespace

PerSite<std::vector<StepTime>> stepTimes(const StepBoard &board)
{
    PerSite<std::vector<StepTime>> times;
    for (const Site site : bothSites) {
        for (const StepRow &row : board.rows(site))
            times[site].push_back({ row.id, row.state, board.elapsed(row) });
    }
    return times;
}

RemainingTime remainingTime(const PerSite<std::vector<StepTime>> &steps)
{
    const double pace = paceOf(steps);
    bool hasBegun = false;
    bool overdue = false;
    Seconds left {};
    auto first = StepId::BackUp;
    for (const Phase &phase : phases) {
        PerSite<Seconds> each { Seconds::zero(), Seconds::zero() };
        for (const Site site : bothSites) {
            for (const StepTime &step : steps[site]) {
                if (step.id < first || step.id > phase.last)
                    continue;
                each[site] += leftOf(step, pace);
                overdue = overdue || isOverdue(step, pace);
                hasBegun = hasBegun || step.state == StepState::Running || step.state == StepState::Done;
            }
        }
        left += phase.turn == Turn::Together ? std::max(each.a, each.b) : each.a + each.b;
        first = StepId(int(phase.last) + 1);
    }
    if (!hasBegun)
        left += beginning;
    return { std::chrono::ceil<std::chrono::seconds>(left), overdue };
}

SaidTime saidNext(const std::optional<SaidTime> &before, const RemainingTime &now)
{
    const int minutes = wholeMinutes(now.left);
    if (!before)
        return { minutes, now.isOverdue, minutes };
    // A little more than was said is no news: the number would only flicker.
    const bool isMore = now.left > std::chrono::seconds(before->leastMinutes * 60 + 45);
    const int least = std::min(before->leastMinutes, minutes);
    return { isMore ? minutes : least, now.isOverdue || isMore, least };
}

} // namespace twinlan
