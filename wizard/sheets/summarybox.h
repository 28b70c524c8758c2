// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard/sheets/sheet.h"
#include "wizard/widgets/translated.h"

#include <QDialog>
#include <functional>

class QLabel;
class QPushButton;

namespace twinlan {

class SheetActions;

// The summary as it will look on paper, and what can be done with it.
class SummaryBox : public Translated<QDialog>
{
    Q_OBJECT

public:
    explicit SummaryBox(std::function<Sheet()> sheet, QWidget *parent = nullptr);

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;

private:
    void drawPage();

    std::function<Sheet()> m_sheet;
    QLabel *m_page;
    QLabel *m_purpose;
    SheetActions *m_actions;
    QPushButton *m_close;
};

} // namespace twinlan
