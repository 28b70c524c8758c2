// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/link.h"

#include <libssh/libssh.h>
#include <libssh/server.h> // ssh_send_keepalive() is declared there, for clients too
#include <mutex>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

// A server that has sent this much without a version line is none (RFC 4253 4.2 allows some lines before it).
constexpr quint64 mostBytesBeforeVersion = 16 * 1024;
// Silent intervals after which the peer counts as gone; OpenSSH's ServerAliveCountMax.
constexpr int mostSilentIntervals = 3;
// Reads of 4 KiB each, libssh's own size.
constexpr int mostReadsAtOnce = 16;

ssh_session newSession()
{
    // ssh_init() counts its callers but does not lock; the shared library calls it at load, a static one does not.
    static std::once_flag once;
    std::call_once(once, [] { ssh_init(); });
    return ssh_new();
}

} // namespace

struct Link::Counter
{
    ssh_counter_struct socket {};
    ssh_counter_struct raw {};
};

void SshFree::operator()(ssh_session_struct *session) const
{
    // Not ssh_disconnect() first: for a socket from SSH_OPTIONS_FD it forgets the descriptor and leaves it open, so
    // that the server waits until its login grace time is over (libssh 0.10.6, measured). A server takes a closed
    // socket as goodbye.
    ssh_free(session);
}

void SshFree::operator()(ssh_channel_struct *channel) const
{
    ssh_channel_free(channel);
}

void SshFree::operator()(ssh_key_struct *key) const
{
    ssh_key_free(key);
}

void SshFree::operator()(ssh_event_struct *event) const
{
    ssh_event_free(event);
}

Link::Link(Socket socket, SshTarget target, std::chrono::seconds keepAlive)
    : m_socket(std::move(socket))
    , m_target(std::move(target))
    , m_keepAlive(keepAlive)
    , m_counter(std::make_unique<Counter>())
    , m_session(newSession())
{
}

Link::~Link()
{
    if (m_event)
        ssh_event_remove_session(m_event.get(), m_session.get()); // else the session would free a poll handle twice
}

std::optional<Error> Link::shakeHands(const QByteArray &hostKeyAlgorithms, const Patience &patience)
{
    ssh_session session = m_session.get();
    const bool processConfig = false; // nobody's ~/.ssh/config decides what we trust
    const int fd = m_socket.fd();
    const int level = SSH_LOG_NOLOG;
    // No SSH_OPTIONS_HOST: libssh would only use it to connect and to look into known_hosts files, and both are ours.
    // Its parser also knows fewer spellings of a host than we do (an IPv6 zone, a name with '_').
    if (!session || ssh_options_set(session, SSH_OPTIONS_PROCESS_CONFIG, &processConfig) != SSH_OK
        || ssh_options_set(session, SSH_OPTIONS_LOG_VERBOSITY, &level) != SSH_OK
        || ssh_options_set(session, SSH_OPTIONS_USER, m_target.user.toUtf8().constData()) != SSH_OK
        || ssh_options_set(session, SSH_OPTIONS_HOSTKEYS, hostKeyAlgorithms.constData()) != SSH_OK
        || ssh_options_set(session, SSH_OPTIONS_FD, &fd) != SSH_OK)
        return error(ErrorKind::Internal);
    ssh_set_blocking(session, 0);
    ssh_set_counters(session, &m_counter->socket, &m_counter->raw);
    watchPeer(fd, m_keepAlive);

    const auto answer = repeat(SSH_AGAIN, patience, [&] {
        const int rc = ssh_connect(session);
        if (ssh_get_fd(session) == m_socket.fd())
            m_socket.release();
        const bool chatter = !ssh_get_serverbanner(session) && m_counter->socket.in_bytes > mostBytesBeforeVersion;
        return chatter ? static_cast<int>(SSH_ERROR) : rc;
    });
    if (answer && *answer == SSH_OK)
        return std::nullopt;
    // Bytes, but no version line: an HTTP server for instance, which answers our version line with "400 Bad Request".
    const bool patient = answer.ok() || answer.error().kind != ErrorKind::Cancelled;
    if (patient && !ssh_get_serverbanner(session) && m_counter->socket.in_bytes > 0)
        return error(ErrorKind::NotSsh);
    return answer ? error(ErrorKind::ConnectionLost) : answer.error();
}

std::optional<Error> Link::wait(const Patience &patience)
{
    if (const auto kind = patience.over())
        return error(*kind, {});
    if (!isAlive())
        return error(ErrorKind::ConnectionLost);
    Watched watched { .fd = fd(), .read = true, .write = hasUnsentBytes() };
    waitFor({ &watched, 1 }, patience.slice());
    return std::nullopt;
}

void Link::startPulse()
{
    // Only an event lets libssh handle packets without a call that wants something.
    m_event.reset(ssh_event_new());
    ssh_event_add_session(m_event.get(), m_session.get());
    m_pulse = m_keepAlive.count() > 0;
    m_heardBytes = heardBytes();
    m_heard = m_asked = std::chrono::steady_clock::now();
}

void Link::handleNews()
{
    // Not for ever: a peer that never stops talking must not keep the caller from all else.
    for (int i = 0; i < mostReadsAtOnce && isAlive(); ++i)
        if (ssh_event_dopoll(m_event.get(), 0) != SSH_OK)
            return;
}

void Link::keepPulse()
{
    if (!m_pulse || !isAlive())
        return;
    const auto now = std::chrono::steady_clock::now();
    if (heardBytes() != m_heardBytes) {
        m_heardBytes = heardBytes();
        m_heard = m_asked = now;
    }
    m_silent = now - m_heard >= m_keepAlive * mostSilentIntervals;
    if (!m_silent && now - m_asked >= m_keepAlive) {
        // Called twice: the call that collects the last answer sends no probe, so the second one does. While a probe is unanswered, neither sends.
        ssh_send_keepalive(m_session.get());
        ssh_send_keepalive(m_session.get());
        m_asked = now;
    }
}

bool Link::isAlive() const
{
    return m_session && !m_silent && ssh_is_connected(m_session.get()) && fd() >= 0;
}

quint64 Link::heardBytes() const
{
    return m_counter->socket.in_bytes;
}

bool Link::hasUnsentBytes() const
{
    return ssh_get_poll_flags(m_session.get()) & SSH_WRITE_PENDING;
}

int Link::fd() const
{
    return m_session ? static_cast<int>(ssh_get_fd(m_session.get())) : -1;
}

Error Link::error(ErrorKind kind) const
{
    if (m_silent)
        return error(kind, u"no answer to keep-alive messages"_s);
    return error(kind, m_session ? QString::fromUtf8(ssh_get_error(m_session.get())) : QString());
}

Error Link::error(ErrorKind kind, const QString &detail) const
{
    return { kind, m_target.host, {}, detail };
}

} // namespace twinlan
