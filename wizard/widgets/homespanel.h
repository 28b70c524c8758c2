// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard/flow/setupcontroller.h"
#include "wizard/widgets/translated.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace twinlan {

class HomeCard;

// How the two homes are, and a button to look again. Where no Pi can be asked without the person there is one sentence instead.
class HomesPanel : public Translated<QWidget>
{
    Q_OBJECT

public:
    explicit HomesPanel(SetupController &setup, QWidget *parent = nullptr);

protected:
    void retranslate() override;

private:
    void render();

    SetupController &m_setup;
    QLabel *m_state;
    QPushButton *m_again;
    PerSite<HomeCard *> m_cards;
};

} // namespace twinlan
