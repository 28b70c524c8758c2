// SPDX-License-Identifier: GPL-3.0-or-later
// The guard against loops, with two Pis in network namespaces (remote/plan/README.md#trap-6).
#include "recipeplan.h"
#include "remote/plan/render.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <map>
#include <semaphore>
#include <thread>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;

namespace {

// Side by side in one home, in whatever state: no copies, and at most 5 frames of the guard's own in 10 s.
const QByteArray sideBySide = R"sh(
        carry a 192.168.1.1; start a; start b
        must "both say so" until_ok 20 both_say apart:same-lan
        sleep 6
        set -- $(count 50 10); echo "copies $1, extra frames $2 in $3 s"
        [ "$1" = 0 ] && [ $(($2 * 10)) -le $((5 * $3)) ] || fail "$1 copies, $2 extra frames in $3 s"
        must "both still say so" both_say apart:same-lan
    )sh";
const QByteArray noArpFromBoth = "for p in a b; do for d in all br_lan tailscale0; do sysctl_of $p ipv4/conf/$d/arp_ignore 1; done; done\n";
const QByteArray joinedAndStaysSo = R"sh(
        start a; start b
        must "joined" until_ok 20 both_join
        must "a broadcast crosses" crosses
        set -- $(count 50 10); echo "copies $1"
        [ "$1" = 0 ] || fail "$1 copies"
        must "still joined" both_say joined
        [ "$(grep -c . "$work/log-a")" -le 5 ] || fail "it flaps"
    )sh";
const QByteArray twoRouters = R"sh(
        ip -n routerb addr flush dev eth0; ip -n routerb addr add 192.168.1.1/24 dev eth0; gateway_of_b 192.168.1.1
        start a; start b
        must "both say so" until_ok 20 both_say apart:same-router
        sleep 5
        must "nothing crosses" [ "$(crossed)" = 0 ]
        must "both still say so" both_say apart:same-router
        ip -n routerb addr add 192.168.1.100/24 dev eth0; gateway_of_b 192.168.1.100
        must "joined once one of them is changed" until_ok 40 both_join
        must "now a broadcast crosses" crosses
        gateway_of_b 192.168.1.1
        must "taken apart when the address comes back" until_ok 40 both_say apart:same-router
    )sh";

} // namespace

class TstTunnelGuardSh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void guard_data();
    void guard();

private:
    void begin(const char *name, const QByteArray &script, FilterBackend filter);
    static QString run(const QByteArray &row, FilterBackend filter);

    struct Row
    {
        QString said;
        std::jthread runner; // after what it fills in
    };
    std::counting_semaphore<> m_places { 12 }; // they mostly wait
    std::map<QString, Row> m_rows;
};

void TstTunnelGuardSh::initTestCase()
{
    if (::geteuid() != 0)
        QFAIL("needs root, or to be root in a user namespace: for network namespaces of its own");
}

// What the row says that is not so; empty: it went well.
QString TstTunnelGuardSh::run(const QByteArray &row, FilterBackend filter)
{
    QTemporaryDir work;
    BridgePlan plan = recipePlan();
    QProcess shell;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"work"_s, work.path());
    environment.insert(u"root"_s, QStringLiteral(TWINLAN_SOURCE_DIR));
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    for (const Site site : bothSites) {
        plan.pis[site].filter = filter;
        const auto lay = [&](const QString &name, const QByteArray &content) {
            const QString path = work.filePath(name + (site == Site::A ? u"_a"_s : u"_b"_s));
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
                qFatal("cannot write");
            environment.insert(name + (site == Site::A ? u"_a"_s : u"_b"_s), path);
        };
        lay(u"conf"_s, renderTunnelConf(plan, site));
        lay(u"filter"_s, renderFilter(plan, site));
    }
    shell.setProcessEnvironment(environment);
    shell.setProcessChannelMode(QProcess::MergedChannels);
    // A process namespace as well: whatever the row has started ends with it.
    shell.start(u"unshare"_s,
        { u"--net"_s, u"--mount"_s, u"--pid"_s, u"--fork"_s, u"--kill-child"_s, u"--mount-proc"_s, u"sh"_s, u"-c"_s,
            u". \"$root/tests/unit/twinlab.sh\"\n"_s + QString::fromUtf8(row) });
    shell.waitForFinished(900000);
    const QString said = QString::fromUtf8(shell.readAll());
    qDebug().noquote() << said.trimmed();
    return shell.exitStatus() == QProcess::NormalExit && shell.exitCode() == 0 ? QString() : said;
}

// A row is minutes of waiting, so several wait at once. Asked for one row alone, that one is run.
void TstTunnelGuardSh::begin(const char *name, const QByteArray &script, FilterBackend filter)
{
    const QString key = QString::fromLatin1(name);
    QTest::newRow(name) << key;
    const QStringList asked = QCoreApplication::arguments().mid(1).filter(u"guard:"_s);
    if (asked.isEmpty() || asked.contains(u"guard:"_s + key)) {
        Row &row = m_rows[key];
        row.runner = std::jthread([this, &row, script, filter] {
            m_places.acquire();
            row.said = run(script, filter);
            m_places.release();
        });
    }
}

