// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard/flow/stepboard.h"
#include "wizard/widgets/translated.h"

#include <QWidget>

class QLabel;

namespace twinlan {

class Disclosure;

// One Pi's steps on the Apply page. The widgets are made once and then only filled, because events come many times a second.
class StepColumn : public Translated<QWidget>
{
    Q_OBJECT

public:
    explicit StepColumn(Site site, QWidget *parent = nullptr);
    void render(const StepBoard &board, bool live); // not live: what a step last said is no longer so

protected:
    void retranslate() override;

private:
    struct Row
    {
        QLabel *sign;
        QLabel *title;
        QLabel *time;
        QString shownSign;
    };
    Site m_site;
    QLabel *m_heading;
    std::vector<Row> m_rows;
    QLabel *m_line; // what the running step says, in the Pi's own words
    Disclosure *m_details;
    QLabel *m_timer;
};

} // namespace twinlan
