// SPDX-License-Identifier: GPL-3.0-or-later
// Does it work?
#pragma once

#include "wizard/pages/page.h"

class QPushButton;

namespace twinlan {

class HomesPicture;

class ResultPage : public Page
{
    Q_OBJECT

public:
    explicit ResultPage(SetupController &setup, QWidget *parent = nullptr);
    // The live numbers; the window owns what they are measured with and hands the panel in.
    void setPanel(QWidget *panel);

protected:
    void retranslate() override;
    void render() override;

private:
    [[nodiscard]] QString outcomeText() const;
    [[nodiscard]] QString summaryText() const;

    HomesPicture *m_picture;
    QLabel *m_state;
    QLabel *m_summary;
    QPushButton *m_refresh;
};

} // namespace twinlan
