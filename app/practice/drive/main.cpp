// SPDX-License-Identifier: GPL-3.0-or-later
// twinlan-practice-drive OUT_DIR HOST_A TAILNET_B USER APPROVE_COMMAND   (password on standard input)
// Does with the real window what a person does, from the first page to the last: types into the fields and presses the buttons,
// found by their objectName. Saves a picture of each page in both languages. What the person would do in the browser, open the
// login link, is APPROVE_COMMAND with the link as its last word. The program itself does not know that it is being driven.
// Exit: 0 the Result page says "joined", 1 not, 2 usage.
#include "app/diagnosticsstarter.h"
#include "app/window.h"
#include "wizard/backend/remotebackend.h"
#include "wizard/diagnostics/diagnosticspanel.h"
#include "wizard/diagnostics/diagnosticwords.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QPixmap>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardPaths>
#include <QTest>
#include <QProcess>
#include <algorithm>
#include <cstdio>

using namespace twinlan;
using namespace std::chrono_literals;

namespace {

class Driver
{
public:
    Driver(MainWindow &window, QString out)
        : m_window(window)
        , m_out(std::move(out))
    {
        m_clock.start();
    }

    void say(const QString &text) const
    {
        std::printf("[%4lld s] %s\n", m_clock.elapsed() / 1000, qUtf8Printable(text));
        std::fflush(stdout);
    }

    // The widget of that name on the page that is shown; a driver that finds none stops, as a person would.
    template <class W> W *find(const char *name) const
    {
        for (auto *widget : m_window.findChildren<W *>(QString::fromLatin1(name)))
            if (widget->isVisible())
                return widget;
        return nullptr;
    }
    bool press(const char *name)
    {
        auto *button = find<QAbstractButton>(name);
        if (!button || !button->isEnabled())
            return fail(QStringLiteral("there is no button %1 to press").arg(QString::fromLatin1(name)));
        QTest::mouseClick(button, Qt::LeftButton);
        return true;
    }
    bool type(const char *name, const QString &text)
    {
        auto *field = find<QLineEdit>(name);
        if (!field)
            return fail(QStringLiteral("there is no field %1").arg(QString::fromLatin1(name)));
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        ++m_typed;
        return true;
    }
    template <class Condition> bool waitFor(const QString &what, std::chrono::milliseconds limit, Condition condition)
    {
        if (QTest::qWaitFor(condition, int(limit.count())))
            return true;
        picture(QStringLiteral("stuck"));
        return fail(QStringLiteral("waited in vain: ") + what);
    }
    bool toPage(PageId page)
    {
        return waitFor(QStringLiteral("Next"), 30s, [&] { return setup().canGoNext(); }) && press("next")
            && waitFor(QStringLiteral("the next page"), 30s, [&] { return setup().page() == page; });
    }
    // Both languages, switched live by the person's own buttons.
    void picture(const QString &name)
    {
        for (const char *language : { "languageJa", "languageEn" }) {
            if (auto *button = find<QAbstractButton>(language))
                QTest::mouseClick(button, Qt::LeftButton);
            QTest::qWait(100);
            const auto file = QStringLiteral("%1/%2-%3-%4.png")
                                  .arg(m_out)
                                  .arg(m_pictures, 2, 10, QLatin1Char('0'))
                                  .arg(name, QString::fromLatin1(language + 8).toLower());
            m_window.grab().save(file);
        }
        ++m_pictures;
    }
    bool fail(const QString &why)
    {
        say(QStringLiteral("STOPPED: ") + why);
        return false;
    }

    bool signIn(Site site, const QString &password)
    {
        const QByteArray suffix = site == Site::A ? "A" : "B";
        if (!type("password" + suffix, password) || !press("connect" + suffix))
            return false;
        const auto stage = [this, site] { return setup().pi(site).stage; };
        if (!waitFor(QStringLiteral("an answer of the Raspberry Pi"), 120s, [&] { return stage() != SignInStage::Connecting; }))
            return false;
        if (stage() == SignInStage::AskHostKey) {
            picture(QStringLiteral("host-key-%1").arg(QString::fromLatin1(suffix.toLower())));
            if (!press("trust" + suffix)
                || !waitFor(QStringLiteral("signing in"), 120s, [&] { return stage() == SignInStage::SignedIn || stage() == SignInStage::Failed; }))
                return false;
        }
        const auto &error = setup().pi(site).error;
        if (stage() != SignInStage::SignedIn)
            return fail(QStringLiteral("sign-in failed: ") + (error ? errorKindName(error->kind) + QLatin1Char(' ') + error->detail : QString()));
        say(QStringLiteral("signed in to Raspberry Pi ") + QString::fromLatin1(suffix));
        return true;
    }

    bool run(const QStringList &arguments, const QString &password);

    SetupController &setup() { return m_window.setup(); }
    [[nodiscard]] int typed() const { return m_typed; }

private:
    bool logIn(const QString &approve);

