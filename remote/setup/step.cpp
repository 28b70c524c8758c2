// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/step.h"

#include "remote/core/words.h"

namespace twinlan {

namespace {

// As they are shown, and as PiRun::prepare() runs the first ones. From stage-files on, Applying says who runs when: the second Pi is armed
// while the first one switches.
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

} // namespace

QString stepName(StepId id)
{
    return wordOf(steps, id);
}

std::vector<StepId> allSteps()
{
    std::vector<StepId> ids;
    for (const auto &step : steps)
        ids.push_back(step.value);
    return ids;
}

} // namespace twinlan
