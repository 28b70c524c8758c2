// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/plan/addressplan.h"
#include "wizard/widgets/translated.h"

#include <QWidget>

namespace twinlan {

// The last numbers 0–255 of one network as a bar: what this home's router hands out, where it stands itself, and what the
// other home uses, so that an overlap is seen before it is read.
class RangeBar : public Translated<QWidget>
{
    Q_OBJECT

public:
    explicit RangeBar(Site site, QWidget *parent = nullptr);
    void setPlan(const std::optional<AddressPlan> &plan);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void retranslate() override;

private:
    Site m_site;
    std::optional<AddressPlan> m_plan;
};

} // namespace twinlan
