// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/widgets/menupath.h"

#include "wizard/widgets/looks.h"

#include <QPainter>
#include <algorithm>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

MenuPath::MenuPath(QWidget *parent)
    : Translated(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void MenuPath::setWay(const QStringList &menus)
{
    if (menus == m_menus)
        return;
    m_menus = menus;
    MenuPath::retranslate();
    updateGeometry();
}

void MenuPath::retranslate()
{
    setAccessibleName(tr("Picture: the way through the menu: %1").arg(m_menus.join(u" → "_s)));
    update();
}

std::vector<QRect> MenuPath::boxes(int width) const
{
    const int em = letterSize(this);
    const int gap = em * 2;
    const int height = fontMetrics().height() + em;
    std::vector<QRect> boxes;
    QPoint at(1, 1);
    for (const QString &menu : m_menus) {
        const int wide = std::min(fontMetrics().horizontalAdvance(menu) + em * 3 / 2, width - 2);
        if (at.x() > 1 && at.x() + wide > width - 1)
            at = QPoint(1, at.y() + height + em / 2);
        boxes.emplace_back(at, QSize(wide, height));
        at.rx() += wide + gap;
    }
    return boxes;
}

int MenuPath::heightForWidth(int width) const
{
    const auto all = boxes(width);
    return all.empty() ? 0 : all.back().bottom() + 2;
}

QSize MenuPath::sizeHint() const
{
    const int width = letterSize(this) * 36;
    return { width, heightForWidth(width) };
}

QSize MenuPath::minimumSizeHint() const
{
    const int width = letterSize(this) * 12;
    return { width, heightForWidth(this->width()) };
}

void MenuPath::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int em = letterSize(this);
    const QColor text = palette().color(QPalette::WindowText);
    const QColor line = mix(text, palette().color(QPalette::Window), 0.3);
    const auto all = boxes(width());
    for (std::size_t i = 0; i < all.size(); ++i) {
        const QRect &box = all[i];
        painter.setPen(QPen(line, 1));
        painter.setBrush(palette().color(QPalette::Base));
        painter.drawRoundedRect(box, 4, 4);
        painter.setPen(palette().color(QPalette::Text));
        const QString shown = fontMetrics().elidedText(m_menus[int(i)], Qt::ElideRight, box.width() - em / 2);
        painter.drawText(box, Qt::AlignCenter, shown);
        if (i + 1 == all.size())
            break;
        // Where the next box has gone to another row, the arrow still points on from here.
        const QPointF tip(box.right() + em * 1.6, box.center().y());
        painter.setPen(QPen(line, 2));
        painter.drawLine(QPointF(box.right() + em * 0.4, tip.y()), tip);
        painter.drawLine(tip, tip + QPointF(-em * 0.4, -em * 0.3));
        painter.drawLine(tip, tip + QPointF(-em * 0.4, em * 0.3));
    }
}

} // namespace twinlan
