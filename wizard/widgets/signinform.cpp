// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/widgets/signinform.h"

#include "wizard/text/plaintext.h"
#include "wizard/widgets/disclosure.h"
#include "wizard/widgets/errorbox.h"
#include "wizard/widgets/looks.h"
#include "wizard/widgets/passwordfield.h"
#include "wizard/widgets/pichooser.h"
#include "wizard/widgets/rememberrow.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

SignInForm::SignInForm(SetupController &controller, Site site, QWidget *parent)
    : Translated(parent)
    , m_setup(controller)
    , m_site(site)
{
    const QString suffix = site == Site::A ? u"A"_s : u"B"_s;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    buildFields(suffix);
    m_remember = new RememberRow(controller, site);
    layout->addWidget(m_remember);
    buildAdvanced(suffix);
    m_state = textLabel();
    m_state->setObjectName(u"signInState"_s + suffix);
    m_error = new ErrorBox(u"signInDetails"_s + suffix);
    layout->addWidget(m_state);
    layout->addWidget(m_error);
    buildMeeting(suffix);
    connect(&m_setup, &SetupController::piChanged, this, [this](Site changed) {
        if (changed == m_site)
            render();
    });
    SignInForm::retranslate();
}

void SignInForm::buildFields(const QString &suffix)
{
    m_userLabel = new QLabel;
    m_user = new QLineEdit;
    m_user->setObjectName(u"user"_s + suffix);
    m_passwordLabel = new QLabel;
    m_password = new PasswordField(u"password"_s + suffix);
    m_connect = new QPushButton;
    m_connect->setObjectName(u"connect"_s + suffix);
    m_userLabel->setBuddy(m_user);
    m_passwordLabel->setBuddy(m_password);
    auto *row = new QGridLayout;
    row->addWidget(m_userLabel, 0, 0);
    row->addWidget(m_user, 0, 1);
    row->addWidget(m_passwordLabel, 0, 2);
    row->addWidget(m_password, 0, 3);
    row->addWidget(m_connect, 0, 4);
    row->setColumnStretch(1, 1);
    row->setColumnStretch(3, 1);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    m_hint = textLabel();
    makeHint(m_hint);
    layout()->addWidget(m_hint);
    connect(m_user, &QLineEdit::textEdited, this, &SignInForm::storeAnswers);
    connect(m_user, &QLineEdit::returnPressed, this, &SignInForm::focusPassword);
    connect(m_password, &QLineEdit::returnPressed, this, &SignInForm::connectNow);
    connect(m_connect, &QPushButton::clicked, this, &SignInForm::connectNow);
}

void SignInForm::buildAdvanced(const QString &suffix)
{
    m_advanced = new Disclosure(u"advanced"_s + suffix);
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(16, 0, 0, 0);
    m_portLabel = new QLabel;
    m_port = new QSpinBox;
    m_port->setObjectName(u"port"_s + suffix);
    m_port->setRange(1, 65535);
    m_portLabel->setBuddy(m_port);
    m_useKey = new QCheckBox;
    m_useKey->setObjectName(u"useKey"_s + suffix);
    m_keyFile = new QLineEdit;
    m_keyFile->setObjectName(u"keyFile"_s + suffix);
    m_chooseKey = new QPushButton;
    m_chooseKey->setObjectName(u"chooseKey"_s + suffix);
    m_passphrase = new PasswordField(u"keyPassphrase"_s + suffix);
    grid->addWidget(m_portLabel, 0, 0);
    grid->addWidget(m_port, 0, 1);
    grid->addWidget(m_useKey, 1, 0, 1, 2);
    grid->addWidget(m_keyFile, 1, 2);
    grid->addWidget(m_chooseKey, 1, 3);
    grid->addWidget(m_passphrase, 1, 4);
    grid->setColumnStretch(2, 1);
    grid->setColumnStretch(4, 1);
    m_advanced->setContent(content);
    layout()->addWidget(m_advanced);
    connect(m_port, &QSpinBox::valueChanged, this, &SignInForm::storeAnswers);
    connect(m_useKey, &QCheckBox::toggled, this, [this] {
        storeAnswers();
        render();
    });
    connect(m_keyFile, &QLineEdit::textEdited, this, &SignInForm::storeAnswers);
    connect(m_chooseKey, &QPushButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this); // open() rather than exec(): no event loop inside another
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
            m_keyFile->setText(path);
            storeAnswers();
        });
        dialog->open();
    });
}

