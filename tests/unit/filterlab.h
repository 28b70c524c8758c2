// SPDX-License-Identifier: GPL-3.0-or-later
// A Pi between two homes in three network namespaces without names: they end with the process, however it ends.
//
//     lan  eth0-lan ---- eth0    \                 / gretap1 ---- gretap1-far  far
//                                 br_lan .10 (pi)
//                        tailscale0 100.86.118.83 ---- vpn-peer                far
#pragma once

#include "frames.h"
#include "recipeplan.h"
#include "remote/plan/render.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <cerrno>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/if_packet.h>
#include <map>
#include <memory>
#include <net/ethernet.h>
#include <net/if.h>
#include <netinet/in.h>
#include <poll.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <arpa/inet.h>

using namespace Qt::Literals::StringLiterals;

class FilterLab
{
public:
    struct Port
    {
        int socket = -1;
        int index = 0;
    };
    Port lan, far, bridge, vpnPeer;

    // One lab for each of "nft", "nft-fou", "ebtables", "ebtables-fou", and "open" without a filter; made when it is
    // first asked for.
    static FilterLab &with(const QString &backend)
    {
        static std::map<QString, std::unique_ptr<FilterLab>> labs;
        auto &lab = labs[backend];
        if (!lab)
            lab.reset(new FilterLab(backend));
        return *lab;
    }
    static QString find(const char *program)
    {
        return QStandardPaths::findExecutable(QString::fromLatin1(program),
            { u"/usr/sbin"_s, u"/sbin"_s, u"/usr/bin"_s,
                u"/bin"_s });
    }

    [[nodiscard]] bool ready() const { return m_trouble.isEmpty(); }
    [[nodiscard]] QString trouble() const { return m_trouble; }
    [[nodiscard]] QByteArray bridgeMac() const { return QByteArray::fromHex("b827eb00000a"); }
    [[nodiscard]] QByteArray vpnMac() const { return QByteArray::fromHex("020000000099"); }
    QByteArray freshMac() { return frames::mac(++m_macs, 6); }

    void send(const QByteArray &frame, const Port &from)
    {
        ::send(from.socket, frame.constData(), std::size_t(frame.size()), 0);
    }
    // Sends a frame at one port; what of it arrives at the other, or nothing. A frame that always passes follows it, so
    // that "nothing" needs no waiting.
    QByteArray passedOn(const QByteArray &frame, const Port &from, const Port &to)
    {
        drain(to);
        send(frame, from);
        QByteArray got;
        const QByteArray last
            = frames::ethernet(&to == &bridge ? bridgeMac() : frames::nobody, freshMac(), frames::wakeOnLan, "last");
        send(last, from);
        if (!receiveUntil(to, last.mid(6, 6), [&](const QByteArray &seen) {
                if (seen.mid(6, 6) == frame.mid(6, 6))
                    got = seen;
            }))
            return "the frame behind it got lost: the lab is broken";
        return got;
    }
    int countPassed(const QByteArray &frame, int count, const Port &from, const Port &to)
    {
        drain(to);
        for (int i = 0; i < count; ++i)
            send(frame, from);
        const QByteArray last = frames::ethernet(frames::nobody, freshMac(), frames::wakeOnLan, "last");
        send(last, from);
        int seen = 0;
        receiveUntil(to, last.mid(6, 6), [&](const QByteArray &f) { seen += f.mid(6, 6) == frame.mid(6, 6); });
        return seen;
    }
    void watch(const Port &port) { drain(port); }
    int seenFrom(const QByteArray &mac, const Port &port)
    {
        int seen = 0;
        seeAll(port, [&](const QByteArray &frame) { seen += frame.mid(6, 6) == mac; });
        return seen;
    }
    // Calls `see` for each frame that has arrived since the last look.
    template <class See>
    void seeAll(const Port &port, const See &see)
    {
        const QByteArray last = frames::ethernet(frames::nobody, freshMac(), frames::wakeOnLan, "last");
        send(last, &port == &lan ? far : lan);
        receiveUntil(port, last.mid(6, 6), see);
    }

