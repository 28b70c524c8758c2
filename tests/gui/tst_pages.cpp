// SPDX-License-Identifier: GPL-3.0-or-later
// Every scene of the gallery through a live switch of the language: nothing stays in the other one, nothing is cut off, and
// everything that can be used has a name, and no key is two controls'.
#include "tests/gui/stage.h"
#include "wizard/diagnostics/diagnosticspanel.h"
#include "wizard/widgets/useguides.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

using namespace twinlan;
using namespace twinlan::test;

class TestPages : public QObject
{
    Q_OBJECT

private:
    static bool isJapanese(const QString &text)
    {
        static const QRegularExpression kana(u"[\\x{3040}-\\x{30ff}\\x{4e00}-\\x{9fff}]"_s);
        return text.contains(kana);
    }

    // The words on a Japanese router's own pages stay what they are; in English they stand in quotation marks.
    static QString withoutNames(QString text)
    {
        static const QRegularExpression names(u"“[^”]*”"_s);
        return text.remove(names);
    }

    // What a person reads of a widget; what is no sentence of ours (addresses, names, links, commands, files) is left out.
    static QString sentenceOf(const QWidget *widget)
    {
        static const QStringList notOurs { u"currentLineA"_s, u"currentLineB"_s, u"loginLinkA"_s, u"loginLinkB"_s, u"languageJa"_s, u"languageEn"_s };
        if (notOurs.contains(widget->objectName()))
            return {};
        if (auto *label = qobject_cast<const QLabel *>(widget))
            return label->text();
        if (auto *button = qobject_cast<const QAbstractButton *>(widget))
            return button->text();
        return {};
    }

    static QString untranslated(QWidget *window, const QString &language)
    {
        static const QRegularExpression word(u"[A-Za-z]{3,}"_s);
        static const QStringList names { u"Raspberry Pi"_s, u"TwinLAN"_s, u"Tailscale"_s, u"Raspberry Pi A"_s, u"Raspberry Pi B"_s };
        for (const QWidget *widget : window->findChildren<QWidget *>()) {
            const QString text = sentenceOf(widget);
            if (!widget->isVisible() || text.isEmpty())
                continue;
            if (language == "en"_L1 && isJapanese(withoutNames(text)))
                return text;
            if (language == "ja"_L1 && text.contains(word) && !isJapanese(text) && !names.contains(text))
                return text;
        }
        return {};
    }

    static QString cutOff(QWidget *window)
    {
        for (const QWidget *widget : window->findChildren<QWidget *>()) {
            if (!widget->isVisible() || sentenceOf(widget).isEmpty())
                continue;
            const QLabel *label = qobject_cast<const QLabel *>(widget);
            const QSize has = widget->size();
            if (label && label->wordWrap()) {
                if (label->heightForWidth(has.width()) > has.height())
                    return u"height %1 of %2: "_s.arg(has.height()).arg(label->heightForWidth(has.width())) + label->text();
                continue;
            }
            const QSize wants = widget->sizeHint();
            if (wants.width() > has.width() || (label && wants.height() > has.height()))
                return u"%1x%2 of %3x%4: "_s.arg(has.width()).arg(has.height()).arg(wants.width()).arg(wants.height()) + sentenceOf(widget);
        }
        return {};
    }

    static QString nameless(QWidget *window)
    {
        for (const QWidget *widget : window->findChildren<QWidget *>()) {
            const bool usable = qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
                || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
                || qobject_cast<const QPlainTextEdit *>(widget);
            const QString name = widget->objectName();
            if (!usable || !widget->isVisible() || name.startsWith("qt_"_L1) || name == "ScrollLeftButton"_L1 || name == "ScrollRightButton"_L1)
                continue;
            if (name.isEmpty() || widget->accessibleName().isEmpty())
                return u"%1 '%2'"_s.arg(QLatin1String(widget->metaObject()->className()), name);
        }
        return {};
    }

