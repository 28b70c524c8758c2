// SPDX-License-Identifier: GPL-3.0-or-later
// The search for what the homes offer, as the program begins it, in a network of namespaces: real multicasts, a real neighbour table.
#include "fakedevice.h"
#include "wizard/backend/remotebackend.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace twinlan;
using namespace twinlan::test;

namespace {

constexpr Ipv4 router(192, 168, 1, 1);
constexpr Ipv4 nas(192, 168, 1, 150);
constexpr Ipv4 printer(192, 168, 1, 50);
constexpr Ipv4 media(192, 168, 1, 220);
const QString nasMac = u"00:11:32:00:00:0B"_s;

DnsName typeOf(const QByteArray &kind)
{
    return { kind, "_tcp", "local" };
}
QByteArray offer(const QByteArray &kind, const QByteArray &name)
{
    return record(typeOf(kind), DnsType::Ptr, labels(DnsName { name } + typeOf(kind)));
}
QByteArray place(const QByteArray &kind, const QByteArray &name, int port)
{
    const QByteArray data = QByteArray(4, '\0') + char(port >> 8) + char(port & 0xff) + labels({ "elsewhere", "local" });
    return record(DnsName { name } + typeOf(kind), DnsType::Srv, data);
}

using Says = std::function<QByteArrayList(const DnsMessage &asked)>;

// Answers to a question for a kind of service; with the port at once, or only when that is asked for.
Says offers(const QByteArray &kind, const QByteArray &name, int port, bool withPort)
{
    return [=](const DnsMessage &asked) -> QByteArrayList {
        const DnsQuestion &question = asked.questions.front();
        if (question.type == DnsType::Ptr && isSameName(question.name, typeOf(kind)))
            return withPort ? QByteArrayList { offer(kind, name), place(kind, name, port) } : QByteArrayList { offer(kind, name) };
        if (question.type == DnsType::Srv && isSameName(question.name, DnsName { name } + typeOf(kind)))
            return { place(kind, name, port) };
        return {};
    };
}

} // namespace

class TestDeviceSearch : public QObject
{
    Q_OBJECT

