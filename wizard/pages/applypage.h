// SPDX-License-Identifier: GPL-3.0-or-later
// What is being done to which Raspberry Pi?
#pragma once

#include "wizard/flow/remainingtime.h"
#include "wizard/pages/page.h"

#include <QTimer>

class QProgressBar;
class QPushButton;

namespace twinlan {

class ErrorBox;
class StepColumn;

class ApplyPage : public Page
{
    Q_OBJECT

public:
    explicit ApplyPage(SetupController &setup, QWidget *parent = nullptr);
    void entered() override { setFocus(); } // on no button: a second Enter by mistake must not stop what the first began

protected:
    void retranslate() override;
    void render() override;

private:
    void renderWords();
    void renderTimeLeft();
    [[nodiscard]] QString failureText() const;
    [[nodiscard]] Site failedSite() const;
    [[nodiscard]] std::optional<PageId> pageThatHelps() const;

    QLabel *m_summary;
    QLabel *m_timeLeft;
    std::optional<SaidTime> m_said; // of what is left, in this run
    QProgressBar *m_progress;
    ErrorBox *m_error;
    PerSite<StepColumn *> m_columns;
    QPushButton *m_stop;
    QPushButton *m_again;
    QPushButton *m_undo;
    QTimer m_clock; // elapsed times and the countdown go on between two events
};

} // namespace twinlan
