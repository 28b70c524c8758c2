// SPDX-License-Identifier: GPL-3.0-or-later
// Which routers are really there, as far as somebody has seen them: by its own router this computer and each Pi. Pure.
#pragma once

#include "remote/plan/addressplan.h"

#include <optional>

namespace twinlan {

struct RoutersSeen
{
    std::optional<Ipv4> own; // this computer's router
    PerSite<std::optional<Ipv4>> pis; // the Pis' routers
    bool piBIsHere = false; // next to Pi A for now, so that the router it sees is Pi A's
    bool operator==(const RoutersSeen &) const = default;

    // This computer is in home B: its router is the one that the plan has there.
    [[nodiscard]] bool ownIsInHomeB(const AddressPlan &plan) const;
    // As far as is known, this computer is in the other home. It then must not open the page of that home's router: it would reach another one.
    [[nodiscard]] bool isElsewhere(Site site, const AddressPlan &plan) const { return ownIsInHomeB(plan) != (site == Site::B); }
    // By the Pi of that home, which is there.
    [[nodiscard]] bool isSeenByPi(Site site) const { return pis[site] && (site == Site::A || !piBIsHere); }
    // The router of that home. In home A the Pi's counts before this computer's: it is the one that the home is joined by.
    [[nodiscard]] std::optional<Ipv4> at(Site site, const AddressPlan &plan) const;
    // This computer and Pi A, both in home A, are behind different routers: a Wi-Fi router behind a home gateway, and one of the two
    // plugged into the gateway. Only addresses are compared: two routers of one address, one behind the other, are not told apart.
    [[nodiscard]] bool areTwoInHomeA(const AddressPlan &plan) const;
};

} // namespace twinlan
