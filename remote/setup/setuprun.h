// SPDX-License-Identifier: GPL-3.0-or-later
// Drives the steps on both Pis. Blocking; runs on the caller's worker thread and starts one more for the second Pi.
#pragma once

#include "remote/setup/readiness.h"
#include "remote/setup/step.h"
#include "remote/ssh/shell.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace twinlan {

// By which way a connection leads to a Pi. The proof that it answers must not ride on one that was open before the switch.
enum class Route {
    Any, // whichever is quickest; may be one that is open already
    Lan, // a new one, to its address there (where the other Pi is in the way: at least the part behind that one is new)
    Tailnet, // a new one, to its 100.x address. A Pi that is reached only through itself: over the connection that Lan has just made
};
using ShellFactory = std::function<Result<std::unique_ptr<Shell>>(Site site, Route route, const std::stop_token &stop)>;
using StepSink = std::function<void(const StepEvent &)>; // called from worker threads

struct SetupOutcome
{
    BridgePlan plan; // with the carrier that was found
    int stepsRun = 0; // 0: everything was as it should be
    PerSite<TunnelState> tunnelState; // Joined for both, or why not yet (SameLan while both Pis are in one home)
};

struct Removal
{
    bool packages = false; // also the packages that the setup installed, where nothing else has come to need them
    bool piBIsGone = false; // for good: Pi A alone is put back
    QByteArray ownKey {}; // this program's, its public half: nobody signs in by it any more where it can be taken away; empty: there is none
};

struct BothPis;

class SetupRun
{
public:
    SetupRun(BridgePlan plan, ShellFactory factory, StepSink sink);
    ~SetupRun();

    // The facts of one Pi.
    static Result<PiFacts> survey(Shell &shell, const std::stop_token &stop = {});
    // The steps that would run, per Pi; empty lists: nothing to do. Changes nothing.
    Result<PerSite<std::vector<StepId>>> check(const std::stop_token &stop = {});
    // What is in the way of the plan that check() was asked about, and what will be missed. Asks both Pis for more than their steps need; no
    // findings where check() has not seen both.
    Result<std::vector<Finding>> findings(const Surroundings &around, const std::stop_token &stop = {});
    // Makes it so. On an error or a stop, a Pi in the switch is put back; one that was confirmed stays as it is.
    Result<SetupOutcome> apply(const std::stop_token &stop = {});
    // Puts both Pis back as they were before the first setup. One that does not answer keeps the other from nothing; the error
    // is about the one that failed.
    Result<Done> undo(const Removal &removal = {});

private:
    std::unique_ptr<BothPis> m_pis;
};

} // namespace twinlan
