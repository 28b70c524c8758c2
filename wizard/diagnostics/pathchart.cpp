// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/diagnostics/pathchart.h"

#include <QChart>
#include <QDateTime>
#include <QDateTimeAxis>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QScatterSeries>
#include <QValueAxis>
#include <algorithm>
#include <cmath>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

// More points than pixels cost time and show nothing. Two in each bucket, the lowest and the highest, so no peak is
// lost.
constexpr int buckets = 400;
// Each stretch is a series of its own, because Qt Charts 6.4 draws through whatever lies between two points. On a path
// that loses every other packet only the newest stretches stay lines.
constexpr std::size_t mostLines = 40;

using Points = QList<QPointF>;

Points thinned(const Points &stretch, double bucketMs)
{
    Points result;
    for (qsizetype begin = 0; begin < stretch.size();) {
        const auto bucket = std::floor(stretch[begin].x() / bucketMs);
        auto end = begin + 1;
        while (end < stretch.size() && std::floor(stretch[end].x() / bucketMs) == bucket)
            ++end;
        const auto [low, high] = std::minmax_element(stretch.begin() + begin, stretch.begin() + end,
            [](const QPointF &a, const QPointF &b) { return a.y() < b.y(); });
        result << *std::min(low, high);
        if (low != high)
            result << *std::max(low, high);
        begin = end;
    }
    return result;
}

// 1, 2 or 5 times a power of ten: labels that a person can read.
double roundedUp(double value)
{
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double step : { 1.0, 2.0, 5.0 })
        if (value <= step * power)
            return step * power;
    return 10 * power;
}

} // namespace

QPen pathPen(Path path, const QPalette &palette)
{
    const bool dark = palette.color(QPalette::Base).lightness() < 128;
    switch (path) {
    case Path::PcToPiA:
        return QPen(dark ? QColor(0x58, 0xa6, 0xff) : QColor(0x1f, 0x6f, 0xeb), 2, Qt::SolidLine);
    case Path::PcToPiB:
        return QPen(dark ? QColor(0xf0, 0x88, 0x3e) : QColor(0xb3, 0x4f, 0x0b), 2, Qt::DashLine);
    case Path::PiAToPiB:
        return QPen(dark ? QColor(0x3f, 0xb9, 0x50) : QColor(0x1a, 0x7f, 0x37), 2, Qt::DotLine);
    case Path::PcToFarRouter:
        return QPen(dark ? QColor(0xbc, 0x8c, 0xff) : QColor(0x82, 0x50, 0xdf), 2, Qt::DashDotLine);
    }
    return {};
}

PathChart::PathChart(QWidget *parent)
    : QChartView(new QChart, parent)
    , m_time(new QDateTimeAxis(this))
    , m_rtt(new QValueAxis(this))
{
    chart()->legend()->hide(); // the table beside it names the lines
    chart()->setMargins(QMargins(4, 4, 8, 2));
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setBackgroundRoundness(0);
    m_time->setFormat(u"HH:mm:ss"_s);
    m_time->setTickCount(6);
    m_rtt->setTickCount(3);
    m_rtt->setRange(0, 10);
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_rtt, Qt::AlignLeft);
    for (const Path path : allPaths) {
        auto &drawn = m_drawn[path];
        drawn.dots = added(new QScatterSeries(this));
        drawn.dots->setMarkerSize(4);
        drawn.losses = added(new QScatterSeries(this));
        drawn.losses->setMarkerSize(8);
        drawn.losses->setMarkerShape(QScatterSeries::MarkerShapeTriangle);
    }
    setRenderHint(QPainter::Antialiasing);
    setMinimumHeight(110);
    setFrameShape(QFrame::StyledPanel);
    paintInPalette();
}

template <class Series>
Series *PathChart::added(Series *series)
{
    chart()->addSeries(series);
    series->attachAxis(m_time);
    series->attachAxis(m_rtt);
    return series;
}

// A graphics view wants to be as large as its scene, and the scene grows with the view: the page below would be pushed
// out of the window.
QSize PathChart::sizeHint() const
{
    const int em = fontMetrics().height();
    return { em * 30, em * 9 };
}