void SignInForm::buildMeeting(const QString &suffix)
{
    m_meeting = new QWidget;
    auto *row = new QHBoxLayout(m_meeting);
    row->setContentsMargins(0, 0, 0, 0);
    m_rewritten = new QCheckBox;
    m_rewritten->setObjectName(u"rewritten"_s + suffix);
    m_trust = new QPushButton;
    m_trust->setObjectName(u"trust"_s + suffix);
    m_refuse = new QPushButton;
    m_refuse->setObjectName(u"refuse"_s + suffix);
    row->addWidget(m_rewritten, 1);
    row->addStretch();
    row->addWidget(m_refuse);
    row->addWidget(m_trust);
    layout()->addWidget(m_meeting);
    connect(m_rewritten, &QCheckBox::toggled, this, &SignInForm::renderMeeting);
    connect(m_trust, &QPushButton::clicked, this, [this] { m_setup.trustHostKey(m_site); });
    connect(m_refuse, &QPushButton::clicked, this, [this] { m_setup.refuseHostKey(m_site); });
}

void SignInForm::focusPassword()
{
    m_password->setFocus();
    m_password->selectAll();
}

void SignInForm::setHost(const QString &host)
{
    PiAnswers answers = m_setup.answers(m_site);
    answers.host = host;
    m_setup.setAnswers(m_site, answers);
    render();
}

void SignInForm::takeHostFrom(PiChooser *chooser, QLineEdit *host)
{
    connect(chooser, &PiChooser::chosen, this, [this](const QString &address) {
        setHost(address);
        focusUser();
    });
    connect(chooser, &PiChooser::typingAsked, host, qOverload<>(&QWidget::setFocus));
    connect(host, &QLineEdit::textEdited, this, [this, chooser](const QString &text) {
        chooser->setTyping(true);
        setHost(text);
    });
    connect(host, &QLineEdit::returnPressed, this, &SignInForm::focusUser);
}

void SignInForm::focusUser()
{
    if (m_user->text().trimmed().isEmpty())
        m_user->setFocus();
    else
        focusPassword();
}

void SignInForm::storeAnswers()
{
    PiAnswers answers = m_setup.answers(m_site);
    answers.user = m_user->text();
    answers.port = m_port->value();
    answers.useKey = m_useKey->isChecked();
    answers.keyFile = m_keyFile->text();
    m_setup.setAnswers(m_site, answers);
}

void SignInForm::connectNow()
{
    if (m_connect->isEnabled())
        m_setup.connectTo(m_site, Secret(m_password->text()), Secret(m_passphrase->text()));
}

void SignInForm::retranslate()
{
    m_userLabel->setText(tr("&User", "before the field of the user name"));
    m_passwordLabel->setText(tr("&Password", "before its field"));
    m_hint->setText(tr("The user and the password are those that you chose in Raspberry Pi Imager when you wrote the SD card."));
    m_connect->setText(tr("&Connect", "a button: over SSH"));
    m_advanced->setTitle(tr("Ad&vanced", "a button"));
    m_portLabel->setText(tr("SSH p&ort", "before its field"));
    setWords(m_useKey, tr("Use a &key file"));
    m_keyFile->setPlaceholderText(tr("key file", "in its empty field"));
    m_chooseKey->setText(tr("C&hoose…", "a button: a file"));
    m_passphrase->setPlaceholderText(tr("its passphrase, if any"));
    setWords(m_rewritten, tr("I &rewrote this SD card"));
    m_user->setAccessibleName(tr("%1: user", "a field, for a screen reader").arg(piName(m_site)));
    m_password->setNames(tr("%1: password", "a field, for a screen reader").arg(piName(m_site)), tr("%1: show the password").arg(piName(m_site)));
    m_connect->setAccessibleName(tr("Connect to %1", "a button, for a screen reader").arg(piName(m_site)));
    m_port->setAccessibleName(tr("%1: SSH port", "a field, for a screen reader").arg(piName(m_site)));
    m_keyFile->setAccessibleName(tr("%1: key file", "a field, for a screen reader").arg(piName(m_site)));
    m_chooseKey->setAccessibleName(tr("Choose the key file"));
    m_passphrase->setNames(tr("%1: passphrase of the key file", "a field, for a screen reader").arg(piName(m_site)),
        tr("%1: show the passphrase").arg(piName(m_site)));
    render();
}

