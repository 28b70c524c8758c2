// SPDX-License-Identifier: GPL-3.0-or-later
// A kind of network: who gives a Pi's LAN card its addresses, and so gives them to the bridge afterwards. Each kind is one room on each
// side: a pair of files here, and resources/remote/networks/NAME.sh on the Pi. The table (table.h, table.cpp) names them all; nobody else asks
// which it is.
#pragma once

#include "remote/core/keyvalues.h"
#include "remote/plan/bridgeplan.h"
#include "remote/plan/pifile.h"

#include <functional>
#include <optional>
#include <vector>

namespace twinlan {

class FieldReader;

// Why a setup cannot hand the LAN card's addresses to a bridge. Whoever refuses and whoever warns ask for the same one.
struct NetworkObstacle
{
    enum class Kind {
        OtherService, // value: its name; empty: nobody gives the card its addresses
        TwoServices, // value: their names
        NoProfile, // NetworkManager serves the card, but by no profile that could be kept and brought back
        ProfileSetting, // value: what of its profile or of dhcpcd.conf ours could not say: "802-1x", "ipv4.dns-search=…"
        CardInUse, // value: what has the card for itself: "macvlan0 (macvlan)"
        NotOneCard, // value: the VLAN or bond that the LAN comes over
    };
    Kind kind;
    QString value;
};

struct Network
{
    // Says what is wrong with a member of a Pi's plan, if it is: (is good, "dhcpcdOptions", "no option of …").
    using Need = std::function<void(bool good, const QString &member, const QString &what)>;

    Addressing addressing;
    const char *word; // in a plan's file
    const char *name; // of its room on the Pi; survey.sh's "owner=NAME"
    const char *service; // systemd's name for who gives the addresses
    bool goesByStanzas; // the stanzas that the owner wrote for the card are this network; with other kinds they are a network made by hand

    // hear: takes what it wants to know from the survey's lines. takeAlong: copies what it needs into the plan of a Pi whose card it has.
    void (*hear)(const KeyValues &answer, NetworkFacts &facts);
    void (*takeAlong)(PiPlan &pi, const NetworkFacts &facts);
    // What on this card could not go along.
    std::optional<NetworkObstacle> (*obstacle)(const NetworkFacts &facts, const QString &card);
    // The card has the IPv4 address that its owner wrote down, and asks no router for one.
    bool (*isFixed)(const NetworkFacts &facts, const QString &card);
    // Its members of a Pi in a plan's file, if they have a value.
    void (*write)(const PiPlan &pi, QJsonObject &json);
    void (*read)(FieldReader &reader, PiPlan &pi);
    void (*judge)(const PiPlan &pi, const Need &need);

    // What it is made of, on a Pi: packages besides those of every kind, and files, in the order in which they are put in place.
    QStringList (*packages)();
    std::vector<PiFile> (*files)(const BridgePlan &plan, Site site);
};

// All of them, in the order of Addressing.
[[nodiscard]] const std::vector<const Network *> &networks();
[[nodiscard]] const Network &networkOf(Addressing addressing);
// The one whose `name` that is, or null: no setup can take over from such an owner.
[[nodiscard]] const Network *networkNamed(const QString &name);
// This kind gives the Pi its addresses, and the plan has what it needs to know for that, and nothing of the others.
void setNetwork(PiPlan &pi, const Network &network, const NetworkFacts &facts);

} // namespace twinlan
