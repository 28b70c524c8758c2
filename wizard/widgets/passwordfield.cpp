// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/widgets/passwordfield.h"

#include "wizard/widgets/looks.h"

#include <QToolButton>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

PasswordField::PasswordField(const QString &name, QWidget *parent)
    : QLineEdit(parent)
    , m_eye(new QToolButton(this))
{
    setObjectName(name);
    m_eye->setObjectName(name + u"Eye"_s);
    m_eye->setCheckable(true);
    m_eye->setAutoRaise(true);
    m_eye->setCursor(Qt::ArrowCursor);
    m_eye->setFocusPolicy(Qt::TabFocus); // an action of the field's own cannot be reached by keys
    connect(m_eye, &QToolButton::toggled, this, &PasswordField::showText);
    showText(false);
}

void PasswordField::setNames(const QString &field, const QString &eye)
{
    setAccessibleName(field);
    m_eye->setAccessibleName(eye);
    m_eye->setToolTip(eye);
}

void PasswordField::showText(bool shown)
{
    setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    // A text that is shown is taken for an ordinary one: an input method would learn it, and correct it.
    setInputMethodHints(inputMethodHints() | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_eye->setIcon(icon(shown ? u"eye-off"_s : u"eye"_s));
}

void PasswordField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    const int side = height() - 4;
    m_eye->setGeometry(width() - side - 2, 2, side, side);
    setTextMargins(0, 0, side, 0);
}

// Whoever looks at the screen later must not find it shown.
void PasswordField::hideEvent(QHideEvent *event)
{
    QLineEdit::hideEvent(event);
    m_eye->setChecked(false);
}

} // namespace twinlan
