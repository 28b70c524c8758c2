// SPDX-License-Identifier: GPL-3.0-or-later
// The rendered filters against real frames: a Pi with its bridge between a "lan" and a "far" home, in network
// namespaces that belong to this process and end with it. A veth named gretap1 stands for the tunnel, because the
// filter knows its name only (and so the test needs no ip_gre); the tunnel itself is the lab's business. Needs root, or a user
// namespace (tests/README.md).
#include "filterlab.h"
#include "frames.h"

#include <QtTest>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

using namespace Qt::Literals::StringLiterals;
using namespace twinlan;
using namespace frames;

namespace {

const QByteArray localVpn = address4(100, 86, 118, 83);
const QByteArray remoteVpn = address4(100, 92, 41, 28);
const QByteArray disco = QByteArray::fromHex("5453f09f92ac") + QByteArray(40, 'x');

QByteArray udp4(int from, int to, const QByteArray &payload = "hello")
{
    return ipv4(17, pcA, pcB, udp(from, to, payload));
}
QByteArray udp6(int from, int to, const QByteArray &payload = "hello")
{
    return ipv6(17, pcA6, pcB6, summed(udp(from, to, payload), 6, 17, pcA6, pcB6));
}
QByteArray icmp6(int type)
{
    return ipv6(58, pcA6, pcB6, summed(QByteArray(1, char(type)) + QByteArray(39, '\0'), 2, 58, pcA6, pcB6));
}

} // namespace

