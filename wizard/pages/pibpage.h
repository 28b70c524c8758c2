// SPDX-License-Identifier: GPL-3.0-or-later
// Where is the Raspberry Pi of the other home?
#pragma once

#include "wizard/pages/page.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace twinlan {

class PiChooser;
class SignInForm;
class TailscalePanel;

class PiBPage : public Page
{
    Q_OBJECT

public:
    explicit PiBPage(SetupController &setup, QWidget *parent = nullptr);
    void entered() override;

protected:
    void retranslate() override;
    void render() override;

private:
    void buildPlace();
    void buildWhere();
    void renderPeers();
    void choosePeer(int index);
    bool chooseOnlyPeer();
    void setPlace(Place place);

    QRadioButton *m_otherHome;
    QRadioButton *m_nextToMe;
    QLabel *m_placeHint;
    QLabel *m_peerLabel;
    QComboBox *m_peer;
    QPushButton *m_refresh;
    PiChooser *m_chooser; // next to me
    QLabel *m_hostLabel;
    QLineEdit *m_host;
    SignInForm *m_form;
    TailscalePanel *m_tailscale;
    QCheckBox *m_gone;
    bool m_typing = false; // "another device" is chosen in the list
};

} // namespace twinlan
