// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/sheets/summarybox.h"

#include "wizard/sheets/sheetactions.h"
#include "wizard/sheets/sheetprinter.h"
#include "wizard/widgets/looks.h"

#include <QGridLayout>
#include <QPushButton>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int pageWidth = 330; // its height then leaves a 1024×600 screen some room
constexpr int textWidth = 260;

} // namespace

SummaryBox::SummaryBox(std::function<Sheet()> sheet, QWidget *parent)
    : Translated(parent)
    , m_sheet(std::move(sheet))
    , m_page(new QLabel)
    , m_purpose(textLabel())
    , m_actions(new SheetActions(m_sheet, u"twinlan-summary"_s, QBoxLayout::TopToBottom))
    , m_close(new QPushButton)
{
    setObjectName(u"summaryBox"_s);
    m_page->setObjectName(u"summaryPage"_s);
    m_page->setFrameShape(QFrame::StyledPanel);
    m_close->setObjectName(u"summaryClose"_s);
    m_actions->hidePicture();
    m_purpose->setFixedWidth(textWidth);
    m_actions->message()->setMaximumWidth(textWidth);
    auto *side = new QVBoxLayout;
    side->setSpacing(12);
    side->addWidget(m_purpose);
    side->addWidget(m_actions);
    side->addWidget(m_actions->message());
    side->addStretch();
    side->addWidget(m_close);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(20, 16, 20, 16);
    row->setSpacing(20);
    row->addWidget(m_page, 0, Qt::AlignTop);
    row->addLayout(side);
    row->setSizeConstraint(QLayout::SetFixedSize); // as high as its words are long, in either language
    connect(m_close, &QPushButton::clicked, this, &SummaryBox::close);
    SummaryBox::retranslate();
}

void SummaryBox::showEvent(QShowEvent *event)
{
    drawPage(); // it may have been opened before, when the setup was another
    Translated::showEvent(event);
}

void SummaryBox::retranslate()
{
    setWindowTitle(tr("Save or print this setup", "title of a box"));
    m_page->setAccessibleName(tr("Picture: the page as it will be printed"));
    m_purpose->setText(tr("One page for the drawer: the addresses of both homes, and how to check, change and remove the setup. There is no password on it."));
    setWords(m_close, tr("Cl&ose", "a button: the box with the page goes"));
    if (isVisible())
        drawPage();
}

void SummaryBox::drawPage()
{
    QImage page = sheetAsPage(m_sheet(), qRound(pageWidth * devicePixelRatioF()));
    page.setDevicePixelRatio(devicePixelRatioF());
    m_page->setPixmap(QPixmap::fromImage(page));
}

} // namespace twinlan
