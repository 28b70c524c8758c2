// SPDX-License-Identifier: GPL-3.0-or-later
// The panel over scripted shells: what it says, that it comes back by itself, that stop() never waits. Saves PNGs to
// look at: TWINLAN_GALLERY=FOLDER names where.
#include "wizard/diagnostics/diagnosticspanel.h"
#include "wizard/words/language.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QLabel>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <atomic>
#include <cmath>
#include <condition_variable>
#include <mutex>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

// What the fake world does; written by the test, read by worker threads.
struct World
{
    std::atomic_bool piAnswers = true; // connections to Pi A
    std::atomic_bool piDies = false; // those that are open end
    std::atomic_bool deaf = false; // a run does not look at its stop token for a second
    std::atomic_bool lossy = false;
    std::atomic_int connections = 0;
    std::atomic_int mtu = 1500;
    std::mutex mutex;
    QByteArray bridge = "exists=yes\nmtu=1500\nstp=no\n"
                        "port=eth0\nport=gretap1\ntunnel_exists=yes\ntunnel_mtu=1542\n"
                        "tunnel_state=joined\n";
    QByteArray counters
        = "backend=nftables\n{\"nftables\": [{\"counter\": {\"name\": \"DropDhcp4In\", \"packets\": 9, \"bytes\": 1}},"
          "{\"counter\": {\"name\": \"DropDhcp4Out\", \"packets\": 3, \"bytes\": 1}},"
          "{\"counter\": {\"name\": \"DropDhcp6In\", \"packets\": 0, \"bytes\": 0}},"
          "{\"counter\": {\"name\": \"DropRouterDiscoveryOut\", \"packets\": 41, \"bytes\": 1}},"
          "{\"counter\": {\"name\": \"DropTailscaleProbeIn\", \"packets\": 14, \"bytes\": 1}},"
          "{\"counter\": {\"name\": \"ClampMss4In\", \"packets\": 7, \"bytes\": 1}},"
          "{\"counter\": {\"name\": \"LimitBroadcastIn\", \"packets\": 0, \"bytes\": 0}}]}";
    void say(QByteArray &what, const QByteArray &text)
    {
        const std::lock_guard lock(mutex);
        what = text;
    }
    QByteArray said(const QByteArray &what)
    {
        const std::lock_guard lock(mutex);
        return what;
    }
};

class FakeShell final : public Shell
{
public:
    FakeShell(World &world, bool isPi)
        : m_world(world)
        , m_isPi(isPi)
    {
        ++m_world.connections;
    }
    ~FakeShell() override { --m_world.connections; }

    Result<CommandResult> run(const Command &command, const std::stop_token &stop, const LineSink &onLine) override
    {
        if (m_isPi && m_world.piDies)
            return lost();
        const auto what = command.args.value(0);
        if (what == "bridge"_L1)
            return CommandResult { 0, m_world.said(m_world.bridge), {} };
        if (what == "counters"_L1)
            return CommandResult { 0, m_world.said(m_world.counters), {} };
        if (what == "mtu"_L1)
            return CommandResult { 0, "with_df=" + QByteArray::number(m_world.mtu) + "\nwithout_df=3000\n", {} };
        return ping(command, stop, onLine);
    }
    [[nodiscard]] QString host() const override { return u"192.168.1.23"_s; }

private:
    Error lost() const { return { ErrorKind::ConnectionLost, host(), {}, {} }; }
    Result<CommandResult> ping(const Command &command, const std::stop_token &stop, const LineSink &onLine)
    {
        const auto interval = std::chrono::duration<double>(command.args.value(2).toDouble());
        const double usual = command.args.value(1).endsWith(".1"_L1) ? 0.8 : (m_isPi ? 21 : 14);
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any wake;
        for (int sequence = 1;; ++sequence) {
            if (m_world.deaf)
                wake.wait_for(lock, 1s, [] { return false; });
            if (stop.stop_requested())
                return Error { ErrorKind::Cancelled, host(), {}, {} };
            if (m_isPi && m_world.piDies)
                return lost();
            const QByteArray number = QByteArray::number(sequence);
            const double rtt = usual * (1 + 0.15 * std::sin(sequence / 3.0) + 0.1 * (sequence * 7919 % 11) / 11);
            if (m_world.lossy && m_isPi && sequence % 20 == 7)
                onLine("[10.0] no answer yet for icmp_seq=" + number);
            else
                onLine("[10.0] 64 bytes from x: icmp_seq=" + number + " ttl=64 time=" + QByteArray::number(rtt, 'f', 3)
                    + " ms");
            wake.wait_for(lock, stop, interval, [] { return false; });
        }
    }

