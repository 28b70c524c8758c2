// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/plan/bridgeplan.h"
#include "remote/plan/mtu.h"

#include <QtTest>

using namespace twinlan;

// The arithmetic is constexpr: a wrong number does not even compile.
static_assert(carrierOverhead(Carrier::Gre) == 38 && carrierOverhead(Carrier::Fou) == 46);
static_assert(largestUnfragmented(Carrier::Gre) == 1242 && largestUnfragmented(Carrier::Fou) == 1234);
static_assert(mssIpv4(Carrier::Gre) == 1202 && mssIpv6(Carrier::Gre) == 1182);
static_assert(mssIpv4(Carrier::Fou) == 1194 && mssIpv6(Carrier::Fou) == 1174);
static_assert(leastTunnelMtu == 1514 && recipeTunnelMtu == 1542 && recipeTunnelMtu >= leastTunnelMtu);
static_assert(largestPing(lanMtu) == 1472);
// The recipe's derivation, word for word: 1280 - 42 (GRE 4, Ethernet with a tag 18, IP 20) - 40.
static_assert(recipeMss == tailscaleMtu - (4 + 18 + 20) - 40);
static_assert(recipeTunnelMtu == lanMtu + (4 + 18 + 20));

class TestMtu : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Built up header by header, as the packet is: inner segment + TCP + IP + Ethernet + GRE (+ UDP) + outer IP.
    void aFullSegmentFillsTheVpnExactly_data()
    {
        QTest::addColumn<int>("carrier");
        QTest::addColumn<int>("vpnMtu");
        for (const int mtu : { 1280, 1420, 1500 }) {
            QTest::addRow("gre %d", mtu) << int(Carrier::Gre) << mtu;
            QTest::addRow("fou %d", mtu) << int(Carrier::Fou) << mtu;
        }
    }
    void aFullSegmentFillsTheVpnExactly()
    {
        QFETCH(int, carrier);
        QFETCH(int, vpnMtu);
        const auto kind = Carrier(carrier);
        const int outside = 14 + 4 + (kind == Carrier::Fou ? 8 : 0) + 20;
        QCOMPARE(mssIpv4(kind, vpnMtu) + 20 + 20 + outside, vpnMtu);
        QCOMPARE(mssIpv6(kind, vpnMtu) + 20 + 40 + outside, vpnMtu);
    }
    void recipeIsOnTheSafeSideForGreOnly()
    {
        QVERIFY(recipeMss <= mssIpv4(Carrier::Gre)); // 4 bytes less than needed
        QVERIFY(recipeMss > mssIpv6(Carrier::Gre)); // and it is no value for IPv6 ...
        QVERIFY(recipeMss > mssIpv4(Carrier::Fou)); // ... nor for FOU
    }
    void planUsesItsOwnNumbers()
    {
        BridgePlan plan;
        QCOMPARE(plan.mss4(), 1202);
        plan.carrier = Carrier::Fou;
        plan.vpnMtu = 1400;
        QCOMPARE(plan.mss4(), 1194 + 120);
        QCOMPARE(plan.mss6(), 1174 + 120);
    }
};

QTEST_APPLESS_MAIN(TestMtu)
#include "tst_mtu.moc"
