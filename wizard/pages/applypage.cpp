// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/pages/applypage.h"

#include "wizard/flow/cure.h"
#include "wizard/widgets/errorbox.h"
#include "wizard/widgets/looks.h"
#include "wizard/widgets/stepcolumn.h"
#include "wizard/words/words.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

ApplyPage::ApplyPage(SetupController &controller, QWidget *parent)
    : Page(controller, u"applyPage"_s, parent)
    , m_summary(textLabel())
    , m_timeLeft(textLabel())
    , m_progress(new QProgressBar)
    , m_error(new ErrorBox(u"applyDetails"_s, u"applyHelps"_s))
    , m_columns { new StepColumn(Site::A), new StepColumn(Site::B) }
    , m_stop(new QPushButton)
    , m_again(new QPushButton)
    , m_undo(new QPushButton)
{
    m_summary->setObjectName(u"applySummary"_s);
    m_timeLeft->setObjectName(u"applyTimeLeft"_s);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(fontMetrics().height() / 2);
    m_stop->setObjectName(u"applyStop"_s);
    m_again->setObjectName(u"applyAgain"_s);
    m_undo->setObjectName(u"applyUndo"_s);
    body()->addWidget(m_summary);
    body()->addWidget(m_timeLeft);
    body()->addWidget(m_progress);
    body()->addWidget(m_error);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(24);
    columns->addWidget(m_columns.a, 1);
    columns->addWidget(m_columns.b, 1);
    body()->addLayout(columns);
    body()->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_stop);
    buttons->addWidget(m_undo);
    buttons->addStretch();
    buttons->addWidget(m_again);
    body()->addLayout(buttons);
    connect(m_stop, &QPushButton::clicked, this, [this] { setup().stopAndUndo(); });
    connect(m_again, &QPushButton::clicked, this, [this] { setup().tryAgain(); });
    connect(m_undo, &QPushButton::clicked, this, [this] { setup().undoAll(); });
    connect(m_error, &ErrorBox::action, this, [this] {
        if (const auto page = pageThatHelps())
            setup().goTo(*page);
    });
    connect(&setup(), &SetupController::applyChanged, this, &ApplyPage::render);
    m_clock.setInterval(500ms);
    connect(&m_clock, &QTimer::timeout, this, &ApplyPage::render);
    ApplyPage::retranslate();
}

void ApplyPage::retranslate()
{
    setWords(m_again, tr("&Try again", "a button"));
    m_progress->setAccessibleName(tr("Progress", "the bar, for a screen reader"));
    render();
}

QString ApplyPage::failureText() const
{
    if (setup().goal() == Goal::Remove)
        return tr("No data is lost. You can try again.");
    // The box below says why, but of “the Raspberry Pi”: with two of them that leaves the question which one.
    for (const Site site : bothSites) {
        for (const StepRow &row : setup().board().rows(site)) {
            if (row.state == StepState::Failed)
                return tr("%1 could not finish “%2”. You can try again, or undo everything.").arg(piName(site), stepTitle(row.id));
        }
    }
    return tr("You can try again, or undo everything.");
}

// By the step that failed; else by the address that the error names.
Site ApplyPage::failedSite() const
{
    for (const Site site : bothSites) {
        for (const StepRow &row : setup().board().rows(site)) {
            if (row.state == StepState::Failed)
                return site;
        }
    }
    const auto &error = setup().applyError();
    return error && !error->host.isEmpty() && error->host == setup().answers(Site::B).host ? Site::B : Site::A;
}

std::optional<PageId> ApplyPage::pageThatHelps() const
{
    const auto &error = setup().applyError();
    return error ? twinlan::pageThatHelps(error->kind, failedSite(), setup().pages()) : std::nullopt;
}

