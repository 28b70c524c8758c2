// SPDX-License-Identifier: GPL-3.0-or-later
// What a Pi must be, in one place: the check-up shows all of it, completePlan() refuses the first blocker. Pure: facts in, findings out;
// words are elsewhere.
#pragma once

#include "remote/plan/bridgeplan.h"
#include "remote/setup/facts.h"

namespace twinlan {

namespace findingkinds { // so that Qt knows the names
Q_NAMESPACE
enum class FindingKind {
    NetworkOwner, // which service manages the LAN interface, and whether a setup can take over from it
    TwoServices, // other reasons why it cannot, and their values: NetworkObstacle
    NoProfile,
    ProfileSetting,
    CardInUse,
    NotOneCard,
    Wired, // the LAN comes by cable
    LinkSpeed,
    WordSize, // 32-bit
    Modules,
    PackageConflict, // programs that the setup would drive out; value = their names
    Forgets, // what is written there is gone after a restart; value = where, and why
    Disk,
    Clock,
    ForeignBridge, // a network set up by hand, or by another program
    HandMade, // one that TwinLAN can take the place of: a blocker until its owner says so (BridgePlan::takesOver)
    OtherNetworks, // bridges and VLANs of containers and the like, which go on beside ours; value = their names
    Firewall, // rules that name the LAN card; value = its name
    BoundToCard, // programs that serve the LAN card by its name; value = their names, and files that say so
    HeldByAnother,
    Interrupted, // a setup that nobody confirmed: the safety timer runs; value = seconds left. A new one takes it back first
    GaveBack, // a boot brought no network, and the Pi gave itself back to its home; value = why (PiFacts::gaveBack)
    PlanTooNew, // a newer TwinLAN has set it up
    HalfDone, // the other Pi is set up, this one is not: an unfinished setup, or a new Pi
    TailscaleVersion, // it is there, and new enough
    TailscaleTun, // it has a network device of its own
    TailscaleLogin,
    TailscaleTrouble, // it has no connection; value = its own words
    ShieldsUp, // it lets nothing in from the tailnet
    TailscaleRoute, // it sends what is for the homes' network to another device; value = that network
    ExitNode, // its internet goes through another device of the tailnet
    KeyExpiry,
    SameTailnet, // both Pis see each other there
    DifferentPis, // one Pi signed in to twice
    TwoRouters, // this computer and Pi A are behind different routers of home A; value: both, this computer's first
    SameRouter, // both homes have a router of one address; value: RouterClash
    RouterAsPlanned, // the Pi's gateway is the router that the plan names
    LeaseOutsideRange, // the planned router has given this Pi an address that the plan does not let it give: its old range; value: the address
    PiAddress, // no two devices with one address
};
Q_ENUM_NS(FindingKind)
}
using findingkinds::FindingKind;
// The kind's own name ("LinkSpeed"), for --json.
[[nodiscard]] QString findingKindName(FindingKind kind);

enum class Level {
    Pass,
    Warn,
    Stop
};
[[nodiscard]] QString levelWord(Level level); // "stop": in --json and in the support file

struct Finding
{
    FindingKind kind;
    Level level = Level::Pass;
    std::optional<Site> site; // nothing: about both together
    QString value; // what was seen: "NetworkManager", "100", "192.168.1.254", …
    // The error that apply() gives for this blocker. Nothing: it does not block, or only the Pi can judge it at that moment (its disk, its
    // clock, another wizard's lock).
    std::optional<ErrorKind> refusedAs {};
    bool operator==(const Finding &) const = default;
};

struct Surroundings
{
    qint64 nowUtc = 0; // this computer's clock, seconds since 1970
    bool piBIsHere = false; // next to Pi A for now, so that the router it sees is Pi A's
    std::optional<Ipv4> ownRouter {}; // this computer's; nothing: not asked, or not known
};
// Of one Pi: not what both together tell, or their routers. nowUtc: as in Surroundings.
[[nodiscard]] std::vector<Finding> findingsOf(const BridgePlan &plan, const PiFacts &facts, Site site, qint64 nowUtc);
// When its login to Tailscale ends, also where it is logged out by now and findingsOf() says that instead.
[[nodiscard]] Finding keyExpiryOf(const PiFacts &facts, Site site, qint64 nowUtc);
// It is not set up, and the other one is.
[[nodiscard]] bool isHalfDone(const PiFacts &facts, const PiFacts &other);
[[nodiscard]] std::vector<Finding> findings(const BridgePlan &plan, const PerSite<PiFacts> &facts, const Surroundings &around);
[[nodiscard]] bool hasBlocker(const std::vector<Finding> &findings);
// What a setup refuses: the first blocker of that kind.
[[nodiscard]] std::optional<Error> refusal(const BridgePlan &plan, const PerSite<PiFacts> &facts);

} // namespace twinlan
