// SPDX-License-Identifier: GPL-3.0-or-later
// Linux. Another POSIX system has other names for some options of a socket (TCP_KEEPIDLE, TCP_USER_TIMEOUT, SOCK_NONBLOCK).
#include "remote/platform/platform.h"

#include <QProcess>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

SocketProblem problemOf(int error)
{
    return { error == ECONNREFUSED, QString::fromLocal8Bit(std::strerror(error)) };
}

} // namespace

FoundAddresses findAddresses(const QByteArray &host, const QByteArray &port, NameKind kind)
{
    addrinfo hints {};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = (kind == NameKind::Number ? AI_NUMERICHOST : AI_ADDRCONFIG) | AI_NUMERICSERV;
    addrinfo *first = nullptr;
    if (const int status = getaddrinfo(host.constData(), port.constData(), &hints, &first); status != 0)
        return { {}, QString::fromLocal8Bit(gai_strerror(status)) };
    FoundAddresses found;
    for (const addrinfo *i = first; i; i = i->ai_next)
        found.addresses.push_back({ QByteArray(reinterpret_cast<const char *>(i->ai_addr), qsizetype(i->ai_addrlen)), i->ai_family });
    freeaddrinfo(first);
    return found;
}

int startConnecting(const SocketAddress &address, SocketProblem &problem)
{
    const int fd = ::socket(address.family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0) {
        problem = problemOf(errno);
        return -1;
    }
    sockaddr_storage storage {}; // the bytes alone are not aligned as a sockaddr is
    std::memcpy(&storage, address.bytes.constData(), std::min(sizeof(storage), size_t(address.bytes.size())));
    if (::connect(fd, reinterpret_cast<const sockaddr *>(&storage), static_cast<socklen_t>(address.bytes.size())) == 0 || errno == EINPROGRESS)
        return fd;
    problem = problemOf(errno);
    ::close(fd);
    return -1;
}

std::optional<SocketProblem> connectingProblem(int fd)
{
    int error = 0;
    socklen_t size = sizeof(error);
    getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size);
    return error == 0 ? std::nullopt : std::optional(problemOf(error));
}

std::optional<std::pair<int, int>> connectedSockets()
{
    std::array<int, 2> ends {};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return std::nullopt;
    return std::pair { ends[0], ends[1] };
}

void closeSocket(int fd)
{
    ::close(fd);
}

void sendAtOnce(int fd)
{
    const int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
}

void watchPeer(int fd, std::chrono::seconds interval)
{
    const int seconds = static_cast<int>(std::max<std::chrono::seconds::rep>(1, interval.count()));
    const int on = 1;
    const int probes = 3;
    const unsigned int giveUp = static_cast<unsigned int>(seconds) * 3'000; // milliseconds
    setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof(on));
    setsockopt(fd, IPPROTO_TCP, TCP_KEEPIDLE, &seconds, sizeof(seconds));
    setsockopt(fd, IPPROTO_TCP, TCP_KEEPINTVL, &seconds, sizeof(seconds));
    setsockopt(fd, IPPROTO_TCP, TCP_KEEPCNT, &probes, sizeof(probes));
    setsockopt(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, &giveUp, sizeof(giveUp));
}

void waitFor(std::span<Watched> watched, std::chrono::milliseconds time)
{
    std::vector<pollfd> fds;
    for (const Watched &one : watched)
        fds.push_back({ one.fd, static_cast<short>((one.read ? POLLIN : 0) | (one.write ? POLLOUT : 0)), 0 });
    ::poll(fds.data(), fds.size(), static_cast<int>(time.count())); // EINTR: nothing came, the caller asks again
    for (size_t i = 0; i < fds.size(); ++i) {
        watched[i].readable = fds[i].revents & (POLLIN | POLLHUP | POLLERR);
        watched[i].writable = fds[i].revents & POLLOUT;
    }
}

qint64 readSome(int fd, char *buffer, qint64 size)
{
    const ssize_t n = ::recv(fd, buffer, static_cast<size_t>(size), 0);
    if (n > 0)
        return n;
    return n < 0 && (errno == EAGAIN || errno == EINTR) ? 0 : -1;
}

qint64 writeSome(int fd, const char *data, qint64 size)
{
    const ssize_t n = ::send(fd, data, static_cast<size_t>(size), MSG_NOSIGNAL);
    if (n >= 0)
        return n;
    return errno == EAGAIN || errno == EINTR ? 0 : -1;
}

void leadGroup(QProcess &process)
{
    process.setChildProcessModifier([] { ::setpgid(0, 0); });
}

void endGroup(QProcess &process)
{
    if (process.processId() > 0)
        ::kill(-pid_t(process.processId()), SIGKILL);
    process.kill();
}

QString shellProgram()
{
    return u"sh"_s;
}

} // namespace twinlan
