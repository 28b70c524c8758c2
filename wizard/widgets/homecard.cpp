// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/widgets/homecard.h"

#include "wizard/widgets/looks.h"
#include "wizard/words/words.h"

#include <QGridLayout>
#include <QPainter>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

QString signOf(HomeStage stage, bool needsCare)
{
    switch (stage) {
    case HomeStage::NotAsked:
    case HomeStage::NoKeychain:
        return u"wait"_s;
    case HomeStage::Looking:
        return u"run"_s;
    case HomeStage::Answers:
        return needsCare ? u"warn"_s : u"pass"_s;
    case HomeStage::Silent:
    case HomeStage::AsksPerson:
        break;
    }
    return u"warn"_s;
}

} // namespace

HomeCard::HomeCard(Site site, QWidget *parent)
    : QFrame(parent)
    , m_site(site)
    , m_sign(iconLabel(u"wait"_s, 20))
    , m_title(headingLabel(1))
    , m_text(textLabel())
{
    setObjectName(site == Site::A ? u"homeA"_s : u"homeB"_s);
    m_text->setObjectName(site == Site::A ? u"homeTextA"_s : u"homeTextB"_s);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(10, 8, 10, 8);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(2, 1); // beside a higher one
    grid->addWidget(m_sign, 0, 0);
    grid->addWidget(m_title, 0, 1);
    grid->addWidget(m_text, 1, 1);
}

void HomeCard::tell(HomeStage stage, bool needsCare, const QString &text)
{
    setIcon(m_sign, signOf(stage, needsCare), 20);
    m_title->setText(homeName(m_site));
    m_text->setText(text);
    setAccessibleName(homeName(m_site));
    setAccessibleDescription(text);
}

void HomeCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(mix(palette().color(QPalette::Text), palette().color(QPalette::Base), 0.5));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6);
}

} // namespace twinlan
