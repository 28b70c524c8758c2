// SPDX-License-Identifier: GPL-3.0-or-later
// How to open a fresh connection to either Pi, as its owner would: on its LAN, or on its 100.x address, which this computer
// reaches by itself if it has Tailscale, and else through the other Pi. Shared by the window and the command line.
#pragma once

#include "remote/setup/setuprun.h"
#include "remote/ssh/session.h"

namespace twinlan {

struct PiAccess
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

    // Thread-safe as long as nobody changes it. On HostKeyUnknown/Changed `seen` tells the key, and whose it is.
    Result<std::unique_ptr<SshSession>> open(
        Site site, bool viaTailnet, const std::stop_token &stop, HostKey *seen = nullptr, const Through &through = {}) const;
    // For one run: a Pi on our LAN is signed in to once, for its own commands and for the way to the other Pi.
    [[nodiscard]] ShellFactory factory(std::shared_ptr<const PiAccess> self) const;
    // A Pi that was met under another address says that this Tailscale address is its own too, and the setup's proof comes back under
    // it. That is the Pi's word alone, so it never stands against a key that is remembered there, unless that is one of `outdated`:
    // keys of this Pi that a person has just replaced.
    void rememberTailnetAddress(Site site, const QByteArray &publicKey, const QByteArrayList &outdated = {}) const;

    // Whether this computer has a Tailscale address of its own.
    [[nodiscard]] static bool computerIsInTailnet();
    // 100.64.0.0/10 or fd7a:115c:a1e0::/48. A Pi that names another one as its own has no say in what lives there.
    [[nodiscard]] static bool isTailnetAddress(const QString &address);
};

} // namespace twinlan
