// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/widgets/findinglist.h"

#include "wizard/widgets/disclosure.h"
#include "wizard/widgets/looks.h"
#include "wizard/words/findingwords.h"

#include <QGridLayout>
#include <algorithm>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

FindingList::FindingList(QWidget *parent)
    : QWidget(parent)
{
}

void FindingList::setFindings(const QString &title, const std::vector<Finding> &findings)
{
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    delete layout();
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(1, 1);
    auto *heading = headingLabel(1.1);
    heading->setText(title);
    grid->addWidget(heading, 0, 0, 1, 2);
    // What needs the person comes first.
    std::vector<Finding> sorted = findings;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Finding &a, const Finding &b) { return a.level > b.level; });
    int row = 1;
    for (const Finding &finding : sorted) {
        const Words words = wordsFor(finding);
        const QString sign = finding.level == Level::Stop ? u"stop"_s : (finding.level == Level::Warn ? u"warn"_s : u"pass"_s);
        auto *mark = iconLabel(sign, 18);
        mark->setAccessibleName(levelName(finding.level));
        mark->setToolTip(levelName(finding.level));
        grid->addWidget(mark, row, 0, Qt::AlignTop);
        auto *what = textLabel();
        what->setText(finding.level == Level::Pass ? words.what : tr("%1: %2", "how bad, and what").arg(levelName(finding.level), words.what));
        if (finding.level != Level::Pass) {
            QFont bold = what->font();
            bold.setBold(true);
            what->setFont(bold);
        }
        grid->addWidget(what, row++, 1);
        if (finding.level == Level::Pass)
            continue;
        auto *more = textLabel();
        more->setText(words.meaning + u'\n' + words.next);
        grid->addWidget(more, row++, 1);
        if (words.detail.isEmpty())
            continue;
        auto *names = textLabel();
        names->setText(words.detail);
        auto *details = new Disclosure(u"findingDetails"_s + findingKindName(finding.kind));
        details->setTitle(tr("Show detai&ls", "a button"));
        details->setContent(names);
        grid->addWidget(details, row++, 1);
    }
    grid->setRowStretch(row, 1);
}

} // namespace twinlan
