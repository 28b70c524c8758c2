// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/setup/readiness.h"

#include <QWidget>

namespace twinlan {

// The lines of one column of the check-up: sign, title, and for what is not in order its meaning and its cure.
class FindingList : public QWidget
{
    Q_OBJECT

public:
    explicit FindingList(QWidget *parent = nullptr);
    void setFindings(const QString &title, const std::vector<Finding> &findings);
};

} // namespace twinlan
