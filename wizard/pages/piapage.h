// SPDX-License-Identifier: GPL-3.0-or-later
// Where is the Raspberry Pi of this home?
#pragma once

#include "wizard/pages/page.h"

class QLineEdit;

namespace twinlan {

class Disclosure;
class PiChooser;
class SignInForm;

class PiAPage : public Page
{
    Q_OBJECT

public:
    explicit PiAPage(SetupController &setup, QWidget *parent = nullptr);
    void entered() override;

protected:
    void retranslate() override;
    void render() override;

private:
    PiChooser *m_chooser;
    QLabel *m_hostLabel;
    QLineEdit *m_host;
    QLabel *m_hostHint;
    SignInForm *m_form;
    Disclosure *m_help;
    QLabel *m_helpText;
};

} // namespace twinlan