    // The Pi's own programs.
    bool udpArrives(const Port &at, const QByteArray &to, int port, const QByteArray &payload)
    {
        drain(at);
        sendUdp(to, port, payload);
        sendUdp(to, 9, "last");
        bool seen = false;
        const QByteArray head = frames::be16(port);
        receive(at, [&](const QByteArray &f) {
            if (f.mid(12, 2).toHex() != "0800" || uchar(f.at(23)) != 17 || f.mid(30, 4) != to)
                return false;
            seen = seen || f.mid(36, 2) == head;
            return f.mid(36, 2) == frames::be16(9);
        });
        return seen;
    }
    int mssOfOwnConnection(const QByteArray &to)
    {
        drain(far);
        enter(m_pi);
        const int tcp = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        const sockaddr_in address = addressOf(to, 80);
        ::connect(tcp, reinterpret_cast<const sockaddr *>(&address), sizeof address);
        int mss = -1;
        receive(far, [&](const QByteArray &f) {
            if (uchar(f.at(23)) != 6 || f.mid(54, 2).toHex() != "0204")
                return false;
            mss = uchar(f.at(56)) << 8 | uchar(f.at(57));
            return true;
        });
        ::close(tcp);
        return mss;
    }
    // errno of sending, 0 if it left: the OUTPUT hook answers EPERM for what it drops.
    int sendUdp(const QByteArray &to, int port, const QByteArray &payload = "x")
    {
        return sendBy(SOCK_DGRAM, 0, to, port, payload);
    }
    int sendRaw(int protocol, const QByteArray &to) { return sendBy(SOCK_RAW, protocol, to, 0, QByteArray(24, '\0')); }
    // A packet comes in at a port: does a program on the Pi get it?
    bool reachesOwnStack(const QByteArray &frame, const Port &by, int protocol)
    {
        enter(m_pi);
        const int own = ::socket(AF_INET, SOCK_RAW | SOCK_NONBLOCK, protocol);
        send(frame, by);
        // A second of the same kind that always passes: GRE and UDP to other ends.
        const QByteArray sender = frames::address4(192, 168, 1, 51);
        const QByteArray payload = protocol == 17 ? frames::udp(1, 1, "last") : QByteArray(24, '\0');
        send(frames::ethernet(bridgeMac(), freshMac(), 0x0800,
                 frames::ipv4(protocol, sender, frames::address4(192, 168, 1, 10), payload)),
            lan);
        bool seen = false;
        for (bool more = true; more;) {
            pollfd waiting { own, POLLIN, 0 };
            if (::poll(&waiting, 1, 2000) <= 0) {
                m_trouble = u"the packet behind it got lost: the lab is broken"_s;
                break;
            }
            char bytes[2000];
            const auto size = ::recv(own, bytes, sizeof bytes, 0);
            const QByteArray packet(bytes, int(std::max<ssize_t>(size, 0)));
            more = packet.mid(12, 4) != sender;
            seen = seen || packet.mid(12, 8) == frame.mid(26, 8);
        }
        ::close(own);
        return seen;
    }
    void routeVpnOverLan(bool over)
    {
        runOnPi("ip", { "route", "replace", "100.92.41.28", "dev", over ? "br_lan" : "tailscale0" });
        if (over)
            runOnPi("ip", { "neigh", "replace", "100.92.41.28", "lladdr", "02:00:00:00:00:50", "dev", "br_lan" });
    }

