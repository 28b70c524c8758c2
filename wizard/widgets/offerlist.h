// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard/flow/setupcontroller.h"
#include "wizard/widgets/translated.h"

#include <QWidget>
#include <map>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace twinlan {

class OfferCard;

// What can be used in the other home: a card for each device, and what to look at where there is none.
class OfferList : public Translated<QWidget>
{
    Q_OBJECT

public:
    explicit OfferList(SetupController &setup, QWidget *parent = nullptr);

protected:
    void retranslate() override;

private:
    void render();
    void renderCards();
    [[nodiscard]] QString statusText() const;
    void open(const QUrl &url);
    void noteEnd();

    SetupController &m_setup;
    QLabel *m_heading;
    QPushButton *m_search;
    QLabel *m_status;
    QVBoxLayout *m_place;
    QLabel *m_note; // an address that this computer opens with nothing
    QUrl m_unopened;
    std::map<Ipv4, OfferCard *> m_cards;
    SearchStage m_shown = SearchStage::Idle;
};

} // namespace twinlan
