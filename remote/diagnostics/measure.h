// SPDX-License-Identifier: GPL-3.0-or-later
// Diagnostics as values: how long, how large, what was stopped. Facts, never sentences.
#pragma once

#include "remote/core/site.h"
#include "remote/ssh/shell.h"

#include <QByteArray>
#include <QString>
#include <deque>
#include <optional>
#include <vector>

namespace twinlan {

// One answer, or its absence.
struct PingSample
{
    qint64 atMs = 0; // since 1970, UTC, when it was sent
    std::optional<double> rttMs; // nothing: lost
};

// The samples of one path in bounded memory, and what they say about a window of time.
class PingSeries
{
public:
    explicit PingSeries(std::size_t capacity = 3600);
    void add(const PingSample &sample);
    struct Summary
    {
        int sent = 0;
        int lost = 0;
        double lossPercent = 0;
        std::optional<double> current, p50, p95, jitter; // ms; jitter as RFC 3550 6.4.1 (J += (|D|-J)/16)
    };
    [[nodiscard]] Summary summary(int lastN = 60) const;
    [[nodiscard]] const std::deque<PingSample> &samples() const { return m_samples; }

private:
    std::size_t m_capacity;
    std::deque<PingSample> m_samples;
};

// Reads lines of `ping -n -O -D` (iputils). Nothing for a line that is neither an answer nor a loss.
[[nodiscard]] std::optional<PingSample> parsePingLine(const QByteArray &line);

// Result of the path MTU search: the largest IP packet that passed, with and without DF; 0: nothing passed.
struct PathMtu
{
    int withDf = 0;
    int withoutDf = 0;
};

struct BridgeState
{
    bool exists = false;
    bool stp = false;
    QString mac;
    int mtu = 0;
    QStringList ports;
    int tunnelMtu = 0;
    QString tunnelState; // see PiFacts::tunnelState
};

struct FilterCounter
{
    QString rule; // FilterRuleKind's name, e.g. "DropDhcp4", with "In" or "Out"
    quint64 packets = 0;
    quint64 bytes = 0;
};

// On the Pi, through resources/remote/diagnose.sh (key=value lines).
Result<BridgeState> bridgeState(Shell &shell, const std::stop_token &stop = {});
Result<std::vector<FilterCounter>> filterCounters(Shell &shell, const std::stop_token &stop = {});
Result<PathMtu> pathMtu(Shell &shell, const QString &target, const std::stop_token &stop = {});
// Runs until stopped, one sample per `interval`.
Result<Done> pingStream(Shell &shell, const QString &target, std::chrono::milliseconds interval,
    const std::function<void(const PingSample &)> &onSample, const std::stop_token &stop);

} // namespace twinlan
