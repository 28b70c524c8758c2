// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/ssh/livelink.h"

namespace twinlan {

// A tunnel through one Pi to a port that only it can reach, seen on this side as one end of a local socket. It is an
// activity of the link to that Pi, whose own commands go on beside it: neither waits for the other. The far end's host
// key is checked by whoever speaks SSH through the socket.
class JumpTunnel
{
public:
    // Errors about the far end carry its host: NoRoute, ConnectionRefused.
    static Result<std::unique_ptr<JumpTunnel>> open(
        std::shared_ptr<LiveLink> link, const QString &host, int port, const Patience &patience);
    // Ends at once.
    ~JumpTunnel() = default;
    JumpTunnel(const JumpTunnel &) = delete;
    JumpTunnel &operator=(const JumpTunnel &) = delete;

    // This side's end; closing it ends the tunnel, and it ends when the tunnel does. Once only.
    [[nodiscard]] Socket takeSocket() { return std::move(m_near); }

private:
    JumpTunnel(std::shared_ptr<LiveLink> link, LiveLink::ActivityHandle activity, Socket near);

    std::shared_ptr<LiveLink> m_link;
    LiveLink::ActivityHandle m_activity; // after the link, so that it goes before it
    Socket m_near;
};

} // namespace twinlan
