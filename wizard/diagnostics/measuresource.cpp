// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/diagnostics/measuresource.h"

#include "remote/core/sleep.h"
#include "remote/diagnostics/localshell.h"
#include "remote/diagnostics/pingstream.h"
#include "wizard/threads/mailbox.h"
#include "wizard/threads/threadgroup.h"

#include <QDateTime>
#include <cmath>
#include <map>

namespace twinlan {

namespace {

using Clock = std::chrono::steady_clock;

// The script ran and said no: asking over a new connection would not help.
bool isAnswer(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::CommandFailed:
    case ErrorKind::BadAnswer:
    case ErrorKind::SudoDenied:
    case ErrorKind::SudoPasswordWrong:
        return true;
    default:
        return false;
    }
}

} // namespace

// What every worker holds. The source may be gone, and its mailbox with it: then nothing is delivered.
struct MeasureSource::Job
{
    std::shared_ptr<const Config> config;
    MeasureSource *source;
    Mailbox::Sender mailbox;

    void send(std::function<void(MeasureSource &)> deliver) const
    {
        mailbox.put([to = source, deliver = std::move(deliver)] { deliver(*to); });
    }
    void sendState(Path path, StreamState state, const Error &error = {}) const
    {
        send([=](MeasureSource &to) { Q_EMIT to.streamChanged(path, state, error); });
    }

    // Opens and uses shells until stopped: `use` returns when its shell is of no use any more. `lost` hears why.
    void keepConnected(const ShellFactory &factory, const std::stop_token &stop,
        const std::function<Error(Shell &shell, bool &wasUseful)> &use,
        const std::function<void(const Error &)> &lost) const
    {
        auto pause = config->firstRetry;
        while (!stop.stop_requested()) {
            auto shell = factory(stop);
            bool wasUseful = false;
            const Error error = shell ? use(**shell, wasUseful) : shell.error();
            if (stop.stop_requested())
                return;
            if (wasUseful)
                pause = config->firstRetry;
            lost(error);
            if (shell)
                shell->reset(); // not while we sleep
            if (!sleepFor(pause, stop))
                return;
            pause = std::min(2 * pause, config->longestRetry);
        }
    }

    void ping(Path path, const ShellFactory &factory, const std::stop_token &stop) const
    {
        sendState(path, StreamState::Connecting);
        keepConnected(
            factory, stop,
            [&](Shell &shell, bool &wasUseful) {
                const auto ended = pingStream(
                    shell, config->target(path), config->interval,
                    [&](PingSample sample) {
                        if (!wasUseful)
                            sendState(path, StreamState::Running);
                        wasUseful = true;
                        const auto ago = sample.rttMs ? qint64(std::llround(*sample.rttMs)) : config->interval.count();
                        sample.atMs = QDateTime::currentMSecsSinceEpoch() - ago;
                        send([=](MeasureSource &to) { Q_EMIT to.sampled(path, sample); });
                    },
                    stop);
                return ended ? Error {} : ended.error();
            },
            [&](const Error &error) { sendState(path, StreamState::Waiting, error); });
    }

    // Without an answer from the shell: its error. `last`: what was found of each path, and is only confirmed from then on.
    std::optional<Error> searchMtu(Shell &shell, Path path, std::map<Path, PathMtu> &last, const std::stop_token &stop) const
    {
        if (config->target(path).isEmpty())
            return {};
        const auto mtu = pathMtu(shell, config->target(path), stop, last[path]);
        if (mtu) {
            last[path] = *mtu;
            send([path, found = *mtu](MeasureSource &to) { Q_EMIT to.mtuFound(path, found); });
        } else if (!isAnswer(mtu.error()))
            return mtu.error();
        return {};
    }

    void searchMtusFromPc(const std::stop_token &stop) const
    {
        std::map<Path, PathMtu> last;
        keepConnected(
            config->pc, stop,
            [&](Shell &shell, bool &wasUseful) {
                do {
                    for (const auto path : { Path::PcToPiA, Path::PcToPiB, Path::PcToFarRouter })
                        if (const auto error = searchMtu(shell, path, last, stop))
                            return *error;
                    wasUseful = true;
                } while (sleepFor(config->mtuEvery, stop));
                return Error {};
            },
            [](const Error &) {});
    }

