// SPDX-License-Identifier: GPL-3.0-or-later
// Diagnostics as values: how long, how large, what was stopped. Facts, never sentences.
#pragma once

#include "remote/discovery/homedevice.h"
#include "remote/setup/tunnelstate.h"
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
    qint64 atMs = 0; // since 1970, UTC, when it was sent, by the clock of the computer that sent it
    std::optional<double> rttMs; // nothing: lost
    // ping's icmp_seq, 16 bit, from 1 in each stream; -1: none. "No answer yet" and a late answer carry the same
    // number.
    int sequence = -1;
    bool operator==(const PingSample &) const = default;
};

// The samples of one path in bounded memory, and what they say about a window of time.
class PingSeries
{
public:
    explicit PingSeries(std::size_t capacity = 3600);
    // A late answer takes the place of the loss that was noted for it; a second answer to one question is passed over.
    void add(const PingSample &sample);
    // The next sample is the first of another ping: its numbers mean other packets.
    void beginStream();
    struct Summary
    {
        int sent = 0;
        int lost = 0;
        double lossPercent = 0;
        // ms. current: of the newest sample, nothing when it was lost; p50, p95: nearest rank; jitter: RFC 3550 6.4.1
        // (J += (|D|-J)/16, with D the difference of two answers one after the other).
        std::optional<double> current, p50, p95, jitter;
    };
    [[nodiscard]] Summary summary(int lastN = 60) const;
    [[nodiscard]] const std::deque<PingSample> &samples() const { return m_samples; }

private:
    std::size_t m_capacity;
    std::size_t m_inStream = 0; // how many of the newest belong to the present stream
    std::deque<PingSample> m_samples;
};

// Reads lines of `ping -n -O -D` (iputils). Nothing for a line that is neither an answer nor a loss. atMs is the line's
// own time: for a loss that is one interval after the packet was sent.
[[nodiscard]] std::optional<PingSample> parsePingLine(const QByteArray &line);

// Result of the path MTU search: the largest IP packet that passed, with and without DF; 0: nothing passed.
struct PathMtu
{
    // How far is looked without DF: two full frames prove that pieces arrive (diagnose.sh, most_in_pieces).
    static constexpr int mostInPieces = 3000;
    int withDf = 0;
    int withoutDf = 0;
    bool operator==(const PathMtu &) const = default;
};

struct BridgePort
{
    QString name;
    QString state; // "forwarding", "disabled", "listening", "learning", "blocking"
    int mtu = 0;
    bool operator==(const BridgePort &) const = default;
};

// What `brctl show` tells, and the tunnel.
struct BridgeState
{
    bool exists = false;
    bool stp = false;
    QString address; // its first IPv4 address: the Pi's own on the joined LAN
    QString state; // operstate: "up", "down", …
    int mtu = 0;
    std::vector<BridgePort> ports;
    bool tunnelExists = false;
    int tunnelMtu = 0;
    TunnelState tunnelState = TunnelState::Unknown; // the guard's last word
    [[nodiscard]] bool hasPort(const QString &name) const;
};

struct FilterCounter
{
    QString rule; // FilterRuleKind's name, e.g. "DropDhcp4", with "In" or "Out"
    quint64 packets = 0;
    quint64 bytes = 0;
    bool operator==(const FilterCounter &) const = default;
};
// From `nft -j list counters` or `ebtables -L --Lc` behind a line backend=…; BadAnswer when it is neither. No backend
// (the filter is not loaded): an empty list.
[[nodiscard]] Result<std::vector<FilterCounter>> parseCounters(const QByteArray &text);

// Through resources/remote/diagnose.sh, on a Pi or (LocalShell) on this computer. filterCounters needs root there,
// others do not.
Result<BridgeState> bridgeState(
    Shell &shell, const QString &bridge, const QString &tunnel, const std::stop_token &stop = {});
Result<std::vector<FilterCounter>> filterCounters(Shell &shell, const std::stop_token &stop = {});
// Which devices the bridge of the Pi in this home has heard lately, by the home in which they are.
Result<LearnedCards> learnedCards(Shell &shell, Site home, const QString &bridge, const QString &tunnel, const std::stop_token &stop = {});
// How this Pi's Tailscale reaches the one with the address `peer`.
Result<TailnetWay> wayOf(Shell &shell, const QString &peer, const std::stop_token &stop = {});
// With `last`, what was found before: only asks whether that is still so, and searches where it is not.
Result<PathMtu> pathMtu(Shell &shell, const QString &target, const std::stop_token &stop = {}, const PathMtu &last = {});
// Runs until stopped (then Done), one sample per `interval`. ping says something each interval, answered or not; when
// nothing comes for longer than silenceLimit(interval), the connection to the one who pings is dead, whatever TCP still
// hopes: ConnectionLost. CommandFailed: ping itself gave up, e.g. no route to `target`.
Result<Done> pingStream(Shell &shell, const QString &target, std::chrono::milliseconds interval,
    const std::function<void(const PingSample &)> &onSample, const std::stop_token &stop);
[[nodiscard]] std::chrono::milliseconds silenceLimit(std::chrono::milliseconds interval);

} // namespace twinlan
