// SPDX-License-Identifier: GPL-3.0-or-later
// What is remembered between two starts: the plan (plan.json, the same file that `twinlan apply` takes), and everything
// else that was answered (answers.json). Neither holds a password.
#pragma once

#include "remote/plan/bridgeplan.h"

#include <QDateTime>

namespace twinlan {

enum class Place {
    NextToMe,
    OtherHome
};

// What the person answered about one Pi, but the secrets.
struct PiAnswers
{
    QString host;
    int port = 22;
    QString user; // chosen in Raspberry Pi Imager: since 2022 no card has one from the beginning
    bool useKey = false;
    QString keyFile;
    Place place = Place::NextToMe; // Pi B only: two boxed Pis are both here
    bool wantsRemembering = true;
    bool isRemembered = false; // our own key opens it
    QDateTime lastSeen; // it answered; not valid: never
    bool operator==(const PiAnswers &) const = default;
    [[nodiscard]] bool isSameAccount(const PiAnswers &other) const
    {
        return host == other.host && port == other.port && user == other.user && place == other.place;
    }
};

// What the person said about the router of one home.
struct RouterAnswers
{
    QString maker; // the guide that was chosen, resources/routers/NAME.json; empty: none
    QString changedTo; // the values that it was ticked for, AddressDraft::routerText(); empty: not ticked
    bool operator==(const RouterAnswers &) const = default;
};

// A setup, or a removal, that was begun and whose end this program has not seen. No secret is in it.
struct UnfinishedRun
{
    bool isRemoval = false;
    QString since; // local time, "2026-11-24 07:12"
    PerSite<QString> lastSteps; // name of the step that was begun last on each Pi; empty: none
    bool operator==(const UnfinishedRun &) const = default;
};

struct Answers
{
    PerSite<PiAnswers> pis;
    PerSite<RouterAnswers> routers;
    bool addressesAreTyped = false; // those of the plan: they are the person's own, and not to be proposed anew
    QString loginServer;
    QString language;
    bool applied = false; // the plan was once put onto the Pis
    QByteArray ownKey; // its public half: what is put on a Pi that is remembered. The private half lies in the desktop's keychain
    std::optional<UnfinishedRun> unfinished;
    bool operator==(const Answers &) const = default;
};

class SavedSetup
{
public:
    // An empty folder: nothing is read or written.
    explicit SavedSetup(const QString &folder = {});
    // The user's own config folder for TwinLAN.
    static SavedSetup forUser();

    [[nodiscard]] QString knownHostsPath() const;
    [[nodiscard]] QString windowPath() const; // where the window was, as Qt writes it down
    [[nodiscard]] bool planWasRead() const { return m_planWasRead; }
    // The plan was put onto the Pis, or at least begun: there is something to check and to take back.
    [[nodiscard]] bool wasApplied() const { return m_planWasRead && m_answers.applied; }
    // There is a plan, but it cannot be used.
    [[nodiscard]] const std::optional<Error> &planError() const { return m_planError; }
    [[nodiscard]] const BridgePlan &plan() const { return m_plan; }
    [[nodiscard]] const Answers &answers() const { return m_answers; }

    // Write at once, atomically. A disk that is full loses the memory, not the setup: no error is raised.
    void save(const BridgePlan &plan);
    void save(const Answers &answers);
    // What was answered besides stays: change([&](Answers &all) { all.language = code; })
    template <class Change> void change(const Change &change)
    {
        Answers all = m_answers;
        change(all);
        save(all);
    }
    void forgetPlan();

private:
    [[nodiscard]] QString pathOf(const QString &name) const;

    QString m_folder;
    BridgePlan m_plan;
    bool m_planWasRead = false;
    std::optional<Error> m_planError;
    Answers m_answers;
};

} // namespace twinlan
