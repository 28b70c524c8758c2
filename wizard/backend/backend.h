// SPDX-License-Identifier: GPL-3.0-or-later
// The world as the wizard sees it: two Pis that answer later. Every call returns at once; every signal comes on the GUI
// thread. remotebackend.h is the real one, tests/gui has a scripted one.
#pragma once

#include "remote/discovery/founddevice.h"
#include "remote/discovery/homedevice.h"
#include "remote/setup/setuprun.h"
#include "remote/ssh/session.h"
#include "wizard/keychain/keychain.h"

#include <QObject>

namespace twinlan {

// Where one Pi is and how to sign in there.
struct SignIn
{
    SshTarget target;
    Credentials credentials;
    bool viaPiA = false; // Pi B in the other home: reached on its 100.x address through Pi A, if this computer has no way of its own

    [[nodiscard]] SignIn copy() const { return { target, credentials.copy(), viaPiA }; }
};

namespace tasks { // so that Qt knows the names
Q_NAMESPACE
enum class Task {
    SignIn,
    Survey,
    TailscaleInstall,
    TailscaleLogin,
    LanSearch,
    DeviceSearch,
    CheckUp,
    Check,
    Apply,
    Undo,
    RememberKey,
    ForgetKey
};
Q_ENUM_NS(Task)
}
using tasks::Task;

class Backend : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // Of this computer, as it is now: answered at once. Nothing: unknown.
    [[nodiscard]] virtual std::optional<Ipv4> ownRouter() const = 0;
    [[nodiscard]] virtual Keychain &keychain() = 0; // lives as long as this object

    // Each request ends exactly once: with what it asked for, with failed(), or with superseded(), when the person has come to wish for something
    // else and needs no reason. A request that is repeated before its end (a sign-in, a check-up) ends once in all, by its last answer. A sign-in,
    // an installation, a login and withdraw() supersede all other requests about the same Pi, a check-up too; apply() and undo() supersede a
    // check. The end of this object supersedes every open request.

    // Ends in signedIn() or failed(Task::SignIn, site). HostKeyUnknown and HostKeyChanged wait for trustHostKey().
    virtual void signIn(Site site, SignIn signIn) = 0;
    // Remembers the host key that the last signIn() of this Pi was shown, and signs in again with the same credentials, but for a password
    // of sudo's that was kept from another time: it was meant for whoever was there then.
    virtual void trustHostKey(Site site) = 0;
    // Ends in surveyed() or failed(Task::Survey, site).
    virtual void survey(Site site) = 0;
    // tailscaleInstallProgress() all along; surveyed() and tailscaleInstalled(), or failed(Task::TailscaleInstall, site).
    virtual void installTailscale(Site site) = 0;
    // tailscaleUrl() when there is something for the person to open, then surveyed() and tailscaleLoggedIn(),
    // or failed(Task::TailscaleLogin, site).
    virtual void loginToTailscale(Site site, const QString &loginServer) = 0;
    // Nobody waits any more for what this Pi was asked.
    virtual void withdraw(Site site) = 0;
    // Which Raspberry Pis are in this home's network: lanSearchWent() as they are found, then lanSearched(), within 5 s. It never fails:
    // without a network it says that there is none.
    virtual void searchLan() = 0;
    virtual void withdrawLanSearch() = 0;
    // What the devices of both homes offer, once these are joined by `plan`: deviceSearchWent() as they are found, then devicesSearched(), with
    // the homes that Pi A's bridge knows and the way to the other home, if that Pi answers. It never fails either.
    virtual void searchDevices(const BridgePlan &plan) = 0;
    virtual void withdrawDeviceSearch() = 0;
    // Fresh facts of both (surveyed() each), then planCompleted() or failed(Task::CheckUp).
    virtual void checkUp(const BridgePlan &plan) = 0;
    // Which steps would run: checked() or failed(Task::Check). Changes nothing on the Pis.
    virtual void check(const BridgePlan &plan) = 0;
    // stepChanged() all along, then applied() or failed(Task::Apply).
    virtual void apply(const BridgePlan &plan) = 0;
    // The running check, apply or undo ends soon with failed(…, Cancelled).
    virtual void stop() = 0;
    // The Pis as before the first setup: undone() or failed(Task::Undo).
    virtual void undo(const BridgePlan &plan, const Removal &removal) = 0;
    // Where somebody is signed in. From now on our own key opens this Pi too, which has been tried then: keyRemembered() or
    // failed(Task::RememberKey, site). It goes on beside whatever else this Pi is asked.
    virtual void rememberKey(Site site, Secret privateHalf) = 0;
    // And from now on not any more: keyForgotten() or failed(Task::ForgetKey, site).
    virtual void forgetKey(Site site, const QByteArray &publicHalf) = 0;

Q_SIGNALS:
    void signedIn(twinlan::Site site, const twinlan::PiFacts &facts);
    void surveyed(twinlan::Site site, const twinlan::PiFacts &facts);
    void tailscaleInstallProgress(twinlan::Site site, const QString &line); // as installTailscale()'s sink hears it
    void tailscaleInstalled(twinlan::Site site);
    void tailscaleUrl(twinlan::Site site, const QString &url);
    void tailscaleLoggedIn(twinlan::Site site);
    void lanSearchWent(const twinlan::LanSearchState &state);
    void lanSearched(const twinlan::LanSearchState &state);
    void deviceSearchWent(const twinlan::DeviceSearchState &state);
    void devicesSearched(const twinlan::DeviceSearchState &state);
    void planCompleted(const twinlan::BridgePlan &plan);
    void checked(const twinlan::PerSite<std::vector<twinlan::StepId>> &steps);
    void stepChanged(const twinlan::StepEvent &event);
    void applied(const twinlan::SetupOutcome &outcome);
    void undone();
    void keyRemembered(twinlan::Site site, bool sudoAsks); // the user who is signed in there for a password
    void keyForgotten(twinlan::Site site);
    // `site` says whose task it was, where the task belongs to one Pi; for the others it is Site::A and means nothing.
    void failed(twinlan::Task task, twinlan::Site site, const twinlan::Error &error);
    void superseded(twinlan::Task task, twinlan::Site site); // `site` as with failed()
};

} // namespace twinlan
