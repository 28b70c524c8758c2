// SPDX-License-Identifier: GPL-3.0-or-later
// What is proposed of what was seen.
#include "remote/setup/facts.h"
#include "remote/setup/proposal.h"

#include <QtTest>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;

class TestProposal : public QObject
{
    Q_OBJECT

private:
    // "192.168.1.1 2-99 | 192.168.1.100 101-199"
    static QString textOf(const AddressPlan &plan)
    {
        const auto home = [](const HomeAddresses &it) {
            return u"%1 %2-%3"_s.arg(it.router.toString()).arg(it.dhcp.first.lastOctet()).arg(it.dhcp.last.lastOctet());
        };
        return home(plan.homes.a) + u" | "_s + home(plan.homes.b);
    }
    // "192.168.1.23", or one that is fixed: "=192.168.1.23". Empty: not known.
    static std::optional<PiAddress> piAt(const QString &text)
    {
        const bool isFixed = text.startsWith(u'=');
        const auto address = Ipv4::parse(text.mid(isFixed ? 1 : 0));
        return address ? std::optional(PiAddress { *address, isFixed }) : std::nullopt;
    }

private Q_SLOTS:
    void proposed_data()
    {
        QTest::addColumn<RoutersSeen>("routers");
        QTest::addColumn<QString>("piA");
        QTest::addColumn<QString>("piB");
        QTest::addColumn<QString>("plan");
        const auto row = [](const char *name, const char *own, const char *seenByA, const char *seenByB, const char *plan, const char *piA = "",
                             const char *piB = "") {
            QTest::newRow(name) << RoutersSeen { Ipv4::parse(QString::fromLatin1(own)),
                { Ipv4::parse(QString::fromLatin1(seenByA)), Ipv4::parse(QString::fromLatin1(seenByB)) }, false }
                                << QString::fromLatin1(piA) << QString::fromLatin1(piB) << QString::fromLatin1(plan);
        };
        const auto here = [](const char *name, const char *router, const char *plan) {
            const auto seen = Ipv4::parse(QString::fromLatin1(router));
            QTest::newRow(name) << RoutersSeen { seen, { seen, seen }, true } << QString() << QString() << QString::fromLatin1(plan);
        };
        const char *recipe = "192.168.1.1 2-99 | 192.168.1.100 101-199";
        row("nothing", "", "", "", recipe);
        row("this computer alone", "192.168.11.1", "", "", "192.168.11.1 2-99 | 192.168.11.100 101-199");
        row("both as they leave the factory", "192.168.1.1", "192.168.1.1", "192.168.1.1", recipe);
        row("both as the factory of another maker has it", "", "192.168.0.1", "192.168.0.1", "192.168.0.1 2-99 | 192.168.0.100 101-199");
        row("two makers", "192.168.11.1", "192.168.11.1", "192.168.3.1", "192.168.11.1 2-99 | 192.168.11.100 101-199");
        row("the same the other way round", "192.168.3.1", "192.168.3.1", "192.168.11.1", "192.168.3.1 2-99 | 192.168.3.100 101-199");
        row("another private network", "10.0.0.1", "10.0.0.1", "192.168.0.1", "10.0.0.1 2-99 | 10.0.0.100 101-199");
        row("the third private network", "", "172.16.20.1", "192.168.0.1", "172.16.20.1 2-99 | 172.16.20.100 101-199");
        row("router A at the end", "", "192.168.1.254", "192.168.1.254", "192.168.1.254 2-99 | 192.168.1.100 101-199");
        row("router A where the recipe has B", "", "192.168.1.100", "", "192.168.1.100 2-99 | 192.168.1.1 101-199");
        row("router A in the recipe's range", "", "192.168.1.10", "", "192.168.1.10 11-99 | 192.168.1.100 101-199");
        row("router B is set", "", "192.168.1.1", "192.168.1.100", recipe);
        row("router B is elsewhere in the same network", "", "192.168.1.1", "192.168.1.254", "192.168.1.1 2-99 | 192.168.1.254 101-199");
        row("only router B was seen", "", "", "192.168.3.1", "192.168.3.100 2-99 | 192.168.3.1 101-199");
        here("Pi B is still here", "192.168.11.1", "192.168.11.1 2-99 | 192.168.11.100 101-199");
        // What a home cannot keep.
        row("Pi A has a line without a router", "", "100.64.3.1", "", recipe);
        row("Pi A's is foreign, this computer's is not", "192.168.11.1", "203.0.113.1", "", "192.168.11.1 2-99 | 192.168.11.100 101-199");
        row("a VPN of this computer's", "100.100.0.1", "", "", recipe);
        row("router B is foreign", "", "192.168.11.1", "100.64.3.1", "192.168.11.1 2-99 | 192.168.11.100 101-199");
        // This computer behind another router than Pi A: the home is joined by the Pi's.
        row("two routers in home A", "192.168.11.1", "192.168.1.1", "", recipe);
        // The Pis' own addresses.
        row("assigned ones are in the way of a router only", "", "192.168.1.1", "192.168.1.1", "192.168.1.1 2-99 | 192.168.1.254 101-199", "192.168.1.50",
            "192.168.1.100");
        row("every place but one is taken", "", "192.168.1.254", "192.168.3.1", "192.168.1.254 2-99 | 192.168.1.200 101-199", "192.168.1.1",
            "192.168.1.100");
        row("a fixed one is in no range", "", "192.168.1.1", "", "192.168.1.1 11-99 | 192.168.1.100 101-179", "=192.168.1.10", "=192.168.1.180");
        row("a fixed one in the other home's range", "", "192.168.1.1", "192.168.1.100", "192.168.1.1 51-99 | 192.168.1.100 101-199", "192.168.1.23",
            "=192.168.1.50");
        row("fixed ones at the ends", "", "192.168.1.1", "", "192.168.1.1 3-98 | 192.168.1.100 101-199", "=192.168.1.2", "=192.168.1.99");
        row("fixed in the network that is left", "", "192.168.11.1", "192.168.3.1", "192.168.11.1 2-99 | 192.168.11.100 101-199", "192.168.11.23",
            "=192.168.3.50");
    }
    void proposed()
    {
        QFETCH(RoutersSeen, routers);
        QFETCH(QString, piA);
        QFETCH(QString, piB);
        const PerSite<std::optional<PiAddress>> pis { piAt(piA), piAt(piB) };
        const AddressPlan plan = proposedAddresses(routers, pis);
        QTEST(textOf(plan), "plan");
        const auto addressOf = [](const std::optional<PiAddress> &pi) { return pi ? std::optional(pi->address) : std::nullopt; };
        QVERIFY(plan.problems({ addressOf(pis.a), addressOf(pis.b) }).empty());
        // Nobody who has set a router is asked to set it again.
        RoutersSeen set = routers;
        set.pis.a = plan.homes.a.router;
        QCOMPARE(textOf(proposedAddresses(set, pis)), textOf(plan));
        set.pis.b = plan.homes.b.router;
        set.piBIsHere = false;
        QCOMPARE(textOf(proposedAddresses(set, pis)), textOf(plan));
    }