void TstTunnelGuardSh::guard_data()
{
    QTest::addColumn<QString>("key");
    const auto row = [this](const char *name, const QByteArray &script) { begin(name, script, FilterBackend::Nftables); };
    const QByteArray noArp = "for d in all br_lan tailscale0; do sysctl_of %1 ipv4/conf/$d/arp_ignore 1; done\n";
    const auto arpIgnoredBy = [&](const char *pi) { return QByteArray(noArp).replace("%1", pi); };
    row("one LAN", sideBySide);
    row("one LAN, arp_ignore on A", arpIgnoredBy("a") + sideBySide);
    row("one LAN, arp_ignore on B", arpIgnoredBy("b") + sideBySide);
    row("one LAN, arp_ignore on both", noArpFromBoth + sideBySide);
    row("one LAN, a switch that passes no ARP between the Pis", QByteArray(R"sh(
        ip netns exec hub nft 'add table bridge hub; add chain bridge hub f { type filter hook forward priority 0; };
            add rule bridge hub f meta protocol arp @nh,192,32 & 0xffc00000 == 0x64400000 drop')sh")
            + sideBySide);
    row("ports isolated from each other", "carry a; hub link set pia type bridge_slave isolated on; hub link set pib type bridge_slave isolated on\n" + sideBySide);

    row("without a guard there is a storm", QByteArray(R"sh(
        unguarded; sleep 2; carry a
        set -- $(count 50 2); shut; echo "copies of 50 broadcasts: $1"
        [ "$1" -gt 1000 ] || fail "$1 copies only: this laboratory would not show a storm"
    )sh"));
    row("with its tables alone, and both tunnels in, no storm either", QByteArray(R"sh(
        start a; start b
        must "joined" until_ok 20 both_join
        kill -STOP -1 2>/dev/null; carry a
        set -- $(count 50 2); shut; echo "copies of 50 broadcasts: $1"
        kill -CONT -1
        [ "$1" -le 5 ] || fail "$1 copies"
    )sh"));
    row("two homes are joined, and stay so", joinedAndStaysSo);
    row("a cable between joined homes", QByteArray(R"sh(
        start a; start b
        must "joined" until_ok 20 both_join
        patch up
        set -- $(count 50 6); echo "copies $1"
        [ "$1" -le 5 ] || fail "$1 copies"
        must "both say so" until_ok 6 both_say apart:same-lan
        patch down
        must "joined again" until_ok 60 both_join
        must "a broadcast crosses" crosses
    )sh"));
    // The same again and again: no endless flapping.
    row("a loop that comes and goes", QByteArray(R"sh(
        start a; start b
        must "joined" until_ok 20 both_join
        for n in 1 2; do patch up; must "apart" until_ok 10 both_say apart:same-lan; patch down; must "joined" until_ok $((45 + 15 * n)) both_join; done
        began=$(cut -d. -f1 /proc/uptime)
        patch up; must "apart" until_ok 10 both_say apart:same-lan; patch down; must "joined" until_ok 90 both_join
        took=$(($(cut -d. -f1 /proc/uptime) - began)); echo "the third time: $took s"
        [ $took -ge 40 ] || fail "joined again after $took s: it would go on for ever"
    )sh"));
    row("carried to the other home", QByteArray(R"sh(
        carry a 192.168.1.1; start a; start b
        must "apart" until_ok 20 both_say apart:same-lan
        stop b; carry b 192.168.1.100; start b
        must "joined" until_ok 60 both_join
        must "a broadcast crosses" crosses
    )sh"));
    row("two routers with one address", twoRouters);
    // survey.sh tells the router's MAC; verify-joined.sh and prove-reachable.sh know which state of being apart is a good end.
    row("what the setup's scripts make of it", QByteArray(R"sh(
        ip -n pia neigh flush all
        must "the router's MAC" [ "$(ip netns exec pia sh "$root/resources/remote/survey.sh" 2>/dev/null | grep ^default_gw_mac)" = default_gw_mac=02:00:00:00:0a:01 ]
        verify() { "$work/in_pi" b sh "$root/resources/remote/verify-joined.sh" 20 192.168.1.1 >"$work/said"; }
        prove() { "$work/in_pi" a sh "$root/resources/remote/prove-reachable.sh" br_lan 192.168.1.1 100.92.41.28 192.168.1.10 192.168.1.110 >"$work/said"; }
        start a; start b
        must "joined" until_ok 20 both_join
        verify && grep -q '^far=yes' "$work/said" || fail "verify: $(cat "$work/said")"
        ip -n routerb addr flush dev eth0; ip -n routerb addr add 192.168.1.1/24 dev eth0; gateway_of_b 192.168.1.1
        must "apart" until_ok 40 both_say apart:same-router
        ! verify && grep -q '^error=SameRouter' "$work/said" || fail "verify: $(cat "$work/said")"
        ! prove && grep -q '^error=SameRouter' "$work/said" || fail "prove: $(cat "$work/said")"
        carry a
        must "one LAN" until_ok 30 both_say apart:same-lan
        verify && grep -q '^state=apart:same-lan' "$work/said" || fail "verify: $(cat "$work/said")"
        prove || fail "prove: $(cat "$work/said")"
    )sh"));
    row("one Pi has lost its LAN card: the other one does not say joined", QByteArray(R"sh(
        start a; start b
        must "joined" until_ok 20 both_join
        ip -n pib link set eth0 nomaster
        must "Pi B says why" until_ok 10 says b apart:no-bridge
        must "Pi A does not say joined" until_ok 10 says a apart:other-pi
        ip -n pib link set eth0 master br_lan
        must "joined again" until_ok 30 both_join
        stop b
        must "Pi A does not say joined of one where nobody guards" until_ok 30 says a apart:other-pi
        start b
        must "joined again" until_ok 30 both_join
    )sh"));
    row("one Pi that sees the loop is enough", QByteArray(R"sh(
        sysctl_of b ipv4/conf/all/arp_ignore 1; sysctl_of b ipv4/conf/tailscale0/arp_ignore 1
        ip netns exec hub nft 'add table bridge hub; add chain bridge hub f { type filter hook forward priority 0; };
            add rule bridge hub f iifname "pib" oifname "pia" drop'
        carry a 192.168.1.7; start a; start b
        must "both say so" until_ok 20 both_say apart:same-lan
    )sh"));
    row("where nothing can be sent, silence is no answer", QByteArray(R"sh(
        start a; start b
        must "joined" until_ok 20 both_join
        ip -n pia link set eth0 down
        must "apart" until_ok 30 says a apart:no-bridge
        ip -n pia link set eth0 up
        must "joined again" until_ok 30 both_join
    )sh"));
    row("a watch that ends or hangs is started anew", QByteArray(R"sh(
        start a; start b
        must "joined" until_ok 20 both_join
        kill -KILL $(pgrep -f loop-watch.pl)
        sleep 6
        must "still joined" both_say joined
        kill -STOP $(pgrep -f loop-watch.pl)
        sleep 40
        must "joined by new ones" until_ok 30 both_join
        patch up
        must "which see" until_ok 10 both_say apart:same-lan
    )sh"));
    // It answers pings, and says nothing in them.
    row("the other Pi is of an earlier version", QByteArray(R"sh(
        start a; ip -n pib link set parked name gretap1; ip -n pib link set gretap1 master br_lan up
        must "joined" until_ok 40 says a joined
        must "a broadcast crosses" until_ok 3 crosses
        carry a
        must "apart" until_ok 10 says a apart:same-lan
    )sh"));
    row("somebody empties the ruleset", QByteArray(R"sh(
        start a; start b
        must "joined" until_ok 20 both_join
        ip netns exec pia nft flush ruleset
        sleep 18
        must "the filter is back" ip netns exec pia nft list table bridge twinlan >/dev/null
        must "joined" both_say joined
    )sh"));
    const auto withoutNft = [this](const char *name, const QByteArray &script) { begin(name, script, FilterBackend::EbtablesIptables); };
    withoutNft("ebtables: one LAN, arp_ignore on both", noArpFromBoth + sideBySide);
    withoutNft("ebtables: two homes are joined, and stay so", joinedAndStaysSo);
    withoutNft("ebtables: two routers with one address", twoRouters);

    // TWINLAN_RECABLINGS: how often; the figure in tests/README.md was made with 50, which takes ten minutes.
    const QByteArray steps = qEnvironmentVariable("TWINLAN_RECABLINGS", u"6"_s).toLatin1();
    row("recabled at random", "steps=" + steps + R"sh(
        seed=7 most=0 joined=0
        random() { seed=$(((seed * 1103515245 + 12345) % 2147483648)); drawn=$((seed / 65536 % $1)); }
        start a; start b
        must "joined" until_ok 20 both_join
        for n in $(seq $steps); do
            random 5
            case $drawn in
            0) what="carry to A"; carry a 192.168.1.1 ;;
            1) what="carry to B"; carry b 192.168.1.100 ;;
            2) what="patch"; patch up ;;
            3) what="no patch"; patch down ;;
            4) random 2; if [ $drawn = 0 ]; then what="boot A"; boot a; else what="boot B"; boot b; fi ;;
            esac
            set -- $(count 3 1)
            echo "$n $what: copies $1, A $(state a), B $(state b)"
            [ "$1" -le 5 ] || fail "$1 copies of 3 broadcasts"
            [ "$1" -le $most ] || most=$1
            # Every third time until the dust has settled, so that there is something to take apart.
            [ $((n % 3)) != 0 ] || { carry b 192.168.1.100; patch down; until_ok 90 both_join && joined=$((joined + 1)); }
        done
        echo "recablings $steps, at most $most copies, joined again $joined times"
        [ $joined = $((steps / 3)) ] || fail "joined again only $joined times"
    )sh");
}

void TstTunnelGuardSh::guard()
{
    QFETCH(const QString, key);
    Row &row = m_rows.at(key);
    row.runner.join();
    QCOMPARE(row.said, QString());
}

QTEST_GUILESS_MAIN(TstTunnelGuardSh)
#include "tst_tunnelguard_sh.moc"
