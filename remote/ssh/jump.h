// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/ssh/link.h"

#include <thread>

namespace twinlan {

// A tunnel through one Pi to a port that only it can reach, seen on this side as one end of a local socket. It owns a
// session of its own to that Pi, and one thread that pumps: libssh sessions are for one thread at a time, and Pi A's
// own commands shall not wait for Pi B's. The far end's host key is checked by whoever speaks SSH through the socket.
class JumpTunnel
{
public:
    // Takes a signed-in link. Errors about the far end carry its host: NoRoute, ConnectionRefused.
    static Result<std::unique_ptr<JumpTunnel>> open(
        std::unique_ptr<Link> link, const QString &host, int port, const Patience &patience);
    ~JumpTunnel(); // at once: nothing in the thread waits longer than one slice
    JumpTunnel(const JumpTunnel &) = delete;
    JumpTunnel &operator=(const JumpTunnel &) = delete;

    // This side's end; closing it ends the tunnel, and it ends when the tunnel does. Once only.
    [[nodiscard]] Socket takeSocket() { return std::move(m_near); }

private:
    JumpTunnel(std::unique_ptr<Link> link, SshHandle<ssh_channel_struct> channel, std::pair<Socket, Socket> ends);

    Socket m_near;
    std::jthread m_thread;
};

} // namespace twinlan