    // Two controls on one key: neither is pressed by it. The same words twice (Show details) take turns, as Qt does it.
    static QString sharedKey(QWidget *window)
    {
        QMap<QString, QString> taken;
        const auto take = [&](const QString &text) {
            static const QRegularExpression key(u"&(\\w)"_s);
            const QString letter = key.match(text).captured(1).toUpper();
            if (letter.isEmpty() || taken.value(letter, text) == text) {
                taken.insert(letter, text);
                return QString();
            }
            return u"%1: %2, %3"_s.arg(letter, taken[letter], text);
        };
        for (const QWidget *widget : window->findChildren<QWidget *>()) {
            const auto *label = qobject_cast<const QLabel *>(widget);
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const auto *tabs = qobject_cast<const QTabBar *>(widget);
            QStringList texts;
            if (widget->isVisible() && label && label->buddy())
                texts << label->text();
            if (widget->isVisible() && button)
                texts << button->text();
            for (int i = 0; tabs && i < tabs->count(); ++i)
                texts << tabs->tabText(i);
            // The question before closing is a window of its own.
            for (const QString &text : widget->window() == window ? texts : QStringList()) {
                if (const QString clash = take(text); !clash.isEmpty())
                    return clash;
            }
        }
        return {};
    }

    static void settle()
    {
        for (int i = 0; i < 4; ++i) // heights follow widths, and a layout then asks again
            QCoreApplication::processEvents();
    }

    QStringList m_opened;

public Q_SLOTS:
    void open(const QUrl &url) { m_opened << url.toString(); } // as a desktop does

private Q_SLOTS:
    void everySceneInBothLanguages_data()
    {
        addScenes();
    }

    void everySceneInBothLanguages()
    {
        QFETCH(int, scene);
        const Scene it = scenes()[std::size_t(scene)];
        Stage stage(u"en"_s);
        it.open(stage);
        it.playOn(stage);
        for (const QString &language : { u"ja"_s, u"en"_s, u"ja"_s }) {
            stage.window->setLanguage(language);
            settle();
            QCOMPARE(stage.window->size(), QSize(1000, 560)); // nothing pushed the window apart
            QCOMPARE(untranslated(stage.window.get(), language), QString());
            QCOMPARE(cutOff(stage.window.get()), QString());
            QCOMPARE(nameless(stage.window.get()), QString());
            QCOMPARE(sharedKey(stage.window.get()), QString());
        }
    }

    // By keys and clicks only, as a person does it.
    void aPersonWalksThrough()
    {
        Stage stage(u"ja"_s);
        stage.world.facts.a = loggedOut(stage.world.facts.a);
        stage.world.refuse.a = error(ErrorKind::HostKeyUnknown, u"SHA256:abc"_s);
        stage.open();
        QWidget *window = stage.window.get();
        const auto click = [&](const QString &name) {
            auto *button = window->findChild<QAbstractButton *>(name);
            QVERIFY2(button && button->isVisible() && button->isEnabled(), qPrintable(name));
            QTest::mouseClick(button, Qt::LeftButton, {}, { 10, button->height() / 2 }); // a radio button ends where its words end
        };
        const auto type = [&](const QString &name, const QString &text) {
            auto *edit = window->findChild<QLineEdit *>(name);
            QVERIFY2(edit && edit->isVisible(), qPrintable(name));
            edit->setFocus();
            QTest::keyClicks(edit, text);
        };
        click(u"welcomeStart"_s);
        click(u"next"_s); // the SD cards are written
        click(u"deviceA-192.168.1.23"_s);
        QVERIFY(window->findChild<QLineEdit *>(u"userA"_s)->text().isEmpty()); // nobody is called "pi" any more
        type(u"userA"_s, u"taro"_s);
        type(u"passwordA"_s, u"raspberry"_s);
        click(u"connectA"_s);
        click(u"trustA"_s);
        click(u"next"_s);
        QVERIFY(!window->findChild<QPushButton *>(u"next"_s)->isEnabled());
        stage.window->setLanguage(u"en"_s); // half-way, and nothing is lost
        stage.world.completeLogin(Site::A);
        click(u"next"_s);
        settle(); // a new page is laid out when the event loop has been there
        click(u"placeOtherHome"_s);
        QCOMPARE(window->findChild<QComboBox *>(u"peerB"_s)->currentData().toString(), u"100.64.0.2"_s); // the only other device
        type(u"userB"_s, u"hanako"_s);
        type(u"passwordB"_s, u"raspberry"_s);
        QTest::keyClick(window->findChild<QLineEdit *>(u"passwordB"_s), Qt::Key_Return);
        QCOMPARE(stage.world.targets.a, (SshTarget { u"192.168.1.23"_s, 22, u"taro"_s }));
        QCOMPARE(stage.world.targets.b, (SshTarget { u"100.64.0.2"_s, 22, u"hanako"_s }));
        click(u"next"_s);
        QCOMPARE(stage.setup().page(), PageId::Addresses);
        click(u"next"_s); // as it is proposed
        click(u"next"_s);
        click(u"next"_s);
        QVERIFY(stage.setup().isWorking());
        stage.window->close();
        QVERIFY(stage.window->isVisible()); // asked first
        click(u"closeKeep"_s);
        stage.world.finish(Carrier::Gre, TunnelState::Joined);
        QCOMPARE(stage.setup().page(), PageId::Result);
        settle();
        QVERIFY(stage.window->close());
    }

