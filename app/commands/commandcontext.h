// SPDX-License-Identifier: GPL-3.0-or-later
// What every command has at hand: the options, the plan, the way to both Pis, and who hears of it.
#pragma once

#include "app/programoptions.h"
#include "app/reporter.h"
#include "remote/setup/setuprun.h"
#include "wizard/backend/piaccess.h"

#include <memory>

namespace twinlan {

struct CommandContext
{
    const ProgramOptions &options;
    BridgePlan plan;
    std::shared_ptr<PiAccess> access;
    Reporter &reporter;
    std::stop_token stop;

    // The steps are reported all along.
    [[nodiscard]] SetupRun makeRun() const;
    // The facts of both Pis, over connections of its own.
    [[nodiscard]] Result<PerSite<PiFacts>> surveyBoth() const;
    // With --accept-new-host-key the key of a Pi that is met for the first time is remembered; a changed one never is. Without
    // the option nothing is done: the run opens both Pis itself, and each connection costs seconds on a slow one.
    [[nodiscard]] Result<Done> acceptNewHostKeys(bool piBIsGone = false) const;

private:
    // `seen`: the key of the Pi that the session leads to.
    [[nodiscard]] Result<std::unique_ptr<SshSession>> openSession(Site site, HostKey &seen) const;
};

} // namespace twinlan
