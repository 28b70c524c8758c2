// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/step.h"

namespace twinlan {

namespace {

struct StepRow
{
    StepId id;
    Phase phase;
    const char *name;
};

// In the order in which they run.
constexpr StepRow rows[] = {
    { StepId::BackUp, Phase::Prepare, "back-up" },
    { StepId::InstallPackages, Phase::Prepare, "install-packages" },
    { StepId::LoadModules, Phase::Prepare, "load-modules" },
    { StepId::ChooseCarrier, Phase::Prepare, "choose-carrier" },
    { StepId::StageFiles, Phase::Prepare, "stage-files" },
    { StepId::CheckNextBoot, Phase::Prepare, "check-next-boot" },
    { StepId::ArmRollback, Phase::Switch, "arm-rollback" },
    { StepId::SwitchOver, Phase::Switch, "switch-over" },
    { StepId::ProveReachable, Phase::Switch, "prove-reachable" },
    { StepId::Confirm, Phase::Switch, "confirm" },
    { StepId::VerifyJoined, Phase::Together, "verify-joined" },
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

Phase phaseOf(StepId id)
{
    return row(id).phase;
}

std::vector<StepId> allSteps()
{
    std::vector<StepId> ids;
    for (const auto &candidate : rows)
        ids.push_back(candidate.id);
    return ids;
}

} // namespace twinlan
