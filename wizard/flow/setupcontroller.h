// SPDX-License-Identifier: GPL-3.0-or-later
// The wizard without a screen: what is asked in which order, what was answered, and what may come next.
#pragma once

#include "remote/setup/readiness.h"
#include "wizard/backend/backend.h"
#include "wizard/flow/addressdraft.h"
#include "wizard/flow/savedsetup.h"
#include "wizard/flow/stepboard.h"

namespace twinlan {

// Pi A's login to Tailscale comes before Pi B is asked for: a Pi B that is already in the other home can be reached over
// Tailscale only, and Pi A's list of devices is where it can be picked instead of typed.
enum class PageId { Welcome, Addresses, PiA, Tailscale, PiB, CheckUp, Review, Apply, Result };
enum class Goal { Join, Check, Remove };

enum class SignInStage { Idle, Connecting, AskHostKey, Failed, SignedIn };
enum class LoginStage { Unknown, Asking, WaitingForPerson, Failed, LoggedIn };

struct PiState
{
    SignInStage stage = SignInStage::Idle;
    std::optional<Error> error; // with AskHostKey and Failed
    std::optional<PiFacts> facts; // once signed in
    LoginStage login = LoginStage::Unknown;
    QString loginUrl;
    std::optional<Error> loginError;
    bool refreshing = false; // a survey is on its way
};

enum class CheckUpStage { Idle, Running, Failed, Ready };
enum class ApplyStage { Idle, Running, Stopping, Undoing, Failed, Stopped, Removed, Done };

// Why "Next" is not there yet; wizard/words says it.
enum class Hint { None, FixAddresses, Connect, Connecting, AnswerHostKey, LogIn, CheckUpRunning, FixFindings, CheckAgain, Applying, LogInB };

class SetupController : public QObject
{
    Q_OBJECT

public:
    SetupController(Backend &backend, SavedSetup saved, QObject *parent = nullptr);

    // --- order
    [[nodiscard]] PageId page() const { return m_page; }
    [[nodiscard]] Goal goal() const { return m_goal; }
    [[nodiscard]] std::vector<PageId> pages() const;
    [[nodiscard]] Hint hint() const;
    [[nodiscard]] bool canGoNext() const;
    [[nodiscard]] bool canGoBack() const;
    void begin(Goal goal); // leaves Welcome
    void next();
    void back();
    void goTo(PageId page); // to a page already seen, or to the Welcome page

    // --- what was saved
    [[nodiscard]] bool hasSavedPlan() const { return m_saved.planWasRead(); }
    // The plan was put onto the Pis, or at least begun: there is something to check and to take back.
    [[nodiscard]] bool wasApplied() const { return hasSavedPlan() && m_saved.answers().applied; }
    // What was begun, here or by a start of this program that is no more, and did not come to its end.
    [[nodiscard]] const std::optional<UnfinishedRun> &unfinished() const { return m_saved.answers().unfinished; }
    [[nodiscard]] const std::optional<Error> &savedPlanError() const { return m_saved.planError(); }
    [[nodiscard]] QString language() const { return m_saved.answers().language; }
    void setLanguage(const QString &code);

    // --- addresses
    [[nodiscard]] const AddressDraft &draft() const { return m_draft; }
    void setAddressText(Site site, AddressField field, const QString &text);
    void repairAddresses();
    void useRecipeAddresses();

    // --- the Pis
    [[nodiscard]] const PiAnswers &answers(Site site) const { return m_saved.answers().pis[site]; }
    void setAnswers(Site site, const PiAnswers &answers);
    [[nodiscard]] const PiState &pi(Site site) const { return m_pis[site]; }
    void connectTo(Site site, Secret password, Secret keyPassphrase);
    void trustHostKey(Site site);
    void refuseHostKey(Site site);
    void refresh(Site site); // facts again: the list of devices, the tunnel's state
    [[nodiscard]] QString loginServer() const { return m_saved.answers().loginServer; }
    void setLoginServer(const QString &url);
    void logIn(Site site); // to Tailscale; again, if it is on its way
    [[nodiscard]] bool piBIsGone() const { return m_piBGone; }
    void setPiBIsGone(bool gone); // removal only: nothing can be undone on a Pi that no longer exists

    [[nodiscard]] bool removesPackages() const { return m_removePackages; }
    void setRemovesPackages(bool removes) { m_removePackages = removes; } // removal only

    // --- check-up and review
    [[nodiscard]] CheckUpStage checkUpStage() const { return m_checkUp; }
    [[nodiscard]] const std::vector<Finding> &findings() const { return m_findings; }
    [[nodiscard]] const std::optional<Error> &checkUpError() const { return m_checkUpError; }
    void checkUp();
    // TwinLAN in the place of what was set up by hand; looks at both Pis again.
    void setTakesOver(bool takesOver);
    [[nodiscard]] const BridgePlan &plan() const { return m_plan; }
    // The steps that a start would run; nothing while that is being found out.
    [[nodiscard]] const std::optional<PerSite<std::vector<StepId>>> &stepsToRun() const { return m_stepsToRun; }
    [[nodiscard]] bool nothingToDo() const;

    // --- apply and result
    [[nodiscard]] ApplyStage applyStage() const { return m_apply; }
    [[nodiscard]] const StepBoard &board() const { return m_board; }
    [[nodiscard]] const std::optional<Error> &applyError() const { return m_applyError; }
    [[nodiscard]] bool isWorking() const; // something runs on the Pis: ask before the window closes
    // Leaving a changed setup half-way keeps the working one; only a first setup is taken back whole.
    [[nodiscard]] bool stopUndoesAll() const;
    void tryAgain();
    void stopAndUndo();
    void undoAll();
    [[nodiscard]] const std::optional<SetupOutcome> &outcome() const { return m_outcome; }
    [[nodiscard]] bool isJoined() const;
    [[nodiscard]] bool waitsForCarrying() const; // Pi B is still in this home

Q_SIGNALS:
    void pageChanged();
    void addressesChanged();
    void piChanged(twinlan::Site site);
    void checkUpChanged();
    void reviewChanged();
    void applyChanged();
    void navigationChanged();

private:
    void wireBackend();
    void enter(PageId page);
    void enterTailscale(Site site);
    void takeFacts(Site site, const PiFacts &facts);
    void takeFailure(Task task, Site site, const Error &error);
    void startApply();
    void startUndo();
    void setApply(ApplyStage stage);
    void rememberBegun(bool isRemoval);
    void rememberStep(const StepEvent &event);
    void rememberEnd();
    void notifyPi(Site site);
    [[nodiscard]] bool loggedIn(Site site) const;

    Backend &m_backend;
    SavedSetup m_saved;
    PageId m_page = PageId::Welcome;
    Goal m_goal = Goal::Join;
    AddressDraft m_draft;
    BridgePlan m_plan;
    PerSite<PiState> m_pis;
    bool m_piBGone = false;
    bool m_removePackages = false;
    CheckUpStage m_checkUp = CheckUpStage::Idle;
    std::vector<Finding> m_findings;
    std::optional<Error> m_checkUpError;
    std::optional<PerSite<std::vector<StepId>>> m_stepsToRun;
    ApplyStage m_apply = ApplyStage::Idle;
    StepBoard m_board;
    std::optional<Error> m_applyError;
    std::optional<SetupOutcome> m_outcome;
};

} // namespace twinlan
