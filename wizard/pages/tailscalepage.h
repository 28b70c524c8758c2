// SPDX-License-Identifier: GPL-3.0-or-later
// Is Raspberry Pi A logged in to Tailscale?
#pragma once

#include "wizard/pages/page.h"

namespace twinlan {

class TailscalePanel;

class TailscalePage : public Page
{
    Q_OBJECT

public:
    explicit TailscalePage(SetupController &setup, QWidget *parent = nullptr);

protected:
    void retranslate() override;
    void render() override;

private:
    TailscalePanel *m_panel;
};

} // namespace twinlan
