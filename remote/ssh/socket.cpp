// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/socket.h"

#include <QByteArray>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Lookup
{
    std::mutex mutex;
    std::condition_variable finished;
    bool done = false;
    FoundAddresses found;
};

Result<std::vector<SocketAddress>> resolve(const QString &host, int port, const Patience &patience)
{
    const QByteArray name = host.toUtf8();
    const QByteArray number = QByteArray::number(port);
    if (FoundAddresses found = findAddresses(name, number, NameKind::Number); found.problem.isEmpty())
        return std::move(found.addresses);

    // The name service cannot be stopped and may take half a minute, so a thread of its own waits for it. When we lose
    // patience it is left alone: it holds nothing but its share of `lookup`.
    const auto lookup = std::make_shared<Lookup>();
    std::thread([lookup, name, number] {
        FoundAddresses found = findAddresses(name, number, NameKind::Any);
        const std::lock_guard lock(lookup->mutex);
        lookup->found = std::move(found);
        lookup->done = true;
        lookup->finished.notify_all();
    }).detach();
    std::unique_lock lock(lookup->mutex);
    while (!lookup->finished.wait_for(lock, patience.slice(), [&lookup] { return lookup->done; })) {
        if (const auto kind = patience.over()) {
            if (*kind == ErrorKind::Cancelled)
                return Error { ErrorKind::Cancelled, host, {}, {} };
            return Error { ErrorKind::HostNotFound, host, {}, u"the name service does not answer"_s };
        }
    }
    if (lookup->found.addresses.empty())
        return Error { ErrorKind::HostNotFound, host, {}, lookup->found.problem };
    return lookup->found.addresses;
}

// What the failed attempts said. A refusal tells more than silence: somebody is there.
struct Failures
{
    bool refused = false;
    QString detail;

    void note(const SocketProblem &problem)
    {
        refused = refused || problem.refused;
        detail = problem.text;
    }
    [[nodiscard]] Error toError(const QString &host) const
    {
        return { refused ? ErrorKind::ConnectionRefused : ErrorKind::NoRoute, host, {}, detail };
    }
};

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
        const auto problem = connectingProblem(attempts[i].fd());
        if (!problem)
            return std::move(attempts[i]);
        failures.note(*problem);
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
        closeSocket(std::exchange(m_fd, -1));
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
            SocketProblem problem;
            if (Socket socket(startConnecting((*addresses)[next++], problem)); socket.isOpen())
                attempts.push_back(std::move(socket));
            else
                failures.note(problem);
            nextStart = steady_clock::now() + milliseconds(250);
        }
        if (attempts.empty()) {
            if (next == (*addresses).size())
                return failures.toError(host);
            continue;
        }
        if (Socket connected = takeConnected(attempts, failures, patience.slice()); connected.isOpen()) {
            sendAtOnce(connected.fd());
            return connected;
        }
    }
}

std::optional<std::pair<Socket, Socket>> socketPair()
{
    const auto ends = connectedSockets();
    if (!ends)
        return std::nullopt;
    return std::pair { Socket(ends->first), Socket(ends->second) };
}

} // namespace twinlan
