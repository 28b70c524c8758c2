// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/pages/addressespage.h"

#include "wizard/widgets/disclosure.h"
#include "wizard/widgets/errorbox.h"
#include "wizard/widgets/looks.h"
#include "wizard/widgets/rangebar.h"
#include "wizard/widgets/routerguidepanel.h"
#include "wizard/words/words.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <algorithm>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {
const std::array<QString, 3> &fieldNames()
{
    static const std::array<QString, 3> names { u"router"_s, u"first"_s, u"last"_s };
    return names;
}
} // namespace

AddressesPage::AddressesPage(SetupController &controller, QWidget *parent)
    : Page(controller, u"addressesPage"_s, parent)
    , m_legend(textLabel())
    , m_defaults(new QPushButton)
{
    for (const Site site : bothSites)
        body()->addWidget(makeHome(site));
    makeHint(m_legend);
    m_defaults->setObjectName(u"addressesDefaults"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_legend, 1);
    row->addWidget(m_defaults);
    body()->addLayout(row);
    body()->addStretch();
    connect(m_defaults, &QPushButton::clicked, this, [this] { setup().addresses().useProposed(); });
    connect(&setup(), &SetupController::addressesChanged, this, &AddressesPage::render);
    connect(&setup(), &SetupController::piChanged, this, &AddressesPage::render); // a Pi knows the router that it is behind
    AddressesPage::retranslate();
}

QWidget *AddressesPage::makeHome(Site site)
{
    Home &home = m_homes[site];
    const QString suffix = site == Site::A ? u"A"_s : u"B"_s;
    home.bar = new RangeBar(site);
    home.routerLabel = new QLabel;
    home.rangeLabel = new QLabel;
    home.toLabel = new QLabel;
    home.problem = new ErrorBox(u"addressesDetails"_s + suffix, u"addressesRepair"_s + suffix);
    home.howTo = new Disclosure(u"routerHowTo"_s + suffix);
    home.guide = new RouterGuidePanel(site);
    home.howTo->setContent(home.guide);
    connect(home.guide, &RouterGuidePanel::chosen, this, [this, site](const QString &guide) { setup().addresses().setRouterMaker(site, guide); });
    connect(home.problem, &ErrorBox::action, this, [this] { setup().addresses().repair(); });
    for (const AddressField field : allAddressFields) {
        auto *edit = new QLineEdit;
        edit->setObjectName(fieldNames()[std::size_t(field)] + suffix);
        edit->setMaximumWidth(fontMetrics().averageCharWidth() * 24);
        edit->setMinimumWidth(fontMetrics().horizontalAdvance(u"255.255.255.255"_s) + 16); // a whole address, on any screen
        connect(edit, &QLineEdit::textEdited, this, [this, site, field](const QString &text) { setup().addresses().setText(site, field, text); });
        connect(edit, &QLineEdit::returnPressed, this, [this] { setup().next(); }); // as the marked button promises
        home.fields[std::size_t(field)] = edit;
    }
    home.routerLabel->setBuddy(home.fields[0]);
    home.rangeLabel->setBuddy(home.fields[1]);

    auto *panel = new QWidget;
    auto *grid = new QGridLayout(panel);
    grid->setContentsMargins(0, 2, 0, 2);
    grid->setVerticalSpacing(4); // a mistake and its cure still fit on a small screen
    grid->addLayout(makeTop(site), 0, 0, 1, 7);
    grid->addLayout(makeRouter(site), 1, 0, 1, 7);
    grid->setColumnStretch(6, 1); // the fields stay together, the bar takes the whole width
    grid->setColumnMinimumWidth(2, fontMetrics().averageCharWidth() * 12);
    home.rangeLabel->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(home.bar, 2, 0, 1, 7);
    grid->addWidget(home.routerLabel, 3, 0);
    grid->addWidget(home.fields[0], 3, 1);
    grid->addWidget(home.rangeLabel, 3, 2);
    grid->addWidget(home.fields[1], 3, 3);
    grid->addWidget(home.toLabel, 3, 4);
    grid->addWidget(home.fields[2], 3, 5);
    grid->addWidget(home.problem, 4, 0, 1, 7);
    grid->addWidget(home.howTo, 5, 0, 1, 7);
    return panel;
}