    // Wherever the two routers are in one network: both stay, and nothing is left to correct. All 64,516 pairs were tried once, in 30 s.
    void twoPlacesInOneNetworkAreKept()
    {
        for (int a = 1; a < 255; a += 4) {
            for (int b = 1; b < 255; b += 3) {
                const AddressPlan plan = proposedAddresses({ {}, { Ipv4(192, 168, 1, a), Ipv4(192, 168, 1, b) }, false }, {});
                QCOMPARE(plan.homes.a.router.lastOctet(), a);
                QVERIFY((plan.homes.b.router.lastOctet() == b) == (a != b));
                QVERIFY(plan.problems().empty());
                for (const Site site : bothSites)
                    QVERIFY(plan.homes[site].dhcp.last.value() - plan.homes[site].dhcp.first.value() + 1 >= 32); // as many as the smallest router has
            }
        }
    }

    void fixedAddresses_data()
    {
        QTest::addColumn<QString>("owner");
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("isFixed");
        QTest::newRow("dhcpcd") << u"dhcpcd"_s << u"dhcpcd_option=eth0 static ip_address=192.168.1.10/24"_s << true;
        QTest::newRow("dhcpcd, of another card") << u"dhcpcd"_s << u"dhcpcd_option=eth1 static ip_address=192.168.1.10/24"_s << false;
        QTest::newRow("dhcpcd, only its name servers") << u"dhcpcd"_s << u"dhcpcd_option=eth0 static domain_name_servers=9.9.9.9"_s << false;
        QTest::newRow("NetworkManager") << u"networkmanager"_s << u"nm_setting=ipv4.method=manual"_s << true;
        QTest::newRow("NetworkManager, assigned") << u"networkmanager"_s << u"nm_setting=ipv4.method=auto"_s << false;
        QTest::newRow("ifupdown") << u"ifupdown"_s << u"stanza=iface inet static"_s << true;
        QTest::newRow("ifupdown, assigned") << u"ifupdown"_s << u"stanza=iface inet dhcp"_s << false;
    }
    void fixedAddresses()
    {
        QFETCH(QString, owner);
        QFETCH(QString, line);
        const auto facts = PiFacts::parse(u"owner=%1\ndefault_dev=eth0\niface=eth0 b8:27:eb:00:00:0a ether - 1000 1 192.168.1.10/24\n%2\nend=ok\n"_s.arg(owner, line).toUtf8());
        QVERIFY(facts);
        QTEST(facts->hasFixedAddress(), "isFixed");
    }
};

QTEST_APPLESS_MAIN(TestProposal)
#include "tst_proposal.moc"
