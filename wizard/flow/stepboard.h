// SPDX-License-Identifier: GPL-3.0-or-later
// What the Apply page shows: for each Pi each step with its state, how long it took, and what it is doing.
#pragma once

#include "remote/setup/step.h"

#include <QElapsedTimer>

namespace twinlan {

struct StepRow
{
    StepId id = StepId::BackUp;
    StepState state = StepState::Waiting;
    QString line; // the current line of work
    std::optional<Error> error;
    qint64 startedMs = 0; // on the board's clock
    qint64 elapsedMs = 0; // final once the step has ended
};

class StepBoard
{
public:
    StepBoard();

    void reset();
    void take(const StepEvent &event);
    void takeBack(); // everything was undone: what had been done no longer is
    [[nodiscard]] const std::vector<StepRow> &rows(Site site) const { return m_rows[site]; }
    // Time spent in a step so far.
    [[nodiscard]] std::chrono::milliseconds elapsed(const StepRow &row) const;
    // Seconds until that Pi goes back by itself; -1: no timer runs there. Counts down between two events.
    [[nodiscard]] int rollbackIn(Site site) const;
    [[nodiscard]] std::chrono::milliseconds total() const { return std::chrono::milliseconds(m_total >= 0 ? m_total : m_clock.elapsed()); }
    void finish() { m_total = m_clock.elapsed(); }
    [[nodiscard]] int doneCount() const;
    [[nodiscard]] int count() const;

private:
    PerSite<std::vector<StepRow>> m_rows;
    struct Countdown
    {
        int seconds = -1;
        qint64 atMs = 0;
    };
    PerSite<Countdown> m_countdown;
    QElapsedTimer m_clock;
    qint64 m_total = -1;
};

} // namespace twinlan
