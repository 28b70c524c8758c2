// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard/flow/setupcontroller.h"
#include "wizard/widgets/translated.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace twinlan {

class Disclosure;
class ErrorBox;
class PasswordField;
class PiChooser;
class RememberRow;

// User, password or key, and everything that can happen on the way in: waiting, a first meeting, a changed mark, a refusal.
// What was typed stays whatever happens. objectNames end in A or B.
class SignInForm : public Translated<QWidget>
{
    Q_OBJECT

public:
    SignInForm(SetupController &setup, Site site, QWidget *parent = nullptr);
    void render();
    void focusPassword();
    void setHost(const QString &host); // where the Pi is, which the page asks for
    // It is where a card of the chooser says, or what is typed into `host`; the page shows that field when the chooser asks for it.
    void takeHostFrom(PiChooser *chooser, QLineEdit *host);
    void focusUser(); // the first of the fields that is still empty
    void connectNow(); // what the button and Return do

protected:
    void retranslate() override;

private:
    void buildFields(const QString &suffix);
    void buildAdvanced(const QString &suffix);
    void buildMeeting(const QString &suffix);
    void storeAnswers();
    void renderMeeting();

    SetupController &m_setup;
    const Site m_site;
    QLabel *m_userLabel;
    QLineEdit *m_user;
    QLabel *m_passwordLabel;
    PasswordField *m_password;
    QPushButton *m_connect;
    QLabel *m_hint; // whose user and password these are
    RememberRow *m_remember;
    Disclosure *m_advanced;
    QLabel *m_portLabel;
    QSpinBox *m_port;
    QCheckBox *m_useKey;
    QLineEdit *m_keyFile;
    QPushButton *m_chooseKey;
    PasswordField *m_passphrase;
    QLabel *m_state; // waiting, or who it is
    ErrorBox *m_error;
    QWidget *m_meeting; // a host key that has to be answered
    QCheckBox *m_rewritten;
    QPushButton *m_trust;
    QPushButton *m_refuse;
};

} // namespace twinlan
