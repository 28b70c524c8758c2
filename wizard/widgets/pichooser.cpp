// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/widgets/pichooser.h"

#include "wizard/widgets/devicecard.h"
#include "wizard/widgets/discard.h"
#include "wizard/widgets/disclosure.h"
#include "wizard/widgets/looks.h"
#include "wizard/widgets/pichecklist.h"
#include "wizard/words/devicewords.h"
#include "wizard/words/words.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <algorithm>
#include <set>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

// Of each kind. A home has a few; whoever pretends to be hundreds fills no window.
constexpr std::ptrdiff_t mostCards = 12;

bool sharesItsName(const FoundDevice &device, const std::vector<FoundDevice> &devices)
{
    const auto isNamesake = [&](const FoundDevice &other) {
        return other.address != device.address && other.name.compare(device.name, Qt::CaseInsensitive) == 0;
    };
    return device.isPi() && std::any_of(devices.begin(), devices.end(), isNamesake);
}

} // namespace

PiChooser::PiChooser(SetupController &setup, Site site, QWidget *parent)
    : Translated(parent)
    , m_setup(setup)
    , m_site(site)
    , m_status(textLabel())
    , m_search(new QPushButton)
    , m_progress(new QProgressBar)
    , m_cardsPlace(new QVBoxLayout)
    , m_note(textLabel())
    , m_checklist(new PiChecklist)
    , m_others(new Disclosure(site == Site::A ? u"othersA"_s : u"othersB"_s))
    , m_type(new QPushButton)
{
    buildRows(site == Site::A ? u"A"_s : u"B"_s);
    connect(m_search, &QPushButton::clicked, this, [this] {
        if (m_setup.search().stage() == SearchStage::Running)
            m_setup.stopSearch();
        else
            m_setup.searchAgain();
    });
    connect(m_type, &QPushButton::clicked, this, [this] {
        setTyping(true);
        Q_EMIT typingAsked();
    });
    connect(&m_setup, &SetupController::searchChanged, this, &PiChooser::render);
    connect(&m_setup, &SetupController::piChanged, this, &PiChooser::render);
    PiChooser::retranslate();
}

void PiChooser::buildRows(const QString &suffix)
{
    m_status->setObjectName(u"searchState"_s + suffix);
    m_search->setObjectName(u"search"_s + suffix);
    m_type->setObjectName(u"typeAddress"_s + suffix);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    makeHint(m_note);
    auto *others = new QWidget;
    m_othersPlace = new QVBoxLayout(others);
    m_othersPlace->setContentsMargins(16, 0, 0, 0);
    m_others->setContent(others);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_others, 1, Qt::AlignTop);
    bottom->addStretch();
    bottom->addWidget(m_search, 0, Qt::AlignTop);
    bottom->addWidget(m_type, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_status);
    layout->addWidget(m_progress);
    layout->addLayout(m_cardsPlace);
    layout->addWidget(m_note);
    layout->addWidget(m_checklist);
    layout->addLayout(bottom);
}

bool PiChooser::isTyping() const
{
    const QString host = m_setup.answers(m_site).host.trimmed();
    const auto address = Ipv4::parse(host);
    const bool isCard = address && m_cards.contains(*address);
    return m_typing || (!host.isEmpty() && !isCard && m_setup.search().stage() != SearchStage::Running);
}

void PiChooser::setTyping(bool typing)
{
    m_typing = typing;
    render();
}

bool PiChooser::focusAnswer()
{
    QPushButton *first = nullptr;
    for (int i = 0; i < m_cardsPlace->count(); ++i) {
        auto *card = qobject_cast<DeviceCard *>(m_cardsPlace->itemAt(i)->widget());
        if (card && !card->isHidden() && (!first || card->isChecked()))
            first = card;
    }
    if (!first && m_setup.search().stage() != SearchStage::Running && !isTyping())
        first = m_search;
    if (first)
        first->setFocus();
    return first != nullptr;
}

void PiChooser::retranslate()
{
    m_type->setText(tr("T&ype the address instead"));
    m_type->setAccessibleName(tr("%1: type the address instead").arg(piName(m_site)));
    m_progress->setAccessibleName(tr("How far the search is"));
    render();
}

void PiChooser::render()
{
    renderCards();
    renderStatus();
    m_type->setVisible(!isTyping());
    const SearchStage stage = m_setup.search().stage();
    if (m_shown == SearchStage::Running && stage == SearchStage::Done)
        noteEnd();
    m_shown = stage;
}

QString PiChooser::searchWords(SearchStage stage)
{
    if (stage == SearchStage::Running)
        return tr("Stop sea&rching", "a button");
    return stage == SearchStage::Idle ? tr("Sea&rch the network", "a button") : tr("Sea&rch again", "a button: the network");
}

