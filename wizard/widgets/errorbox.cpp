// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/widgets/errorbox.h"

#include "wizard/text/plaintext.h"
#include "wizard/widgets/disclosure.h"
#include "wizard/widgets/looks.h"
#include "wizard/words/errorwords.h"

#include <QAccessible>
#include <QGridLayout>
#include <QPainter>
#include <QPushButton>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

ErrorBox::ErrorBox(const QString &detailsName, const QString &actionName, QWidget *parent)
    : Translated(parent)
    , m_icon(iconLabel(u"stop"_s, 24))
    , m_what(textLabel())
    , m_meaning(textLabel())
    , m_next(textLabel())
    , m_detail(textLabel())
    , m_details(new Disclosure(detailsName))
    , m_button(new QPushButton)
{
    QFont bold = m_what->font();
    bold.setBold(true);
    m_what->setFont(bold);
    QFont mono(u"monospace"_s);
    mono.setStyleHint(QFont::Monospace);
    m_detail->setFont(mono);
    m_button->setObjectName(actionName);
    m_button->setVisible(false);
    m_details->setContent(m_detail);

    auto *text = new QVBoxLayout;
    text->setSpacing(2);
    text->addWidget(m_what);
    text->addWidget(m_meaning);
    text->addWidget(m_next);
    text->addWidget(m_details);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(text, 1);
    row->addWidget(m_button, 0, Qt::AlignVCenter);
    connect(m_button, &QPushButton::clicked, this, &ErrorBox::action);
    // A page shows the box and then tells it what to say, or the other way round: what stands there in the end is said, once.
    m_settled.setSingleShot(true);
    m_settled.setInterval(0);
    connect(&m_settled, &QTimer::timeout, this, &ErrorBox::announce);
    ErrorBox::retranslate();
}

void ErrorBox::tell(const Error &error)
{
    const Words words = wordsFor(error);
    QStringList technical { errorKindName(error.kind) };
    for (const QString &part : { error.host, error.step, error.detail, words.detail }) {
        if (!part.isEmpty() && !technical.contains(part))
            technical << part;
    }
    // Not the person's fault and nothing broken: a first meeting and a stop are no alarms.
    const bool calm = error.kind == ErrorKind::HostKeyUnknown || error.kind == ErrorKind::Cancelled;
    tell(words, calm ? Level::Pass : (error.canRetry() ? Level::Warn : Level::Stop), technical.join(u'\n'));
    m_error = error;
}

void ErrorBox::tell(const Words &words, Level level, const QString &detail)
{
    m_error.reset();
    m_level = level;
    setIcon(m_icon, level == Level::Stop ? u"stop"_s : (level == Level::Warn ? u"warn"_s : u"key"_s), 24);
    m_icon->setAccessibleName(levelName(level));
    m_what->setText(words.what);
    m_meaning->setText(words.meaning);
    m_next->setText(words.next);
    m_meaning->setVisible(!words.meaning.isEmpty());
    m_next->setVisible(!words.next.isEmpty());
    const QString more = words.meaning + u'\n' + words.next;
    if (accessibleName() != words.what || accessibleDescription() != more) {
        setAccessibleName(words.what);
        setAccessibleDescription(more);
        m_settled.start();
    }
    m_detail->setText(visibleText(detail));
    m_details->setVisible(!detail.isEmpty());
    update();
}

void ErrorBox::setActionText(const QString &text)
{
    setWords(m_button, text);
    m_button->setVisible(!text.isEmpty());
}

QString ErrorBox::text() const
{
    QStringList lines;
    for (const QLabel *label : { m_what, m_meaning, m_next, m_detail }) {
        if (!label->text().isEmpty())
            lines << label->text();
    }
    return lines.join(u'\n');
}

void ErrorBox::retranslate()
{
    m_details->setTitle(tr("Show detai&ls", "a button"));
    if (m_error)
        tell(Error(*m_error));
}

void ErrorBox::showEvent(QShowEvent *event)
{
    Translated::showEvent(event);
    m_settled.start();
}

void ErrorBox::hideEvent(QHideEvent *event)
{
    Translated::hideEvent(event);
    m_announced.clear();
}

void ErrorBox::announce()
{
    if (!isVisible() || accessibleName() == m_announced)
        return;
    m_announced = accessibleName();
    QAccessibleEvent news(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&news);
}

void ErrorBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor sign = m_level == Level::Stop ? QColor(0xc6, 0x28, 0x28)
        : m_level == Level::Warn               ? QColor(0xc7, 0x77, 0x00)
                                               : QColor(0x1f, 0x6f, 0xeb);
    painter.setPen(QPen(sign, 1));
    painter.setBrush(mix(palette().color(QPalette::Base), sign, 0.08));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace twinlan
