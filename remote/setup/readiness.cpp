// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/readiness.h"

#include "remote/core/enumname.h"
#include "remote/core/words.h"
#include "remote/plan/render.h"
#include "remote/setup/routerclash.h"
#include "remote/setup/routersseen.h"
#include "remote/setup/takeover.h"

#include <QDateTime>
#include <algorithm>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

// Packages (about 10 MB unpacked), the backup and apt's lists; below this apt itself begins to fail.
constexpr qint64 leastDiskKb = 60 * 1024;
constexpr qint64 comfortableDiskKb = 300 * 1024;
// Tailscale's and apt's certificates fail on a clock that is days off; minutes only make logs hard to read.
constexpr qint64 toleratedClockSeconds = 120;
constexpr qint64 brokenClockSeconds = 24 * 3600;

using Findings = std::vector<Finding>;

void pass(Findings &out, FindingKind kind, Site site, const QString &value = {}) { out.push_back({ kind, Level::Pass, site, value }); }
void warn(Findings &out, FindingKind kind, Site site, const QString &value) { out.push_back({ kind, Level::Warn, site, value }); }
void stop(Findings &out, FindingKind kind, Site site, const QString &value, std::optional<ErrorKind> refusedAs)
{
    out.push_back({ kind, Level::Stop, site, value, refusedAs });
}

void obstacle(Findings &out, Site site, const NetworkObstacle &obstacle)
{
    const auto as = [&](FindingKind finding, ErrorKind error) { stop(out, finding, site, obstacle.value, error); };
    switch (obstacle.kind) {
    case NetworkObstacle::Kind::OtherService:
        return as(FindingKind::NetworkOwner, ErrorKind::UnsupportedSystem);
    case NetworkObstacle::Kind::TwoServices:
        return as(FindingKind::TwoServices, ErrorKind::TwoNetworkServices);
    case NetworkObstacle::Kind::NoProfile:
        return as(FindingKind::NoProfile, ErrorKind::ProfileMissing);
    case NetworkObstacle::Kind::ProfileSetting:
        return as(FindingKind::ProfileSetting, ErrorKind::ProfileUnsupported);
    case NetworkObstacle::Kind::CardInUse:
        return as(FindingKind::CardInUse, ErrorKind::CardInUse);
    case NetworkObstacle::Kind::NotOneCard:
        return as(FindingKind::NotOneCard, ErrorKind::LanNotOnePort);
    }
}

// What was set up by hand: our files beside it would configure the same card twice. False: somebody's bridge has the card for good.
bool handMade(Findings &out, const BridgePlan &plan, const PiFacts &facts, Site site)
{
    const QString byHand = madeByHand(facts, plan.bridgeName).join(u", "_s);
    const bool canGiveWay = takeOver(facts, plan.bridgeName).has_value();
    if (canGiveWay && plan.takesOver)
        warn(out, FindingKind::HandMade, site, byHand);
    else if (canGiveWay)
        stop(out, FindingKind::HandMade, site, byHand, ErrorKind::HandMade);
    else if (!byHand.isEmpty())
        stop(out, FindingKind::ForeignBridge, site, byHand, ErrorKind::ForeignBridge);
    else
        pass(out, FindingKind::ForeignBridge, site);
    return canGiveWay || byHand.isEmpty();
}

// `leadsOut`: the card itself leads to the router, or a network that will give way to ours. Otherwise the profile that was read is a Wi-Fi's or a
// bridge's, and what it says must not keep the setup from the card.
void network(Findings &out, const BridgePlan &plan, const PiFacts &facts, Site site, bool leadsOut)
{
    // What was made by hand is a finding of its own; without it another service would have the network.
    const bool byHand = facts.networkOwner == NetworkOwner::ByHand && !madeByHand(facts, plan.bridgeName).isEmpty();
    const bool cardOnly = byHand || takeOver(facts, plan.bridgeName);
    const auto found = cardOnly ? facts.cardObstacle() : facts.networkObstacle();
    using Kind = NetworkObstacle::Kind;
    if (!found)
        pass(out, FindingKind::NetworkOwner, site, networkOwnerName(facts.networkOwner));
    else if (leadsOut || (found->kind != Kind::ProfileSetting && found->kind != Kind::NoProfile))
        obstacle(out, site, *found);
}

