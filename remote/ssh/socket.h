// SPDX-License-Identifier: GPL-3.0-or-later
// Connections over the sockets of remote/platform, closed when they go.
#pragma once

#include "remote/core/error.h"
#include "remote/platform/platform.h"
#include "remote/ssh/patience.h"

#include <QString>
#include <optional>
#include <utility>

namespace twinlan {

// One socket, closed when it goes.
class Socket
{
public:
    Socket() = default;
    explicit Socket(int fd)
        : m_fd(fd)
    {
    }
    Socket(Socket &&other) noexcept
        : m_fd(other.release())
    {
    }
    Socket &operator=(Socket &&other) noexcept;
    Socket(const Socket &) = delete;
    Socket &operator=(const Socket &) = delete;
    ~Socket() { close(); }

    [[nodiscard]] int fd() const { return m_fd; }
    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }
    int release() { return std::exchange(m_fd, -1); }
    void close();

private:
    int m_fd = -1;
};

// A connected, non-blocking TCP socket. All addresses of the name are tried, each next one a quarter of a second after
// the one before (RFC 8305), so that a dead IPv6 address does not eat the whole deadline. Errors: HostNotFound, NoRoute
// (also when the deadline passes), ConnectionRefused, Cancelled.
Result<Socket> connectTcp(const QString &host, int port, const Patience &patience);

// Two ends of one local stream, both non-blocking.
std::optional<std::pair<Socket, Socket>> socketPair();

} // namespace twinlan
