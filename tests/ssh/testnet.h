// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <functional>
#include <thread>
#include <vector>

namespace twinlan::test {

// A port of 127.0.0.1 (or ::1) on which nothing listens right now.
int freePort(bool v6 = false);

// Runs `work` in a thread whose network is empty: no address, no route, no name server. Nothing it sends leaves it.
void inEmptyNetwork(const std::function<void()> &work);
// Runs `work` in a thread that sees `content` as ~/.ssh/config, and nothing else in ~/.ssh; the real one is not
// touched.
void withSshConfig(const QByteArray &content, const std::function<void()> &work);

// Something on 127.0.0.1 that is no SSH server.
class Listener
{
public:
    enum class Manner {
        Silent, // accepts and says nothing
        Full, // its queue is full: connecting gets no answer at all
        HangsUp, // accepts and closes
        Says, // says `words` to each caller, after a first line came, and stays
        Chatters // says `words` again and again
    };
    explicit Listener(Manner manner, QByteArray words = {});
    ~Listener();

    [[nodiscard]] int port() const { return m_port; }

private:
    void serve(const std::stop_token &stop) const;

    Manner m_manner;
    QByteArray m_words;
    int m_port = 0;
    int m_fd = -1;
    std::vector<int> m_fillers;
    std::jthread m_thread;
};

} // namespace twinlan::test
