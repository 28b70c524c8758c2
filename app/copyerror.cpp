// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/copyerror.h"

#include "app/about.h"
#include "wizard/support/withoutsecrets.h"
#include "wizard/widgets/errorbox.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolTip>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

struct W
{
    Q_DECLARE_TR_FUNCTIONS(Errors)
};

bool hasSelection(const QWidget &widget)
{
    if (const auto *field = qobject_cast<const QLineEdit *>(&widget))
        return field->hasSelectedText() && field->echoMode() == QLineEdit::Normal; // dots cannot be copied
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return label->hasSelectedText();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(&widget))
        return text->textCursor().hasSelection();
    return qobject_cast<const QAbstractItemView *>(&widget) != nullptr;
}

ErrorBox *errorMeant(const QWidget &window, const QWidget &focus)
{
    ErrorBox *first = nullptr;
    for (ErrorBox *box : window.findChildren<ErrorBox *>()) {
        if (box->isAncestorOf(&focus))
            return box;
        if (!first && box->isVisible())
            first = box;
    }
    return first;
}

} // namespace

bool copyError(const QWidget &window, const QWidget &focus)
{
    if (hasSelection(focus))
        return false;
    ErrorBox *box = errorMeant(window, focus);
    if (!box)
        return false;
    QGuiApplication::clipboard()->setText(withoutSecrets(box->text()) + u"\n\n"_s + AboutBox::details().join(u'\n'));
    QToolTip::showText(box->mapToGlobal(box->rect().bottomLeft()), W::tr("The error was copied. You can paste it into a message."), box);
    return true;
}

} // namespace twinlan
