// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/sheets/takealongcard.h"

#include "wizard/sheets/sheetactions.h"
#include "wizard/sheets/sheetview.h"
#include "wizard/sheets/takealongsheet.h"
#include "wizard/widgets/looks.h"
#include "wizard/widgets/qrcode.h"

#include <QHBoxLayout>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

TakeAlongCard::TakeAlongCard(QWidget *parent)
    : Translated(parent)
    , m_steps(new SheetView)
    , m_code(new QrCode)
    , m_codeHint(textLabel())
    , m_actions(new SheetActions([this] { return sheet(); }, u"twinlan-other-home"_s, QBoxLayout::TopToBottom))
{
    m_code->setObjectName(u"takeAlongCode"_s);
    auto *side = new QVBoxLayout;
    side->setSpacing(8);
    side->addWidget(m_code, 0, Qt::AlignHCenter);
    side->addWidget(m_codeHint);
    side->addWidget(m_actions);
    side->addStretch();
    auto *row = new QHBoxLayout;
    row->setSpacing(24);
    row->addWidget(m_steps, 1);
    row->addLayout(side);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_actions->message());
    column->addLayout(row);
    TakeAlongCard::retranslate();
}

void TakeAlongCard::tell(const AddressPlan &addresses, const QString &guide)
{
    if (addresses == m_addresses && guide == m_guide)
        return;
    m_addresses = addresses;
    m_guide = guide;
    render();
}

Sheet TakeAlongCard::sheet() const
{
    return takeAlongSheet(m_addresses, m_guide, QDate::currentDate());
}

void TakeAlongCard::retranslate()
{
    m_code->setAccessibleName(tr("QR code: the steps for your phone"));
    m_codeHint->setText(tr("For your phone: read this with its camera."));
    render();
}

void TakeAlongCard::render()
{
    m_steps->tell(sheet());
    m_code->setText(takeAlongNote(m_addresses, m_guide));
    m_codeHint->setFixedWidth(m_code->width());
}

} // namespace twinlan
