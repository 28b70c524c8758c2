// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>
#include <QWidget>

class QVBoxLayout;

namespace twinlan {

// "Show details": a line to click, and below it what most people never need.
class Disclosure : public QWidget
{
    Q_OBJECT

public:
    explicit Disclosure(const QString &buttonName, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setContent(QWidget *content);
    [[nodiscard]] bool isOpen() const { return m_button->isChecked(); }
    void setOpen(bool open) { m_button->setChecked(open); }

private:
    void showState();

    QToolButton *m_button;
    QVBoxLayout *m_layout;
    QWidget *m_content = nullptr;
};

} // namespace twinlan
