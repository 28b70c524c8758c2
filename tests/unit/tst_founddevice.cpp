// SPDX-License-Identifier: GPL-3.0-or-later
// What makes a device a Raspberry Pi, which addresses may be asked, and what the kernel's table says.
#include "remote/discovery/founddevice.h"
#include "remote/discovery/homenetworks.h"
#include "remote/discovery/neighbourtable.h"

#include <QtTest>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Ipv4 pi(192, 168, 11, 23);

} // namespace

class TestFoundDevice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void models_data()
    {
        QTest::addColumn<QString>("mac");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("banner");
        QTest::addColumn<PiModel>("model");
        const QByteArray debian = "SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3";
        QTest::newRow("Pi 3") << u"b8:27:eb:00:00:01"_s << QString() << QByteArray() << PiModel::UpTo3;
        QTest::newRow("Pi 4") << u"DC-A6-32-12-34-56"_s << QString() << QByteArray() << PiModel::Four;
        for (const QString &prefix : { u"E4:5F:01"_s, u"D8:3A:DD"_s, u"2C:CF:67"_s, u"28:CD:C1"_s, u"88:A2:9E"_s })
            QTest::newRow(qPrintable(prefix)) << prefix + u":00:00:01"_s << u"anything"_s << debian << PiModel::Some;
        QTest::newRow("a prefix alone") << u"B8:27:EB"_s << QString() << QByteArray() << PiModel::NotAPi;
        QTest::newRow("another maker") << u"00:11:32:00:00:01"_s << u"nas"_s << debian << PiModel::NotAPi;
        QTest::newRow("an adapter, with the card's first name") << u"00:0e:c6:00:00:01"_s << u"RaspberryPi-2"_s << debian << PiModel::Some;
        QTest::newRow("an adapter, with our name") << u"00:0e:c6:00:00:01"_s << u"twinlan-a"_s << debian << PiModel::Some;
        QTest::newRow("an adapter, 32-bit system") << u"00:0e:c6:00:00:01"_s << u"tokyo"_s << QByteArray("SSH-2.0-OpenSSH_9.2p1 Raspbian-2+deb12u3") << PiModel::Some;
        QTest::newRow("nothing known") << QString() << QString() << QByteArray() << PiModel::NotAPi;
    }
    void models()
    {
        QFETCH(QString, mac);
        QFETCH(QString, name);
        QFETCH(QByteArray, banner);
        QTEST(piModelOf(mac, name, banner), "model");
    }

    void banners_data()
    {
        QTest::addColumn<QByteArray>("received");
        QTest::addColumn<QByteArray>("banner"); // empty: none
        QTest::newRow("OpenSSH") << QByteArray("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n") << QByteArray("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3");
        QTest::newRow("lines before it") << QByteArray("hello\r\nthere\nSSH-2.0-x\n") << QByteArray("SSH-2.0-x");
        QTest::newRow("not whole yet") << QByteArray("SSH-2.0-Open") << QByteArray();
        QTest::newRow("another service") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n") << QByteArray();
        QTest::newRow("control characters") << QByteArray("SSH-2.0-\x1b[2Jx\r\n") << QByteArray();
        QTest::newRow("zeros") << QByteArray("SSH-2.0-a\0b\r\n", 13) << QByteArray();
        QTest::newRow("not ASCII") << QByteArray("SSH-2.0-東京\r\n") << QByteArray();
        QTest::newRow("too long a line") << "SSH-2.0-" + QByteArray(300, 'x') + "\r\n"
                                         << QByteArray();
        QTest::newRow("behind too much") << QByteArray(2000, 'x') + "\nSSH-2.0-x\r\n"
                                         << QByteArray();
    }
    void banners()
    {
        QFETCH(QByteArray, received);
        QTEST(sshBannerIn(received).value_or(QByteArray()), "banner");
    }

    void networks_data()
    {
        QTest::addColumn<QString>("own"); // "ADDRESS/PREFIX …"
        QTest::addColumn<int>("networks");
        QTest::addColumn<QString>("asked"); // count, first and last
        QTest::newRow("a home") << u"192.168.11.5/24"_s << 1 << u"253 192.168.11.1 192.168.11.254"_s;
        QTest::newRow("at its beginning") << u"192.168.11.1/24"_s << 1 << u"253 192.168.11.2 192.168.11.254"_s;
        QTest::newRow("a large network: only around this computer") << u"10.1.2.3/8"_s << 1 << u"253 10.1.2.1 10.1.2.254"_s;
        QTest::newRow("a small one") << u"172.16.0.9/29"_s << 1 << u"5 172.16.0.10 172.16.0.14"_s;
        QTest::newRow("two others only") << u"192.168.1.1/30"_s << 1 << u"1 192.168.1.2 192.168.1.2"_s;
        QTest::newRow("cable and Wi-Fi of one home") << u"192.168.11.5/24 192.168.11.6/24"_s << 1 << u"253 192.168.11.1 192.168.11.254"_s;
        QTest::newRow("two networks, in turn") << u"192.168.11.5/24 192.168.1.5/30"_s << 2 << u"254 192.168.11.1 192.168.11.254"_s;
        QTest::newRow("nobody's home") << u"203.0.113.5/24 169.254.1.1/16 127.0.0.1/8 100.100.1.1/10"_s << 0 << u"0"_s;
        QTest::newRow("a line to one other end, and nonsense") << u"192.168.1.5/32 192.168.2.5/31 10.0.0.1/0 10.0.0.1/-1"_s << 0 << u"0"_s;
        QTest::newRow("more than a home has") << u"192.168.1.5/24 192.168.2.5/24 192.168.3.5/24 192.168.4.5/24"_s << 3 << u"759 192.168.1.1 192.168.3.254"_s;
    }
    void networks()
    {
        QFETCH(QString, own);
        QFETCH(int, networks);
        std::vector<OwnAddress> all;
        for (const QString &word : own.split(u' '))
            all.push_back({ *Ipv4::parse(word.section(u'/', 0, 0)), word.section(u'/', 1).toInt(), u"eth0"_s });
        const auto homes = homeNetworks(all);
        QCOMPARE(int(homes.size()), networks);
        const auto addresses = addressesToAsk(homes);
        QStringList asked { QString::number(addresses.size()) };
        if (!addresses.empty())
            asked << addresses.front().toString() << addresses.back().toString();
        QTEST(asked.join(u' '), "asked");
        for (const Ipv4 address : addresses) {
            const auto isNear = [&](const OwnAddress &home) { return home.sees(address) && home.address.sameNetwork24(address); };
            QVERIFY(std::any_of(homes.begin(), homes.end(), isNear));
            QVERIFY(std::none_of(homes.begin(), homes.end(), [&](const OwnAddress &home) { return home.address == address; }));
        }
    }

    void kernelsTable()
    {
        const auto seen = neighboursInProc("IP address       HW type     Flags       HW address            Mask     Device\n"
                                           "192.168.11.23    0x1         0x2         b8:27:eb:00:00:01     *        eth0\n"
                                           "192.168.11.24    0x1         0x0         00:00:00:00:00:00     *        eth0\n"
                                           "192.168.11.1     0x1         0x6         00:1d:73:00:00:01     *        eth0\n"
                                           "nonsense\n"
                                           "999.1.1.1        0x1         0x2         b8:27:eb:00:00:01     *        eth0\n");
        QCOMPARE(seen, (std::vector<Neighbour> { { pi, u"b8:27:eb:00:00:01"_s }, { Ipv4(192, 168, 11, 1), u"00:1d:73:00:00:01"_s } }));
        QVERIFY(NeighbourTable::ofThisComputer());
    }

    void aMemoryOfThePastIsNoDevice()
    {
        Sightings sightings;
        sightings.hasMac(pi, u"b8:27:eb:00:00:01"_s);
        QVERIFY(sightings.devices().empty());
        sightings.isThere(pi); // and slow to say what it is
        QCOMPARE(sightings.devices(), (std::vector<FoundDevice> { { pi, {}, u"B8:27:EB:00:00:01"_s, SshAnswer::Unknown, PiModel::UpTo3 } }));
        sightings.refusesSsh(pi);
        QCOMPARE(sightings.devices(), (std::vector<FoundDevice> { { pi, {}, u"B8:27:EB:00:00:01"_s, SshAnswer::Refused, PiModel::UpTo3 } }));
        sightings.offersSsh(pi, "SSH-2.0-x"); // switched on meanwhile
        sightings.refusesSsh(pi);
        QCOMPARE(sightings.devices().front().ssh, SshAnswer::Offered);
    }

    void onlyWhatIsOfUseIsShown()
    {
        Sightings sightings;
        const Ipv4 printer(192, 168, 11, 9);
        const Ipv4 nas(192, 168, 11, 5);
        sightings.named(printer, u"printer"_s);
        sightings.refusesSsh(printer);
        sightings.offersSsh(nas, "SSH-2.0-OpenSSH_8.2");
        sightings.named(pi, {});
        sightings.named(pi, u"raspberrypi"_s);
        sightings.named(pi, u"another"_s); // the first name stays
        const auto devices = sightings.devices();
        QCOMPARE(devices.size(), std::size_t(2));
        QCOMPARE(devices[0], (FoundDevice { nas, {}, {}, SshAnswer::Offered, PiModel::NotAPi }));
        QCOMPARE(devices[1], (FoundDevice { pi, u"raspberrypi"_s, {}, SshAnswer::Unknown, PiModel::Some }));
    }

    void aFloodOfDevicesIsBounded()
    {
        Sightings sightings;
        for (std::uint32_t i = 0; i < 100'000; ++i)
            sightings.named(Ipv4(0x0a000000 + i), u"raspberrypi"_s);
        QCOMPARE(sightings.devices().size(), std::size_t(1024));
    }
};

QTEST_APPLESS_MAIN(TestFoundDevice)
#include "tst_founddevice.moc"
