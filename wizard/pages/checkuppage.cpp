// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/pages/checkuppage.h"

#include "wizard/widgets/errorbox.h"
#include "wizard/widgets/findinglist.h"
#include "wizard/widgets/looks.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <algorithm>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

CheckUpPage::CheckUpPage(SetupController &controller, QWidget *parent)
    : Page(controller, u"checkUpPage"_s, parent)
    , m_summary(textLabel())
    , m_takesOver(new QCheckBox)
    , m_busy(new QProgressBar)
    , m_error(new ErrorBox(u"checkUpDetails"_s))
    , m_lists { new FindingList, new FindingList }
    , m_both(new FindingList)
    , m_again(new QPushButton)
{
    m_summary->setObjectName(u"checkUpSummary"_s);
    m_takesOver->setObjectName(u"checkUpTakesOver"_s);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setMaximumHeight(fontMetrics().height() / 2);
    m_again->setObjectName(u"checkUpAgain"_s);
    auto *top = new QHBoxLayout;
    top->addWidget(m_summary, 1);
    top->addWidget(m_again);
    body()->addLayout(top);
    body()->addWidget(m_takesOver);
    body()->addWidget(m_busy);
    body()->addWidget(m_error);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(20);
    columns->addWidget(m_lists.a, 1);
    columns->addWidget(m_lists.b, 1);
    body()->addWidget(m_both);
    body()->addLayout(columns);
    body()->addStretch();
    connect(m_again, &QPushButton::clicked, this, [this] { setup().checkUp(); });
    connect(m_takesOver, &QCheckBox::clicked, this, [this](bool on) { setup().setTakesOver(on); });
    connect(&setup(), &SetupController::checkUpChanged, this, &CheckUpPage::render);
    CheckUpPage::retranslate();
}

void CheckUpPage::retranslate()
{
    setHeading(tr("Is everything ready?"), {});
    setWords(m_again, tr("Chec&k again", "a button"));
    setWords(m_takesOver, tr("&Replace the manual setup with TwinLAN"));
    m_busy->setAccessibleName(tr("Checking", "the bar, for a screen reader"));
    render();
}

void CheckUpPage::render()
{
    const auto &findings = setup().findings();
    const auto at = [&](std::optional<Site> site) {
        std::vector<Finding> some;
        std::copy_if(findings.begin(), findings.end(), std::back_inserter(some), [&](const Finding &f) { return f.site == site; });
        return some;
    };
    const auto count = [&](Level level) {
        return int(std::count_if(findings.begin(), findings.end(), [&](const Finding &f) { return f.level == level; }));
    };
    const bool running = setup().checkUpStage() == CheckUpStage::Running;
    if (running)
        m_summary->setText(tr("Checking both Raspberry Pis. Nothing is changed."));
    else if (count(Level::Stop) > 0)
        m_summary->setText(tr("%n thing(s) must be fixed before the setup can start.", nullptr, count(Level::Stop)));
    else if (setup().checkUpError())
        m_summary->setText(tr("The check-up could not be finished."));
    else if (count(Level::Warn) > 0)
        m_summary->setText(tr("Everything needed is in order. %n thing(s) are good to know.", nullptr, count(Level::Warn)));
    else
        m_summary->setText(tr("Everything is in order."));
    const bool asks = std::any_of(findings.begin(), findings.end(), [](const Finding &f) { return f.kind == FindingKind::HandMade; });
    m_takesOver->setVisible(asks || (running && setup().plan().takesOver));
    m_takesOver->setEnabled(!running);
    m_takesOver->setChecked(setup().plan().takesOver);
    m_busy->setVisible(running);
    m_again->setEnabled(!running);
    // A blocker that is listed below says the same as the refusal, with its cure beside it.
    m_error->setVisible(setup().checkUpError() && count(Level::Stop) == 0);
    if (setup().checkUpError())
        m_error->tell(*setup().checkUpError());
    for (const Site site : bothSites) {
        m_lists[site]->setVisible(!findings.empty());
        m_lists[site]->setFindings(piName(site), at(site));
    }
    m_both->setVisible(!findings.empty());
    m_both->setFindings(tr("Both Raspberry Pis"), at(std::nullopt));
}

} // namespace twinlan
