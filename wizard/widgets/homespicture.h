// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/core/site.h"
#include "wizard/widgets/translated.h"

#include <QString>
#include <QWidget>

namespace twinlan {

// Two homes, their routers, their Raspberry Pis, and what lies between them.
struct HomesDrawing
{
    enum class Link {
        Unknown, // or nothing there yet
        Apart,
        Joined,
        BothHere
    };
    Link link = Link::Joined;
    // Below the names, on paper; empty in all four: nothing.
    PerSite<QString> routerAddresses = {};
    PerSite<QString> piAddresses = {};
};
// In the painter's font, on any device; the place's width is used as far as it is of use.
void drawHomes(QPainter &painter, const QRectF &place, const QPalette &palette, const HomesDrawing &drawing);
[[nodiscard]] double homesHeight(double letter, const HomesDrawing &drawing); // letter: letterSize()

class HomesPicture : public Translated<QWidget>
{
    Q_OBJECT

public:
    using Link = HomesDrawing::Link;
    explicit HomesPicture(QWidget *parent = nullptr);
    void setLink(Link link);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void retranslate() override;

private:
    HomesDrawing m_drawing;
};

} // namespace twinlan
