// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/pages/pibpage.h"

#include "wizard/text/plaintext.h"
#include "wizard/widgets/looks.h"
#include "wizard/widgets/pichooser.h"
#include "wizard/widgets/signinform.h"
#include "wizard/widgets/tailscalepanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

PiBPage::PiBPage(SetupController &controller, QWidget *parent)
    : Page(controller, u"piBPage"_s, parent)
    , m_form(new SignInForm(controller, Site::B))
    , m_tailscale(new TailscalePanel(controller, Site::B))
    , m_gone(new QCheckBox)
{
    buildPlace();
    buildWhere();
    body()->addWidget(m_form);
    body()->addWidget(m_tailscale);
    m_gone->setObjectName(u"piBGone"_s);
    body()->addWidget(m_gone);
    body()->addStretch();
    connect(m_gone, &QCheckBox::toggled, this, [this](bool gone) {
        setup().setPiBIsGone(gone);
        render();
    });
    connect(&setup(), &SetupController::piChanged, this, &PiBPage::render);
    connect(&setup(), &SetupController::pageChanged, this, &PiBPage::render);
    connect(&setup(), &SetupController::searchChanged, this, &PiBPage::render);
    PiBPage::retranslate();
}

void PiBPage::buildPlace()
{
    m_otherHome = new QRadioButton;
    m_otherHome->setObjectName(u"placeOtherHome"_s);
    m_nextToMe = new QRadioButton;
    m_nextToMe->setObjectName(u"placeNextToMe"_s);
    m_placeHint = textLabel();
    makeHint(m_placeHint);
    body()->addWidget(m_nextToMe);
    body()->addWidget(m_otherHome);
    body()->addWidget(m_placeHint);
    connect(m_otherHome, &QRadioButton::clicked, this, [this] { setPlace(Place::OtherHome); });
    connect(m_nextToMe, &QRadioButton::clicked, this, [this] { setPlace(Place::NextToMe); });
}

void PiBPage::buildWhere()
{
    m_peerLabel = new QLabel;
    m_peer = new QComboBox;
    m_peer->setObjectName(u"peerB"_s);
    m_peerLabel->setBuddy(m_peer);
    m_refresh = new QPushButton;
    m_refresh->setObjectName(u"peerRefresh"_s);
    auto *peerRow = new QHBoxLayout;
    peerRow->addWidget(m_peerLabel);
    peerRow->addWidget(m_peer, 1);
    peerRow->addWidget(m_refresh);
    body()->addLayout(peerRow);
    m_chooser = new PiChooser(setup(), Site::B);
    body()->addWidget(m_chooser);
    m_hostLabel = new QLabel;
    m_host = new QLineEdit;
    m_host->setObjectName(u"hostB"_s);
    m_hostLabel->setBuddy(m_host);
    auto *hostRow = new QHBoxLayout;
    hostRow->addWidget(m_hostLabel);
    hostRow->addWidget(m_host, 1);
    body()->addLayout(hostRow);
    connect(m_peer, &QComboBox::activated, this, &PiBPage::choosePeer);
    connect(m_refresh, &QPushButton::clicked, this, [this] { setup().refresh(Site::A); });
    connect(m_chooser, &PiChooser::typingAsked, this, &PiBPage::render);
    m_form->takeHostFrom(m_chooser, m_host);
}

void PiBPage::setPlace(Place place)
{
    PiAnswers answers = setup().answers(Site::B);
    if (answers.place == place)
        return;
    answers.place = place;
    answers.host.clear(); // an address of the one place means nothing in the other
    m_typing = false;
    m_chooser->setTyping(false);
    setup().setAnswers(Site::B, answers);
    render();
    if (chooseOnlyPeer())
        m_form->focusUser();
}

// A list with one device in it, which may be a Raspberry Pi, has one sensible answer.
bool PiBPage::chooseOnlyPeer()
{
    if (setup().answers(Site::B).place != Place::OtherHome || !setup().answers(Site::B).host.isEmpty() || m_typing || m_peer->count() != 2)
        return false;
    choosePeer(0);
    return true;
}

void PiBPage::choosePeer(int index)
{
    const QString address = m_peer->itemData(index).toString();
    m_typing = address.isEmpty();
    if (!m_typing)
        m_form->setHost(address);
    render();
    if (m_typing)
        m_host->setFocus();
    else
        m_form->focusUser();
}

