// SPDX-License-Identifier: GPL-3.0-or-later
// Networks to measure, in namespaces without names: they end with the process, however it ends.
//
//     this thread  v0 10.91.1.1 ---- 10.91.1.2 v1  router  v2 10.91.2.1 ---- 10.91.2.2 v3  far
//                  slow0 10.91.3.1 ---- 10.91.3.2, who is a thread here: late, lossy, deaf to packets above a size
#pragma once

#include <QProcess>
#include <QString>
#include <arpa/inet.h>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <deque>
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <poll.h>
#include <random>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <thread>
#include <unistd.h>

namespace diagnoselab {

using Clock = std::chrono::steady_clock;

// Answers every ping to 10.91.3.2 after `delay`, in the pieces in which it came. Drops what is larger than `largest`
// without a word, as a tunnel does that is too small, and one packet in `loseOneIn` in either direction.
class SlowPath
{
public:
    std::atomic_int largest = 1500;
    std::atomic_int loseOneIn = 0;
    std::atomic_int delayMs = 20;
    std::atomic_int sent = 0; // bytes into the path, whatever became of them
    std::atomic_int promptFor = -1; // so many packets; those after them wait forty times as long. -1: all

    QString begin()
    {
        m_tun = ::open("/dev/net/tun", O_RDWR | O_CLOEXEC | O_NONBLOCK);
        ifreq request {};
        request.ifr_flags = IFF_TUN | IFF_NO_PI;
        std::strcpy(request.ifr_name, "slow0");
        if (m_tun < 0 || ::ioctl(m_tun, TUNSETIFF, &request) < 0)
            return QStringLiteral("/dev/net/tun: %1").arg(QString::fromLocal8Bit(std::strerror(errno)));
        m_thread = std::jthread([this](const std::stop_token &stop) { answer(stop); });
        return {};
    }
    ~SlowPath()
    {
        if (m_thread.joinable()) {
            m_thread.request_stop();
            m_thread.join();
        }
        if (m_tun >= 0)
            ::close(m_tun);
    }

private:
    struct Late
    {
        Clock::time_point due;
        QByteArray packet;
    };

    void answer(const std::stop_token &stop)
    {
        std::minstd_rand random(1); // the same losses in each run
        std::deque<Late> queue;
        while (!stop.stop_requested()) {
            auto wait = std::chrono::milliseconds(50);
            if (!queue.empty())
                wait = std::clamp(std::chrono::ceil<std::chrono::milliseconds>(queue.front().due - Clock::now()),
                    std::chrono::milliseconds(0), wait);
            pollfd tun { m_tun, POLLIN, 0 };
            ::poll(&tun, 1, int(wait.count()));
            char buffer[65536];
            for (ssize_t size = 0; (size = ::read(m_tun, buffer, sizeof buffer)) > 0;) {
                const int oneIn = loseOneIn;
                sent += int(size);
                if (size > largest || (buffer[0] & 0xf0) != 0x40 || buffer[9] != IPPROTO_ICMP)
                    continue;
                if (oneIn > 0 && (int(random() % unsigned(oneIn)) == 0 || int(random() % unsigned(oneIn)) == 0))
                    continue;
                const int prompt = promptFor;
                if (prompt > 0)
                    promptFor = prompt - 1;
                queue.push_back({ Clock::now() + std::chrono::milliseconds(prompt == 0 ? 40 * delayMs : int(delayMs)), echo(buffer, size) });
            }
            for (; !queue.empty() && queue.front().due <= Clock::now(); queue.pop_front())
                (void)!::write(m_tun, queue.front().packet.constData(), std::size_t(queue.front().packet.size()));
        }
    }
    static QByteArray echo(const char *buffer, ssize_t size)
    {
        QByteArray packet(buffer, size);
        std::swap_ranges(packet.begin() + 12, packet.begin() + 16, packet.begin() + 16); // source, destination
        const bool first = (packet[6] & 0x1f) == 0 && packet[7] == 0;
        const int icmp = (packet[0] & 0xf) * 4;
        if (first && packet[icmp] == 8) {
            packet[icmp] = 0; // echo request -> echo reply; the checksum follows
            quint32 sum = (quint8(packet[icmp + 2]) << 8 | quint8(packet[icmp + 3])) + 0x0800;
            sum = (sum & 0xffff) + (sum >> 16);
            packet[icmp + 2] = char(sum >> 8);
            packet[icmp + 3] = char(sum);
        }
        return packet;
    }

