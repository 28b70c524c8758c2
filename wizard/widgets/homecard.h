// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/core/site.h"
#include "wizard/flow/stages.h"

#include <QFrame>

class QLabel;

namespace twinlan {

// How one home is: a sign, which one it is, and what there is to say of it.
class HomeCard : public QFrame
{
    Q_OBJECT

public:
    explicit HomeCard(Site site, QWidget *parent = nullptr);
    void tell(HomeStage stage, bool needsCare, const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Site m_site;
    QLabel *m_sign;
    QLabel *m_title;
    QLabel *m_text;
};

} // namespace twinlan
