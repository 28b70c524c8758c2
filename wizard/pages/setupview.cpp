// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/pages/setupview.h"

#include "wizard/pages/addressespage.h"
#include "wizard/pages/applypage.h"
#include "wizard/pages/checkuppage.h"
#include "wizard/pages/piapage.h"
#include "wizard/pages/pibpage.h"
#include "wizard/pages/resultpage.h"
#include "wizard/pages/reviewpage.h"
#include "wizard/pages/sdcardspage.h"
#include "wizard/pages/tailscalepage.h"
#include "wizard/pages/welcomepage.h"
#include "wizard/widgets/looks.h"
#include "wizard/words/words.h"

#include <QAccessible>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <algorithm>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

SetupView::SetupView(SetupController &controller, QWidget *parent)
    : Translated(parent)
    , m_setup(controller)
    , m_steps(new QListWidget)
    , m_stack(new QStackedWidget)
    , m_back(new QPushButton)
    , m_next(new QPushButton)
    , m_hint(new QLabel)
{
    m_steps->setObjectName(u"stepList"_s);
    m_back->setObjectName(u"back"_s);
    m_next->setObjectName(u"next"_s);
    m_hint->setObjectName(u"nextHint"_s);
    m_steps->setFocusPolicy(Qt::NoFocus); // Back does the same for the keyboard
    m_steps->setFrameShape(QFrame::NoFrame);
    m_steps->setSelectionMode(QAbstractItemView::NoSelection);
    m_steps->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_next->setDefault(true);
    m_hint->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    makeHint(m_hint);

    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(16, 4, 16, 10);
    buttons->addWidget(m_back);
    buttons->addWidget(m_hint, 1);
    buttons->addSpacing(8); // or the sentence touches the button
    buttons->addWidget(m_next);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_stack, 1);
    right->addLayout(buttons);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_steps);
    layout->addLayout(right, 1);

    connect(m_back, &QPushButton::clicked, &m_setup, &SetupController::back);
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (isAtTheEnd())
            window()->close();
        else
            m_setup.next();
    });
    auto *asInABrowser = new QShortcut(QKeySequence::Back, this); // Alt+Left, beside the button's own key
    connect(asInABrowser, &QShortcut::activated, m_back, &QPushButton::click);
    connect(m_steps, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) { m_setup.goTo(PageId(item->data(Qt::UserRole).toInt())); });
    connect(&m_setup, &SetupController::pageChanged, this, &SetupView::showPage);
    connect(&m_setup, &SetupController::navigationChanged, this, &SetupView::renderNavigation);
    showPage();
    SetupView::retranslate();
}

Page *SetupView::makePage(PageId id)
{
    switch (id) {
    case PageId::Welcome:
        return new WelcomePage(m_setup);
    case PageId::SdCards:
        return new SdCardsPage(m_setup);
    case PageId::Addresses:
        return new AddressesPage(m_setup);
    case PageId::PiA:
        return new PiAPage(m_setup);
    case PageId::Tailscale:
        return new TailscalePage(m_setup);
    case PageId::PiB:
        return new PiBPage(m_setup);
    case PageId::CheckUp:
        return new CheckUpPage(m_setup);
    case PageId::Review:
        return new ReviewPage(m_setup);
    case PageId::Apply:
        return new ApplyPage(m_setup);
    case PageId::Result: {
        auto *page = new ResultPage(m_setup);
        Q_EMIT resultPageMade(page);
        return page;
    }
    }
    return nullptr;
}

void SetupView::showPage()
{
    // A page is made when it is first shown: the first window is there sooner.
    const PageId id = m_setup.page();
    if (!m_pages.contains(id)) {
        m_pages[id] = makePage(id);
        m_stack->addWidget(m_pages[id]);
        chainTabs(m_pages[id]);
    }
    m_stack->setCurrentWidget(m_pages[id]);
    m_pages[id]->verticalScrollBar()->setValue(0);
    renderSteps();
    renderNavigation();
    focusPage();
    // The focus alone would have a screen reader say a button's name, and not where one is.
    QAccessibleEvent arrived(m_pages[id], QAccessible::Alert);
    QAccessible::updateAccessibility(&arrived);
}

