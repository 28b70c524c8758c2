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
#include <QLabel>
#include <QLineEdit>
#include <QPixmap>
#include <QProcess>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardPaths>
#include <QTest>
#include <algorithm>
#include <cstdio>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;
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
            return fail(u"there is no button %1 to press"_s.arg(QString::fromLatin1(name)));
        QTest::mouseClick(button, Qt::LeftButton, {}, { 10, button->height() / 2 }); // a radio button ends where its words end
        return true;
    }
    bool type(const char *name, const QString &text)
    {
        auto *field = find<QLineEdit>(name);
        if (!field)
            return fail(u"there is no field %1"_s.arg(QString::fromLatin1(name)));
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
        picture(u"stuck"_s);
        return fail(u"waited in vain: "_s + what);
    }
    bool toPage(PageId page)
    {
        return waitFor(u"Next"_s, 30s, [&] { return setup().canGoNext(); }) && press("next")
            && waitFor(u"the next page"_s, 30s, [&] { return setup().page() == page; });
    }
    // Both languages, switched live by the person's own buttons.
    void picture(const QString &name)
    {
        for (const char *language : { "languageJa", "languageEn" }) {
            if (auto *button = find<QAbstractButton>(language))
                QTest::mouseClick(button, Qt::LeftButton);
            QTest::qWait(100);
            const auto file = u"%1/%2-%3-%4.png"_s
                                  .arg(m_out)
                                  .arg(m_pictures, 2, 10, QChar(u'0'))
                                  .arg(name, QString::fromLatin1(language + 8).toLower());
            m_window.grab().save(file);
        }
        ++m_pictures;
    }
    bool fail(const QString &why)
    {
        say(u"STOPPED: "_s + why);
        return false;
    }

    // As the page offers it: its card, as soon as the search shows it; else its address is typed.
    bool choosePiA(const QString &address)
    {
        const QByteArray card = "deviceA-" + address.toLatin1();
        const auto isThere = [&] { return find<QAbstractButton>(card) != nullptr; };
        if (QTest::qWaitFor([&] { return isThere() || setup().search().stage() != SearchStage::Running; }, 30'000) && isThere()) {
            say(u"found by itself: "_s + find<QAbstractButton>(card)->accessibleName());
            picture(u"pi-a-found"_s);
            return press(card);
        }
        say(u"not found by itself, so its address is typed"_s);
        return press("typeAddressA") && type("hostA", address);
    }

    bool signIn(Site site, const QString &user, const QString &password)
    {
        const QByteArray suffix = site == Site::A ? "A" : "B";
        if (!type("user" + suffix, user) || !type("password" + suffix, password) || !press("connect" + suffix))
            return false;
        const auto stage = [this, site] { return setup().pi(site).stage; };
        if (!waitFor(u"an answer of the Raspberry Pi"_s, 120s, [&] { return stage() != SignInStage::Connecting; }))
            return false;
        if (stage() == SignInStage::AskHostKey) {
            picture(u"host-key-%1"_s.arg(QString::fromLatin1(suffix.toLower())));
            if (!press("trust" + suffix)
                || !waitFor(u"signing in"_s, 120s, [&] { return stage() == SignInStage::SignedIn || stage() == SignInStage::Failed; }))
                return false;
        }
        const auto &error = setup().pi(site).error;
        if (stage() != SignInStage::SignedIn)
            return fail(u"sign-in failed: "_s + (error ? errorKindName(error->kind) + u' ' + error->detail : QString()));
        say(u"signed in to Raspberry Pi "_s + QString::fromLatin1(suffix));
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
    if (pi.login == LoginStage::NotInstalled) {
        picture(u"tailscale-missing"_s);
        if (!press("tailscaleInstallA") || !waitFor(u"Tailscale's installation"_s, 600s, [&] { return pi.login != LoginStage::Installing; }))
            return false;
        if (pi.login == LoginStage::NotInstalled)
            return fail(u"Tailscale was not installed: "_s + (pi.loginError ? errorKindName(pi.loginError->kind) + u' ' + pi.loginError->detail : QString()));
        say(u"Tailscale is installed"_s);
    }
    if (!waitFor(u"a login link, or being logged in"_s, 120s,
            [&] { return pi.login == LoginStage::LoggedIn || !pi.loginUrl.isEmpty() || pi.login == LoginStage::Failed; }))
        return false;
    picture(u"tailscale-login"_s);
    if (pi.login == LoginStage::LoggedIn)
        return true;
    QStringList words = QProcess::splitCommand(approve);
    const QString program = words.takeFirst();
    if (QProcess::execute(program, words << pi.loginUrl) != 0)
        return fail(u"the login link could not be opened"_s);
    return waitFor(u"Tailscale's login"_s, 180s, [&] { return pi.login == LoginStage::LoggedIn; });
}

bool Driver::run(const QStringList &arguments, const QString &password)
{
    picture(u"welcome"_s);
    if (!press("welcomeStart") || !waitFor(u"SD cards"_s, 5s, [&] { return setup().page() == PageId::SdCards; }))
        return false;
    picture(u"sd-cards"_s);
    if (!toPage(PageId::PiA) || !choosePiA(arguments[2]) || !signIn(Site::A, arguments[4], password))
        return false;
    picture(u"pi-a"_s);
    if (!toPage(PageId::Tailscale) || !logIn(arguments[5]))
        return false;
    picture(u"tailscale-done"_s);
    if (!toPage(PageId::PiB) || !press("placeOtherHome"))
        return false;
    // Picked from the list of the tailnet's devices, as a person would.
    auto *list = find<QComboBox>("peerB");
    if (!list)
        return fail(u"there is no list of devices"_s);
    const auto entry = [&] {
        for (int i = 0; i < list->count(); ++i)
            if (list->itemText(i).contains(arguments[3]) || list->itemData(i).toString() == arguments[3])
                return i;
        return -1;
    };
    if (!waitFor(u"Raspberry Pi B in the list"_s, 60s, [&] { return entry() >= 0; }))
        return false;
    list->setFocus();
    for (int i = 0; i < list->count() && list->currentIndex() != entry(); ++i)
        QTest::keyClick(list, list->currentIndex() < entry() ? Qt::Key_Down : Qt::Key_Up);
    if (auto *host = find<QLineEdit>("hostB"); host && host->text().isEmpty() && !type("hostB", arguments[3]))
        return false;
    if (!signIn(Site::B, arguments[4], password))
        return false;
    picture(u"pi-b"_s);
    if (!toPage(PageId::Addresses))
        return false;
    picture(u"addresses"_s);
    for (const char *router : { "routerSeenA", "routerToDoA", "routerSeenB", "routerToDoB" })
        say(find<QLabel>(router)->text());
    if (!toPage(PageId::CheckUp)
        || !waitFor(u"the check-up"_s, 180s,
            [&] { return setup().checkUpStage() == CheckUpStage::Ready || setup().checkUpStage() == CheckUpStage::Failed; }))
        return false;
    picture(u"check-up"_s);
    if (!toPage(PageId::Review) || !waitFor(u"the review"_s, 120s, [&] { return setup().stepsToRun().has_value(); }))
        return false;
    picture(u"review"_s);
    if (!press("next"))
        return false;
    say(u"setting up"_s);
    QTest::qWait(20'000);
    if (setup().page() == PageId::Apply)
        picture(u"apply-running"_s);
    if (!waitFor(u"the end of the setup"_s, 20min, [&] {
            return setup().page() == PageId::Result || setup().applyStage() == ApplyStage::Done
                || setup().applyStage() == ApplyStage::Failed || setup().applyStage() == ApplyStage::Stopped;
        }))
        return false;
    picture(u"apply"_s);
    if (setup().applyError())
        return fail(u"the setup failed: %1 %2 %3"_s
                        .arg(errorKindName(setup().applyError()->kind), setup().applyError()->step, setup().applyError()->detail));
    if (setup().page() != PageId::Result && !toPage(PageId::Result))
        return false;
    if (!waitFor(u"the other home's devices"_s, 60s, [&] { return setup().devices().stage() == SearchStage::Done; }))
        return false;
    picture(u"result"_s);
    if (!press("resultNumbers"))
        return false;
    // A minute of live numbers, so that what is left of the setup's own work has gone by.
    const auto measured = [&](Path path) { return m_window.diagnostics()->series(path).summary(90).sent >= 90; };
    if (!waitFor(u"90 pings on each path"_s, 180s, [&] { return std::all_of(allPaths.begin(), allPaths.end(), measured); }))
        return false;
    picture(u"numbers"_s);
    for (const Path path : allPaths) {
        const auto numbers = m_window.diagnostics()->series(path).summary(60);
        say(u"%1: typical %2 ms, slow %3 ms, %4 of %5 lost"_s
                .arg(pathName(path))
                .arg(numbers.p50.value_or(-1), 0, 'f', 1)
                .arg(numbers.p95.value_or(-1), 0, 'f', 1)
                .arg(numbers.lost)
                .arg(numbers.sent));
    }
    if (!setup().isJoined())
        return fail(u"the Result page does not say that the homes are joined"_s);
    say(u"joined; %1 entries were typed"_s.arg(m_typed));
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"twinlan"_s);
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
