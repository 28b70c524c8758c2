// SPDX-License-Identifier: GPL-3.0-or-later
// What pings of one path have shown.
#pragma once

#include <QtGlobal>
#include <deque>
#include <optional>

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

} // namespace twinlan
