// SPDX-License-Identifier: GPL-3.0-or-later
// The one window: Setup and Diagnostics as tabs, the language, help, and what the program is in the corner of both.
#pragma once

#include "wizard/flow/setupcontroller.h"
#include "wizard/support/errorlog.h"
#include "wizard/widgets/translated.h"
#include "wizard/words/language.h"

#include <QMainWindow>
#include <QPointer>

class QMessageBox;
class QPushButton;
class QTabWidget;
class QToolButton;

namespace twinlan {

class AboutBox;
class DiagnosticsPanel;
class HelpWindow;
class SetupView;

class MainWindow : public Translated<QMainWindow>
{
    Q_OBJECT

public:
    // The backend outlives the window.
    MainWindow(Backend &backend, const SavedSetup &saved, QWidget *parent = nullptr);

    void setLanguage(const QString &code); // "ja" or "en"; remembered
    [[nodiscard]] SetupController &setup() { return m_setup; }
    // The live numbers; not started.
    [[nodiscard]] DiagnosticsPanel *diagnostics() { return m_diagnostics; }

Q_SIGNALS:
    // What was begun has come to its end while another window was in front; how, as the page says it.
    void endedUnseen(const QString &how);

protected:
    void retranslate() override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void buildCorner();
    void showHelp();
    void pageHelp();
    void showAbout();
    void askBeforeClosing();
    [[nodiscard]] bool canBeStopped() const;
    void wordQuestion();
    void nameWindow();
    void callBack();

    Language m_language;
    ErrorLog m_errors; // hears of an error before a page does
    SetupController m_setup;
    QString m_windowPath;
    QTabWidget *m_tabs;
    SetupView *m_view = nullptr;
    DiagnosticsPanel *m_diagnostics = nullptr;
    QToolButton *m_japanese;
    QToolButton *m_english;
    QToolButton *m_help;
    QToolButton *m_about;
    QPointer<HelpWindow> m_helpWindow;
    QPointer<AboutBox> m_aboutBox;
    bool m_closeWhenDone = false;
    bool m_wasWorking = false;
    bool m_callsBack = false;
    // Open while the person is asked whether to close; its words change with the language, too.
    QPointer<QMessageBox> m_question;
    QPointer<QPushButton> m_questionKeep;
    QPointer<QPushButton> m_questionLeave;
};

} // namespace twinlan
