// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/pages/resultpage.h"

#include "wizard/sheets/summarybox.h"
#include "wizard/sheets/summarysheet.h"
#include "wizard/sheets/takealongcard.h"
#include "wizard/widgets/homespicture.h"
#include "wizard/widgets/looks.h"
#include "wizard/widgets/offerlist.h"
#include "wizard/widgets/useguides.h"
#include "wizard/words/tunnelwords.h"
#include "wizard/words/words.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSysInfo>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

ResultPage::ResultPage(SetupController &controller, QWidget *parent)
    : Page(controller, u"resultPage"_s, parent)
    , m_picture(new HomesPicture)
    , m_state(textLabel())
    , m_summary(textLabel())
    , m_refresh(new QPushButton)
    , m_card(new TakeAlongCard)
    , m_offers(new OfferList(controller))
    , m_guides(new UseGuides)
    , m_onPaper(new QPushButton)
    , m_numbers(new QPushButton)
{
    m_state->setObjectName(u"resultState"_s);
    m_summary->setObjectName(u"resultSummary"_s);
    m_refresh->setObjectName(u"resultRefresh"_s);
    m_onPaper->setObjectName(u"resultOnPaper"_s);
    m_numbers->setObjectName(u"resultNumbers"_s);
    body()->addWidget(m_picture);
    auto *row = new QHBoxLayout;
    row->addWidget(m_state, 1);
    row->addWidget(m_refresh, 0, Qt::AlignTop);
    body()->addLayout(row);
    body()->addWidget(m_card);
    body()->addWidget(m_offers);
    body()->addWidget(m_guides);
    auto *last = new QHBoxLayout;
    last->addWidget(m_summary, 1);
    last->addWidget(m_onPaper, 0, Qt::AlignBottom);
    last->addWidget(m_numbers, 0, Qt::AlignBottom);
    body()->addLayout(last);
    body()->addStretch();
    connect(m_onPaper, &QPushButton::clicked, this, &ResultPage::openSummary);
    connect(m_numbers, &QPushButton::clicked, this, &ResultPage::numbersAsked);
    connect(m_refresh, &QPushButton::clicked, this, [this] {
        for (const Site site : bothSites)
            setup().refresh(site);
    });
    connect(&setup(), &SetupController::applyChanged, this, &ResultPage::render);
    connect(&setup(), &SetupController::pageChanged, this, &ResultPage::render);
    connect(&setup(), &SetupController::piChanged, this, &ResultPage::render);
    connect(&setup(), &SetupController::devicesChanged, this, &ResultPage::render);
    ResultPage::retranslate();
}

void ResultPage::retranslate()
{
    setWords(m_numbers, tr("Show the n&umbers", "a button: opens Diagnostics"));
    setWords(m_onPaper, tr("S&ave or print this setup…", "a button"));
    setWords(m_refresh, tr("Chec&k again", "a button"));
    render();
}

void ResultPage::openSummary()
{
    if (!m_summaryBox) {
        m_summaryBox = new SummaryBox(
            [this] {
                return summarySheet({ setup().plan(), { setup().pi(Site::A).facts, setup().pi(Site::B).facts }, QSysInfo::machineHostName(),
                    QDate::currentDate(), !setup().loginServer().isEmpty() });
            },
            this);
    }
    m_summaryBox->open(); // not exec(): no event loop inside another
}

QString ResultPage::outcomeText() const
{
    if (!setup().outcome())
        return {};
    if (setup().waitsForCarrying()) {
        return tr("Both Raspberry Pis are ready. Take these three steps along to the other home.");
    }
    QStringList lines;
    if (setup().isJoined())
        lines << tr("They join again by themselves after a power cut. You can close this window.") << wayText(setup().devices().way());
    else
        lines << tunnelReasons(agreed(setup().outcome()->tunnelState))
              << tr("Everything is set up, but the homes are not joined yet. Is Raspberry Pi B on and connected to the internet? "
                    "They join by themselves as soon as both are ready.");
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString ResultPage::summaryText() const
{
    QStringList lines;
    for (const Site site : bothSites) {
        if (setup().waitsForCarrying())
            break; // the card has the router that matters
        const HomeAddresses &home = setup().plan().addresses.homes[site];
        lines << tr("%1: router %2, DHCP range %3–%4").arg(homeName(site), home.router.toString(), home.dhcp.first.toString(), home.dhcp.last.toString());
    }
    for (const Site site : bothSites) {
        const auto &facts = setup().pi(site).facts;
        const QDateTime until = facts ? facts->tailscale.keyExpiry : QDateTime();
        if (until.isValid())
            lines << tr("The Tailscale login of %1 expires on %2. The homes are disconnected from then on.").arg(piName(site), dateText(until.date()));
    }
    return lines.join(u'\n');
}

void ResultPage::render()
{
    const bool joined = setup().isJoined();
    if (joined) {
        setHeading(tr("The two homes are one network"), {});
        m_picture->setLink(HomesPicture::Link::Joined);
    } else if (setup().waitsForCarrying()) {
        setHeading(tr("Almost done: carry Raspberry Pi B to the other home"), {});
    } else {
        setHeading(tr("Set up, but not joined yet"), {});
        m_picture->setLink(HomesPicture::Link::Apart);
    }
    m_state->setText(outcomeText());
    m_summary->setText(summaryText());
    m_card->tell(setup().plan().addresses, setup().addresses().router(Site::B).maker);
    m_card->setVisible(!joined && setup().waitsForCarrying());
    m_picture->setVisible(!joined && !setup().waitsForCarrying()); // then there is something to use, or to do
    for (QWidget *widget : std::initializer_list<QWidget *> { m_offers, m_guides, m_onPaper, m_numbers })
        widget->setVisible(joined);
    m_refresh->setVisible(!joined);
    m_refresh->setEnabled(!setup().pi(Site::A).refreshing && !setup().pi(Site::B).refreshing);
}

} // namespace twinlan
