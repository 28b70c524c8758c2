// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard/widgets/translated.h"

#include <QStringList>
#include <QWidget>

namespace twinlan {

// The way through a router's menu: a box for each word to press, an arrow from each to the next.
class MenuPath : public Translated<QWidget>
{
    Q_OBJECT

public:
    explicit MenuPath(QWidget *parent = nullptr);
    void setWay(const QStringList &menus);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void retranslate() override;

private:
    // Where each box stands in a picture of that width; those that do not fit go on in another row.
    [[nodiscard]] std::vector<QRect> boxes(int width) const;

    QStringList m_menus;
};

} // namespace twinlan
