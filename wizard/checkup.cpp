// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/checkup.h"

#include "remote/plan/render.h"
#include "remote/setup/routerclash.h"
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

FindingKind findingFor(NetworkObstacle::Kind kind)
{
    switch (kind) {
    case NetworkObstacle::Kind::OtherService:
        break;
    case NetworkObstacle::Kind::TwoServices:
        return FindingKind::TwoServices;
    case NetworkObstacle::Kind::NoProfile:
        return FindingKind::NoProfile;
    case NetworkObstacle::Kind::ProfileSetting:
        return FindingKind::ProfileSetting;
    case NetworkObstacle::Kind::CardInUse:
        return FindingKind::CardInUse;
    case NetworkObstacle::Kind::NotOneCard:
        return FindingKind::NotOneCard;
    }
    return FindingKind::NetworkOwner;
}

Finding network(const BridgePlan &plan, const PiFacts &facts, Site site)
{
    // SetupRun::completePlan refuses the same ones.
    // A file made by hand is a finding of its own; without it another service would have the network.
    const bool byHand = facts.networkOwner == NetworkOwner::Ifupdown && !madeByHand(facts, plan.bridgeName).isEmpty();
    const auto obstacle = byHand ? facts.cardObstacle() : facts.networkObstacle();
    if (!obstacle)
        return { FindingKind::NetworkOwner, Level::Pass, site, networkOwnerName(facts.networkOwner) };
    return { findingFor(obstacle->kind), Level::Stop, site, obstacle->value };
}

void cable(std::vector<Finding> &out, const BridgePlan &plan, const PiFacts &facts, Site site)
{
    const InterfaceFacts *lan = facts.lanInterface();
    if (const auto obstacle = facts.networkObstacle(); obstacle && obstacle->kind == NetworkObstacle::Kind::NotOneCard)
        return; // network() has said it
    if (!lan || lan->kind != "ether"_L1) {
        out.push_back({ FindingKind::Wired, Level::Stop, site, lan ? lan->name : facts.defaultInterface });
        return;
    }
    out.push_back({ FindingKind::Wired, Level::Pass, site, lan->name });
    if (lan->speedMbit > 0)
        out.push_back({ FindingKind::LinkSpeed, lan->speedMbit < 1000 ? Level::Warn : Level::Pass, site, QString::number(lan->speedMbit) });
    // SetupRun::completePlan refuses the same ones.
    const QString byHand = madeByHand(facts, plan.bridgeName).join(u", "_s);
    if (takeOver(facts, plan.bridgeName))
        out.push_back({ FindingKind::HandMade, plan.takesOver ? Level::Warn : Level::Stop, site, byHand });
    else
        out.push_back({ FindingKind::ForeignBridge, byHand.isEmpty() ? Level::Pass : Level::Stop, site, byHand });
    QStringList others;
    for (const InterfaceFacts &each : facts.interfaces) {
        const bool isNetwork = each.kind == "bridge"_L1 || each.kind == "vlan"_L1;
        if (isNetwork && each.name != lan->master)
            others << each.name;
    }
    if (!others.isEmpty())
        out.push_back({ FindingKind::OtherNetworks, Level::Warn, site, others.join(u", "_s) });
    if (!facts.boundToCard.isEmpty())
        out.push_back({ FindingKind::BoundToCard, Level::Warn, site, facts.boundToCard.join(u", "_s) });
    if (!facts.firewallNames.isEmpty())
        out.push_back({ FindingKind::Firewall, Level::Warn, site, facts.firewallNames });
}

void tailscale(std::vector<Finding> &out, const PiFacts &facts, Site site, qint64 nowUtc)
{
    const TailscaleFacts &ts = facts.tailscale;
    if (!ts.installed || !ts.isAtLeast(1, 36)) { // before 1.36 GRE does not pass (network-facts)
        out.push_back({ FindingKind::TailscaleVersion, Level::Stop, site, ts.version });
        return;
    }
    out.push_back({ FindingKind::TailscaleVersion, Level::Pass, site, ts.version });
    out.push_back({ FindingKind::TailscaleTun, ts.userspace ? Level::Stop : Level::Pass, site, {} });
    const bool loggedIn = ts.running && ts.backendState == "Running"_L1;
    out.push_back({ FindingKind::TailscaleLogin, loggedIn ? Level::Pass : Level::Stop, site, ts.address });
    if (!loggedIn)
        return;
    // SetupRun::completePlan refuses one that is cut off.
    const Level trouble = ts.isCutOff() ? Level::Stop : ts.isInTrouble() ? Level::Warn : Level::Pass;
    out.push_back({ FindingKind::TailscaleTrouble, trouble, site, trouble == Level::Pass ? QString() : ts.health.join(u' ') });
    const QDateTime expiry = QDateTime::fromString(ts.keyExpiry, Qt::ISODate);
    Finding finding { FindingKind::KeyExpiry, Level::Pass, site, {} };
    if (expiry.isValid()) {
        finding.value = expiry.date().toString(Qt::ISODate);
        finding.level = expiry.toSecsSinceEpoch() <= nowUtc ? Level::Stop : Level::Warn;
    }
    out.push_back(finding);
}

