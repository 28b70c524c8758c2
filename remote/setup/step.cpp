// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/step.h"

#include "remote/core/words.h"

namespace twinlan {

namespace {

// The order on the page. PiRun::prepare() runs the first four in it; for the others see Applying, which arms the second Pi while the first one
// switches.
constexpr Word<StepId> steps[] = {
    { StepId::BackUp, "back-up" },
    { StepId::InstallPackages, "install-packages" },
    { StepId::LoadModules, "load-modules" },
    { StepId::ChooseCarrier, "choose-carrier" },
    { StepId::StageFiles, "stage-files" },
    { StepId::CheckNextBoot, "check-next-boot" },
    { StepId::ArmRollback, "arm-rollback" },
    { StepId::SwitchOver, "switch-over" },
    { StepId::ProveReachable, "prove-reachable" },
    { StepId::Confirm, "confirm" },
    { StepId::VerifyJoined, "verify-joined" },
};

static_assert([] {
    int next = 0;
    for (const auto &step : steps)
        if (int(step.value) != next++)
            return false;
    return next == int(StepId::VerifyJoined) + 1;
}(),
    "each StepId has its row, in its order");

constexpr Word<StepState> states[] = {
    { StepState::Waiting, "waiting" },
    { StepState::Running, "running" },
    { StepState::AlreadyDone, "already-done" },
    { StepState::Done, "done" },
    { StepState::Failed, "failed" },
    { StepState::Undone, "undone" },
};

} // namespace

QString stepName(StepId id)
{
    return wordOf(steps, id);
}

QString stepStateWord(StepState state)
{
    return wordOf(states, state);
}

std::vector<StepId> allSteps()
{
    std::vector<StepId> ids;
    for (const auto &step : steps)
        ids.push_back(step.value);
    return ids;
}

} // namespace twinlan
