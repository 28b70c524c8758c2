// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/pages/tailscalepage.h"

#include "wizard/widgets/tailscalepanel.h"

#include <QVBoxLayout>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

TailscalePage::TailscalePage(SetupController &controller, QWidget *parent)
    : Page(controller, u"tailscalePage"_s, parent)
    , m_panel(new TailscalePanel(controller, Site::A))
{
    body()->addWidget(m_panel);
    body()->addStretch();
    TailscalePage::retranslate();
}

void TailscalePage::retranslate()
{
    setHeading(tr("Log in to Tailscale"),
        tr("Tailscale links the two homes with encryption, free of charge. Log in once to add Raspberry Pi A."));
    render();
}

void TailscalePage::render()
{
    m_panel->render();
}

} // namespace twinlan