void machine(std::vector<Finding> &out, const PiFacts &facts, Site site, qint64 nowUtc)
{
    const bool small = facts.architecture == "armhf"_L1 || facts.architecture == "armel"_L1 || facts.architecture == "i386"_L1;
    out.push_back({ FindingKind::WordSize, small ? Level::Warn : Level::Pass, site, facts.architecture });
    QStringList missing;
    for (const QString &name : { u"ip_gre"_s, u"bridge"_s, u"br_netfilter"_s }) {
        if (!facts.availableModules.contains(name) && !facts.loadedModules.contains(name))
            missing << name;
    }
    out.push_back({ FindingKind::Modules, missing.isEmpty() ? Level::Pass : Level::Stop, site, missing.join(u' ') });
    const QStringList inTheWay = packagesInTheWay(facts.installedPackages);
    out.push_back({ FindingKind::PackageConflict, inTheWay.isEmpty() ? Level::Pass : Level::Stop, site, inTheWay.join(u", "_s) });
    out.push_back({ FindingKind::Forgets, facts.forgets.isEmpty() ? Level::Pass : Level::Stop, site, facts.forgets });
    const Level disk = facts.freeDiskKb < leastDiskKb ? Level::Stop : facts.freeDiskKb < comfortableDiskKb ? Level::Warn : Level::Pass;
    out.push_back({ FindingKind::Disk, disk, site, QString::number(facts.freeDiskKb / 1024) });
    const qint64 off = std::llabs(facts.clockUtc - nowUtc);
    out.push_back({ FindingKind::Clock, off > brokenClockSeconds ? Level::Stop : off > toleratedClockSeconds ? Level::Warn : Level::Pass, site,
        QString::number(off / 60) });
    if (facts.runState == "armed"_L1)
        out.push_back({ FindingKind::Interrupted, Level::Warn, site, QString::number(std::max<qint64>(facts.rollbackInSeconds, 0)) });
    if (!facts.gaveBack.isEmpty())
        out.push_back({ FindingKind::GaveBack, Level::Warn, site, facts.gaveBack });
    if (!facts.heldBy.isEmpty())
        out.push_back({ FindingKind::HeldByAnother, Level::Stop, site, facts.heldBy });
}

void addresses(std::vector<Finding> &out, const BridgePlan &plan, const PerSite<PiFacts> &facts, bool besides)
{
    for (const Site site : bothSites) {
        if (besides && site == Site::B)
            continue; // it is next to Pi A: nobody has seen the router of its home yet
        const QString planned = plan.addresses.homes[site].router.toString();
        const QString seen = facts[site].defaultGateway;
        out.push_back({ FindingKind::RouterAsPlanned, seen == planned ? Level::Pass : Level::Warn, site, seen });
    }
    // SetupRun::completePlan refuses the same ones.
    if (const auto clash = routerClash(plan, facts))
        out.push_back({ FindingKind::SameRouter, Level::Stop, clash->toChange, clash->toText() });
    const PerSite<std::optional<Ipv4>> pis { facts.a.lanAddress(), facts.b.lanAddress() };
    Finding finding { FindingKind::PiAddress, Level::Pass, std::nullopt, {} };
    for (const AddressProblem &problem : plan.addresses.problems(pis)) {
        if (problem.kind == AddressProblemKind::PiAddressTaken)
            finding = { FindingKind::PiAddress, Level::Stop, problem.site, problem.at.toString() };
    }
    out.push_back(finding);
}

} // namespace

std::vector<Finding> findingsFor(const BridgePlan &plan, const PerSite<PiFacts> &facts, qint64 nowUtc, bool besides)
{
    std::vector<Finding> out;
    for (const Site site : bothSites) {
        out.push_back(network(plan, facts[site], site));
        cable(out, plan, facts[site], site);
        tailscale(out, facts[site], site, nowUtc);
        machine(out, facts[site], site, nowUtc);
    }
    for (const Site site : bothSites) {
        if (facts[site].runState == "none"_L1 && facts[otherSite(site)].runState == "confirmed"_L1)
            out.push_back({ FindingKind::HalfDone, Level::Warn, site, {} });
    }
    const QString a = facts.a.tailscale.address;
    const QString b = facts.b.tailscale.address;
    const bool same = !a.isEmpty() && a == b;
    out.push_back({ FindingKind::DifferentPis, same ? Level::Stop : Level::Pass, std::nullopt, a });
    if (!a.isEmpty() && !b.isEmpty() && !same) {
        const auto &peers = facts.a.tailscale.peers;
        const auto peer = std::find_if(peers.begin(), peers.end(), [&](const auto &p) { return p.address == b; });
        const bool seen = peer != peers.end();
        out.push_back({ FindingKind::SameTailnet, !seen ? Level::Stop : peer->online ? Level::Pass : Level::Warn, std::nullopt,
            seen ? peer->name : facts.b.tailscale.tailnet });
    }
    addresses(out, plan, facts, besides);
    return out;
}

bool hasBlocker(const std::vector<Finding> &findings)
{
    return std::any_of(findings.begin(), findings.end(), [](const Finding &f) { return f.level == Level::Stop; });
}

} // namespace twinlan
