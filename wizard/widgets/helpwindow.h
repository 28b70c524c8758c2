// SPDX-License-Identifier: GPL-3.0-or-later
// The help for the page that is shown, in a window beside it: one reads there and goes on here.
#pragma once

#include "wizard/flow/pageorder.h"
#include "wizard/widgets/translated.h"

#include <QDialog>

class QPushButton;
class QTextBrowser;

namespace twinlan {

[[nodiscard]] QString helpPage(PageId page); // the name of its text: resources/help/NAME.LANGUAGE.md
[[nodiscard]] QString diagnosticsHelpPage();

class HelpWindow : public Translated<QDialog>
{
    Q_OBJECT

public:
    explicit HelpWindow(QWidget *parent);
    void setPage(const QString &name);
    void showBeside(); // its parent, where the screen has room for that

protected:
    void retranslate() override;

private:
    QString m_page;
    QTextBrowser *m_text;
    QPushButton *m_close;
};

} // namespace twinlan
