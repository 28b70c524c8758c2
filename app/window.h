// SPDX-License-Identifier: GPL-3.0-or-later
// The one window: Setup and Diagnostics as tabs, the language in the corner of both.
#pragma once

#include "wizard/language.h"
#include "wizard/setupcontroller.h"
#include "wizard/widgets/translated.h"

#include <QMainWindow>
#include <functional>

class QTabWidget;
class QToolButton;

namespace twinlan {

class SetupView;

// Makes the live panel: once for the Result page, once for the Diagnostics tab. `result` tells which.
using PanelMaker = std::function<QWidget *(bool result, QWidget *parent)>;

class MainWindow : public Translated<QMainWindow>
{
    Q_OBJECT

public:
    // The backend outlives the window. Without a maker there is one tab only.
    MainWindow(Backend &backend, const SavedSetup &saved, const PanelMaker &panels = {}, QWidget *parent = nullptr);

    void setLanguage(const QString &code); // "ja" or "en"; remembered
    [[nodiscard]] SetupController &setup() { return m_setup; }

protected:
    void retranslate() override;
    void closeEvent(QCloseEvent *event) override;

private:
    void buildLanguageSwitch();
    void askBeforeClosing();

    Language m_language;
    SetupController m_setup;
    QTabWidget *m_tabs;
    SetupView *m_view = nullptr;
    QToolButton *m_japanese;
    QToolButton *m_english;
    bool m_closeWhenDone = false;
    bool m_asking = false;
};

} // namespace twinlan
