// SPDX-License-Identifier: GPL-3.0-or-later
// The guide to a router on the Routers page: the plan's values in the maker's words, to be copied; and the router's page, if it may be opened.
#include "tests/gui/stage.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace twinlan;
using namespace twinlan::test;

class TestRouterGuidePanel : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void open(const QUrl &url) { m_opened << url.toString(); }

private:
    template <class W> static W *find(Stage &stage, const char *name) { return stage.window->findChild<W *>(QString::fromLatin1(name)); }
    static void click(Stage &stage, const char *name) { QTest::mouseClick(find<QAbstractButton>(stage, name), Qt::LeftButton); }
    static QString steps(Stage &stage, const char *name) { return find<QLabel>(stage, name)->text(); }
    static void toRouters(Stage &stage)
    {
        stage.open();
        toAddresses(stage.setup());
        click(stage, "routerHowToA");
        click(stage, "routerHowToB");
    }

    // From the web browser.
    static void comeBack(Stage &stage)
    {
        QEvent back(QEvent::ActivationChange);
        stage.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        QCoreApplication::sendEvent(find<QWidget>(stage, "addressesPage"), &back);
    }

    QStringList m_opened;

private Q_SLOTS:
    void initTestCase()
    {
        QDesktopServices::setUrlHandler(u"http"_s, this, "open");
        QApplication::setKeyboardInputInterval(60'000); // a word stays one word on a machine that is busy
    }
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(u"http"_s); }
    void init() { m_opened.clear(); }

    void thePlansValuesStandInTheMakersWords_data()
    {
        QTest::addColumn<QString>("maker");
        QTest::addColumn<QString>("step");
        QTest::addColumn<bool>("asksForLast");
        QTest::addColumn<bool>("asksForCount");
        QTest::newRow("first and count") << u"buffalo"_s << u"「割り当てIPアドレス」を、192.168.1.2から98台にします"_s << false << true;
        QTest::newRow("first and last") << u"tp-link"_s << u"「IPアドレスプール」を192.168.1.2から192.168.1.99にして"_s << true << false;
        QTest::newRow("either") << u"general"_s << u"開始192.168.1.2、終了192.168.1.99にします。台数（個数）を入力する機種では、開始192.168.1.2、台数98"_s << true << true;
    }
    void thePlansValuesStandInTheMakersWords()
    {
        QFETCH(QString, maker);
        QFETCH(QString, step);
        Stage stage(u"ja"_s);
        toRouters(stage);
        stage.setup().addresses().setRouterMaker(Site::A, maker);
        QVERIFY2(steps(stage, "routerStepsA").contains(step), qPrintable(steps(stage, "routerStepsA")));
        QVERIFY(!steps(stage, "routerStepsA").contains(u'{'));
        QTEST(find<QAbstractButton>(stage, "routerCopyLastA")->isVisible(), "asksForLast");
        QTEST(find<QAbstractButton>(stage, "routerCopyCountA")->isVisible(), "asksForCount");
        stage.setup().addresses().setText(Site::A, AddressField::Last, u"192.168.1.49"_s);
        QVERIFY(!steps(stage, "routerStepsA").contains(u"192.168.1.99"_s)); // alive while somebody types
        stage.window->setLanguage(u"en"_s);
        QCoreApplication::processEvents();
        QVERIFY2(steps(stage, "routerStepsA").startsWith(u"1. Open the"_s) || steps(stage, "routerStepsA").startsWith(u"1. Press"_s),
            qPrintable(steps(stage, "routerStepsA")));
    }

    void eachValueIsCopiedByItsOwnButton()
    {
        Stage stage;
        toRouters(stage);
        const std::vector<std::pair<const char *, QString>> values { { "routerCopyRouterA", u"192.168.1.1"_s }, { "routerCopyFirstA", u"192.168.1.2"_s },
            { "routerCopyLastA", u"192.168.1.99"_s }, { "routerCopyCountA", u"98"_s }, { "routerCopyRouterB", u"192.168.1.100"_s },
            { "routerCopyCountB", u"99"_s } };
        for (const auto &[name, value] : values) {
            auto *button = find<QAbstractButton>(stage, name);
            button->click();
            QCOMPARE(QGuiApplication::clipboard()->text(), value);
            QCOMPARE(button->text(), u"Copied"_s);
            QVERIFY2(button->accessibleName().endsWith(value), qPrintable(button->accessibleName())); // which one it is, to the ear
        }
        QCOMPARE(find<QAbstractButton>(stage, "routerCopyFirstA")->text(), u"Copy"_s); // the last one only
    }

    void theRoutersPageOpensWhereItIsNow_data()
    {
        QTest::addColumn<QString>("own");
        QTest::addColumn<QString>("piA");
        QTest::addColumn<QString>("maker");
        QTest::addColumn<QString>("pageA");
        QTest::addColumn<QString>("pageB");
        QTest::newRow("as Pi A sees it") << QString() << u"192.168.0.1"_s << u"buffalo"_s << u"http://192.168.0.1/"_s << QString();
        QTest::newRow("as this computer sees it") << u"192.168.0.1"_s << QString() << u"buffalo"_s << u"http://192.168.0.1/"_s << QString();
        QTest::newRow("as it leaves the factory") << QString() << QString() << u"buffalo"_s << u"http://192.168.11.1/"_s << QString();
        QTest::newRow("nobody knows where") << QString() << QString() << u"general"_s << QString() << QString();
        QTest::newRow("a telephone's network") << u"100.64.3.1"_s << QString() << u"general"_s << QString() << QString();
        QTest::newRow("this computer is in home B") << u"192.168.1.100"_s << u"192.168.1.1"_s << u"buffalo"_s << QString() << u"http://192.168.1.100/"_s;
    }
    void theRoutersPageOpensWhereItIsNow()
    {
        QFETCH(QString, own);
        QFETCH(QString, piA);
        QFETCH(QString, maker);
        QFETCH(QString, pageA);
        QFETCH(QString, pageB);
        Stage stage;
        stage.world.router = Ipv4::parse(own);
        stage.world.facts.a.defaultGateway = piA;
        toRouters(stage);
        for (const Site site : bothSites) {
            const QString page = site == Site::A ? pageA : pageB;
            stage.setup().addresses().setRouterMaker(site, maker);
            auto *button = find<QAbstractButton>(stage, site == Site::A ? "routerOpenA" : "routerOpenB");
            QCOMPARE(button->isEnabled(), !page.isEmpty());
            m_opened.clear();
            button->click();
            QCOMPARE(m_opened, page.isEmpty() ? QStringList() : QStringList(page));
        }
    }

    void theMakerIsGuessedAndThenRemembered()
    {
        QTemporaryDir folder;
        {
            Stage stage(u"en"_s, SavedSetup(folder.path()));
            stage.routerA(Ipv4(192, 168, 11, 1));
            toRouters(stage);
            auto *makers = find<QComboBox>(stage, "routerMakerA");
            QCOMPARE(makers->currentData().toString(), u"buffalo"_s); // nobody else has this address
            QCOMPARE(find<QComboBox>(stage, "routerMakerB")->currentData().toString(), u"general"_s);
            makers->setFocus();
            QTest::keyClicks(makers, u"ASUS"_s);
            QCOMPARE(makers->currentData().toString(), u"asus"_s);
            click(stage, "routerChangedA");
        }
        Stage stage(u"en"_s, SavedSetup(folder.path()));
        stage.routerA(Ipv4(192, 168, 11, 1));
        toRouters(stage);
        QCOMPARE(find<QComboBox>(stage, "routerMakerA")->currentData().toString(), u"asus"_s);
        QVERIFY(find<QCheckBox>(stage, "routerChangedA")->isChecked());
        QVERIFY(!find<QCheckBox>(stage, "routerChangedB")->isChecked());
    }

    void theTickIsForTheValuesThatWereSet()
    {
        Stage stage;
        toRouters(stage);
        auto *tick = find<QCheckBox>(stage, "routerChangedA");
        QTest::mouseClick(tick, Qt::LeftButton, Qt::NoModifier, QPoint(8, tick->height() / 2));
        QVERIFY(stage.setup().addresses().routerIsChanged(Site::A));
        stage.setup().addresses().setText(Site::A, AddressField::Last, u"192.168.1.49"_s);
        QVERIFY(!tick->isChecked()); // the router does not have this one
        stage.setup().addresses().setText(Site::B, AddressField::Last, u"192.168.1.150"_s);
        stage.setup().addresses().setText(Site::A, AddressField::Last, u"99"_s); // the same as before, in short
        QVERIFY(tick->isChecked());
    }

    // What each router is, by whom it was seen, and what is to be done with it.
    void whatTheRouterReallyIsStandsThere()
    {
        Stage stage;
        stage.routerA(Ipv4(192, 168, 11, 1));
        toRouters(stage);
        const auto text = [&](const char *name) { return find<QLabel>(stage, name)->text(); };
        QCOMPARE(text("routerSeenA"), u"The router is 192.168.11.1 now (seen by Raspberry Pi A)."_s);
        QCOMPARE(text("routerToDoA"), u"Keep its address. Set only the DHCP range."_s);
        QCOMPARE(text("routerSeenB"), u"This router is not checked yet. That is done when Raspberry Pi B is in the other home."_s);
        QCOMPARE(text("routerToDoB"), u"Set its address to 192.168.11.100, and the DHCP range."_s);
        stage.setup().addresses().setRouterIsChanged(Site::B, true);
        QCOMPARE(text("routerToDoB"), u"You have set it."_s); // and nobody has seen it all the same
        QVERIFY(text("routerSeenB").startsWith(u"This router is not checked yet."_s));
        stage.setup().addresses().setText(Site::A, AddressField::Router, u"192.168.11.254"_s);
        QCOMPARE(text("routerToDoA"), u"Change its address to 192.168.11.254, and set the DHCP range."_s);
        stage.setup().addresses().setRouterIsChanged(Site::A, true);
        QCOMPARE(text("routerSeenA"), u"The router is still 192.168.11.1 (seen by Raspberry Pi A)."_s);
        stage.routerA(Ipv4(192, 168, 11, 254));
        comeBack(stage);
        QCOMPARE(text("routerSeenA"), u"The router is 192.168.11.254 now (seen by Raspberry Pi A)."_s);
        QCOMPARE(text("routerToDoA"), u"Its address is as planned."_s);
        // Once it does not answer, what it has seen is nothing that is.
        Q_EMIT stage.world.failed(Task::Survey, Site::A, error(ErrorKind::ConnectionLost));
        QCOMPARE(text("routerSeenA"), u"The router is 192.168.11.254 now (seen by this computer)."_s);
        stage.world.router.reset();
        Q_EMIT stage.world.failed(Task::Survey, Site::A, error(ErrorKind::ConnectionLost));
        QCOMPARE(text("routerSeenA"), u"This router could not be checked: Raspberry Pi A does not answer."_s);
    }

    void inTheOtherHomePiBSeesTheRouter()
    {
        Stage stage;
        stage.world.facts.b.defaultGateway = u"192.168.3.1"_s;
        stage.open();
        stage.toAddresses();
        QCOMPARE(find<QLabel>(stage, "routerSeenB")->text(), u"The router is 192.168.3.1 now (seen by Raspberry Pi B)."_s);
        QCOMPARE(find<QLabel>(stage, "routerToDoB")->text(), u"Change its address to 192.168.1.100, and set the DHCP range."_s);
        stage.world.facts.b.defaultGateway = u"192.168.1.100"_s;
        find<QCheckBox>(stage, "routerChangedB")->click(); // who says so is taken at their word, and the Pi is asked
        QCOMPARE(find<QLabel>(stage, "routerToDoB")->text(), u"Its address is as planned."_s);
    }

    void twoRoutersInOneHomeAreShown()
    {
        Stage stage;
        stage.world.router = Ipv4(192, 168, 11, 1); // Pi A is behind 192.168.1.1
        toRouters(stage);
        QVERIFY(find<QAbstractButton>(stage, "twoRoutersA")->isChecked());
        QVERIFY(!find<QAbstractButton>(stage, "twoRoutersB")->isChecked());
    }

    // This computer knows at once that the router has moved, Pi A when it is asked.
    void aRouterThatHasMovedIsNoSecondOne()
    {
        Stage stage;
        stage.routerA(Ipv4(192, 168, 11, 1));
        toRouters(stage);
        QCoreApplication::processEvents(); // what is drawn later asks this computer again
        stage.world.answers = false;
        stage.routerA(Ipv4(192, 168, 1, 1));
        comeBack(stage);
        QVERIFY(!find<QAbstractButton>(stage, "twoRoutersA")->isChecked());
        Q_EMIT stage.world.surveyed(Site::A, stage.world.facts.a);
        QVERIFY(!find<QAbstractButton>(stage, "twoRoutersA")->isChecked());
        QVERIFY(find<QLabel>(stage, "routerSeenA")->text().contains(u"192.168.1.1 now"_s));
    }

    void aPlanWithAMistakeIsNotForARouter()
    {
        Stage stage;
        toRouters(stage);
        stage.setup().addresses().setText(Site::B, AddressField::First, u"192.168.1.50"_s); // in both ranges
        QVERIFY(!find<QAbstractButton>(stage, "routerCopyFirstA")->isVisible());
        QVERIFY(!find<QAbstractButton>(stage, "routerOpenA")->isEnabled());
        QVERIFY(!find<QCheckBox>(stage, "routerChangedA")->isEnabled());
    }
};

QTEST_MAIN(TestRouterGuidePanel)
#include "tst_routerguidepanel.moc"
