// SPDX-License-Identifier: GPL-3.0-or-later
// What a setup makes true on each Pi, step by step. The list reads aloud.
#pragma once

#include "remote/core/error.h"
#include "remote/core/site.h"

#include <QString>
#include <optional>
#include <vector>

namespace twinlan {

enum class StepId {
    BackUp, // keep every file and setting that will be touched, once
    InstallPackages,
    LoadModules,
    ChooseCarrier, // GRE both ways for a moment, else FOU
    StageFiles, // network files, filter, tunnel unit, plan: beside their places, checked
    CheckNextBoot, // what the programs that will read them make of the staged files
    ArmRollback, // the safety timer on the Pi
    SwitchOver, // files in place, the address moves to the bridge, the tunnel unit starts
    ProveReachable, // from outside: LAN and 100.x
    Confirm, // disarm the timer
    VerifyJoined, // the peer answers through the tunnel
};
[[nodiscard]] QString stepName(StepId id); // "install-packages": on the page, in the log and in the fault matrix
[[nodiscard]] std::vector<StepId> allSteps();

enum class StepState {
    Waiting,
    Running,
    AlreadyDone,
    Done,
    Failed,
    Undone
};
[[nodiscard]] QString stepStateWord(StepState state); // "already-done": in --json and in the support file

struct StepEvent
{
    Site site = Site::A;
    StepId step = StepId::BackUp;
    StepState state = StepState::Waiting;
    QString line; // current line of work while Running ("Unpacking nftables"), untranslated; may be empty
    std::optional<Error> error; // with Failed
    int rollbackInSeconds = -1; // while the timer on the Pi runs
};

} // namespace twinlan
