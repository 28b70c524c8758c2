// SPDX-License-Identifier: GPL-3.0-or-later
// What devices say that they offer, what is made of it, and in which home they are: also where somebody says what is not so.
#include "remote/discovery/homedevice.h"

#include <QtTest>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Ipv4 nas(192, 168, 1, 150);

DnsRecord offer(const QByteArray &kind, const QByteArray &name)
{
    DnsRecord record;
    record.type = DnsType::Ptr;
    record.name = { kind, "_tcp", "local" };
    record.target = { name, kind, "_tcp", "local" };
    return record;
}
DnsRecord port(const QByteArray &kind, const QByteArray &name, int port)
{
    DnsRecord record;
    record.type = DnsType::Srv;
    record.name = { name, kind, "_tcp", "local" };
    record.target = { "elsewhere", "local" };
    record.port = port;
    return record;
}
DnsRecord misfit(const DnsName &name, const DnsName &target)
{
    DnsRecord record;
    record.type = DnsType::Ptr;
    record.name = name;
    record.target = target;
    return record;
}

using Records = std::vector<DnsRecord>;
using Services = std::set<Service>;

} // namespace

class TestHomeDevice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offers_data()
    {
        QTest::addColumn<Records>("said");
        QTest::addColumn<Services>("services");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("page");
        const QString smb = u"smb://192.168.1.150/"_s;
        const QString afp = u"afp://192.168.1.150/"_s;
        const auto row = [](const char *title, const Records &said, const Services &services, const QString &name, const QString &folder,
                             const QString &page) { QTest::newRow(title) << said << services << name << folder << page; };
        row("folders", { offer("_smb", "NAS") }, { Service::Folder }, u"NAS"_s, smb, {});
        row("in capital letters", { offer("_SMB", "NAS") }, { Service::Folder }, u"NAS"_s, smb, {});
        row("by the port alone", { port("_smb", "NAS", 445) }, { Service::Folder }, u"NAS"_s, smb, {});
        row("an old NAS of Apple's kind", { offer("_afpovertcp", "LinkStation") }, { Service::AppleFolder }, u"LinkStation"_s, afp, {});
        row("both kinds of folders: SMB opens", { offer("_afpovertcp", "NAS"), offer("_smb", "NAS") }, { Service::Folder, Service::AppleFolder }, u"NAS"_s, smb, {});
        row("Time Machine", { offer("_adisk", "NAS"), offer("_smb", "NAS") }, { Service::Folder, Service::TimeMachine }, u"NAS"_s, smb, {});
        row("a page", { offer("_http", "NAS page"), port("_http", "NAS page", 5000) }, { Service::WebPage }, u"NAS page"_s, {}, u"http://192.168.1.150:5000/"_s);
        row("a page at the usual port", { port("_http", "NAS", 80) }, { Service::WebPage }, u"NAS"_s, {}, u"http://192.168.1.150/"_s);
        row("two pages", { port("_http", "One", 8080), port("_http", "Two", 80) }, { Service::WebPage }, u"One"_s, {}, u"http://192.168.1.150:8080/"_s);
        row("named by its folders", { port("_http", "Page", 80), offer("_smb", "太郎のNAS") }, { Service::Folder, Service::WebPage }, u"太郎のNAS"_s, smb, u"http://192.168.1.150/"_s);
        for (const char *kind : { "_ipp", "_ipps", "_printer", "_pdl-datastream" })
            row(kind, { offer(kind, "EW-M630T") }, { Service::Printer }, u"EW-M630T"_s, {}, {});
        row("a printer that prints in one way only", { port("_printer", "EW-M630T", 0), port("_ipp", "EW-M630T", 631) }, { Service::Printer }, u"EW-M630T"_s, {}, {});
        row("any name is text", { offer("_smb", "<b>\x1b[2J\xff") }, { Service::Folder }, u"<b>\x1b[2J\ufffd"_s, smb, {});
    }
    void offers()
    {
        QFETCH(Records, said);
        QFETCH(Services, services);
        QFETCH(QString, name);
        Offers offers;
        // In one packet, or each by itself.
        for (const DnsRecord &record : said)
            offers.heard(nas, { 0, true, {}, { record } });
        Offers atOnce;
        atOnce.heard(nas, { 0, true, {}, said });
        QCOMPARE(offers.devices(), atOnce.devices());
        QCOMPARE(offers.devices().size(), std::size_t(1));
        const HomeDevice device = offers.devices().front();
        QCOMPARE(device.address, nas);
        QCOMPARE(device.services, services);
        QCOMPARE(device.name, name);
        QTEST(folderUrl(device).toString(), "folder");
        QTEST(pageUrl(device).toString(), "page");
    }

    void nothingToUse_data()
    {
        QTest::addColumn<Records>("said");
        QTest::newRow("nothing") << Records {};
        QTest::newRow("another kind") << Records { offer("_ssh", "pi") };
        QTest::newRow("a page of an unknown port") << Records { offer("_http", "NAS") };
        QTest::newRow("a page that is not there") << Records { offer("_http", "NAS"), port("_http", "NAS", 0) };
        QTest::newRow("folders that are not there") << Records { offer("_smb", "NAS"), port("_smb", "NAS", 0) };
        QTest::newRow("another domain") << Records { misfit({ "_smb", "_tcp", "example" }, { "NAS", "_smb", "_tcp", "example" }) };
        QTest::newRow("one kind under the name of another") << Records { misfit({ "_http", "_tcp", "local" }, { "NAS", "_smb", "_tcp", "local" }) };
        QTest::newRow("a kind without a name") << Records { misfit({ "_smb", "_tcp", "local" }, { "_smb", "_tcp", "local" }) };
        QTest::newRow("no target") << Records { misfit({ "_smb", "_tcp", "local" }, {}) };
        QTest::newRow("no name") << Records { misfit({}, {}) };
    }
    void nothingToUse()
    {
        QFETCH(Records, said);
        Offers offers;
        offers.heard(nas, { 0, true, {}, said });
        QCOMPARE(offers.devices(), std::vector<HomeDevice>());
    }

    void asksForThePortsOfPages()
    {
        Offers offers;
        QVERIFY(offers.pagesToAsk(nas).empty());
        offers.heard(nas, { 0, true, {}, { offer("_http", "One"), offer("_http", "Two"), offer("_smb", "NAS") } });
        QCOMPARE(offers.pagesToAsk(nas), (std::vector<DnsName> { { "One", "_http", "_tcp", "local" }, { "Two", "_http", "_tcp", "local" } }));
        offers.heard(nas, { 0, true, {}, { port("_http", "one", 80) } });
        QCOMPARE(offers.pagesToAsk(nas).size(), std::size_t(1));
        QVERIFY(offers.pagesToAsk(Ipv4(192, 168, 1, 151)).empty());
    }

    void oneThatPretendsToBeMany()
    {
        Offers offers;
        for (int i = 0; i < 500; ++i)
            offers.heard(nas, { 0, true, {}, { offer("_http", QByteArray::number(i)) } });
        QCOMPARE(offers.pagesToAsk(nas).size(), std::size_t(32));
        for (int i = 0; i < 2'000; ++i)
            offers.heard(Ipv4(Ipv4(10, 0, 0, 0).value() + std::uint32_t(i)), { 0, true, {}, { offer("_smb", "NAS") } });
        QCOMPARE(offers.devices().size(), std::size_t(255));
        QCOMPARE(offers.devices().front().address, Ipv4(10, 0, 0, 0));
    }

    void inTheOrderOfAnswers()
    {
        Offers offers;
        const std::vector<int> numbers { 150, 101, 199 };
        for (const int number : { 150, 101, 199, 150 })
            offers.heard(nas.withLastOctet(number), { 0, true, {}, { offer("_smb", "NAS") } });
        std::vector<int> found;
        for (const HomeDevice &device : offers.devices())
            found.push_back(device.address.lastOctet());
        QCOMPARE(found, numbers);
    }

    void everyKindIsAskedFor()
    {
        QStringList asked;
        for (const DnsName &name : servicesToAsk())
            asked << QString::fromLatin1(name.join('.'));
        asked.sort();
        QCOMPARE(asked.join(u' '),
            u"_adisk._tcp.local _afpovertcp._tcp.local _http._tcp.local _ipp._tcp.local _ipps._tcp.local _pdl-datastream._tcp.local _printer._tcp.local _smb._tcp.local"_s);
    }

    // The recipe: A .1 and .2–.99, B .100 and .101–.199.
    void home_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("mac");
        QTest::addColumn<QString>("home");
        const QString near = u"00:11:32:00:00:0A"_s;
        const QString far = u"00:11:32:00:00:0B"_s;
        QTest::newRow("assigned by router A") << 50 << QString() << u"A"_s;
        QTest::newRow("assigned by router B") << 150 << QString() << u"B"_s;
        QTest::newRow("router A") << 1 << QString() << u"A"_s;
        QTest::newRow("router B") << 100 << QString() << u"B"_s;
        QTest::newRow("a fixed address") << 220 << QString() << QString();
        QTest::newRow("a fixed address, seen in A") << 220 << near << u"A"_s;
        QTest::newRow("a fixed address, seen in B") << 220 << far << u"B"_s;
        QTest::newRow("a fixed address, not seen") << 220 << u"00:11:32:00:00:0C"_s << QString();
        QTest::newRow("what was seen counts") << 50 << far << u"B"_s;
        QTest::newRow("in both at once: by its address") << 150 << u"00:11:32:00:00:0D"_s << u"B"_s;
    }
    void home()
    {
        QFETCH(int, number);
        QFETCH(QString, mac);
        QFETCH(QString, home);
        const QString both = u"00:11:32:00:00:0D"_s;
        const LearnedCards learned { { u"00:11:32:00:00:0A"_s, both }, { u"00:11:32:00:00:0B"_s, both } };
        HomeDevice device;
        device.address = Ipv4(192, 168, 1, number);
        device.mac = mac;
        const auto found = homeOf(device, learned, AddressPlan::recipe());
        QCOMPARE(found ? (*found == Site::A ? u"A"_s : u"B"_s) : QString(), home);
    }
};

QTEST_APPLESS_MAIN(TestHomeDevice)
#include "tst_homedevice.moc"
