// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/widgets/homespicture.h"

#include "wizard/widgets/looks.h"

#include <QPainter>
#include <QPainterPath>

namespace twinlan {

using Link = HomesDrawing::Link;

namespace {

constexpr double deviceHeight = 1.6; // letters; a line below the name makes it higher
constexpr double lineHeight = 1.3;

bool hasAddresses(const HomesDrawing &drawing)
{
    for (const Site site : bothSites) {
        if (!drawing.routerAddresses[site].isEmpty() || !drawing.piAddresses[site].isEmpty())
            return true;
    }
    return false;
}

double deviceLetters(const HomesDrawing &drawing)
{
    return deviceHeight + (hasAddresses(drawing) ? lineHeight : 0);
}

double homeLetters(const HomesDrawing &drawing)
{
    return 4 + 2 * deviceLetters(drawing);
}

void drawDevice(QPainter &painter, const QRectF &rect, double em, const QColor &text, const QString &name, const QString &address)
{
    painter.drawRoundedRect(rect, em / 3, em / 3);
    painter.setPen(text);
    const auto line = [&](double top, double height, const QString &said) {
        painter.drawText(QRectF(rect.left(), rect.top() + top, rect.width(), height), Qt::AlignCenter,
            QFontMetricsF(painter.font(), painter.device()).elidedText(said, Qt::ElideRight, rect.width()));
    };
    if (address.isEmpty()) {
        line(0, rect.height(), name);
    } else {
        line(em * 0.1, em * lineHeight, name);
        line(em * (0.1 + lineHeight), em * lineHeight, address);
    }
}

void drawHome(QPainter &painter, const QRectF &box, double em, const QPalette &palette, const HomesDrawing &drawing, Site site)
{
    const bool isB = site == Site::B;
    const QColor text = palette.color(QPalette::WindowText);
    const QColor ground = palette.color(QPalette::Window);
    const QColor colour = homeColor(palette, isB);

    QPainterPath house;
    house.moveTo(box.left(), box.top() + em * 1.7);
    house.lineTo(box.center().x(), box.top());
    house.lineTo(box.right(), box.top() + em * 1.7);
    house.lineTo(box.right(), box.bottom());
    house.lineTo(box.left(), box.bottom());
    house.closeSubpath();
    painter.setPen(QPen(colour, em / 7));
    painter.setBrush(mix(ground, colour, 0.08));
    painter.drawPath(house);

    const QFont plain = painter.font();
    QFont bold = plain;
    bold.setBold(true);
    painter.setPen(text);
    painter.setFont(bold);
    painter.drawText(QRectF(box.left(), box.top() + em * 1.2, box.width(), em * 1.4), Qt::AlignCenter,
        isB ? HomesPicture::tr("Home B", "in the picture") : HomesPicture::tr("Home A", "in the picture"));
    painter.setFont(plain);

    const double height = em * deviceLetters(drawing);
    const auto device = [&](double top, const QString &name, const QString &address, bool strong) {
        const QRectF rect(box.left() + em * 0.8, box.top() + top, box.width() - em * 1.6, height);
        painter.setPen(QPen(strong ? colour : mix(text, ground, 0.5), strong ? em / 7 : em / 14));
        painter.setBrush(palette.color(QPalette::Base));
        drawDevice(painter, rect, em, palette.color(QPalette::Text), name, address);
    };
    const bool piBIsHere = drawing.link == Link::BothHere;
    device(em * 2.9, HomesPicture::tr("Router", "in the picture"), drawing.routerAddresses[site], false);
    const QString there = piBIsHere ? HomesPicture::tr("(goes here)", "in the picture, in the place of Raspberry Pi B") : HomesPicture::tr("Raspberry Pi B");
    const QString here = piBIsHere ? HomesPicture::tr("Raspberry Pi A and B") : HomesPicture::tr("Raspberry Pi A");
    device(em * 3.3 + height, isB ? there : here, drawing.piAddresses[site], true);
}

// Where the line between the homes is broken.
void drawCross(QPainter &painter, const QPointF &at, double em, const QPalette &palette)
{
    const double arm = em * 0.4;
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.color(QPalette::Window));
    painter.drawEllipse(at, arm * 1.8, arm * 1.8);
    const QColor red = mix(QColor(0xc6, 0x28, 0x28), palette.color(QPalette::WindowText), 0.2); // or too dark at night
    painter.setPen(QPen(red, em / 5, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(at - QPointF(arm, arm), at + QPointF(arm, arm));
    painter.drawLine(at - QPointF(arm, -arm), at + QPointF(arm, -arm));
}

QString linkWords(Link link)
{
    if (link == Link::Unknown)
        return {};
    return link == Link::Joined ? HomesPicture::tr("one network", "in the picture, over the line between the homes")
                                : HomesPicture::tr("not joined", "in the picture, over the line between the homes");
}

} // namespace

double homesHeight(double letter, const HomesDrawing &drawing)
{
    return letter * homeLetters(drawing);
}

void drawHomes(QPainter &painter, const QRectF &place, const QPalette &palette, const HomesDrawing &drawing)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const double em = letterSize(painter);
    const double height = homesHeight(em, drawing);
    const double homeWidth = std::min(em * 11, place.width() * 0.36);
    const double top = place.top() + (place.height() - height) / 2;
    const double span = std::min(place.width() - em / 4, em * 38);
    const double left = place.left() + (place.width() - span) / 2;
    const QRectF a(left, top, homeWidth, height);
    const QRectF b(left + span - homeWidth, top, homeWidth, height);

