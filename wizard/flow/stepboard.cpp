// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/flow/stepboard.h"

#include <algorithm>

namespace twinlan {

StepBoard::StepBoard()
{
    m_clock.start();
}

void StepBoard::reset()
{
    *this = StepBoard();
    for (const Site site : bothSites) {
        for (const StepId id : allSteps()) {
            m_rows[site].emplace_back();
            m_rows[site].back().id = id;
        }
    }
}

void StepBoard::take(const StepEvent &event)
{
    const qint64 now = m_clock.elapsed();
    m_countdown[event.site] = { event.rollbackInSeconds, now };
    auto &rows = m_rows[event.site];
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const StepRow &r) { return r.id == event.step; });
    if (row == rows.end())
        return;
    if (event.state == StepState::Running && row->state != StepState::Running)
        row->startedMs = now;
    if (event.state != StepState::Running && row->state == StepState::Running)
        row->elapsedMs = now - row->startedMs;
    row->state = event.state;
    row->line = event.line;
    row->error = event.error;
}

void StepBoard::takeBack()
{
    for (const Site site : bothSites) {
        m_countdown[site].seconds = -1;
        for (StepRow &row : m_rows[site]) {
            if (row.state == StepState::Done || row.state == StepState::Running)
                row.state = StepState::Undone;
            row.line.clear();
        }
    }
}

std::chrono::milliseconds StepBoard::elapsed(const StepRow &row) const
{
    return std::chrono::milliseconds(row.state == StepState::Running ? m_clock.elapsed() - row.startedMs : row.elapsedMs);
}

int StepBoard::rollbackIn(Site site) const
{
    const Countdown &countdown = m_countdown[site];
    if (countdown.seconds < 0)
        return -1;
    return std::max(0, countdown.seconds - int((m_clock.elapsed() - countdown.atMs) / 1000));
}

int StepBoard::doneCount() const
{
    int done = 0;
    for (const Site site : bothSites) {
        done += int(std::count_if(m_rows[site].begin(), m_rows[site].end(),
            [](const StepRow &row) { return row.state == StepState::Done || row.state == StepState::AlreadyDone; }));
    }
    return done;
}

int StepBoard::count() const
{
    return int(m_rows.a.size() + m_rows.b.size());
}

} // namespace twinlan