void lanCard(Findings &out, const BridgePlan &plan, const PiFacts &facts, Site site)
{
    if (const auto found = facts.cardObstacle(); found && found->kind == NetworkObstacle::Kind::NotOneCard)
        return obstacle(out, site, *found);
    const InterfaceFacts *lan = facts.lanInterface();
    if (const auto *leads = facts.interface(facts.defaultInterface); !lan || (leads && leads->kind == InterfaceKind::Wlan)) {
        stop(out, FindingKind::Wired, site, facts.defaultInterface, ErrorKind::WifiOnly);
        return network(out, plan, facts, site, false);
    }
    pass(out, FindingKind::Wired, site, lan->name);
    if (lan->speedMbit > 0)
        out.push_back({ FindingKind::LinkSpeed, lan->speedMbit < 1000 ? Level::Warn : Level::Pass, site, QString::number(lan->speedMbit) });
    const bool leadsOut = handMade(out, plan, facts, site);
    network(out, plan, facts, site, leadsOut);
    QStringList others;
    for (const InterfaceFacts &each : facts.interfaces) {
        const bool isNetwork = each.kind == InterfaceKind::Bridge || each.kind == InterfaceKind::Vlan;
        if (isNetwork && each.name != lan->master)
            others << each.name;
    }
    if (!others.isEmpty())
        warn(out, FindingKind::OtherNetworks, site, others.join(u", "_s));
    if (!facts.boundToCard.isEmpty())
        warn(out, FindingKind::BoundToCard, site, facts.boundToCard.join(u", "_s));
    if (!facts.firewallNames.isEmpty())
        warn(out, FindingKind::Firewall, site, facts.firewallNames);
}

// Where it sends more than the tailnet's own addresses.
void tailscaleRoutes(Findings &out, const BridgePlan &plan, const TailscaleFacts &ts, Site site)
{
    if (const QString route = ts.routeTo(plan.addresses.homes[site].router); !route.isEmpty())
        stop(out, FindingKind::TailscaleRoute, site, route, ErrorKind::TailscaleRoute);
    if (ts.usesExitNode())
        warn(out, FindingKind::ExitNode, site, {});
}

void tailscale(Findings &out, const BridgePlan &plan, const PiFacts &facts, Site site, qint64 nowUtc)
{
    const TailscaleFacts &ts = facts.tailscale;
    if (!ts.installed)
        return stop(out, FindingKind::TailscaleVersion, site, {}, ErrorKind::TailscaleMissing);
    if (ts.needsInstalling())
        return stop(out, FindingKind::TailscaleVersion, site, ts.version, ErrorKind::TailscaleTooOld);
    pass(out, FindingKind::TailscaleVersion, site, ts.version);
    if (ts.userspace)
        stop(out, FindingKind::TailscaleTun, site, {}, ErrorKind::TailscaleUserspace);
    else
        pass(out, FindingKind::TailscaleTun, site);
    if (!ts.running)
        return stop(out, FindingKind::TailscaleLogin, site, {}, ErrorKind::TailscaleStopped);
    if (ts.needsApproval())
        return stop(out, FindingKind::TailscaleLogin, site, ts.backendState, ErrorKind::TailscaleNeedsApproval);
    if (!ts.isLoggedIn() || ts.address.isEmpty())
        return stop(out, FindingKind::TailscaleLogin, site, ts.backendState, ErrorKind::TailscaleLoggedOut);
    pass(out, FindingKind::TailscaleLogin, site, ts.address);
    if (ts.isCutOff())
        stop(out, FindingKind::TailscaleTrouble, site, ts.health.join(u' '), ErrorKind::TailscaleTrouble);
    else if (ts.isInTrouble())
        warn(out, FindingKind::TailscaleTrouble, site, ts.health.join(u' '));
    else
        pass(out, FindingKind::TailscaleTrouble, site);
    if (ts.shieldsUp)
        stop(out, FindingKind::ShieldsUp, site, {}, ErrorKind::TailscaleShieldsUp);
    tailscaleRoutes(out, plan, ts, site);
    out.push_back(keyExpiryOf(facts, site, nowUtc));
}