void ApplyPage::renderWords()
{
    QString heading = setup().goal() == Goal::Remove ? tr("Undoing everything", "heading") : tr("Setting up", "heading");
    const QString time = durationText(setup().board().total());
    switch (setup().applyStage()) {
    case ApplyStage::Idle:
        m_summary->setText({});
        break;
    case ApplyStage::Running:
        m_summary->setText(tr("Setting up both Raspberry Pis. Keep the cables in and this computer awake. (%1 elapsed)").arg(time));
        break;
    case ApplyStage::Stopping:
        heading = tr("Stopping", "heading");
        m_summary->setText(tr("Stopping…", "sentence below the heading"));
        break;
    case ApplyStage::Undoing:
        heading = tr("Undoing everything", "heading");
        m_summary->setText(tr("Undoing all changes…"));
        break;
    case ApplyStage::Failed:
        heading = setup().goal() == Goal::Remove ? tr("Removal didn't finish") : tr("Setup didn't finish");
        m_summary->setText(failureText());
        break;
    case ApplyStage::Stopped:
        heading = tr("Stopped", "heading");
        m_summary->setText(setup().stopUndoesAll() ? tr("Stopped. Both Raspberry Pis are as they were before.")
                                                   : tr("Stopped. Both Raspberry Pis work; you can start again at any time."));
        break;
    case ApplyStage::Removed:
        heading = tr("TwinLAN is removed");
        m_summary->setText(setup().piBIsGone() ? tr("✓ Done. Raspberry Pi A is as it was before the first setup. You can close this window.")
                                               : tr("✓ Done. Both Raspberry Pis are as they were before the first setup. You can close this window."));
        break;
    case ApplyStage::Done:
        m_summary->setText(tr("✓ Done in %1.").arg(time));
        break;
    }
    setHeading(heading, {});
    setWords(m_stop, setup().stopUndoesAll() ? tr("&Stop and undo", "a button") : tr("&Stop", "a button"));
    setWords(m_undo, tr("&Undo everything", "a button"));
}

void ApplyPage::renderTimeLeft()
{
    const bool running = setup().applyStage() == ApplyStage::Running;
    m_timeLeft->setVisible(running);
    if (!running) {
        m_said.reset();
        return;
    }
    m_said = saidNext(m_said, remainingTime(stepTimes(setup().board())));
    m_timeLeft->setText(timeLeftText(*m_said));
}

void ApplyPage::render()
{
    const ApplyStage stage = setup().applyStage();
    const bool working = setup().isWorking();
    const bool removing = setup().goal() == Goal::Remove;
    if (working != m_clock.isActive())
        working ? m_clock.start() : m_clock.stop();
    renderWords();
    renderTimeLeft();
    m_progress->setVisible(working);
    if (stage == ApplyStage::Running)
        m_progress->setRange(0, setup().board().count());
    else
        m_progress->setRange(0, 0);
    m_progress->setValue(setup().board().doneCount());
    m_error->setVisible(stage == ApplyStage::Failed && setup().applyError());
    if (stage == ApplyStage::Failed && setup().applyError())
        m_error->tell(*setup().applyError());
    const auto helps = pageThatHelps();
    m_error->setActionText(helps ? tr("&Go to “%1”", "a button: a step of the wizard").arg(pageTitle(*helps, setup().goal())) : QString());
    m_stop->setVisible(stage == ApplyStage::Running || stage == ApplyStage::Stopping);
    m_stop->setEnabled(stage == ApplyStage::Running);
    const bool mayTryAgain = stage == ApplyStage::Failed || (stage == ApplyStage::Stopped && !removing);
    const bool isNews = mayTryAgain && m_again->isHidden();
    m_again->setVisible(mayTryAgain);
    if (isNews && isVisible())
        m_again->setFocus();
    m_undo->setVisible(stage == ApplyStage::Failed && !removing);
    for (const Site site : bothSites) {
        m_columns[site]->setVisible(!removing);
        m_columns[site]->render(setup().board(), stage != ApplyStage::Undoing);
    }
}

} // namespace twinlan