    // "Joined" is said where both ends are; else the Pi that stands in the way is named, and why.
    void onePiThatIsNotJoinedIsNamed()
    {
        Stage stage;
        stage.open();
        stage.toApply();
        stage.world.finish(Carrier::Gre, TunnelState::Joined);
        const auto *state = stage.window->findChild<QLabel *>(u"resultState"_s);
        const auto *page = stage.window->findChild<QWidget *>(u"resultPage"_s);
        QCOMPARE(page->accessibleName(), u"The two homes are one network"_s);
        stage.world.facts.a.tunnelState = TunnelState::Joined;
        stage.world.facts.b.tunnelState = TunnelState::NoBridge;
        stage.setup().refresh(Site::B);
        QVERIFY2(state->text().startsWith(u"Raspberry Pi B: Not joined: the bridge is not ready.\nEverything is set up"_s), qPrintable(state->text()));
        QVERIFY(!state->text().contains(u"Raspberry Pi A:"_s));
        QVERIFY(page->accessibleName() != u"The two homes are one network"_s);
    }

    // What was found opens under an address of ours; what is in this home is not offered, and where it may be in either, that is said.
    void theOtherHomesDevicesOpen()
    {
        Stage stage;
        stage.open();
        stage.toApply();
        stage.world.finish(Carrier::Gre, TunnelState::Joined);
        settle();
        const auto *window = stage.window.get();
        QDesktopServices::setUrlHandler(u"smb"_s, this, "open");
        QDesktopServices::setUrlHandler(u"http"_s, this, "open");
        QDesktopServices::setUrlHandler(u"afp"_s, this, "open");
        for (const QString &name : { u"openFolders-192.168.1.150"_s, u"openPage-192.168.1.150"_s, u"openPage-192.168.1.151"_s, u"openFolders-192.168.1.220"_s })
            QTest::mouseClick(window->findChild<QAbstractButton *>(name), Qt::LeftButton);
        for (const QString &scheme : { u"smb"_s, u"http"_s, u"afp"_s })
            QDesktopServices::unsetUrlHandler(scheme);
        QCOMPARE(m_opened.join(u' '), u"smb://192.168.1.150/ http://192.168.1.150/ http://192.168.1.151/ afp://192.168.1.220/"_s);
        QVERIFY(window->findChild<QAbstractButton *>(u"openFolders-192.168.1.151"_s)->isHidden()); // a printer has none
        QVERIFY(!window->findChild<QWidget *>(u"offer-192.168.1.30"_s));
        const auto line = [&](const QString &card) { return window->findChild<QWidget *>(card)->findChildren<QLabel *>().back()->text(); };
        QCOMPARE(line(u"offer-192.168.1.150"_s), u"shared folders, Time Machine backups, web page · home B · 192.168.1.150"_s);
        QCOMPARE(line(u"offer-192.168.1.220"_s), u"shared folders · in one of the homes · 192.168.1.220"_s);
        // Known to be in the other home first.
        QVERIFY(window->findChild<QWidget *>(u"offer-192.168.1.220"_s)->y() > window->findChild<QWidget *>(u"offer-192.168.1.151"_s)->y());
        QVERIFY(window->findChild<QWidget *>(u"deviceNote"_s)->isHidden());
    }

