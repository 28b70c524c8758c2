// SPDX-License-Identifier: GPL-3.0-or-later
// What opens a Pi the next time without a password being asked: a key of our own, made once, whose private half lies in the desktop's
// keychain, beside a password for sudo where a Pi's sudo asks for one. Where there is no such keychain, everything is asked as ever.
#pragma once

#include "wizard/flow/piconnection.h"
#include "wizard/flow/stages.h"

namespace twinlan {

class Remembering : public QObject
{
    Q_OBJECT

public:
    // All of them outlive it.
    Remembering(Backend &backend, SavedSetup &saved, const PerSite<PiConnection *> &pis, QObject *parent = nullptr);

    [[nodiscard]] MemoryStage stage(Site site) const { return m_memories[site].stage; }
    [[nodiscard]] bool isRemembered(Site site) const { return answers(site).isRemembered; }
    [[nodiscard]] const QByteArray &publicHalf() const { return m_saved.answers().ownKey; }

    // As the person wishes it: with what was typed; with nothing typed, by the key where the Pi is remembered.
    void connectTo(Site site, Secret password, Secret keyPassphrase);
    // Without a wish: where the Pi is remembered and nobody is signed in or on the way.
    void enter(Site site);
    // Also on the Pi, if somebody is signed in there.
    void forget(Site site);
    void forgetAll(); // here; a removal has seen to the Pis

Q_SIGNALS:
    void changed(twinlan::Site site);

private:
    struct Memory
    {
        MemoryStage stage = MemoryStage::None;
        int turn = 0; // what the keychain answers to an older one comes too late
        bool byKey = false; // the sign-in that goes on, or went well
        Secret password; // of a sign-in that may have to be kept
    };
    using TakeKey = std::function<void(std::optional<KeychainTrouble> trouble)>;

    [[nodiscard]] const PiAnswers &answers(Site site) const { return m_saved.answers().pis[site]; }
    void setStage(Site site, MemoryStage stage);
    void setRemembered(Site site, bool isRemembered);
    [[nodiscard]] QString sudoEntry(Site site) const; // empty: nobody has seen this Pi's host key
    // The keychain's answers, as long as `site` waits for them.
    template <class Take> auto inTurn(Site site, Take take);
    void readKey(Site site, TakeKey take);
    void enterBy(Site site, Secret sudoPassword);
    void keep(Site site);
    void makeKey(Site site);
    void placeKey(Site site);
    void takeRemembered(Site site, bool sudoAsks);
    void takeFailure(Task task, Site site, const Error &error);
    void follow(Site site);
    void dropEntries(Site site);
    void endForgetting(Site site, MemoryStage stage);

    Backend &m_backend;
    SavedSetup &m_saved;
    PerSite<PiConnection *> m_pis;
    PerSite<Memory> m_memories;
    Secret m_key; // the private half, once it was read or made
};

} // namespace twinlan
