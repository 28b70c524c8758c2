// SPDX-License-Identifier: GPL-3.0-or-later
// What must be true on one Pi, and how to make it so. The list reads aloud as what a setup does.
#pragma once

#include "remote/plan/bridgeplan.h"
#include "remote/plan/render.h"
#include "remote/setup/facts.h"
#include "remote/ssh/shell.h"

#include <functional>
#include <vector>

namespace twinlan {

enum class StepId {
    BackUp, // keep every file and setting that will be touched, once
    InstallPackages,
    LoadModules,
    ChooseCarrier, // GRE both ways for a moment, else FOU
    StageFiles, // network files, filter, tunnel unit, plan: beside their places, checked
    CheckNextBoot, // what the programs that will read them make of the staged files
    ArmRollback, // the dead-man timer on the Pi
    SwitchOver, // files in place, the address moves to the bridge, the tunnel unit starts
    ProveReachable, // from outside: LAN and 100.x
    Confirm, // disarm the timer
    VerifyJoined, // the peer answers through the tunnel
};
[[nodiscard]] QString stepName(StepId id); // "install-packages": on the page, in the log and in the fault matrix
[[nodiscard]] std::vector<StepId> allSteps();

// What the plan still lacks on this Pi; empty: nothing to do. Pure: the survey has asked everything already. The carrier counts
// as chosen when the Pi's stored plan has the same two 100.x addresses (see settledCarrier) and something passes.
[[nodiscard]] std::vector<StepId> stepsNeeded(const BridgePlan &plan, const PiFacts &facts, Site site);
// The carrier that an earlier setup found for this pair of addresses, as stored on the Pi.
[[nodiscard]] std::optional<Carrier> settledCarrier(const BridgePlan &plan, const PiFacts &facts);
// Names for survey.sh: PATH, PATH#top, PATH#end.
[[nodiscard]] QString surveyName(const PiFile &file);
// Those of every way to set this Pi up: which one it will be is known only once it has answered.
[[nodiscard]] QStringList surveyNames(BridgePlan plan, Site site);

enum class StepState {
    Waiting,
    Running,
    AlreadyDone,
    Done,
    Failed,
    Undone
};

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
