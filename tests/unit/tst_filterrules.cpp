// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipeplan.h"
#include "remote/plan/filterebtables.h"
#include "remote/plan/filternft.h"
#include "remote/plan/filterrules.h"

#include <QProcess>
#include <QSet>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace twinlan;

class TestFilterRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindOnceWithItsValue()
    {
        BridgePlan plan = recipePlan();
        QSet<QString> names;
        for (const FilterRule &rule : filterRules(plan))
            names << filterRuleName(rule.kind);
        QCOMPARE(names.size(), 15);
        QCOMPARE(filterRules(plan).size(), std::size_t(15));
        const auto value = [](const BridgePlan &of, FilterRuleKind kind) {
            for (const FilterRule &rule : filterRules(of)) {
                if (rule.kind == kind)
                    return rule.value;
            }
            return -1;
        };
        QCOMPARE(value(plan, FilterRuleKind::ClampMss4), 1202);
        QCOMPARE(value(plan, FilterRuleKind::ClampMss6), 1182);
        plan.carrier = Carrier::Fou;
        QCOMPARE(value(plan, FilterRuleKind::ClampMss4), 1194);
        QCOMPARE(value(plan, FilterRuleKind::ClampMss6), 1174);
    }
    // Diagnostics reads these names from the Pi.
    void everyRuleHasItsCounterInBothDirections()
    {
        const BridgePlan plan = recipePlan();
        const QByteArray nft = renderNftables(plan, Site::A);
        const QByteArray eb = renderEbtablesIptables(plan, Site::A);
        for (const FilterRule &rule : filterRules(plan)) {
            for (const char *direction : { "In", "Out" }) {
                const QByteArray name = filterRuleName(rule.kind).toLatin1() + direction;
                QVERIFY2(nft.contains("counter " + name + " { }") && nft.contains("counter name \"" + name + '"'),
                    name.constData());
                const bool byIptables = rule.kind == FilterRuleKind::DropTailscaleProbe
                    || rule.kind == FilterRuleKind::DropRouterDiscovery || rule.kind == FilterRuleKind::DropRouterClaims
                    || rule.kind == FilterRuleKind::DropHidden || rule.kind == FilterRuleKind::DropDhcp4
                    || rule.kind == FilterRuleKind::DropDhcp6 || rule.kind == FilterRuleKind::ClampMss4
                    || rule.kind == FilterRuleKind::ClampMss6 || rule.kind == FilterRuleKind::OnlyViaVpn;
                QVERIFY2(!byIptables || eb.contains("--comment " + name + ' '), name.constData());
            }
        }
    }
    // The kernel hands a tagged frame over with its tag off; nft's own "ether type" would look at the tag instead.
    // Where that is meant, the rule says @ll,96,16.
    void nftNamesNoEthernetType()
    {
        const QByteArray nft = renderNftables(recipePlan(), Site::A);
        const QByteArray bridge = nft.left(nft.indexOf("table inet"));
        for (const QByteArray &line : bridge.split('\n')) {
            const QByteArray rule = line.trimmed();
            if (!rule.startsWith('#'))
                QVERIFY2(!rule.startsWith("ip ") && !rule.startsWith("ip6 ") && !rule.startsWith("arp ")
                        && !rule.startsWith("icmpv6 ") && !rule.contains("ether type"),
                    rule.constData());
        }
    }
    void eachSiteGuardsItsOwnPair()
    {
        const BridgePlan plan = recipePlan();
        QVERIFY(renderNftables(plan, Site::A).contains("ip saddr 100.92.41.28 ip daddr 100.86.118.83 ip protocol gre"));
        QVERIFY(renderNftables(plan, Site::B).contains("ip saddr 100.86.118.83 ip daddr 100.92.41.28 ip protocol gre"));
        QVERIFY(renderEbtablesIptables(plan, Site::B).contains("\nlocal=100.92.41.28\nremote=100.86.118.83\n"));
    }
    void eachSiteKeepsItsOwnGateway()
    {
        BridgePlan plan = recipePlan();
        QVERIFY(renderNftables(plan, Site::A).contains("@ll,96,16 0x0806 @nh,112,32 0xc0a80101 "));
        QVERIFY(renderNftables(plan, Site::B).contains("@ll,96,16 0x0806 @nh,192,32 0xc0a80164 "));
        QVERIFY(!renderNftables(plan, Site::A).contains("0xc0a80164"));
        QVERIFY(renderEbtablesIptables(plan, Site::B).contains("-p ARP --arp-ip-src 192.168.1.100 "));
        // A home without a known router has no such rule: 0.0.0.0 is what every new device asks from.
        plan.addresses.homes.b.router = {};
        QVERIFY(!renderNftables(plan, Site::B).contains("counter name \"DropGatewayArp"));
        QVERIFY(!renderEbtablesIptables(plan, Site::B).contains("--arp-ip-src 0.0.0.0 "));
        QVERIFY(!renderEbtablesIptables(plan, Site::B).contains("--arp-ip-dst 0.0.0.0 "));
    }
    void fouOnlyWithFou()
    {
        BridgePlan plan = recipePlan();
        QVERIFY(
            !renderNftables(plan, Site::A).contains("5555") && !renderEbtablesIptables(plan, Site::A).contains("5555"));
        plan.carrier = Carrier::Fou;
        QVERIFY(
            renderNftables(plan, Site::A).contains("5555") && renderEbtablesIptables(plan, Site::A).contains("5555"));
    }
    void scriptIsCleanForShellcheck_data()
    {
        QTest::addColumn<int>("carrier");
        QTest::newRow("gre") << int(Carrier::Gre);
        QTest::newRow("fou") << int(Carrier::Fou);
    }
    void scriptIsCleanForShellcheck()
    {
        QFETCH(int, carrier);
        BridgePlan plan = recipePlan();
        plan.carrier = Carrier(carrier);
        QProcess shellcheck;
        shellcheck.start(u"shellcheck"_s, { u"-"_s });
        shellcheck.write(renderEbtablesIptables(plan, Site::A));
        shellcheck.closeWriteChannel();
        QVERIFY(shellcheck.waitForFinished());
        QVERIFY2(shellcheck.exitCode() == 0, shellcheck.readAllStandardOutput().constData());
    }
};

QTEST_GUILESS_MAIN(TestFilterRules)
#include "tst_filterrules.moc"
