// SPDX-License-Identifier: GPL-3.0-or-later
// Homes that are set up, as the first page tells of them by itself: a Pi that is remembered is signed in to and asked, and nobody waits for
// it. Kept is only when a Pi was last seen; all else is what its connection and the memory of it know.
#pragma once

#include "remote/setup/readiness.h"
#include "wizard/flow/remembering.h"

namespace twinlan {

class HomeWatch : public QObject
{
    Q_OBJECT

public:
    // All of them outlive it. What changes here is heard of by the signals of the connections and of the memory.
    HomeWatch(const PerSite<PiConnection *> &pis, Remembering &memory, SavedSetup &saved, QObject *parent = nullptr);

    [[nodiscard]] HomeStage stage(Site site) const;
    [[nodiscard]] const PiAnswers &answers(Site site) const { return m_saved.answers().pis[site]; }
    [[nodiscard]] const std::optional<Error> &error(Site site) const { return m_pis[site]->state().error; } // with Silent and AsksPerson
    [[nodiscard]] bool isLooking() const;
    [[nodiscard]] bool canLook() const; // there is a Pi that can be asked without the person
    [[nodiscard]] bool isSetUp(Site site) const; // as a Pi that answers says
    // Nothing: it is not known.
    [[nodiscard]] std::optional<bool> areJoined() const;
    // Why they are not; Unknown for a Pi that does not answer.
    [[nodiscard]] PerSite<TunnelState> tunnelStates() const;
    // What is to be known of a Pi that answers, as the check-up says it; a login only when it ends soon.
    [[nodiscard]] std::vector<Finding> notices(Site site) const;

    void connectRemembered(); // where nobody is signed in or on the way
    void look(); // and ask again where somebody is
    void stop(); // what is on the way arrives; nothing else is begun

private:
    [[nodiscard]] const PiFacts *factsOfNow(Site site) const;
    [[nodiscard]] bool waitsForKey(Site site) const; // the connection has not been begun yet
    void noteSeen(Site site);
    void connectPiB();

    PerSite<PiConnection *> m_pis;
    Remembering &m_memory;
    SavedSetup &m_saved;
    bool m_piBWaits = false; // for Pi A
};

} // namespace twinlan
