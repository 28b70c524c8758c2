// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/diagnostics/pingstream.h"

#include "remote/diagnostics/parse.h"
#include "resources/script.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace twinlan {

namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

// Ends the run when nothing was heard for too long. A thread of its own, because run() holds the caller's.
class SilenceWatch
{
public:
    SilenceWatch(std::chrono::milliseconds limit, std::stop_source &run)
        : m_lastHeard(Clock::now())
        , m_thread([this, limit, &run](const std::stop_token &end) { watch(limit, run, end); })
    {
    }
    void heard()
    {
        const std::lock_guard lock(m_mutex);
        m_lastHeard = Clock::now();
    }
    [[nodiscard]] bool struck() const { return m_struck; }

private:
    void watch(std::chrono::milliseconds limit, std::stop_source &run, const std::stop_token &end)
    {
        std::unique_lock lock(m_mutex);
        while (!end.stop_requested()) {
            const auto due = m_lastHeard + limit;
            if (Clock::now() >= due) {
                m_struck = true;
                lock.unlock(); // request_stop() runs callbacks
                run.request_stop();
                return;
            }
            m_changed.wait_until(lock, end, due, [] { return false; });
        }
    }

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    Clock::time_point m_lastHeard;
    std::atomic_bool m_struck = false;
    std::jthread m_thread; // last: it uses all the others
};

// A Shell keeps the whole output of a run (shell.h): at 10 Hz about 3 MB an hour. So a new run begins each hour. Its
// numbers begin at 1 again, far from the last ones of the run before.
constexpr auto oneRun = 1h;

} // namespace

std::chrono::milliseconds silenceLimit(std::chrono::milliseconds interval)
{
    // ping's first word may have to wait for a name to be looked up, and an emulated Pi is slow.
    return std::max<std::chrono::milliseconds>(5s, 4 * interval);
}

namespace {

Result<Done> pingOnce(Shell &shell, const QString &target, std::chrono::milliseconds interval,
    const std::function<void(const PingSample &)> &onSample, const std::stop_token &stop)
{
    Command command;
    command.script = piFile(u"diagnose.sh"_s);
    command.args = { u"ping"_s, target, QString::number(double(interval.count()) / 1000, 'f', 3) };
    command.deadline = oneRun;

    std::stop_source run;
    const std::stop_callback passOn(stop, [&run] { run.request_stop(); });
    SilenceWatch watch(silenceLimit(interval), run);
    const auto ended = shell.run(command, run.get_token(), [&](const QByteArray &line) {
        watch.heard();
        auto sample = parsePingLine(line);
        if (!sample)
            return;
        if (!sample->rttMs)
            sample->atMs -= interval.count(); // said when the next one was sent
        onSample(*sample);
    });
    if (stop.stop_requested())
        return Done {};
    const QString step = u"diagnose"_s;
    if (watch.struck())
        return Error { ErrorKind::ConnectionLost, shell.host(), step, u"silence"_s };
    if (!ended)
        return ended.error();
    return Error { ErrorKind::CommandFailed, shell.host(), step, QString::fromUtf8(ended->err).trimmed() };
}

} // namespace

Result<Done> pingStream(Shell &shell, const QString &target, std::chrono::milliseconds interval,
    const std::function<void(const PingSample &)> &onSample, const std::stop_token &stop)
{
    for (;;) {
        const auto begun = Clock::now();
        auto ended = pingOnce(shell, target, interval, onSample, stop);
        const bool renew = !ended && ended.error().kind == ErrorKind::TimedOut && Clock::now() - begun >= oneRun;
        if (!renew)
            return ended;
    }
}

} // namespace twinlan
