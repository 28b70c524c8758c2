// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/backend/remotebackend.h"

#include "remote/setup/completeplan.h"
#include "remote/setup/login.h"
#include "remote/setup/tailscaleinstall.h"
#include "wizard/backend/connectedpi.h"
#include "wizard/backend/ownkeyaccess.h"
#include "wizard/discovery/placeddevices.h"

namespace twinlan {

namespace {

// What changes both Pis, or says what would be changed: one at a time.
constexpr auto runs = { Task::Check, Task::Apply, Task::Undo };

} // namespace

RemoteBackend::RemoteBackend(const QString &knownHostsPath, QObject *parent)
    : Backend(parent)
    , m_knownHosts { knownHostsPath }
    , m_requests([this](Task task, Site site) { Q_EMIT superseded(task, site); })
    , m_pis { std::make_unique<ConnectedPi>(), std::make_unique<ConnectedPi>() }
    , m_runner(std::make_unique<Worker>())
    , m_keyBearer(std::make_unique<Worker>())
{
}

RemoteBackend::~RemoteBackend()
{
    // All are asked to stop first and joined afterwards, so that quitting takes as long as the slowest one, not as all together.
    m_requests.endAll();
}

void RemoteBackend::start(Worker &worker, const Request &request, Work work)
{
    worker.post([this, request, work = std::move(work)] {
        const bool stopped = request.stop().stop_requested(); // before it began
        request.end(stopped ? failure(request, { ErrorKind::Cancelled, {}, {}, {} }) : work(request));
    });
}

Mailbox::Letter RemoteBackend::failure(const Request &request, const Error &error)
{
    return [this, request, error] { Q_EMIT failed(request.task(), request.site(), error); };
}

std::shared_ptr<const PiAccess> RemoteBackend::piAccess() const
{
    auto access = std::make_shared<PiAccess>();
    access->knownHosts = m_knownHosts;
    access->thisComputerInTailnet = PiAccess::computerIsInTailnet();
    for (const Site site : bothSites)
        access->pis[site] = m_pis[site]->access();
    return access;
}

void RemoteBackend::learnTailnetAddress(Site site, const QString &address)
{
    ConnectedPi &pi = *m_pis[site];
    if (address == pi.rememberedUnder || !PiAccess::isTailnetAddress(address))
        return;
    pi.tailnetAddress = address;
    // A Pi that logs in late gets its address after it was met. The setup's proof comes back under that address and must know it.
    piAccess()->rememberTailnetAddress(site, pi.hostKey, pi.outdatedKeys);
    pi.rememberedUnder = address;
}

void RemoteBackend::signIn(Site site, SignIn signIn)
{
    ConnectedPi &pi = *m_pis[site];
    if (pi.signIn.target.host != signIn.target.host || pi.signIn.target.port != signIn.target.port)
        pi.outdatedKeys.clear(); // they were another Pi's
    pi.signIn = std::move(signIn);
    pi.tailnetAddress.clear();
    pi.rememberedUnder.clear();
    pi.hostKey.clear();
    openSession(openAlone(Task::SignIn, site));
}

void RemoteBackend::trustHostKey(Site site)
{
    ConnectedPi &pi = *m_pis[site];
    const Request request = openAlone(Task::SignIn, site);
    pi.signIn.credentials.sudoPassword = {};
    const HostKey &askedKey = pi.askedKey;
    if (askedKey.host == pi.signIn.target.host && askedKey.port == pi.signIn.target.port) // and not the Pi's on the way there
        pi.outdatedKeys = m_knownHosts.keys(askedKey.host, askedKey.port);
    if (auto remembered = m_knownHosts.remember(askedKey.host, askedKey.port, askedKey.publicKey); !remembered)
        request.end(failure(request, remembered.error()));
    else
        openSession(request);
}

Request RemoteBackend::openAlone(Task task, Site site)
{
    m_requests.supersede(site);
    return m_requests.open(task, site);
}

void RemoteBackend::withdraw(Site site)
{
    m_requests.supersede(site);
}

void RemoteBackend::openSession(const Request &asked)
{
    ConnectedPi &pi = *m_pis[asked.site()];
    start(pi.worker, asked, [this, &pi, access = piAccess()](const Request &request) -> Mailbox::Letter {
        HostKey seen;
        const auto facts = pi.enter(request.site(), *access, seen, request.stop());
        if (!facts) {
            return [&pi, seen, tell = failure(request, facts.error())] {
                pi.askedKey = seen; // with a jump it may have been the first Pi whose key was not known
                tell();
            };
        }
        return [this, &pi, site = request.site(), seen, found = *facts] {
            pi.hostKey = seen.publicKey;
            learnTailnetAddress(site, found.tailscale.address);
            Q_EMIT signedIn(site, found);
        };
    });
}

// A request that no worker sees to: the search never keeps the screen's thread waiting.
void RemoteBackend::searchLan()
{
    const Request request = m_requests.open(Task::LanSearch);
    m_lanSearch.disconnect(this); // what an older one still has to say
    connect(&m_lanSearch, &LanSearch::changed, this, [this, request](const LanSearchState &state) {
        request.tell([this, state] { Q_EMIT lanSearchWent(state); });
    });
    connect(&m_lanSearch, &LanSearch::finished, this, [this, request](const LanSearchState &state) {
        request.end([this, state] { Q_EMIT lanSearched(state); });
    });
    m_lanSearch.start(LanSearch::Config::ofThisComputer());
}

void RemoteBackend::withdrawLanSearch()
{
    m_requests.supersede({ Task::LanSearch });
    m_lanSearch.stop();
}

void RemoteBackend::searchDevices(const BridgePlan &plan)
{
    const Request request = m_requests.open(Task::DeviceSearch);
    m_deviceSearch.disconnect(this); // what an older one still has to say
    connect(&m_deviceSearch, &DeviceSearch::changed, this, [this, request, plan](const DeviceSearchState &state) {
        request.tell([this, found = placed(state, {}, plan.addresses)] { Q_EMIT deviceSearchWent(found); });
    });
    connect(&m_deviceSearch, &DeviceSearch::finished, this,
        [this, request, plan](const DeviceSearchState &state) { placeDevices(request, plan, state); });
    m_deviceSearch.start(DeviceSearch::Config::ofThisComputer(plan.addresses.homes.a.router));
}

// Where Pi A cannot be asked, the addresses tell some.
void RemoteBackend::placeDevices(const Request &asked, const BridgePlan &plan, const DeviceSearchState &found)
{
    start(m_pis.a->worker, asked, [this, found, plan, access = piAccess()](const Request &request) -> Mailbox::Letter {
        const auto session = access->open(Site::A, false, request.stop());
        const DeviceSearchState state = session ? placedByBridge(found, **session, plan, request.stop()) : placed(found, {}, plan.addresses);
        return [this, state] { Q_EMIT devicesSearched(state); };
    });
}

void RemoteBackend::withdrawDeviceSearch()
{
    m_requests.supersede({ Task::DeviceSearch });
    m_deviceSearch.stop();
}

void RemoteBackend::takeFacts(Site site, const PiFacts &facts)
{
    learnTailnetAddress(site, facts.tailscale.address);
    Q_EMIT surveyed(site, facts);
}

void RemoteBackend::survey(Site site)
{
    ConnectedPi &pi = *m_pis[site];
    start(pi.worker, m_requests.open(Task::Survey, site), [this, &pi, access = piAccess()](const Request &request) -> Mailbox::Letter {
        // The switch ends connections, and a Pi that was carried to the other home is reached in another way.
        const auto facts = pi.freshFacts(request.site(), *access, { false, true }, request.stop());
        return end(request, facts, [this, at = request.site()](const PiFacts &found) { takeFacts(at, found); });
    });
}

void RemoteBackend::changeTailscale(Task task, Site site, SessionWork work, void (Backend::*done)(Site))
{
    ConnectedPi &pi = *m_pis[site];
    start(pi.worker, openAlone(task, site), [this, &pi, work = std::move(work), done](const Request &request) -> Mailbox::Letter {
        if (!pi.session)
            return failure(request, { ErrorKind::ConnectionLost, {}, {}, {} });
        return end(request, work(*pi.session, request), [this, at = request.site(), done](const PiFacts &found) {
            takeFacts(at, found);
            Q_EMIT(this->*done)
            (at);
        });
    });
}

void RemoteBackend::installTailscale(Site site)
{
    const auto install = [this, site](SshSession &session, const Request &request) {
        const auto tellProgress = [&](const QString &line) { request.tell([this, site, line] { Q_EMIT tailscaleInstallProgress(site, line); }); };
        return twinlan::installTailscale(session, tellProgress, request.stop());
    };
    changeTailscale(Task::TailscaleInstall, site, install, &Backend::tailscaleInstalled);
}

void RemoteBackend::loginToTailscale(Site site, const QString &loginServer)
{
    const auto logIn = [this, site, loginServer](SshSession &session, const Request &request) {
        LoginOptions options;
        options.loginServer = loginServer;
        const auto tellUrl = [&](const QString &url) { request.tell([this, site, url] { Q_EMIT tailscaleUrl(site, url); }); };
        return tailscaleLogin(session, options, tellUrl, request.stop());
    };
    changeTailscale(Task::TailscaleLogin, site, logIn, &Backend::tailscaleLoggedIn);
}

void RemoteBackend::checkUp(const BridgePlan &plan)
{
    // Both at once on their own threads; the second to answer completes the plan.
    const Request request = m_requests.open(Task::CheckUp);
    const auto both = std::make_shared<PerSite<std::optional<Result<PiFacts>>>>(); // touched on the GUI thread only
    for (const Site site : bothSites) {
        ConnectedPi &pi = *m_pis[site];
        pi.worker.post([this, site, &pi, request, both, plan, access = piAccess()] {
            const auto facts = pi.freshFacts(site, *access, { false }, request.stop());
            request.tell([this, site, request, both, plan, facts] {
                (*both)[site] = facts;
                if (facts)
                    takeFacts(site, *facts);
                if (both->a && both->b)
                    request.end(judgement(request, plan, { *both->a, *both->b }));
            });
        });
    }
}

Mailbox::Letter RemoteBackend::judgement(const Request &request, const BridgePlan &plan, const PerSite<Result<PiFacts>> &facts)
{
    for (const Site site : bothSites)
        if (!facts[site])
            return [this, site, error = facts[site].error()] { Q_EMIT failed(Task::CheckUp, site, error); };
    return end(request, completePlan(plan, { *facts.a, *facts.b }), [this](const BridgePlan &complete) { Q_EMIT planCompleted(complete); });
}

void RemoteBackend::runSetup(const Request &asked, const BridgePlan &plan, const Removal &removal)
{
    start(*m_runner, asked, [this, plan, removal, access = piAccess()](const Request &request) -> Mailbox::Letter {
        SetupRun run(plan, access->factory(access), [&](const StepEvent &event) { request.tell([this, event] { Q_EMIT stepChanged(event); }); });
        if (request.task() == Task::Check)
            return end(request, run.check(request.stop()), [this](const PerSite<std::vector<StepId>> &steps) { Q_EMIT checked(steps); });
        if (request.task() == Task::Apply)
            return end(request, run.apply(request.stop()), [this](const SetupOutcome &outcome) { Q_EMIT applied(outcome); });
        return end(request, run.undo(removal), [this](Done) { Q_EMIT undone(); });
    });
}

void RemoteBackend::check(const BridgePlan &plan)
{
    runSetup(m_requests.open(Task::Check), plan);
}

void RemoteBackend::apply(const BridgePlan &plan)
{
    m_requests.supersede(runs);
    runSetup(m_requests.open(Task::Apply), plan);
}

void RemoteBackend::undo(const BridgePlan &plan, const Removal &removal)
{
    m_requests.supersede(runs);
    runSetup(m_requests.open(Task::Undo), plan, removal);
}

void RemoteBackend::stop()
{
    m_requests.stop(runs);
}

void RemoteBackend::rememberKey(Site site, Secret privateHalf)
{
    const auto key = std::make_shared<const Secret>(std::move(privateHalf));
    start(*m_keyBearer, m_requests.open(Task::RememberKey, site), [this, key, access = piAccess()](const Request &request) -> Mailbox::Letter {
        const auto sudoAsks = twinlan::rememberKey(*access, request.site(), *key, request.stop());
        return end(request, sudoAsks, [this, at = request.site()](bool asks) { Q_EMIT keyRemembered(at, asks); });
    });
}

void RemoteBackend::forgetKey(Site site, const QByteArray &publicHalf)
{
    start(*m_keyBearer, m_requests.open(Task::ForgetKey, site), [this, publicHalf, access = piAccess()](const Request &request) -> Mailbox::Letter {
        const auto done = twinlan::forgetKey(*access, request.site(), publicHalf, request.stop());
        return end(request, done, [this, at = request.site()](Done) { Q_EMIT keyForgotten(at); });
    });
}

} // namespace twinlan
