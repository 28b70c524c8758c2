// SPDX-License-Identifier: GPL-3.0-or-later
// Which addresses does each home use?
#pragma once

#include "wizard/pages/page.h"

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace twinlan {

class Disclosure;
class ErrorBox;
class RangeBar;
class RouterGuidePanel;

class AddressesPage : public Page
{
    Q_OBJECT

public:
    explicit AddressesPage(SetupController &setup, QWidget *parent = nullptr);
    void entered() override;

protected:
    void retranslate() override;
    void render() override;
    void changeEvent(QEvent *event) override;

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
        QLabel *icon;
        QLabel *toDo;
        QLabel *seen;
        QCheckBox *isChanged;
        Disclosure *howTo;
        RouterGuidePanel *guide;
    };
    [[nodiscard]] QWidget *makeHome(Site site);
    [[nodiscard]] QLayout *makeTop(Site site);
    [[nodiscard]] QLayout *makeRouter(Site site);
    void renderHome(Site site, const RoutersSeen &routers);
    void renderProblem(Site site);
    void renderGuide(Site site, const RoutersSeen &routers);
    void renderRouter(Site site, const RoutersSeen &routers);
    [[nodiscard]] QString toDoAt(Site site, std::optional<Ipv4> seen) const;
    [[nodiscard]] QString seenAt(Site site, std::optional<Ipv4> seen, bool byPi) const;

    PerSite<Home> m_homes;
    QLabel *m_legend;
    QPushButton *m_defaults;
};

} // namespace twinlan