class TestFilterPackets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // Loud, not skipped: a filter that nobody tried is the one thing that must not pass unseen.
        QVERIFY2(geteuid() == 0, "tst_filterpackets makes network namespaces: run it as root (sudo ctest -L unit)");
        for (const char *program : { "ip", "bridge", "nft", "ebtables", "iptables", "ip6tables" })
            QVERIFY2(!FilterLab::find(program).isEmpty(),
                qPrintable(u"%1 is missing: apt-get install iproute2 nftables ebtables iptables"_s
                               .arg(QString::fromLatin1(program))));
    }

    void frame_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<int>("type");
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<bool>("passes");
        QTest::addColumn<int>("vlan");
        const auto row = [](const char *name, int type, const QByteArray &payload, bool passes, int vlan = -1) {
            for (const char *backend : { "nft", "nft-fou", "ebtables", "ebtables-fou" }) {
                QTest::addRow("%s: %s%s", backend, name, vlan >= 0 ? ", tagged" : "")
                    << QString::fromLatin1(backend) << type << payload << passes << vlan;
            }
        };
        const int v4 = 0x0800;
        const int v6 = 0x86dd;
        for (const int vlan : { -1, 7 }) {
            row("UDP", v4, udp4(1000, 2000), true, vlan);
            row("UDP over IPv6", v6, udp6(1000, 2000), true, vlan);
            row("DHCP from a client", v4, udp4(68, 67), false, vlan);
            row("DHCP from a server", v4, udp4(67, 68), false, vlan);
            row("DHCP from an odd port", v4, udp4(1000, 67), false, vlan);
            row("DHCP to an odd port", v4, udp4(67, 1000), false, vlan);
            row("DHCPv6 from a client", v6, udp6(546, 547), false, vlan);
            row("DHCPv6 from a server", v6, udp6(547, 546), false, vlan);
            row("router solicitation", v6, icmp6(133), false, vlan);
            row("router advertisement", v6, icmp6(134), false, vlan);
            row("neighbour solicitation", v6, icmp6(135), true, vlan);
            row("neighbour advertisement", v6, icmp6(136), true, vlan);
            row("redirect", v6, icmp6(137), false, vlan);
            row("ping over IPv6", v6, icmp6(128), true, vlan);
            row("Tailscale's probe", v4, udp4(41641, 41641, disco), false, vlan);
            row("Tailscale's probe over IPv6", v6, udp6(41641, 12345, disco), false, vlan);
            row("the probe's bytes later on", v4, udp4(41641, 41641, "ab" + disco), true, vlan);
            row("half of the probe's bytes", v4, udp4(41641, 41641, disco.left(4) + QByteArray(40, 'x')), true, vlan);
            row("ARP on the LAN", 0x0806, arp(1, mac(1), pcA, pcB), true, vlan);
            // In a VLAN it is of another network.
            row("ARP for a 100.x", 0x0806, arp(1, mac(1), pcA, remoteVpn), vlan > 0, vlan);
            row("ARP probe for a 100.x", 0x0806, arp(1, mac(1), address4(0, 0, 0, 0), remoteVpn), vlan > 0, vlan);
            row("ARP answer of a 100.x", 0x0806, arp(2, mac(1), remoteVpn, pcA), vlan > 0, vlan);
            row("ARP for 100.128.0.0", 0x0806, arp(1, mac(1), pcA, address4(100, 128, 0, 0)), true, vlan);
            row("ARP for 100.63.255.255", 0x0806, arp(1, mac(1), pcA, address4(100, 63, 255, 255)), true, vlan);
            row("another protocol", 0x88b5, "whatever", false, vlan);
            row("Wake-on-LAN", wakeOnLan, "whatever", vlan < 0, vlan);
        }
        row("GRE of somebody else", v4, ipv4(47, pcA, pcB, QByteArray(20, 'g')), true);
        row("UDP 5555 of somebody else", v4, udp4(5555, 5555), true);
    }
    void frame()
    {
        QFETCH(QString, backend);
        QFETCH(int, type);
        QFETCH(QByteArray, payload);
        QFETCH(bool, passes);
        QFETCH(int, vlan);
        FilterLab &lab = FilterLab::with(backend);
        QVERIFY2(lab.ready(), qPrintable(lab.trouble()));
        // Arriving and leaving, bridged.
        for (const bool arriving : { true, false }) {
            const QByteArray from = lab.freshMac();
            const QByteArray got = lab.passedOn(ethernet(nobody, from, type, payload, vlan),
                arriving ? lab.far : lab.lan, arriving ? lab.lan : lab.far);
            QCOMPARE(!got.isEmpty(), passes);
        }
        // For the Pi itself (INPUT) and from the Pi itself (OUTPUT): remote/plan/README.md#trap-3. tailscaled's own probes
        // leave by a socket, below.
        const QByteArray here
            = lab.passedOn(ethernet(lab.bridgeMac(), lab.freshMac(), type, payload, vlan), lab.far, lab.bridge);
        QCOMPARE(!here.isEmpty(), passes);
        const bool needsSocket = backend.startsWith(u"eb"_s) && payload.contains(disco.left(6));
        // Tagged ones of its own would need the 8021q module, which not every test machine has.
        if (!needsSocket && vlan < 0) {
            const QByteArray out = lab.passedOn(ethernet(nobody, lab.freshMac(), type, payload), lab.bridge, lab.far);
            QCOMPARE(!out.isEmpty(), passes);
            // Its own home must get them all the same: only the tunnel is closed.
            QVERIFY(!lab.passedOn(ethernet(nobody, lab.freshMac(), type, payload), lab.bridge, lab.lan).isEmpty());
        }
    }

    void mss_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<int>("family");
        QTest::addColumn<int>("flags");
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("after");
        for (const char *backend : { "nft", "nft-fou", "ebtables", "ebtables-fou" }) {
            const bool fou = QByteArray(backend).endsWith("fou");
            for (const int family : { 4, 6 }) {
                const int limit = mssIpv4(fou ? Carrier::Fou : Carrier::Gre) - (family == 6 ? 20 : 0);
                const auto row = [&](const char *name, int flags, int before, int after) {
                    QTest::addRow("%s IPv%d: %s", backend, family, name)
                        << QString::fromLatin1(backend) << family << flags << before << after;
                };
                row("SYN of a LAN", 0x02, 1460, limit);
                row("SYN-ACK of a LAN", 0x12, 1460, limit);
                row("one too many", 0x02, limit + 1, limit);
                row("just right", 0x02, limit, limit);
                row("smaller is never raised", 0x02, 536, 536);
                row("the recipe's 1198", 0x02, recipeMss, std::min(recipeMss, limit));
                row("no option is none", 0x02, 0, 0);
                row("not a SYN", 0x10, 1460, 1460);
            }
        }
    }
    void mss()
    {
        QFETCH(QString, backend);
        QFETCH(int, family);
        QFETCH(int, flags);
        QFETCH(int, before);
        QFETCH(int, after);
        FilterLab &lab = FilterLab::with(backend);
        QVERIFY2(lab.ready(), qPrintable(lab.trouble()));
        const QByteArray from = family == 4 ? pcA : pcA6;
        const QByteArray to = family == 4 ? pcB : pcB6;
        const QByteArray segment = tcpSyn(before, flags, from, to);
        const QByteArray packet = family == 4 ? ipv4(6, from, to, segment) : ipv6(6, from, to, segment);
        const QByteArray wanted = tcpSyn(after, flags, from, to); // with its checksum
        for (const bool arriving : { true, false }) {
            const QByteArray got = lab.passedOn(ethernet(nobody, lab.freshMac(), family == 4 ? 0x0800 : 0x86dd, packet),
                arriving ? lab.far : lab.lan, arriving ? lab.lan : lab.far);
            QCOMPARE(got.mid(family == 4 ? 34 : 54, wanted.size()).toHex(), wanted.toHex());
        }
    }

    // What the Pi's own programs send goes through its IP layer, where ebtables' helper in iptables sits (remote/plan/README.md,
    // traps 3, 5 and 7).
    void ownSockets_data()
    {
        QTest::addColumn<QString>("backend");
        for (const char *backend : { "nft", "nft-fou", "ebtables", "ebtables-fou" })
            QTest::newRow(backend) << QString::fromLatin1(backend);
    }
    void ownSockets()
    {
        QFETCH(QString, backend);
        FilterLab &lab = FilterLab::with(backend);
        QVERIFY2(lab.ready(), qPrintable(lab.trouble()));
        // .150 is known to be behind the tunnel and .50 in the own home (static neighbours and bridge entries of the
        // lab).
        QVERIFY(lab.udpArrives(lab.far, pcB, 41641, "hello"));
        QVERIFY(!lab.udpArrives(lab.far, pcB, 41641, disco));
        QVERIFY(lab.udpArrives(lab.lan, pcA, 41641, disco)); // Tailscale finds neighbours at home as ever
        QVERIFY(!lab.udpArrives(lab.far, pcB, 67, "hello"));
        QVERIFY(lab.udpArrives(lab.lan, pcA, 67, "hello"));
        const int limit = mssIpv4(backend.endsWith(u"fou"_s) ? Carrier::Fou : Carrier::Gre);
        QCOMPARE(lab.mssOfOwnConnection(pcB), limit);
        // A router's words (here VRRP, as of a keepalived on the Pi) stay at home; another protocol does not.
        for (const int protocol : { 112, 99 }) {
            for (FilterLab::Port *home : { &lab.lan, &lab.far }) {
                lab.watch(*home);
                QCOMPARE(lab.sendRaw(protocol, home == &lab.lan ? pcA : pcB), 0);
                QCOMPARE(lab.seenFrom(lab.bridgeMac(), *home), home == &lab.lan || protocol == 99 ? 1 : 0);
            }
        }
    }

    // Two routers of one address never meet by ARP, and of two addresses they do. This is Pi A, whose router is
    // 192.168.1.1.
    void gatewayArp_data() { ownSockets_data(); }
    void gatewayArp()
    {
        QFETCH(QString, backend);
        FilterLab &lab = FilterLab::with(backend);
        QVERIFY2(lab.ready(), qPrintable(lab.trouble()));
        const QByteArray own = address4(192, 168, 1, 1);
        const QByteArray farRouter = address4(192, 168, 1, 100);
        const auto crossed = [&](int operation, const QByteArray &sender, const QByteArray &target, bool arriving) {
            return lab.countPassed(ethernet(nobody, lab.freshMac(), 0x0806, arp(operation, mac(1), sender, target)),
                200, arriving ? lab.far : lab.lan, arriving ? lab.lan : lab.far);
        };
        const bool arriving = true;
        const bool leaving = false;
        QCOMPARE(crossed(2, own, pcA, arriving), 0); // somebody there says: that is me
        QCOMPARE(crossed(1, own, pcA, arriving), 0); // also while it asks for another
        QCOMPARE(crossed(1, own, own, arriving), 0); // or without being asked
        QCOMPARE(crossed(1, pcA, own, leaving), 0); // nobody there is asked
        QCOMPARE(crossed(1, address4(0, 0, 0, 0), own, leaving), 0);
        QCOMPARE(crossed(1, pcA, farRouter, leaving), 200); // the other home's router can be asked
        QCOMPARE(crossed(2, farRouter, pcA, arriving), 200); // and answers,
        QCOMPARE(crossed(1, pcB, own, arriving), 200); // as the own one can be by the other home
        QCOMPARE(crossed(2, own, pcB, leaving), 200);
    }

    void onlyViaVpn_data() { ownSockets_data(); }
    void onlyViaVpn()
    {
        QFETCH(QString, backend);
        FilterLab &lab = FilterLab::with(backend);
        QVERIFY2(lab.ready(), qPrintable(lab.trouble()));
        const bool fou = backend.endsWith(u"fou"_s);
        const QByteArray other = address4(100, 64, 0, 77);
        const auto arrives = [&](FilterLab::Port &by, const QByteArray &from, const QByteArray &to, int protocol) {
            const QByteArray payload = protocol == 17 ? udp(4000, fouPort, "gre inside") : QByteArray(24, '\0');
            return lab.reachesOwnStack(ethernet(&by == &lab.vpnPeer ? lab.vpnMac() : lab.bridgeMac(), lab.freshMac(),
                                           0x0800, ipv4(protocol, from, to, payload)),
                by, protocol);
        };
        QVERIFY(arrives(lab.vpnPeer, remoteVpn, localVpn, 47));
        QVERIFY(!arrives(lab.lan, remoteVpn, localVpn, 47)); // forged by a neighbour
        QVERIFY(!arrives(lab.far, remoteVpn, localVpn, 47)); // or by the other home
        QVERIFY(arrives(lab.lan, pcA, address4(192, 168, 1, 10), 47)); // another tunnel of this Pi
        QVERIFY(arrives(lab.vpnPeer, remoteVpn, localVpn, 17));
        QCOMPARE(arrives(lab.lan, remoteVpn, localVpn, 17), !fou);
        QCOMPARE(arrives(lab.lan, pcA, address4(192, 168, 1, 10), 17), !fou);
        QCOMPARE(arrives(lab.vpnPeer, other, localVpn, 17), !fou); // another node of the tailnet

        // Leaving: with Tailscale up, and then when its interface is gone and the default route would take the packets.
        QCOMPARE(lab.sendRaw(47, remoteVpn), 0);
        QCOMPARE(lab.sendRaw(47, pcA), 0);
        QCOMPARE(lab.sendUdp(remoteVpn, fouPort), 0);
        lab.routeVpnOverLan(true);
        QCOMPARE(lab.sendRaw(47, remoteVpn), EPERM);
        QCOMPARE(lab.sendUdp(remoteVpn, fouPort), fou ? EPERM : 0);
        QCOMPARE(lab.sendUdp(remoteVpn, 22), 0);
        lab.routeVpnOverLan(false);
    }

    void storm_data() { ownSockets_data(); }
    void storm()
    {
        QFETCH(QString, backend);
        FilterLab &lab = FilterLab::with(backend);
        QVERIFY2(lab.ready(), qPrintable(lab.trouble()));
        // 5,000 broadcasts at once: the burst and what the clock allows meanwhile may pass, the storm may not.
        for (const bool arriving : { true, false }) {
            QElapsedTimer clock;
            clock.start();
            const int passed = lab.countPassed(ethernet(broadcast, lab.freshMac(), wakeOnLan, "storm"), 5000,
                arriving ? lab.far : lab.lan, arriving ? lab.lan : lab.far);
            const qint64 allowed = 500 + 500 * (clock.elapsed() + 200) / 1000;
            QVERIFY2(passed >= 490 && passed <= allowed,
                qPrintable(u"%1 of 5000 passed, at most %2 may"_s.arg(passed).arg(allowed)));
            // The answer to one home's question is no broadcast and passes all the while.
            QVERIFY(!lab.passedOn(ethernet(nobody, lab.freshMac(), wakeOnLan, "unicast"), arriving ? lab.far : lab.lan,
                            arriving ? lab.lan : lab.far)
                         .isEmpty());
        }
    }

    // A loop of ARP or neighbour solicitations is no better.
    void neighbourStorm_data() { ownSockets_data(); }
    void neighbourStorm()
    {
        QFETCH(QString, backend);
        FilterLab &lab = FilterLab::with(backend);
        QVERIFY2(lab.ready(), qPrintable(lab.trouble()));
        for (const int type : { 0x0806, 0x86dd }) {
            for (const bool arriving : { true, false }) {
                QElapsedTimer clock;
                clock.start();
                const int passed = lab.countPassed(
                    ethernet(broadcast, lab.freshMac(), type, type == 0x0806 ? arp(1, mac(1), pcA, pcB) : icmp6(135)),
                    5000, arriving ? lab.far : lab.lan, arriving ? lab.lan : lab.far);
                const qint64 allowed = 300 + 300 * (clock.elapsed() + 200) / 1000;
                QVERIFY2(passed >= 290 && passed <= allowed,
                    qPrintable(u"%1 of 5000 passed, at most %2 may"_s.arg(passed).arg(allowed)));
            }
        }
    }

    // Beside 3,000 multicasts a second, as television in a LAN makes them, nobody is lost.
    void neighboursAreFoundBesideMulticasts_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<bool>("arriving");
        for (const char *backend : { "nft", "ebtables" }) {
            QTest::addRow("%s, arriving", backend) << QString::fromLatin1(backend) << true;
            QTest::addRow("%s, leaving", backend) << QString::fromLatin1(backend) << false;
        }
    }
    void neighboursAreFoundBesideMulticasts()
    {
        QFETCH(QString, backend);
        QFETCH(bool, arriving);
        FilterLab &lab = FilterLab::with(backend);
        QVERIFY2(lab.ready(), qPrintable(lab.trouble()));
        FilterLab::Port &from = arriving ? lab.far : lab.lan;
        FilterLab::Port &to = arriving ? lab.lan : lab.far;
        const QByteArray television = ethernet(QByteArray::fromHex("01005e0a0a0a"), lab.freshMac(), 0x0800,
            ipv4(17, pcA, address4(239, 10, 10, 10), udp(5000, 5000, QByteArray(1300, 't'))));
        const QByteArray question = ethernet(broadcast, lab.freshMac(), 0x0806, arp(1, mac(1), pcA, pcB));
        const QByteArray question6 = ethernet(QByteArray::fromHex("3333ff000150"), lab.freshMac(), 0x86dd, icmp6(135));
        QTest::qWait(1100); // what an earlier test has used up is there again
        int asked = 0;
        int asked6 = 0;
        int streamed = 0;
        QElapsedTimer clock;
        clock.start();
        lab.watch(to);
        const auto stream = [&] {
            for (const qint64 due = 3 * clock.elapsed(); streamed < due; ++streamed)
                lab.send(television, from);
        };
        for (int n = 0; n < 200; ++n) { // in 2 s
            while (clock.elapsed() < 10 * n) {
                stream();
                ::usleep(300);
            }
            stream(); // a question just behind a picture is the one that gets lost
            lab.send(question, from);
            lab.send(question6, from);
        }
        lab.seeAll(to, [&](const QByteArray &frame) {
            asked += frame.mid(6, 6) == question.mid(6, 6);
            asked6 += frame.mid(6, 6) == question6.mid(6, 6);
        });
        QVERIFY2(streamed > 5500, qPrintable(u"only %1 multicasts in 2 s"_s.arg(streamed)));
        QCOMPARE(asked, 200);
        QCOMPARE(asked6, 200);
    }

    void secondLoadDoublesNothing_data() { ownSockets_data(); }
    void secondLoadDoublesNothing()
    {
        QFETCH(QString, backend);
        FilterLab &lab = FilterLab::with(backend);
        QVERIFY2(lab.ready(), qPrintable(lab.trouble()));
        const QByteArray before = lab.loadedRules();
        QVERIFY(before.contains(backend.startsWith(u"nft"_s) ? "DropDhcp4In" : "TWINLAN-IN"));
        QVERIFY2(lab.load(), qPrintable(lab.trouble()));
        QCOMPARE(lab.loadedRules(), before);
    }

    // While it is loaded again and again, what must not pass does not pass for a moment.
    void noGapWhileReloading_data() { ownSockets_data(); }
    void noGapWhileReloading()
    {
        QFETCH(QString, backend);
        FilterLab &lab = FilterLab::with(backend);
        QVERIFY2(lab.ready(), qPrintable(lab.trouble()));
        const QByteArray dhcp = ethernet(nobody, lab.freshMac(), 0x0800, udp4(68, 67));
        lab.watch(lab.lan);
        for (int i = 0; i < 3; ++i) {
            QProcess *loading = lab.startLoading();
            while (loading->state() != QProcess::NotRunning) {
                for (int n = 0; n < 20; ++n)
                    lab.send(dhcp, lab.far);
                loading->waitForFinished(1);
            }
            QCOMPARE(loading->exitCode(), 0);
        }
        QCOMPARE(lab.seenFrom(dhcp.mid(6, 6), lab.lan), 0);
    }

    void scriptSaysWhatIsThere()
    {
        FilterLab &lab = FilterLab::with(u"ebtables"_s);
        QVERIFY2(lab.ready(), qPrintable(lab.trouble()));
        QCOMPARE(lab.script("check"), 0);
        lab.runOnPi("ebtables", { "-D", "OUTPUT", "-o", "gretap1", "-j", "TWINLAN-OWN-OUT" });
        QCOMPARE(lab.script("check"), 1);
        QCOMPARE(lab.script("start"), 0);
        QCOMPARE(lab.script("check"), 0);
        // Without this iptables sees no tagged frame, and nobody judges what is in it.
        lab.runOnPi("sh", { "-c", "echo 0 > /proc/sys/net/bridge/bridge-nf-filter-vlan-tagged" });
        QCOMPARE(lab.script("check"), 1);
        QCOMPARE(lab.script("start"), 0);
        QCOMPARE(lab.script("check"), 0);
        lab.runOnPi("iptables", { "-t", "mangle", "-F" });
        QCOMPARE(lab.script("check"), 1);
        QCOMPARE(lab.script("stop"), 0);
        QCOMPARE(lab.script("stop"), 0);
        QVERIFY(!lab.loadedRules().contains("TWINLAN"));
        QCOMPARE(lab.script("start"), 0);
        QCOMPARE(lab.script("nonsense"), 2);
    }
};

QTEST_GUILESS_MAIN(TestFilterPackets)
#include "tst_filterpackets.moc"
