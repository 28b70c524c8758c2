// SPDX-License-Identifier: GPL-3.0-or-later
// Are both SD cards written?
#pragma once

#include "wizard/pages/page.h"

class QPushButton;

namespace twinlan {

class Disclosure;
class ImagerSteps;

class SdCardsPage : public Page
{
    Q_OBJECT

public:
    explicit SdCardsPage(SetupController &setup, QWidget *parent = nullptr);

protected:
    void retranslate() override;
    void render() override { } // it asks nothing, and nothing about it changes

private:
    QPushButton *m_imager;
    ImagerSteps *m_steps;
    QLabel *m_after;
    Disclosure *m_buy;
    QLabel *m_buyText;
};

} // namespace twinlan
