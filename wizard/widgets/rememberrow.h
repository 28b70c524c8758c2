// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard/flow/setupcontroller.h"
#include "wizard/widgets/translated.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;

namespace twinlan {

// Whether this Pi shall be remembered, before somebody has signed in; what became of it, and how to have it forgotten, afterwards.
// objectNames end in A or B.
class RememberRow : public Translated<QWidget>
{
    Q_OBJECT

public:
    RememberRow(SetupController &setup, Site site, QWidget *parent = nullptr);
    void render();

protected:
    void retranslate() override;

private:
    [[nodiscard]] QString words() const;

    SetupController &m_setup;
    const Site m_site;
    QCheckBox *m_wanted;
    QLabel *m_hint; // what is done for that
    QLabel *m_state;
    QPushButton *m_forget;
};

} // namespace twinlan
