// SPDX-License-Identifier: GPL-3.0-or-later
#include "testnet.h"

#include <QDir>
#include <QFile>
#include <QtTest>
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <pwd.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <unistd.h>

namespace twinlan::test {

using namespace Qt::Literals::StringLiterals;

namespace {

int boundSocket(bool v6, int &port)
{
    const int fd = ::socket(v6 ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in6 six {};
    six.sin6_family = AF_INET6;
    six.sin6_addr = in6addr_loopback;
    sockaddr_in four {};
    four.sin_family = AF_INET;
    four.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto *address = v6 ? reinterpret_cast<sockaddr *>(&six) : reinterpret_cast<sockaddr *>(&four);
    socklen_t size = v6 ? sizeof(six) : sizeof(four);
    if (::bind(fd, address, size) != 0 || ::getsockname(fd, address, &size) != 0)
        qFatal("cannot bind a loopback socket");
    port = ntohs(v6 ? six.sin6_port : four.sin_port);
    return fd;
}

} // namespace

int freePort(bool v6)
{
    int port = 0;
    ::close(boundSocket(v6, port));
    return port;
}

void inEmptyNetwork(const std::function<void()> &work)
{
    std::thread([&work] {
        if (::unshare(CLONE_NEWNET) != 0)
            qFatal("unshare: needs root");
        work();
    }).join();
}

void withSshConfig(const QByteArray &content, const std::function<void()> &work)
{
    // libssh takes the home from the account database and not from $HOME, so a mount that only this thread sees stands
    // in.
    const QString home = QString::fromLocal8Bit(::getpwuid(::getuid())->pw_dir);
    std::thread([&] {
        const QByteArray path = QFile::encodeName(home);
        if (::unshare(CLONE_FS | CLONE_NEWNS) != 0 || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0
            || ::mount("none", path.constData(), "tmpfs", 0, "mode=0700") != 0)
            qFatal("cannot mount: needs root");
        QDir(home).mkdir(u".ssh"_s);
        QFile file(home + u"/.ssh/config"_s);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write the config");
        file.close();
        work();
    }).join();
}

Listener::Listener(Manner manner, QByteArray words)
    : m_manner(manner)
    , m_words(std::move(words))
    , m_fd(boundSocket(false, m_port))
{
    ::listen(m_fd, m_manner == Manner::Full ? 0 : 8);
    if (m_manner == Manner::Full) {
        // Linux drops a SYN while the queue of accepted connections is full; a queue of 0 holds one.
        for (int i = 0; i < 3; ++i) {
            const int filler = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
            sockaddr_in address {};
            address.sin_family = AF_INET;
            address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
            address.sin_port = htons(static_cast<uint16_t>(m_port));
            ::connect(filler, reinterpret_cast<sockaddr *>(&address), sizeof(address));
            m_fillers.push_back(filler);
        }
        return;
    }
    m_thread = std::jthread([this](const std::stop_token &stop) { serve(stop); });
}

Listener::~Listener()
{
    m_thread = {};
    for (const int filler : m_fillers)
        ::close(filler);
    ::close(m_fd);
}

void Listener::serve(const std::stop_token &stop) const
{
    std::vector<int> callers;
    while (!stop.stop_requested()) {
        pollfd wait { m_fd, POLLIN, 0 };
        if (::poll(&wait, 1, 10) == 1) {
            const int caller = ::accept4(m_fd, nullptr, nullptr, SOCK_CLOEXEC);
            if (m_manner == Manner::HangsUp) {
                ::close(caller);
            } else {
                callers.push_back(caller);
                if (m_manner == Manner::Says) {
                    char line[256];
                    pollfd said { caller, POLLIN, 0 };
                    if (::poll(&said, 1, 1000) == 1 && ::recv(caller, line, sizeof(line), 0) > 0)
                        ::send(caller, m_words.constData(), static_cast<size_t>(m_words.size()), MSG_NOSIGNAL);
                }
            }
        }
        if (m_manner == Manner::Chatters) {
            for (const int caller : callers) {
                for (int i = 0; i < 64; ++i)
                    ::send(
                        caller, m_words.constData(), static_cast<size_t>(m_words.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
            }
        }
    }
    for (const int caller : callers)
        ::close(caller);
}

} // namespace twinlan::test
