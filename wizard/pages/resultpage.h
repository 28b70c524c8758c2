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
    // Where the live numbers go while this page is shown; the window owns them, because the Diagnostics tab shows the same.
    [[nodiscard]] QVBoxLayout *panelPlace() const { return m_panelPlace; }

protected:
    void retranslate() override;
    void render() override;

private:
    [[nodiscard]] QString reasonsText() const;
    [[nodiscard]] QString outcomeText() const;
    [[nodiscard]] QString summaryText() const;

    HomesPicture *m_picture;
    QLabel *m_state;
    QLabel *m_summary;
    QPushButton *m_refresh;
    QVBoxLayout *m_panelPlace;
};

} // namespace twinlan
