// SPDX-License-Identifier: GPL-3.0-or-later
// The pure half of diagnostics: what samples add up to, and what the lines of ping, nft and ebtables say.
#include "remote/diagnostics/measure.h"
#include "remote/diagnostics/pingstream.h"

#include <QTest>
#include <cmath>
#include <condition_variable>
#include <mutex>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

PingSample answered(double ms, int sequence = -1)
{
    return { 0, ms, sequence };
}
PingSample lost(int sequence = -1)
{
    return { 0, {}, sequence };
}

// Prints what it is given, line by line, and ends as it is told.
class ScriptedShell : public Shell
{
public:
    QByteArray out;
    CommandResult end;
    bool silent = false; // says nothing and waits to be stopped
    std::optional<Error> error;
    std::vector<Command> asked;

    Result<CommandResult> run(const Command &command, const std::stop_token &stop, const LineSink &onLine) override
    {
        asked.push_back(command);
        if (onLine)
            for (const auto &line : out.split('\n'))
                onLine(line);
        if (silent) {
            std::mutex mutex;
            std::unique_lock lock(mutex);
            std::condition_variable_any stopped;
            stopped.wait(lock, stop, [] { return false; });
            return Error { ErrorKind::Cancelled, host(), {}, {} };
        }
        if (error)
            return *error;
        auto result = end;
        result.out = out;
        return result;
    }
    [[nodiscard]] QString host() const override { return u"fake"_s; }
};

} // namespace

class MeasureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptySeries()
    {
        const auto summary = PingSeries().summary();
        QCOMPARE(summary.sent, 0);
        QCOMPARE(summary.lossPercent, 0.0);
        QVERIFY(!summary.current && !summary.p50 && !summary.p95 && !summary.jitter);
    }

    void percentilesAreMeasuredValues()
    {
        PingSeries series;
        for (int i = 100; i >= 1; --i)
            series.add(answered(i));
        const auto summary = series.summary(100);
        QCOMPARE(summary.p50.value(), 50.0);
        QCOMPARE(summary.p95.value(), 95.0);
        QCOMPARE(summary.current.value(), 1.0);
        PingSeries one;
        one.add(answered(7));
        QCOMPARE(one.summary().p50.value(), 7.0);
        QCOMPARE(one.summary().p95.value(), 7.0);
        QVERIFY(!one.summary().jitter);
    }

    void jitterIsRfc3550s()
    {
        PingSeries series;
        for (const double ms : { 10.0, 26.0, 10.0, 10.0 })
            series.add(answered(ms));
        double expected = 0;
        for (const double d : { 16.0, 16.0, 0.0 })
            expected += (d - expected) / 16;
        QVERIFY(std::abs(series.summary().jitter.value() - expected) < 1e-12);
        // A loss between two answers is no change of the time.
        series.add(lost());
        series.add(answered(10));
        QVERIFY(std::abs(series.summary().jitter.value() - expected * 15 / 16) < 1e-12);
    }

    void lossCountsInTheWindowOnly()
    {
        PingSeries series;
        for (int i = 0; i < 50; ++i)
            series.add(lost());
        for (int i = 0; i < 57; ++i)
            series.add(answered(1));
        for (int i = 0; i < 3; ++i)
            series.add(lost());
        QCOMPARE(series.summary(60).sent, 60);
        QCOMPARE(series.summary(60).lost, 3);
        QCOMPARE(series.summary(60).lossPercent, 5.0);
        QVERIFY(!series.summary(60).current);
        QCOMPARE(series.summary(1000).sent, 110);
        QCOMPARE(series.summary(1000).lost, 53);
        QCOMPARE(series.summary(0).sent, 0);
        QCOMPARE(series.summary(-5).sent, 0);
    }

    void lateAnswerReplacesItsLoss()
    {
        PingSeries series;
        series.add(answered(900, 1));
        series.add(lost(2));
        series.add(lost(3));
        series.add({ 5, 1200.0, 2 }); // later than the interval
        QCOMPARE(series.samples().size(), std::size_t(3));
        QCOMPARE(series.summary().lost, 1);
        QCOMPARE(series.samples()[1], (PingSample { 5, 1200.0, 2 }));
        // "From … Unreachable" and "no answer yet" tell of one packet.
        series.add(lost(3));
        QCOMPARE(series.summary().sent, 3);
        // The numbers of another stream mean other packets.
        series.beginStream();
        series.add(answered(1, 3));
        QCOMPARE(series.summary().sent, 4);
        QCOMPARE(series.summary().lost, 1);
    }

    void memoryIsBounded()
    {
        PingSeries series(3600);
        for (int i = 0; i < 24 * 3600; ++i)
            series.add(answered(i % 40, i % 65536));
        QCOMPARE(series.samples().size(), std::size_t(3600));
        PingSeries none(0);
        none.add(answered(1));
        QCOMPARE(none.samples().size(), std::size_t(1));
    }

    void pingLines_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("isSample");
        QTest::addColumn<qint64>("atMs");
        QTest::addColumn<double>("rtt"); // < 0: lost
        QTest::addColumn<int>("sequence");
        const auto no = [](const char *name, const QByteArray &line) {
            QTest::newRow(name) << line << false << qint64(0) << 0.0 << 0;
        };
        // All printed by iputils 20221126 in network namespaces.
        QTest::newRow("answer") << QByteArray(
            "[1795476529.901708] 64 bytes from 127.0.0.1: icmp_seq=1 ttl=64 time=0.231 ms")
                                << true << qint64(1795476529902) << 0.231 << 1;
        QTest::newRow("slow answer") << QByteArray(
            "[1795476531.500000] 64 bytes from 192.168.1.100: icmp_seq=65535 ttl=63 time=1234 ms")
                                     << true << qint64(1795476530266) << 1234.0 << 65535;
        QTest::newRow("IPv6") << QByteArray(
            "[1795476529.901708] 64 bytes from fe80::1%eth0: icmp_seq=2 ttl=64 time=0.5 ms")
                              << true << qint64(1795476529901) << 0.5 << 2;
        QTest::newRow("no answer yet") << QByteArray("[1795476530.926126] no answer yet for icmp_seq=7") << true
                                       << qint64(1795476530926) << -1.0 << 7;
        QTest::newRow("unreachable") << QByteArray(
            "[1795476530.926126] From 10.91.1.2 icmp_seq=3 Destination Host Unreachable")
                                     << true << qint64(1795476530926) << -1.0 << 3;
        no("duplicate", "[1795476530.926126] 64 bytes from 10.0.0.1: icmp_seq=3 ttl=64 time=2.1 ms (DUP!)");
        no("first line", "PING 127.0.0.1 (127.0.0.1) 56(84) bytes of data.");
        no("statistics", "2 packets transmitted, 2 received, 0% packet loss, time 1025ms");
        no("empty", "");
        no("brackets", "[]");
        no("no number", "[abc] 64 bytes from 1.1.1.1: icmp_seq=1 ttl=64 time=1 ms");
        no("no sequence", "[1795476530.926126] 64 bytes from 1.1.1.1: ttl=64 time=1 ms");
        no("sequence too large", "[1795476530.9] no answer yet for icmp_seq=65536");
        no("no time", "[1795476530.926126] 64 bytes from 1.1.1.1: icmp_seq=1 ttl=64");
        no("two dots", "[1795476530.9.1] no answer yet for icmp_seq=1");
        no("cut", "[1795476530.926126] 64 bytes from 1.1.1.1: icmp_seq=");
    }
    void pingLines()
    {
        QFETCH(QByteArray, line);
        QFETCH(double, rtt);
        const auto sample = parsePingLine(line);
        QTEST(sample.has_value(), "isSample");
        if (!sample)
            return;
        QTEST(sample->atMs, "atMs");
        QTEST(sample->sequence, "sequence");
        QCOMPARE(sample->rttMs.has_value(), rtt >= 0);
        if (sample->rttMs)
            QCOMPARE(*sample->rttMs, rtt);
    }

    void nftCounters()
    {
        // `nft -j list counters table bridge twinlan`, nft 1.0.6 (without a "#", on which moc 6.4 trips).
        const auto counters = parseCounters(R"(backend=nftables
{"nftables": [{"metainfo": {"version": "1.0.6", "release_name": "Lester Gooch", "json_schema_version": 1}}, {"counter": {"family": "bridge", "name": "DropDhcp4In", "table": "twinlan", "handle": 2, "packets": 3, "bytes": 900}}, {"counter": {"family": "bridge", "name": "DropDhcp4Out", "table": "twinlan", "handle": 3, "packets": 5000000000, "bytes": 4503599627370497}}]}
)");
        QVERIFY(counters.ok());
        QCOMPARE(counters->size(), std::size_t(2));
        QCOMPARE((*counters)[0], (FilterCounter { u"DropDhcp4In"_s, 3, 900 }));
        QCOMPARE((*counters)[1],
            (FilterCounter { u"DropDhcp4Out"_s, quint64(5e9), quint64(4503599627370497) }));
    }

    void ebtablesCounters()
    {
        // `ebtables -L --Lc` (ebtables-nft 1.8.9): ours in chains of our own, the recipe's in FORWARD.
        const auto counters = parseCounters(R"(backend=ebtables
Bridge table: filter

Bridge chain: FORWARD, entries: 2, policy: ACCEPT
-p IPv4 -o gretap1 --ip-proto udp --ip-dport 67:68 -j DROP , pcnt = 2 -- bcnt = 700
-i gretap1 -j TWINLAN-IN , pcnt = 99 -- bcnt = 9900
-p IPv4 --ip-proto udp --ip-dport 67:68 -j DROP , pcnt = 1000 -- bcnt = 1000

Bridge chain: TWINLAN-IN, entries: 4, policy: RETURN
-p IPv4 --ip-proto udp --ip-sport 67:68 -j DROP , pcnt = 3 -- bcnt = 1000
-p IPv4 --ip-proto udp --ip-dport 67:68 -j DROP , pcnt = 4 -- bcnt = 1400
-p IPv6 --ip6-proto ipv6-icmp --ip6-icmp-type 133:134/0:255 -j DROP , pcnt = 5 -- bcnt = 350
-d Multicast --limit 200/sec --limit-burst 200 -j RETURN , pcnt = 500 -- bcnt = 50000
-d Multicast -j DROP , pcnt = 6 -- bcnt = 600
-p ARP --arp-ip-src 100.64.0.0/10 -j DROP , pcnt = 8 -- bcnt = 800
-p ARP --arp-ip-src 192.168.1.1 -j DROP , pcnt = 9 -- bcnt = 900
-p ARP -d Multicast --limit 625/sec --limit-burst 600 -j RETURN , pcnt = 70 -- bcnt = 7000
-p ARP -d Multicast -j DROP , pcnt = 10 -- bcnt = 1000
-p IPv6 -d Multicast --ip6-proto ipv6-icmp --ip6-icmp-type 135:136/0:255 -j DROP , pcnt = 11 -- bcnt = 1100
-d 01:80:c2:00:00:00/ff:ff:ff:ff:ff:f0 -j DROP , pcnt = 12 -- bcnt = 1200

Bridge chain: TWINLAN-OUT, entries: 1, policy: RETURN
-p IPv6 --ip6-proto udp --ip6-dport 546:547 -j DROP , pcnt = 7 -- bcnt = 770
--mark 0x2000000/0x2000000 -j DROP , pcnt = 13 -- bcnt = 1300
--mark 0x1000000/0x1000000 -j DROP , pcnt = 14 -- bcnt = 1400

Bridge chain: TWINLAN-TYPES-IN, entries: 8, policy: RETURN
-p IPv4 -j RETURN , pcnt = 1000 -- bcnt = 1000
-p 802_1Q --vlan-id 0 --vlan-encap 0806 -j DROP , pcnt = 5 -- bcnt = 500
-j DROP , pcnt = 10 -- bcnt = 1000

Bridge chain: TWINLAN-OWN-OUT, entries: 2, policy: RETURN
-p 802_1Q -j DROP , pcnt = 16 -- bcnt = 1600
# Generated by iptables-save v1.8.9 (nf_tables)
*mangle
:TWINLAN-IN - [0:0]
[50:5000] -A PREROUTING -m physdev --physdev-in gretap1 -j TWINLAN-IN
[20:2000] -A TWINLAN-IN -p udp -m udp --sport 67:68 -m comment --comment DropDhcp4In -j DROP
[21:2100] -A TWINLAN-OUT -m comment --comment DropHiddenOut -j DROP
[90:9000] -A TWINLAN-OWN -p vrrp -m comment --comment DropRouterClaimsOut -j MARK --set-xmark 0x2000000/0x2000000
[91:9100] -A FORWARD -s 10.0.0.0/8 -m comment --comment mine -j DROP
COMMIT
)");
        QVERIFY(counters.ok());
        const std::vector<FilterCounter> expected {
            { u"DropDhcp4Out"_s, 2, 700 },
            { u"DropDhcp4In"_s, 27, 4400 },
            { u"DropRouterDiscoveryIn"_s, 5, 350 },
            { u"LimitBroadcastIn"_s, 6, 600 },
            { u"DropPeerArpIn"_s, 8, 800 },
            { u"DropGatewayArpIn"_s, 9, 900 },
            { u"LimitNeighboursIn"_s, 21, 2100 },
            { u"DropOtherTypesIn"_s, 27, 2700 },
            { u"DropDhcp6Out"_s, 7, 770 },
            { u"DropRouterClaimsOut"_s, 13, 1300 },
            { u"DropTailscaleProbeOut"_s, 14, 1400 },
            { u"DropOtherTypesOut"_s, 16, 1600 },
            { u"DropHiddenOut"_s, 21, 2100 },
        };
        QVERIFY(*counters == expected);
    }

    void unreadableCounters()
    {
        for (const char *text : { "", "backend=nftables\n", "backend=nftables\n[]",
                 "backend=nftables\n{\"nftables\": 1}", "backend=ebtables\nPermission denied", "backend=pf\n", "{}" })
            QVERIFY2(!parseCounters(text).ok(), text);
        QCOMPARE(parseCounters("").error().kind, ErrorKind::BadAnswer);
        const auto none = parseCounters("backend=none\n");
        QVERIFY(none.ok() && none->empty());
    }

    void learnedCardsOfTheScript()
    {
        ScriptedShell shell;
        shell.out = "near=00:11:32:00:00:0a\nfar=00:11:32:00:00:0b\nfar=evil\nnear=\nnear=00:00:00:00:00:00\nelse=00:11:32:00:00:0c\n";
        QCOMPARE(learnedCards(shell, Site::A, u"br_lan"_s, u"gretap1"_s).value(), (LearnedCards { { u"00:11:32:00:00:0A"_s }, { u"00:11:32:00:00:0B"_s } }));
        QCOMPARE(shell.asked.back().args, (QStringList { u"learned"_s, u"br_lan"_s, u"gretap1"_s }));
        QVERIFY(!shell.asked.back().asRoot);
        shell.end.exitStatus = 3;
        QCOMPARE(learnedCards(shell, Site::A, u"br_lan"_s, u"gretap1"_s).error().kind, ErrorKind::CommandFailed);
    }

    void ways_data()
    {
        QTest::addColumn<QByteArray>("peer");
        QTest::addColumn<int>("way");
        const auto row = [](const char *name, const QByteArray &peer, TailnetWay way) { QTest::newRow(name) << peer << int(way); };
        using enum TailnetWay;
        const QByteArray b = R"("TailscaleIPs": ["100.64.0.2", "fd7a::2"], )";
        row("direct", b + R"("Active": true, "CurAddr": "192.0.2.1:41641", "Relay": "tok")", Direct);
        row("through a server", b + R"("Active": true, "CurAddr": "", "Relay": "tok")", Relayed);
        row("through another device", b + R"("Active": true, "CurAddr": "", "Relay": "", "PeerRelay": "192.0.2.9:7777:vni:1")", Relayed);
        row("silent", b + R"("Active": false, "CurAddr": "", "Relay": "tok")", Unknown);
        row("not said", b + R"("Active": true)", Unknown);
        row("another device", R"("TailscaleIPs": ["100.64.0.3"], "Active": true, "CurAddr": "192.0.2.1:41641")", Unknown);
        row("no addresses", R"("TailscaleIPs": 1, "Active": true, "CurAddr": "192.0.2.1:41641")", Unknown);
        row("no JSON", "}", Unknown);
    }
    void ways()
    {
        QFETCH(QByteArray, peer);
        QFETCH(int, way);
        ScriptedShell shell;
        const QByteArray status = R"({"Peer": {"nodekey:1": {)" + peer + "}}}";
        shell.out = "ts_status_b64=" + status.toBase64() + '\n';
        QCOMPARE(int(wayOf(shell, u"100.64.0.2"_s).value()), way);
        QCOMPARE(shell.asked.back().args, QStringList { u"tailnet"_s });
        shell.out = "ts_status_b64=\n";
        QCOMPARE(wayOf(shell, u"100.64.0.2"_s).value(), TailnetWay::Unknown);
    }

    void answersOfTheScript()
    {
        ScriptedShell shell;
        shell.out = "exists=yes\naddress=192.168.1.23\nmtu=1500\nstp=no\n"
                    "port=eth0\nport=gretap1\ntunnel_exists=yes\ntunnel_mtu=1542\n"
                    "tunnel_state=joined\n";
        const auto bridge = bridgeState(shell, u"br_lan"_s, u"gretap1"_s);
        QVERIFY(bridge.ok());
        QVERIFY(bridge->exists && !bridge->stp && bridge->tunnelExists);
        QCOMPARE(bridge->ports, (QStringList { u"eth0"_s, u"gretap1"_s }));
        QCOMPARE(int(bridge->tunnelState), int(TunnelState::Joined));
        QCOMPARE(bridge->address, u"192.168.1.23"_s);
        QVERIFY(!shell.asked.back().asRoot);
        shell.out = "nonsense";
        QCOMPARE(bridgeState(shell, {}, {}).error().kind, ErrorKind::BadAnswer);
        QCOMPARE(pathMtu(shell, {}).error().kind, ErrorKind::BadAnswer);
        QCOMPARE(filterCounters(shell).error().kind, ErrorKind::BadAnswer);
        QVERIFY(shell.asked.back().asRoot);
        shell.out = "with_df=1500\nwithout_df=3000\nrtt_ms=1\n";
        QCOMPARE(pathMtu(shell, u"192.168.1.1"_s).value(), (PathMtu { 1500, 3000 }));
        shell.end = { 2, {}, "no address" };
        QCOMPARE(pathMtu(shell, u"-f"_s).error().kind, ErrorKind::CommandFailed);
    }

    void streamEndsAsItShould()
    {
        ScriptedShell shell;
        shell.out = "PING x\n[10.0] 64 bytes from x: icmp_seq=1 ttl=64 time=4 ms\n[12.0] no answer yet for icmp_seq=2";
        shell.end = { 2, {}, "ping: connect: Network is unreachable\n" };
        std::vector<PingSample> samples;
        const auto keep = [&](const PingSample &sample) { samples.push_back(sample); };
        const auto ended = pingStream(shell, u"x"_s, 1s, keep, {});
        QCOMPARE(ended.error().kind, ErrorKind::CommandFailed);
        QCOMPARE(ended.error().detail, u"ping: connect: Network is unreachable"_s);
        QCOMPARE(samples.size(), std::size_t(2));
        QCOMPARE(samples[0], (PingSample { 9996, 4.0, 1 }));
        QCOMPARE(samples[1], (PingSample { 11000, {}, 2 })); // said one interval after it was sent
        QCOMPARE(shell.asked.back().args,
            (QStringList { u"ping"_s, u"x"_s, u"1.000"_s }));

        shell.error = Error { ErrorKind::TimedOut, {}, {}, {} }; // at once: not the hourly renewal
        QCOMPARE(pingStream(shell, u"x"_s, 1s, keep, {}).error().kind, ErrorKind::TimedOut);

        shell.silent = true;
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(pingStream(shell, u"x"_s, 1s, keep, stop.get_token()).ok());
    }

    void silenceIsALostConnection()
    {
        ScriptedShell shell;
        shell.silent = true;
        const auto ended = pingStream(shell, u"x"_s, 100ms, [](const PingSample &) {}, {});
        QCOMPARE(ended.error().kind, ErrorKind::ConnectionLost);
        QCOMPARE(silenceLimit(100ms), std::chrono::milliseconds(5s));
        QCOMPARE(silenceLimit(10s), std::chrono::milliseconds(40s));
    }
};

QTEST_GUILESS_MAIN(MeasureTest)
#include "tst_measure.moc"
