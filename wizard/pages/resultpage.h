// SPDX-License-Identifier: GPL-3.0-or-later
// Does it work, and what is it good for?
#pragma once

#include "wizard/pages/page.h"

class QPushButton;

namespace twinlan {

class HomesPicture;
class OfferList;
class SummaryBox;
class TakeAlongCard;
class UseGuides;

class ResultPage : public Page
{
    Q_OBJECT

public:
    explicit ResultPage(SetupController &setup, QWidget *parent = nullptr);

Q_SIGNALS:
    void numbersAsked(); // which Diagnostics has

protected:
    void retranslate() override;
    void render() override;

private:
    void openSummary();
    [[nodiscard]] QString outcomeText() const;
    [[nodiscard]] QString summaryText() const;

    HomesPicture *m_picture;
    QLabel *m_state;
    QLabel *m_summary;
    QPushButton *m_refresh;
    TakeAlongCard *m_card;
    OfferList *m_offers;
    UseGuides *m_guides;
    QPushButton *m_onPaper;
    QPushButton *m_numbers;
    SummaryBox *m_summaryBox = nullptr; // made when it is asked for
};

} // namespace twinlan
