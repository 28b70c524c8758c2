// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/pages/piapage.h"

#include "wizard/widgets/disclosure.h"
#include "wizard/widgets/looks.h"
#include "wizard/widgets/signinform.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

PiAPage::PiAPage(SetupController &controller, QWidget *parent)
    : Page(controller, u"piAPage"_s, parent)
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
    body()->addLayout(row);
    body()->addWidget(m_hostHint);
    body()->addWidget(m_form);
    m_help->setContent(m_helpText);
    body()->addWidget(m_help);
    body()->addStretch();
    connect(m_host, &QLineEdit::textEdited, this, [this](const QString &text) {
        PiAnswers answers = setup().answers(Site::A);
        answers.host = text;
        setup().setAnswers(Site::A, answers);
        m_form->render();
    });
    connect(m_host, &QLineEdit::returnPressed, m_form, &SignInForm::focusPassword);
    connect(&setup(), &SetupController::piChanged, this, &PiAPage::render);
    PiAPage::retranslate();
}

void PiAPage::entered()
{
    if (setup().answers(Site::A).host.isEmpty())
        m_host->setFocus();
    else
        m_form->focusPassword();
}

void PiAPage::retranslate()
{
    setHeading(tr("Connect to the Raspberry Pi in this home"),
        tr("Connect Raspberry Pi A to this home's router with a LAN cable and switch it on. Then type its address or name here."));
    m_hostLabel->setText(tr("&Address or name"));
    m_host->setPlaceholderText(u"192.168.1.23"_s);
    m_host->setAccessibleName(tr("Raspberry Pi A: address or name"));
    m_hostHint->setText(tr("Try raspberrypi.local first (or the host name that you chose, with .local). "
                           "If that fails, look for the Raspberry Pi in your router's device list."));
    m_help->setTitle(tr("Can't &find it, or forgot the password?"));
    m_helpText->setText(tr("• Is a lamp of the Raspberry Pi on (red or green)? After switching on it needs about a minute.\n"
                           "• Is the LAN cable in the Raspberry Pi and in the router? Wi-Fi is not enough.\n"
                           "• Is this computer connected to the same router?\n"
                           "• When the SD card was written with Raspberry Pi Imager, a user, a password and “SSH” were chosen in its settings. "
                           "If SSH was left off, rewrite the card and turn it on there."));
    render();
}

void PiAPage::render()
{
    if (m_host->text() != setup().answers(Site::A).host)
        m_host->setText(setup().answers(Site::A).host);
}

} // namespace twinlan