    static std::vector<HomeDevice> found(const DeviceSearch::Config &config = DeviceSearch::Config::ofThisComputer(router))
    {
        DeviceSearch search;
        QSignalSpy ended(&search, &DeviceSearch::finished);
        search.start(config);
        if (ended.isEmpty() && !ended.wait(60'000))
            qFatal("no end");
        return ended.first().first().value<DeviceSearchState>().devices;
    }
    static std::unique_ptr<FakeDevice> plugIn(Ipv4 address, const QString &mac, const Says &says, bool floods = false)
    {
        const FakeDevice::Ways ways { .address = address, .mac = mac, .ssh = FakeDevice::Ssh::None, .says = says, .floods = floods };
        auto device = std::make_unique<FakeDevice>(ways);
        const QString trouble = device->plugIn();
        if (!trouble.isEmpty())
            qFatal("%s", qPrintable(trouble));
        return device;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (::geteuid() != 0 || ::unshare(CLONE_NEWNET) != 0)
            QFAIL("needs root, or to be root in a user namespace: for network namespaces of its own");
        QString trouble = run(u"ip link set lo up"_s);
        trouble += run(u"ip link add eth0 type bridge mcast_snooping 0"_s);
        trouble += run(u"ip link add idle type veth peer name idle-end"_s);
        trouble += run(u"ip link set idle-end up"_s);
        trouble += run(u"ip link set idle master eth0 up"_s);
        trouble += run(u"ip addr add 192.168.1.2/24 dev eth0"_s);
        trouble += run(u"ip link set eth0 up"_s);
        QCOMPARE(trouble, QString());
    }

    void findsWhatIsOffered()
    {
        const auto a = plugIn(nas, nasMac, offers("_smb", "NAS", 445, false));
        const auto b = plugIn(printer, u"00:11:32:00:00:0A"_s, offers("_ipp", "EW-M630T", 631, true));
        const auto c = plugIn(media, u"00:11:32:00:00:0C"_s, offers("_http", "media", 8080, false)); // whose port is asked for
        const std::vector<HomeDevice> devices = found();
        QCOMPARE(devices.size(), std::size_t(3));
        for (const HomeDevice &device : devices) {
            QVERIFY(!device.home);
            if (device.address == nas)
                QCOMPARE(device, (HomeDevice { nas, u"NAS"_s, nasMac, { Service::Folder }, 0, {} }));
            else if (device.address == printer)
                QCOMPARE(device.services, (std::set { Service::Printer }));
            else
                QCOMPARE(pageUrl(device).toString(), u"http://192.168.1.220:8080/"_s);
        }
    }

    void anotherNetworkIsNotAsked()
    {
        const auto device = plugIn(nas, nasMac, offers("_smb", "NAS", 445, true));
        DeviceSearch search;
        QSignalSpy ended(&search, &DeviceSearch::finished);
        search.start(DeviceSearch::Config::ofThisComputer(Ipv4(192, 168, 77, 1)));
        QCOMPARE(ended.size(), 1);
        QVERIFY(!ended.first().first().value<DeviceSearchState>().hasNetwork);
    }

    // Somebody who answers without end, each time with something else.
    void nobodyHoldsItUp()
    {
        QByteArrayList many;
        for (int i = 0; i < 20; ++i)
            many << offer("_http", "page" + QByteArray::number(i));
        const auto flood = plugIn(
            printer, u"00:11:32:00:00:0A"_s, [many](const DnsMessage &) { return many; }, true);
        const auto device = plugIn(nas, nasMac, offers("_smb", "NAS", 445, true));
        QElapsedTimer clock;
        clock.start();
        const std::vector<HomeDevice> devices = found();
        QVERIFY(clock.elapsed() < 20'000);
        // A page without a port is none; the other device's answer may be lost among so many.
        QVERIFY(std::all_of(devices.begin(), devices.end(), [](const HomeDevice &each) { return each.address == nas; }));
    }

    void afterAStopNothingIsSaid()
    {
        const auto device = plugIn(nas, nasMac, offers("_smb", "NAS", 445, true));
        DeviceSearch search;
        QSignalSpy told(&search, &DeviceSearch::changed);
        QSignalSpy ended(&search, &DeviceSearch::finished);
        search.start(DeviceSearch::Config::ofThisComputer(router));
        QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty(), 60'000);
        search.stop();
        told.clear();
        QTest::qWait(1'000);
        QVERIFY(told.isEmpty() && ended.isEmpty());
        QVERIFY(search.children().isEmpty()); // its sockets are gone
        search.start(DeviceSearch::Config::ofThisComputer(router));
        search.start(DeviceSearch::Config::ofThisComputer(router));
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 60'000);
    }

    // As a request to the backend, it has one end, whatever becomes of it. No Pi answers here: the addresses say where what is.
    void endsOnce_data()
    {
        QTest::addColumn<QString>("steps");
        QTest::addColumn<QString>("end");
        QTest::newRow("answered") << u"search wait"_s << u"found B"_s;
        QTest::newRow("withdrawn") << u"search hear withdraw wait"_s << u"superseded"_s;
        QTest::newRow("withdrawn at once") << u"search withdraw wait"_s << u"superseded"_s;
        QTest::newRow("searched again in the middle") << u"search hear search wait"_s << u"found B"_s;
        QTest::newRow("withdrawn after its end") << u"search wait withdraw"_s << u"found B"_s;
        QTest::newRow("window closes") << u"search hear close"_s << u"superseded"_s;
    }
    void endsOnce()
    {
        QFETCH(QString, steps);
        QFETCH(QString, end);
        const auto device = plugIn(nas, nasMac, offers("_smb", "NAS", 445, true));
        BridgePlan plan;
        plan.addresses = AddressPlan::recipe();
        QTemporaryDir folder;
        auto backend = std::make_unique<RemoteBackend>(folder.filePath(u"known_hosts"_s));
        QStringList got;
        int news = 0;
        connect(backend.get(), &Backend::deviceSearchWent, this, [&] { ++news; });
        connect(backend.get(), &Backend::devicesSearched, this, [&](const DeviceSearchState &state) {
            const bool isInB = state.devices.size() == 1 && state.devices.front().home == Site::B;
            got << (isInB ? u"found B"_s : u"found %1"_s.arg(state.devices.size()));
        });
        connect(backend.get(), &Backend::superseded, this, [&] { got << u"superseded"_s; });
        for (const QString &step : steps.split(u' ')) {
            if (step == "search"_L1) {
                news = 0;
                backend->searchDevices(plan);
            } else if (step == "hear"_L1) {
                QTRY_VERIFY_WITH_TIMEOUT(news > 0, 60'000);
            } else if (step == "withdraw"_L1) {
                backend->withdrawDeviceSearch();
            } else if (step == "close"_L1) {
                backend.reset();
            } else {
                QTRY_VERIFY_WITH_TIMEOUT(!got.isEmpty(), 60'000);
            }
        }
        QTest::qWait(300);
        QCOMPARE(got.join(u' '), end);
    }
};

QTEST_GUILESS_MAIN(TestDeviceSearch)
#include "tst_devicesearch.moc"
