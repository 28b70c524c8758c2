// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/widgets/pipictures.h"

#include "wizard/widgets/looks.h"

#include <QPainter>
#include <QPainterPath>

namespace twinlan {

namespace {

constexpr QSize pictureSize(64, 40);
constexpr QColor boardColour(0x2e, 0x8b, 0x57);
constexpr QColor lampColour(0xd3, 0x2f, 0x2f);
constexpr QColor cableColour(0x1f, 0x6f, 0xeb);

QColor lineColour(const QPalette &palette)
{
    return mix(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.25);
}

void drawCable(QPainter &painter, const QPointF &from, const QPointF &to, const QColor &colour)
{
    QPainterPath path(from);
    const double middle = (from.x() + to.x()) / 2;
    path.cubicTo(QPointF(middle, from.y()), QPointF(middle, to.y()), to);
    painter.setPen(QPen(colour, 3, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

void drawRouter(QPainter &painter, const QRectF &box, const QPalette &palette)
{
    painter.setPen(QPen(lineColour(palette), 1.5));
    painter.drawLine(QPointF(box.left() + 4, box.top() + 10), QPointF(box.left() + 1, box.top()));
    painter.drawLine(QPointF(box.right() - 4, box.top() + 10), QPointF(box.right() - 1, box.top()));
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawRoundedRect(box.adjusted(0, 10, 0, 0), 3, 3);
    painter.setPen(Qt::NoPen);
    painter.setBrush(boardColour);
    for (int i = 0; i < 3; ++i)
        painter.drawEllipse(QPointF(box.left() + 6 + 5 * i, box.bottom() - 5), 1.5, 1.5);
}

void drawPlug(QPainter &painter, const QPointF &at, const QPalette &palette)
{
    painter.setPen(QPen(lineColour(palette), 1.5));
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawLine(at + QPointF(-4, -9), at + QPointF(-4, -4));
    painter.drawLine(at + QPointF(4, -9), at + QPointF(4, -4));
    painter.drawRoundedRect(QRectF(at.x() - 8, at.y() - 4, 16, 11), 3, 3);
}

void drawComputer(QPainter &painter, const QRectF &box, const QPalette &palette)
{
    painter.setPen(QPen(lineColour(palette), 1.5));
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawRoundedRect(box.adjusted(3, 0, -3, -4), 2, 2);
    painter.drawLine(box.bottomLeft() - QPointF(0, 1), box.bottomRight() - QPointF(0, 1));
}

void drawClock(QPainter &painter, const QPointF &middle, double radius, const QPalette &palette)
{
    painter.setPen(QPen(lineColour(palette), 2));
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawEllipse(middle, radius, radius);
    painter.drawLine(middle, middle - QPointF(0, radius * 0.65));
    painter.drawLine(middle, middle + QPointF(radius * 0.5, 0));
}

void drawCard(QPainter &painter, const QRectF &box, const QPalette &palette)
{
    QPainterPath card(box.topLeft());
    card.lineTo(box.right() - 6, box.top());
    card.lineTo(box.right(), box.top() + 6);
    card.lineTo(box.bottomRight());
    card.lineTo(box.bottomLeft());
    card.closeSubpath();
    painter.setPen(QPen(lineColour(palette), 1.5));
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawPath(card);
    for (int i = 0; i < 4; ++i)
        painter.drawLine(QPointF(box.left() + 4 + 4 * i, box.top() + 3), QPointF(box.left() + 4 + 4 * i, box.top() + 8));
}

} // namespace

// Seen from above: four USB sockets and the LAN socket on the right, the pins along the upper edge.
void drawPi(QPainter &painter, const QRectF &box, const QPalette &palette)
{
    painter.save();
    painter.setPen(QPen(boardColour.darker(140), 1));
    painter.setBrush(boardColour);
    painter.drawRoundedRect(box.adjusted(0, 0, -3, 0), 3, 3);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mix(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.75));
    painter.drawRect(QRectF(box.left() + 4, box.top() + 3, box.width() * 0.55, 3));
    painter.drawRect(QRectF(box.left() + box.width() * 0.28, box.top() + box.height() * 0.42, box.height() * 0.32, box.height() * 0.32));
    painter.setBrush(QColor(0xc9, 0xcc, 0xd1));
    for (int i = 0; i < 3; ++i)
        painter.drawRect(QRectF(box.right() - 10, box.top() + 3 + i * (box.height() - 5) / 3, 10, (box.height() - 5) / 3 - 2));
    painter.restore();
}

void drawDevice(QPainter &painter, const QRectF &box, const QPalette &palette)
{
    painter.save();
    painter.setPen(QPen(lineColour(palette), 1.5));
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawRoundedRect(box.adjusted(1, 4, -4, -4), 3, 3);
    painter.setBrush(lineColour(palette));
    painter.drawEllipse(QPointF(box.right() - 10, box.center().y()), 1.5, 1.5);
    painter.restore();
}

PiPicture::PiPicture(Of what, QWidget *parent)
    : QWidget(parent)
    , m_what(what)
{
    setFixedSize(pictureSize);
}

void PiPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF pi(2, 8, 34, 26);
    switch (m_what) {
    case Of::Power:
        drawCable(painter, { 54, 26 }, { 34, 30 }, lineColour(palette()));
        drawPi(painter, pi, palette());
        drawPlug(painter, { 54, 18 }, palette());
        break;
    case Of::Cable:
        drawCable(painter, { 34, 29 }, { 46, 28 }, cableColour);
        drawPi(painter, pi, palette());
        drawRouter(painter, { 42, 8, 20, 26 }, palette());
        break;
    case Of::Lamp:
        drawPi(painter, pi, palette());
        painter.setPen(QPen(lampColour, 1.5));
        painter.setBrush(lampColour);
        painter.drawEllipse(QPointF(10, 28), 2.5, 2.5);
        for (const QPointF &ray : { QPointF(-6, 5), QPointF(0, 8), QPointF(6, 5) })
            painter.drawLine(QPointF(10, 28) + ray * 0.7, QPointF(10, 28) + ray * 1.2);
        break;
    case Of::SameRouter:
        drawCable(painter, { 24, 28 }, { 34, 28 }, cableColour);
        drawComputer(painter, { 1, 14, 24, 18 }, palette());
        drawRouter(painter, { 32, 8, 20, 26 }, palette());
        break;
    case Of::Waiting:
        drawPi(painter, pi, palette());
        drawClock(painter, { 50, 21 }, 11, palette());
        break;
    case Of::Card:
        drawPi(painter, pi, palette());
        drawCard(painter, { 42, 9, 18, 24 }, palette());
        break;
    }
}

} // namespace twinlan
