// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/pages/resultpage.h"

#include "wizard/diagnostics/diagnosticwords.h"
#include "wizard/widgets/homespicture.h"
#include "wizard/widgets/looks.h"
#include "wizard/words/words.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QPushButton>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

ResultPage::ResultPage(SetupController &controller, QWidget *parent)
    : Page(controller, u"resultPage"_s, parent)
    , m_picture(new HomesPicture)
    , m_state(textLabel())
    , m_summary(textLabel())
    , m_refresh(new QPushButton)
    , m_panelPlace(new QVBoxLayout)
{
    m_state->setObjectName(u"resultState"_s);
    m_summary->setObjectName(u"resultSummary"_s);
    m_refresh->setObjectName(u"resultRefresh"_s);
    body()->addWidget(m_picture);
    auto *row = new QHBoxLayout;
    row->addWidget(m_state, 1);
    row->addWidget(m_refresh, 0, Qt::AlignTop);
    body()->addLayout(row);
    body()->addLayout(m_panelPlace);
    body()->addWidget(m_summary);
    body()->addStretch();
    connect(m_refresh, &QPushButton::clicked, this, [this] {
        for (const Site site : bothSites)
            setup().refresh(site);
    });
    connect(&setup(), &SetupController::applyChanged, this, &ResultPage::render);
    connect(&setup(), &SetupController::pageChanged, this, &ResultPage::render);
    connect(&setup(), &SetupController::piChanged, this, &ResultPage::render);
    ResultPage::retranslate();
}

void ResultPage::retranslate()
{
    setWords(m_refresh, tr("Chec&k again", "a button"));
    render();
}

// Which Pi stands in the way, and why.
QString ResultPage::reasonsText() const
{
    QString text;
    const PerSite<TunnelState> states = agreed(setup().outcome()->tunnelState);
    for (const Site site : bothSites) {
        const TunnelState state = states[site];
        if (state != TunnelState::Unknown && state != TunnelState::OtherPi)
            text += tr("%1: %2", "a Raspberry Pi, and how its tunnel is").arg(piName(site), tunnelStateText(state)) + u'\n';
    }
    return text;
}

QString ResultPage::outcomeText() const
{
    if (!setup().outcome())
        return {};
    if (setup().waitsForCarrying()) {
        return tr("Both Raspberry Pis are ready. In the other home: 1. set the router as below, 2. plug in Raspberry Pi B with its LAN cable, "
                  "3. switch it on. The homes join by themselves within about a minute.");
    }
    if (!setup().isJoined())
        return reasonsText() + tr("Everything is set up, but the homes are not joined yet. Is Raspberry Pi B on and connected to the internet? "
                                  "They join by themselves as soon as both are ready.");
    return tr("The two homes are one network. They join again by themselves after a power cut. You can close this window.");
}

QString ResultPage::summaryText() const
{
    QStringList lines;
    for (const Site site : bothSites) {
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
        setHeading(tr("Your two homes are joined"), {});
        m_picture->setLink(HomesPicture::Link::Joined);
    } else if (setup().waitsForCarrying()) {
        setHeading(tr("Almost done: carry Raspberry Pi B to the other home"), {});
        m_picture->setLink(HomesPicture::Link::BothHere);
    } else {
        setHeading(tr("Set up, but not joined yet"), {});
        m_picture->setLink(HomesPicture::Link::Apart);
    }
    m_state->setText(outcomeText());
    m_summary->setText(summaryText());
    m_refresh->setVisible(!joined);
    m_refresh->setEnabled(!setup().pi(Site::A).refreshing && !setup().pi(Site::B).refreshing);
}

} // namespace twinlan
