// SPDX-License-Identifier: GPL-3.0-or-later
// The sockets of the operating system, and the only file pair of this folder that knows them (a Windows port starts
// here).
#pragma once

#include "remote/core/error.h"
#include "remote/ssh/patience.h"

#include <QString>
#include <chrono>
#include <optional>
#include <span>
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

// Lets the kernel probe a silent peer and give up on unanswered data after three intervals, so that a connection
// without a command on it is noticed to be dead as well, and stays alive in the tables of a home router's NAT.
void watchPeer(int fd, std::chrono::seconds interval);

// What to wait for on one socket, and what came.
struct Watched
{
    int fd = -1;
    bool read = false;
    bool write = false;
    bool readable = false; // also when the other side is gone: the next read tells
    bool writable = false;
};
void waitFor(std::span<Watched> watched, std::chrono::milliseconds time);

// Bytes moved; 0: nothing now, try again after waitFor(); -1: the stream has ended.
qint64 readSome(int fd, char *buffer, qint64 size);
qint64 writeSome(int fd, const char *data, qint64 size);

} // namespace twinlan
