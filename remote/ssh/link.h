// SPDX-License-Identifier: GPL-3.0-or-later
// One libssh session on one socket: its handles, its waiting and its pulse. Signing in, running commands and tunnelling
// are built on it, each in its own file. Not thread-safe; it may be handed from one thread to another as a whole.
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
    // From here on wait() also keeps the connection alive and finds out when it is not.
    void startPulse();
    // The pulse counts from now: nobody listened to the peer while no command ran.
    void freshenPulse();

    // Lets libssh work until something happened or a slice has passed. An error ends the caller's wish:
    // Cancelled, TimedOut, or ConnectionLost.
    std::optional<Error> wait(const Patience &patience);
    // The part of wait() that keeps the pulse, for a caller with a poll of its own.
    std::optional<Error> pulse();
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

    // Takes in what came while nobody was waiting, the peer's end included.
    void catchUp();

    [[nodiscard]] bool isAlive() const;
    [[nodiscard]] bool hasUnsentBytes() const;
    [[nodiscard]] int fd() const;
    [[nodiscard]] ssh_session_struct *session() const { return m_session.get(); }
    [[nodiscard]] const SshTarget &target() const { return m_target; }
    // An error about this host; `detail` defaults to libssh's last words, which never hold a secret.
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
    quint64 m_heardBytes = 0;
    std::chrono::steady_clock::time_point m_heard;
    std::chrono::steady_clock::time_point m_asked;
};

} // namespace twinlan
