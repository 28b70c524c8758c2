// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/plan/addressplan.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace twinlan;

namespace {

Ipv4 ip(const char *text)
{
    return Ipv4::parse(QString::fromLatin1(text)).value_or(Ipv4());
}

HomeAddresses home(const char *router, const char *first, const char *last)
{
    return { ip(router), { ip(first), ip(last) } };
}

AddressPlan planOf(const HomeAddresses &a, const HomeAddresses &b)
{
    AddressPlan plan;
    plan.homes.a = a;
    plan.homes.b = b;
    return plan;
}

QString inWords(const std::vector<AddressProblem> &problems)
{
    QStringList words;
    for (const AddressProblem &p : problems)
        words << u"%1 %2 %3"_s
                     .arg(addressProblemName(p.kind), p.site == Site::A ? u"A"_s : u"B"_s,
                         p.at.toString());
    return words.join(u"; "_s);
}

QString inWords(const AddressPlan &plan)
{
    QStringList words;
    for (const Site site : bothSites) {
        const HomeAddresses &h = plan.homes[site];
        words << h.router.toString() + u' ' + h.dhcp.first.toString() + u'-' + h.dhcp.last.toString();
    }
    return words.join(u" | "_s);
}

} // namespace
Q_DECLARE_METATYPE(twinlan::AddressPlan)

class TestAddressPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("wanted"); // empty: no address
        const auto row = [](const char *name, const char16_t *text, const char16_t *wanted) {
            QTest::newRow(name) << QString::fromUtf16(text) << QString::fromUtf16(wanted);
        };
        row("plain", u"192.168.1.1", u"192.168.1.1");
        row("least", u"0.0.0.0", u"0.0.0.0");
        row("greatest", u"255.255.255.255", u"255.255.255.255");
        row("spaces around", u" \t192.168.1.1 \n", u"192.168.1.1");
        row("ideographic space", u"\u3000192.168.1.1\u3000", u"192.168.1.1");
        row("full width", u"１９２．１６８．１．１", u"192.168.1.1");
        row("ideographic stops", u"192。168。1。1", u"192.168.1.1");
        row("half-width stops", u"192｡168｡1｡1", u"192.168.1.1");
        row("trailing dot", u"192.168.1.1.", u"192.168.1.1");
        row("router's zeros", u"192.168.001.010", u"192.168.1.10");
        row("empty", u"", u"");
        row("only dots", u"...", u"");
        row("three numbers", u"192.168.1", u"");
        row("five numbers", u"192.168.1.1.1", u"");
        row("two trailing dots", u"192.168.1.1..", u"");
        row("256", u"192.168.1.256", u"");
        row("four digits", u"192.168.1.0001", u"");
        row("huge", u"192.168.1.99999999999999999999", u"");
        row("minus", u"192.168.1.-1", u"");
        row("plus", u"192.168.1.+1", u"");
        row("hex", u"192.168.1.0x1", u"");
        row("inner space", u"192.168. 1.1", u"");
        row("prefix", u"192.168.1.1/24", u"");
        row("name", u"router.local", u"");
        row("arabic digits", u"١٩٢.١٦٨.١.١", u"");
        row("superscript", u"192.168.1.²", u"");
        row("shell", u"192.168.1.1;reboot", u"");
    }
    void parse()
    {
        QFETCH(QString, text);
        QFETCH(QString, wanted);
        const auto address = Ipv4::parse(text);
        QCOMPARE(address ? address->toString() : QString(), wanted);
    }

    void kindsOfAddress_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isPrivate");
        QTest::addColumn<bool>("isCgnat");
        const auto row = [](const char *text, bool isPrivate, bool isCgnat) {
            QTest::newRow(text) << QString::fromLatin1(text) << isPrivate << isCgnat;
        };
        row("9.255.255.255", false, false);
        row("10.0.0.0", true, false);
        row("10.255.255.255", true, false);
        row("11.0.0.0", false, false);
        row("172.15.255.255", false, false);
        row("172.16.0.0", true, false);
        row("172.31.255.255", true, false);
        row("172.32.0.0", false, false);
        row("192.167.255.255", false, false);
        row("192.168.0.0", true, false);
        row("192.168.255.255", true, false);
        row("192.169.0.0", false, false);
        row("100.63.255.255", false, false);
        row("100.64.0.0", false, true);
        row("100.127.255.255", false, true);
        row("100.128.0.0", false, false);
    }
    void kindsOfAddress()
    {
        QFETCH(QString, text);
        QFETCH(bool, isPrivate);
        QFETCH(bool, isCgnat);
        QCOMPARE(Ipv4::parse(text)->isPrivate(), isPrivate);
        QCOMPARE(Ipv4::parse(text)->isCarrierGradeNat(), isCgnat);
    }

    void recipe()
    {
        QCOMPARE(inWords(AddressPlan::recipe()),
            u"192.168.1.1 192.168.1.2-192.168.1.99 | 192.168.1.100 192.168.1.101-192.168.1.199"_s);
        QCOMPARE(inWords(AddressPlan::recipeIn(ip("10.9.8.254"))),
            u"10.9.8.1 10.9.8.2-10.9.8.99 | 10.9.8.100 10.9.8.101-10.9.8.199"_s);
        QVERIFY(AddressPlan::recipe().problems().empty());
    }

    void problems_data()
    {
        QTest::addColumn<AddressPlan>("plan");
        QTest::addColumn<QString>("wanted");
        const HomeAddresses a = AddressPlan::recipe().homes.a;
        const HomeAddresses b = AddressPlan::recipe().homes.b;
        QTest::newRow("recipe") << planOf(a, b) << QString();
        QTest::newRow("one address each") << planOf(
            home("192.168.1.1", "192.168.1.2", "192.168.1.2"), home("192.168.1.4", "192.168.1.3", "192.168.1.3"))
                                          << QString();
        QTest::newRow("touching, no overlap") << planOf(home("192.168.1.254", "192.168.1.1", "192.168.1.100"),
            home("192.168.1.253", "192.168.1.101", "192.168.1.252"))
                                              << QString();
        QTest::newRow("not private") << planOf(
            home("8.8.8.1", "8.8.8.2", "8.8.8.99"), home("8.8.8.100", "8.8.8.101", "8.8.8.199"))
                                     << u"NotPrivate A 8.8.8.1; NotPrivate B 8.8.8.100"_s;
        QTest::newRow("networks differ") << planOf(a, home("192.168.11.1", "192.168.11.101", "192.168.11.199"))
                                         << u"NetworksDiffer B 192.168.11.1"_s;
        QTest::newRow("same router") << planOf(a, home("192.168.1.1", "192.168.1.101", "192.168.1.199"))
                                     << u"SameRouterAddress B 192.168.1.1"_s;
        QTest::newRow("reversed") << planOf(home("192.168.1.1", "192.168.1.99", "192.168.1.2"), b)
                                  << u"RangeReversed A 192.168.1.99"_s;
        QTest::newRow("range outside") << planOf(a, home("192.168.1.100", "192.168.1.101", "192.168.2.5"))
                                       << u"RangeOutsideNetwork B 192.168.2.5"_s;
        QTest::newRow("touches .255") << planOf(a, home("192.168.1.100", "192.168.1.101", "192.168.1.255"))
                                      << u"RangeTouchesEdge B 192.168.1.255"_s;
        QTest::newRow("touches .0") << planOf(home("192.168.1.100", "192.168.1.0", "192.168.1.50"),
            home("192.168.1.101", "192.168.1.102", "192.168.1.199"))
                                    << u"RangeTouchesEdge A 192.168.1.0"_s;
        QTest::newRow("router at .0") << planOf(home("192.168.1.0", "192.168.1.2", "192.168.1.99"), b)
                                      << u"RouterIsEdge A 192.168.1.0"_s;
        QTest::newRow("overlap") << planOf(home("192.168.1.1", "192.168.1.2", "192.168.1.150"),
            home("192.168.1.200", "192.168.1.101", "192.168.1.199"))
                                 << u"RangesOverlap B 192.168.1.101"_s;
        QTest::newRow("router in own range") << planOf(home("192.168.1.50", "192.168.1.2", "192.168.1.99"), b)
                                             << u"RouterInOwnRange A 192.168.1.50"_s;
        QTest::newRow("router in the other's range") << planOf(home("192.168.1.150", "192.168.1.2", "192.168.1.99"), b)
                                                     << u"RouterInOtherRange A 192.168.1.150"_s;
        // What two routers just out of their boxes look like.
        QTest::newRow("both as delivered")
            << planOf(home("192.168.1.1", "192.168.1.2", "192.168.1.199"),
                   home("192.168.1.1", "192.168.1.2", "192.168.1.199"))
            << u"SameRouterAddress B 192.168.1.1; RangesOverlap B 192.168.1.2"_s;
        QTest::newRow("nothing typed")
            << AddressPlan {}
            << u"NotPrivate A 0.0.0.0; RouterIsEdge A 0.0.0.0; RangeTouchesEdge A 0.0.0.0; "
               "RouterInOwnRange A 0.0.0.0; NotPrivate B 0.0.0.0; RouterIsEdge B 0.0.0.0; "
               "RangeTouchesEdge B 0.0.0.0; RouterInOwnRange B 0.0.0.0; "
               "SameRouterAddress B 0.0.0.0; RangesOverlap B 0.0.0.0"_s;
    }
    void problems()
    {
        QFETCH(AddressPlan, plan);
        QFETCH(QString, wanted);
        QCOMPARE(inWords(plan.problems()), wanted);
        QVERIFY2(plan.repaired().problems().empty(), qPrintable(inWords(plan.repaired())));
    }

    void piAddresses()
    {
        const AddressPlan plan = AddressPlan::recipe();
        const auto with = [&plan](const char *a, const char *b) {
            PerSite<std::optional<Ipv4>> pis;
            pis.a = Ipv4::parse(QString::fromLatin1(a));
            pis.b = Ipv4::parse(QString::fromLatin1(b));
            return inWords(plan.problems(pis));
        };
        QCOMPARE(with("192.168.1.10", "192.168.1.110"), QString());
        QCOMPARE(with("", ""), QString());
        QCOMPARE(with("192.168.1.10", "192.168.1.10"), u"PiAddressTaken B 192.168.1.10"_s);
        QCOMPARE(with("192.168.1.100", ""), u"PiAddressTaken A 192.168.1.100"_s);
        QCOMPARE(with("", "192.168.1.100"), u"PiAddressTaken B 192.168.1.100"_s);
    }

    void repaired_data()
    {
        QTest::addColumn<AddressPlan>("plan");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("both as delivered: becomes the recipe") << planOf(
            home("192.168.1.1", "192.168.1.2", "192.168.1.199"), home("192.168.1.1", "192.168.1.2", "192.168.1.199"))
                                                               << inWords(AddressPlan::recipe());
        QTest::newRow("overlap: cut, routers stay")
            << planOf(home("192.168.1.1", "192.168.1.2", "192.168.1.120"),
                   home("192.168.1.254", "192.168.1.100", "192.168.1.199"))
            << u"192.168.1.1 192.168.1.2-192.168.1.100 | 192.168.1.254 192.168.1.101-192.168.1.199"_s;
        QTest::newRow("small range inside a large one keeps its addresses")
            << planOf(home("192.168.1.1", "192.168.1.2", "192.168.1.199"),
                   home("192.168.1.254", "192.168.1.50", "192.168.1.60"))
            << u"192.168.1.1 192.168.1.61-192.168.1.199 | 192.168.1.254 192.168.1.50-192.168.1.60"_s;
        QTest::newRow("networks differ: B moves")
            << planOf(home("192.168.11.1", "192.168.11.2", "192.168.11.99"),
                   home("10.0.0.138", "10.0.0.150", "10.0.0.199"))
            << u"192.168.11.1 192.168.11.2-192.168.11.99 | 192.168.11.138 192.168.11.150-192.168.11.199"_s;
        QTest::newRow("reversed: turned round") << planOf(home("192.168.1.1", "192.168.1.99", "192.168.1.2"),
            AddressPlan::recipe().homes.b) << inWords(AddressPlan::recipe());
        QTest::newRow("router in its range: the larger piece stays")
            << planOf(home("192.168.1.10", "192.168.1.2", "192.168.1.99"), AddressPlan::recipe().homes.b)
            << u"192.168.1.10 192.168.1.11-192.168.1.99 | 192.168.1.100 192.168.1.101-192.168.1.199"_s;
        QTest::newRow("not private") << planOf(
            home("8.8.8.1", "8.8.8.2", "8.8.8.99"), home("8.8.8.100", "8.8.8.101", "8.8.8.199"))
                                     << inWords(AddressPlan::recipe());
        QTest::newRow("nothing left of a range: the recipe") << planOf(home("10.1.2.9", "10.1.2.9", "10.1.2.9"),
            home("10.1.2.100", "10.1.2.101", "10.1.2.199")) << inWords(AddressPlan::recipeIn(ip("10.1.2.9")));
        QTest::newRow("B's router and the recipe's place both taken")
            << planOf(home("192.168.1.100", "192.168.1.2", "192.168.1.90"),
                   home("192.168.1.100", "192.168.1.101", "192.168.1.199"))
            << u"192.168.1.100 192.168.1.2-192.168.1.90 | 192.168.1.1 192.168.1.101-192.168.1.199"_s;
    }
    void repaired()
    {
        QFETCH(AddressPlan, plan);
        QFETCH(QString, wanted);
        QCOMPARE(inWords(plan.repaired()), wanted);
    }

    void everyRepairIsGoodAndAGoodPlanStays()
    {
        QRandomGenerator random(20240607); // fixed, so that a failure can be seen again
        const auto octet = [&random] { return Ipv4(192, 168, int(random.bounded(2)), int(random.bounded(256))); };
        int good = 0;
        for (int i = 0; i < 3000; ++i) {
            AddressPlan plan = planOf({ octet(), { octet(), octet() } }, { octet(), { octet(), octet() } });
            const bool wasGood = plan.problems().empty();
            good += wasGood;
            const AddressPlan better = plan.repaired();
            QVERIFY2(better.problems().empty(), qPrintable(inWords(plan) + u" -> "_s + inWords(better)));
            QCOMPARE(better == plan, wasGood);
            QVERIFY(better.homes.a.router.sameNetwork24(plan.homes.a.router));
            QVERIFY(better.repaired() == better);
        }
        QVERIFY(good > 0);
    }
};

QTEST_APPLESS_MAIN(TestAddressPlan)
#include "tst_addressplan.moc"
