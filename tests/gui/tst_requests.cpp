// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of the backend ends exactly once: each kind of request, whatever becomes of it.
#include "remote/ssh/keypair.h"
#include "wizard/backend/remotebackend.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <thread>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;

namespace {

// A host that takes every connection, says nothing, and hangs up when the test says so.
class SilentHost : public QTcpServer
{
public:
    SilentHost()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            m_connections << nextPendingConnection();
            ++met;
            if (m_hangsUp)
                m_connections.last()->abort();
        });
    }
    void hangUp()
    {
        m_hangsUp = true;
        for (QTcpSocket *connection : m_connections)
            connection->abort();
    }
    int met = 0;

private:
    bool m_hangsUp = false;
    QList<QTcpSocket *> m_connections;
};

SignIn at(quint16 port)
{
    SignIn signIn;
    signIn.target = { u"127.0.0.1"_s, port, u"pi"_s };
    signIn.credentials.password = Secret(u"x"_s);
    signIn.credentials.useAgent = false;
    return signIn;
}
constexpr quint16 closedPort = 1;

struct Kind
{
    const char *name;
    Task task;
};
constexpr Kind kinds[] = {
    { "sign-in", Task::SignIn },
    { "survey", Task::Survey },
    { "installation", Task::TailscaleInstall },
    { "login", Task::TailscaleLogin },
    { "check-up", Task::CheckUp },
    { "check", Task::Check },
    { "apply", Task::Apply },
    { "undo", Task::Undo },
    { "remember key", Task::RememberKey },
    { "forget key", Task::ForgetKey },
};

// A backend that has once tried both Pis, and what is heard of it since.
class World
{
public:
    explicit World(quint16 port)
        : m_port(port)
        , backend(std::make_unique<RemoteBackend>(m_folder.filePath(u"known_hosts"_s)))
    {
        for (const Site site : bothSites)
            backend->signIn(site, at(port));
        const auto hear = [this](Task task, Site site, const QString &end) {
            if (site == Site::A)
                m_ends[task] << end;
        };
        QObject::connect(backend.get(), &Backend::signedIn, &m_listener, [=] { hear(Task::SignIn, Site::A, u"done"_s); });
        QObject::connect(backend.get(), &Backend::tailscaleInstalled, &m_listener, [=] { hear(Task::TailscaleInstall, Site::A, u"done"_s); });
        QObject::connect(backend.get(), &Backend::tailscaleLoggedIn, &m_listener, [=] { hear(Task::TailscaleLogin, Site::A, u"done"_s); });
        QObject::connect(backend.get(), &Backend::planCompleted, &m_listener, [=] { hear(Task::CheckUp, Site::A, u"done"_s); });
        QObject::connect(backend.get(), &Backend::checked, &m_listener, [=] { hear(Task::Check, Site::A, u"done"_s); });
        QObject::connect(backend.get(), &Backend::applied, &m_listener, [=] { hear(Task::Apply, Site::A, u"done"_s); });
        QObject::connect(backend.get(), &Backend::undone, &m_listener, [=] { hear(Task::Undo, Site::A, u"done"_s); });
        QObject::connect(backend.get(), &Backend::keyRemembered, &m_listener, [=] { hear(Task::RememberKey, Site::A, u"done"_s); });
        QObject::connect(backend.get(), &Backend::keyForgotten, &m_listener, [=] { hear(Task::ForgetKey, Site::A, u"done"_s); });
        QObject::connect(backend.get(), &Backend::failed, &m_listener, [=](Task task, Site site, const Error &error) {
            hear(task, site, error.kind == ErrorKind::Cancelled ? u"stopped"_s : u"failed"_s);
        });
        QObject::connect(backend.get(), &Backend::superseded, &m_listener, [=](Task task, Site site) { hear(task, site, u"superseded"_s); });
    }

    void ask(Task task)
    {
        switch (task) {
        case Task::SignIn:
            return backend->signIn(Site::A, at(m_port));
        case Task::Survey:
            return backend->survey(Site::A);
        case Task::TailscaleInstall:
            return backend->installTailscale(Site::A);
        case Task::TailscaleLogin:
            return backend->loginToTailscale(Site::A, {});
        case Task::LanSearch:
        case Task::DeviceSearch:
            return; // ask a network, not a host: tst_lansearch, tst_devicesearch
        case Task::CheckUp:
            return backend->checkUp({});
        case Task::Check:
            return backend->check({});
        case Task::Apply:
            return backend->apply({});
        case Task::Undo:
            return backend->undo({}, {});
        case Task::RememberKey:
            return backend->rememberKey(Site::A, std::move(makeKeyPair()->privateHalf));
        case Task::ForgetKey:
            return backend->forgetKey(Site::A, "ssh-ed25519 AAAA");
        }
    }
    [[nodiscard]] QStringList ends(Task task) const { return m_ends.value(task); }

private:
    QTemporaryDir m_folder;
    quint16 m_port;
    QMap<Task, QStringList> m_ends;
    QObject m_listener;

public:
    std::unique_ptr<RemoteBackend> backend;
};

} // namespace

class TestRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The book alone.
    void oneEndWhateverComesAfterIt_data()
    {
        QTest::addColumn<QString>("steps");
        QTest::addColumn<QStringList>("heard");
        const auto row = [](const char *name, const QString &steps, const QStringList &heard) { QTest::newRow(name) << steps << heard; };
        row("answered", u"open tell end"_s, { u"news 1"_s, u"answer 1"_s });
        row("answered twice", u"open end end tell"_s, { u"answer 1"_s });
        row("superseded", u"open supersede tell end"_s, { u"superseded"_s });
        row("superseded twice", u"open supersede supersede deliver supersede"_s, { u"superseded"_s });
        row("superseded after its answer", u"open end deliver supersede"_s, { u"answer 1"_s });
        row("superseded while its answer is on the way", u"open end supersede"_s, { u"superseded"_s });
        row("once more", u"open open end"_s, { u"answer 2"_s });
        row("once more, and the first one answers late", u"open open end1 end"_s, { u"answer 2"_s });
        row("once more, while the word of the first one's end is on the way", u"open supersede open end"_s, { u"answer 2"_s });
        row("once more after its end", u"open supersede deliver open end"_s, { u"superseded"_s, u"answer 2"_s });
        row("stopped", u"open stop tell end"_s, { u"news 1"_s, u"answer 1"_s });
        row("closed", u"open close end"_s, { u"superseded"_s });
        row("closed while its answer is on the way", u"open end close"_s, { u"superseded"_s });
        row("closed after its end", u"open end deliver close"_s, { u"answer 1"_s });
    }
    void oneEndWhateverComesAfterIt()
    {
        QFETCH(QString, steps);
        QFETCH(QStringList, heard);
        QStringList got;
        Requests requests([&](Task, Site) { got << u"superseded"_s; });
        std::vector<Request> opened;
        for (const QString &step : steps.split(u' ')) {
            const QString number = QString::number(opened.size());
            if (step == "open"_L1)
                opened.push_back(requests.open(Task::Survey, Site::A));
            else if (step == "tell"_L1)
                std::jthread([&] { opened.back().tell([&got, number] { got << u"news "_s + number; }); });
            else if (step == "end"_L1)
                std::jthread([&] { opened.back().end([&got, number] { got << u"answer "_s + number; }); });
            else if (step == "end1"_L1)
                opened.front().end([&got] { got << u"answer 1"_s; });
            else if (step == "supersede"_L1)
                requests.supersede(Site::A);
            else if (step == "stop"_L1)
                requests.stop({ Task::Survey });
            else if (step == "close"_L1)
                requests.endAll();
            else if (step == "deliver"_L1)
                QCoreApplication::processEvents();
            else
                QFAIL(qPrintable(step));
        }
        QCoreApplication::processEvents();
        QCOMPARE(got, heard);
        const QStringList stopping { u"supersede"_s, u"stop"_s, u"close"_s };
        for (const QString &step : stopping)
            if (steps == u"open "_s + step)
                QVERIFY(opened.front().stop().stop_requested());
        if (opened.size() == 2)
            QVERIFY(opened.front().stop().stop_requested());
    }

    void whoGivesWayToWhom()
    {
        QStringList told;
        const auto name = [](Task task, Site site) { return u"%1 %2"_s.arg(QString::number(int(task)), site == Site::A ? u"A"_s : u"B"_s); };
        Requests requests([&](Task task, Site site) { told << name(task, site); });
        for (const Site site : bothSites)
            for (const Task task : { Task::SignIn, Task::Survey, Task::TailscaleInstall, Task::TailscaleLogin, Task::RememberKey, Task::ForgetKey })
                (void)requests.open(task, site);
        for (const Task task : { Task::LanSearch, Task::CheckUp, Task::Check, Task::Apply, Task::Undo })
            (void)requests.open(task);
        requests.supersede(Site::B);
        QCOMPARE(told, QStringList()); // not in the middle of the call
        QCoreApplication::processEvents();
        const QStringList all { name(Task::SignIn, Site::B), name(Task::Survey, Site::B), name(Task::TailscaleInstall, Site::B),
            name(Task::TailscaleLogin, Site::B), name(Task::CheckUp, Site::A) };
        QCOMPARE(told, all);
        told.clear();
        requests.supersede({ Task::Check, Task::Apply });
        QCoreApplication::processEvents();
        QCOMPARE(told, QStringList({ name(Task::Check, Site::A), name(Task::Apply, Site::A) }));
    }

    void whatIsPutInIsOpenedInOrderOrNever()
    {
        QList<int> opened;
        auto box = std::make_unique<Mailbox>();
        const Mailbox::Sender sender = box->newSender();
        const auto send = [&](int number, const std::function<void()> &then = {}) {
            std::jthread([&] {
                sender.put([&opened, number, then] {
                    opened << number;
                    if (then)
                        then();
                });
            });
        };
        send(1);
        send(2);
        QCOMPARE(opened, QList<int>());
        QCoreApplication::processEvents();
        QCOMPARE(opened, QList<int>({ 1, 2 }));
        send(3, [&] { box.reset(); }); // as a source does that starts anew with what it has heard
        send(4);
        QCoreApplication::processEvents();
        QVERIFY(!box);
        send(5);
        QCoreApplication::processEvents();
        QCOMPARE(opened, QList<int>({ 1, 2, 3 }));
    }

    // The real backend.
    void endsOnce_data()
    {
        QTest::addColumn<Task>("task");
        QTest::addColumn<QString>("fate");
        QTest::addColumn<QString>("end");
        const auto rows = [](const QString &fate, const QString &end, const QList<Task> &without = {}) {
            for (const Kind &kind : kinds)
                if (!without.contains(kind.task))
                    QTest::addRow("%s, %s", kind.name, qPrintable(fate)) << kind.task << fate << end;
        };
        const QList<Task> runs { Task::Check, Task::Apply, Task::Undo };
        const QList<Task> ofTheirOwn = runs + QList<Task> { Task::RememberKey, Task::ForgetKey };
        rows(u"nobody there"_s, u"failed"_s);
        const QList<Task> failsAtOnce { Task::TailscaleInstall, Task::TailscaleLogin }; // without a session
        rows(u"connection dies"_s, u"failed"_s, failsAtOnce);
        rows(u"asked twice"_s, u"failed"_s, failsAtOnce);
        rows(u"withdrawn"_s, u"superseded"_s, ofTheirOwn);
        rows(u"new sign-in"_s, u"superseded"_s, ofTheirOwn + QList<Task> { Task::SignIn });
        rows(u"login"_s, u"superseded"_s, ofTheirOwn + QList<Task> { Task::TailscaleLogin });
        const QList<Task> notARun { Task::SignIn, Task::Survey, Task::CheckUp, Task::RememberKey, Task::ForgetKey };
        rows(u"stop"_s, u"stopped"_s, failsAtOnce + notARun + QList<Task> { Task::Undo }); // half an undo is worse
        rows(u"window closes"_s, u"superseded"_s, failsAtOnce + QList<Task> { Task::Undo });
    }
    void endsOnce()
    {
        QFETCH(Task, task);
        QFETCH(QString, fate);
        QFETCH(QString, end);
        SilentHost host;
        World world(fate == "nobody there"_L1 ? closedPort : host.serverPort());
        if (fate == "nobody there"_L1)
            QTRY_COMPARE_WITH_TIMEOUT(world.ends(Task::SignIn).size(), 1, 60'000);
        else
            QTRY_COMPARE_WITH_TIMEOUT(host.met, 2, 60'000);
        const qsizetype before = world.ends(task).size();
        world.ask(task);
        if (fate == "asked twice"_L1)
            world.ask(task);
        if (fate == "asked twice"_L1 || fate == "connection dies"_L1) {
            QTest::qWait(50);
            QCOMPARE(world.ends(task).size(), before);
            host.hangUp();
        } else if (fate == "withdrawn"_L1) {
            world.backend->withdraw(Site::A);
        } else if (fate == "new sign-in"_L1) {
            world.backend->signIn(Site::A, at(closedPort));
        } else if (fate == "login"_L1) {
            world.backend->loginToTailscale(Site::A, {});
        } else if (fate == "stop"_L1) {
            QTest::qWait(50);
            world.backend->stop();
        } else if (fate == "window closes"_L1) {
            QTest::qWait(50);
            world.backend.reset();
        }
        QTRY_COMPARE_WITH_TIMEOUT(world.ends(task).size(), before + 1, 60'000);
        QTest::qWait(100);
        QCOMPARE(world.ends(task).mid(before), QStringList { end });
        host.hangUp(); // so that closing does not wait for an undo
    }
};

QTEST_GUILESS_MAIN(TestRequests)
#include "tst_requests.moc"
