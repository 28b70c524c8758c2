// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/flow/addresschoice.h"

#include "remote/setup/proposal.h"
#include "remote/setup/storedplan.h"

namespace twinlan {

AddressChoice::AddressChoice(Backend &backend, SavedSetup &saved, const PerSite<PiConnection *> &pis, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_saved(saved)
    , m_pis(pis)
    , m_draft(saved.plan().addresses)
    , m_isTyped(saved.answers().addressesAreTyped)
{
}

// --- the addresses

void AddressChoice::setText(Site site, AddressField field, const QString &text)
{
    m_draft.setText(site, field, text);
    m_isTyped = true;
    Q_EMIT changed();
}

void AddressChoice::repair()
{
    m_draft = AddressDraft(m_draft.repaired());
    Q_EMIT changed();
}

void AddressChoice::useProposed()
{
    m_draft = AddressDraft(proposal());
    m_isTyped = false;
    Q_EMIT changed();
}

void AddressChoice::propose()
{
    const bool isInUse = m_saved.wasApplied() || m_isTyped || routerIsChanged(Site::A) || routerIsChanged(Site::B);
    if (isInUse || !factsOfNow(Site::A) || !factsOfNow(Site::B))
        return;
    m_draft = AddressDraft(proposal());
    Q_EMIT changed();
}

AddressPlan AddressChoice::take()
{
    m_saved.change([&](Answers &all) { all.addressesAreTyped = m_isTyped; });
    return *m_draft.plan();
}

// Nothing of a Pi that does not answer any more: it may have moved.
const PiFacts *AddressChoice::factsOfNow(Site site) const
{
    const PiState &pi = m_pis[site]->state();
    return pi.facts && !pi.error ? &*pi.facts : nullptr;
}

// What both Pis were set up for, perhaps from another computer.
std::optional<AddressPlan> AddressChoice::stored() const
{
    PerSite<std::optional<AddressPlan>> stored;
    for (const Site site : bothSites) {
        const PiFacts *facts = factsOfNow(site);
        if (const auto plan = facts ? storedPlan(*facts) : std::nullopt)
            stored[site] = plan->addresses;
    }
    return stored.a == stored.b ? stored.a : std::nullopt;
}

AddressPlan AddressChoice::proposal() const
{
    PerSite<std::optional<PiAddress>> pis;
    for (const Site site : bothSites) {
        const PiFacts *facts = factsOfNow(site);
        if (const auto address = facts ? facts->lanAddress() : std::nullopt)
            pis[site] = PiAddress { *address, facts->hasFixedAddress() };
    }
    const RoutersSeen routers = routersSeen();
    const auto known = stored();
    if (known && routers.at(Site::A, *known) == known->homes.a.router)
        return *known; // the routers were set for it, and their ranges nobody can see
    return proposedAddresses(routers, pis);
}

// --- the routers

void AddressChoice::save(Site site, const RouterAnswers &router)
{
    m_saved.change([&](Answers &all) { all.routers[site] = router; });
    Q_EMIT changed();
}

void AddressChoice::setRouterMaker(Site site, const QString &guide)
{
    save(site, { guide, router(site).changedTo });
}

bool AddressChoice::routerIsChanged(Site site) const
{
    const QString &changedTo = router(site).changedTo;
    return !changedTo.isEmpty() && changedTo == m_draft.routerText(site);
}

void AddressChoice::setRouterIsChanged(Site site, bool changed)
{
    save(site, { router(site).maker, changed ? m_draft.routerText(site) : QString() });
    if (changed)
        lookAtRouters();
}

RoutersSeen AddressChoice::routersSeen() const
{
    const auto routerOf = [this](Site site) {
        const PiFacts *facts = factsOfNow(site);
        return facts ? Ipv4::parse(facts->defaultGateway) : std::nullopt;
    };
    return { m_backend.ownRouter(), { routerOf(Site::A), routerOf(Site::B) }, m_saved.answers().pis.b.place == Place::NextToMe };
}

void AddressChoice::lookAtRouters()
{
    m_pis.a->refresh();
    if (m_saved.answers().pis.b.place == Place::OtherHome)
        m_pis.b->refresh();
}

} // namespace twinlan
