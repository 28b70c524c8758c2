// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/pages/addressespage.h"

#include "wizard/widgets/disclosure.h"
#include "wizard/widgets/errorbox.h"
#include "wizard/widgets/looks.h"
#include "wizard/widgets/rangebar.h"
#include "wizard/words/words.h"

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
    , m_howTo(new Disclosure(u"addressesHowTo"_s))
    , m_howToText(textLabel())
    , m_defaults(new QPushButton)
{
    for (const Site site : bothSites)
        body()->addWidget(makeHome(site));
    makeHint(m_legend);
    body()->addWidget(m_legend);
    m_howTo->setContent(m_howToText);
    m_defaults->setObjectName(u"addressesDefaults"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_howTo, 1, Qt::AlignTop);
    row->addWidget(m_defaults, 0, Qt::AlignTop);
    body()->addLayout(row);
    body()->addStretch();
    connect(m_defaults, &QPushButton::clicked, this, [this] { setup().useRecipeAddresses(); });
    connect(&setup(), &SetupController::addressesChanged, this, &AddressesPage::render);
    AddressesPage::retranslate();
}

QWidget *AddressesPage::makeHome(Site site)
{
    Home &home = m_homes[site];
    const QString suffix = site == Site::A ? u"A"_s : u"B"_s;
    home.title = headingLabel(1.1);
    home.bar = new RangeBar(site);
    home.routerLabel = new QLabel;
    home.rangeLabel = new QLabel;
    home.toLabel = new QLabel;
    home.problem = new ErrorBox(u"addressesDetails"_s + suffix, u"addressesRepair"_s + suffix);
    connect(home.problem, &ErrorBox::action, this, [this] { setup().repairAddresses(); });
    for (const AddressField field : allAddressFields) {
        auto *edit = new QLineEdit;
        edit->setObjectName(fieldNames()[std::size_t(field)] + suffix);
        edit->setMaximumWidth(fontMetrics().averageCharWidth() * 24);
        edit->setMinimumWidth(fontMetrics().horizontalAdvance(u"255.255.255.255"_s) + 16); // a whole address, on any screen
        connect(edit, &QLineEdit::textEdited, this, [this, site, field](const QString &text) { setup().setAddressText(site, field, text); });
        connect(edit, &QLineEdit::returnPressed, this, [this] { setup().next(); }); // as the marked button promises
        home.fields[std::size_t(field)] = edit;
    }
    home.routerLabel->setBuddy(home.fields[0]);
    home.rangeLabel->setBuddy(home.fields[1]);

    auto *panel = new QWidget;
    auto *grid = new QGridLayout(panel);
    grid->setContentsMargins(0, 4, 0, 4);
    grid->addWidget(home.title, 0, 0, 1, 7);
    grid->setColumnStretch(6, 1); // the fields stay together, the bar takes the whole width
    grid->setColumnMinimumWidth(2, fontMetrics().averageCharWidth() * 12);
    home.rangeLabel->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(home.bar, 1, 0, 1, 7);
    grid->addWidget(home.routerLabel, 2, 0);
    grid->addWidget(home.fields[0], 2, 1);
    grid->addWidget(home.rangeLabel, 2, 2);
    grid->addWidget(home.fields[1], 2, 3);
    grid->addWidget(home.toLabel, 2, 4);
    grid->addWidget(home.fields[2], 2, 5);
    grid->addWidget(home.problem, 3, 0, 1, 7);
    return panel;
}

void AddressesPage::entered()
{
    m_homes.a.fields[0]->setFocus();
    m_homes.a.fields[0]->selectAll();
}

void AddressesPage::retranslate()
{
    setHeading(tr("Keep the addresses of the two routers apart"),
        tr("Each router assigns addresses to the devices in its home. The two ranges must not overlap. "
           "Set router A to the values under Home A, and router B to those under Home B."));
    for (const Site site : bothSites) {
        Home &home = m_homes[site];
        home.title->setText(homeName(site));
        home.routerLabel->setText(tr("Router"));
        home.rangeLabel->setText(tr("DHCP range"));
        home.toLabel->setText(tr("to"));
        home.fields[0]->setAccessibleName(tr("%1: address of the router").arg(homeName(site)));
        home.fields[1]->setAccessibleName(tr("%1: first address of the DHCP range").arg(homeName(site)));
        home.fields[2]->setAccessibleName(tr("%1: last address of the DHCP range").arg(homeName(site)));
        home.problem->setActionText(tr("Fix it"));
    }
    m_legend->setText(tr("Solid: this home's range. Striped: the other home's range."));
    m_howTo->setTitle(tr("How do I set this on my router?"));
    m_howToText->setText(tr("1. Open the router's address (for example 192.168.1.1) in a web browser and log in. The password is often on a label under the router.\n"
                            "2. Look for “LAN”, “Network” or “DHCP server” in the menu.\n"
                            "3. Type the router's address and the DHCP range shown here, and save.\n"
                            "4. Restart the router. Then turn Wi-Fi off and on again on your computers and phones, so that they get their new addresses."));
    m_defaults->setText(tr("Use the suggested values"));
    m_defaults->setAccessibleName(m_defaults->text());
    render();
}

void AddressesPage::render()
{
    for (const Site site : bothSites)
        renderHome(site);
}

void AddressesPage::renderHome(Site site)
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
    if (!draft.isReadable(site)) {
        home.problem->tell({ tr("One of these addresses is incomplete or not valid."), tr("Type four numbers from 0 to 255, with dots between them."),
                               tr("For example: 192.168.1.1") },
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

} // namespace twinlan
