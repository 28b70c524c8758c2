// SPDX-License-Identifier: GPL-3.0-or-later
// A field that shows dots, and an eye in it that shows what was typed, until the page is left.
#pragma once

#include <QLineEdit>

class QToolButton;

namespace twinlan {

class PasswordField : public QLineEdit
{
    Q_OBJECT

public:
    explicit PasswordField(const QString &name, QWidget *parent = nullptr); // the eye is NAMEEye
    void setNames(const QString &field, const QString &eye); // as a screen reader says them

protected:
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void showText(bool shown);

    QToolButton *m_eye;
};

} // namespace twinlan
