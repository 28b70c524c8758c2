// SPDX-License-Identifier: GPL-3.0-or-later
// What is measured from where. Without a screen: values come as signals on the thread that this object lives in.
#pragma once

#include "remote/diagnostics/measure.h"
#include "remote/plan/bridgeplan.h"

#include <QObject>
#include <array>
#include <functional>
#include <memory>

namespace twinlan {

class Mailbox;
class ThreadGroup;

enum class Path {
    PcToPiA,
    PcToPiB,
    PiAToPiB,
    PcToFarRouter
};
inline constexpr std::array<Path, 4> allPaths { Path::PcToPiA, Path::PcToPiB, Path::PiAToPiB, Path::PcToFarRouter };

enum class StreamState {
    NotMeasured, // no address, or no way to who would ping
    Connecting, // to who pings
    Running,
    Waiting, // lost or refused; tried again by itself
};

class MeasureSource : public QObject
{
    Q_OBJECT

public:
    // Opens a new connection; called on worker threads, several at a time, and again after each loss.
    using ShellFactory = std::function<Result<std::unique_ptr<Shell>>(const std::stop_token &stop)>;

    struct Config
    {
        ShellFactory pc; // this computer, which is in home A
        PerSite<ShellFactory> pis; // empty: that Pi is not asked
        PerSite<QString> piAddress; // on the joined LAN; empty: asked of that Pi, then all begins again with it
        QString farRouter;
        QString bridgeName = QStringLiteral("br_lan");
        QString tunnelName = QStringLiteral("gretap1");
        Carrier carrier = Carrier::Gre; // what the tunnel's packets are made of
        std::chrono::milliseconds interval { 1'000 };
        std::chrono::milliseconds stateEvery { 5'000 }; // bridge and filter
        std::chrono::milliseconds mtuEvery { 60'000 };
        std::chrono::milliseconds firstRetry { 1'000 }; // doubled up to longestRetry
        std::chrono::milliseconds longestRetry { 8'000 };

        // LocalShell as PC, addresses and names from the plan.
        static Config fromPlan(const BridgePlan &plan, const PerSite<ShellFactory> &pis);
        [[nodiscard]] QString target(Path path) const;
    };

    explicit MeasureSource(QObject *parent = nullptr);
    ~MeasureSource() override; // stop()

    // Stops what ran before. Four streams of pings, one searcher of path MTUs and one observer for each Pi, each with
    // its own thread and its own shell.
    void start(const Config &config);
    // Returns at once; no signal comes after it. The threads end soon, on their own.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_mailbox != nullptr; }
    // Waits for the threads of all sources that were stopped. For the end of main() and of tests, never while a window
    // is open.
    static void joinStopped();

Q_SIGNALS:
    void streamChanged(
        twinlan::Path path, twinlan::StreamState state, const twinlan::Error &error); // error: with Waiting
    // Times are this computer's, also for what a Pi measured: its clock may be wrong, and all paths share one axis.
    void sampled(twinlan::Path path, const twinlan::PingSample &sample);
    void mtuFound(twinlan::Path path, const twinlan::PathMtu &mtu);
    void bridgeSeen(twinlan::Site site, const twinlan::BridgeState &state);
    void countersSeen(twinlan::Site site, const std::vector<twinlan::FilterCounter> &counters);
    // What could not be asked: "bridge" and "counters" are unknown until they are seen again. SudoDenied: the counters
    // only.
    void siteFailed(twinlan::Site site, const twinlan::Error &error);

private:
    struct Job;
    void launch(std::function<void(const Job &job, const std::stop_token &stop)> work);
    void learn(Site site, const BridgeState &state);

    std::shared_ptr<const Config> m_config;
    std::unique_ptr<Mailbox> m_mailbox; // of what runs now: what an earlier start() measured is not delivered any more
    std::unique_ptr<ThreadGroup> m_threads;
};

} // namespace twinlan
