// SPDX-License-Identifier: GPL-3.0-or-later
// The real Pis. One worker thread and one SSH session for each; the setup run has a third thread and opens its own
// connections, because the proof that a Pi answers must not ride on one that was open before the switch.
#pragma once

#include "remote/setup/ownrouter.h"
#include "wizard/backend/backend.h"
#include "wizard/backend/piaccess.h"
#include "wizard/backend/request.h"
#include "wizard/discovery/devicesearch.h"
#include "wizard/discovery/lansearch.h"
#include "wizard/keychain/desktopkeychain.h"

#include <memory>

namespace twinlan {

struct ConnectedPi;
class Worker;

class RemoteBackend : public Backend
{
    Q_OBJECT

public:
    explicit RemoteBackend(const QString &knownHostsPath, QObject *parent = nullptr);
    ~RemoteBackend() override;

    [[nodiscard]] std::optional<Ipv4> ownRouter() const override { return twinlan::ownRouter(); }
    [[nodiscard]] Keychain &keychain() override { return m_keychain; }
    void signIn(Site site, SignIn signIn) override;
    void trustHostKey(Site site) override;
    void survey(Site site) override;
    void installTailscale(Site site) override;
    void loginToTailscale(Site site, const QString &loginServer) override;
    void withdraw(Site site) override;
    void searchLan() override;
    void withdrawLanSearch() override;
    void searchDevices(const BridgePlan &plan) override;
    void withdrawDeviceSearch() override;
    void checkUp(const BridgePlan &plan) override;
    void check(const BridgePlan &plan) override;
    void apply(const BridgePlan &plan) override;
    void stop() override;
    void undo(const BridgePlan &plan, const Removal &removal) override;
    void rememberKey(Site site, Secret privateHalf) override;
    void forgetKey(Site site, const QByteArray &publicHalf) override;

    // Fresh connections as they are opened now; for Diagnostics.
    [[nodiscard]] std::shared_ptr<const PiAccess> piAccess() const;

private:
    // Makes the end of a request, on its worker's thread; called on the GUI thread.
    using Work = std::function<Mailbox::Letter(const Request &request)>;
    void start(Worker &worker, const Request &request, Work work);
    [[nodiscard]] Mailbox::Letter failure(const Request &request, const Error &error);
    // `tell` hears the value, if there is one.
    template <class T, class Tell> [[nodiscard]] Mailbox::Letter end(const Request &request, const Result<T> &result, Tell tell)
    {
        if (!result)
            return failure(request, result.error());
        return [tell, value = *result] { tell(value); };
    }
    // The one thing that is asked of this Pi from now on.
    Request openAlone(Task task, Site site);
    void openSession(const Request &request);
    // Over the session that is open; ends in the Pi's facts after it and in `done`.
    using SessionWork = std::function<Result<PiFacts>(SshSession &session, const Request &request)>;
    void changeTailscale(Task task, Site site, SessionWork work, void (Backend::*done)(Site));
    void takeFacts(Site site, const PiFacts &facts);
    void learnTailnetAddress(Site site, const QString &address);
    void placeDevices(const Request &request, const BridgePlan &plan, const DeviceSearchState &found);
    Mailbox::Letter judgement(const Request &request, const BridgePlan &plan, const PerSite<Result<PiFacts>> &facts);
    void runSetup(const Request &request, const BridgePlan &plan, const Removal &removal = {});

    KnownHostsFile m_knownHosts;
    Requests m_requests;
    PerSite<std::unique_ptr<ConnectedPi>> m_pis;
    std::unique_ptr<Worker> m_runner;
    std::unique_ptr<Worker> m_keyBearer;
    DesktopKeychain m_keychain;
    LanSearch m_lanSearch;
    DeviceSearch m_deviceSearch;
};

} // namespace twinlan
