// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/widgets/devicecard.h"

#include "wizard/widgets/looks.h"
#include "wizard/widgets/pipictures.h"

#include <QPainter>
#include <algorithm>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int padding = 8;
constexpr int pictureWidth = 44;
constexpr int tickSize = 22;

} // namespace

DeviceCard::DeviceCard(const QString &name, QWidget *parent)
    : QPushButton(parent)
{
    setObjectName(name);
    setCheckable(true);
    setAutoDefault(false);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DeviceCard::setDevice(const QString &title, const QString &line, bool isPi)
{
    if (title == m_title && line == m_line && isPi == m_isPi)
        return;
    m_isPi = isPi;
    m_title = title;
    m_line = line;
    setAccessibleName(title + u" · "_s + line);
    updateGeometry();
    update();
}

QFont DeviceCard::titleFont() const
{
    QFont bold = font();
    bold.setBold(true);
    return bold;
}

QSize DeviceCard::sizeHint() const
{
    const int words = std::max(QFontMetrics(titleFont()).horizontalAdvance(m_title), fontMetrics().horizontalAdvance(m_line));
    return { words + pictureWidth + tickSize + 5 * padding, 2 * fontMetrics().height() + 2 * padding };
}

QSize DeviceCard::minimumSizeHint() const
{
    return { pictureWidth + tickSize + 12 * padding, sizeHint().height() };
}

void DeviceCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto colour = [this](QPalette::ColorRole role) { return palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, role); };
    const QColor text = colour(QPalette::Text);
    const QColor accent = homeColor(palette(), false);
    const bool isPointedAt = underMouse() && isEnabled();
    const double tint = isChecked() ? 0.14 : (isPointedAt ? 0.06 : 0);
    painter.setPen(QPen(isChecked() || hasFocus() ? accent : mix(text, colour(QPalette::Base), 0.5), hasFocus() ? 2.5 : 1));
    painter.setBrush(mix(colour(QPalette::Base), accent, tint));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6);

    (m_isPi ? drawPi : drawDevice)(painter, QRectF(2 * padding, height() / 2.0 - 14, pictureWidth - padding, 28), palette());
    const int left = 2 * padding + pictureWidth;
    const int width = this->width() - left - tickSize - 3 * padding;
    const int line = fontMetrics().height();
    const auto write = [&](const QFont &font, int top, const QString &words) {
        painter.setFont(font);
        const QString fitting = QFontMetrics(font).elidedText(words, Qt::ElideRight, width);
        painter.drawText(QRect(left, top, width, line), Qt::AlignLeft | Qt::AlignVCenter, fitting);
    };
    painter.setPen(text);
    write(titleFont(), padding, m_title);
    write(font(), padding + line, m_line);
    if (isChecked())
        twinlan::icon(u"pass"_s).paint(&painter, QRect(this->width() - tickSize - 2 * padding, (height() - tickSize) / 2, tickSize, tickSize));
}

} // namespace twinlan
