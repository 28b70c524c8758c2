// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/widgets/offerlist.h"

#include "wizard/widgets/discard.h"
#include "wizard/widgets/looks.h"
#include "wizard/widgets/offercard.h"

#include <QAccessible>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QPushButton>
#include <algorithm>
#include <set>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t mostCards = 12; // whoever pretends to be hundreds fills no window

} // namespace

OfferList::OfferList(SetupController &setup, QWidget *parent)
    : Translated(parent)
    , m_setup(setup)
    , m_heading(headingLabel(1.1))
    , m_search(new QPushButton)
    , m_status(textLabel())
    , m_place(new QVBoxLayout)
    , m_note(textLabel())
{
    m_search->setObjectName(u"searchDevices"_s);
    m_status->setObjectName(u"deviceSearchState"_s);
    m_note->setObjectName(u"deviceNote"_s);
    auto *top = new QHBoxLayout;
    top->addWidget(m_heading, 1);
    top->addWidget(m_search);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(top);
    layout->addWidget(m_status);
    layout->addLayout(m_place);
    layout->addWidget(m_note);
    connect(m_search, &QPushButton::clicked, this, [this] { m_setup.searchDevices(); });
    connect(&m_setup, &SetupController::devicesChanged, this, &OfferList::render);
    OfferList::retranslate();
}

void OfferList::retranslate()
{
    m_heading->setText(tr("What you can use in the other home"));
    setWords(m_search, tr("Sea&rch again", "a button: the network"));
    render();
}

QString OfferList::statusText() const
{
    const DeviceList &list = m_setup.devices();
    const bool found = !list.elsewhere().empty();
    if (list.stage() == SearchStage::Running)
        return found ? tr("Still searching…", "for devices of the other home") : tr("Searching the other home for devices to use…");
    if (list.stage() != SearchStage::Done || found)
        return {};
    if (!list.hasNetwork())
        return tr("This computer is not in the joined network. Connect it to the router of this home by LAN cable or Wi-Fi, then search again.");
    return tr("No device of the other home has been found yet. Check these, then search again:\n"
              "• Is the NAS or the printer there switched on? After switching on it may need a few minutes.\n"
              "• Is it connected to the router there? A guest Wi-Fi is kept apart.\n"
              "• Some devices do not show themselves. They open by their IP address all the same.");
}

void OfferList::render()
{
    renderCards();
    const SearchStage stage = m_setup.devices().stage();
    const QString status = statusText();
    m_status->setText(status);
    m_status->setVisible(!status.isEmpty());
    setAccessibleName(status.isEmpty() ? m_heading->text() : status);
    m_search->setEnabled(stage != SearchStage::Running);
    if (stage == SearchStage::Running)
        m_unopened.clear();
    m_note->setVisible(!m_unopened.isEmpty());
    m_note->setText(tr("This computer could not open it. Type this address into a file manager or a web browser: %1").arg(m_unopened.toString()));
    if (m_shown == SearchStage::Running && stage == SearchStage::Done)
        noteEnd();
    m_shown = stage;
}

void OfferList::renderCards()
{
    std::vector<HomeDevice> devices = m_setup.devices().elsewhere();
    devices.resize(std::min(devices.size(), mostCards));
    std::set<Ipv4> shown;
    QWidget *last = m_search;
    for (const HomeDevice &device : devices) {
        OfferCard *&card = m_cards[device.address];
        if (!card) {
            card = new OfferCard(device.address);
            connect(card, &OfferCard::opened, this, &OfferList::open);
        }
        card->setDevice(device);
        m_place->removeWidget(card); // what has become known of another one may have changed the order
        m_place->addWidget(card);
        for (QWidget *button : card->findChildren<QPushButton *>()) {
            setTabOrder(last, button);
            last = button;
        }
        shown.insert(device.address);
    }
    discardOthers(m_cards, shown);
}

void OfferList::open(const QUrl &url)
{
    m_unopened = QDesktopServices::openUrl(url) ? QUrl() : url;
    render();
}

void OfferList::noteEnd()
{
    if (!isVisible())
        return;
    QAccessibleEvent event(this, QAccessible::Alert); // read aloud, wherever the focus is
    QAccessible::updateAccessibility(&event);
}

} // namespace twinlan
