// SPDX-License-Identifier: GPL-3.0-or-later
// Is there anything that would make the setup fail?
#pragma once

#include "wizard/pages/page.h"

class QCheckBox;
class QProgressBar;
class QPushButton;

namespace twinlan {

class ErrorBox;
class FindingList;

class CheckUpPage : public Page
{
    Q_OBJECT

public:
    explicit CheckUpPage(SetupController &setup, QWidget *parent = nullptr);

protected:
    void retranslate() override;
    void render() override;

private:
    QLabel *m_summary;
    QCheckBox *m_takesOver;
    QProgressBar *m_busy;
    ErrorBox *m_error;
    PerSite<FindingList *> m_lists;
    FindingList *m_both;
    QPushButton *m_again;
};

} // namespace twinlan
