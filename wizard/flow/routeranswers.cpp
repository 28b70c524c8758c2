// SPDX-License-Identifier: GPL-3.0-or-later
// The controller's part about the two routers: what they are to be set to, and what is known of them.
#include "wizard/flow/setupcontroller.h"

#include "remote/setup/proposal.h"
#include "remote/setup/storedplan.h"

namespace twinlan {

namespace {

// Nothing of a Pi that does not answer any more: it may have moved.
const PiFacts *factsOfNow(const PiState &pi)
{
    return pi.facts && !pi.error ? &*pi.facts : nullptr;
}

// What both Pis were set up for, perhaps from another computer.
std::optional<AddressPlan> storedOn(const PerSite<const PiFacts *> &pis)
{
    PerSite<std::optional<AddressPlan>> stored;
    for (const Site site : bothSites) {
        if (const auto plan = pis[site] ? storedPlan(*pis[site]) : std::nullopt)
            stored[site] = plan->addresses;
    }
    return stored.a == stored.b ? stored.a : std::nullopt;
}

} // namespace

void SetupController::setAddressText(Site site, AddressField field, const QString &text)
{
    m_draft.setText(site, field, text);
    m_addressesAreTyped = true;
    notifyAddresses();
}

void SetupController::repairAddresses()
{
    m_draft = AddressDraft(m_draft.repaired());
    notifyAddresses();
}

void SetupController::useProposedAddresses()
{
    m_draft = AddressDraft(proposal());
    m_addressesAreTyped = false;
    notifyAddresses();
}

AddressPlan SetupController::proposal() const
{
    PerSite<std::optional<PiAddress>> pis;
    for (const Site site : bothSites) {
        const PiFacts *facts = factsOfNow(pi(site));
        if (const auto address = facts ? facts->lanAddress() : std::nullopt)
            pis[site] = PiAddress { *address, facts->hasFixedAddress() };
    }
    const RoutersSeen routers = routersSeen();
    const auto stored = storedOn({ factsOfNow(pi(Site::A)), factsOfNow(pi(Site::B)) });
    if (stored && routers.at(Site::A, *stored) == stored->homes.a.router)
        return *stored; // the routers were set for it, and their ranges nobody can see
    return proposedAddresses(routers, pis);
}

// At each visit anew, of what both Pis have seen by then, as long as nobody has typed anything, set a router, or begun a setup with it.
void SetupController::proposeAddresses()
{
    const bool isInUse = wasApplied() || m_addressesAreTyped || routerIsChanged(Site::A) || routerIsChanged(Site::B);
    if (isInUse || !factsOfNow(pi(Site::A)) || !factsOfNow(pi(Site::B)))
        return;
    m_draft = AddressDraft(proposal());
    notifyAddresses();
}

// What was typed is not lost with the program.
void SetupController::takeAddresses()
{
    m_plan.addresses = *m_draft.plan();
    m_saved.save(m_plan);
    Answers all = m_saved.answers();
    all.addressesAreTyped = m_addressesAreTyped;
    m_saved.save(all);
}

void SetupController::notifyAddresses()
{
    Q_EMIT addressesChanged();
    Q_EMIT navigationChanged();
}

void SetupController::save(Site site, const RouterAnswers &router)
{
    Answers all = m_saved.answers();
    all.routers[site] = router;
    m_saved.save(all);
    Q_EMIT addressesChanged();
}

void SetupController::setRouterMaker(Site site, const QString &guide)
{
    save(site, { guide, routerAnswers(site).changedTo });
}

bool SetupController::routerIsChanged(Site site) const
{
    const QString &changedTo = routerAnswers(site).changedTo;
    return !changedTo.isEmpty() && changedTo == m_draft.routerText(site);
}

void SetupController::setRouterIsChanged(Site site, bool changed)
{
    save(site, { routerAnswers(site).maker, changed ? m_draft.routerText(site) : QString() });
    if (changed)
        lookAtRouters();
}

RoutersSeen SetupController::routersSeen() const
{
    const auto routerOf = [this](Site site) {
        const PiFacts *facts = factsOfNow(pi(site));
        return facts ? Ipv4::parse(facts->defaultGateway) : std::nullopt;
    };
    return { m_backend.ownRouter(), { routerOf(Site::A), routerOf(Site::B) }, answers(Site::B).place == Place::NextToMe };
}

void SetupController::lookAtRouters()
{
    refresh(Site::A);
    if (answers(Site::B).place == Place::OtherHome)
        refresh(Site::B);
}

} // namespace twinlan