    World &m_world;
    bool m_isPi;
};

QPalette darkPalette()
{
    QPalette palette(QColor(0x35, 0x36, 0x3a), QColor(0x20, 0x21, 0x24));
    palette.setColor(QPalette::Base, QColor(0x18, 0x19, 0x1b));
    palette.setColor(QPalette::AlternateBase, QColor(0x20, 0x21, 0x24));
    return palette;
}

} // namespace

class DiagnosticsPanelTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<World> m_world;
    std::unique_ptr<DiagnosticsPanel> m_panel;

    MeasureSource::Config config()
    {
        auto *world = m_world.get();
        MeasureSource::Config config;
        config.pc = [world](const std::stop_token &) -> Result<std::unique_ptr<Shell>> {
            return std::unique_ptr<Shell>(std::make_unique<FakeShell>(*world, false));
        };
        config.pis.a = [world](const std::stop_token &) -> Result<std::unique_ptr<Shell>> {
            if (!world->piAnswers)
                return Error { ErrorKind::NoRoute, u"192.168.1.23"_s, {}, {} };
            return std::unique_ptr<Shell>(std::make_unique<FakeShell>(*world, true));
        };
        config.pis.b = config.pis.a;
        config.piAddress = { u"192.168.1.1"_s, u"192.168.1.120"_s };
        config.farRouter = u"192.168.1.100"_s;
        config.interval = 50ms;
        config.stateEvery = 50ms;
        config.mtuEvery = 100ms;
        config.firstRetry = 20ms;
        config.longestRetry = 50ms;
        return config;
    }
    QString cell(Path path, PathTable::Column column) const
    {
        const auto *table = m_panel->findChild<QTableWidget *>(u"diagnosticsPaths"_s);
        return table->item(int(path), column)->text();
    }
    QString text(const char *name) const { return m_panel->findChild<QLabel *>(QLatin1String(name))->text(); }
    std::size_t count(Path path) const { return m_panel->series(path).samples().size(); }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<World>();
        m_panel = std::make_unique<DiagnosticsPanel>();
        m_panel->setChartWindow(6s);
        m_panel->resize(760, 430); // beside the step list, between heading and buttons of a 1024×600 screen
        m_panel->show();
    }
    void cleanup()
    {
        m_panel.reset();
        MeasureSource::joinStopped();
        QCOMPARE(m_world->connections.load(), 0);
    }

    void saysWhatIsMeasured()
    {
        m_panel->start(config());
        for (const Path path : allPaths)
            QTRY_VERIFY(count(path) >= 5);
        QTRY_VERIFY(cell(Path::PcToPiB, PathTable::P50).endsWith(u" ms"_s));
        QVERIFY(cell(Path::PcToPiA, PathTable::Loss).startsWith(u"0 %"_s));
        for (const Path path : allPaths) {
            QTRY_COMPARE(cell(path, PathTable::WithDf), u"1500 of 1500"_s);
            QTRY_COMPARE(cell(path, PathTable::WithoutDf), u"≥ 3000"_s);
        }
        for (const char *name : { "diagnosticsBridgeA", "diagnosticsBridgeB" })
            QTRY_COMPARE(text(name),
                u"The homes are joined. The bridge br_lan holds eth0, gretap1. MTU 1500, STP off."_s);
        QTRY_COMPARE(text("diagnosticsFilterA"),
            u"Stopped at the border: DHCP 12, DHCPv6 0, IPv6 router messages 41, Tailscale probes 14."_s);
        // Times are this computer's, not those of ping's lines (10 s after 1970).
        QVERIFY(
            qAbs(m_panel->series(Path::PiAToPiB).samples().back().atMs - QDateTime::currentMSecsSinceEpoch()) < 5000);
        m_world->mtu = 1458;
        QTRY_COMPARE(cell(Path::PcToFarRouter, PathTable::WithDf), u"1458 of 1500"_s);
        m_world->mtu = 0;
        QTRY_COMPARE(cell(Path::PcToFarRouter, PathTable::WithDf), u"nothing passes"_s);
    }

    void wordsForEachState_data()
    {
        QTest::addColumn<QByteArray>("state");
        QTest::addColumn<QString>("begins");
        const auto row = [](const char *word, const char *begins) {
            QTest::newRow(word) << QByteArray(word) << QString::fromUtf8(begins);
        };
        row("apart:same-lan", "Not joined: both Raspberry Pis are in the same home");
        row("apart:same-router", "Not joined: the routers of both homes have the same address");
        row("apart:other-pi", "Ready, but the other Raspberry Pi is not");
        row("apart:no-peer", "Not joined: the other Raspberry Pi does not answer");
        row("apart:no-vpn", "Not joined: Tailscale");
        row("apart:no-filter", "Not joined: the filter");
        row("apart:no-bridge", "Not joined: the bridge");
        row("apart:checking", "About to join");
        row("joined", "The tunnel is not in the bridge."); // the guard's word is old
        row("something new", "The tunnel is not in the bridge.");
    }
    void wordsForEachState()
    {
        QFETCH(QByteArray, state);
        QFETCH(QString, begins);
        m_world->bridge = "exists=yes\nmtu=1500\nstp=yes\nport=eth0\n"
                          "tunnel_exists=yes\ntunnel_mtu=1462\ntunnel_state="
            + state + '\n';
        m_world->counters = "backend=none\n";
        m_panel->start(config());
        QTRY_VERIFY2(text("diagnosticsBridgeA").startsWith(begins), qPrintable(text("diagnosticsBridgeA")));
        QVERIFY(text("diagnosticsBridgeA").contains(u"STP on"_s));
        QVERIFY(text("diagnosticsBridgeA").contains(u"at least 1514"_s));
        QTRY_COMPARE(text("diagnosticsFilterA"), u"The filter is not loaded."_s);
    }

    // What the tunnel is made of is few people's question.
    void theCarrierIsADetail()
    {
        m_panel->start(config());
        QTRY_VERIFY(!text("diagnosticsBridgeA").isEmpty());
        QTRY_VERIFY2(text("diagnosticsCarrier").contains(u"GRE"_s), qPrintable(text("diagnosticsCarrier")));
        const auto *carrier = m_panel->findChild<QLabel *>(u"diagnosticsCarrier"_s);
        QTRY_VERIFY(carrier->isVisible());
        m_panel->findChild<QAbstractButton *>(u"diagnosticsTechnicalButton"_s)->click();
        QVERIFY(!carrier->isVisible());
    }

    void comesBackByItself()
    {
        m_panel->start(config());
        QTRY_VERIFY(count(Path::PiAToPiB) >= 5);
        m_world->piAnswers = false;
        m_world->piDies = true;
        QTRY_COMPARE(cell(Path::PiAToPiB, PathTable::Now), u"interrupted"_s);
        QTRY_VERIFY(text("diagnosticsBridgeA").endsWith(u"Trying again."_s));
        QVERIFY(m_panel->findChild<QLabel *>(u"diagnosticsFilterA"_s)->isHidden());
        const auto before = count(Path::PiAToPiB);
        const auto other = count(Path::PcToPiB);
        QTRY_VERIFY(count(Path::PcToPiB) >= other + 10); // others go on; long enough for a gap
        QCOMPARE(count(Path::PiAToPiB), before);
        m_world->piDies = false;
        m_world->piAnswers = true;
        QTRY_VERIFY(count(Path::PiAToPiB) >= before + 3);
        QTRY_VERIFY(cell(Path::PiAToPiB, PathTable::Now).endsWith(u" ms"_s));
        QTRY_VERIFY(text("diagnosticsBridgeA").startsWith(u"The homes are joined."_s));
        QTRY_COMPARE(m_panel->drawnLines(Path::PiAToPiB), 2); // the gap is a gap
        QCOMPARE(m_panel->series(Path::PiAToPiB).summary().lost, 0); // nobody asked meanwhile
    }

    void stopNeverWaits()
    {
        m_world->deaf = true;
        m_panel->start(config());
        QTRY_VERIFY(m_world->connections >= 4);
        QElapsedTimer clock;
        clock.start();
        m_panel->stop();
        m_panel->start(config()); // a second world beside the one that dies slowly
        m_panel->stop();
        QVERIFY2(clock.elapsed() < 200, qPrintable(QString::number(clock.elapsed())));
        const auto before = count(Path::PcToPiA);
        MeasureSource::joinStopped();
        QCoreApplication::processEvents();
        QCOMPARE(count(Path::PcToPiA), before); // nothing is delivered after stop()
        QCOMPARE(m_world->connections.load(), 0);
    }

    void goneWhileMeasuring()
    {
        m_panel->start(config());
        QTRY_VERIFY(count(Path::PcToPiA) >= 1);
        m_panel.reset(); // what is on its way must not arrive
        MeasureSource::joinStopped();
        QCoreApplication::processEvents();
    }

    void withoutPis()
    {
        auto some = config();
        some.pis = {};
        some.piAddress.b.clear();
        m_panel->start(some);
        QTRY_VERIFY(count(Path::PcToPiA) >= 1);
        QCOMPARE(cell(Path::PcToPiB, PathTable::Now), u"–"_s);
        QVERIFY(text("diagnosticsBridgeB").startsWith(u"Not connected to this Pi."_s));
    }

    void learnsTheAddressOfPiB()
    {
        m_world->bridge.replace("mtu=1500\n", "address=192.168.1.120\nmtu=1500\n");
        auto some = config();
        some.piAddress.b.clear();
        m_panel->start(some);
        QTRY_VERIFY(count(Path::PcToPiB) >= 1 && count(Path::PiAToPiB) >= 1);
    }

    void countersWithoutRoot()
    {
        m_world->counters = "what?";
        m_panel->start(config());
        QTRY_VERIFY(count(Path::PcToPiA) >= 3);
        QTRY_VERIFY(!text("diagnosticsBridgeA").isEmpty()); // the streams and the bridge go on
    }

    void everythingHasAName()
    {
        for (const auto *child : m_panel->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
            QVERIFY2(!child->objectName().isEmpty(), child->metaObject()->className());
        for (const char *name : { "diagnosticsPaths", "diagnosticsChart", "diagnosticsPiA", "diagnosticsPiB" })
            QVERIFY2(!m_panel->findChild<QWidget *>(QLatin1String(name))->accessibleName().isEmpty(), name);
    }

    void pictures()
    {
        Language language;
        m_world->lossy = true;
        m_panel->start(config());
        QTRY_VERIFY_WITH_TIMEOUT(count(Path::PiAToPiB) >= 60, 20000);
        m_world->piAnswers = false;
        m_world->piDies = true;
        const auto reached = count(Path::PcToPiA) + 12;
        QTRY_VERIFY(count(Path::PcToPiA) >= reached);
        m_world->piDies = false;
        m_world->piAnswers = true;
        QTRY_VERIFY(count(Path::PiAToPiB) >= 90);
        const auto folder = qEnvironmentVariable(
            "TWINLAN_GALLERY", QCoreApplication::applicationDirPath() + u"/gallery"_s);
        QVERIFY(QDir().mkpath(folder));
        const QPalette light = QApplication::palette();
        for (const char *code : { "en", "ja" }) {
            language.use(QLatin1String(code)); // live
            QTRY_VERIFY(text("diagnosticsBridgeA").contains(u"br_lan"_s));
            QTRY_COMPARE(text("diagnosticsBridgeA").startsWith(u"The homes"_s), code[0] == 'e');
            for (const bool dark : { false, true }) {
                QApplication::setPalette(dark ? darkPalette() : light);
                const auto drawn = count(Path::PcToPiA) + 10; // two redraws
                QTRY_VERIFY(count(Path::PcToPiA) >= drawn);
                QCOMPARE(m_panel->size(), QSize(760, 430)); // it did not need more
                QVERIFY(m_panel->minimumSizeHint().height() <= 430 && m_panel->minimumSizeHint().width() <= 760);
                QVERIFY(m_panel->grab().save(
                    u"%1/diagnostics-%2-%3.png"_s
                        .arg(folder, QLatin1String(code), dark ? "dark"_L1 : "light"_L1)));
            }
            QApplication::setPalette(light);
        }
        QVERIFY(m_panel->drawnLines(Path::PiAToPiB) >= 3);
        QCOMPARE(m_panel->drawnLines(Path::PcToPiA), 1);
    }
};

QTEST_MAIN(DiagnosticsPanelTest)
#include "tst_diagnosticspanel.moc"
