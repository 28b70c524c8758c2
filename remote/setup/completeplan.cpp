// SPDX-License-Identifier: GPL-3.0-or-later
// From what the two Pis say of themselves to a plan that can be carried out, or the typed reason why not.
#include "remote/setup/routerclash.h"
#include "remote/setup/setuprun.h"
#include "remote/setup/takeover.h"

namespace twinlan {

namespace {

ErrorKind errorFor(NetworkObstacle::Kind kind)
{
    switch (kind) {
    case NetworkObstacle::Kind::OtherService:
        break;
    case NetworkObstacle::Kind::TwoServices:
        return ErrorKind::TwoNetworkServices;
    case NetworkObstacle::Kind::NoProfile:
        return ErrorKind::ProfileMissing;
    case NetworkObstacle::Kind::ProfileSetting:
        return ErrorKind::ProfileUnsupported;
    case NetworkObstacle::Kind::CardInUse:
        return ErrorKind::CardInUse;
    case NetworkObstacle::Kind::NotOneCard:
        return ErrorKind::LanNotOnePort;
    }
    return ErrorKind::UnsupportedSystem;
}

std::optional<Error> refusal(const BridgePlan &plan, const PiFacts &facts)
{
    const auto refuse = [&](ErrorKind kind, const QString &detail) { return Error { kind, facts.hostName, {}, detail }; };

    // What a newer TwinLAN has set up may mean more than this one understands.
    if (!facts.planJson.isEmpty())
        if (const auto stored = BridgePlan::fromJson(facts.planJson); !stored && stored.error().kind == ErrorKind::PlanTooNew)
            return refuse(ErrorKind::PlanTooNew, stored.error().detail);

    const auto obstacle = facts.networkObstacle();
    if (obstacle && obstacle->kind == NetworkObstacle::Kind::NotOneCard)
        return refuse(errorFor(obstacle->kind), obstacle->value);
    const auto *leads = facts.interface(facts.defaultInterface);
    const auto *wired = facts.lanInterface();
    if (!wired || (leads && leads->kind == QLatin1String("wlan")))
        return refuse(ErrorKind::WifiOnly, facts.defaultInterface);
    // The recipe done by hand, or a network of somebody's own: our files beside it would configure the same card twice.
    const QStringList byHand = madeByHand(facts, plan.bridgeName);
    const bool canGiveWay = takeOver(facts, plan.bridgeName).has_value();
    if (!byHand.isEmpty() && !(canGiveWay && plan.takesOver))
        return refuse(canGiveWay ? ErrorKind::HandMade : ErrorKind::ForeignBridge, byHand.join(u' '));
    if (const auto remains = canGiveWay ? facts.cardObstacle() : obstacle)
        return refuse(errorFor(remains->kind), remains->value);
    if (!facts.forgets.isEmpty())
        return refuse(ErrorKind::ForgetsChanges, facts.forgets);

    for (const auto &module : kernelModules(plan))
        if (!facts.availableModules.contains(module))
            return refuse(ErrorKind::ModuleMissing, module);

    // Asked once more before anything is installed (install-packages.sh), by what apt itself would do.
    if (const QStringList theirs = packagesInTheWay(facts.installedPackages); !theirs.isEmpty())
        return refuse(ErrorKind::PackageConflict, theirs.join(u' '));

    const auto &tailscale = facts.tailscale;
    if (!tailscale.installed)
        return refuse(ErrorKind::TailscaleMissing, {});
    if (!tailscale.running)
        return refuse(ErrorKind::TailscaleStopped, {});
    // GRE passes end to end only since 1.36 (network-facts).
    if (!tailscale.provenByTunnel && !tailscale.isAtLeast(1, 36))
        return refuse(ErrorKind::TailscaleTooOld, tailscale.version);
    if (tailscale.backendState != QLatin1String("Running") || tailscale.address.isEmpty())
        return refuse(ErrorKind::TailscaleLoggedOut, tailscale.backendState);
    return std::nullopt;
}

bool hasPeer(const PiFacts &facts, const QString &address)
{
    for (const auto &peer : facts.tailscale.peers)
        if (peer.address == address)
            return true;
    return false;
}

} // namespace

Result<BridgePlan> SetupRun::completePlan(BridgePlan plan, const PerSite<PiFacts> &facts)
{
    for (const auto site : bothSites) {
        if (auto error = refusal(plan, facts[site]))
            return *error;
        auto &pi = plan.pis[site];
        const auto *wired = facts[site].lanInterface();
        pi.lanInterface = wired->name;
        pi.mac = wired->mac;
        pi.dhcpClientId.clear();
        if (const auto gives = plan.takesOver ? takeOver(facts[site], plan.bridgeName) : std::nullopt) {
            pi.mac = gives->mac;
            pi.dhcpClientId = gives->dhcpClientId;
        } else if (const auto stored = BridgePlan::fromJson(facts[site].planJson); stored && !stored->pis[site].dhcpClientId.isEmpty()) {
            // Taken over by an earlier setup.
            pi.mac = stored->pis[site].mac;
            pi.dhcpClientId = stored->pis[site].dhcpClientId;
        }
        pi.tailnetAddress = facts[site].tailscale.address;
        const bool byProfiles = facts[site].networkOwner == NetworkOwner::NetworkManager;
        pi.addressing = byProfiles ? Addressing::NetworkManager : Addressing::DhcpcdDhcp;
        pi.dhcpcdOptions = byProfiles ? QStringList() : facts[site].dhcpcdOptions.value(wired->name);
        pi.addsSource = !byProfiles && !facts[site].readsInterfacesD;
        pi.profileSettings = byProfiles ? facts[site].profileSettings : QStringList();
        pi.filter = facts[site].availableModules.contains(QLatin1String("nf_tables")) ? FilterBackend::Nftables
                                                                                       : FilterBackend::EbtablesIptables;
        if (pi.lanHost.isEmpty())
            if (const auto address = facts[site].lanAddress())
                pi.lanHost = address->toString();
    }
    for (const auto site : bothSites)
        if (const auto &tailscale = facts[site].tailscale; tailscale.isCutOff())
            return Error { ErrorKind::TailscaleTrouble, facts[site].hostName, {}, tailscale.health.join(u'\n') };
    for (const auto site : bothSites)
        if (!hasPeer(facts[site], plan.pis[otherSite(site)].tailnetAddress))
            return Error { ErrorKind::TailscalePeerMissing, facts[site].hostName, {}, plan.pis[otherSite(site)].tailnetAddress };
    // Joined, each PC would hear both. The guard on the Pis does not tell two routers of one address apart.
    if (const auto clash = routerClash(plan, facts))
        return Error { ErrorKind::SameRouter, facts[clash->toChange].hostName, {}, clash->toText() };
    // What a Pi says of itself ends in files that root reads: judged as strictly as a plan file.
    if (auto valid = plan.validate(); !valid)
        return valid.error();
    // Both must have found the same one; otherwise it is tried anew.
    const auto a = settledCarrier(plan, facts.a);
    if (a && a == settledCarrier(plan, facts.b))
        plan.carrier = *a;
    return plan;
}

} // namespace twinlan
