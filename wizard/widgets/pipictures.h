// SPDX-License-Identifier: GPL-3.0-or-later
// Small drawings of a Raspberry Pi and what is to be looked at on it, in the palette's colours.
#pragma once

#include <QWidget>

namespace twinlan {

void drawPi(QPainter &painter, const QRectF &box, const QPalette &palette);
void drawDevice(QPainter &painter, const QRectF &box, const QPalette &palette); // some other one: a box with a lamp

class PiPicture : public QWidget
{
    Q_OBJECT

public:
    enum class Of {
        Power,
        Cable,
        Lamp,
        SameRouter,
        Waiting,
        Card
    };
    explicit PiPicture(Of what, QWidget *parent = nullptr); // beside a sentence that says the same: without a name of its own

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Of m_what;
};

} // namespace twinlan
