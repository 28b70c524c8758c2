// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing crosses in any dress: the table in filterrules.h row by row, and then whatever chance makes of DHCP, router
// discovery and redirects, against a Linux host in each home that takes what it is offered. Needs root, as
// tst_filterpackets does.
//
// By chance some thousand frames each way. With TWINLAN_DRESSED=100000 that many through each renderer;
// TWINLAN_DRESSED_SEED repeats a run.
#include "dressedframes.h"
#include "filterlab.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace twinlan;
using namespace frames;

namespace {

const QByteArray all4 = address4(224, 0, 0, 1);
const QByteArray hop = QByteArray::fromHex("0000010400000000"); // options; the first byte says what follows
const QByteArray snap = QByteArray::fromHex("aaaa03000000");
constexpr int v4 = 0x0800;
constexpr int v6 = 0x86dd;

QByteArray extension(int next)
{
    return QByteArray(1, char(next)) + hop.mid(1);
}
QByteArray fragment(int next, int at, bool more)
{
    return QByteArray(1, char(next)) + '\0' + be16(at | (more ? 1 : 0)) + "\x12\x34\x56\x78";
}
QByteArray icmp6(int type, const QByteArray &rest = QByteArray(36, '\0'))
{
    return summed(QByteArray(1, char(type)) + QByteArray(3, '\0') + rest, 2, 58, pcA6, pcB6);
}
QByteArray icmp4(int type)
{
    QByteArray message = QByteArray(1, char(type)) + QByteArray(35, '\0');
    return message.replace(2, 2, be16(int(~sum16(message) & 0xffff)));
}
QByteArray tagged(std::initializer_list<std::uint32_t> tags, int type, const QByteArray &payload)
{
    QByteArray bytes;
    for (const std::uint32_t tag : tags) // type and VLAN in one number
        bytes += be16(int(tag >> 16)) + be16(int(tag & 0xffff));
    return bytes + be16(type) + payload;
}

// A host of a home that takes addresses, routes and leases from whoever offers them, and counts.
class TakingHost
{
public:
    TakingHost(FilterLab &lab, FilterLab::Port &home)
        : m_lab(lab)
        , m_home(home)
    {
        const bool far = &home == &lab.far;
        const char *card = far ? "gretap1-far" : "eth0-lan";
        who = { mac(far ? 0x0161 : 0x0061), address4(192, 168, 1, far ? 161 : 61), far ? pcB6 : pcA6 };
        const QByteArray written = who.mac.toHex(':');
        lab.outputAt(home, "ip", { "link", "set", card, "address", written.constData() });
        lab.outputAt(home, "ip", { "addr", "add", far ? "192.168.1.161/24" : "192.168.1.61/24", "dev", card });
        lab.outputAt(home, "ip", { "addr", "add", far ? "fe80::150/64" : "fe80::50/64", "dev", card, "nodad" });
        lab.outputAt(home, "ip", { "addr", "add", "2001:db8::61/128", "dev", card, "nodad" });
        // As trusting as a host may be, also of redirects, and of discovery in fragments.
        lab.outputAt(home, "sh",
            { "-c",
                "cd /proc/sys/net; for f in ipv4/conf/all/accept_redirects ipv4/conf/$0/accept_redirects "
                "ipv6/conf/$0/accept_redirects "
                "ipv6/conf/$0/accept_ra; do echo 1 >$f; done; for f in ipv6/conf/all/suppress_frag_ndisc "
                "ipv6/conf/$0/suppress_frag_ndisc "
                "ipv4/conf/all/rp_filter ipv4/conf/$0/rp_filter; do echo 0 >$f; done",
                card });
        for (const int port : { 67, 68 })
            m_dhcp4 << listenOn(AF_INET, port);
        for (const int port : { 546, 547 })
            m_dhcp6 << listenOn(AF_INET6, port);
        m_before = counters();
    }
    ~TakingHost()
    {
        for (const int socket : m_dhcp4 + m_dhcp6)
            ::close(socket);
    }
    Q_DISABLE_COPY_MOVE(TakingHost)

    DressedFrames::Host who;

