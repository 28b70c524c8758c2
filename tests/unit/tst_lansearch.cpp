// SPDX-License-Identifier: GPL-3.0-or-later
// The whole search, as the program begins it, in a home's network of namespaces: real multicasts, a real neighbour table, real connections.
#include "fakedevice.h"
#include "wizard/backend/remotebackend.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>
#include <ctime>
#include <optional>

using namespace twinlan;
using namespace twinlan::test;

namespace {

constexpr Ipv4 piA(192, 168, 11, 23);
constexpr Ipv4 piB(192, 168, 11, 24);
constexpr Ipv4 nas(192, 168, 11, 5);
const QString piAMac = u"B8:27:EB:11:22:33"_s;
const QString piBMac = u"2C:CF:67:11:22:33"_s;
const QString nasMac = u"00:11:32:11:22:33"_s;

} // namespace

class TestLanSearch : public QObject
{
    Q_OBJECT

    // One search from its beginning to its end, and what was told of it.
    struct Told
    {
        std::vector<LanSearchState> states; // the last one is the end
        qint64 tookMs = 0;
        double longestWorkMs = 0; // of this thread, which is the window's, between two beats of its heart: other programs do not count

        [[nodiscard]] std::optional<FoundDevice> at(Ipv4 address) const
        {
            for (const FoundDevice &device : states.back().devices) {
                if (device.address == address)
                    return device;
            }
            return std::nullopt;
        }
    };
    static double workMs()
    {
        timespec time {};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }
    static Told search(LanSearch::Config config = LanSearch::Config::ofThisComputer())
    {
        Told told;
        LanSearch search;
        bool ended = false;
        const auto tell = [&](const LanSearchState &state) {
            QVERIFY2(!ended, "something is said after the end");
            told.states.push_back(state);
        };
        connect(&search, &LanSearch::changed, &search, tell);
        connect(&search, &LanSearch::finished, &search, [&](const LanSearchState &state) {
            tell(state);
            ended = true;
        });
        QTimer heart;
        double worked = workMs();
        connect(&heart, &QTimer::timeout, &heart, [&] {
            const double now = workMs();
            told.longestWorkMs = std::max(told.longestWorkMs, now - std::exchange(worked, now));
        });
        QElapsedTimer clock;
        clock.start();
        heart.start(1);
        search.start(std::move(config));
        if (!QTest::qWaitFor([&] { return ended; }, 60'000))
            qFatal("no end");
        told.tookMs = clock.elapsed();
        qInfo("%lld ms, at most %.1f ms of work at once, told %zu times", told.tookMs, told.longestWorkMs, told.states.size());
        return told;
    }
    template <class... Ways> static std::vector<std::unique_ptr<FakeDevice>> plugIn(Ways... ways)
    {
        std::vector<std::unique_ptr<FakeDevice>> devices;
        for (const FakeDevice::Ways &way : { FakeDevice::Ways(ways)... }) {
            devices.push_back(std::make_unique<FakeDevice>(way));
            const QString trouble = devices.back()->plugIn();
            if (!trouble.isEmpty())
                qFatal("%s", qPrintable(trouble));
        }
        return devices;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (::geteuid() != 0 || ::unshare(CLONE_NEWNET) != 0)
            QFAIL("needs root, or to be root in a user namespace: for network namespaces of its own");
    }

    // Before there is a cable in this computer.
    void noHomeNoSearch()
    {
        QCOMPARE(run(u"ip link set lo up"_s), QString());
        const Told told = search();
        QCOMPARE(told.states.size(), std::size_t(1));
        QVERIFY(!told.states[0].hasNetwork);
        QVERIFY(told.states[0].devices.empty());
    }

    void plugInTheComputer()
    {
        QString trouble = run(u"ip link add eth0 type bridge mcast_snooping 0"_s);
        // Something is always plugged in: a switch alone is no network.
        trouble += run(u"ip link add idle type veth peer name idle-end"_s);
        trouble += run(u"ip link set idle-end up"_s);
        trouble += run(u"ip link set idle master eth0 up"_s);
        trouble += run(u"ip addr add 192.168.11.2/24 dev eth0"_s);
        trouble += run(u"ip link set eth0 up"_s);
        QCOMPARE(trouble, QString());
    }

    void findsByNameByMacAndBySsh()
    {
        const auto devices = plugIn(FakeDevice::Ways { .address = piA, .mac = piAMac, .name = "raspberrypi" }, // answers to all
            FakeDevice::Ways { .address = piB, .mac = piBMac, .ssh = FakeDevice::Ssh::None }, // to nothing, but to ARP
            FakeDevice::Ways { .address = nas, .mac = nasMac, .name = "nas" }, // by SSH; its name is asked for then
            FakeDevice::Ways { .address = Ipv4(192, 168, 11, 9), .mac = u"00:1d:73:00:00:09"_s, .name = "printer", .ssh = FakeDevice::Ssh::None });
        const Told told = search();
        QCOMPARE(told.states.back().devices.size(), std::size_t(3));
        QCOMPARE(told.at(piA), (FoundDevice { piA, u"raspberrypi"_s, piAMac, SshAnswer::Offered, PiModel::UpTo3 }));
        QCOMPARE(told.at(piB), (FoundDevice { piB, {}, piBMac, SshAnswer::Refused, PiModel::Some }));
        QCOMPARE(told.at(nas), (FoundDevice { nas, u"nas"_s, nasMac, SshAnswer::Offered, PiModel::NotAPi }));
        QCOMPARE(told.states.back().asked, 253);
        QVERIFY(told.states.front().asked < 253);
        QVERIFY(told.tookMs < 20'000); // 5 s, on a computer that has nothing else to do
        QVERIFY(told.longestWorkMs < 50); // 16 are allowed, without a sanitizer
        for (const auto &device : devices)
            QVERIFY2(device->callers() <= 1, "asked more than once"); // OpenSSH counts
    }

    void nobodyThere()
    {
        const Told told = search();
        QVERIFY(told.states.back().devices.empty());
        QVERIFY(told.states.back().hasNetwork);
        QVERIFY(told.tookMs < 20'000);
    }

    // Somebody who answers for others, says names that move a cursor, or answers what nobody has asked.
    void aDeviceSpeaksForItself()
    {
        const Ipv4 liar(192, 168, 11, 66);
        const auto lies = [](const DnsMessage &) -> QByteArrayList {
            return { addressRecord({ "raspberrypi", "local" }, nas), addressRecord({ "twinlan-a", "local" }, Ipv4(203, 0, 113, 7)),
                record(reverseName(nas), DnsType::Ptr, labels({ "twinlan-b", "local" })), addressRecord({ "a\x1b[2J", "local" }, Ipv4(192, 168, 11, 66)) };
        };
        const auto devices = plugIn(FakeDevice::Ways { .address = nas, .mac = nasMac },
            FakeDevice::Ways { .address = liar, .mac = u"00:1d:73:00:00:66"_s, .banner = "SSH-2.0-x\r\n", .says = lies });
        const Told told = search();
        QCOMPARE(told.states.back().devices.size(), std::size_t(2));
        QCOMPARE(told.at(nas), (FoundDevice { nas, {}, nasMac, SshAnswer::Offered, PiModel::NotAPi }));
        QCOMPARE(told.at(liar)->name, u"a\x1b[2J"_s); // a page makes it visible
    }

    // One that takes a caller and is silent, one that talks without end, one that floods this computer with answers.
    void nobodyHoldsItUp()
    {
        const auto flood = [](const DnsMessage &) -> QByteArrayList { return { addressRecord({ "flood", "local" }, Ipv4(192, 168, 11, 72)) }; };
        const auto devices = plugIn(FakeDevice::Ways { .address = Ipv4(192, 168, 11, 70), .mac = piBMac, .ssh = FakeDevice::Ssh::Silent },
            FakeDevice::Ways { .address = Ipv4(192, 168, 11, 71), .mac = nasMac, .ssh = FakeDevice::Ssh::Chatter },
            FakeDevice::Ways { .address = Ipv4(192, 168, 11, 72), .mac = u"00:1d:73:00:00:72"_s, .ssh = FakeDevice::Ssh::None, .says = flood, .floods = true },
            FakeDevice::Ways { .address = piA, .mac = piAMac, .name = "raspberrypi" });
        const Told told = search();
        QVERIFY(told.at(piA));
        QCOMPARE(told.at(piA)->ssh, SshAnswer::Offered);
        const Ipv4 silent(192, 168, 11, 70);
        QCOMPARE(told.at(silent), (FoundDevice { silent, {}, piBMac, SshAnswer::Unknown, PiModel::Some }));
        QVERIFY(!told.at(Ipv4(192, 168, 11, 71)));
        QVERIFY(told.tookMs < 20'000);
        QVERIFY(told.longestWorkMs < 50);
    }

    void afterAStopNothingIsSaid()
    {
        const auto devices = plugIn(FakeDevice::Ways { .address = piA, .mac = piAMac, .name = "raspberrypi" });
        LanSearch search;
        QSignalSpy told(&search, &LanSearch::changed);
        QSignalSpy ended(&search, &LanSearch::finished);
        search.start(LanSearch::Config::ofThisComputer());
        QVERIFY(!told.isEmpty());
        search.stop();
        told.clear();
        QTest::qWait(1'000);
        QVERIFY(told.isEmpty() && ended.isEmpty());
        QVERIFY(search.children().isEmpty()); // its sockets are gone
        // And again: a search begun in the midst of another one is a whole one.
        search.start(LanSearch::Config::ofThisComputer());
        search.start(LanSearch::Config::ofThisComputer());
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 60'000);
        QCOMPARE(ended.first().first().value<LanSearchState>().devices.size(), std::size_t(1));
    }

    // As a request to the backend, it has one end, whatever becomes of it.
    void endsOnce_data()
    {
        QTest::addColumn<QString>("steps");
        QTest::addColumn<QStringList>("ends");
        QTest::newRow("answered") << u"search wait"_s << QStringList { u"found 1"_s };
        QTest::newRow("withdrawn") << u"search hear withdraw wait"_s << QStringList { u"superseded"_s };
        QTest::newRow("withdrawn at once") << u"search withdraw wait"_s << QStringList { u"superseded"_s };
        QTest::newRow("searched again in the middle") << u"search hear search wait"_s << QStringList { u"found 1"_s };
        QTest::newRow("another page asks") << u"search hear withdraw search wait"_s << QStringList { u"found 1"_s };
        QTest::newRow("withdrawn after its end") << u"search wait withdraw"_s << QStringList { u"found 1"_s };
        QTest::newRow("sign-in meanwhile") << u"search signin wait"_s << QStringList { u"found 1"_s };
        QTest::newRow("window closes") << u"search hear close"_s << QStringList { u"superseded"_s };
    }
    void endsOnce()
    {
        QFETCH(QString, steps);
        QFETCH(QStringList, ends);
        const auto devices = plugIn(FakeDevice::Ways { .address = piA, .mac = piAMac, .name = "raspberrypi" });
        QTemporaryDir folder;
        auto backend = std::make_unique<RemoteBackend>(folder.filePath(u"known_hosts"_s));
        QStringList got;
        int news = 0;
        connect(backend.get(), &Backend::lanSearchWent, this, [&] { ++news; });
        connect(backend.get(), &Backend::lanSearched, this, [&](const LanSearchState &state) { got << u"found %1"_s.arg(state.devices.size()); });
        connect(backend.get(), &Backend::superseded, this, [&](Task task) {
            if (task == Task::LanSearch)
                got << u"superseded"_s;
        });
        for (const QString &step : steps.split(u' ')) {
            if (step == "search"_L1) {
                news = 0;
                backend->searchLan();
            } else if (step == "hear"_L1) {
                QTRY_VERIFY_WITH_TIMEOUT(news > 0, 60'000);
            } else if (step == "withdraw"_L1) {
                backend->withdrawLanSearch();
            } else if (step == "signin"_L1) {
                SignIn signIn;
                signIn.target = { u"127.0.0.1"_s, 1, u"taro"_s };
                backend->signIn(Site::A, std::move(signIn));
            } else if (step == "close"_L1) {
                backend.reset();
            } else if (step == "wait"_L1) {
                QTRY_VERIFY_WITH_TIMEOUT(!got.isEmpty(), 60'000);
            } else {
                QFAIL(qPrintable(step));
            }
        }
        QTest::qWait(300);
        QCOMPARE(got, ends);
    }
};

QTEST_GUILESS_MAIN(TestLanSearch)
#include "tst_lansearch.moc"
