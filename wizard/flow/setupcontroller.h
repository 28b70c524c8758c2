// SPDX-License-Identifier: GPL-3.0-or-later
// The wizard without a screen: joins the order of the pages, the two Pis, what was answered, and what runs on them.
#pragma once

#include "wizard/flow/addresschoice.h"
#include "wizard/flow/checkuprun.h"
#include "wizard/flow/currentrun.h"
#include "wizard/flow/devicelist.h"
#include "wizard/flow/homewatch.h"
#include "wizard/flow/pageorder.h"
#include "wizard/flow/piconnection.h"
#include "wizard/flow/pisearch.h"
#include "wizard/flow/remembering.h"

namespace twinlan {

class SetupController : public QObject
{
    Q_OBJECT

public:
    SetupController(Backend &backend, SavedSetup saved, QObject *parent = nullptr);

    // --- order
    [[nodiscard]] PageId page() const { return m_page; }
    [[nodiscard]] Goal goal() const { return m_goal; }
    [[nodiscard]] std::vector<PageId> pages() const { return order().pages(); }
    [[nodiscard]] Hint hint() const { return order().hint(); }
    [[nodiscard]] bool canGoNext() const { return order().next().has_value(); }
    [[nodiscard]] bool canGoBack() const { return order().back().has_value(); }
    void begin(Goal goal); // leaves Welcome
    void next();
    void back();
    void goTo(PageId page); // to a page already seen, or to the Welcome page

    // --- what was saved
    [[nodiscard]] bool hasSavedPlan() const { return m_saved.planWasRead(); }
    [[nodiscard]] bool wasApplied() const { return m_saved.wasApplied(); }
    // What was begun, here or by a start of this program that is no more, and did not come to its end.
    [[nodiscard]] const std::optional<UnfinishedRun> &unfinished() const { return m_saved.answers().unfinished; }
    [[nodiscard]] const std::optional<Error> &savedPlanError() const { return m_saved.planError(); }
    [[nodiscard]] QString language() const { return m_saved.answers().language; }
    void setLanguage(const QString &code)
    {
        m_saved.change([&](Answers &all) { all.language = code; });
    }

    // --- the homes that are set up
    // The first page tells of them: a setup is there, and nothing unfinished.
    [[nodiscard]] bool isHome() const { return wasApplied() && !unfinished(); }
    [[nodiscard]] const HomeWatch &homes() const { return *m_homes; }
    // From the first page alone, as entering it does: elsewhere a page asks for its Pi, and somebody may be typing where that is.
    void lookAtHomes()
    {
        if (m_page == PageId::Welcome && wasApplied())
            m_homes->look();
    }
    void connectRemembered() // the same, without asking those again whom somebody is signed in to
    {
        if (m_page == PageId::Welcome && wasApplied())
            m_homes->connectRemembered();
    }

    // --- addresses of both homes, and their routers
    [[nodiscard]] AddressChoice &addresses() { return *m_addresses; }
    [[nodiscard]] const AddressDraft &draft() const { return m_addresses->draft(); }

    // --- the Pis
    [[nodiscard]] const PiAnswers &answers(Site site) const { return m_saved.answers().pis[site]; }
    void setAnswers(Site site, const PiAnswers &answers);
    [[nodiscard]] const PiState &pi(Site site) const { return m_pis[site]->state(); }
    // In this home's network, as long as the page that asks is shown. What may be that Pi: the other one is left out.
    [[nodiscard]] const PiSearch &search() const { return *m_search; }
    [[nodiscard]] std::vector<FoundDevice> foundFor(Site site) const
    {
        return m_search->devicesFor(site, m_saved.answers().pis, pi(otherSite(site)).facts);
    }
    void searchAgain() { m_search->start(); }
    void stopSearch() { m_search->stop(); }
    void connectTo(Site site, Secret password, Secret keyPassphrase) { m_memory->connectTo(site, std::move(password), std::move(keyPassphrase)); }
    [[nodiscard]] MemoryStage memory(Site site) const { return m_memory->stage(site); } // so that no password is asked the next time
    void forget(Site site) { m_memory->forget(site); }
    void trustHostKey(Site site) { m_pis[site]->trustHostKey(); }
    void refuseHostKey(Site site) { m_pis[site]->forget(); }
    void refresh(Site site) { m_pis[site]->refresh(); }
    [[nodiscard]] QString loginServer() const { return m_saved.answers().loginServer; }
    void setLoginServer(const QString &url)
    {
        m_saved.change([&](Answers &all) { all.loginServer = url.trimmed(); });
    }
    void installTailscale(Site site) { m_pis[site]->installTailscale(); } // and log in
    void logIn(Site site) { m_pis[site]->logIn(loginServer()); } // to Tailscale
    [[nodiscard]] bool piBIsGone() const { return m_piBGone; }
    void setPiBIsGone(bool gone) // removal only: nothing can be undone on a Pi that no longer exists
    {
        m_piBGone = gone;
        Q_EMIT navigationChanged();
    }

