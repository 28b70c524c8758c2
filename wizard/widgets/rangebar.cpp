// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/widgets/rangebar.h"

#include "wizard/widgets/looks.h"

#include <QPainter>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

RangeBar::RangeBar(Site site, QWidget *parent)
    : Translated(parent)
    , m_site(site)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize RangeBar::sizeHint() const
{
    const int em = fontMetrics().height();
    return { em * 14, em * 5 / 2 };
}

void RangeBar::setPlan(const std::optional<AddressPlan> &plan)
{
    m_plan = plan;
    RangeBar::retranslate();
}

void RangeBar::retranslate()
{
    QString name;
    if (m_plan) {
        const HomeAddresses &home = m_plan->homes[m_site];
        name = tr("Router %1, DHCP range %2–%3").arg(home.router.toString(), home.dhcp.first.toString(), home.dhcp.last.toString());
    }
    setAccessibleName(name);
    setToolTip(name);
    update();
}

void RangeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double em = fontMetrics().height();
    const QRectF bar(1, em * 0.15, width() - 2, em * 1.1);
    const QColor text = palette().color(QPalette::WindowText);
    const QColor ground = palette().color(QPalette::Window);
    painter.setPen(QPen(mix(text, ground, 0.5), 1));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(bar, 3, 3);

    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    painter.setFont(small);
    const auto x = [&](int octet) { return bar.left() + bar.width() * octet / 256.0; };
    painter.setPen(mix(text, ground, 0.3));
    const QRectF scale(bar.left(), bar.bottom() + 1, bar.width(), em);
    painter.drawText(scale, Qt::AlignLeft | Qt::AlignVCenter, u"0"_s);
    painter.drawText(scale, Qt::AlignRight | Qt::AlignVCenter, u"255"_s);
    if (!m_plan)
        return;

    const HomeAddresses &home = m_plan->homes[m_site];
    const HomeAddresses &other = m_plan->homes[otherSite(m_site)];
    const auto range = [&](const HomeAddresses &of) {
        const int first = std::clamp(of.dhcp.first.lastOctet(), 0, 255);
        const int last = std::clamp(of.dhcp.last.lastOctet(), first, 255);
        return QRectF(QPointF(x(first), bar.top() + 2), QPointF(x(last + 1), bar.bottom() - 2));
    };
    const QColor mine = homeColor(palette(), m_site == Site::B);
    const QColor theirs = homeColor(palette(), m_site == Site::A);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QBrush(theirs, Qt::BDiagPattern));
    painter.drawRect(range(other));
    if (home.dhcp.first <= home.dhcp.last) {
        painter.setBrush(mix(palette().color(QPalette::Base), mine, 0.75));
        painter.drawRoundedRect(range(home), 2, 2);
        // Where both hand out the same addresses, the other home's stripes lie over ours, with a border: shape, not only colour.
        const QRectF both = range(home).intersected(range(other));
        if (home.dhcp.overlaps(other.dhcp) && !both.isEmpty()) {
            painter.setBrush(QBrush(QColor(0xc6, 0x28, 0x28), Qt::DiagCrossPattern));
            painter.setPen(QPen(QColor(0xc6, 0x28, 0x28), 2));
            painter.drawRect(both);
        }
    }
    const double at = x(home.router.lastOctet()) + bar.width() / 512;
    painter.setPen(QPen(text, 2));
    painter.setBrush(ground);
    painter.drawEllipse(QPointF(at, bar.center().y()), em * 0.28, em * 0.28);
    painter.setPen(text);
    const QString label = tr("router %1", "in the drawing of a range: its address").arg(home.router.lastOctet());
    const double half = painter.fontMetrics().horizontalAdvance(label) / 2.0 + 2;
    const double gap = em * 0.9; // beside the 0 or the 255 at the ends
    const double centre = std::clamp(at, bar.left() + half + gap, bar.right() - half - gap * 2);
    painter.drawText(QRectF(centre - half, bar.bottom() + 1, half * 2, em), Qt::AlignCenter, label);
}

} // namespace twinlan
