// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the homes are joined, seen live: times, sizes, the bridge, the filter. On the Result page and in the
// Diagnostics tab.
#pragma once

#include "wizard/diagnostics/measuresource.h"
#include "wizard/diagnostics/pathtable.h"
#include "wizard/widgets/translated.h"

#include <QWidget>
#include <map>

class QGroupBox;
class QLabel;
class QTimer;

namespace twinlan {

class Disclosure;
class PathChart;

class DiagnosticsPanel : public Translated<QWidget>
{
    Q_OBJECT

public:
    explicit DiagnosticsPanel(QWidget *parent = nullptr);
    ~DiagnosticsPanel() override;

    void start(const MeasureSource::Config &config); // forgets what was measured before
    void stop(); // returns at once; what was measured stays to be read
    [[nodiscard]] bool isRunning() const { return m_source->isRunning(); }
    void setChartWindow(std::chrono::milliseconds window); // how much time the chart shows; five minutes by default
    [[nodiscard]] int drawnLines(Path path) const; // unbroken stretches in the chart now
    [[nodiscard]] const PingSeries &series(Path path) const { return m_series.at(path); }

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;

private:
    struct SiteView
    {
        QGroupBox *box = nullptr;
        QLabel *bridgeLabel = nullptr;
        QLabel *filterLabel = nullptr;
        std::optional<BridgeState> bridge;
        std::optional<std::vector<FilterCounter>> counters;
        std::optional<Error> error;
    };
    void buildSite(Site site, QWidget *parent);
    void listen();
    void forget();
    void refresh(); // table and chart, at most a few times a second and only while visible
    // What a Pi says of its bridge; "joined" only if the other one does not say otherwise.
    [[nodiscard]] BridgeState withOther(Site site) const;
    void showSite(Site site);
    void showAll();

    MeasureSource *m_source;
    MeasureSource::Config m_config;
    QLabel *m_idle; // why there are no numbers
    PathTable *m_table;
    PathChart *m_chart;
    QLabel *m_carrier;
    Disclosure *m_technical;
    QTimer *m_refresh;
    PerSite<SiteView> m_sites;
    std::map<Path, PingSeries> m_series;
    std::map<Path, PathRow> m_rows;
};

} // namespace twinlan
