// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/diagnostics/pathtable.h"

#include "remote/plan/mtu.h"
#include "wizard/diagnostics/diagnosticwords.h"
#include "wizard/diagnostics/pathchart.h"
#include "wizard/words/errorwords.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

PathTable::PathTable(QWidget *parent)
    : QTableWidget(int(allPaths.size()), columnTotal, parent)
{
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setSelectionBehavior(SelectRows);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTabKeyNavigation(false); // Tab leaves the table
    setWordWrap(false);
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    horizontalHeader()->setHighlightSections(false);
    for (int row = 0; row < rowCount(); ++row)
        for (int column = 0; column < columnTotal; ++column) {
            auto *cell = new QTableWidgetItem;
            cell->setTextAlignment(Qt::AlignVCenter | (column == Name ? Qt::AlignLeft : Qt::AlignRight));
            setItem(row, column, cell);
        }
    retranslate();
    drawKeys();
}

void PathTable::retranslate()
{
    const struct
    {
        QString head, toolTip;
    } columns[] = {
        { tr("Path", "the head of a column"), {} },
        { tr("Now", "the head of a column: the newest round-trip time"), tr("Round-trip time of the newest ping") },
        { tr("Typical", "the head of a column: the median round-trip time"), tr("p50: half of the last 60 answers were faster than this") },
        { tr("Slow", "the head of a column: the 95th percentile of the round-trip time"), tr("p95: 95 % of the last 60 answers were faster than this") },
        { tr("Jitter", "the head of a column"), tr("How much the round-trip time changes from one answer to the next (RFC 3550)") },
        { tr("Loss", "the head of a column"), tr("Pings without an answer, of the last 60") },
        { tr("Largest, unsplit", "the head of a column: a packet"),
            tr("Path MTU: the largest IP packet that passes in one piece (with DF). 1500 is expected.") },
        { tr("Largest, split", "the head of a column: a packet"),
            tr("The largest IP packet that passes when it may be cut up (without DF). Larger than %1 is not tried.")
                .arg(PathMtu::mostInPieces) },
    };
    for (int column = 0; column < columnTotal; ++column) {
        auto *head = new QTableWidgetItem(columns[column].head);
        head->setToolTip(columns[column].toolTip);
        setHorizontalHeaderItem(column, head);
    }
    horizontalHeaderItem(Name)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (const Path path : allPaths)
        set(path, Name, pathName(path), pathName(path)); // the tool tip: a narrow window shortens the name
    fitHeight();
}

void PathTable::set(Path path, Column column, const QString &text, const QString &toolTip, bool striking)
{
    auto *cell = item(int(path), column);
    cell->setText(text);
    cell->setToolTip(toolTip);
    if (cell->font().bold() != striking) {
        auto font = cell->font();
        font.setBold(striking);
        cell->setFont(font);
    }
}

void PathTable::showPath(Path path, const PathRow &row)
{
    QString now = rttText(row.summary.current);
    QString why;
    bool striking = false;
    switch (row.state) {
    case StreamState::NotMeasured:
        now = u"–"_s;
        break;
    case StreamState::Connecting:
        now = tr("connecting…", "in place of a round-trip time");
        break;
    case StreamState::Running:
        striking = row.summary.sent > 0 && !row.summary.current;
        if (striking)
            now = tr("no answer", "in place of a round-trip time");
        break;
    case StreamState::Waiting:
        now = tr("interrupted", "in place of a round-trip time");
        striking = true;
        if (row.error)
            why = sentences(wordsFor(*row.error).what, tr("Trying again."));
        break;
    }
    set(path, Now, now, why, striking);
    set(path, P50, rttText(row.summary.p50));
    set(path, P95, rttText(row.summary.p95));
    set(path, Jitter, rttText(row.summary.jitter));
    set(path, Loss, lossText(row.summary), {}, row.summary.lost > 0);
    const QString unknown = u"–"_s;
    set(path, WithDf, row.mtu ? sizeText(row.mtu->withDf, lanMtu) : unknown, {}, row.mtu && row.mtu->withDf < lanMtu);
    set(path, WithoutDf, row.mtu ? sizeInPiecesText(row.mtu->withoutDf) : unknown, {},
        row.mtu && row.mtu->withoutDf < lanMtu);
}

void PathTable::changeEvent(QEvent *event)
{
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawKeys();
    else if (event->type() == QEvent::FontChange)
        fitHeight();
}

// A short stretch of each path's line, before its name.
void PathTable::drawKeys()
{
    const qreal ratio = devicePixelRatioF();
    const QSize size(36, 12);
    setIconSize(size);
    for (const Path path : allPaths) {
        QPixmap key(size * ratio);
        key.setDevicePixelRatio(ratio);
        key.fill(Qt::transparent);
        QPainter painter(&key);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(pathPen(path, palette()));
        painter.drawLine(QPointF(1, 6), QPointF(35, 6));
        painter.end();
        item(int(path), Name)->setIcon(QIcon(key));
    }
}

void PathTable::fitHeight()
{
    int height = horizontalHeader()->sizeHint().height() + 2 * frameWidth();
    const int rowHeight = fontMetrics().height() + 8;
    for (int row = 0; row < rowCount(); ++row) {
        setRowHeight(row, rowHeight);
        height += rowHeight;
    }
    setFixedHeight(height);
}

} // namespace twinlan
