// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard/flow/setupcontroller.h"
#include "wizard/widgets/translated.h"

#include <QWidget>
#include <map>

class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace twinlan {

class DeviceCard;
class Disclosure;
class PiChecklist;

// The Raspberry Pis of this home's network as cards to choose from, while they are being found and afterwards; what to look at when there
// is none; and last, typing an address. objectNames end in A or B, those of cards in the device's address.
class PiChooser : public Translated<QWidget>
{
    Q_OBJECT

public:
    PiChooser(SetupController &setup, Site site, QWidget *parent = nullptr);
    void render();
    // The address is typed, and has a field to be typed into: asked for, or none of the cards' addresses.
    [[nodiscard]] bool isTyping() const;
    void setTyping(bool typing);
    // Where the answer goes: the chosen card, else the first, and when all is over without one, the button that searches again. False: not yet.
    bool focusAnswer();

Q_SIGNALS:
    void chosen(const QString &address);
    void typingAsked();

protected:
    void retranslate() override;

private:
    void buildRows(const QString &suffix);
    [[nodiscard]] static QString searchWords(SearchStage stage);
    void renderStatus();
    void renderCards();
    void renderNotes(const std::vector<FoundDevice> &devices);
    DeviceCard *cardFor(const FoundDevice &device);
    void chainCards(const std::vector<DeviceCard *> &cards);
    void noteEnd();

    SetupController &m_setup;
    const Site m_site;
    QLabel *m_status;
    QPushButton *m_search; // stops, or searches again
    QProgressBar *m_progress;
    QVBoxLayout *m_cardsPlace;
    QLabel *m_note;
    PiChecklist *m_checklist;
    Disclosure *m_others;
    QVBoxLayout *m_othersPlace;
    QPushButton *m_type;
    std::map<Ipv4, DeviceCard *> m_cards;
    SearchStage m_shown = SearchStage::Idle;
    bool m_typing = false;
};

} // namespace twinlan
