// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/sheets/sheetview.h"

#include "wizard/widgets/looks.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace twinlan {

SheetView::SheetView(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
}

void SheetView::tell(const Sheet &sheet)
{
    delete m_parts;
    m_parts = new QWidget;
    auto *column = new QVBoxLayout(m_parts);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *lead = textLabel();
    lead->setText(sheet.lead);
    column->addWidget(lead);
    for (const SheetPart &part : sheet.parts)
        addPart(part);
    column->addStretch();
    m_layout->addWidget(m_parts);
}

void SheetView::addPart(const SheetPart &part)
{
    auto *column = static_cast<QVBoxLayout *>(m_parts->layout());
    QLabel *heading = headingLabel(1.05);
    heading->setText(part.heading);
    column->addWidget(heading);
    auto *lines = new QGridLayout; // a paragraph takes the width of all columns
    lines->setContentsMargins(16, 0, 0, 4);
    lines->setHorizontalSpacing(16);
    lines->setVerticalSpacing(2);
    int columns = 1;
    for (const QStringList &line : part.lines)
        columns = std::max(columns, int(line.size()));
    lines->setColumnStretch(std::max(columns - 1, 2), 1); // what a router calls a value is the longest
    for (int row = 0; row < int(part.lines.size()); ++row) {
        const QStringList &line = part.lines[std::size_t(row)];
        for (int i = 0; i < int(line.size()); ++i) {
            QLabel *label = textLabel();
            label->setText(line[i]);
            label->setWordWrap(line.size() == 1 || i > 1);
            QFont font = label->font();
            font.setBold(i == 1);
            label->setFont(font);
            if (line.size() == 1)
                lines->addWidget(label, row, 0, 1, std::max(columns, 3));
            else
                lines->addWidget(label, row, i);
        }
    }
    column->addLayout(lines);
}

} // namespace twinlan