    void whatDoesNotOpenIsSaid()
    {
        Stage stage;
        stage.open();
        stage.toApply();
        stage.world.finish(Carrier::Gre, TunnelState::Joined);
        const auto *note = stage.window->findChild<QLabel *>(u"deviceNote"_s);
        QVERIFY(note->isHidden());
        QDesktopServices::setUrlHandler(u"smb"_s, this, "noSuchSlot"); // as on a desktop without a program for it
        stage.window->findChild<QAbstractButton *>(u"openFolders-192.168.1.150"_s)->click();
        QDesktopServices::unsetUrlHandler(u"smb"_s);
        QVERIFY(!note->isHidden());
        QVERIFY(note->text().endsWith(u"smb://192.168.1.150/"_s));
        stage.setup().searchDevices();
        QVERIFY(note->isHidden());
    }

    void theNumbersAreInDiagnostics()
    {
        Stage stage;
        stage.open();
        stage.toApply();
        stage.world.finish(Carrier::Gre, TunnelState::Joined);
        QVERIFY(!stage.window->diagnostics()->isVisible());
        QTest::mouseClick(stage.window->findChild<QAbstractButton *>(u"resultNumbers"_s), Qt::LeftButton);
        QVERIFY(stage.window->diagnostics()->isVisible());
    }

    void copyTimes_data()
    {
        QTest::addColumn<double>("gigabytes");
        QTest::addColumn<double>("megabits");
        QTest::addColumn<int>("hours");
        QTest::newRow("slow") << 500.0 << 20.0 << 56;
        QTest::newRow("fast") << 500.0 << 100.0 << 11;
        QTest::newRow("a large disk") << 2000.0 << 20.0 << 222;
        QTest::newRow("little") << 1.0 << 100.0 << 0;
    }
    void copyTimes()
    {
        QFETCH(double, gigabytes);
        QFETCH(double, megabits);
        QFETCH(int, hours);
        QCOMPARE(int(copyTime(gigabytes, megabits).count()), hours);
    }

