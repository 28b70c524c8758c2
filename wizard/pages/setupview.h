// SPDX-License-Identifier: GPL-3.0-or-later
// The Setup tab: where we are on the left, the page in the middle, Back and Next below. Not a QWizard: that does not
// retranslate its buttons at a change of language (measured, Qt 6.4.2).
#pragma once

#include "wizard/flow/setupcontroller.h"
#include "wizard/widgets/translated.h"

#include <QMap>
#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace twinlan {

class Page;
class ResultPage;

class SetupView : public Translated<QWidget>
{
    Q_OBJECT

public:
    explicit SetupView(SetupController &setup, QWidget *parent = nullptr);
    [[nodiscard]] QString heading() const; // of the page that is shown
    void focusPage(); // once it is in its window: a focus given before is lost

Q_SIGNALS:
    // Somebody may want to put live numbers onto it (ResultPage::setPanel).
    void resultPageMade(twinlan::ResultPage *page);

protected:
    void retranslate() override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] Page *makePage(PageId id);
    void showPage();
    void chainTabs(Page *page);
    void renderNavigation();
    [[nodiscard]] bool isAtTheEnd() const; // there is nothing more to do in this window
    void renderSteps();

    SetupController &m_setup;
    QListWidget *m_steps;
    QStackedWidget *m_stack;
    QMap<PageId, Page *> m_pages;
    QPushButton *m_back;
    QPushButton *m_next;
    QLabel *m_hint;
};

} // namespace twinlan
