// SPDX-License-Identifier: GPL-3.0-or-later
// One libssh session on one socket: its handles, its waiting and its pulse. Signing in is built on it, and after that a
// LiveLink, with commands and tunnels. Not thread-safe; it may be handed from one thread to another as a whole.
#pragma once

#include "remote/ssh/patience.h"
#include "remote/ssh/session.h"
#include "remote/ssh/socket.h"

#include <memory>
#include <optional>

// libssh's own tags, so that its headers stay inside the .cpp files.
struct ssh_session_struct;
struct ssh_channel_struct;
struct ssh_key_struct;
struct ssh_event_struct;

namespace twinlan {

struct SshFree
{
    void operator()(ssh_session_struct *session) const; // closes its socket; never waits
    void operator()(ssh_channel_struct *channel) const; // closes it first
    void operator()(ssh_key_struct *key) const;
    void operator()(ssh_event_struct *event) const;
};
template <class T>
using SshHandle = std::unique_ptr<T, SshFree>;

class Link
{
public:
    // Takes the socket. Nothing is sent yet.
    Link(Socket socket, SshTarget target, std::chrono::seconds keepAlive);
    ~Link();
    Link(const Link &) = delete;
    Link &operator=(const Link &) = delete;

    // Exchanges versions and keys; hostKeyAlgorithms in the order of preference, comma-separated.
    // Errors: NotSsh, ConnectionLost, TimedOut, Cancelled.
    std::optional<Error> shakeHands(const QByteArray &hostKeyAlgorithms, const Patience &patience);
    // Until somebody is signed in: waits until something happened or a slice has passed. An error ends the caller's
    // wish: Cancelled, TimedOut, or ConnectionLost.
    std::optional<Error> wait(const Patience &patience);
    // Repeats a non-blocking libssh call until it stops answering `again`; its last answer comes back.
    template <class Call>
    Result<int> repeat(int again, const Patience &patience, Call call)
    {
        for (;;) {
            const int answer = call();
            if (answer != again)
                return answer;
            if (auto error = wait(patience))
                return *error;
        }
    }

    // From then on: handleNews() whenever something came, and keepPulse() from time to time.
    void startPulse();
    // Takes in what came, the peer's end included, and sends what could not be sent before.
    void handleNews();
    // Keeps the connection alive; one that is not any more is from then on not isAlive().
    void keepPulse();

    [[nodiscard]] bool isAlive() const;
    [[nodiscard]] quint64 heardBytes() const; // all that ever came in
    [[nodiscard]] bool hasUnsentBytes() const;
    [[nodiscard]] int fd() const;
    [[nodiscard]] ssh_session_struct *session() const { return m_session.get(); }
    [[nodiscard]] const SshTarget &target() const { return m_target; }
    // An error about this host; `detail` defaults to what ended the pulse or to libssh's last words, which never hold a
    // secret.
    [[nodiscard]] Error error(ErrorKind kind) const;
    [[nodiscard]] Error error(ErrorKind kind, const QString &detail) const;

private:
    struct Counter;

    Socket m_socket; // until libssh owns it
    SshTarget m_target;
    std::chrono::seconds m_keepAlive;
    std::unique_ptr<Counter> m_counter; // libssh counts into it until the session is gone, so it stands before it
    SshHandle<ssh_session_struct> m_session;
    SshHandle<ssh_event_struct> m_event;
    bool m_pulse = false;
    bool m_silent = false; // the peer, for too long
    quint64 m_heardBytes = 0;
    std::chrono::steady_clock::time_point m_heard;
    std::chrono::steady_clock::time_point m_asked;
};

} // namespace twinlan
