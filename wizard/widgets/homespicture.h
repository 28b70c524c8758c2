// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard/widgets/translated.h"

#include <QWidget>

namespace twinlan {

// Two homes, their routers, their Raspberry Pis, and what lies between them.
class HomesPicture : public Translated<QWidget>
{
    Q_OBJECT

public:
    enum class Link {
        Apart,
        Joined,
        BothHere
    };
    explicit HomesPicture(QWidget *parent = nullptr);
    void setLink(Link link);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void retranslate() override;

private:
    void drawHome(QPainter &painter, const QRectF &box, bool isB) const;

    Link m_link = Link::Joined;
};

} // namespace twinlan