void SignInForm::render()
{
    const PiAnswers &typed = m_setup.answers(m_site);
    const PiState &pi = m_setup.pi(m_site);
    if (m_user->text() != typed.user)
        m_user->setText(typed.user);
    if (m_keyFile->text() != typed.keyFile)
        m_keyFile->setText(typed.keyFile);
    {
        // Unblocked, the first widget to be set would store the old values of the others.
        const QSignalBlocker quietPort(m_port);
        const QSignalBlocker quietKey(m_useKey);
        m_port->setValue(typed.port);
        m_useKey->setChecked(typed.useKey);
    }
    for (QWidget *widget : { static_cast<QWidget *>(m_keyFile), static_cast<QWidget *>(m_chooseKey), static_cast<QWidget *>(m_passphrase) })
        widget->setVisible(typed.useKey);
    m_connect->setEnabled(pi.stage != SignInStage::Connecting && pi.stage != SignInStage::AskHostKey && !typed.host.trimmed().isEmpty()
        && !typed.user.trimmed().isEmpty());

    QString state;
    if (pi.stage == SignInStage::Connecting)
        state = tr("Connecting to %1…", "an address or a name").arg(typed.host);
    else if (pi.stage == SignInStage::SignedIn && pi.facts)
        state = pi.facts->model.isEmpty() ? tr("✓ Connected: %1", "host name").arg(visibleLine(pi.facts->hostName))
                                          : tr("✓ Connected: %1 (%2)", "host name and model").arg(visibleLine(pi.facts->hostName), visibleLine(pi.facts->model));
    const bool isInByKey = pi.stage == SignInStage::SignedIn && m_setup.memory(m_site) == MemoryStage::Kept && m_password->text().isEmpty();
    m_passwordLabel->setVisible(!isInByKey); // an empty field would ask for it
    m_password->setVisible(!isInByKey);
    m_hint->setVisible(pi.stage != SignInStage::SignedIn);
    m_state->setText(state);
    m_state->setVisible(!state.isEmpty());
    m_remember->render();
    m_error->setVisible(pi.error.has_value());
    if (pi.error)
        m_error->tell(*pi.error);
    renderMeeting();
}

void SignInForm::renderMeeting()
{
    const PiState &pi = m_setup.pi(m_site);
    const bool asks = pi.stage == SignInStage::AskHostKey && pi.error;
    const bool isNew = asks && m_meeting->isHidden();
    m_meeting->setVisible(asks);
    if (!asks) {
        m_rewritten->setChecked(false);
        return;
    }
    const bool changed = pi.error->kind == ErrorKind::HostKeyChanged;
    m_rewritten->setVisible(changed);
    setWords(m_trust, changed ? tr("Accept ne&w fingerprint") : tr("Trust and cont&inue"));
    setWords(m_refuse, tr("Do no&t connect"));
    // The safe answer is the easy one; a changed key needs the person's word first.
    m_trust->setEnabled(!changed || m_rewritten->isChecked());
    m_trust->setDefault(!changed);
    m_refuse->setDefault(changed);
    if (isNew && isVisible())
        (changed ? m_refuse : m_trust)->setFocus();
}

} // namespace twinlan
