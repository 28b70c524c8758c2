// SPDX-License-Identifier: GPL-3.0-or-later
// The addresses of both homes: what the two routers are, what they are to be set to, and whether that has been done.
#pragma once

#include "remote/setup/routersseen.h"
#include "wizard/flow/addressdraft.h"
#include "wizard/flow/piconnection.h"
#include "wizard/flow/savedsetup.h"

namespace twinlan {

class AddressChoice : public QObject
{
    Q_OBJECT

public:
    // All of them outlive it.
    AddressChoice(Backend &backend, SavedSetup &saved, const PerSite<PiConnection *> &pis, QObject *parent = nullptr);

    [[nodiscard]] const AddressDraft &draft() const { return m_draft; }
    void setText(Site site, AddressField field, const QString &text);
    void repair();
    void useProposed(); // in the place of whatever was typed
    // At each visit anew, of what both Pis have seen by then, as long as nobody has typed anything, set a router, or begun a setup with it.
    void propose();
    // Those of a good draft. What was typed is not lost with the program.
    [[nodiscard]] AddressPlan take();

    [[nodiscard]] const RouterAnswers &router(Site site) const { return m_saved.answers().routers[site]; }
    void setRouterMaker(Site site, const QString &guide);
    // It has the values of the draft; another value makes that untrue.
    [[nodiscard]] bool routerIsChanged(Site site) const;
    void setRouterIsChanged(Site site, bool changed);
    // By those that answer, which is now and not before.
    [[nodiscard]] RoutersSeen routersSeen() const;
    void lookAtRouters(); // the Pis, each in its home

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] const PiFacts *factsOfNow(Site site) const;
    [[nodiscard]] std::optional<AddressPlan> stored() const;
    [[nodiscard]] AddressPlan proposal() const;
    void save(Site site, const RouterAnswers &router);

    Backend &m_backend;
    SavedSetup &m_saved;
    const PerSite<PiConnection *> m_pis;
    AddressDraft m_draft;
    bool m_isTyped; // by the person, who is not to lose it
};

} // namespace twinlan