// Tab goes through the page and then to Back and Next: a page is made after these, and would come after them.
void SetupView::chainTabs(Page *page)
{
    QWidget *last = page;
    while (page->isAncestorOf(last->nextInFocusChain()))
        last = last->nextInFocusChain();
    setTabOrder(last, m_back);
    setTabOrder(m_back, m_next);
}

QString SetupView::heading() const
{
    return m_stack->currentWidget()->accessibleName();
}

void SetupView::focusPage()
{
    const PageId id = m_setup.page();
    Page *page = m_pages[id];
    page->entered();
    // Where there is nothing to fill in and nothing to press yet, the arrows scroll; a disabled Next would have passed the focus
    // to whatever comes after it. And the Enter that led to the last page shall not close it.
    const bool goesOn = m_next->hasFocus() && !isAtTheEnd();
    if (goesOn || page->isAncestorOf(window()->focusWidget()))
        return;
    const bool isDone = (id == PageId::PiA || id == PageId::PiB) && m_next->isEnabled(); // before the page was entered
    (isDone ? static_cast<QWidget *>(m_next) : page)->setFocus();
}

bool SetupView::isAtTheEnd() const
{
    return m_setup.page() == PageId::Result || m_setup.applyStage() == ApplyStage::Removed;
}

void SetupView::renderNavigation()
{
    const PageId page = m_setup.page();
    m_back->setVisible(page != PageId::Welcome);
    m_next->setVisible(isAtTheEnd() || (page != PageId::Welcome && page != m_setup.pages().back()));
    m_back->setEnabled(m_setup.canGoBack());
    const bool wasWaiting = !m_next->isEnabled();
    m_next->setEnabled(isAtTheEnd() || m_setup.canGoNext());
    // What was waited for is there: Enter goes on. Addresses are typed until they are good, there the focus stays.
    if (wasWaiting && m_next->isEnabled() && isVisible() && page != PageId::Addresses && !isAtTheEnd() && !qobject_cast<QCheckBox *>(focusWidget()))
        m_next->setFocus();
    m_hint->setText(wordsFor(m_setup.hint()));
    if (isAtTheEnd())
        setWords(m_next, tr("&Finish", "a button: the window closes"));
    else if (page == PageId::Review)
        setWords(m_next,
            m_setup.goal() == Goal::Remove ? tr("&Undo now", "a button") : (m_setup.nothingToDo() ? tr("&Next", "a button") : tr("&Start the setup")));
    else
        setWords(m_next, tr("&Next", "a button"));
    if (m_setup.applyStage() == ApplyStage::Removed)
        renderSteps(); // there is no page after it that would tick it
}

void SetupView::renderSteps()
{
    m_steps->clear();
    const auto order = m_setup.pages();
    const auto here = std::find(order.begin(), order.end(), m_setup.page());
    int widest = 0;
    for (auto it = order.begin(); it != order.end(); ++it) {
        const QString title = pageTitle(*it, m_setup.goal());
        const bool isEnd = *it == PageId::Result || (*it == PageId::Apply && m_setup.applyStage() == ApplyStage::Removed);
        const bool isOver = it < here || (it == here && isEnd);
        auto *item = new QListWidgetItem(isOver ? icon(u"pass"_s) : icon(it == here ? u"run"_s : u"wait"_s), title, m_steps);
        item->setData(Qt::UserRole, int(*it));
        QFont font = m_steps->font();
        font.setBold(true);
        widest = std::max(widest, QFontMetrics(font).horizontalAdvance(item->text()));
        font.setBold(it == here);
        item->setFont(font);
        if (it > here) {
            item->setFlags(Qt::NoItemFlags);
            // Not to be clicked yet, but to be read: the palette's own grey for that is too pale (1.8:1 in Fusion).
            item->setForeground(mix(palette().color(QPalette::Text), palette().color(QPalette::Base), 0.35));
        }
        item->setSizeHint({ 0, m_steps->fontMetrics().height() * 2 });
    }
    m_steps->setFixedWidth(widest + 60);
}

void SetupView::changeEvent(QEvent *event)
{
    Translated::changeEvent(event);
    // The list's widths, heights and colours are reckoned, not laid out.
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        renderSteps();
}

void SetupView::retranslate()
{
    m_steps->setAccessibleName(tr("Steps of the setup"));
    setWords(m_back, tr("&Back", "a button"));
    renderSteps();
    renderNavigation();
}

} // namespace twinlan
