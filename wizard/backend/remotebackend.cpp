// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/backend/remotebackend.h"

#include "remote/setup/completeplan.h"
#include "remote/setup/login.h"

namespace twinlan {

struct RemoteBackend::Pi
{
    // GUI thread
    SignIn signIn;
    QString tailnetAddress;
    QString rememberedUnder; // the tailnet address that known_hosts has for it
    QByteArray hostKey; // of the session that is open
    QByteArrayList outdatedKeys; // that a person has replaced by the one it shows now
    HostKey askedKey; // the last one that a person was asked about, and whose it is
    // Worker thread only. After signIn has changed nothing of the old session may be used: openSession() drops it first.
    std::shared_ptr<SshSession> session;
    Worker worker;
};

RemoteBackend::RemoteBackend(const QString &knownHostsPath, QObject *parent)
    : Backend(parent)
    , m_knownHosts { knownHostsPath }
    , m_pis { std::make_unique<Pi>(), std::make_unique<Pi>() }
    , m_runner(std::make_unique<Worker>())
{
}

RemoteBackend::~RemoteBackend()
{
    // All are asked first and joined afterwards, so that quitting takes as long as the slowest one, not as all together.
    m_runner->stopCurrent();
    for (const Site site : bothSites)
        m_pis[site]->worker.stopCurrent();
}

template <class F> void RemoteBackend::post(F done)
{
    QMetaObject::invokeMethod(this, std::move(done), Qt::QueuedConnection);
}

std::shared_ptr<const PiAccess> RemoteBackend::piAccess() const
{
    auto access = std::make_shared<PiAccess>();
    access->knownHosts = m_knownHosts;
    access->thisComputerInTailnet = PiAccess::computerIsInTailnet();
    for (const Site site : bothSites) {
        const Pi &pi = *m_pis[site];
        const SshTarget &target = pi.signIn.target;
        access->pis[site] = { pi.signIn.viaPiA ? QString() : target.host, pi.signIn.viaPiA ? target.host : pi.tailnetAddress, target.port,
            target.user, pi.signIn.credentials.copy() };
    }
    return access;
}

void RemoteBackend::learnTailnetAddress(Site site, const QString &address)
{
    Pi &pi = *m_pis[site];
    if (address == pi.rememberedUnder || !PiAccess::isTailnetAddress(address))
        return;
    pi.tailnetAddress = address;
    // A Pi that logs in late gets its address after it was met. The setup's proof comes back under that address and must know it.
    piAccess()->rememberTailnetAddress(site, pi.hostKey, pi.outdatedKeys);
    pi.rememberedUnder = address;
}

void RemoteBackend::signIn(Site site, SignIn signIn)
{
    Pi &pi = *m_pis[site];
    if (pi.signIn.target.host != signIn.target.host || pi.signIn.target.port != signIn.target.port)
        pi.outdatedKeys.clear(); // they were another Pi's
    pi.signIn = std::move(signIn);
    pi.tailnetAddress.clear();
    pi.rememberedUnder.clear();
    pi.hostKey.clear();
    openSession(site);
}

void RemoteBackend::trustHostKey(Site site)
{
    Pi &pi = *m_pis[site];
    const HostKey &askedKey = pi.askedKey;
    if (askedKey.host == pi.signIn.target.host && askedKey.port == pi.signIn.target.port) // and not the Pi's on the way there
        pi.outdatedKeys = m_knownHosts.keys(askedKey.host, askedKey.port);
    if (auto remembered = m_knownHosts.remember(askedKey.host, askedKey.port, askedKey.publicKey); !remembered) {
        Q_EMIT failed(Task::SignIn, site, remembered.error());
        return;
    }
    openSession(site);
}

void RemoteBackend::openSession(Site site)
{
    Pi &pi = *m_pis[site];
    pi.worker.stopCurrent();
    pi.worker.post([this, site, &pi, access = piAccess()](const std::stop_token &stop) {
        if (stop.stop_requested())
            return;
        pi.session.reset();
        HostKey seen;
        auto opened = access->open(site, false, stop, &seen);
        if (!opened) {
            if (stop.stop_requested())
                return; // a newer sign-in has taken its place
            post([this, site, seen, error = opened.error()] {
                m_pis[site]->askedKey = seen; // with a jump it may have been the first Pi whose key was not known
                Q_EMIT failed(Task::SignIn, site, error);
            });
            return;
        }
        pi.session = std::move(*opened);
        auto facts = SetupRun::survey(*pi.session, stop);
        if (!facts && stop.stop_requested())
            return;
        if (!facts) {
            pi.session.reset();
            post([this, site, error = facts.error()] { Q_EMIT failed(Task::SignIn, site, error); });
            return;
        }
        post([this, site, seen, found = *facts] {
            m_pis[site]->hostKey = seen.publicKey;
            learnTailnetAddress(site, found.tailscale.address);
            Q_EMIT signedIn(site, found);
        });
    });
}

void RemoteBackend::survey(Site site)
{
    Pi &pi = *m_pis[site];
    pi.worker.post([this, site, &pi, access = piAccess()](const std::stop_token &stop) {
        Result<PiFacts> facts = Error { ErrorKind::ConnectionLost, {}, {}, {} };
        if (pi.session && pi.session->isOpen())
            facts = SetupRun::survey(*pi.session, stop);
        if (!facts && facts.error().canRetry() && !stop.stop_requested()) {
            // The switch ends connections, and a Pi that was carried to the other home is reached in another way.
            for (const bool viaTailnet : { false, true }) {
                auto opened = access->open(site, viaTailnet, stop);
                if (!opened) {
                    facts = opened.error();
                    continue;
                }
                pi.session = std::move(*opened);
                facts = SetupRun::survey(*pi.session, stop);
                break;
            }
        }
        if (stop.stop_requested()) // whatever it has come to on the way
            facts = Error { ErrorKind::Cancelled, {}, {}, {} };
        post([this, site, facts] {
            if (facts) {
                learnTailnetAddress(site, facts->tailscale.address);
                Q_EMIT surveyed(site, *facts);
            } else {
                Q_EMIT failed(Task::Survey, site, facts.error());
            }
        });
    });
}

void RemoteBackend::loginToTailscale(Site site, const QString &loginServer)
{
    Pi &pi = *m_pis[site];
    pi.worker.stopCurrent(); // a link that was asked for before is no longer shown
    pi.worker.post([this, site, &pi, loginServer](const std::stop_token &stop) {
        if (stop.stop_requested())
            return;
        if (!pi.session) {
            post([this, site] { Q_EMIT failed(Task::TailscaleLogin, site, { ErrorKind::ConnectionLost, {}, {}, {} }); });
            return;
        }
        LoginOptions options;
        options.loginServer = loginServer;
        const auto tellUrl = [this, site](const QString &url) { post([this, site, url] { Q_EMIT tailscaleUrl(site, url); }); };
        auto facts = tailscaleLogin(*pi.session, options, tellUrl, stop);
        if (!facts && stop.stop_requested())
            return;
        // Its list of devices is what Pi B is picked from, so all facts are asked for anew.
        auto all = facts ? SetupRun::survey(*pi.session, stop) : Result<PiFacts>(facts.error());
        post([this, site, facts, all] {
            if (!facts) {
                Q_EMIT failed(Task::TailscaleLogin, site, facts.error());
                return;
            }
            learnTailnetAddress(site, facts->address);
            if (all)
                Q_EMIT surveyed(site, *all);
            Q_EMIT tailscaleLoggedIn(site, all ? all->tailscale : *facts);
        });
    });
}

void RemoteBackend::cancelLogin(Site site)
{
    m_pis[site]->worker.stopCurrent();
}

void RemoteBackend::checkUp(const BridgePlan &plan)
{
    // Both at once on their own threads; the second to answer completes the plan.
    struct Both
    {
        PerSite<std::optional<Result<PiFacts>>> facts;
    };
    auto both = std::make_shared<Both>(); // touched on the GUI thread only
    for (const Site site : bothSites) {
        Pi &pi = *m_pis[site];
        pi.worker.post([this, site, &pi, both, plan, access = piAccess()](const std::stop_token &stop) {
            Result<PiFacts> facts = Error { ErrorKind::ConnectionLost, {}, {}, {} };
            if (pi.session && pi.session->isOpen())
                facts = SetupRun::survey(*pi.session, stop);
            if (!facts && facts.error().canRetry() && !stop.stop_requested()) {
                if (auto opened = access->open(site, false, stop)) {
                    pi.session = std::move(*opened);
                    facts = SetupRun::survey(*pi.session, stop);
                } else {
                    facts = opened.error();
                }
            }
            if (stop.stop_requested())
                facts = Error { ErrorKind::Cancelled, {}, {}, {} };
            post([this, site, both, plan, facts] {
                both->facts[site] = facts;
                if (facts) {
                    learnTailnetAddress(site, facts->tailscale.address);
                    Q_EMIT surveyed(site, *facts);
                }
                if (!both->facts.a || !both->facts.b)
                    return;
                std::optional<Site> failedAt;
                for (const Site each : bothSites) {
                    if (!both->facts[each]->ok() && (!failedAt || both->facts[each]->error().kind == ErrorKind::Cancelled))
                        failedAt = each;
                }
                if (failedAt) {
                    Q_EMIT failed(Task::CheckUp, *failedAt, both->facts[*failedAt]->error());
                    return;
                }
                auto complete = completePlan(plan, { **both->facts.a, **both->facts.b });
                if (complete)
                    Q_EMIT planCompleted(*complete);
                else
                    Q_EMIT failed(Task::CheckUp, Site::A, complete.error());
            });
        });
    }
}

void RemoteBackend::runSetup(Task task, const BridgePlan &plan, const Removal &removal)
{
    const auto access = piAccess();
    m_runner->post([this, task, plan, removal, access](const std::stop_token &stop) {
        SetupRun run(plan, access->factory(access), [this](const StepEvent &event) { post([this, event] { Q_EMIT stepChanged(event); }); });
        std::optional<Error> error;
        if (stop.stop_requested()) {
            error = Error { ErrorKind::Cancelled, {}, {}, {} }; // before it began
        } else if (task == Task::Check) {
            auto steps = run.check(stop);
            if (steps)
                post([this, found = *steps] { Q_EMIT checked(found); });
            else
                error = steps.error();
        } else if (task == Task::Apply) {
            auto outcome = run.apply(stop);
            if (outcome)
                post([this, found = *outcome] { Q_EMIT applied(found); });
            else
                error = outcome.error();
        } else {
            auto done = run.undo(removal);
            if (done)
                post([this] { Q_EMIT undone(); });
            else
                error = done.error();
        }
        if (error)
            post([this, task, what = *error] { Q_EMIT failed(task, Site::A, what); });
    });
}

void RemoteBackend::check(const BridgePlan &plan)
{
    runSetup(Task::Check, plan);
}

void RemoteBackend::apply(const BridgePlan &plan)
{
    m_runner->stopCurrent(); // a check whose answer nobody waits for any more
    runSetup(Task::Apply, plan);
}

void RemoteBackend::undo(const BridgePlan &plan, const Removal &removal)
{
    m_runner->stopCurrent();
    runSetup(Task::Undo, plan, removal);
}

void RemoteBackend::stop()
{
    m_runner->stopCurrent();
}

} // namespace twinlan