void machine(Findings &out, const BridgePlan &plan, const PiFacts &facts, Site site, qint64 nowUtc)
{
    const bool small = facts.architecture == "armhf"_L1 || facts.architecture == "armel"_L1 || facts.architecture == "i386"_L1;
    out.push_back({ FindingKind::WordSize, small ? Level::Warn : Level::Pass, site, facts.architecture });
    const auto passUnless = [&](const QString &value, FindingKind kind, ErrorKind refusedAs) {
        if (value.isEmpty())
            pass(out, kind, site);
        else
            stop(out, kind, site, value, refusedAs);
    };
    QStringList missing;
    for (const QString &name : kernelModules(plan)) {
        if (!facts.availableModules.contains(name) && !facts.loadedModules.contains(name))
            missing << name;
    }
    passUnless(missing.join(u' '), FindingKind::Modules, ErrorKind::ModuleMissing);
    // Asked once more before anything is installed (install-packages.sh), by what apt itself would do.
    passUnless(packagesInTheWay(facts.installedPackages).join(u", "_s), FindingKind::PackageConflict, ErrorKind::PackageConflict);
    passUnless(facts.forgets, FindingKind::Forgets, ErrorKind::ForgetsChanges);
    if (facts.freeDiskKb) {
        const Level disk = *facts.freeDiskKb < leastDiskKb ? Level::Stop : (*facts.freeDiskKb < comfortableDiskKb ? Level::Warn : Level::Pass);
        out.push_back({ FindingKind::Disk, disk, site, QString::number(*facts.freeDiskKb / 1024) });
    }
    if (facts.clockUtc) {
        const qint64 off = std::llabs(*facts.clockUtc - nowUtc);
        const Level clock = off > brokenClockSeconds ? Level::Stop : (off > toleratedClockSeconds ? Level::Warn : Level::Pass);
        out.push_back({ FindingKind::Clock, clock, site, QString::number(off / 60) });
    }
    if (facts.runState == RunState::Armed)
        warn(out, FindingKind::Interrupted, site, QString::number(std::max<qint64>(facts.rollbackInSeconds, 0)));
    if (!facts.gaveBack.isEmpty())
        warn(out, FindingKind::GaveBack, site, facts.gaveBack);
    if (!facts.heldBy.isEmpty())
        stop(out, FindingKind::HeldByAnother, site, facts.heldBy, std::nullopt);
    // This program may misread the plan of a newer TwinLAN.
    if (!facts.planJson.isEmpty())
        if (const auto stored = BridgePlan::fromJson(facts.planJson); !stored && stored.error().kind == ErrorKind::PlanTooNew)
            stop(out, FindingKind::PlanTooNew, site, stored.error().detail, ErrorKind::PlanTooNew);
}

const TailscaleFacts::Peer *peerAt(const PiFacts &facts, const QString &address)
{
    const auto &peers = facts.tailscale.peers;
    const auto found = std::find_if(peers.begin(), peers.end(), [&](const auto &peer) { return peer.address == address; });
    return found == peers.end() ? nullptr : &*found;
}

// Both together, in Tailscale.
void tailnet(Findings &out, const PerSite<PiFacts> &facts)
{
    const QString a = facts.a.tailscale.address;
    const QString b = facts.b.tailscale.address;
    if (!a.isEmpty() && a == b) {
        out.push_back({ FindingKind::DifferentPis, Level::Stop, std::nullopt, a, ErrorKind::TailscalePeerMissing });
        return;
    }
    out.push_back({ FindingKind::DifferentPis, Level::Pass, std::nullopt, a });
    // One that is logged out knows of nobody.
    if (a.isEmpty() || b.isEmpty() || !facts.a.tailscale.isLoggedIn() || !facts.b.tailscale.isLoggedIn())
        return;
    for (const Site site : bothSites) {
        const QString other = facts[otherSite(site)].tailscale.address;
        if (!peerAt(facts[site], other)) {
            out.push_back({ FindingKind::SameTailnet, Level::Stop, std::nullopt, other, ErrorKind::TailscalePeerMissing });
            return;
        }
    }
    const auto *peer = peerAt(facts.a, b);
    out.push_back({ FindingKind::SameTailnet, peer->online ? Level::Pass : Level::Warn, std::nullopt, peer->name });
}

