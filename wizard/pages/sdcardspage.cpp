// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/pages/sdcardspage.h"

#include "wizard/widgets/disclosure.h"
#include "wizard/widgets/imagersteps.h"
#include "wizard/widgets/looks.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QPushButton>
#include <QUrl>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

SdCardsPage::SdCardsPage(SetupController &controller, QWidget *parent)
    : Page(controller, u"sdCardsPage"_s, parent)
    , m_imager(new QPushButton)
    , m_steps(new ImagerSteps)
    , m_after(textLabel())
    , m_buy(new Disclosure(u"whatToBuy"_s))
    , m_buyText(textLabel())
{
    m_imager->setObjectName(u"getImager"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_imager);
    row->addStretch();
    m_buy->setContent(m_buyText);
    body()->addLayout(row);
    body()->addWidget(m_steps);
    body()->addWidget(m_after);
    body()->addWidget(m_buy);
    body()->addStretch();
    connect(m_imager, &QPushButton::clicked, this, [] { QDesktopServices::openUrl(QUrl(u"https://www.raspberrypi.com/software/"_s)); });
    SdCardsPage::retranslate();
}

void SdCardsPage::retranslate()
{
    setHeading(tr("Prepare the two SD cards"),
        tr("Write both cards with Raspberry Pi Imager, with the answers below. Are they written already, with SSH on? Then continue."));
    setWords(m_imager, tr("&Get Raspberry Pi Imager", "a button: opens its web page"));
    m_after->setText(tr("Then put each card into its Raspberry Pi, connect it to the router with a LAN cable, and switch it on. "
                        "The first start takes about 2 minutes."));
    m_buy->setTitle(tr("What to buy: which Raspberry Pi is en&ough?"));
    m_buyText->setText(tr("• Two Raspberry Pi 4 or 5; 1 GB of memory is enough. A Raspberry Pi 3 works too, but slower: its LAN port is. "
                          "A Raspberry Pi Zero has no LAN port.\n"
                          "• Two microSD cards of 16 GB or more, and a card reader if this computer has none\n"
                          "• Two power supplies made for that model: with a weak one a Raspberry Pi stops now and then\n"
                          "• Two LAN cables"));
}

} // namespace twinlan
