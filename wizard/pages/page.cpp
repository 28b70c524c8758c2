// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/pages/page.h"

#include "wizard/widgets/looks.h"

#include <QResizeEvent>
#include <QVBoxLayout>

namespace twinlan {

Page::Page(SetupController &setup, const QString &name, QWidget *parent)
    : Translated(parent)
    , m_setup(setup)
    , m_sheet(new QWidget(this))
    , m_heading(headingLabel(1.5))
    , m_lead(textLabel())
{
    setObjectName(name);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded); // a small screen at twice the scale
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    m_body = new QVBoxLayout(m_sheet);
    m_body->setContentsMargins(16, 10, 16, 8);
    m_body->setSpacing(8);
    m_body->addWidget(m_heading);
    m_body->addWidget(m_lead);
    setWidget(m_sheet);
    m_sheet->setAutoFillBackground(false);
    m_sheet->installEventFilter(this);
}

void Page::setHeading(const QString &heading, const QString &lead)
{
    m_heading->setText(heading);
    m_lead->setText(lead);
    m_lead->setVisible(!lead.isEmpty());
    setAccessibleName(heading);
}

bool Page::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_sheet && event->type() == QEvent::LayoutRequest)
        fitHeight();
    return Translated::eventFilter(watched, event);
}

void Page::resizeEvent(QResizeEvent *event)
{
    Translated::resizeEvent(event);
    fitHeight();
}

void Page::fitHeight()
{
    // QScrollArea does not ask a widget how high it is at a given width, so wrapped lines would be cut off at the bottom.
    const int height = m_body->hasHeightForWidth() ? m_body->totalHeightForWidth(viewport()->width()) : m_body->totalSizeHint().height();
    m_sheet->setMinimumHeight(height);
}

} // namespace twinlan
