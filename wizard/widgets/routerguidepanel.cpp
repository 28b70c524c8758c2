// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/widgets/routerguidepanel.h"

#include "wizard/widgets/disclosure.h"
#include "wizard/widgets/looks.h"
#include "wizard/widgets/menupath.h"
#include "wizard/widgets/tworouterspicture.h"
#include "wizard/words/language.h"
#include "wizard/words/routervalues.h"
#include "wizard/words/words.h"

#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QGridLayout>
#include <QGuiApplication>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

QString pageAt(const QString &address)
{
    return u"http://%1/"_s.arg(address);
}

} // namespace

RouterGuidePanel::RouterGuidePanel(Site site, QWidget *parent)
    : Translated(parent)
    , m_site(site)
    , m_makerLabel(new QLabel)
    , m_maker(new QComboBox)
    , m_open(new QPushButton)
    , m_way(new MenuPath)
    , m_steps(textLabel())
    , m_valuesBox(new QWidget)
    , m_notes(textLabel())
    , m_two(new Disclosure(site == Site::A ? u"twoRoutersA"_s : u"twoRoutersB"_s))
    , m_twoText(textLabel())
{
    const QString suffix = site == Site::A ? u"A"_s : u"B"_s;
    m_maker->setObjectName(u"routerMaker"_s + suffix);
    m_open->setObjectName(u"routerOpen"_s + suffix);
    m_way->setObjectName(u"routerWay"_s + suffix);
    m_steps->setObjectName(u"routerSteps"_s + suffix);
    m_notes->setObjectName(u"routerNotes"_s + suffix);
    m_makerLabel->setBuddy(m_maker);
    m_maker->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // the longest name is wider than a small screen
    m_maker->setMinimumContentsLength(16);
    m_maker->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (const RouterGuide &each : routerGuides())
        m_maker->addItem(each.name.en, each.id);
    auto *top = new QHBoxLayout;
    top->addWidget(m_makerLabel);
    top->addWidget(m_maker, 1);
    top->addWidget(m_open);

    auto *grid = new QGridLayout(m_valuesBox);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setColumnStretch(3, 1);
    for (const QString &key : guidePlaceholders())
        m_values.push_back(makeValue(key, grid, int(m_values.size())));

    auto *two = new QWidget;
    auto *twoLayout = new QVBoxLayout(two);
    twoLayout->setContentsMargins(16, 0, 0, 0);
    twoLayout->addWidget(m_twoText);
    twoLayout->addWidget(new TwoRoutersPicture);
    m_two->setContent(two);
    makeHint(m_notes);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 2, 0, 4);
    layout->addLayout(top);
    layout->addWidget(m_way);
    layout->addWidget(m_steps);
    layout->addWidget(m_valuesBox);
    layout->addWidget(m_notes);
    layout->addWidget(m_two);
    connect(m_maker, &QComboBox::activated, this, [this](int index) { Q_EMIT chosen(m_maker->itemData(index).toString()); });
    connect(m_open, &QPushButton::clicked, this, &RouterGuidePanel::openPage);
    RouterGuidePanel::retranslate();
}

RouterGuidePanel::Value RouterGuidePanel::makeValue(const QString &key, QGridLayout *grid, int row)
{
    Value value { key, new QLabel, new QLabel, new QPushButton };
    const QString suffix = key.left(1).toUpper() + key.mid(1) + (m_site == Site::A ? u'A' : u'B');
    value.copy->setObjectName(u"routerCopy"_s + suffix);
    value.name->setObjectName(u"routerName"_s + suffix);
    value.text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value.name->setTextFormat(Qt::PlainText);
    grid->addWidget(value.name, row, 0);
    grid->addWidget(value.text, row, 1);
    grid->addWidget(value.copy, row, 2);
    connect(value.copy, &QPushButton::clicked, this, [this, value] { copy(value); });
    return value;
}

void RouterGuidePanel::tell(const Shown &shown)
{
    if (shown == m_shown)
        return;
    if (shown.areTwo && !m_shown.areTwo)
        m_two->setOpen(true);
    if (shown.values != m_shown.values)
        m_copied.clear();
    m_shown = shown;
    render();
}

void RouterGuidePanel::retranslate()
{
    m_makerLabel->setText(tr("Maker of the router:"));
    m_maker->setAccessibleName(tr("%1: maker of the router").arg(homeName(m_site)));
    for (int i = 0; i < m_maker->count(); ++i)
        m_maker->setItemText(i, routerGuide(m_maker->itemData(i).toString()).name.in(speaksJapanese()));
    m_open->setText(tr("Open the setup page"));
    m_open->setAccessibleName(tr("%1: open the setup page of the router").arg(homeName(m_site)));
    m_two->setTitle(tr("There are two boxes: a home gateway and a Wi-Fi router"));
    render();
}

