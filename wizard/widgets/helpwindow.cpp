// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/widgets/helpwindow.h"

#include "resources/helptext.h"
#include "wizard/widgets/looks.h"
#include "wizard/words/language.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScreen>
#include <QTextBrowser>
#include <algorithm>
#include <array>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

// In the order of the enumeration.
constexpr std::array pageNames { "welcome", "sd-cards", "pi-a", "tailscale", "pi-b", "addresses", "check-up", "review", "apply", "result" };
static_assert(pageNames.size() == std::size_t(PageId::Result) + 1);

constexpr QSize comfortable(500, 540); // some sixty letters a line, and most texts without scrolling

} // namespace

QString helpPage(PageId page)
{
    return QString::fromLatin1(pageNames.at(std::size_t(page)));
}

QString diagnosticsHelpPage()
{
    return u"diagnostics"_s;
}

HelpWindow::HelpWindow(QWidget *parent)
    : Translated(parent)
    , m_text(new QTextBrowser)
    , m_close(new QPushButton)
{
    setObjectName(u"helpWindow"_s);
    m_text->setObjectName(u"helpText"_s);
    m_text->setOpenExternalLinks(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(16);
    m_text->document()->setIndentWidth(24); // of a list; the usual 40 take a tenth of the line
    m_close->setObjectName(u"helpClose"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(16, 8, 16, 10);
    buttons->addStretch();
    buttons->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_text, 1);
    column->addLayout(buttons);
    connect(m_close, &QPushButton::clicked, this, &HelpWindow::close);
}

void HelpWindow::setPage(const QString &name)
{
    if (name == m_page)
        return;
    m_page = name;
    HelpWindow::retranslate();
}

void HelpWindow::showBeside()
{
    if (!isVisible()) {
        const QRect room = parentWidget()->screen()->availableGeometry();
        const QRect page = parentWidget()->frameGeometry();
        resize(comfortable.boundedTo(room.size()));
        // Else over the page's right edge: its fields are on the left.
        move(std::min(page.right() + 1, room.right() + 1 - width()), std::clamp(page.top(), room.top(), room.bottom() + 1 - height()));
    }
    show();
    raise();
    activateWindow();
}

void HelpWindow::retranslate()
{
    setWindowTitle(tr("TwinLAN help", "title of the window with the help for a page"));
    m_text->setAccessibleName(tr("Help for this page"));
    setWords(m_close, tr("Cl&ose", "a button: the help goes"));
    m_text->setMarkdown(helpText(m_page, speaksJapanese()));
}

} // namespace twinlan
