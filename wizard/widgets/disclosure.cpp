// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/widgets/disclosure.h"

#include "wizard/widgets/looks.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <QVBoxLayout>

namespace twinlan {

namespace {

// Open or not is the arrow's to say: a checked button looks pressed, like a grey box around its words.
class TitleButton : public QToolButton
{
public:
    using QToolButton::QToolButton;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QStylePainter painter(this);
        QStyleOptionToolButton option;
        initStyleOption(&option);
        option.state &= ~QStyle::State_On;
        painter.drawComplexControl(QStyle::CC_ToolButton, option);
    }
};

} // namespace

Disclosure::Disclosure(const QString &buttonName, QWidget *parent)
    : QWidget(parent)
    , m_button(new TitleButton(this))
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_button->setObjectName(buttonName);
    m_button->setCheckable(true);
    m_button->setAutoRaise(true);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setArrowType(Qt::RightArrow);
    m_layout->addWidget(m_button);
    connect(m_button, &QToolButton::toggled, this, &Disclosure::showState);
}

void Disclosure::setTitle(const QString &title)
{
    setWords(m_button, title);
}

void Disclosure::setContent(QWidget *content)
{
    m_content = content;
    m_layout->addWidget(content);
    showState();
}

void Disclosure::showState()
{
    m_button->setArrowType(isOpen() ? Qt::DownArrow : Qt::RightArrow);
    if (m_content)
        m_content->setVisible(isOpen());
}

} // namespace twinlan