void PiBPage::entered()
{
    if (setup().pi(Site::B).stage == SignInStage::SignedIn)
        return; // there is nothing to fill in
    if (chooseOnlyPeer() || !setup().answers(Site::B).host.isEmpty()) {
        m_form->focusUser();
    } else if (m_host->isVisibleTo(this)) {
        m_host->setFocus();
    } else if (!m_chooser->focusAnswer()) {
        setFocus();
    }
}

void PiBPage::retranslate()
{
    setHeading(tr("The Raspberry Pi of the other home"), tr("Where is Raspberry Pi B at the moment?"));
    setWords(m_otherHome, tr("It is already in the &other home (and logged in to Tailscale)"));
    setWords(m_nextToMe, tr("It is here with &me; I'll take it to the other home later"));
    m_peerLabel->setText(tr("&Which one is it?"));
    setWords(m_refresh, tr("&Refresh", "a button: the list of devices"));
    m_host->setAccessibleName(tr("Raspberry Pi B: address or name"));
    m_peer->setAccessibleName(tr("Raspberry Pi B: choose from your Tailscale devices"));
    setWords(m_gone, tr("Raspberry Pi B is &gone; undo Raspberry Pi A only"));
    render();
}

void PiBPage::renderPeers()
{
    const QSignalBlocker quiet(m_peer);
    const QString chosen = setup().answers(Site::B).host;
    m_peer->clear();
    if (setup().pi(Site::A).facts) {
        for (const TailscaleFacts::Peer &peer : setup().pi(Site::A).facts->tailscale.peers) {
            if (!peer.mayBeAPi())
                continue;
            const QString online = peer.online ? tr("online", "a device of the tailnet") : tr("offline", "a device of the tailnet");
            m_peer->addItem(tr("%1   %2   (%3)", "a device of the tailnet: name, address, online or offline")
                                .arg(visibleLine(peer.name), visibleLine(peer.address), online),
                peer.address);
        }
    }
    m_peer->addItem(tr("Not in the list: type its address"), QString());
    int index = chosen.isEmpty() ? -1 : m_peer->findData(chosen);
    if (m_typing || (index < 0 && (!chosen.isEmpty() || m_peer->count() == 1)))
        index = m_peer->count() - 1;
    m_peer->setCurrentIndex(index);
}

void PiBPage::render()
{
    const bool there = setup().answers(Site::B).place == Place::OtherHome;
    const PiState &pi = setup().pi(Site::B);
    m_otherHome->setChecked(there);
    m_nextToMe->setChecked(!there);
    m_placeHint->setText(there ? tr("Raspberry Pi A will reach it through Tailscale.")
                               : tr("Connect it to this home's router with a second LAN cable. The homes are joined after you have carried it to the other home."));
    renderPeers();
    for (QWidget *widget : { static_cast<QWidget *>(m_peerLabel), static_cast<QWidget *>(m_peer), static_cast<QWidget *>(m_refresh) })
        widget->setVisible(there);
    m_refresh->setEnabled(!setup().pi(Site::A).refreshing);
    m_chooser->setVisible(!there);
    const bool typed = there ? m_peer->currentIndex() == m_peer->count() - 1 : m_chooser->isTyping();
    m_hostLabel->setVisible(typed);
    m_host->setVisible(typed);
    m_hostLabel->setText(there ? tr("Its Tailscale &address") : tr("&Address or name"));
    m_host->setPlaceholderText(there ? u"100.64.0.2"_s : u"192.168.1.24"_s);
    if (!there && hasFocus() && setup().answers(Site::B).host.isEmpty())
        m_chooser->focusAnswer();
    if (m_host->text() != setup().answers(Site::B).host)
        m_host->setText(setup().answers(Site::B).host);
    const bool removing = setup().goal() == Goal::Remove;
    m_tailscale->setVisible(pi.stage == SignInStage::SignedIn && !removing);
    m_gone->setVisible(removing);
    // What no longer exists is nowhere, and cannot be connected to.
    for (QWidget *widget : { static_cast<QWidget *>(m_otherHome), static_cast<QWidget *>(m_nextToMe), static_cast<QWidget *>(m_peer),
             static_cast<QWidget *>(m_chooser), static_cast<QWidget *>(m_host), static_cast<QWidget *>(m_form) })
        widget->setEnabled(!removing || !setup().piBIsGone());
}

} // namespace twinlan
