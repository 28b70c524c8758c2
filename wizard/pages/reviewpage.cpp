// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/pages/reviewpage.h"

#include "remote/plan/render.h"
#include "wizard/text/plaintext.h"
#include "wizard/widgets/disclosure.h"
#include "wizard/widgets/looks.h"
#include "wizard/words/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QVBoxLayout>
#include <algorithm>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

ReviewPage::ReviewPage(SetupController &controller, QWidget *parent)
    : Page(controller, u"reviewPage"_s, parent)
    , m_text(textLabel())
    , m_routersTitle(headingLabel(1.1))
    , m_routers(textLabel())
    , m_packages(new QCheckBox)
    , m_details(new Disclosure(u"reviewDetails"_s))
    , m_file(new QComboBox)
    , m_content(new QPlainTextEdit)
{
    m_text->setObjectName(u"reviewText"_s);
    m_packages->setObjectName(u"reviewRemovePackages"_s);
    m_file->setObjectName(u"reviewFile"_s);
    m_content->setObjectName(u"reviewContent"_s);
    m_content->setReadOnly(true);
    m_content->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_content->setMinimumHeight(fontMetrics().height() * 12);
    m_content->setTabChangesFocus(true);
    QFont mono(u"monospace"_s);
    mono.setStyleHint(QFont::Monospace);
    m_content->setFont(mono);
    auto *files = new QWidget;
    auto *layout = new QVBoxLayout(files);
    layout->setContentsMargins(16, 0, 0, 0);
    layout->addWidget(m_file);
    layout->addWidget(m_content, 1);
    m_details->setContent(files);
    body()->addWidget(m_text);
    body()->addWidget(m_packages);
    body()->addWidget(m_routersTitle);
    body()->addWidget(m_routers);
    body()->addWidget(m_details);
    body()->addStretch();
    connect(m_packages, &QCheckBox::toggled, this, [this](bool on) {
        setup().setRemovesPackages(on);
        render();
    });
    connect(m_file, &QComboBox::currentIndexChanged, this, &ReviewPage::showFile);
    connect(&setup(), &SetupController::reviewChanged, this, &ReviewPage::retranslate);
    connect(&setup(), &SetupController::pageChanged, this, [this] {
        if (setup().page() == PageId::Review)
            retranslate();
    });
    ReviewPage::retranslate();
}

void ReviewPage::entered()
{
    fillFiles();
}

void ReviewPage::retranslate()
{
    if (setup().goal() == Goal::Remove)
        setHeading(tr("Undo everything?"), {});
    else
        setHeading(setup().nothingToDo() ? tr("There is nothing to do") : tr("This is what will be done"), {});
    // Whoever is still to carry Pi B there cannot set that router first.
    m_routersTitle->setText(setup().answers(Site::B).place == Place::NextToMe ? tr("Set the router of each home like this (you do this yourself)")
                                                                              : tr("First, set your two routers like this (you do this yourself)"));
    setWords(m_packages, tr("Also &remove the software that the setup installed (if nothing else uses it)"));
    m_details->setTitle(tr("Show detai&ls", "a button"));
    m_file->setAccessibleName(tr("File to be written"));
    m_content->setAccessibleName(tr("Content of the file"));
    if (setup().page() == PageId::Review)
        fillFiles();
    render();
}

QStringList ReviewPage::sentences() const
{
    if (setup().goal() == Goal::Remove) {
        QStringList out { setup().piBIsGone() ? tr("Raspberry Pi A will be restored to how it was before the first setup. Raspberry Pi B is left alone.")
                                              : tr("Both Raspberry Pis will be restored to how they were before the first setup.") };
        for (const Site site : bothSites) {
            const auto &facts = setup().pi(site).facts;
            if (facts && !facts->takenOver.isEmpty() && !(site == Site::B && setup().piBIsGone()))
                out << tr("On %1 what was set up by hand before comes back. It restarts for that, and may have another address then.").arg(piName(site));
        }
        if (setup().removesPackages() && setup().answers(Site::B).place == Place::OtherHome && !setup().piBIsGone())
            out << tr("If TwinLAN installed Tailscale, it goes too: Raspberry Pi B can then only be reached in the other home.");
        return out << tr("The two homes are two networks again. The devices of the other home no longer appear.")
                   << tr("The routers are not changed. You can leave their settings as they are.");
    }
    if (!setup().stepsToRun())
        return { tr("Checking what needs to change…") };
    if (setup().nothingToDo())
        return { tr("Everything is set up already. Nothing will be changed.") };
    QStringList out;
    const auto &findings = setup().findings();
    if (std::any_of(findings.begin(), findings.end(), [](const Finding &f) { return f.kind == FindingKind::Interrupted; }))
        out << tr("First, the unfinished changes of an interrupted setup are undone.");
    for (const Finding &finding : findings)
        if (finding.kind == FindingKind::HandMade && finding.site)
            out << tr("On %1 TwinLAN replaces what was set up by hand.").arg(piName(*finding.site));
    out << tr("A backup of the settings is kept on both Raspberry Pis. With it everything can be undone at any time.");
    out << tr("The required software and network features are installed on them.");
    out << tr("Each Raspberry Pi connects its LAN to the secure link (B first, then A). Their addresses do not change.");
    out << tr("Each home keeps its own internet; each router keeps assigning addresses only in its own home.");
    out << tr("If a Raspberry Pi cannot be reached after its switch, it restores itself within two minutes.");
    if (setup().answers(Site::B).place == Place::NextToMe)
        out << tr("Afterwards you carry Raspberry Pi B to the other home. Only there the homes are joined.");
    return out;
}

void ReviewPage::render()
{
    const QStringList lines = sentences();
    QString text;
    for (qsizetype i = 0; i < lines.size(); ++i)
        text += (lines.size() > 1 ? tr("%1. ", "the number of a sentence").arg(i + 1) : QString()) + lines[i] + (i + 1 < lines.size() ? u"\n"_s : QString());
    m_text->setText(text);
    const bool joins = setup().goal() != Goal::Remove;
    m_packages->setVisible(!joins);
    m_packages->setChecked(setup().removesPackages());
    m_routersTitle->setVisible(joins && !setup().nothingToDo());
    m_routers->setVisible(joins && !setup().nothingToDo());
    m_details->setVisible(joins);
    QStringList routers;
    for (const Site site : bothSites) {
        const HomeAddresses &home = setup().plan().addresses.homes[site];
        routers << tr("%1: router %2, DHCP range %3–%4").arg(homeName(site), home.router.toString(), home.dhcp.first.toString(), home.dhcp.last.toString());
    }
    m_routers->setText(routers.join(u'\n'));
}

void ReviewPage::fillFiles()
{
    const int chosen = std::max(0, m_file->currentIndex());
    {
        const QSignalBlocker quiet(m_file);
        m_file->clear();
        if (setup().goal() != Goal::Remove) {
            for (const Site site : bothSites) {
                for (const PiFile &file : renderFiles(setup().plan(), site))
                    m_file->addItem(tr("%1: %2", "a Raspberry Pi, and a file on it").arg(piName(site), file.path), QString::fromUtf8(file.content));
            }
        }
        m_file->setCurrentIndex(std::min(chosen, m_file->count() - 1));
    }
    showFile();
}

void ReviewPage::showFile()
{
    m_content->setPlainText(m_file->currentData().toString());
}

} // namespace twinlan
