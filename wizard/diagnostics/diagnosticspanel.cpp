// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/diagnostics/diagnosticspanel.h"

#include "wizard/diagnostics/diagnosticwords.h"
#include "wizard/diagnostics/pathchart.h"
#include "wizard/text/plaintext.h"
#include "wizard/widgets/disclosure.h"
#include "wizard/widgets/looks.h"
#include "wizard/words/errorwords.h"
#include "wizard/words/words.h"

#include <QDateTime>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>

namespace twinlan {

namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

// Four times a second looks alive, and costs the same at 1 Hz and at 10 Hz.
constexpr auto redrawEvery = 250ms;

} // namespace

DiagnosticsPanel::DiagnosticsPanel(QWidget *parent)
    : Translated(parent)
    , m_source(new MeasureSource(this))
    , m_idle(textLabel(this))
    , m_table(new PathTable(this))
    , m_chart(new PathChart(this))
    , m_carrier(textLabel(this))
    , m_technical(new Disclosure(u"diagnosticsTechnicalButton"_s, this))
    , m_refresh(new QTimer(this))
{
    setObjectName(u"diagnosticsPanel"_s);
    m_table->setObjectName(u"diagnosticsPaths"_s);
    m_chart->setObjectName(u"diagnosticsChart"_s);
    m_idle->setObjectName(u"diagnosticsIdle"_s);
    m_technical->setObjectName(u"diagnosticsTechnical"_s);
    auto *content = new QWidget(m_technical);
    m_carrier->setObjectName(u"diagnosticsCarrier"_s);
    auto *lines = new QVBoxLayout(content);
    lines->setContentsMargins(0, 0, 0, 0);
    auto *sites = new QHBoxLayout;
    lines->addWidget(m_carrier);
    lines->addLayout(sites);
    for (const Site site : bothSites) {
        buildSite(site, content);
        sites->addWidget(m_sites[site].box, 1);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_idle);
    column->addWidget(m_table);
    column->addWidget(m_chart, 1);
    m_technical->setContent(content);
    m_technical->setOpen(true);
    column->addWidget(m_technical);
    m_refresh->setInterval(redrawEvery);
    connect(m_refresh, &QTimer::timeout, this, &DiagnosticsPanel::refresh);
    listen();
    forget();
    retranslate();
}

DiagnosticsPanel::~DiagnosticsPanel()
{
    stop();
}

void DiagnosticsPanel::buildSite(Site site, QWidget *parent)
{
    auto &view = m_sites[site];
    const QString suffix = site == Site::A ? u"A"_s : u"B"_s;
    view.box = new QGroupBox(parent);
    view.box->setObjectName(u"diagnosticsPi"_s + suffix);
    view.bridgeLabel = textLabel(view.box);
    view.bridgeLabel->setObjectName(u"diagnosticsBridge"_s + suffix);
    view.filterLabel = textLabel(view.box);
    view.filterLabel->setObjectName(u"diagnosticsFilter"_s + suffix);
    auto *lines = new QVBoxLayout(view.box);
    lines->setContentsMargins(8, 4, 8, 6);
    lines->setSpacing(4);
    lines->addWidget(view.bridgeLabel);
    lines->addWidget(view.filterLabel);
    lines->addStretch();
}

void DiagnosticsPanel::listen()
{
    connect(m_source, &MeasureSource::streamChanged, this, [this](Path path, StreamState state, const Error &error) {
        auto &row = m_rows[path];
        if (state == StreamState::Running)
            m_series.at(path).beginStream();
        row.state = state;
        row.error = state == StreamState::Waiting ? std::optional(error) : std::nullopt;
    });
    connect(m_source, &MeasureSource::sampled, this,
        [this](Path path, const PingSample &sample) { m_series.at(path).add(sample); });
    connect(
        m_source, &MeasureSource::mtuFound, this, [this](Path path, const PathMtu &mtu) { m_rows[path].mtu = mtu; });
    connect(m_source, &MeasureSource::bridgeSeen, this, [this](Site site, const BridgeState &state) {
        m_sites[site].bridge = state;
        m_sites[site].error.reset();
        for (const Site each : bothSites) // what one says of "joined" counts for both
            showSite(each);
    });
    connect(
        m_source, &MeasureSource::countersSeen, this, [this](Site site, const std::vector<FilterCounter> &counters) {
            m_sites[site].counters = counters;
            showSite(site);
        });
    connect(m_source, &MeasureSource::siteFailed, this, [this](Site site, const Error &error) {
        m_sites[site].error = error;
        m_sites[site].counters.reset();
        showSite(site);
    });
}