void RouterGuidePanel::render()
{
    m_maker->setCurrentIndex(m_maker->findData(guide().id));
    m_way->setWay(guide().menuIn(speaksJapanese()));
    m_open->setEnabled(m_shown.values && !m_shown.isElsewhere && pageAddress());
    m_way->setVisible(m_shown.values.has_value());
    m_valuesBox->setVisible(m_shown.values.has_value());
    m_steps->setText(m_shown.values ? steps() : tr("First correct the addresses above: then the steps for this router stand here."));
    m_notes->setText(notes());
    m_notes->setVisible(m_shown.values.has_value());
    const QString which = tr("Set the one that assigns addresses to your devices. If the Wi-Fi router works as a router too, plug both the "
                             "Raspberry Pi and your devices into it.");
    m_twoText->setText(m_shown.areTwo ? tr("So it seems to be here: this computer and Raspberry Pi A have different routers.") + u'\n' + which : which);
    renderValues();
}

void RouterGuidePanel::renderValues()
{
    const auto known = values();
    for (const Value &value : m_values) {
        const bool asked = guide().fields.contains(value.key);
        for (QWidget *widget : { static_cast<QWidget *>(value.name), static_cast<QWidget *>(value.text), static_cast<QWidget *>(value.copy) })
            widget->setVisible(asked);
        if (!asked)
            continue;
        const QString name = guide().fields[value.key].in(speaksJapanese());
        value.name->setText(name);
        value.text->setText(known.value(value.key));
        value.copy->setText(m_copied == value.key ? tr("Copied", "button: a value is in the clipboard") : tr("Copy", "button: a value to the clipboard"));
        value.copy->setAccessibleName(tr("%1: copy %2, %3", "a button: home, what the router calls the value, value").arg(homeName(m_site), name, known.value(value.key)));
    }
}

void RouterGuidePanel::copy(const Value &value)
{
    QGuiApplication::clipboard()->setText(value.text->text());
    m_copied = value.key;
    renderValues();
}

void RouterGuidePanel::openPage() const
{
    if (const auto address = pageAddress())
        QDesktopServices::openUrl(QUrl(pageAt(address->toString())));
}

const RouterGuide &RouterGuidePanel::guide() const
{
    return routerGuide(!m_shown.guide.isEmpty() || !m_shown.seen ? m_shown.guide : guideByAddress(m_shown.seen->toString()));
}

std::optional<Ipv4> RouterGuidePanel::pageAddress() const
{
    const auto address = m_shown.seen || guide().addresses.isEmpty() ? m_shown.seen : Ipv4::parse(guide().addresses.first());
    return address && address->isPrivate() ? address : std::nullopt;
}

QMap<QString, QString> RouterGuidePanel::values() const
{
    return m_shown.values ? routerValues(*m_shown.values) : QMap<QString, QString>();
}

QString RouterGuidePanel::steps() const
{
    const QString page = guide().setupPage.in(speaksJapanese());
    const QString login = guide().login.in(speaksJapanese());
    const auto address = pageAddress();
    QStringList steps;
    if (m_shown.isElsewhere && address)
        steps << tr("In the other home, open the %1 with a computer or phone there: %2 in a web browser. %3").arg(page, pageAt(address->toString()), login);
    else if (m_shown.isElsewhere)
        steps << tr("In the other home, open the %1 with a computer or phone there. Its address is often on a label of the router. %2").arg(page, login);
    else if (address)
        steps << tr("Press “Open the setup page”: the %1 opens (%2). %3").arg(page, pageAt(address->toString()), login);
    else
        steps << tr("Open the %1 in a web browser. Its address is often on a label of the router. %2").arg(page, login);
    for (const Phrase &step : guide().steps)
        steps << withValues(step.in(speaksJapanese()), values());
    switch (guide().restart) {
    case Restart::ByItself:
        steps << tr("The router restarts by itself. The internet is away for some minutes.");
        break;
    case Restart::WhenAsked:
        steps << tr("If it asks for a restart, restart it. The internet is then away for some minutes.");
        break;
    case Restart::ByHand:
        steps << tr("Restart the router. The internet is away for some minutes.");
        break;
    }
    steps << tr("Turn Wi-Fi off and on again on your computers and phones, so that they get their new addresses. The setup page is at %1 from then on.")
                 .arg(pageAt(values().value(u"router"_s)));
    for (int i = 0; i < steps.size(); ++i)
        steps[i].prepend(u"%1. "_s.arg(i + 1));
    return steps.join(u'\n');
}

QString RouterGuidePanel::notes() const
{
    QStringList notes { tr("A value that is there already stays as it is. Names in the menu can differ a little from model to model.") };
    for (const Phrase &note : guide().notes)
        notes << withValues(note.in(speaksJapanese()), values());
    return u"• "_s + notes.join(u"\n• "_s);
}

} // namespace twinlan
