// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/widgets/homespanel.h"

#include "wizard/widgets/homecard.h"
#include "wizard/widgets/looks.h"
#include "wizard/words/homewords.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

HomesPanel::HomesPanel(SetupController &controller, QWidget *parent)
    : Translated(parent)
    , m_setup(controller)
    , m_state(textLabel())
    , m_again(new QPushButton)
    , m_cards { new HomeCard(Site::A), new HomeCard(Site::B) }
{
    m_state->setObjectName(u"homesState"_s);
    m_again->setObjectName(u"homesAgain"_s);
    m_again->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *row = new QHBoxLayout;
    row->addWidget(m_state, 1);
    row->addWidget(m_again, 0, Qt::AlignTop);
    column->addLayout(row);
    auto *cards = new QHBoxLayout;
    for (const Site site : bothSites)
        cards->addWidget(m_cards[site], 1);
    column->addLayout(cards);
    connect(m_again, &QPushButton::clicked, &m_setup, &SetupController::lookAtHomes);
    connect(&m_setup, &SetupController::piChanged, this, &HomesPanel::render);
    connect(&m_setup, &SetupController::devicesChanged, this, &HomesPanel::render);
    connect(&m_setup, &SetupController::pageChanged, this, &HomesPanel::render);
    HomesPanel::retranslate();
}

void HomesPanel::retranslate()
{
    setWords(m_again, tr("Check &again", "a button: how the homes are doing"));
    render();
}

void HomesPanel::render()
{
    const HomeWatch &homes = m_setup.homes();
    m_state->setText(homesText(homes, m_setup.devices().way()));
    m_again->setVisible(homes.canLook());
    m_again->setEnabled(!homes.isLooking());
    for (const Site site : bothSites) {
        const bool needsCare = !homes.notices(site).empty() || !homes.isSetUp(site);
        m_cards[site]->tell(homes.stage(site), needsCare, homeText(homes, site));
        m_cards[site]->setVisible(homes.canLook());
    }
}

} // namespace twinlan
