// SPDX-License-Identifier: GPL-3.0-or-later
// The paths with their numbers, and the line of each in the chart.
#pragma once

#include "wizard/diagnostics/measuresource.h"

#include <QTableWidget>

namespace twinlan {

// All that one row shows.
struct PathRow
{
    StreamState state = StreamState::NotMeasured;
    std::optional<Error> error;
    PingSeries::Summary summary;
    std::optional<PathMtu> mtu;
};

class PathTable : public QTableWidget
{
    Q_OBJECT

public:
    enum Column {
        Name,
        Now,
        P50,
        P95,
        Jitter,
        Loss,
        WithDf,
        WithoutDf,
        columnTotal
    };

    explicit PathTable(QWidget *parent = nullptr);
    void showPath(Path path, const PathRow &row);
    void retranslate(); // heads and names; the rows are shown again by their owner

protected:
    void changeEvent(QEvent *event) override;

private:
    void set(Path path, Column column, const QString &text, const QString &toolTip = {}, bool striking = false);
    void drawKeys();
    void fitHeight();
};

} // namespace twinlan