    // The filter.
    bool load()
    {
        QProcess *process = startLoading();
        process->waitForFinished(30000);
        if (process->exitCode() != 0)
            m_trouble = QString::fromUtf8(process->readAllStandardError());
        return process->exitCode() == 0;
    }
    QProcess *startLoading()
    {
        enter(m_pi);
        m_loader = std::make_unique<QProcess>();
        if (m_nft)
            m_loader->start(find("nft"), { u"-f"_s, m_filter });
        else
            m_loader->start(u"/bin/sh"_s, { m_filter, u"start"_s });
        m_loader->waitForStarted();
        return m_loader.get();
    }
    int script(const char *word)
    {
        enter(m_pi);
        return QProcess::execute(u"/bin/sh"_s,
            { u"-c"_s, u"exec sh \"$0\" \"$1\" 2>/dev/null"_s, m_filter,
                QString::fromLatin1(word) });
    }
    QByteArray loadedRules()
    {
        enter(m_pi);
        if (m_nft)
            return output("nft", { "-s", "list", "ruleset" });
        return output("ebtables", { "-L" }) + output("iptables", { "-t", "mangle", "-S" })
            + output("ip6tables", { "-t", "mangle", "-S" });
    }
    void runOnPi(const char *program, std::initializer_list<const char *> arguments)
    {
        enter(m_pi);
        run(program, arguments);
    }
    // From here on this thread is in that home (lan or far), as a program on a PC there.
    void goTo(const Port &home) { enter(&home == &lan ? m_lan : m_far); }
    QByteArray outputAt(const Port &home, const char *program, std::initializer_list<const char *> arguments)
    {
        goTo(home);
        return output(program, arguments);
    }

private:
    explicit FilterLab(const QString &backend)
        : m_nft(backend.startsWith(u"nft"_s))
    {
        twinlan::BridgePlan plan = recipePlan();
        plan.carrier = backend.endsWith(u"fou"_s) ? twinlan::Carrier::Fou : twinlan::Carrier::Gre;
        plan.pis.a.filter = m_nft ? twinlan::FilterBackend::Nftables : twinlan::FilterBackend::EbtablesIptables;
        m_filter = m_folder.filePath(u"filter"_s);
        QFile file(m_filter);
        if (file.open(QIODevice::WriteOnly))
            file.write(twinlan::renderFilter(plan, twinlan::Site::A));
        file.close();

        m_lan = newNamespace();
        m_far = newNamespace();
        m_pi = newNamespace();
        const QByteArray lanPath = pathOf(m_lan);
        const QByteArray farPath = pathOf(m_far);
        enter(m_pi);
        run("ip", { "link", "set", "lo", "up" });
        run("ip", { "link", "add", "br_lan", "address", "b8:27:eb:00:00:0a", "type", "bridge", "mcast_snooping", "0" });
        run("ip", { "link", "add", "eth0", "type", "veth", "peer", "name", "eth0-lan", "netns", lanPath.constData() });
        run("ip",
            { "link", "add", "gretap1", "type", "veth", "peer", "name", "gretap1-far", "netns", farPath.constData() });
        run("ip",
            { "link", "add", "tailscale0", "address", "02:00:00:00:00:99", "type", "veth", "peer", "name", "vpn-peer",
                "netns", farPath.constData() });
        for (const char *name : { "eth0", "gretap1" })
            run("ip", { "link", "set", name, "addrgenmode", "none", "master", "br_lan", "up" });
        for (const char *name : { "br_lan", "tailscale0" })
            run("ip", { "link", "set", name, "addrgenmode", "none", "up" });
        run("ip", { "addr", "add", "192.168.1.10/24", "dev", "br_lan" });
        run("ip", { "addr", "add", "100.86.118.83/32", "dev", "tailscale0" });
        run("ip", { "route", "add", "100.64.0.0/10", "dev", "tailscale0" });
        run("ip", { "neigh", "add", "192.168.1.50", "lladdr", "02:00:00:00:00:50", "dev", "br_lan" });
        run("ip", { "neigh", "add", "192.168.1.150", "lladdr", "02:00:00:00:01:50", "dev", "br_lan" });
        run("ip", { "neigh", "add", "100.92.41.28", "lladdr", "02:00:00:00:00:28", "dev", "tailscale0" });
        run("bridge", { "fdb", "add", "02:00:00:00:00:50", "dev", "eth0", "master", "static" });
        run("bridge", { "fdb", "add", "02:00:00:00:01:50", "dev", "gretap1", "master", "static" });
        // Forged senders must be stopped by the filter, not by accident by the kernel's own check of routes.
        for (const char *name : { "all", "default", "br_lan", "tailscale0" })
            run("sh", { "-c", "echo 0 > /proc/sys/net/ipv4/conf/$0/rp_filter", name });
        // As tunnel.sh has it with nft, which alone must do; ebtables' script says otherwise.
        for (const char *name : { "iptables", "ip6tables", "arptables" })
            run("sh", { "-c", "echo 0 > /proc/sys/net/bridge/bridge-nf-call-$0", name });
        bridge = open(m_pi, "br_lan");
        enter(m_lan);
        run("ip", { "link", "set", "eth0-lan", "addrgenmode", "none", "up" });
        lan = open(m_lan, "eth0-lan");
        enter(m_far);
        for (const char *name : { "gretap1-far", "vpn-peer" })
            run("ip", { "link", "set", name, "addrgenmode", "none", "up" });
        far = open(m_far, "gretap1-far");
        vpnPeer = open(m_far, "vpn-peer");
        enter(m_pi);
        if (ready() && backend != u"open"_s)
            load();
    }