QLayout *AddressesPage::makeTop(Site site)
{
    Home &home = m_homes[site];
    home.title = headingLabel(1.1);
    home.title->setWordWrap(false);
    home.isChanged = new QCheckBox;
    home.isChanged->setObjectName(site == Site::A ? u"routerChangedA"_s : u"routerChangedB"_s);
    connect(home.isChanged, &QCheckBox::clicked, this, [this, site](bool changed) { setup().addresses().setRouterIsChanged(site, changed); });
    auto *row = new QHBoxLayout;
    row->addWidget(home.title);
    row->addStretch();
    row->addWidget(home.isChanged);
    return row;
}

// What is to be done with this router, and who knows what about it: one below the other for both homes, so that they can be compared.
QLayout *AddressesPage::makeRouter(Site site)
{
    Home &home = m_homes[site];
    home.icon = iconLabel(u"wait"_s, fontMetrics().height());
    home.toDo = headingLabel(1);
    home.toDo->setObjectName(site == Site::A ? u"routerToDoA"_s : u"routerToDoB"_s);
    home.seen = textLabel();
    home.seen->setObjectName(site == Site::A ? u"routerSeenA"_s : u"routerSeenB"_s);
    makeHint(home.seen);
    auto *row = new QHBoxLayout;
    row->addWidget(home.toDo, 1, Qt::AlignTop);
    row->addSpacing(fontMetrics().height());
    row->addWidget(home.icon, 0, Qt::AlignTop);
    row->addSpacing(4);
    row->addWidget(home.seen, 1, Qt::AlignTop);
    return row;
}

void AddressesPage::entered()
{
    m_homes.a.fields[0]->setFocus();
    m_homes.a.fields[0]->selectAll();
    render(); // what this computer's router is may have changed meanwhile
}

void AddressesPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    // Back from the web browser, where the router was changed.
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && isVisible()) {
        setup().addresses().lookAtRouters();
        render();
    }
}

void AddressesPage::retranslate()
{
    setHeading(tr("Keep the addresses of the two routers apart"),
        tr("Each router assigns addresses to the devices in its home. The two ranges must not overlap. "
           "Set router A to the values under Home A, and router B to those under Home B."));
    for (const Site site : bothSites) {
        Home &home = m_homes[site];
        home.title->setText(homeName(site));
        home.routerLabel->setText(tr("Router", "before the field of its address"));
        home.rangeLabel->setText(tr("DHCP range", "before the fields of its ends"));
        home.toLabel->setText(tr("to", "between the two ends of a range"));
        home.fields[0]->setAccessibleName(tr("%1: address of the router").arg(homeName(site)));
        home.fields[1]->setAccessibleName(tr("%1: first address of the DHCP range").arg(homeName(site)));
        home.fields[2]->setAccessibleName(tr("%1: last address of the DHCP range").arg(homeName(site)));
        home.problem->setActionText(tr("Fi&x it", "a button: TwinLAN changes the addresses"));
        home.isChanged->setText(tr("I have set this router"));
        home.isChanged->setAccessibleName(tr("%1: I have set this router").arg(homeName(site)));
        home.howTo->setTitle(tr("%1: how do I set the router?").arg(homeName(site)));
    }
    m_legend->setText(tr("Solid: this home's range. Striped: the other home's range."));
    setWords(m_defaults, tr("Use the suggested &values"));
    render();
}

void AddressesPage::render()
{
    const RoutersSeen routers = setup().addresses().routersSeen();
    for (const Site site : bothSites)
        renderHome(site, routers);
}

void AddressesPage::renderHome(Site site, const RoutersSeen &routers)
{
    Home &home = m_homes[site];
    const AddressDraft &draft = setup().draft();
    home.bar->setPlan(draft.plan());
    for (const AddressField field : allAddressFields) {
        QLineEdit *edit = home.fields[std::size_t(field)];
        // Setting the same text again would move the cursor under the person's hands.
        if (edit->text() != draft.text(site, field))
            edit->setText(draft.text(site, field));
    }
    renderProblem(site);
    renderRouter(site, routers);
    renderGuide(site, routers);
}

