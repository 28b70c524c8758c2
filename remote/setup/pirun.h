// SPDX-License-Identifier: GPL-3.0-or-later
// One Pi's part of a setup: turns steps into scripts and their answers into events and errors.
#pragma once

#include "remote/core/keyvalues.h"
#include "remote/setup/batch.h"
#include "remote/setup/setuprun.h"
#include "remote/setup/takeover.h"

namespace twinlan {

struct CarrierAnswer
{
    bool gre = false;
    bool fou = false;
};

class PiRun
{
public:
    PiRun(Site site, const ShellFactory &factory, const StepSink &sink)
        : m_site(site)
        , m_factory(factory)
        , m_sink(sink)
    {
    }

    // A connection, and the facts. `plan` says which files to look at. Not `whole`: what a run needs to know. A Pi with a tunnel that
    // carries is then not asked for Tailscale's own account of itself (PiFacts::tailscale.provenByTunnel). Not `asRoot`: unless its
    // files want it; becoming root costs a slow Pi 0.5 s, and a run with nothing to do has no other use for it.
    Result<PiFacts> survey(const BridgePlan &plan, bool whole, bool asRoot, const std::stop_token &stop);
    // BackUp, InstallPackages, LoadModules, ChooseCarrier: those of `needed`, in one call. The carriers are tried by both Pis at the
    // same time; without ChooseCarrier the answer says nothing.
    Result<CarrierAnswer> prepare(const BridgePlan &plan, const std::vector<StepId> &needed, const std::stop_token &stop);
    // StageFiles and CheckNextBoot, and in the same call ArmRollback if this Pi is the first one that is switched.
    Result<Done> stage(const BridgePlan &plan, bool arms, const std::stop_token &stop);
    // ArmRollback, for the other one, while the first one is in the switch.
    Result<Done> arm(const std::stop_token &stop);
    // SwitchOver to Confirm. `far`: the other Pi, if that one is set up already: then it must answer through the tunnel too, and the
    // timer runs on until settle() confirms. On an error or a stop, putBack() is the caller's.
    Result<Done> switchOver(const BridgePlan &plan, const PiFacts *far, const std::stop_token &stop);
    // Confirm, if it is still to be done, and VerifyJoined, in one call: the guard's word once it has settled: Joined (and the far
    // router answers), SameLan, …
    Result<TunnelState> settle(const BridgePlan &plan, bool confirms, const std::stop_token &stop);
    // putBack() and endHalfDone() open a connection if there is none.
    // As before this run, if its timer may run: at once if the Pi answers, otherwise the timer does the same. Fails only with what the
    // Pi says it could not bring back (RollbackIncomplete).
    Result<Done> putBack();
    // As before an earlier run, if its timer still runs; waits for a Pi that restarts for it, or for a stop: it goes back without us.
    Result<Done> endHalfDone(const std::stop_token &stop);
    // As before the first setup; also the packages that it installed. A boot goes on with one that was cut off. Our own key goes last,
    // because a connection that is lost meanwhile is opened by it.
    Result<Done> remove(const Removal &removal);

    // Claims the Pi for this wizard and checks that it may become root, before the first change on either Pi.
    Result<Done> claim(const std::stop_token &stop);
    // Renews the claim, if a connection is open.
    void claimAgain();

    [[nodiscard]] bool hasRestarted() const { return m_restarted; }
    void hangUp() { m_shell.reset(); } // the next step opens a connection

    void emitState(StepId step, StepState state, const QString &line = {}) const;

private:
    // Scripts that are no steps of a setup.
    Result<KeyValues> runBatch(std::vector<BatchItem> items, std::chrono::milliseconds deadline, const std::stop_token &stop);
    Result<KeyValues> runRollback(const QStringList &args, std::chrono::milliseconds deadline);
    Result<Shell *> shell(const std::stop_token &stop);
    Result<KeyValues> runSteps(const std::vector<std::pair<StepId, BatchItem>> &steps, std::chrono::milliseconds deadline,
        const std::stop_token &stop);
    // Steps that may be repeated: once more over a new connection if the one in use is lost, with it perhaps only the answer.
    Result<KeyValues> runStepsAgain(const std::vector<std::pair<StepId, BatchItem>> &steps, Route route, std::chrono::milliseconds deadline,
        const std::stop_token &stop);
    // A new connection; tried again until `end`.
    [[nodiscard]] Result<std::unique_ptr<Shell>> openPatiently(
        Route route, std::chrono::steady_clock::time_point end, const std::stop_token &stop) const;
    bool reconnect(Route route, const std::stop_token &stop); // a new m_shell, tried for a while
    [[nodiscard]] static BatchItem arming(const QString &forWhat); // the timer's seconds, or "removal"
    [[nodiscard]] static std::pair<StepId, BatchItem> arming();
    Result<Done> prove(const BridgePlan &plan, const PiFacts *far, const std::stop_token &stop);
    static BatchItem item(StepId id, QStringList args); // the script of that name
    [[nodiscard]] StepEvent event(StepId step, StepState state) const; // with the countdown, if the timer runs
    Error failed(StepId step, Error error) const;

    Site m_site;
    const ShellFactory &m_factory;
    const StepSink &m_sink;
    std::unique_ptr<Shell> m_shell;
    PiFacts m_facts;
    std::optional<TakeOver> m_takeOver; // what gives way on this Pi
    bool m_restarted = false;
    bool m_mayBeArmed = false; // the safety timer was asked for, and neither confirmed nor put back
    std::optional<std::chrono::steady_clock::time_point> m_timerEnds; // while it runs
};

} // namespace twinlan