int PathChart::lineCount(Path path) const
{
    const auto &lines = m_drawn.at(path).lines;
    return int(std::count_if(lines.begin(), lines.end(), [](const QLineSeries *line) { return line->count() > 0; }));
}

void PathChart::draw(const std::map<Path, PingSeries> &series, qint64 nowMs, std::chrono::milliseconds gap)
{
    const qint64 fromMs = nowMs - m_window.count();
    for (const auto &[path, samples] : series)
        drawPath(m_drawn[path], samples, fromMs, gap.count());
    scale(series, fromMs);
    m_time->setRange(QDateTime::fromMSecsSinceEpoch(fromMs), QDateTime::fromMSecsSinceEpoch(nowMs));
    paintInPalette(); // lines may be new
}

void PathChart::drawPath(Drawn &drawn, const PingSeries &series, qint64 fromMs, qint64 gapMs)
{
    std::vector<Points> stretches(1);
    Points losses;
    qint64 lastMs = 0;
    for (const auto &sample : series.samples()) {
        if (sample.atMs < fromMs)
            continue;
        if (!sample.rttMs || sample.atMs - lastMs > gapMs)
            stretches.emplace_back();
        if (sample.rttMs)
            stretches.back() << QPointF(double(sample.atMs), *sample.rttMs);
        else
            losses << QPointF(double(sample.atMs), 0);
        lastMs = sample.atMs;
    }
    const double bucketMs = std::max(1.0, double(m_window.count()) / buckets);
    Points dots;
    std::size_t used = 0;
    for (auto stretch = stretches.rbegin(); stretch != stretches.rend(); ++stretch) {
        if (stretch->isEmpty())
            continue;
        if (stretch->size() == 1 || used == mostLines) {
            dots += *stretch;
            continue;
        }
        if (used == drawn.lines.size())
            drawn.lines.push_back(added(new QLineSeries(this)));
        drawn.lines[used++]->replace(thinned(*stretch, bucketMs));
    }
    for (; used < drawn.lines.size(); ++used)
        if (drawn.lines[used]->count() > 0)
            drawn.lines[used]->clear();
    drawn.dots->replace(thinned(dots, bucketMs));
    drawn.losses->replace(thinned(losses, bucketMs));
}

// One answer of four seconds must not flatten all others: what 98 % stay below, and a third more, fills the height.
void PathChart::scale(const std::map<Path, PingSeries> &series, qint64 fromMs)
{
    std::vector<double> rtts;
    for (const auto &[path, samples] : series)
        for (const auto &sample : samples.samples())
            if (sample.rttMs && sample.atMs >= fromMs)
                rtts.push_back(*sample.rttMs);
    if (rtts.empty())
        return;
    const auto at = rtts.begin() + std::ptrdiff_t(0.98 * double(rtts.size() - 1));
    std::nth_element(rtts.begin(), at, rtts.end());
    m_rtt->setRange(0, roundedUp(std::max(1.0, *at * 1.33)));
}

void PathChart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintInPalette();
    QChartView::changeEvent(event);
}

void PathChart::paintInPalette()
{
    const QColor text = palette().color(QPalette::Text);
    const QColor base = palette().color(QPalette::Base);
    setBackgroundBrush(base);
    chart()->setBackgroundBrush(base);
    QColor grid = text;
    grid.setAlphaF(0.2F);
    const QList<QAbstractAxis *> axes { m_time, m_rtt };
    for (auto *axis : axes) {
        axis->setLabelsBrush(text);
        axis->setTitleBrush(text);
        axis->setLabelsFont(font());
        axis->setGridLinePen(QPen(grid, 1));
        axis->setLinePen(QPen(grid, 1));
    }
    m_rtt->setLabelFormat(u"%g ms"_s);
    for (auto &[path, drawn] : m_drawn) {
        const QPen pen = pathPen(path, palette());
        for (auto *line : drawn.lines)
            line->setPen(pen);
        for (auto *marks : { drawn.dots, drawn.losses }) {
            marks->setColor(pen.color());
            marks->setBorderColor(pen.color());
        }
    }
}

} // namespace twinlan