    const bool joined = drawing.link == Link::Joined;
    const bool isBroken = drawing.link == Link::Apart;
    const double y = top + em * (3.3 + deviceLetters(drawing) * 1.5);
    const QColor text = palette.color(QPalette::WindowText);
    const QColor ground = palette.color(QPalette::Window);
    const QColor line = joined ? QColor(0x2e, 0x8b, 0x57) : mix(text, ground, 0.5);
    const Qt::PenStyle style = joined || drawing.link == Link::Unknown ? Qt::SolidLine : Qt::DashLine;
    painter.setPen(QPen(line, joined ? em / 3.5 : em / 7, style, Qt::RoundCap));
    painter.drawLine(QPointF(a.right(), y), QPointF(b.left(), y));
    if (isBroken)
        drawCross(painter, QPointF((a.right() + b.left()) / 2, y), em, palette);
    const double away = em * (isBroken ? 0.6 : 0.3); // of the words from the line
    painter.setPen(text);
    const QRectF between(a.right(), y - away - em * 2.6, b.left() - a.right(), em * 2.6);
    painter.drawText(between, Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap, linkWords(drawing.link));
    painter.setPen(mix(text, ground, 0.3));
    painter.drawText(QRectF(a.right(), y + away, between.width(), em * 1.3), Qt::AlignCenter,
        HomesPicture::tr("internet", "in the picture, below the line between the homes"));

    drawHome(painter, a, em, palette, drawing, Site::A);
    drawHome(painter, b, em, palette, drawing, Site::B);
}

HomesPicture::HomesPicture(QWidget *parent)
    : Translated(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    HomesPicture::retranslate();
}

void HomesPicture::setLink(Link link)
{
    m_drawing.link = link;
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
    if (m_drawing.link == Link::Joined)
        setAccessibleName(tr("Picture: two homes, joined through the internet like one network"));
    else if (m_drawing.link == Link::Unknown)
        setAccessibleName(tr("Picture: two homes, each with a router and a Raspberry Pi"));
    else
        setAccessibleName(tr("Picture: two homes that are not joined"));
    update();
}

void HomesPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawHomes(painter, rect(), palette(), m_drawing);
}

} // namespace twinlan
