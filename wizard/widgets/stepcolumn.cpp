// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/widgets/stepcolumn.h"

#include "wizard/text/plaintext.h"
#include "wizard/widgets/disclosure.h"
#include "wizard/widgets/looks.h"
#include "wizard/words/words.h"

#include <QGridLayout>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

QString signOf(StepState state)
{
    switch (state) {
    case StepState::Waiting:
        return u"wait"_s;
    case StepState::Running:
        return u"run"_s;
    case StepState::AlreadyDone:
    case StepState::Done:
        return u"pass"_s;
    case StepState::Failed:
        return u"stop"_s;
    case StepState::Undone:
        return u"undone"_s;
    }
    return {};
}

} // namespace

StepColumn::StepColumn(Site site, QWidget *parent)
    : Translated(parent)
    , m_site(site)
    , m_heading(headingLabel(1.1))
    , m_line(new QLabel)
    , m_details(new Disclosure(site == Site::A ? u"applyLineA"_s : u"applyLineB"_s))
    , m_timer(textLabel())
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_heading, 0, 0, 1, 3);
    int row = 1;
    for ([[maybe_unused]] const StepId id : allSteps()) {
        Row made { iconLabel(u"wait"_s, 18), textLabel(), new QLabel, u"wait"_s };
        made.time->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        makeHint(made.time);
        grid->addWidget(made.sign, row, 0, Qt::AlignTop);
        grid->addWidget(made.title, row, 1);
        grid->addWidget(made.time, row, 2);
        m_rows.push_back(made);
        ++row;
    }
    m_line->setObjectName(site == Site::A ? u"currentLineA"_s : u"currentLineB"_s);
    m_line->setTextFormat(Qt::PlainText);
    // apt's lines are longer than any column: the label may shrink, the text is shortened to fit.
    m_line->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    makeHint(m_line);
    m_details->setContent(m_line);
    grid->addWidget(m_details, row++, 0, 1, 3);
    grid->addWidget(m_timer, row++, 0, 1, 3);
    grid->setRowStretch(row, 1);
    StepColumn::retranslate();
}

void StepColumn::retranslate()
{
    m_heading->setText(piName(m_site));
    m_details->setTitle(tr("Show detai&ls", "a button"));
}

void StepColumn::render(const StepBoard &board, bool live)
{
    const auto &rows = board.rows(m_site);
    QString line;
    for (std::size_t i = 0; i < m_rows.size() && i < rows.size(); ++i) {
        const StepRow &row = rows[i];
        Row &shown = m_rows[i];
        if (const QString sign = signOf(row.state); sign != shown.shownSign) {
            setIcon(shown.sign, sign, 18);
            shown.shownSign = sign;
        }
        shown.sign->setAccessibleName(stepStateName(row.state));
        shown.title->setText(stepTitle(row.id));
        QFont font = shown.title->font();
        if (font.bold() != (row.state == StepState::Running)) {
            font.setBold(row.state == StepState::Running);
            shown.title->setFont(font);
        }
        const bool timed = row.state == StepState::Running || row.state == StepState::Done;
        shown.time->setText(timed ? durationText(board.elapsed(row)) : (row.state == StepState::Waiting ? QString() : stepStateName(row.state)));
        if (row.state == StepState::Running && live)
            line = visibleLine(row.line);
    }
    m_line->setText(m_line->fontMetrics().elidedText(line, Qt::ElideRight, std::max(40, width())));
    m_line->setToolTip(toolTipText(line));
    m_details->setVisible(!line.isEmpty() || (m_details->isOpen() && live));
    const int seconds = live ? board.rollbackIn(m_site) : -1;
    m_timer->setText(seconds < 0 ? QString() : tr("Safety timer: reverts in %1 s unless the connection is confirmed.").arg(seconds));
    m_timer->setVisible(seconds >= 0);
}

} // namespace twinlan
