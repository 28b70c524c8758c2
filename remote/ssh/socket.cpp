// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/socket.h"

#include <QByteArray>
#include <array>
#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Address
{
    sockaddr_storage bytes {};
    socklen_t length = 0;
    int family = AF_UNSPEC;
};

struct Lookup
{
    std::mutex mutex;
    std::condition_variable finished;
    bool done = false;
    int status = 0;
    std::vector<Address> addresses;
};

void lookUp(Lookup &lookup, const QByteArray &host, const QByteArray &port, int flags)
{
    addrinfo hints {};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = flags | AI_NUMERICSERV;
    addrinfo *found = nullptr;
    const int status = getaddrinfo(host.constData(), port.constData(), &hints, &found);
    std::vector<Address> addresses;
    if (status == 0) {
        for (const addrinfo *i = found; i; i = i->ai_next) {
            Address address;
            std::memcpy(&address.bytes, i->ai_addr, i->ai_addrlen);
            address.length = i->ai_addrlen;
            address.family = i->ai_family;
            addresses.push_back(address);
        }
        freeaddrinfo(found);
    }
    const std::lock_guard lock(lookup.mutex);
    lookup.status = status;
    lookup.addresses = std::move(addresses);
    lookup.done = true;
    lookup.finished.notify_all();
}

Result<std::vector<Address>> resolve(const QString &host, int port, const Patience &patience)
{
    const QByteArray name = host.toUtf8();
    const QByteArray number = QByteArray::number(port);
    const auto lookup = std::make_shared<Lookup>();
    lookUp(*lookup, name, number, AI_NUMERICHOST);
    if (lookup->status == 0)
        return lookup->addresses;

    // getaddrinfo() cannot be stopped and may take half a minute, so a thread of its own waits for it. When we lose
    // patience it is left alone: it holds nothing but its share of `lookup`.
    lookup->done = false;
    std::thread([lookup, name, number] { lookUp(*lookup, name, number, AI_ADDRCONFIG); }).detach();
    std::unique_lock lock(lookup->mutex);
    while (!lookup->finished.wait_for(lock, patience.slice(), [&lookup] { return lookup->done; })) {
        if (const auto kind = patience.over()) {
            if (*kind == ErrorKind::Cancelled)
                return Error { ErrorKind::Cancelled, host, {}, {} };
            return Error { ErrorKind::HostNotFound, host, {}, u"the name service does not answer"_s };
        }
    }
    if (lookup->status != 0 || lookup->addresses.empty())
        return Error { ErrorKind::HostNotFound, host, {}, QString::fromLocal8Bit(gai_strerror(lookup->status)) };
    return lookup->addresses;
}

// What the failed attempts said. A refusal tells more than silence: somebody is there.
struct Failures
{
    bool refused = false;
    QString detail;

    void note(int error)
    {
        refused = refused || error == ECONNREFUSED;
        detail = QString::fromLocal8Bit(std::strerror(error));
    }
    [[nodiscard]] Error toError(const QString &host) const
    {
        return { refused ? ErrorKind::ConnectionRefused : ErrorKind::NoRoute, host, {}, detail };
    }
};

// A socket on its way to `address`, or a closed one and the reason noted.
Socket startConnecting(const Address &address, Failures &failures)
{
    Socket socket(::socket(address.family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!socket.isOpen()) {
        failures.note(errno);
        return {};
    }
    if (::connect(socket.fd(), reinterpret_cast<const sockaddr *>(&address.bytes), address.length) != 0
        && errno != EINPROGRESS) {
        failures.note(errno);
        return {};
    }
    return socket;
}

// The first of `attempts` that is connected; those that failed are taken out.
Socket takeConnected(std::vector<Socket> &attempts, Failures &failures, std::chrono::milliseconds time)
{
    std::vector<Watched> watched;
    watched.reserve(attempts.size());
    for (const Socket &attempt : attempts)
        watched.push_back({ .fd = attempt.fd(), .write = true });
    waitFor(watched, time);
    for (size_t i = attempts.size(); i-- > 0;) {
        if (!watched[i].writable && !watched[i].readable)
            continue;
        int error = 0;
        socklen_t size = sizeof(error);
        getsockopt(attempts[i].fd(), SOL_SOCKET, SO_ERROR, &error, &size);
        if (error == 0)
            return std::move(attempts[i]);
        failures.note(error);
        attempts.erase(attempts.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return {};
}

} // namespace

Socket &Socket::operator=(Socket &&other) noexcept
{
    if (this != &other) {
        close();
        m_fd = other.release();
    }
    return *this;
}

void Socket::close()
{
    if (m_fd >= 0)
        ::close(std::exchange(m_fd, -1));
}

Result<Socket> connectTcp(const QString &host, int port, const Patience &patience)
{
    using namespace std::chrono;
    const auto addresses = resolve(host, port, patience);
    if (!addresses)
        return addresses.error();

    std::vector<Socket> attempts;
    Failures failures;
    size_t next = 0;
    auto nextStart = steady_clock::now();
    for (;;) {
        if (const auto kind = patience.over()) {
            if (*kind == ErrorKind::Cancelled)
                return Error { ErrorKind::Cancelled, host, {}, {} };
            if (failures.detail.isEmpty())
                failures.detail = u"no answer"_s;
            return failures.toError(host);
        }
        if (next < (*addresses).size() && (attempts.empty() || steady_clock::now() >= nextStart)) {
            if (Socket socket = startConnecting((*addresses)[next++], failures); socket.isOpen())
                attempts.push_back(std::move(socket));
            nextStart = steady_clock::now() + milliseconds(250);
        }
        if (attempts.empty()) {
            if (next == (*addresses).size())
                return failures.toError(host);
            continue;
        }
        if (Socket connected = takeConnected(attempts, failures, patience.slice()); connected.isOpen()) {
            const int on = 1;
            setsockopt(connected.fd(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on)); // small packets, each waited for
            return connected;
        }
    }
}

std::optional<std::pair<Socket, Socket>> socketPair()
{
    std::array<int, 2> ends {};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return std::nullopt;
    return std::pair { Socket(ends[0]), Socket(ends[1]) };
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

} // namespace twinlan
