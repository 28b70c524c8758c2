// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/jump.h"

#include <QByteArray>
#include <array>
#include <cerrno>
#include <cstring>
#include <libssh/libssh.h>

namespace twinlan {

namespace {

constexpr qsizetype mostBuffered = 64 * 1024;

// The far host did not let us through. RFC 4254 has one code for every failed connect, so only sshd's words tell a
// closed port from a silent host; should they be other words, the sentence for the person is less exact and nothing
// else.
Error farError(Link &jump, const QString &host)
{
    const QString words = QString::fromUtf8(ssh_get_error(jump.session()));
    const bool refused = words.endsWith(QString::fromLocal8Bit(std::strerror(ECONNREFUSED)));
    return { refused ? ErrorKind::ConnectionRefused : ErrorKind::NoRoute, host, {}, words };
}

// Carries bytes both ways until one side ends. Each direction holds at most mostBuffered; then its source has to wait.
class Pump
{
public:
    Pump(Link &link, ssh_channel channel, Socket &local)
        : m_link(link)
        , m_channel(channel)
        , m_local(local)
    {
    }

    void run(const std::stop_token &stop)
    {
        while (!stop.stop_requested() && m_link.isAlive() && !m_link.pulse()) {
            if (!fromChannel() || !toLocal() || !fromLocal() || !toChannel())
                return;
            std::array<Watched, 2> watched {
                Watched { .fd = m_link.fd(), .read = m_toLocal.isEmpty(), .write = m_link.hasUnsentBytes() },
                Watched { .fd = m_local.fd(), .read = m_toChannel.isEmpty(), .write = !m_toLocal.isEmpty() },
            };
            waitFor(watched, std::chrono::milliseconds(50));
        }
    }

private:
    // Also lets libssh handle what else came (window, keep-alive), so it is called each time round.
    bool fromChannel()
    {
        while (m_toLocal.size() < mostBuffered) {
            std::array<char, 16 * 1024> buffer;
            const int n = ssh_channel_read_nonblocking(m_channel, buffer.data(), buffer.size(), 0);
            if (n == SSH_ERROR)
                return false;
            if (n <= 0)
                break;
            m_toLocal.append(buffer.data(), n);
        }
        // The far side has ended: hand over what it still sent, then end too.
        return ssh_channel_is_open(m_channel) && (!ssh_channel_is_eof(m_channel) || !m_toLocal.isEmpty());
    }

    bool toLocal()
    {
        if (m_toLocal.isEmpty())
            return true;
        const qint64 n = writeSome(m_local.fd(), m_toLocal.constData(), m_toLocal.size());
        m_toLocal.remove(0, std::max<qint64>(n, 0));
        return n >= 0;
    }

    bool fromLocal()
    {
        if (!m_toChannel.isEmpty())
            return true;
        std::array<char, 16 * 1024> buffer;
        const qint64 n = readSome(m_local.fd(), buffer.data(), buffer.size());
        if (n > 0)
            m_toChannel.append(buffer.data(), n);
        return n >= 0;
    }

    bool toChannel()
    {
        const qsizetype window = ssh_channel_window_size(m_channel);
        const qsizetype size = std::min(m_toChannel.size(), window);
        if (size == 0 || m_link.hasUnsentBytes())
            return true;
        const int n = ssh_channel_write(m_channel, m_toChannel.constData(), static_cast<uint32_t>(size));
        m_toChannel.remove(0, std::max(n, 0));
        return n >= 0;
    }

    Link &m_link;
    ssh_channel m_channel;
    Socket &m_local;
    QByteArray m_toLocal;
    QByteArray m_toChannel;
};

} // namespace

Result<std::unique_ptr<JumpTunnel>> JumpTunnel::open(
    std::unique_ptr<Link> link, const QString &host, int port, const Patience &patience)
{
    auto ends = socketPair();
    SshHandle<ssh_channel_struct> channel(ssh_channel_new(link->session()));
    if (!ends || !channel)
        return link->error(ErrorKind::Internal);
    // sshd only logs where a tunnel says it comes from.
    const QByteArray name = host.toUtf8();
    const auto answer = link->repeat(SSH_AGAIN, patience,
        [&] { return ssh_channel_open_forward(channel.get(), name.constData(), port, "127.0.0.1", 0); });
    if (answer && *answer == SSH_OK)
        return std::unique_ptr<JumpTunnel>(new JumpTunnel(std::move(link), std::move(channel), std::move(*ends)));
    if (answer)
        return link->isAlive() ? farError(*link, host) : link->error(ErrorKind::ConnectionLost);
    if (answer.error().kind == ErrorKind::TimedOut)
        return Error { ErrorKind::NoRoute, host, {}, QStringLiteral("no answer") };
    return answer.error();
}

JumpTunnel::JumpTunnel(
    std::unique_ptr<Link> link, SshHandle<ssh_channel_struct> channel, std::pair<Socket, Socket> ends)
    : m_near(std::move(ends.first))
    , m_thread([held = std::move(link), tunnel = std::move(channel), local = std::move(ends.second)](
                   const std::stop_token &stop) mutable {
        Pump(*held, tunnel.get(), local).run(stop);
        local.close(); // whoever listens there need not wait for the rest
        tunnel.reset();
        held.reset();
    })
{
}

JumpTunnel::~JumpTunnel() = default; // std::jthread asks its thread to stop and joins it

} // namespace twinlan
