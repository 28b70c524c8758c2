// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard/flow/setupcontroller.h"
#include "wizard/widgets/translated.h"

#include <QDateTime>
#include <QWidget>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace twinlan {

class Disclosure;
class ErrorBox;
class QrCode;

// One Pi's way into Tailscale: its installation by a button where it is missing, then the login: a link, the same as a QR code, and waiting
// that is seen and ends by itself.
class TailscalePanel : public Translated<QWidget>
{
    Q_OBJECT

public:
    TailscalePanel(SetupController &setup, Site site, QWidget *parent = nullptr);
    void render();

protected:
    void retranslate() override;

private:
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString installingText() const;
    [[nodiscard]] QString notInstalledText() const;
    [[nodiscard]] QString loggedInText() const;
    [[nodiscard]] QString expiryText() const;
    [[nodiscard]] QDateTime expiry() const; // of its login; invalid: never, or nobody is logged in

    SetupController &m_setup;
    const Site m_site;
    QLabel *m_state;
    QLabel *m_expiry;
    QPushButton *m_machines;
    QPushButton *m_checkExpiry;
    QLabel *m_installHow;
    QPushButton *m_install;
    QWidget *m_login;
    QLabel *m_how;
    QPushButton *m_open;
    QLabel *m_link;
    QrCode *m_code;
    QProgressBar *m_waiting;
    ErrorBox *m_error;
    QPushButton *m_again;
    Disclosure *m_advanced;
    QLabel *m_serverLabel;
    QLineEdit *m_server;
    QPushButton *m_useServer;
};

} // namespace twinlan