    // What reached the programs and the kernel of the host since the last look: by kind.
    std::map<QByteArray, qint64> taken()
    {
        m_taken["DHCP"] += read(m_dhcp4);
        m_taken["DHCPv6"] += read(m_dhcp6);
        const auto now = counters();
        for (const auto &[name, count] : now)
            m_taken[name] = count - m_before[name];
        return m_taken;
    }
    // Routes and addresses that came from a router advertisement.
    QByteArray routes()
    {
        return m_lab.outputAt(m_home, "ip", { "-6", "route", "show", "proto", "ra" })
            + m_lab.outputAt(m_home, "ip", { "-6", "addr", "show", "dynamic" });
    }

private:
    int listenOn(int family, int port)
    {
        m_lab.goTo(m_home);
        const int own = ::socket(family, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        const int yes = 1;
        ::setsockopt(own, SOL_SOCKET, SO_BROADCAST, &yes, sizeof yes);
        const int room = 4 * 1024 * 1024;
        ::setsockopt(own, SOL_SOCKET, SO_RCVBUFFORCE, &room, sizeof room);
        sockaddr_in four {};
        four.sin_family = AF_INET;
        four.sin_port = htons(std::uint16_t(port));
        sockaddr_in6 six {};
        six.sin6_family = AF_INET6;
        six.sin6_port = four.sin_port;
        const int bound = family == AF_INET ? ::bind(own, reinterpret_cast<sockaddr *>(&four), sizeof four)
                                            : ::bind(own, reinterpret_cast<sockaddr *>(&six), sizeof six);
        return bound == 0 ? own : -1;
    }
    static qint64 read(const QList<int> &sockets)
    {
        qint64 count = 0;
        char bytes[2000];
        for (const int socket : sockets) {
            while (::recv(socket, bytes, sizeof bytes, 0) >= 0)
                ++count;
        }
        return count;
    }
    // Discovery and redirects that the kernel took for such; what it then makes of them is in routes().
    std::map<QByteArray, qint64> counters()
    {
        std::map<QByteArray, qint64> all;
        for (const QByteArray &line : m_lab.outputAt(m_home, "cat", { "/proc/self/net/snmp6" }).split('\n')) {
            const QByteArrayList words = line.simplified().split(' ');
            if (words.value(0) == "Icmp6InRouterSolicits")
                all["RS"] = words.value(1).toLongLong();
            else if (words.value(0) == "Icmp6InRouterAdvertisements")
                all["RA"] = words.value(1).toLongLong();
            else if (words.value(0) == "Icmp6InRedirects")
                all["IPv6 redirect"] = words.value(1).toLongLong();
        }
        QByteArrayList names;
        for (const QByteArray &line : m_lab.outputAt(m_home, "cat", { "/proc/self/net/snmp" }).split('\n')) {
            if (!line.startsWith("Icmp: "))
                continue;
            const QByteArrayList words = line.simplified().split(' ');
            if (names.isEmpty())
                names = words;
            else
                all["IPv4 redirect"] = words.value(names.indexOf("InRedirects")).toLongLong();
        }
        return all;
    }

    FilterLab &m_lab;
    FilterLab::Port &m_home;
    QList<int> m_dhcp4;
    QList<int> m_dhcp6;
    std::map<QByteArray, qint64> m_before;
    std::map<QByteArray, qint64> m_taken;
};

} // namespace

class TestFilterDress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(geteuid() == 0, "tst_filterdress makes network namespaces: run it as root (sudo ctest -L unit)");
    }

    // Bridged both ways, and for the Pi itself. Each row passes where there is no filter.
    void table_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QByteArray>("inside");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<bool>("crosses");
        const auto row = [](const char *name, const QByteArray &inside, bool crosses, const QByteArray &to = nobody) {
            for (const char *backend : { "open", "nft", "ebtables" }) {
                // The bridge itself keeps most of these addresses, filter or none.
                QTest::addRow("%s: %s", backend, name)
                    << QString::fromLatin1(backend) << inside << to << (crosses || backend[0] == 'o');
            }
        };
        const auto plain = [](int type, const QByteArray &payload) { return be16(type) + payload; };
        const auto udp4 = [](int from, int to) { return ipv4(17, pcA, pcB, udp(from, to, "hello")); };
        const auto udp6 = [](int from, int to) { return summed(udp(from, to, "hello"), 6, 17, pcA6, pcB6); };
        const auto six
            = [&](int next, const QByteArray &payload) { return plain(v6, ipv6(next, pcA6, pcB6, payload)); };
        const QByteArray dhcp = udp4(68, 67);
        const QByteArray advertisement = ipv6(58, pcA6, pcB6, icmp6(134));

        // What one segment is made of.
        row("gratuitous ARP", plain(0x0806, arp(1, mac(1), pcA, pcA)), true, broadcast);
        row("ARP answer", plain(0x0806, arp(2, mac(1), pcA, pcB)), true);
        row("SSDP", plain(v4, ipv4(17, pcA, address4(239, 255, 255, 250), udp(50000, 1900, "M-SEARCH"))), true,
            QByteArray::fromHex("01005e7ffffa"));
        row("mDNS", plain(v4, ipv4(17, pcA, address4(224, 0, 0, 251), udp(5353, 5353, "?"))), true,
            QByteArray::fromHex("01005e0000fb"));
        row("IGMP query", plain(v4, ipv4(2, pcA, all4, QByteArray::fromHex("1164ee9b00000000"))), true,
            QByteArray::fromHex("01005e000001"));
        row("MLD query", six(0, QByteArray::fromHex("3a00050200000100") + icmp6(130)), true,
            QByteArray::fromHex("333300000001"));
        row("Wake-on-LAN", plain(wakeOnLan, QByteArray(6, '\xff')), true, broadcast);
        row("a large ping, first piece", six(44, fragment(58, 0, true) + icmp6(128)), true);
        row("a large ping, second piece", six(44, fragment(58, 40, false) + QByteArray(40, '\x86')), true);
        row("UDP behind hop-by-hop options", six(0, extension(17) + udp6(1000, 2000)), true);
        row("neighbour advertisement of a PC", six(58, icmp6(136)), true);
        row("UDP, priority tag", tagged({ 0x81006000 }, v4, udp4(1000, 2000)), true);
        row("UDP, VLAN 10", tagged({ 0x8100000a }, v4, udp4(1000, 2000)), true);
        row("UDP over IPv6, VLAN 10", tagged({ 0x8100000a }, v6, ipv6(17, pcA6, pcB6, udp6(1000, 2000))), true);
        row("ARP, VLAN 10", tagged({ 0x8100000a }, 0x0806, arp(1, mac(1), pcA, pcB)), true);

        // DHCP and router discovery, dressed.
        QByteArray withOptions = QByteArray::fromHex("4600") + be16(24 + 13) + QByteArray::fromHex("000100004011")
            + be16(0) + pcA + pcB + QByteArray::fromHex("01010101");
        withOptions.replace(10, 2, be16(int(~sum16(withOptions) & 0xffff)));
        withOptions += udp(68, 67, "hello");
        row("DHCP behind an IP option", plain(v4, withOptions), false);
        QByteArray tooLong = dhcp;
        tooLong.replace(2, 2, be16(1200));
        row("DHCP with an IP length that is too long", plain(v4, tooLong), false);
        QByteArray noHeader = dhcp;
        noHeader[0] = 0x41;
        row("DHCP with an IP header that is too short", plain(v4, noHeader), false);
        QByteArray firstPiece = dhcp;
        firstPiece.replace(6, 2, be16(0x2000));
        row("DHCP, first piece", plain(v4, firstPiece), false);
        for (const std::uint32_t tag : { 0x81000000, 0x81006000, 0x8100000a }) {
            const QByteArray name = tag & 0xfff ? "VLAN 10" : (tag & 0xffff ? "priority 3" : "VLAN 0");
            row(("DHCP, " + name).constData(), tagged({ tag }, v4, dhcp), false);
            row(("RA, " + name).constData(), tagged({ tag }, v6, advertisement), false);
            row(("DHCPv6, " + name).constData(), tagged({ tag }, v6, ipv6(17, pcA6, pcB6, udp6(546, 547))), false);
            row(("RA behind options, " + name).constData(),
                tagged({ tag }, v6, ipv6(60, pcA6, pcB6, extension(58) + icmp6(134))), false);
            row(("RA in a second tag, " + name).constData(), tagged({ tag, 0x81000000 }, v6, advertisement), false);
            row(("RA in a third tag, " + name).constData(), tagged({ tag, 0x81000000, 0x81000000 }, v6, advertisement),
                false);
            row(("DHCP in a second tag, " + name).constData(), tagged({ tag, 0x81000000 }, v4, dhcp), false);
            row(("UDP in a second tag, " + name).constData(), tagged({ tag, 0x8100000a }, v4, udp4(1000, 2000)), false);
            row(("SNAP in a tag, " + name).constData(), tagged({ tag }, int(dhcp.size()) + 8, snap + be16(v4) + dhcp),
                false);
        }
        row("ARP, VLAN 0", tagged({ 0x81000000 }, 0x0806, arp(1, mac(1), pcA, pcB)), false);
        for (const std::uint32_t tag : { 0x88a80000, 0x88a8000a, 0x91000000, 0x9100000a }) {
            row(qPrintable(u"RA in %1"_s.arg(tag, 0, 16)), tagged({ tag }, v6, advertisement), false);
            row(qPrintable(u"DHCP in %1"_s.arg(tag, 0, 16)), tagged({ tag }, v4, dhcp), false);
            row(qPrintable(u"DHCP in %1 and 8100"_s.arg(tag, 0, 16)),
                tagged({ tag, 0x81000000 }, v4, dhcp), false);
        }
        row("DHCP in LLC/SNAP", plain(int(dhcp.size()) + 8, snap + be16(v4) + dhcp), false);
        row("RA in LLC/SNAP with a wrong length", plain(0x05dd, snap + be16(v6) + advertisement), false);
        row("RA behind hop-by-hop options", six(0, extension(58) + icmp6(134)), false);
        row("RA behind destination options", six(60, extension(58) + icmp6(134)), false);
        row("RA behind three", six(60, extension(60) + extension(60) + extension(58) + icmp6(134)), false);
        row("RA in an atomic fragment", six(44, fragment(58, 0, false) + icmp6(134)), false);
        row("RA, its first piece", six(44, fragment(60, 0, true) + extension(58)), false);
        row("RA, its second piece, honest", six(44, fragment(60, 8, false) + icmp6(134)), false);
        row("a fragment of a fragment", six(44, fragment(44, 0, true) + fragment(17, 0, false)), false);
        row("a fragment behind options", six(60, extension(44) + fragment(17, 0, true) + udp6(1000, 2000)), false);
        row("IPv6 that breaks off in its options", six(60, QByteArray::fromHex("3a05040000000000")), false);
        QByteArray longer = ipv6(58, pcA6, pcB6, icmp6(134));
        longer.replace(4, 2, be16(1200));
        row("RA with an IPv6 length that is too long", plain(v6, longer), false);
        row("DHCPv6 behind options, from a relay", six(60, extension(17) + udp6(547, 547)), false);
        row("DHCP from a relay", plain(v4, udp4(67, 67)), false);

        // What else routers and switches say.
        row("IPv4 redirect", plain(v4, ipv4(1, pcA, pcB, icmp4(5))), false);
        row("IRDP advertisement", plain(v4, ipv4(1, pcA, all4, icmp4(9))), false, QByteArray::fromHex("01005e000001"));
        row("IRDP solicitation", plain(v4, ipv4(1, pcA, all4, icmp4(10))), false, QByteArray::fromHex("01005e000002"));
        row("a ping", plain(v4, ipv4(1, pcA, pcB, icmp4(8))), true);
        for (const int protocol : { 88, 89, 103, 112 }) {
            row(qPrintable(u"IP protocol %1"_s.arg(protocol)),
                plain(v4, ipv4(protocol, pcA, pcB, QByteArray(20, 'v'))), false);
            row(qPrintable(u"IPv6 protocol %1"_s.arg(protocol)), six(protocol, QByteArray(20, 'v')),
                false);
        }
        row("RIP", plain(v4, udp4(520, 520)), false);
        row("HSRP", plain(v4, udp4(1985, 1985)), false);
        row("RIPng", six(17, udp6(521, 521)), false);
        row("neighbour advertisement of a router",
            six(58, icmp6(136, QByteArray::fromHex("80000000") + QByteArray(32, '\0')).replace(4, 1, "\x80")), false);
        row("PPPoE discovery", plain(0x8863, QByteArray::fromHex("110900000004")), false, broadcast);
        row("PPPoE session", plain(0x8864, QByteArray::fromHex("1100000100020021") + dhcp), false);
        row("loop test", plain(0x9000, QByteArray(40, '\0')), false, broadcast);
        row("EasyMesh", plain(0x893a, QByteArray(40, '\0')), false, QByteArray::fromHex("0180c2000013"));
        row("LLDP to all", plain(0x88cc, QByteArray(40, '\0')), false, broadcast);
        row("EAPOL to all", plain(0x888e, QByteArray(40, '\0')), false, broadcast);
        row("experiments", plain(0x88b5, QByteArray(40, '\0')), false);
        row("PVST", plain(50, snap + QByteArray::fromHex("00000c010b") + QByteArray(40, '\0')), false,
            QByteArray::fromHex("01000ccccccd"));
        row("CDP", plain(50, snap + QByteArray::fromHex("00000c2000") + QByteArray(40, '\0')), false,
            QByteArray::fromHex("01000ccccccc"));
        row("spanning tree", plain(38, QByteArray::fromHex("424203") + QByteArray(35, '\0')), false,
            QByteArray::fromHex("0180c2000000"));
        row("UDP to the next switch", plain(v4, udp4(1000, 2000)), false, QByteArray::fromHex("0180c2000000"));
    }
    void table()
    {
        QFETCH(QString, backend);
        QFETCH(QByteArray, inside);
        QFETCH(QByteArray, to);
        QFETCH(bool, crosses);
        FilterLab &lab = FilterLab::with(backend);
        QVERIFY2(lab.ready(), qPrintable(lab.trouble()));
        const auto frame
            = [&](const QByteArray &whom) { return (whom + lab.freshMac() + inside).leftJustified(60, '\0'); };
        QCOMPARE(!lab.passedOn(frame(to), lab.far, lab.lan).isEmpty(), crosses);
        QCOMPARE(!lab.passedOn(frame(to), lab.lan, lab.far).isEmpty(), crosses);
        if (to == nobody)
            QCOMPARE(!lab.passedOn(frame(lab.bridgeMac()), lab.far, lab.bridge).isEmpty(), crosses);
    }

    void byChance_data()
    {
        QTest::addColumn<QString>("backend");
        for (const char *backend : { "open", "nft", "ebtables" })
            QTest::newRow(backend) << QString::fromLatin1(backend);
    }
    void byChance()
    {
        QFETCH(QString, backend);
        FilterLab &lab = FilterLab::with(backend);
        QVERIFY2(lab.ready(), qPrintable(lab.trouble()));
        static const unsigned seed = qEnvironmentVariableIsSet("TWINLAN_DRESSED_SEED")
            ? qEnvironmentVariableIntValue("TWINLAN_DRESSED_SEED")
            : std::random_device {}();
        const int wanted
            = qEnvironmentVariableIsSet("TWINLAN_DRESSED") ? qEnvironmentVariableIntValue("TWINLAN_DRESSED") : 6000;

        int sent = 0;
        std::map<QByteArray, qint64> taken;
        QByteArray routes;
        for (FilterLab::Port *home : { &lab.lan, &lab.far }) {
            TakingHost host(lab, *home);
            DressedFrames frames(seed + (home == &lab.far ? 1 : 0), host.who);
            FilterLab::Port &other = home == &lab.lan ? lab.far : lab.lan;
            const int until = sent + wanted / 2;
            while (sent < until) {
                const int pause = sent + 500;
                while (sent < std::min(pause, until)) {
                    for (const QByteArray &frame : frames.next(mac(0x6666))) {
                        lab.send(frame, other);
                        ++sent;
                    }
                }
                lab.seenFrom(mac(0x6666), *home); // all of them have gone through
                host.taken();
            }
            for (const auto &[kind, count] : host.taken())
                taken[kind] += count;
            routes += host.routes();
        }
        QStringList words;
        for (const auto &[kind, count] : taken)
            words << u"%1 %2"_s.arg(QString::fromLatin1(kind)).arg(count);
        qInfo("%s, seed %u: of %d frames accepted: %s", qPrintable(backend), seed, sent,
            qPrintable(words.join(u", "_s)));
        QCOMPARE(taken.size(), std::size_t(6));
        for (const auto &[kind, count] : taken) {
            if (backend == u"open"_s)
                QVERIFY2(count > wanted / 200, (kind + " is hardly accepted: this test would see nothing").constData());
            else
                QVERIFY2(count == 0, (kind + " was accepted").constData());
        }
        QCOMPARE(routes.contains("proto ra") || routes.contains("default via"), backend == u"open"_s);
        if (backend != u"open"_s)
            QCOMPARE(routes, QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestFilterDress)
#include "tst_filterdress.moc"