void AddressesPage::renderProblem(Site site)
{
    Home &home = m_homes[site];
    const AddressDraft &draft = setup().draft();
    if (!draft.isReadable(site)) {
        home.problem->tell({ tr("One of these addresses is incomplete or not valid."), tr("Type four numbers from 0 to 255, with dots between them."),
                               tr("For example: 192.168.1.1", "an address") },
            Level::Warn);
        home.problem->setVisible(true);
        return;
    }
    const auto problems = draft.problems();
    const auto mine = std::find_if(problems.begin(), problems.end(), [site](const AddressProblem &p) { return p.site == site; });
    home.problem->setVisible(mine != problems.end());
    if (mine != problems.end())
        home.problem->tell(wordsFor(*mine), Level::Stop);
}

void AddressesPage::renderGuide(Site site, const RoutersSeen &routers)
{
    Home &home = m_homes[site];
    const AddressDraft &draft = setup().draft();
    RouterGuidePanel::Shown shown;
    shown.guide = setup().addresses().router(site).maker;
    shown.isElsewhere = site == Site::B; // until it is seen to be there
    if (draft.isGood()) {
        const AddressPlan plan = *draft.plan();
        shown.values = plan.homes[site];
        shown.seen = routers.at(site, plan);
        shown.isElsewhere = routers.isElsewhere(site, plan);
        // This computer sees another router at once, a Pi when it is asked.
        shown.areTwo = site == Site::A && routers.areTwoInHomeA(plan) && !setup().pi(Site::A).refreshing;
    }
    home.guide->tell(shown);
}

void AddressesPage::renderRouter(Site site, const RoutersSeen &routers)
{
    Home &home = m_homes[site];
    const AddressDraft &draft = setup().draft();
    const AddressPlan plan = draft.isGood() ? *draft.plan() : setup().plan().addresses; // that one to know whose router this computer's is
    const std::optional<Ipv4> seen = routers.at(site, plan);
    const std::optional<Ipv4> typed = draft.address(site, AddressField::Router);
    home.isChanged->setChecked(setup().addresses().routerIsChanged(site));
    home.isChanged->setEnabled(draft.isGood());
    // Its address only: what it assigns was not asked.
    setIcon(home.icon, !seen || !typed ? u"wait"_s : (seen == typed ? u"pass"_s : u"warn"_s), home.icon->width());
    home.toDo->setText(draft.isGood() ? toDoAt(site, seen) : QString());
    home.seen->setText(seenAt(site, seen, routers.isSeenByPi(site)));
}

QString AddressesPage::toDoAt(Site site, std::optional<Ipv4> seen) const
{
    const Ipv4 planned = setup().draft().plan()->homes[site].router;
    const bool isTicked = setup().addresses().routerIsChanged(site);
    if (isTicked && seen == planned)
        return tr("Its address is as planned.", "a router that somebody has set");
    if (seen == planned)
        return tr("Keep its address. Set only the DHCP range.", "of a router");
    if (isTicked && !seen)
        return tr("You have set it.", "a router that nobody has seen yet");
    const QString toDo = seen ? tr("Change its address to %1, and set the DHCP range.", "of a router") : tr("Set its address to %1, and the DHCP range.", "of a router");
    return toDo.arg(planned.toString());
}

QString AddressesPage::seenAt(Site site, std::optional<Ipv4> seen, bool byPi) const
{
    if (!seen && setup().pi(site).error)
        return tr("This router could not be checked: %1 does not answer.").arg(piName(site));
    if (!seen && site == Site::B && setup().answers(Site::B).place == Place::NextToMe)
        return tr("This router is not checked yet. That is done when Raspberry Pi B is in the other home.");
    if (!seen)
        return tr("This router is not checked yet.");
    const QString who = byPi ? piName(site) : tr("this computer", "who has seen a router");
    const bool isStill = setup().addresses().routerIsChanged(site) && seen != setup().draft().address(site, AddressField::Router);
    return (isStill ? tr("The router is still %1 (seen by %2).") : tr("The router is %1 now (seen by %2).")).arg(seen->toString(), who);
}

} // namespace twinlan
