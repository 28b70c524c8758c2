// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/jump.h"

#include <QByteArray>
#include <array>
#include <condition_variable>
#include <libssh/libssh.h>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostBuffered = 64 * 1024;

// The far host did not let us through. RFC 4254 has one code for every failed connect, so only sshd's words tell a
// closed port from a silent host; should they be other words, the sentence for the person is less exact and nothing
// else.
Error farError(const Link &jump, const QString &host)
{
    const QString words = QString::fromUtf8(ssh_get_error(jump.session()));
    const bool refused = words.endsWith("Connection refused"_L1); // in the language of its own service: the C locale's
    return { refused ? ErrorKind::ConnectionRefused : ErrorKind::NoRoute, host, {}, words };
}

// Whether the tunnel is there, told to whoever waits for it.
struct Opening
{
    std::mutex mutex;
    std::condition_variable changed;
    std::optional<Result<Done>> outcome;
};

// Opens the tunnel, then carries bytes both ways until one side ends. Each direction holds at most mostBuffered; then
// its source has to wait.
class Pump final : public Activity
{
public:
    Pump(const QString &host, int port, Socket local, std::shared_ptr<Opening> opening)
        : m_host(host)
        , m_port(port)
        , m_opening(std::move(opening))
        , m_local(std::move(local))
    {
    }

    bool step(Link &link) override
    {
        if (m_opening && !open(link))
            return false;
        return m_opening || (link.isAlive() && fromChannel() && toLocal() && fromLocal() && toChannel(link));
    }

    [[nodiscard]] Watched watched() const override
    {
        if (m_opening)
            return {};
        return { .fd = m_local.fd(), .read = m_toChannel.isEmpty(), .write = !m_toLocal.isEmpty() };
    }

private:
    // False: it will not open.
    bool open(Link &link)
    {
        if (!link.isAlive())
            return tell(link.error(ErrorKind::ConnectionLost));
        if (!m_channel)
            m_channel.reset(ssh_channel_new(link.session()));
        if (!m_channel)
            return tell(link.error(ErrorKind::Internal));
        // sshd only logs where a tunnel says it comes from.
        const int answer
            = ssh_channel_open_forward(m_channel.get(), m_host.toUtf8().constData(), m_port, "127.0.0.1", 0);
        if (answer == SSH_AGAIN)
            return true;
        if (answer == SSH_OK)
            return tell(Done {});
        return tell(link.isAlive() ? farError(link, m_host) : link.error(ErrorKind::ConnectionLost));
    }

    bool tell(Result<Done> outcome)
    {
        const bool opened = outcome.ok();
        const auto opening = std::exchange(m_opening, nullptr);
        const std::lock_guard lock(opening->mutex);
        opening->outcome = std::move(outcome);
        opening->changed.notify_one();
        return opened;
    }

    bool fromChannel()
    {
        while (m_toLocal.size() < mostBuffered) {
            std::array<char, 16 * 1024> buffer;
            const int n = ssh_channel_read_nonblocking(m_channel.get(), buffer.data(), buffer.size(), 0);
            if (n == SSH_ERROR)
                return false;
            if (n <= 0)
                break;
            m_toLocal.append(buffer.data(), n);
        }
        // The far side has ended: hand over what it still sent, then end too.
        return ssh_channel_is_open(m_channel.get()) && (!ssh_channel_is_eof(m_channel.get()) || !m_toLocal.isEmpty());
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

    bool toChannel(Link &link)
    {
        const qsizetype window = ssh_channel_window_size(m_channel.get());
        const qsizetype size = std::min(m_toChannel.size(), window);
        if (size == 0 || link.hasUnsentBytes())
            return true;
        const int n = ssh_channel_write(m_channel.get(), m_toChannel.constData(), static_cast<uint32_t>(size));
        m_toChannel.remove(0, std::max(n, 0));
        return n >= 0;
    }

    QString m_host;
    int m_port;
    std::shared_ptr<Opening> m_opening; // until that is over
    Socket m_local;
    SshHandle<ssh_channel_struct> m_channel;
    QByteArray m_toLocal;
    QByteArray m_toChannel;
};

} // namespace

JumpTunnel::JumpTunnel(std::shared_ptr<LiveLink> link, LiveLink::ActivityHandle activity, Socket near)
    : m_link(std::move(link))
    , m_activity(std::move(activity))
    , m_near(std::move(near))
{
}

Result<std::unique_ptr<JumpTunnel>> JumpTunnel::open(
    std::shared_ptr<LiveLink> link, const QString &host, int port, const Patience &patience)
{
    auto ends = socketPair();
    if (!ends)
        return link->error(ErrorKind::Internal, u"no local socket"_s);
    const auto opening = std::make_shared<Opening>();
    auto activity = link->add(std::make_unique<Pump>(host, port, std::move(ends->second), opening));
    std::unique_lock lock(opening->mutex);
    while (!opening->outcome) {
        if (const auto kind = patience.over()) {
            if (*kind == ErrorKind::TimedOut)
                return Error { ErrorKind::NoRoute, host, {}, u"no answer"_s };
            return link->error(*kind, {});
        }
        opening->changed.wait_for(lock, patience.slice(), [&] { return opening->outcome.has_value(); });
    }
    if (const auto &outcome = *opening->outcome; !outcome)
        return outcome.error();
    return std::unique_ptr<JumpTunnel>(new JumpTunnel(std::move(link), std::move(activity), std::move(ends->first)));
}

} // namespace twinlan