void DiagnosticsPanel::forget()
{
    for (const Path path : allPaths) {
        m_series.insert_or_assign(path, PingSeries());
        m_rows.insert_or_assign(path, PathRow());
    }
    for (const Site site : bothSites) {
        m_sites[site].bridge.reset();
        m_sites[site].counters.reset();
        m_sites[site].error.reset();
    }
}

void DiagnosticsPanel::start(const MeasureSource::Config &config)
{
    forget();
    m_config = config;
    m_source->start(config);
    m_idle->hide();
    m_refresh->start();
    showAll();
}

void DiagnosticsPanel::stop()
{
    m_source->stop();
    m_refresh->stop();
}

void DiagnosticsPanel::setChartWindow(std::chrono::milliseconds window)
{
    m_chart->setWindow(window);
    refresh();
}

int DiagnosticsPanel::drawnLines(Path path) const
{
    return m_chart->lineCount(path);
}

void DiagnosticsPanel::refresh()
{
    if (!isVisible())
        return;
    for (auto &[path, row] : m_rows) {
        row.summary = m_series.at(path).summary();
        m_table->showPath(path, row);
    }
    // Two and a half intervals without a word: nobody asked, or nobody heard.
    m_chart->draw(m_series, QDateTime::currentMSecsSinceEpoch(), m_config.interval * 5 / 2);
}

BridgeState DiagnosticsPanel::withOther(Site site) const
{
    BridgeState state = *m_sites[site].bridge;
    if (const auto &other = m_sites[otherSite(site)]; other.bridge && !other.error)
        state.tunnelState = agreed({ state.tunnelState, other.bridge->tunnelState }).a;
    return state;
}

void DiagnosticsPanel::showSite(Site site)
{
    auto &view = m_sites[site];
    QString bridge;
    QString filter;
    if (!m_config.pis[site]) {
        bridge = sentences(tr("Not connected to this Pi."), tr("Connect to it in “Setup” to see how it is doing."));
    } else if (view.error && view.error->kind == ErrorKind::SudoDenied && view.bridge) {
        filter = tr("The filter's counters may not be read with this account.");
    } else if (view.error) {
        bridge = sentences(wordsFor(*view.error).what, tr("Trying again."));
    } else if (!view.bridge) {
        bridge = tr("Asking…", "a Raspberry Pi, how it is");
    }
    if (bridge.isEmpty() && view.bridge)
        bridge = sentences(tunnelText(withOther(site), m_config.tunnelName),
            bridgeText(*view.bridge, m_config.bridgeName, m_config.tunnelName));
    if (filter.isEmpty() && view.counters)
        filter = countersText(*view.counters);
    view.bridgeLabel->setText(visibleText(bridge));
    view.bridgeLabel->setToolTip(view.error ? toolTipText(view.error->detail) : QString());
    view.filterLabel->setText(filter);
    view.filterLabel->setVisible(!filter.isEmpty());
    const auto hasTunnel = [this](Site each) { return m_sites[each].bridge && m_sites[each].bridge->tunnelExists; };
    m_carrier->setText(carrierText(m_config.carrier));
    m_carrier->setVisible(hasTunnel(Site::A) || hasTunnel(Site::B));
}

void DiagnosticsPanel::showAll()
{
    refresh();
    for (const Site site : bothSites)
        showSite(site);
}

void DiagnosticsPanel::retranslate()
{
    setAccessibleName(tr("Diagnostics", "the panel, for a screen reader"));
    m_table->setAccessibleName(tr("Paths and their round-trip times"));
    m_chart->setAccessibleName(tr("Chart of the round-trip times of the last five minutes"));
    m_chart->setToolTip(tr("Round-trip times of the last five minutes. A triangle is a lost ping."));
    m_idle->setText(tr("The numbers appear here as soon as there is something to measure."));
    m_technical->setTitle(tr("Show detai&ls", "a button"));
    m_table->retranslate();
    for (const Site site : bothSites) {
        m_sites[site].box->setTitle(piName(site));
        m_sites[site].box->setAccessibleName(piName(site));
    }
    showAll();
}

void DiagnosticsPanel::showEvent(QShowEvent *event)
{
    Translated::showEvent(event);
    refresh();
}

} // namespace twinlan