void addresses(Findings &out, const BridgePlan &plan, const PerSite<PiFacts> &facts, const Surroundings &around)
{
    const RoutersSeen routers { around.ownRouter, { Ipv4::parse(facts.a.defaultGateway), std::nullopt }, around.piBIsHere };
    if (routers.areTwoInHomeA(plan.addresses))
        warn(out, FindingKind::TwoRouters, Site::A, routers.own->toString() + u", "_s + routers.pis.a->toString());
    for (const Site site : bothSites) {
        if (around.piBIsHere && site == Site::B)
            continue; // nobody has seen the router of its home yet
        const HomeAddresses &home = plan.addresses.homes[site];
        const QString seen = facts[site].defaultGateway;
        const bool isPlanned = seen == home.router.toString();
        out.push_back({ FindingKind::RouterAsPlanned, isPlanned ? Level::Pass : Level::Warn, site, seen });
        const auto lease = facts[site].hasFixedAddress() ? std::nullopt : facts[site].lanAddress();
        if (isPlanned && lease && !home.dhcp.contains(*lease))
            warn(out, FindingKind::LeaseOutsideRange, site, lease->toString());
    }
    if (const auto clash = routerClash(plan, facts))
        stop(out, FindingKind::SameRouter, clash->toChange, clash->toText(), ErrorKind::SameRouter);
    const PerSite<std::optional<Ipv4>> pis { facts.a.lanAddress(), facts.b.lanAddress() };
    Finding finding { FindingKind::PiAddress, Level::Pass, std::nullopt, {} };
    for (const AddressProblem &problem : plan.addresses.problems(pis)) {
        if (problem.kind == AddressProblemKind::PiAddressTaken)
            finding = { FindingKind::PiAddress, Level::Stop, problem.site, problem.at.toString() };
    }
    out.push_back(finding);
}

} // namespace

std::vector<Finding> findingsOf(const BridgePlan &plan, const PiFacts &facts, Site site, qint64 nowUtc)
{
    Findings out;
    lanCard(out, plan, facts, site);
    tailscale(out, plan, facts, site, nowUtc);
    machine(out, plan, facts, site, nowUtc);
    return out;
}

Finding keyExpiryOf(const PiFacts &facts, Site site, qint64 nowUtc)
{
    const QDateTime &end = facts.tailscale.keyExpiry;
    if (!end.isValid())
        return { FindingKind::KeyExpiry, Level::Pass, site, {} };
    return { FindingKind::KeyExpiry, end.toSecsSinceEpoch() <= nowUtc ? Level::Stop : Level::Warn, site, end.date().toString(Qt::ISODate) };
}

bool isHalfDone(const PiFacts &facts, const PiFacts &other)
{
    return facts.runState == RunState::None && other.runState == RunState::Confirmed;
}

std::vector<Finding> findings(const BridgePlan &plan, const PerSite<PiFacts> &facts, const Surroundings &around)
{
    Findings out = findingsOf(plan, facts.a, Site::A, around.nowUtc);
    const Findings ofB = findingsOf(plan, facts.b, Site::B, around.nowUtc);
    out.insert(out.end(), ofB.begin(), ofB.end());
    for (const Site site : bothSites) {
        if (isHalfDone(facts[site], facts[otherSite(site)]))
            warn(out, FindingKind::HalfDone, site, {});
    }
    tailnet(out, facts);
    addresses(out, plan, facts, around);
    return out;
}

QString levelWord(Level level)
{
    static constexpr Word<Level> words[] = { { Level::Pass, "pass" }, { Level::Warn, "warn" }, { Level::Stop, "stop" } };
    return wordOf(words, level);
}

QString findingKindName(FindingKind kind)
{
    return nameOf(kind);
}

bool hasBlocker(const std::vector<Finding> &findings)
{
    return std::any_of(findings.begin(), findings.end(), [](const Finding &f) { return f.level == Level::Stop; });
}

std::optional<Error> refusal(const BridgePlan &plan, const PerSite<PiFacts> &facts)
{
    for (const Finding &finding : findings(plan, facts, {})) { // no rule with refusedAs asks for the surroundings
        if (finding.refusedAs)
            return Error { *finding.refusedAs, facts[finding.site.value_or(Site::A)].hostName, {}, finding.value };
    }
    return std::nullopt;
}

} // namespace twinlan
