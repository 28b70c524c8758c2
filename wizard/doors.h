// SPDX-License-Identifier: GPL-3.0-or-later
// How to open a fresh connection to either Pi, as its owner would: on its LAN, or on its 100.x address, which this computer
// reaches by itself if it has Tailscale, and else through the other Pi. Shared by the window and the command line.
#pragma once

#include "remote/setup/setuprun.h"
#include "remote/ssh/session.h"

namespace twinlan {

struct Doors
{
    struct Pi
    {
        QString lanHost; // empty: not reachable on a LAN of ours
        QString tailnetAddress; // empty: not known yet
        int port = 22;
        QString user;
        Credentials credentials;
    };

    KnownHostsFile knownHosts;
    PerSite<Pi> pis;
    bool thisComputerInTailnet = false;

    // Where the way leads through a Pi, a session to that one from here; without it, one is opened for that alone.
    using Through = std::function<Result<std::shared_ptr<SshSession>>(Site site)>;

    // Thread-safe as long as nobody changes the Doors. On HostKeyUnknown/Changed `seen` tells the key.
    Result<std::unique_ptr<SshSession>> open(
        Site site, bool viaTailnet, const std::stop_token &stop, HostKey *seen = nullptr, const Through &through = {}) const;
    // For one run: a Pi on our LAN is signed in to once, for its own commands and for the way to the other Pi.
    [[nodiscard]] ShellFactory factory(std::shared_ptr<const Doors> self) const;
    // The Pi is known by this key under each of its addresses: it signed in with it and told us the addresses itself.
    void rememberEverywhere(Site site, const QByteArray &publicKey) const;

    // Whether this computer has a Tailscale address of its own.
    [[nodiscard]] static bool computerIsInTailnet();
};

} // namespace twinlan