    [[nodiscard]] bool removesPackages() const { return m_removePackages; }
    void setRemovesPackages(bool removes) { m_removePackages = removes; } // removal only

    // --- check-up and review
    [[nodiscard]] CheckUpStage checkUpStage() const { return m_checkUp->stage(); }
    [[nodiscard]] const std::vector<Finding> &findings() const { return m_checkUp->findings(); }
    [[nodiscard]] const std::optional<Error> &checkUpError() const { return m_checkUp->error(); }
    void checkUp();
    // TwinLAN in the place of what was set up by hand; looks at both Pis again.
    void setTakesOver(bool takesOver);
    [[nodiscard]] const BridgePlan &plan() const { return m_plan; }
    // The steps that a start would run; nothing while that is being found out.
    [[nodiscard]] const std::optional<PerSite<std::vector<StepId>>> &stepsToRun() const { return m_stepsToRun; }
    [[nodiscard]] bool nothingToDo() const { return m_stepsToRun && m_stepsToRun->a.empty() && m_stepsToRun->b.empty(); }

    // --- apply and result
    [[nodiscard]] ApplyStage applyStage() const { return m_run->stage(); }
    [[nodiscard]] const StepBoard &board() const { return m_run->board(); }
    [[nodiscard]] const std::optional<Error> &applyError() const { return m_run->error(); }
    [[nodiscard]] bool isWorking() const { return m_run->isWorking(); } // ask before the window closes
    // Leaving a changed setup half-way keeps the working one; only a first setup is taken back whole.
    [[nodiscard]] bool stopUndoesAll() const;
    void tryAgain();
    void stopAndUndo();
    void undoAll();
    [[nodiscard]] const std::optional<SetupOutcome> &outcome() const { return m_run->outcome(); }
    [[nodiscard]] bool isJoined() const { return m_run->isJoined(); }
    [[nodiscard]] bool waitsForCarrying() const { return m_run->waitsForCarrying(); }
    // What can be used there now: looked for when the result is shown and the homes are joined.
    [[nodiscard]] const DeviceList &devices() const { return *m_devices; }
    void searchDevices() { m_devices->start(m_plan); }

Q_SIGNALS:
    void pageChanged();
    void addressesChanged();
    void piChanged(twinlan::Site site);
    void searchChanged();
    void devicesChanged();
    void checkUpChanged();
    void reviewChanged();
    void applyChanged();
    void navigationChanged();

private:
    [[nodiscard]] PageOrder order() const;
    void enter(PageId page);
    void listenTo(Site site);
    void listenToCheckUp();
    void listenToReview();
    void listenToRun();
    void takeSteps(const PerSite<std::vector<StepId>> &steps);
    void logInPiB() // Pi A has a page of its own for this; Pi B's owner has usually logged it in beforehand
    {
        if (m_page == PageId::PiB && m_goal != Goal::Remove && m_pis.b->needsLogin())
            logIn(Site::B);
    }
    void notifyPi(Site site);
    void startRun();
    void searchWhereAsked();
    void searchDevicesWhereJoined();

    Backend &m_backend;
    SavedSetup m_saved;
    PageId m_page = PageId::Welcome;
    Goal m_goal = Goal::Join;
    bool m_cardsAreWritten = false; // as it was when the goal was chosen: no page comes or goes on the way
    BridgePlan m_plan;
    PerSite<PiConnection *> m_pis;
    AddressChoice *m_addresses;
    Remembering *m_memory;
    HomeWatch *m_homes;
    PiSearch *m_search;
    CheckUpRun *m_checkUp;
    CurrentRun *m_run;
    DeviceList *m_devices;
    bool m_piBGone = false;
    bool m_removePackages = false;
    std::optional<PerSite<std::vector<StepId>>> m_stepsToRun;
};

} // namespace twinlan
