// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard/widgets/translated.h"

#include <QWidget>

namespace twinlan {

// Two boxes in one home, a home gateway and a Wi-Fi router behind it, in both ways that they can work: which of the two is to be set,
// and where the Raspberry Pi is plugged in.
class TwoRoutersPicture : public Translated<QWidget>
{
    Q_OBJECT

public:
    explicit TwoRoutersPicture(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void retranslate() override;

private:
    void drawHome(QPainter &painter, const QRectF &in, bool secondIsRouter) const;
};

} // namespace twinlan