    // Bridge and filter of one Pi, and from Pi A the path MTU to Pi B. An answer that is a refusal is told, and asked
    // for again.
    Error observe(Site site, Shell &shell, bool &wasUseful, const std::stop_token &stop) const
    {
        const auto tell = [&](const Error &error) {
            if (isAnswer(error))
                send([=](MeasureSource &to) { Q_EMIT to.siteFailed(site, error); });
        };
        Clock::time_point mtuDue = Clock::now();
        std::map<Path, PathMtu> last;
        do {
            const auto bridge = twinlan::bridgeState(shell, config->bridgeName, config->tunnelName, stop);
            if (bridge)
                send([site, seen = *bridge](MeasureSource &to) {
                    Q_EMIT to.bridgeSeen(site, seen);
                    to.learn(site, seen);
                });
            else if (tell(bridge.error()); !isAnswer(bridge.error()))
                return bridge.error();
            const auto counters = filterCounters(shell, stop);
            if (counters)
                send([site, seen = *counters](MeasureSource &to) { Q_EMIT to.countersSeen(site, seen); });
            else if (tell(counters.error()); !isAnswer(counters.error()))
                return counters.error();
            wasUseful = true;
            if (site == Site::A && Clock::now() >= mtuDue) {
                if (const auto error = searchMtu(shell, Path::PiAToPiB, last, stop))
                    return *error;
                mtuDue = Clock::now() + config->mtuEvery;
            }
        } while (sleepFor(config->stateEvery, stop));
        return {};
    }
};

MeasureSource::MeasureSource(QObject *parent)
    : QObject(parent)
{
}

MeasureSource::~MeasureSource()
{
    stop();
}

void MeasureSource::launch(std::function<void(const Job &job, const std::stop_token &stop)> work)
{
    m_threads->launch(
        [job = Job { m_config, this, m_mailbox->newSender() }, work = std::move(work)](const std::stop_token &stop) { work(job, stop); });
}

void MeasureSource::start(const Config &config)
{
    stop();
    m_config = std::make_shared<const Config>(config);
    m_mailbox = std::make_unique<Mailbox>();
    m_threads = std::make_unique<ThreadGroup>();
    for (const Path path : allPaths) {
        const auto &factory = path == Path::PiAToPiB ? m_config->pis.a : m_config->pc;
        if (factory && !m_config->target(path).isEmpty())
            launch([path, factory](const Job &job, const std::stop_token &stop) { job.ping(path, factory, stop); });
        else
            Q_EMIT streamChanged(path, StreamState::NotMeasured, {});
    }
    if (m_config->pc)
        launch([](const Job &job, const std::stop_token &stop) { job.searchMtusFromPc(stop); });
    for (const Site site : bothSites) {
        if (!m_config->pis[site])
            continue;
        launch([site](const Job &job, const std::stop_token &stop) {
            job.keepConnected(
                job.config->pis[site], stop,
                [&](Shell &shell, bool &wasUseful) { return job.observe(site, shell, wasUseful, stop); },
                [&](const Error &error) { job.send([=](MeasureSource &to) { Q_EMIT to.siteFailed(site, error); }); });
        });
    }
}

void MeasureSource::stop()
{
    m_mailbox.reset();
    m_threads.reset();
}

void MeasureSource::joinStopped()
{
    ThreadGroup::joinStopped();
}

void MeasureSource::learn(Site site, const BridgeState &state)
{
    if (!m_config || !m_mailbox || state.address.isEmpty() || !m_config->piAddress[site].isEmpty())
        return;
    auto config = *m_config;
    config.piAddress[site] = state.address;
    start(config);
}

MeasureSource::Config MeasureSource::Config::fromPlan(const BridgePlan &plan, const PerSite<ShellFactory> &pis)
{
    Config config;
    config.pc = [](const std::stop_token &) -> Result<std::unique_ptr<Shell>> {
        return std::unique_ptr<Shell>(std::make_unique<LocalShell>());
    };
    config.pis = pis;
    for (const Site site : bothSites)
        config.piAddress[site] = plan.pis[site].lanHost;
    config.farRouter = plan.addresses.homes.b.router.toString();
    config.bridgeName = plan.bridgeName;
    config.tunnelName = plan.tunnelName;
    config.carrier = plan.carrier;
    return config;
}

QString MeasureSource::Config::target(Path path) const
{
    switch (path) {
    case Path::PcToPiA:
        return piAddress.a;
    case Path::PcToPiB:
    case Path::PiAToPiB:
        return piAddress.b;
    case Path::PcToFarRouter:
        return farRouter;
    }
    return {};
}

} // namespace twinlan
