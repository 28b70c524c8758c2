// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/pages/piapage.h"

#include "wizard/widgets/disclosure.h"
#include "wizard/widgets/looks.h"
#include "wizard/widgets/pichooser.h"
#include "wizard/widgets/signinform.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

PiAPage::PiAPage(SetupController &controller, QWidget *parent)
    : Page(controller, u"piAPage"_s, parent)
    , m_chooser(new PiChooser(controller, Site::A))
    , m_hostLabel(new QLabel)
    , m_host(new QLineEdit)
    , m_hostHint(textLabel())
    , m_form(new SignInForm(controller, Site::A))
    , m_help(new Disclosure(u"piAHelp"_s))
    , m_helpText(textLabel())
{
    m_host->setObjectName(u"hostA"_s);
    m_hostLabel->setBuddy(m_host);
    makeHint(m_hostHint);
    auto *row = new QHBoxLayout;
    row->addWidget(m_hostLabel);
    row->addWidget(m_host, 1);
    body()->addWidget(m_chooser);
    body()->addLayout(row);
    body()->addWidget(m_hostHint);
    body()->addWidget(m_form);
    m_help->setContent(m_helpText);
    body()->addWidget(m_help);
    body()->addStretch();
    connect(m_chooser, &PiChooser::typingAsked, this, &PiAPage::render);
    m_form->takeHostFrom(m_chooser, m_host);
    connect(&setup(), &SetupController::piChanged, this, &PiAPage::render);
    connect(&setup(), &SetupController::searchChanged, this, &PiAPage::render);
    PiAPage::retranslate();
}

void PiAPage::entered()
{
    if (setup().pi(Site::A).stage == SignInStage::SignedIn)
        return; // there is nothing to fill in
    if (!setup().answers(Site::A).host.isEmpty())
        m_form->focusUser();
    else if (m_chooser->isTyping())
        m_host->setFocus();
    else if (!m_chooser->focusAnswer())
        setFocus(); // and not on the button that stops the search
}

void PiAPage::retranslate()
{
    setHeading(tr("Connect to the Raspberry Pi in this home"),
        tr("Connect Raspberry Pi A to this home's router with a LAN cable and switch it on. TwinLAN finds it in the network."));
    m_hostLabel->setText(tr("&Address or name"));
    m_host->setPlaceholderText(u"192.168.1.23"_s);
    m_host->setAccessibleName(tr("Raspberry Pi A: address or name"));
    m_hostHint->setText(tr("Try raspberrypi.local first (or the host name that you chose, with .local). "
                           "If that fails, look for the Raspberry Pi in your router's device list."));
    m_help->setTitle(tr("Can't find it, or for&got the password?"));
    m_helpText->setText(tr("• Is a lamp of the Raspberry Pi on (red or green)? After switching on it needs about a minute.\n"
                           "• Is the LAN cable in the Raspberry Pi and in the router? Wi-Fi is not enough.\n"
                           "• Is this computer connected to the same router?\n"
                           "• When the SD card was written with Raspberry Pi Imager, a user, a password and “SSH” were chosen in its settings. "
                           "If SSH was left off, rewrite the card and turn it on there."));
    render();
}

void PiAPage::render()
{
    for (QWidget *widget : { static_cast<QWidget *>(m_hostLabel), static_cast<QWidget *>(m_host), static_cast<QWidget *>(m_hostHint) })
        widget->setVisible(m_chooser->isTyping());
    // What was waited for is there, and nothing else has been begun: Enter chooses it.
    if (hasFocus() && setup().answers(Site::A).host.isEmpty())
        m_chooser->focusAnswer();
    if (m_host->text() != setup().answers(Site::A).host)
        m_host->setText(setup().answers(Site::A).host);
}

} // namespace twinlan
