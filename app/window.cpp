// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include "app/about.h"
#include "app/copyerror.h"
#include "app/windowplace.h"
#include "wizard/diagnostics/diagnosticspanel.h"
#include "wizard/pages/resultpage.h"
#include "wizard/pages/setupview.h"
#include "wizard/widgets/helpwindow.h"
#include "wizard/widgets/looks.h"
#include "wizard/widgets/typeface.h"
#include "wizard/words/words.h"

#include <QApplication>
#include <QButtonGroup>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QTabWidget>
#include <QToolButton>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

MainWindow::MainWindow(Backend &backend, const SavedSetup &saved, QWidget *parent)
    : Translated(parent)
    , m_errors(backend)
    , m_setup(backend, saved)
    , m_windowPath(saved.windowPath())
    , m_tabs(new QTabWidget)
    , m_japanese(new QToolButton)
    , m_english(new QToolButton)
    , m_help(new QToolButton)
    , m_about(new QToolButton)
{
    // Before the first widget has words: they are then made once, in the right language.
    m_language.use(saved.answers().language.isEmpty() ? Language::ofDesktop() : saved.answers().language);
    useFontFor(m_language.code());
    setWindowIcon(icon(u"twinlan"_s));
    m_tabs->setObjectName(u"tabs"_s);
    m_tabs->setDocumentMode(true);
    m_view = new SetupView(m_setup);
    m_tabs->addTab(m_view, QString());
    buildCorner();
    setCentralWidget(m_tabs);
    restorePlace(*this, m_windowPath);
    auto *second = new QScrollArea;
    second->setFrameShape(QFrame::NoFrame);
    second->setWidgetResizable(true);
    second->setFocusPolicy(Qt::NoFocus);
    auto *sheet = new QWidget;
    auto *column = new QVBoxLayout(sheet);
    second->setWidget(sheet);
    m_tabs->addTab(second, QString());
    m_diagnostics = new DiagnosticsPanel;
    column->addWidget(m_diagnostics);
    qApp->installEventFilter(this);
    connect(m_view, &SetupView::resultPageMade, this,
        [this](ResultPage *page) { connect(page, &ResultPage::numbersAsked, m_tabs, [this] { m_tabs->setCurrentIndex(1); }); });
    connect(&m_setup, &SetupController::pageChanged, this, &MainWindow::nameWindow);
    // By then the page says how it has ended; a setup that is done has a page of its own for that.
    connect(&m_setup, &SetupController::navigationChanged, this, [this] {
        if (m_callsBack && (m_setup.applyStage() != ApplyStage::Done || m_setup.page() == PageId::Result)) {
            m_callsBack = false;
            callBack();
        }
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, &MainWindow::pageHelp);
    connect(&m_setup, &SetupController::pageChanged, this, &MainWindow::pageHelp);
    connect(&m_setup, &SetupController::applyChanged, this, [this] {
        nameWindow();
        wordQuestion(); // a setup that is stopped is undone from then on
        m_callsBack = m_callsBack || (m_wasWorking && !m_setup.isWorking());
        m_wasWorking = m_setup.isWorking();
        if (m_closeWhenDone && !m_setup.isWorking())
            close();
    });
    MainWindow::retranslate();
    m_view->focusPage();
    m_setup.lookAtHomes();
}

// Whoever did something else meanwhile.
void MainWindow::callBack()
{
    if (isActiveWindow())
        return;
    QApplication::alert(this);
    Q_EMIT endedUnseen(m_view->heading());
}

void MainWindow::buildCorner()
{
    auto *corner = new QWidget;
    auto *row = new QHBoxLayout(corner);
    row->setContentsMargins(4, 2, 8, 2);
    row->setSpacing(2);
    auto *group = new QButtonGroup(this);
    m_japanese->setObjectName(u"languageJa"_s);
    m_english->setObjectName(u"languageEn"_s);
    // Each language in its own name, whatever is shown now: somebody who cannot read the one must find the other.
    m_japanese->setText(u"日本語"_s);
    m_english->setText(u"English"_s);
    for (QToolButton *button : { m_japanese, m_english }) {
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setAccessibleName(button->text());
        button->setFocusPolicy(Qt::TabFocus);
        group->addButton(button);
        row->addWidget(button);
    }
    connect(m_japanese, &QToolButton::clicked, this, [this] { setLanguage(u"ja"_s); });
    connect(m_english, &QToolButton::clicked, this, [this] { setLanguage(u"en"_s); });
    m_help->setObjectName(u"help"_s);
    m_about->setObjectName(u"about"_s);
    for (QToolButton *button : { m_help, m_about }) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
    }
    connect(m_help, &QToolButton::clicked, this, &MainWindow::showHelp);
    connect(new QShortcut(QKeySequence::HelpContents, this), &QShortcut::activated, this, &MainWindow::showHelp);
    connect(m_about, &QToolButton::clicked, this, &MainWindow::showAbout);
    m_tabs->setCornerWidget(corner);
}

void MainWindow::showHelp()
{
    if (!m_helpWindow)
        m_helpWindow = new HelpWindow(this);
    pageHelp();
    m_helpWindow->showBeside();
}

