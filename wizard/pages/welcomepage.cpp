// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/pages/welcomepage.h"

#include "wizard/widgets/errorbox.h"
#include "wizard/widgets/homespanel.h"
#include "wizard/widgets/homespicture.h"
#include "wizard/widgets/looks.h"
#include "wizard/words/findingwords.h"
#include "wizard/words/homewords.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

WelcomePage::WelcomePage(SetupController &controller, QWidget *parent)
    : Page(controller, u"welcomePage"_s, parent)
    , m_picture(new HomesPicture)
    , m_homes(new HomesPanel(controller))
    , m_need(textLabel())
    , m_needTitle(headingLabel(1.1))
    , m_badPlan(new ErrorBox(u"welcomePlanDetails"_s))
    , m_unfinished(new ErrorBox(u"welcomeUnfinishedDetails"_s))
    , m_start(new QPushButton)
    , m_check(new QPushButton)
    , m_remove(new QPushButton)
{
    body()->addWidget(m_picture);
    body()->addWidget(m_homes);
    body()->addWidget(m_needTitle);
    body()->addWidget(m_need);
    body()->addWidget(m_unfinished);
    body()->addWidget(m_badPlan);
    body()->addStretch(1); // all of it: a card of the homes would take its part
    auto *buttons = new QHBoxLayout;
    m_start->setObjectName(u"welcomeStart"_s);
    m_check->setObjectName(u"welcomeCheck"_s);
    m_remove->setObjectName(u"welcomeRemove"_s);
    m_start->setDefault(true);
    buttons->addWidget(m_remove);
    buttons->addWidget(m_check);
    buttons->addStretch();
    buttons->addWidget(m_start);
    body()->addLayout(buttons);

    connect(m_start, &QPushButton::clicked, this, [this] { setup().begin(Goal::Join); });
    connect(m_check, &QPushButton::clicked, this, [this] { setup().begin(Goal::Check); });
    connect(m_remove, &QPushButton::clicked, this, [this] { setup().begin(Goal::Remove); });
    connect(&setup(), &SetupController::pageChanged, this, &WelcomePage::render);
    connect(&setup(), &SetupController::piChanged, this, &WelcomePage::render);
    WelcomePage::retranslate();
}

void WelcomePage::entered()
{
    const auto &unfinished = setup().unfinished();
    if (setup().isHome())
        m_check->setFocus();
    else
        (!unfinished ? m_start : (unfinished->isRemoval ? m_remove : m_check))->setFocus();
}

void WelcomePage::retranslate()
{
    m_needTitle->setText(tr("What you need"));
    m_need->setText(tr("• Two Raspberry Pis with Raspberry Pi OS, one for each home\n"
                       "• Two LAN cables, to connect each Raspberry Pi to its router\n"
                       "• A free Tailscale account (it makes the secure link between the homes)\n"
                       "It takes about 20 minutes once the SD cards are ready. If you stop, both Raspberry Pis go back to how they were. (The routers do not.)"));
    setWords(m_remove, tr("&Remove TwinLAN…", "a button"));
    render();
}

// Which step was begun last on each Raspberry Pi: what somebody who helps by phone asks first.
QString WelcomePage::lastSteps(const UnfinishedRun &run)
{
    QStringList lines;
    for (const Site site : bothSites) {
        for (const StepId id : allSteps()) {
            if (stepName(id) == run.lastSteps[site])
                lines << tr("%1: stopped at “%2”", "a Raspberry Pi, and a step of the setup").arg(piName(site), stepTitle(id));
        }
    }
    return lines.isEmpty() ? tr("It stopped before the first step.") : lines.join(u'\n');
}

void WelcomePage::render()
{
    const bool isHome = setup().isHome();
    const std::optional<bool> joined = setup().homes().areJoined();
    if (isHome)
        setHeading(homesTitle(setup().homes()), {});
    else
        setHeading(tr("Join two homes into one network"),
            tr("Use the other home's NAS, backups and printers as if they were here. Each home keeps its own internet connection."));
    using Link = HomesPicture::Link;
    m_picture->setLink(!isHome || !joined ? Link::Unknown : (*joined ? Link::Joined : Link::Apart));
    m_homes->setVisible(isHome);
    m_needTitle->setVisible(!isHome);
    m_need->setVisible(!isHome);
    const bool saved = setup().hasSavedPlan();
    const bool applied = setup().wasApplied();
    const auto &unfinished = setup().unfinished();
    m_unfinished->setVisible(unfinished.has_value());
    if (unfinished)
        m_unfinished->tell(wordsFor(*unfinished), Level::Warn, unfinished->isRemoval ? QString() : lastSteps(*unfinished));
    setWords(m_check, unfinished && !unfinished->isRemoval ? tr("&Finish the setup") : tr("Chec&k it", "a button: whether it works"));
    m_check->setVisible(applied);
    m_remove->setVisible(applied);
    m_badPlan->setVisible(setup().savedPlanError().has_value());
    if (setup().savedPlanError())
        m_badPlan->tell(*setup().savedPlanError());
    const QString begin = saved ? tr("&Continue", "a button: a setup that was begun") : tr("&Start", "a button: a first setup");
    setWords(m_start, applied ? tr("&Change settings", "a button") : begin);
}

} // namespace twinlan
