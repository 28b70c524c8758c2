// SPDX-License-Identifier: GPL-3.0-or-later
// What do you want to do? Once the homes are set up it also says how they are.
#pragma once

#include "wizard/pages/page.h"

class QPushButton;

namespace twinlan {

class ErrorBox;
class HomesPanel;
class HomesPicture;

class WelcomePage : public Page
{
    Q_OBJECT

public:
    explicit WelcomePage(SetupController &setup, QWidget *parent = nullptr);
    void entered() override;

protected:
    void retranslate() override;
    void render() override;

private:
    static QString lastSteps(const UnfinishedRun &run);

    HomesPicture *m_picture;
    HomesPanel *m_homes;
    QLabel *m_need;
    QLabel *m_needTitle;
    ErrorBox *m_badPlan;
    ErrorBox *m_unfinished;
    QPushButton *m_start;
    QPushButton *m_check;
    QPushButton *m_remove;
};

} // namespace twinlan