void MainWindow::pageHelp()
{
    if (m_helpWindow)
        m_helpWindow->setPage(m_tabs->currentIndex() == 0 ? helpPage(m_setup.page()) : diagnosticsHelpPage());
}

void MainWindow::showAbout()
{
    if (!m_aboutBox)
        m_aboutBox = new AboutBox(m_setup, m_errors, this);
    m_aboutBox->open(); // not exec(): a setup goes on behind it
}

void MainWindow::setLanguage(const QString &code)
{
    m_language.use(code);
    useFontFor(m_language.code());
    m_setup.setLanguage(m_language.code());
}

void MainWindow::retranslate()
{
    nameWindow();
    m_tabs->setTabText(0, tr("S&etup", "a tab"));
    m_tabs->setTabText(1, tr("&Diagnostics", "a tab"));
    m_tabs->setAccessibleName(tr("Setup and Diagnostics"));
    wordQuestion();
    m_help->setText(tr("Help", "a button: for the page that is shown"));
    m_help->setAccessibleName(tr("Help for this page"));
    m_help->setToolTip(tr("Help for this page (F1)"));
    m_about->setText(tr("About", "a button: what this program is"));
    m_about->setAccessibleName(tr("About TwinLAN", "a button, as a screen reader says it"));
    m_japanese->setChecked(m_language.code() == "ja"_L1);
    m_english->setChecked(m_language.code() == "en"_L1);
}

// Where one is, and how far: all that the task bar shows.
void MainWindow::nameWindow()
{
    const QString page = pageTitle(m_setup.page(), m_setup.goal());
    const int count = m_setup.board().count();
    if (m_setup.applyStage() == ApplyStage::Running && count > 0)
        setWindowTitle(tr("TwinLAN – %1 %2 %", "title of the window: a step of the wizard, per cent").arg(page).arg(100 * m_setup.board().doneCount() / count));
    else
        setWindowTitle(tr("TwinLAN – %1", "title of the window: a step of the wizard").arg(page));
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    // Outside a dialog Qt presses the focused button by the space bar only; most people press Enter. Not in keyPressEvent():
    // there an Enter arrives, too, that was typed into a field and has just moved the focus onto a button.
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        auto *button = qobject_cast<QAbstractButton *>(watched);
        const bool isPressed = qobject_cast<QPushButton *>(button) || qobject_cast<QToolButton *>(button);
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && isPressed && button->window() == this) {
            button->click();
            return true;
        }
        // Not a shortcut: a field takes Ctrl+C before any, also with nothing selected in it.
        auto *widget = qobject_cast<QWidget *>(watched);
        if (static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy) && widget && widget->window() == this && copyError(*this, *widget))
            return true;
    }
    return Translated::eventFilter(watched, event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_setup.isWorking()) {
        savePlace(*this, m_windowPath);
        event->accept();
        return;
    }
    event->ignore();
    askBeforeClosing();
}

void MainWindow::askBeforeClosing()
{
    if (m_question)
        return;
    m_question = new QMessageBox(QMessageBox::Warning, {}, {}, QMessageBox::NoButton, this);
    m_question->setObjectName(u"closeQuestion"_s);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_questionKeep = m_question->addButton(QString(), QMessageBox::RejectRole);
    m_questionLeave = m_question->addButton(QString(), QMessageBox::AcceptRole);
    m_questionKeep->setObjectName(u"closeKeep"_s);
    m_questionLeave->setObjectName(u"closeLeave"_s);
    m_question->setDefaultButton(m_questionKeep);
    wordQuestion();
    connect(m_question, &QMessageBox::finished, this, [this] {
        if (!m_question || m_question->clickedButton() != m_questionLeave)
            return;
        m_closeWhenDone = true;
        if (canBeStopped())
            m_setup.stopAndUndo();
        if (!m_setup.isWorking()) // it finished while we asked
            close();
    });
    m_question->open(); // not exec(): the setup goes on behind it
}

// What is being undone is not stopped half way.
bool MainWindow::canBeStopped() const
{
    return m_setup.applyStage() == ApplyStage::Running;
}

void MainWindow::wordQuestion()
{
    if (!m_question)
        return;
    m_question->setWindowTitle(tr("TwinLAN", "title of the window"));
    if (canBeStopped()) {
        m_question->setText(tr("The Raspberry Pis are still being set up."));
        m_question->setInformativeText(m_setup.stopUndoesAll()
                ? tr("If you stop now, both Raspberry Pis go back to how they were. That takes a moment; then the window closes.")
                : tr("If you stop now, the unfinished changes are undone. That takes a moment; then the window closes."));
        setWords(m_questionKeep, tr("&Keep going", "a button: the setup is not stopped"));
        setWords(m_questionLeave, tr("&Stop and close"));
    } else {
        m_question->setText(tr("The changes on the Raspberry Pis are still being undone."));
        m_question->setInformativeText(tr("This cannot be stopped half way. The window can close by itself when it is done."));
        setWords(m_questionKeep, tr("&Leave it open", "a button: the window"));
        setWords(m_questionLeave, tr("&Close when done", "a button: the window"));
    }
}

} // namespace twinlan
