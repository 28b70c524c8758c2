// SPDX-License-Identifier: GPL-3.0-or-later
// The real Pis. One worker thread and one SSH session for each; the setup run has a third thread and opens its own
// connections, because the proof that a Pi answers must not ride on one that was open before the switch.
#pragma once

#include "wizard/backend/backend.h"
#include "wizard/backend/piaccess.h"
#include "wizard/backend/worker.h"

#include <memory>

namespace twinlan {

class RemoteBackend : public Backend
{
    Q_OBJECT

public:
    explicit RemoteBackend(const QString &knownHostsPath, QObject *parent = nullptr);
    ~RemoteBackend() override;

    void signIn(Site site, SignIn signIn) override;
    void trustHostKey(Site site) override;
    void survey(Site site) override;
    void loginToTailscale(Site site, const QString &loginServer) override;
    void cancelLogin(Site site) override;
    void checkUp(const BridgePlan &plan) override;
    void check(const BridgePlan &plan) override;
    void apply(const BridgePlan &plan) override;
    void stop() override;
    void undo(const BridgePlan &plan, const Removal &removal) override;

    // Fresh connections as they are opened now; for Diagnostics.
    [[nodiscard]] std::shared_ptr<const PiAccess> piAccess() const;

private:
    struct Pi; // one Pi: its worker, its session, how to sign in, the key last seen
    void openSession(Site site);
    void learnTailnetAddress(Site site, const QString &address);
    void runSetup(Task task, const BridgePlan &plan, const Removal &removal = {});
    // Runs `done` on the GUI thread, unless this object is gone by then.
    template <class F> void post(F done);

    KnownHostsFile m_knownHosts;
    PerSite<std::unique_ptr<Pi>> m_pis;
    std::unique_ptr<Worker> m_runner;
};

} // namespace twinlan
