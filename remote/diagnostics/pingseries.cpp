// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/diagnostics/pingseries.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace twinlan {

namespace {

// How far back a late answer is looked for. At 10 Hz that is 12 s; iputils itself forgets after 64 Ki numbers.
constexpr std::size_t lateWindow = 128;

// Nearest rank: a value that was measured, never one between two.
double percentile(const std::vector<double> &sorted, double share)
{
    const auto rank = std::size_t(std::ceil(share * double(sorted.size())));
    return sorted[std::max<std::size_t>(rank, 1) - 1];
}

} // namespace

PingSeries::PingSeries(std::size_t capacity)
    : m_capacity(std::max<std::size_t>(capacity, 1))
{
}

void PingSeries::beginStream()
{
    m_inStream = 0;
}

void PingSeries::add(const PingSample &sample)
{
    if (sample.sequence >= 0) {
        const auto reach = std::min(m_inStream, lateWindow);
        for (std::size_t back = 1; back <= reach; ++back) {
            auto &earlier = m_samples[m_samples.size() - back];
            if (earlier.sequence != sample.sequence)
                continue;
            if (!earlier.rttMs && sample.rttMs)
                earlier = sample;
            return;
        }
    }
    m_samples.push_back(sample);
    ++m_inStream;
    if (m_samples.size() > m_capacity) {
        m_samples.pop_front();
        m_inStream = std::min(m_inStream, m_samples.size());
    }
}

PingSeries::Summary PingSeries::summary(int lastN) const
{
    Summary result;
    const auto count = std::min(m_samples.size(), std::size_t(std::max(lastN, 0)));
    if (count == 0)
        return result;
    std::vector<double> answers;
    answers.reserve(count);
    double jitter = 0;
    for (auto i = m_samples.size() - count; i < m_samples.size(); ++i) {
        ++result.sent;
        if (!m_samples[i].rttMs) {
            ++result.lost;
            continue;
        }
        const double rtt = *m_samples[i].rttMs;
        if (!answers.empty())
            jitter += (std::abs(rtt - answers.back()) - jitter) / 16;
        answers.push_back(rtt);
    }
    result.lossPercent = 100.0 * result.lost / result.sent;
    result.current = m_samples.back().rttMs;
    if (answers.size() >= 2)
        result.jitter = jitter;
    if (!answers.empty()) {
        std::sort(answers.begin(), answers.end());
        result.p50 = percentile(answers, 0.50);
        result.p95 = percentile(answers, 0.95);
    }
    return result;
}

} // namespace twinlan
