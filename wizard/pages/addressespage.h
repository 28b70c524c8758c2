// SPDX-License-Identifier: GPL-3.0-or-later
// Which addresses does each home use?
#pragma once

#include "wizard/pages/page.h"

class QLineEdit;
class QPushButton;

namespace twinlan {

class Disclosure;
class ErrorBox;
class RangeBar;

class AddressesPage : public Page
{
    Q_OBJECT

public:
    explicit AddressesPage(SetupController &setup, QWidget *parent = nullptr);
    void entered() override;

protected:
    void retranslate() override;
    void render() override;

private:
    struct Home
    {
        QLabel *title;
        RangeBar *bar;
        QLabel *routerLabel;
        QLabel *rangeLabel;
        QLabel *toLabel;
        std::array<QLineEdit *, 3> fields;
        ErrorBox *problem;
    };
    [[nodiscard]] QWidget *makeHome(Site site);
    void renderHome(Site site);

    PerSite<Home> m_homes;
    QLabel *m_legend;
    Disclosure *m_howTo;
    QLabel *m_howToText;
    QPushButton *m_defaults;
};

} // namespace twinlan
