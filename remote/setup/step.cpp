// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/step.h"

namespace twinlan {

namespace {

struct StepRow
{
    StepId id;
    const char *name;
};

// As they are shown, and as PiRun::prepare() runs the first ones. From stage-files on, SetupRun::apply() says who runs when: the second Pi
// is armed while the first one switches.
constexpr StepRow rows[] = {
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

const StepRow &row(StepId id)
{
    for (const auto &candidate : rows)
        if (candidate.id == id)
            return candidate;
    return rows[0];
}

} // namespace

QString stepName(StepId id)
{
    return QString::fromLatin1(row(id).name);
}

std::vector<StepId> allSteps()
{
    std::vector<StepId> ids;
    for (const auto &candidate : rows)
        ids.push_back(candidate.id);
    return ids;
}

} // namespace twinlan
