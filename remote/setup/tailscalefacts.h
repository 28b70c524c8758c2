// SPDX-License-Identifier: GPL-3.0-or-later
// What one Pi's Tailscale says of itself.
#pragma once

#include "remote/core/keyvalues.h"
#include "remote/plan/addressplan.h"

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <vector>

namespace twinlan {

struct TailscaleFacts
{
    bool installed = false;
    bool running = false;
    QString version; // "1.102.0"
    QString backendState; // "NeedsLogin", "Running", "Stopped", …
    QString address; // own 100.x
    bool userspace = false; // no TUN device: nothing of ours can work
    bool shieldsUp = false; // it lets nothing in from the tailnet
    // The other home's router answered through the tunnel, so Tailscale itself was not asked: only the two addresses are known.
    bool provenByTunnel = false;
    QDateTime keyExpiry; // when its login ends; not valid: never
    bool online = true; // it has Tailscale's own servers
    QString relay; // the relay that it is to be found at; empty: none
    QStringList health; // what it says is wrong with itself, in its own words; much of that is harmless
    // What it sends into the tailnet beside the tailnet's own addresses: "192.168.7.0/24", another device's network; "default", by an exit node.
    QStringList routes;
    struct Peer
    {
        QString name;
        QString address; // 100.x
        bool online = false;
        QString os; // "linux", "windows", "macOS", "iOS", "android", …; empty: not said
        // Not a telephone or a PC of another system.
        [[nodiscard]] bool mayBeAPi() const;
    };
    std::vector<Peer> peers;
    // Tailscale's own "Running": logged in, and not switched off by `tailscale down`.
    [[nodiscard]] bool isLoggedIn() const;
    // Its "NeedsMachineAuth": somebody has logged in, and an administrator of the tailnet has not let the device in yet.
    [[nodiscard]] bool needsApproval() const;
    // It is up, and yet nothing passes. Its words alone do not tell: an update to be had is among them as well.
    [[nodiscard]] bool isInTrouble() const;
    // It has neither its servers nor a relay. One of both is enough for two Pis that know each other already.
    [[nodiscard]] bool isCutOff() const;
    // Another device's network that this device is in: what is sent to it does not go by the LAN card. Empty: none.
    [[nodiscard]] QString routeTo(Ipv4 device) const;
    [[nodiscard]] bool usesExitNode() const;
    // It is missing, or older than 1.36, before which GRE does not pass end to end (remote/plan/README.md, "GRE and Tailscale"). A tunnel that
    // carries proves it new enough; one that does not run, or hangs, may not say its version, and counts as new enough too.
    [[nodiscard]] bool needsInstalling() const;

    // Out of the survey's lines.
    [[nodiscard]] static TailscaleFacts parse(const KeyValues &answer);
};

} // namespace twinlan