    int m_tun = -1;
    std::jthread m_thread;
};

class Lab
{
public:
    SlowPath slow;

    // Moves the calling thread, and so whatever it starts, into a namespace of its own. Empty: all there; else what is
    // not.
    QString begin()
    {
        if (::geteuid() != 0)
            return QStringLiteral("needs root, to make network namespaces of its own");
        // Mounts as well: /sys shows the network of the one who mounted it, and /run/twinlan is to be ours.
        if (::unshare(CLONE_NEWNET | CLONE_NEWNS) != 0)
            return QStringLiteral("unshare: %1").arg(QString::fromLocal8Bit(std::strerror(errno)));
        ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
        if (::mount("sysfs", "/sys", "sysfs", 0, nullptr) != 0 || ::mount("tmpfs", "/run", "tmpfs", 0, nullptr) != 0)
            return QStringLiteral("mount: %1").arg(QString::fromLocal8Bit(std::strerror(errno)));
        m_router = other();
        m_far = other();
        const auto routerPath = path(m_router);
        const auto farPath = path(m_far);
        QString trouble = slow.begin();
        const auto here = [&](const QString &words) { trouble += run(words); };
        const auto router = [&](const QString &words) { trouble += inside(m_router, words); };
        const auto far = [&](const QString &words) { trouble += inside(m_far, words); };
        here(QStringLiteral("ip link set lo up"));
        here(QStringLiteral("ip link add v0 type veth peer name v1 netns ") + routerPath);
        router(QStringLiteral("ip link add v2 type veth peer name v3 netns ") + farPath);
        here(QStringLiteral("ip addr add 10.91.1.1/24 dev v0"));
        router(QStringLiteral("ip addr add 10.91.1.2/24 dev v1"));
        router(QStringLiteral("ip addr add 10.91.2.1/24 dev v2"));
        far(QStringLiteral("ip addr add 10.91.2.2/24 dev v3"));
        here(QStringLiteral("ip link set v0 up"));
        router(QStringLiteral("ip link set v1 up"));
        router(QStringLiteral("ip link set v2 up"));
        far(QStringLiteral("ip link set v3 up"));
        here(QStringLiteral("ip route add 10.91.2.0/24 via 10.91.1.2"));
        far(QStringLiteral("ip route add default via 10.91.2.1"));
        router(QStringLiteral("sysctl -qw net.ipv4.ip_forward=1"));
        here(QStringLiteral("ip addr add 10.91.3.1/24 dev slow0"));
        here(QStringLiteral("ip link set slow0 up"));
        return trouble;
    }
    // The MTU of the router's far side; its near side stays at 1500, so that it must say "fragmentation needed".
    QString setFarMtu(int mtu)
    {
        const auto words = QStringLiteral("ip link set %1 mtu %2");
        return inside(m_router, words.arg(QStringLiteral("v2")).arg(mtu))
            + inside(m_far, words.arg(QStringLiteral("v3")).arg(mtu)) + run(QStringLiteral("ip route flush cache"));
    }
    // Empty when it ended with 0.
    static QString run(const QString &words)
    {
        auto list = words.split(QLatin1Char(' '));
        QProcess process;
        process.start(list.takeFirst(), list);
        process.waitForFinished();
        return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0
            ? QString()
            : words + QStringLiteral(": ") + QString::fromLocal8Bit(process.readAllStandardError());
    }
    ~Lab()
    {
        for (const int net : { m_router, m_far })
            if (net >= 0)
                ::close(net);
    }

private:
    // A namespace that lives as long as this descriptor.
    static int other()
    {
        int net = -1;
        std::thread([&net] {
            if (::unshare(CLONE_NEWNET) == 0)
                net = ::open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC);
        }).join();
        return net;
    }
    static QString path(int net) { return QStringLiteral("/proc/%1/fd/%2").arg(::getpid()).arg(net); }
    static QString inside(int net, const QString &words)
    {
        QString trouble;
        std::thread([&] { trouble = ::setns(net, CLONE_NEWNET) == 0 ? run(words) : QStringLiteral("setns"); }).join();
        return trouble;
    }

    int m_router = -1;
    int m_far = -1;
};

} // namespace diagnoselab