void PiChooser::renderStatus()
{
    const PiSearch &search = m_setup.search();
    const bool isRunning = search.stage() == SearchStage::Running;
    const auto devices = m_setup.foundFor(m_site);
    const bool found = std::any_of(devices.begin(), devices.end(), [](const FoundDevice &device) { return device.isPi(); });
    const bool foundNone = search.stage() == SearchStage::Done && !found && search.state().hasNetwork;
    QString status;
    if (isRunning)
        status = found ? tr("Choose your Raspberry Pi. Still searching…") : tr("Searching this home's network for your Raspberry Pi…");
    else if (!search.state().hasNetwork)
        status = tr("This computer is not connected to a home network. Connect it to the router by LAN cable or Wi-Fi, then search again.");
    else if (found)
        status = tr("Choose your Raspberry Pi:");
    else if (foundNone)
        status = m_setup.answers(m_site).host.isEmpty() ? tr("No Raspberry Pi was found. Check these, then search again:") : tr("No Raspberry Pi was found.");
    else if (search.stage() == SearchStage::Stopped)
        status = tr("The search was stopped.");
    m_status->setText(status);
    m_status->setVisible(!status.isEmpty() && m_setup.pi(m_site).stage != SignInStage::SignedIn); // then the page has more to say
    m_checklist->setVisible(foundNone && m_setup.answers(m_site).host.isEmpty());
    setWords(m_search, searchWords(search.stage()));
    m_search->setVisible(m_setup.pi(m_site).stage != SignInStage::AskHostKey); // which is to be answered first
    m_progress->setVisible(isRunning);
    m_progress->setRange(0, std::max(search.state().toAsk, 1));
    m_progress->setValue(search.state().asked);
}

void PiChooser::renderCards()
{
    const auto chosen = Ipv4::parse(m_setup.answers(m_site).host);
    const auto devices = m_setup.foundFor(m_site);
    std::set<Ipv4> shown;
    std::vector<DeviceCard *> cards;
    std::ptrdiff_t pis = 0;
    std::ptrdiff_t others = 0;
    for (const FoundDevice &device : devices) {
        std::ptrdiff_t &count = device.isPi() ? pis : others;
        if (count == mostCards)
            continue;
        ++count;
        shown.insert(device.address);
        DeviceCard *card = cardFor(device);
        QVBoxLayout *place = device.isPi() ? m_cardsPlace : m_othersPlace;
        if (place->indexOf(card) < 0) { // new, or it has shown meanwhile what it is
            m_othersPlace->removeWidget(card);
            place->addWidget(card);
        }
        card->setDevice(deviceTitle(device), deviceLine(device, sharesItsName(device, devices)), device.isPi());
        card->setChecked(device.address == chosen && !m_typing);
        card->show();
        cards.push_back(card);
    }
    discardOthers(m_cards, shown);
    chainCards(cards);
    m_others->setTitle(tr("&Further devices (%1)", "a button: those that may be no Raspberry Pi, and how many").arg(others));
    m_others->setVisible(others > 0);
    renderNotes(devices);
}

DeviceCard *PiChooser::cardFor(const FoundDevice &device)
{
    DeviceCard *&card = m_cards[device.address];
    if (!card) {
        card = new DeviceCard(u"device"_s + (m_site == Site::A ? u"A-"_s : u"B-"_s) + device.address.toString());
        connect(card, &QPushButton::clicked, this, [this, address = device.address.toString()] {
            m_typing = false;
            Q_EMIT chosen(address);
            render(); // a second press on the chosen one would untick it
        });
    }
    return card;
}

// As they stand: what was made last would come after everything else.
void PiChooser::chainCards(const std::vector<DeviceCard *> &cards)
{
    QWidget *last = m_status; // has no turn itself, and stands before them
    auto *othersButton = m_others->findChild<QAbstractButton *>(m_site == Site::A ? u"othersA"_s : u"othersB"_s);
    for (const bool isPi : { true, false }) {
        for (DeviceCard *card : cards) {
            if ((m_cardsPlace->indexOf(card) >= 0) != isPi)
                continue;
            setTabOrder(last, card);
            last = card;
        }
        if (isPi) {
            setTabOrder(last, othersButton);
            last = othersButton;
        }
    }
    setTabOrder(last, m_search);
    setTabOrder(m_search, m_type);
}

void PiChooser::renderNotes(const std::vector<FoundDevice> &devices)
{
    QStringList notes;
    const auto anyOf = [&](const auto &is) { return std::any_of(devices.begin(), devices.end(), is); };
    if (anyOf([&](const FoundDevice &device) { return !device.name.isEmpty() && sharesItsName(device, devices); }))
        notes << tr("Two Raspberry Pis have the same name. To tell them apart, unplug one of them and search again.");
    if (anyOf([](const FoundDevice &device) { return device.isPi() && device.ssh == SshAnswer::Refused; }))
        notes << tr("Where SSH is off, nobody can sign in: rewrite the SD card and turn on “SSH” in Raspberry Pi Imager.");
    m_note->setText(notes.join(u'\n'));
    m_note->setVisible(!notes.isEmpty() && m_setup.pi(m_site).stage != SignInStage::SignedIn);
}

void PiChooser::noteEnd()
{
    if (!isVisible())
        return;
    const auto devices = m_setup.foundFor(m_site);
    if (!devices.empty() && !devices.front().isPi())
        m_others->setOpen(true); // one of them may be it
    QAccessibleEvent event(m_status, QAccessible::Alert); // read aloud, wherever the focus is
    QAccessible::updateAccessibility(&event);
}

} // namespace twinlan