    static int newNamespace()
    {
        ::unshare(CLONE_NEWNET);
        return ::open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC);
    }
    static void enter(int space) { ::setns(space, CLONE_NEWNET); }
    static QByteArray pathOf(int space)
    {
        return "/proc/" + QByteArray::number(::getpid()) + "/fd/" + QByteArray::number(space);
    }

    QByteArray output(const char *program, std::initializer_list<const char *> arguments)
    {
        QStringList words;
        for (const char *argument : arguments)
            words << QString::fromLatin1(argument);
        QProcess process;
        process.start(find(program), words);
        process.waitForFinished(30000);
        if (process.exitCode() != 0)
            m_trouble = QString::fromLatin1(program) + u' ' + words.join(u' ') + u": "_s
                + QString::fromUtf8(process.readAllStandardError());
        return process.readAllStandardOutput();
    }
    void run(const char *program, std::initializer_list<const char *> arguments) { output(program, arguments); }
    Port open(int space, const char *name)
    {
        enter(space);
        Port port;
        port.index = int(::if_nametoindex(name));
        port.socket = ::socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, htons(ETH_P_ALL));
        const int room = 16 * 1024 * 1024; // a storm must not be lost in our own ear
        ::setsockopt(port.socket, SOL_SOCKET, SO_RCVBUFFORCE, &room, sizeof room);
        const int own = 1; // what we send ourselves is no arrival
        ::setsockopt(port.socket, SOL_PACKET, PACKET_IGNORE_OUTGOING, &own, sizeof own);
        sockaddr_ll address {};
        address.sll_family = AF_PACKET;
        address.sll_protocol = htons(ETH_P_ALL);
        address.sll_ifindex = port.index;
        if (port.index == 0 || ::bind(port.socket, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
            m_trouble = u"cannot listen on "_s + QString::fromLatin1(name);
        return port;
    }
    // Calls `take` for each frame until it says true; false after two seconds of silence.
    template <class Take>
    static bool receive(const Port &port, const Take &take)
    {
        for (;;) {
            pollfd waiting { port.socket, POLLIN, 0 };
            if (::poll(&waiting, 1, 2000) <= 0)
                return false;
            char bytes[2000];
            const auto size = ::recv(port.socket, bytes, sizeof bytes, 0);
            if (size >= 60 && take(QByteArray(bytes, int(size))))
                return true;
            if (size > 0 && size < 60 && take(QByteArray(bytes, int(size)).leftJustified(60, '\0')))
                return true;
        }
    }
    template <class See>
    static bool receiveUntil(const Port &port, const QByteArray &lastMac, const See &see)
    {
        return receive(port, [&](const QByteArray &frame) {
            see(frame);
            return frame.mid(6, 6) == lastMac;
        });
    }
    static void drain(const Port &port)
    {
        char bytes[2000];
        while (::recv(port.socket, bytes, sizeof bytes, 0) > 0) { }
    }
    static sockaddr_in addressOf(const QByteArray &to, int port)
    {
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_port = htons(std::uint16_t(port));
        std::copy(to.begin(), to.end(), reinterpret_cast<char *>(&address.sin_addr));
        return address;
    }
    int sendBy(int type, int protocol, const QByteArray &to, int port, const QByteArray &payload)
    {
        enter(m_pi);
        const int own = ::socket(AF_INET, type, protocol);
        const sockaddr_in address = addressOf(to, port);
        const auto sent = ::sendto(own, payload.constData(), std::size_t(payload.size()), 0,
            reinterpret_cast<const sockaddr *>(&address), sizeof address);
        const int error = sent < 0 ? errno : 0;
        ::close(own);
        return error;
    }

    bool m_nft;
    QString m_filter;
    QString m_trouble;
    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_loader;
    int m_lan = -1;
    int m_far = -1;
    int m_pi = -1;
    int m_macs = 0;
};
