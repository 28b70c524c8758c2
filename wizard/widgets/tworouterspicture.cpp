// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/widgets/tworouterspicture.h"

#include "wizard/widgets/looks.h"

#include <QPainter>
#include <algorithm>

namespace twinlan {

namespace {

// In sizes of a letter.
constexpr double titleHigh = 3;
constexpr double boxHigh = 2.8;
constexpr double lineHigh = 1;
constexpr double high = titleHigh + 3 * boxHigh + 2 * lineHigh;

} // namespace

TwoRoutersPicture::TwoRoutersPicture(QWidget *parent)
    : Translated(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    TwoRoutersPicture::retranslate();
}

QSize TwoRoutersPicture::sizeHint() const
{
    const int em = letterSize(this);
    return { em * 36, int(em * high) + 4 };
}

QSize TwoRoutersPicture::minimumSizeHint() const
{
    const int em = letterSize(this);
    return { em * 26, int(em * high) + 4 };
}

void TwoRoutersPicture::retranslate()
{
    setAccessibleName(tr("Picture: if the Wi-Fi router is in access point mode, set the home gateway. If it works as a router, set the Wi-Fi router, "
                         "and plug the Raspberry Pi into it."));
    update();
}

void TwoRoutersPicture::drawHome(QPainter &painter, const QRectF &in, bool secondIsRouter) const
{
    const double em = letterSize(this);
    const QColor text = palette().color(QPalette::WindowText);
    const QColor line = mix(text, palette().color(QPalette::Window), 0.3);
    QFont bold = font();
    bold.setBold(true);
    const auto box = [&](const QRectF &at, const QString &name, bool toSet) {
        painter.setPen(QPen(toSet ? homeColor(palette(), false) : line, toSet ? 3 : 1));
        painter.setBrush(palette().color(QPalette::Base));
        painter.drawRoundedRect(at, 5, 5);
        painter.setPen(palette().color(QPalette::Text));
        painter.setFont(toSet ? bold : font());
        // A thick border alone would say it by its look only.
        painter.drawText(at.adjusted(4, 0, -4, 0), Qt::AlignCenter | Qt::TextWordWrap, toSet ? name + u'\n' + tr("set this one", "picture: below the name of a router") : name);
        painter.setFont(font());
    };
    const auto cable = [&](double x, double y) {
        painter.setPen(QPen(line, 2));
        painter.drawLine(QPointF(x, y), QPointF(x, y + em * lineHigh));
    };
    painter.setPen(text);
    painter.setFont(bold);
    painter.drawText(QRectF(in.left(), in.top(), in.width(), em * titleHigh), Qt::AlignHCenter | Qt::AlignVCenter | Qt::TextWordWrap,
        secondIsRouter ? tr("The Wi-Fi router works as a router") : tr("The Wi-Fi router is in access point mode (AP, bridge)"));
    painter.setFont(font());

    const double wide = std::min(in.width(), em * 15);
    QRectF at(in.center().x() - wide / 2, in.top() + em * titleHigh, wide, em * boxHigh);
    box(at, tr("Home gateway", "picture: a device"), !secondIsRouter);
    cable(at.center().x(), at.bottom());
    at.translate(0, em * (boxHigh + lineHigh));
    box(at, tr("Wi-Fi router", "picture: a device"), secondIsRouter);
    at.translate(0, em * (boxHigh + lineHigh));
    const double half = (wide - em) / 2;
    for (const bool isPi : { false, true }) {
        const QRectF device(isPi ? at.right() - half : at.left(), at.top(), half, at.height());
        cable(device.center().x(), device.top() - em * lineHigh);
        box(device, isPi ? tr("Raspberry Pi", "picture: a device") : tr("Computer", "picture: this computer"), false);
    }
}

void TwoRoutersPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double em = letterSize(this);
    const double each = (std::min<double>(width(), em * 40) - em * 2) / 2;
    drawHome(painter, QRectF(2, 2, each, height() - 4), false);
    drawHome(painter, QRectF(2 + each + em * 2 - 4, 2, each, height() - 4), true);
}

} // namespace twinlan
