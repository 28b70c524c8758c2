// SPDX-License-Identifier: GPL-3.0-or-later
// A page asks one question. It shows the controller's state and tells it what the person wants; it decides nothing.
#pragma once

#include "wizard/flow/setupcontroller.h"
#include "wizard/widgets/translated.h"

#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace twinlan {

class Page : public Translated<QScrollArea>
{
    Q_OBJECT

public:
    Page(SetupController &setup, const QString &name, QWidget *parent = nullptr);
    virtual void entered() { } // the page has come up: put the focus where the answer goes

protected:
    virtual void render() = 0; // the controller's state onto the widgets
    void setHeading(const QString &heading, const QString &lead);
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    [[nodiscard]] SetupController &setup() const { return m_setup; }

    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeight();

    SetupController &m_setup;
    QWidget *m_sheet;
    QLabel *m_heading;
    QLabel *m_lead;
    QVBoxLayout *m_body;
};

} // namespace twinlan
