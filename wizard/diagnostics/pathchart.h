// SPDX-License-Identifier: GPL-3.0-or-later
// RTT over time, one line for each path on a common axis. What was not measured is a gap; what was lost is a gap with a
// mark.
#pragma once

#include "wizard/diagnostics/measuresource.h"

#include <QChartView>
#include <QPen>
#include <map>

class QDateTimeAxis;
class QLineSeries;
class QScatterSeries;
class QValueAxis;

namespace twinlan {

// A colour and a dash pattern, so that the lines differ without colours too. Readable on `base`.
[[nodiscard]] QPen pathPen(Path path, const QPalette &palette);

class PathChart : public QChartView
{
    Q_OBJECT

public:
    explicit PathChart(QWidget *parent = nullptr);

    void setWindow(std::chrono::milliseconds window) { m_window = window; }
    // Draws the part of `series` that lies in the window before `nowMs`. A step longer than `gap` breaks the line.
    void draw(const std::map<Path, PingSeries> &series, qint64 nowMs, std::chrono::milliseconds gap);
    // Lines of `path` that are drawn now; for tests.
    [[nodiscard]] int lineCount(Path path) const;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Drawn
    {
        std::vector<QLineSeries *> lines; // each an unbroken stretch; those not needed now are empty
        QScatterSeries *dots = nullptr; // stretches of a single answer
        QScatterSeries *losses = nullptr;
    };
    template <class Series>
    Series *added(Series *series);
    void drawPath(Drawn &drawn, const PingSeries &series, qint64 fromMs, qint64 gapMs);
    void scale(const std::map<Path, PingSeries> &series, qint64 fromMs);
    void paintInPalette();

    QDateTimeAxis *m_time;
    QValueAxis *m_rtt;
    std::chrono::milliseconds m_window { 300'000 };
    std::map<Path, Drawn> m_drawn;
};

} // namespace twinlan
