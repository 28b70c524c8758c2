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

using namespace Qt::Literals::StringLiterals;

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
            return u"/dev/net/tun: %1"_s.arg(QString::fromLocal8Bit(std::strerror(errno)));
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
            return u"needs root, to make network namespaces of its own"_s;
        // Mounts as well: /sys shows the network of the one who mounted it, and /run/twinlan is to be ours.
        if (::unshare(CLONE_NEWNET | CLONE_NEWNS) != 0)
            return u"unshare: %1"_s.arg(QString::fromLocal8Bit(std::strerror(errno)));
        ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
        if (::mount("sysfs", "/sys", "sysfs", 0, nullptr) != 0 || ::mount("tmpfs", "/run", "tmpfs", 0, nullptr) != 0)
            return u"mount: %1"_s.arg(QString::fromLocal8Bit(std::strerror(errno)));
        m_router = other();
        m_far = other();
        const auto routerPath = path(m_router);
        const auto farPath = path(m_far);
        QString trouble = slow.begin();
        const auto here = [&](const QString &words) { trouble += run(words); };
        const auto router = [&](const QString &words) { trouble += inside(m_router, words); };
        const auto far = [&](const QString &words) { trouble += inside(m_far, words); };
        here(u"ip link set lo up"_s);
        here(u"ip link add v0 type veth peer name v1 netns "_s + routerPath);
        router(u"ip link add v2 type veth peer name v3 netns "_s + farPath);
        here(u"ip addr add 10.91.1.1/24 dev v0"_s);
        router(u"ip addr add 10.91.1.2/24 dev v1"_s);
        router(u"ip addr add 10.91.2.1/24 dev v2"_s);
        far(u"ip addr add 10.91.2.2/24 dev v3"_s);
        here(u"ip link set v0 up"_s);
        router(u"ip link set v1 up"_s);
        router(u"ip link set v2 up"_s);
        far(u"ip link set v3 up"_s);
        here(u"ip route add 10.91.2.0/24 via 10.91.1.2"_s);
        far(u"ip route add default via 10.91.2.1"_s);
        router(u"sysctl -qw net.ipv4.ip_forward=1"_s);
        here(u"ip addr add 10.91.3.1/24 dev slow0"_s);
        here(u"ip link set slow0 up"_s);
        return trouble;
    }
    // The MTU of the router's far side; its near side stays at 1500, so that it must say "fragmentation needed".
    QString setFarMtu(int mtu)
    {
        const auto words = u"ip link set %1 mtu %2"_s;
        return inside(m_router, words.arg(u"v2"_s).arg(mtu))
            + inside(m_far, words.arg(u"v3"_s).arg(mtu)) + run(u"ip route flush cache"_s);
    }
    // Empty when it ended with 0.
    static QString run(const QString &words)
    {
        auto list = words.split(u' ');
        QProcess process;
        process.start(list.takeFirst(), list);
        process.waitForFinished();
        return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0
            ? QString()
            : words + u": "_s + QString::fromLocal8Bit(process.readAllStandardError());
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
    static QString path(int net) { return u"/proc/%1/fd/%2"_s.arg(::getpid()).arg(net); }
    static QString inside(int net, const QString &words)
    {
        QString trouble;
        std::thread([&] { trouble = ::setns(net, CLONE_NEWNET) == 0 ? run(words) : u"setns"_s; }).join();
        return trouble;
    }

    int m_router = -1;
    int m_far = -1;
};

} // namespace diagnoselab