    MainWindow &m_window;
    QString m_out;
    QElapsedTimer m_clock;
    int m_pictures = 0;
    int m_typed = 0;
};

bool Driver::logIn(const QString &approve)
{
    const auto &pi = setup().pi(Site::A);
    if (!waitFor(QStringLiteral("a login link, or being logged in"), 120s,
            [&] { return pi.login == LoginStage::LoggedIn || !pi.loginUrl.isEmpty() || pi.login == LoginStage::Failed; }))
        return false;
    picture(QStringLiteral("tailscale"));
    if (pi.login == LoginStage::LoggedIn)
        return true;
    QStringList words = QProcess::splitCommand(approve);
    const QString program = words.takeFirst();
    if (QProcess::execute(program, words << pi.loginUrl) != 0)
        return fail(QStringLiteral("the login link could not be opened"));
    return waitFor(QStringLiteral("Tailscale's login"), 180s, [&] { return pi.login == LoginStage::LoggedIn; });
}

bool Driver::run(const QStringList &arguments, const QString &password)
{
    picture(QStringLiteral("welcome"));
    if (!press("welcomeStart") || !waitFor(QStringLiteral("Routers"), 5s, [&] { return setup().page() == PageId::Addresses; }))
        return false;
    picture(QStringLiteral("addresses"));
    if (!toPage(PageId::PiA) || !type("hostA", arguments[2]) || !signIn(Site::A, password))
        return false;
    picture(QStringLiteral("pi-a"));
    if (!toPage(PageId::Tailscale) || !logIn(arguments[5]))
        return false;
    picture(QStringLiteral("tailscale-done"));
    if (!toPage(PageId::PiB) || !press("placeOtherHome"))
        return false;
    // Picked from the list of the tailnet's devices, as a person would.
    auto *list = find<QComboBox>("peerB");
    if (!list)
        return fail(QStringLiteral("there is no list of devices"));
    const auto entry = [&] {
        for (int i = 0; i < list->count(); ++i)
            if (list->itemText(i).contains(arguments[3]) || list->itemData(i).toString() == arguments[3])
                return i;
        return -1;
    };
    if (!waitFor(QStringLiteral("Raspberry Pi B in the list"), 60s, [&] { return entry() >= 0; }))
        return false;
    list->setFocus();
    list->setCurrentIndex(entry());
    if (auto *host = find<QLineEdit>("hostB"); host && host->text().isEmpty() && !type("hostB", arguments[3]))
        return false;
    if (!signIn(Site::B, password))
        return false;
    picture(QStringLiteral("pi-b"));
    if (!toPage(PageId::CheckUp)
        || !waitFor(QStringLiteral("the check-up"), 180s,
            [&] { return setup().checkUpStage() == CheckUpStage::Ready || setup().checkUpStage() == CheckUpStage::Failed; }))
        return false;
    picture(QStringLiteral("check-up"));
    if (!toPage(PageId::Review) || !waitFor(QStringLiteral("the review"), 120s, [&] { return setup().stepsToRun().has_value(); }))
        return false;
    picture(QStringLiteral("review"));
    if (!press("next"))
        return false;
    say(QStringLiteral("setting up"));
    QTest::qWait(20'000);
    if (setup().page() == PageId::Apply)
        picture(QStringLiteral("apply-running"));
    if (!waitFor(QStringLiteral("the end of the setup"), 20min, [&] {
            return setup().page() == PageId::Result || setup().applyStage() == ApplyStage::Done
                || setup().applyStage() == ApplyStage::Failed || setup().applyStage() == ApplyStage::Stopped;
        }))
        return false;
    picture(QStringLiteral("apply"));
    if (setup().applyError())
        return fail(QStringLiteral("the setup failed: %1 %2 %3")
                        .arg(errorKindName(setup().applyError()->kind), setup().applyError()->step, setup().applyError()->detail));
    if (setup().page() != PageId::Result && !toPage(PageId::Result))
        return false;
    // A minute of live numbers, so that what is left of the setup's own work has gone by.
    const auto measured = [&](Path path) { return m_window.diagnostics()->series(path).summary(90).sent >= 90; };
    if (!waitFor(QStringLiteral("90 pings on each path"), 180s, [&] { return std::all_of(allPaths.begin(), allPaths.end(), measured); }))
        return false;
    picture(QStringLiteral("result"));
    m_window.resize(1100, 680); // all of it, without scrolling
    picture(QStringLiteral("result-whole"));
    for (const Path path : allPaths) {
        const auto numbers = m_window.diagnostics()->series(path).summary(60);
        say(QStringLiteral("%1: typical %2 ms, slow %3 ms, %4 of %5 lost")
                .arg(pathName(path))
                .arg(numbers.p50.value_or(-1), 0, 'f', 1)
                .arg(numbers.p95.value_or(-1), 0, 'f', 1)
                .arg(numbers.lost)
                .arg(numbers.sent));
    }
    if (!setup().isJoined())
        return fail(QStringLiteral("the Result page does not say that the homes are joined"));
    say(QStringLiteral("joined; %1 entries were typed").arg(m_typed));
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("twinlan"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TWINLAN_VERSION));
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() != 6) {
        std::fprintf(stderr, "usage: twinlan-practice-drive OUT_DIR HOST_A TAILNET_B USER APPROVE_COMMAND\n");
        return 2;
    }
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return 2;
    const auto password = QString::fromUtf8(input.readLine()).trimmed();
    QDir().mkpath(arguments[1]);
    const SavedSetup saved = SavedSetup::forUser();
    RemoteBackend backend(saved.knownHostsPath());
    MainWindow window(backend, saved);
    startDiagnosticsWhenShown(window, backend);
    window.resize(1024, 600); // the smallest screen that has to do
    window.show();
    Driver driver(window, arguments[1]);
    const bool joined = driver.run(arguments, password);
    window.diagnostics()->stop();
    MeasureSource::joinStopped();
    return joined ? 0 : 1;
}