    // Enter and Tab only. After each wait the focus is where the work goes on.
    void aPersonWithoutAMouse()
    {
        Stage stage(u"ja"_s);
        stage.world.facts.a = loggedOut(stage.world.facts.a);
        stage.world.refuse.a = error(ErrorKind::HostKeyUnknown, u"SHA256:abc"_s);
        stage.world.lanIsSearched = false;
        const auto found = std::exchange(stage.world.lan.devices, {});
        stage.open();
        stage.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        const auto focus = [] { return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString(); };
        const auto enter = [] { QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); };
        const auto type = [](const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); };
        QCOMPARE(focus(), u"welcomeStart"_s);
        enter();
        QCOMPARE(stage.setup().page(), PageId::SdCards);
        QCOMPARE(focus(), u"next"_s);
        enter();
        QCOMPARE(focus(), u"piAPage"_s); // still searching
        stage.world.lan.devices = found;
        Q_EMIT stage.world.lanSearched(stage.world.lan);
        QCOMPARE(focus(), u"deviceA-192.168.1.23"_s);
        enter();
        QCOMPARE(focus(), u"userA"_s);
        type(u"taro"_s);
        enter();
        QCOMPARE(focus(), u"passwordA"_s);
        QStringList round;
        do {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            round << focus();
        } while (round.last() != "passwordA"_L1 && round.size() < 20);
        QCOMPARE(round,
            QStringList({ u"passwordAEye"_s, u"connectA"_s, u"rememberA"_s, u"advancedA"_s, u"piAHelp"_s, u"back"_s, u"qt_tabwidget_tabbar"_s, u"languageJa"_s, u"help"_s, u"about"_s,
                u"deviceA-192.168.1.23"_s, u"deviceA-192.168.1.24"_s, u"searchA"_s, u"typeAddressA"_s, u"userA"_s, u"passwordA"_s }));
        type(u"raspberry"_s);
        enter();
        QCOMPARE(focus(), u"trustA"_s);
        enter();
        QCOMPARE(focus(), u"next"_s);
        enter();
        QCOMPARE(stage.setup().page(), PageId::Tailscale);
        QCOMPARE(focus(), u"tailscalePage"_s);
        stage.world.completeLogin(Site::A);
        QCOMPARE(focus(), u"next"_s);
        enter();
        QCOMPARE(focus(), u"deviceB-192.168.1.24"_s);
        enter();
        QCOMPARE(focus(), u"userB"_s);
        type(u"hanako"_s);
        enter();
        QCOMPARE(focus(), u"passwordB"_s);
        type(u"raspberry"_s);
        enter();
        QCOMPARE(focus(), u"next"_s);
        enter();
        QCOMPARE(focus(), u"routerA"_s);
        enter();
        QCOMPARE(stage.setup().page(), PageId::CheckUp);
        QCOMPARE(focus(), u"next"_s);
        enter();
        QCOMPARE(stage.setup().page(), PageId::Review);
        QCOMPARE(focus(), u"next"_s);
        enter();
        QVERIFY(stage.setup().isWorking());
        QCOMPARE(focus(), u"applyPage"_s); // not on "Stop and undo"
        Q_EMIT stage.world.failed(Task::Apply, Site::A, error(ErrorKind::PackagesOffline));
        QCOMPARE(focus(), u"applyAgain"_s);
        enter();
        QVERIFY(stage.setup().isWorking());
        stage.world.finish(Carrier::Gre, TunnelState::Joined);
        QCOMPARE(focus(), u"resultPage"_s);
    }

    void aRepairIsOneClick()
    {
        Stage stage;
        stage.open();
        toAddresses(stage.setup());
        auto *first = stage.window->findChild<QLineEdit *>(u"firstB"_s);
        first->selectAll();
        QTest::keyClicks(first, u"192.168.1.50"_s);
        auto *repair = stage.window->findChild<QPushButton *>(u"addressesRepairB"_s);
        QVERIFY(repair->isVisible());
        QVERIFY(!stage.window->findChild<QPushButton *>(u"next"_s)->isEnabled());
        QTest::mouseClick(repair, Qt::LeftButton);
        QVERIFY(!repair->isVisible());
        QVERIFY(stage.window->findChild<QPushButton *>(u"next"_s)->isEnabled());
    }

    void rememberedAnswersAreShownAndStay()
    {
        Stage stage;
        stage.open();
        PiAnswers a;
        a.host = u"raspberrypi.local"_s;
        a.port = 2222;
        a.user = u"taro"_s;
        a.useKey = true;
        a.keyFile = u"/home/taro/.ssh/id_ed25519"_s;
        stage.setup().setAnswers(Site::A, a);
        toPiA(stage.setup());
        QCOMPARE(stage.setup().answers(Site::A), a); // drawing them did not change them
        QCOMPARE(stage.window->findChild<QLineEdit *>(u"hostA"_s)->text(), a.host);
        QCOMPARE(stage.window->findChild<QLineEdit *>(u"keyFileA"_s)->text(), a.keyFile);
    }

    // The page's own state: what a search does to what was chosen, typed, or begun elsewhere.
    void theSearchEndsWithThePage()
    {
        Stage stage;
        stage.world.lanIsSearched = false;
        stage.open();
        stage.toSearch();
        QCOMPARE(stage.setup().search().stage(), SearchStage::Running);
        stage.setup().back();
        QCOMPARE(stage.setup().search().stage(), SearchStage::Stopped);
        QCOMPARE(stage.world.calls.count(u"withdrawLanSearch"_s), 1);
        stage.setup().next();
        QCOMPARE(stage.world.calls.count(u"searchLan"_s), 2); // nothing was chosen yet: searched again
        stage.host(Site::A, u"192.168.1.23"_s);
        stage.setup().back();
        stage.setup().next();
        QCOMPARE(stage.world.calls.count(u"searchLan"_s), 2);
    }

    void aTypedAddressStaysWhateverIsFound()
    {
        Stage stage;
        stage.world.lanIsSearched = false;
        stage.world.lan.devices.clear();
        stage.open();
        stage.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        stage.toSearch();
        auto *host = stage.window->findChild<QLineEdit *>(u"hostA"_s);
        QVERIFY(!host->isVisible());
        QTest::mouseClick(stage.window->findChild<QAbstractButton *>(u"typeAddressA"_s), Qt::LeftButton);
        QVERIFY(host->isVisible());
        QVERIFY(host->hasFocus());
        QTest::keyClicks(host, u"192.168.1.2"_s);
        stage.world.lan.devices = homeNetwork().devices;
        Q_EMIT stage.world.lanSearched(stage.world.lan);
        QVERIFY(host->hasFocus());
        QTest::keyClicks(host, u"4"_s);
        QVERIFY(host->isVisible()); // though there is a card with that address by now
        QCOMPARE(stage.setup().answers(Site::A).host, u"192.168.1.24"_s);
        auto *card = stage.window->findChild<QAbstractButton *>(u"deviceA-192.168.1.23"_s);
        QTest::mouseClick(card, Qt::LeftButton);
        QCOMPARE(stage.setup().answers(Site::A).host, u"192.168.1.23"_s);
        QVERIFY(card->isChecked());
        QVERIFY(!host->isVisible());
        QTest::mouseClick(card, Qt::LeftButton);
        QVERIFY(card->isChecked()); // pressed twice is chosen, too
    }

    // Two of one name differ in what the cards say, to the eye and to a screen reader; one name alone carries no MAC address.
    void sameNamesAreToldApart()
    {
        Stage stage;
        stage.open();
        stage.toSearch();
        const auto name = [&](const QString &address) { return stage.window->findChild<QAbstractButton *>(u"deviceA-"_s + address)->accessibleName(); };
        QCOMPARE(name(u"192.168.1.23"_s), u"Raspberry Pi 4 or 400 · raspberrypi · 192.168.1.23"_s);
        stage.world.lan.devices.back().name = u"RaspberryPi"_s;
        stage.setup().searchAgain();
        QCOMPARE(name(u"192.168.1.23"_s), u"Raspberry Pi 4 or 400 · raspberrypi · 192.168.1.23 · MAC address DC:A6:32:00:00:0A"_s);
        QCOMPARE(name(u"192.168.1.24"_s), u"Raspberry Pi · RaspberryPi · 192.168.1.24 · MAC address 2C:CF:67:00:00:0B"_s);
    }

    void piAIsNotOfferedAsPiB()
    {
        Stage stage;
        stage.open();
        stage.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        stage.toPiB();
        const auto card = [&](const QString &address) { return stage.window->findChild<QAbstractButton *>(u"deviceB-"_s + address); };
        QVERIFY(stage.window->findChild<QAbstractButton *>(u"placeNextToMe"_s)->isChecked()); // two boxed Pis are both here
        QVERIFY(!card(u"192.168.1.23"_s));
        QVERIFY(card(u"192.168.1.24"_s));
        // Nor by another address of the same card.
        stage.world.lan.devices.front().address = *Ipv4::parse(u"192.168.1.99"_s);
        stage.world.lan.devices.front().mac = stage.world.facts.a.interfaces.front().mac.toUpper();
        stage.setup().searchAgain();
        QVERIFY(!card(u"192.168.1.99"_s));
        QTest::mouseClick(card(u"192.168.1.24"_s), Qt::LeftButton);
        QCOMPARE(stage.setup().answers(Site::B).host, u"192.168.1.24"_s);
        QVERIFY(stage.window->findChild<QLineEdit *>(u"userB"_s)->hasFocus());
    }

    void onlyWhatMayBeAPiIsOfferedInTheOtherHome()
    {
        Stage stage;
        TailscaleFacts::Peer phone;
        phone.name = u"Hanako's phone"_s, phone.address = u"100.64.0.3"_s, phone.os = u"iOS"_s;
        stage.world.facts.a.tailscale.peers.front().os = u"linux"_s;
        stage.world.facts.a.tailscale.peers.insert(stage.world.facts.a.tailscale.peers.begin(), phone);
        stage.open();
        stage.toPiB();
        auto *peers = stage.window->findChild<QComboBox *>(u"peerB"_s);
        const auto place = [&](const QString &name) { stage.window->findChild<QAbstractButton *>(name)->click(); };
        place(u"placeOtherHome"_s);
        QCOMPARE(peers->findData(u"100.64.0.3"_s), -1);
        QCOMPARE(stage.setup().answers(Site::B).host, u"100.64.0.2"_s); // the only one
        // Of two nobody but the person knows which.
        TailscaleFacts::Peer nas = stage.world.facts.a.tailscale.peers.back();
        nas.address = u"100.64.0.4"_s;
        stage.world.facts.a.tailscale.peers.push_back(nas);
        place(u"placeNextToMe"_s);
        stage.setup().refresh(Site::A);
        place(u"placeOtherHome"_s);
        QVERIFY(peers->findData(u"100.64.0.4"_s) >= 0);
        QVERIFY(stage.setup().answers(Site::B).host.isEmpty());
        QCOMPARE(peers->currentIndex(), -1);
    }

    void manyDevicesFillNoWindow()
    {
        Stage stage;
        stage.world.lan.devices.clear();
        for (int i = 1; i < 255; ++i)
            stage.world.lan.devices.push_back(device(u"192.168.1.%1"_s.arg(i), QString(200, u'x'), {}, i % 2 ? PiModel::Some : PiModel::NotAPi));
        stage.open();
        stage.toSearch();
        settle();
        QCOMPARE(stage.window->size(), QSize(1000, 560));
        QCOMPARE(cutOff(stage.window.get()), QString());
        const auto cards = stage.window->findChildren<QPushButton *>(QRegularExpression(u"^deviceA-"_s));
        QCOMPARE(cards.size(), 24);
    }

    void aChangedKeyNeedsAWord()
    {
        Stage stage;
        stage.world.refuse.a = error(ErrorKind::HostKeyChanged, u"SHA256:abc"_s);
        stage.open();
        stage.toPiA();
        stage.connectA();
        auto *trust = stage.window->findChild<QPushButton *>(u"trustA"_s);
        QVERIFY(trust->isVisible());
        QVERIFY(!trust->isEnabled());
        stage.window->findChild<QAbstractButton *>(u"rewrittenA"_s)->click();
        QVERIFY(trust->isEnabled());
    }

    void closingWhileAtWorkPutsEverythingBack()
    {
        Stage stage;
        stage.open();
        stage.toApply();
        QVERIFY(!stage.window->close());
        QTest::mouseClick(stage.window->findChild<QAbstractButton *>(u"closeLeave"_s), Qt::LeftButton);
        QTRY_VERIFY(stage.world.calls.contains(u"stop"_s));
        QVERIFY(stage.window->isVisible());
        Q_EMIT stage.world.failed(Task::Apply, Site::A, error(ErrorKind::Cancelled));
        QVERIFY(stage.world.calls.contains(u"undo"_s));
        Q_EMIT stage.world.undone();
        QTRY_VERIFY(!stage.window->isVisible());
    }
    void aRemovalIsNotStoppedByTheWindow()
    {
        Stage stage;
        stage.open();
        stage.host(Site::A, u"192.168.1.23"_s);
        stage.setup().begin(Goal::Remove);
        stage.connectA();
        stage.setup().next();
        stage.setup().setPiBIsGone(true);
        stage.setup().next();
        stage.setup().next();
        QVERIFY(stage.setup().isWorking());
        QVERIFY(!stage.window->close());
        const auto calls = stage.world.calls;
        QTest::mouseClick(stage.window->findChild<QAbstractButton *>(u"closeLeave"_s), Qt::LeftButton);
        QCoreApplication::processEvents();
        QCOMPARE(stage.world.calls, calls);
        QVERIFY(stage.window->isVisible());
        Q_EMIT stage.world.undone();
        QTRY_VERIFY(!stage.window->isVisible());
    }
    void theLastPageEnds()
    {
        Stage stage;
        stage.open();
        stage.toApply();
        stage.world.finish(Carrier::Fou, TunnelState::Joined);
        QCOMPARE(stage.setup().page(), PageId::Result);
        QTest::mouseClick(stage.window->findChild<QAbstractButton *>(u"next"_s), Qt::LeftButton);
        QTRY_VERIFY(!stage.window->isVisible());
    }
};

QTEST_MAIN(TestPages)
#include "tst_pages.moc"
