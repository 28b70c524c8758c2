// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard/widgets/translated.h"
#include "wizard/words/words.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace twinlan {

class Disclosure;

// What happened, what it means, what to do next; a button where there is one thing to do; the technical part behind
// "Show details". Words are looked up again at a change of language.
class ErrorBox : public Translated<QFrame>
{
    Q_OBJECT

public:
    // detailsName: objectName of the "Show details" button. actionName: of the button; empty: there is none.
    explicit ErrorBox(const QString &detailsName, const QString &actionName = {}, QWidget *parent = nullptr);
    void tell(const Error &error);
    void tell(const Words &words, Level level, const QString &detail = {});
    void setActionText(const QString &text); // empty: hidden
    [[nodiscard]] QString text() const; // all that stands in it, the details as well

Q_SIGNALS:
    void action();

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void announce(); // to a screen reader, wherever the focus is

    QLabel *m_icon;
    QLabel *m_what;
    QLabel *m_meaning;
    QLabel *m_next;
    QLabel *m_detail;
    Disclosure *m_details;
    QPushButton *m_button;
    std::optional<Error> m_error;
    Level m_level = Level::Stop;
    QTimer m_settled; // fires once what is being shown and told is done
    QString m_announced;
};

} // namespace twinlan
