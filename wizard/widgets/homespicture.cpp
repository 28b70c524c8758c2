// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/widgets/homespicture.h"

#include "wizard/widgets/looks.h"

#include <QPainter>
#include <QPainterPath>

namespace twinlan {

HomesPicture::HomesPicture(QWidget *parent)
    : Translated(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    HomesPicture::retranslate();
}

void HomesPicture::setLink(Link link)
{
    m_link = link;
    HomesPicture::retranslate();
}

QSize HomesPicture::sizeHint() const
{
    const int em = letterSize(this);
    return { em * 30, em * 9 };
}

QSize HomesPicture::minimumSizeHint() const
{
    const int em = letterSize(this);
    return { em * 20, em * 9 };
}

void HomesPicture::retranslate()
{
    setAccessibleName(m_link == Link::Joined ? tr("Picture: two homes, joined through the internet like one network")
                                             : tr("Picture: two homes that are not joined yet"));
    update();
}

void HomesPicture::drawHome(QPainter &painter, const QRectF &box, bool isB) const
{
    const QColor text = palette().color(QPalette::WindowText);
    const QColor ground = palette().color(QPalette::Window);
    const QColor colour = homeColor(palette(), isB);
    const double em = letterSize(this);

    QPainterPath house;
    house.moveTo(box.left(), box.top() + em * 1.7);
    house.lineTo(box.center().x(), box.top());
    house.lineTo(box.right(), box.top() + em * 1.7);
    house.lineTo(box.right(), box.bottom());
    house.lineTo(box.left(), box.bottom());
    house.closeSubpath();
    painter.setPen(QPen(colour, 2));
    painter.setBrush(mix(ground, colour, 0.08));
    painter.drawPath(house);

    QFont bold = font();
    bold.setBold(true);
    painter.setPen(text);
    painter.setFont(bold);
    painter.drawText(QRectF(box.left(), box.top() + em * 1.2, box.width(), em * 1.4), Qt::AlignCenter,
        isB ? tr("Home B", "in the picture") : tr("Home A", "in the picture"));
    painter.setFont(font());

    const auto device = [&](double y, const QString &name, bool strong) {
        const QRectF rect(box.left() + em * 0.8, box.top() + y, box.width() - em * 1.6, em * 1.6);
        painter.setPen(QPen(strong ? colour : mix(text, ground, 0.5), strong ? 2 : 1));
        painter.setBrush(palette().color(QPalette::Base));
        painter.drawRoundedRect(rect, 5, 5);
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(rect, Qt::AlignCenter, painter.fontMetrics().elidedText(name, Qt::ElideRight, int(rect.width())));
    };
    const bool piBIsHere = m_link == Link::BothHere;
    device(em * 2.9, tr("Router", "in the picture"), false);
    const QString there = piBIsHere ? tr("(goes here)", "in the picture, in the place of Raspberry Pi B") : tr("Raspberry Pi B");
    const QString here = piBIsHere ? tr("Raspberry Pi A and B") : tr("Raspberry Pi A");
    device(em * 4.9, isB ? there : here, true);
}

void HomesPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double em = letterSize(this);
    const double homeWidth = std::min(em * 11, width() * 0.36);
    const double homeHeight = em * 7.2;
    const double top = (height() - homeHeight) / 2;
    const double span = std::min<double>(width() - 4, em * 38);
    const double left = (width() - span) / 2;
    const QRectF a(left, top, homeWidth, homeHeight);
    const QRectF b(left + span - homeWidth, top, homeWidth, homeHeight);

    const bool joined = m_link == Link::Joined;
    const double y = top + em * 5.7;
    const QColor line = joined ? QColor(0x2e, 0x8b, 0x57) : mix(palette().color(QPalette::WindowText), palette().color(QPalette::Window), 0.5);
    painter.setPen(QPen(line, joined ? 4 : 2, joined ? Qt::SolidLine : Qt::DashLine, Qt::RoundCap));
    painter.drawLine(QPointF(a.right(), y), QPointF(b.left(), y));
    painter.setPen(palette().color(QPalette::WindowText));
    const QRectF between(a.right(), y - em * 2.9, b.left() - a.right(), em * 2.6);
    painter.drawText(between, Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap,
        joined ? tr("one network", "in the picture, over the line between the homes") : tr("not joined", "in the picture, over the line between the homes"));
    painter.setPen(mix(palette().color(QPalette::WindowText), palette().color(QPalette::Window), 0.3));
    painter.drawText(QRectF(a.right(), y + em * 0.3, between.width(), em * 1.3), Qt::AlignCenter, tr("internet", "in the picture, below the line between the homes"));

    drawHome(painter, a, false);
    drawHome(painter, b, true);
}

} // namespace twinlan
