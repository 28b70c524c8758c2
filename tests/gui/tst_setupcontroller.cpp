// SPDX-License-Identifier: GPL-3.0-or-later
// The wizard without a screen.
#include "tests/gui/fakebackend.h"
#include "wizard/flow/setupcontroller.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace twinlan;
using namespace twinlan::test;

class TestSetupController : public QObject
{
    Q_OBJECT

private:
    static void toTailscale(SetupController &setup)
    {
        toPiA(setup);
        PiAnswers a = setup.answers(Site::A);
        a.host = u"192.168.1.23"_s;
        setup.setAnswers(Site::A, a);
        setup.connectTo(Site::A, Secret(u"raspberry"_s), {});
        setup.next();
    }
    static void toPiB(SetupController &setup)
    {
        toTailscale(setup);
        setup.next();
        PiAnswers b = setup.answers(Site::B);
        b.place = Place::OtherHome;
        setup.setAnswers(Site::B, b);
    }
    static void toCheckUp(SetupController &setup)
    {
        toPiB(setup);
        PiAnswers b = setup.answers(Site::B);
        b.host = u"100.64.0.2"_s;
        setup.setAnswers(Site::B, b);
        setup.connectTo(Site::B, Secret(u"raspberry"_s), {});
        setup.next();
        setup.next(); // the addresses as they are proposed
    }
    // One whose answer has not come yet.
    static void toRunningCheckUp(FakeBackend &world, SetupController &setup)
    {
        toPiB(setup);
        setup.connectTo(Site::B, Secret(u"raspberry"_s), {});
        setup.next();
        world.answers = false;
        setup.next();
    }
    static void toApply(SetupController &setup)
    {
        toCheckUp(setup);
        setup.next();
        setup.next();
    }

private Q_SLOTS:
    void walksFromWelcomeToResult()
    {
        FakeBackend world;
        world.facts.a = loggedOut(world.facts.a);
        SetupController setup(world, SavedSetup());
        QVERIFY(!setup.canGoNext());
        toPiA(setup);
        QCOMPARE(setup.page(), PageId::PiA);
        QCOMPARE(setup.hint(), Hint::Connect);
        setup.next();
        QCOMPARE(setup.page(), PageId::PiA);
        PiAnswers a = setup.answers(Site::A);
        a.host = u" 192.168.1.23 "_s;
        a.user = u" taro "_s;
        setup.setAnswers(Site::A, a);
        setup.connectTo(Site::A, Secret(u"raspberry"_s), {});
        QCOMPARE(world.targets.a, (SshTarget { u"192.168.1.23"_s, 22, u"taro"_s }));
        QCOMPARE(world.passwords.a, QByteArray("raspberry"));
        setup.next();
        QCOMPARE(setup.page(), PageId::Tailscale);
        QCOMPARE(setup.pi(Site::A).login, LoginStage::WaitingForPerson);
        QVERIFY(!setup.canGoNext());
        world.completeLogin(Site::A);
        QVERIFY(setup.canGoNext());
        setup.next();
        QCOMPARE(setup.page(), PageId::PiB);
        QCOMPARE(setup.pi(Site::A).facts->tailscale.peers.size(), std::size_t(1)); // to pick Pi B from
        PiAnswers b = setup.answers(Site::B);
        b.place = Place::OtherHome;
        b.host = u"100.64.0.2"_s;
        setup.setAnswers(Site::B, b);
        setup.connectTo(Site::B, Secret(u"other"_s), {});
        QCOMPARE(world.passwords.b, QByteArray("other"));
        setup.next();
        QCOMPARE(setup.page(), PageId::Addresses);
        QVERIFY(setup.canGoNext()); // what is proposed is good as it is
        setup.next();
        QCOMPARE(setup.page(), PageId::CheckUp);
        QCOMPARE(setup.checkUpStage(), CheckUpStage::Ready);
        setup.next();
        QCOMPARE(setup.page(), PageId::Review);
        QVERIFY(!setup.nothingToDo());
        setup.next();
        QCOMPARE(setup.page(), PageId::Apply);
        QVERIFY(setup.isWorking());
        QVERIFY(!setup.canGoBack());
        world.step(Site::B, StepId::BackUp, StepState::Done);
        QCOMPARE(setup.board().rows(Site::B).front().state, StepState::Done);
        world.finish(Carrier::Fou, TunnelState::Joined);
        QCOMPARE(setup.page(), PageId::Result);
        QVERIFY(setup.isJoined());
        QCOMPARE(setup.plan().carrier, Carrier::Fou);
    }

    void remembersARunThatDidNotEnd()
    {
        QTemporaryDir folder;
        {
            FakeBackend world;
            SetupController setup(world, SavedSetup(folder.path()));
            toApply(setup);
            world.step(Site::B, StepId::InstallPackages, StepState::Running);
        } // as when the program is killed: nobody told it the end
        FakeBackend world;
        {
            SetupController setup(world, SavedSetup(folder.path()));
            QVERIFY(setup.unfinished());
            QVERIFY(!setup.unfinished()->isRemoval);
            QVERIFY(!setup.unfinished()->since.isEmpty());
            QCOMPARE(setup.unfinished()->lastSteps.a, QString());
            QCOMPARE(setup.unfinished()->lastSteps.b, u"install-packages"_s);
            toApply(setup);
            world.finish(Carrier::Fou, TunnelState::Joined);
            QVERIFY(!setup.unfinished());
            setup.undoAll();
            QVERIFY(setup.unfinished()->isRemoval);
        }
        SetupController setup(world, SavedSetup(folder.path()));
        QVERIFY(setup.unfinished()->isRemoval);
        setup.undoAll();
        Q_EMIT world.undone();
        QVERIFY(!setup.unfinished());
        QVERIFY(!SavedSetup(folder.path()).answers().unfinished);
    }

    void takesBackWhatIsAskedFor()
    {
        FakeBackend world;
        SetupController setup(world, SavedSetup());
        PiAnswers a = setup.answers(Site::A);
        a.host = u"192.168.1.23"_s;
        setup.setAnswers(Site::A, a);
        setup.begin(Goal::Remove);
        setup.connectTo(Site::A, Secret(u"raspberry"_s), {});
        setup.next();
        QVERIFY(!setup.canGoNext());
        setup.setPiBIsGone(true);
        setup.next();
        QCOMPARE(setup.page(), PageId::Review);
        setup.setRemovesPackages(true);
        setup.next();
        QVERIFY(world.calls.contains(u"undo"_s));
        QVERIFY(world.removal.piBIsGone); // nobody waits for a Raspberry Pi that will not answer
        QVERIFY(world.removal.packages);
        Q_EMIT world.undone();
        setup.goTo(PageId::Welcome);
        setup.begin(Goal::Remove);
        QVERIFY(!setup.removesPackages()); // asked each time
    }

    void saysAndRepairsBadAddresses()
    {
        FakeBackend world;
        SetupController setup(world, SavedSetup());
        toAddresses(setup);
        setup.addresses().setText(Site::B, AddressField::First, u"１９２．１６８．１．５０"_s); // full-width, as a Japanese keyboard types it
        QCOMPARE(setup.hint(), Hint::FixAddresses);
        QVERIFY(!setup.canGoNext());
        QVERIFY(!setup.draft().problems().empty());
        setup.addresses().repair();
        QVERIFY(setup.canGoNext());
        setup.addresses().setText(Site::A, AddressField::Last, u"something"_s);
        QVERIFY(!setup.canGoNext());
        setup.addresses().repair();
        QVERIFY(setup.canGoNext());
        setup.addresses().setText(Site::A, AddressField::Last, u"80"_s); // the last number alone is enough
        QVERIFY(setup.canGoNext());
        QCOMPARE(setup.draft().plan()->homes.a.dhcp.last, Ipv4(192, 168, 1, 80));
    }

    void proposesWhatFitsTheRoutersThatWereSeen()
    {
        FakeBackend world;
        world.facts.a.defaultGateway = u"192.168.11.1"_s;
        world.facts.b.defaultGateway = u"192.168.3.1"_s;
        world.facts.a.interfaces.front().address = u"192.168.11.50/24"_s;
        world.facts.a.dhcpcdOptions[u"eth0"_s] = QStringList { u"static ip_address=192.168.11.50/24"_s };
        SetupController setup(world, SavedSetup());
        toPiB(setup);
        QVERIFY(setup.draft().plan() == AddressPlan::recipe()); // nobody has asked yet
        setup.connectTo(Site::B, Secret(u"raspberry"_s), {});
        setup.next();
        QCOMPARE(setup.draft().routerText(Site::A), u"192.168.11.1 192.168.11.51 192.168.11.99"_s); // without the address of a Pi that keeps it
        QCOMPARE(setup.draft().routerText(Site::B), u"192.168.11.100 192.168.11.101 192.168.11.199"_s);
        setup.next();
        QVERIFY(setup.plan().addresses == setup.draft().plan());
    }

    // As long as router A is the one of that plan.
    void proposesWhatBothPisWereSetUpFor()
    {
        BridgePlan stored;
        stored.addresses = AddressPlan::recipeIn(Ipv4(192, 168, 11, 1));
        stored.addresses.homes.a.dhcp.last = Ipv4(192, 168, 11, 80);
        const QString asStored = u"192.168.11.1 192.168.11.2 192.168.11.80"_s;
        const auto proposedBehind = [&](const QString &routerA, const BridgePlan &onPiB) {
            FakeBackend world;
            world.facts.a.defaultGateway = routerA;
            world.facts.b.defaultGateway = u"192.168.11.100"_s;
            world.facts.a.planJson = stored.toJson();
            world.facts.b.planJson = onPiB.toJson();
            SetupController setup(world, SavedSetup());
            toAddresses(setup);
            return setup.draft().routerText(Site::A);
        };
        QCOMPARE(proposedBehind(u"192.168.11.1"_s, stored), asStored);
        QVERIFY(proposedBehind(u"192.168.11.1"_s, BridgePlan()) != asStored);
        QCOMPARE(proposedBehind(u"10.0.0.1"_s, stored), u"10.0.0.1 10.0.0.2 10.0.0.99"_s);
    }

    // Back to Pi B and forward again, by when router A is another one.
    static void comeAgain(FakeBackend &world, SetupController &setup)
    {
        setup.goTo(PageId::PiB);
        world.facts.a.defaultGateway = u"10.0.0.1"_s;
        setup.refresh(Site::A);
        setup.next();
        QCOMPARE(setup.page(), PageId::Addresses);
    }
    void aSecondVisitProposesAnewWhatNobodyHasTouched()
    {
        const QString moved = u"10.0.0.1 10.0.0.2 10.0.0.99"_s;
        const QString before = u"192.168.1.1 192.168.1.2 192.168.1.99"_s;
        const auto visit = [&](auto touch) {
            FakeBackend world;
            SetupController setup(world, SavedSetup());
            toAddresses(setup);
            touch(setup);
            comeAgain(world, setup);
            return setup.draft().routerText(Site::A);
        };
        QCOMPARE(visit([](SetupController &) {}), moved);
        QCOMPARE(visit([](SetupController &setup) { setup.next(); }), moved); // taken as it was, and not used
        QCOMPARE(visit([](SetupController &setup) { setup.addresses().setText(Site::B, AddressField::Last, u"192.168.1.150"_s); }), before);
        QCOMPARE(visit([](SetupController &setup) { setup.addresses().setRouterIsChanged(Site::B, true); }), before);
        QCOMPARE(visit([](SetupController &setup) {
            setup.addresses().setText(Site::B, AddressField::First, u"192.168.1.50"_s);
            setup.addresses().repair(); // is still their own
        }),
            before);
        QCOMPARE(visit([](SetupController &setup) {
            setup.addresses().setText(Site::B, AddressField::Last, u"192.168.1.150"_s);
            setup.addresses().useProposed();
        }),
            moved);
    }

    void theSuggestedValuesAreThoseForWhatIsSeenNow()
    {
        FakeBackend world;
        SetupController setup(world, SavedSetup());
        toAddresses(setup);
        setup.addresses().setText(Site::A, AddressField::Router, u"192.168.5.1"_s);
        comeAgain(world, setup);
        QCOMPARE(setup.draft().text(Site::A, AddressField::Router), u"192.168.5.1"_s);
        setup.addresses().useProposed();
        QCOMPARE(setup.draft().routerText(Site::A), u"10.0.0.1 10.0.0.2 10.0.0.99"_s);
    }

    void addressesOnThePisAreNotProposedAnew()
    {
        FakeBackend world;
        SetupController setup(world, SavedSetup());
        toApply(setup);
        world.finish(Carrier::Gre, TunnelState::Joined);
        comeAgain(world, setup);
        QVERIFY(setup.draft().plan() == AddressPlan::recipe());
    }

    void addressesOfAnotherStartAreProposedAnewUnlessTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QByteArray>("answers"); // instead of those that were written; empty: those
        QTest::addColumn<QString>("routerA");
        const QString first = u"192.168.1.1 192.168.1.2 192.168.1."_s;
        QTest::newRow("as proposed") << QString() << QByteArray() << u"10.0.0.1 10.0.0.2 10.0.0.99"_s;
        QTest::newRow("typed") << u"80"_s << QByteArray() << first + u"80"_s;
        QTest::newRow("typed, the same as proposed") << u"99"_s << QByteArray() << first + u"99"_s;
        // An older version did not write down which they are.
        QTest::newRow("of an older version, its own") << u"80"_s << QByteArray("{}") << first + u"80"_s;
        QTest::newRow("of an older version, the recipe's") << QString() << QByteArray("{}") << u"10.0.0.1 10.0.0.2 10.0.0.99"_s;
    }
    void addressesOfAnotherStartAreProposedAnewUnlessTyped()
    {
        QFETCH(QString, typed);
        QFETCH(QByteArray, answers);
        QTemporaryDir folder;
        FakeBackend world;
        {
            SetupController setup(world, SavedSetup(folder.path()));
            toAddresses(setup);
            if (!typed.isEmpty())
                setup.addresses().setText(Site::A, AddressField::Last, typed);
            setup.next();
        }
        if (!answers.isEmpty()) {
            QFile file(folder.filePath(u"answers.json"_s));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(answers);
        }
        world.facts.a.defaultGateway = u"10.0.0.1"_s;
        SetupController setup(world, SavedSetup(folder.path()));
        toAddresses(setup);
        QTEST(setup.draft().routerText(Site::A), "routerA");
    }

    void aPiThatDoesNotAnswerHasSeenNothing()
    {
        FakeBackend world;
        SetupController setup(world, SavedSetup());
        toPiB(setup);
        setup.connectTo(Site::B, Secret(u"raspberry"_s), {});
        setup.next();
        QVERIFY(setup.addresses().routersSeen().pis.a && setup.addresses().routersSeen().pis.b);
        Q_EMIT world.failed(Task::Survey, Site::B, error(ErrorKind::ConnectionLost));
        QVERIFY(setup.addresses().routersSeen().pis.a && !setup.addresses().routersSeen().pis.b);
        comeAgain(world, setup);
        QVERIFY(setup.draft().plan() == AddressPlan::recipe()); // of half of it nothing is proposed
        world.calls.clear();
        setup.addresses().lookAtRouters();
        QCOMPARE(world.calls, (QStringList { u"survey A"_s, u"survey B"_s }));
        QVERIFY(setup.addresses().routersSeen().pis.b);
        PiAnswers here = setup.answers(Site::B);
        here.place = Place::NextToMe;
        setup.setAnswers(Site::B, here);
        world.calls.clear();
        setup.addresses().lookAtRouters(); // Pi B sees Pi A's
        QCOMPARE(world.calls, QStringList { u"survey A"_s });
    }

    // Who has said where Pi A is has written its card; a plan is there only after the routers.
    void nobodyIsShownTwiceHowToWriteACard()
    {
        QTemporaryDir folder;
        {
            FakeBackend world;
            SetupController setup(world, SavedSetup(folder.path()));
            setup.begin(Goal::Join);
            QCOMPARE(setup.page(), PageId::SdCards);
            toTailscale(setup);
        }
        FakeBackend world;
        SetupController setup(world, SavedSetup(folder.path()));
        setup.begin(Goal::Join);
        QCOMPARE(setup.page(), PageId::PiA);
    }

    void keepsWhatWasTypedAfterAWrongPassword()
    {
        FakeBackend world;
        world.refuse.a = error(ErrorKind::AuthDenied);
        SetupController setup(world, SavedSetup());
        toPiA(setup);
        PiAnswers a;
        a.host = u"192.168.1.23"_s;
        a.user = u"taro"_s;
        setup.setAnswers(Site::A, a);
        setup.connectTo(Site::A, Secret(u"wrong"_s), {});
        QCOMPARE(setup.pi(Site::A).stage, SignInStage::Failed);
        QCOMPARE(setup.pi(Site::A).error->kind, ErrorKind::AuthDenied);
        QCOMPARE(setup.answers(Site::A), a);
        world.refuse.a.reset();
        setup.connectTo(Site::A, Secret(u"right"_s), {});
        QVERIFY(setup.canGoNext());
    }

    void asksBeforeItTrusts()
    {
        for (const ErrorKind kind : { ErrorKind::HostKeyUnknown, ErrorKind::HostKeyChanged }) {
            FakeBackend world;
            world.refuse.a = error(kind, u"SHA256:abc"_s);
            SetupController setup(world, SavedSetup());
            toPiA(setup);
            setup.connectTo(Site::A, Secret(u"x"_s), {});
            QCOMPARE(setup.pi(Site::A).stage, SignInStage::AskHostKey);
            QCOMPARE(setup.hint(), Hint::AnswerHostKey);
            setup.refuseHostKey(Site::A);
            QCOMPARE(setup.pi(Site::A).stage, SignInStage::Idle);
            QVERIFY(!world.calls.contains(u"trust A"_s));
            setup.connectTo(Site::A, Secret(u"x"_s), {});
            setup.trustHostKey(Site::A);
            QCOMPARE(setup.pi(Site::A).stage, SignInStage::SignedIn);
        }
    }

    void anotherAddressIsAnotherPi()
    {
        FakeBackend world;
        SetupController setup(world, SavedSetup());
        toPiB(setup);
        setup.goTo(PageId::PiA);
        QVERIFY(setup.canGoNext());
        PiAnswers a = setup.answers(Site::A);
        a.host = u"192.168.1.99"_s;
        setup.setAnswers(Site::A, a);
        QVERIFY(!setup.canGoNext());
        QVERIFY(!setup.pi(Site::A).facts);
    }

    void installsTailscaleWhenAskedTo()
    {
        for (const Site site : bothSites) {
            FakeBackend world;
            world.facts[site] = withoutTailscale(world.facts[site]);
            SetupController setup(world, SavedSetup());
            toTailscale(setup);
            if (site == Site::B) {
                setup.next();
                setup.connectTo(Site::B, Secret(u"raspberry"_s), {});
            }
            // Nothing is installed, and nobody is logged in, that nobody asked for.
            QCOMPARE(setup.pi(site).login, LoginStage::NotInstalled);
            QVERIFY(!world.calls.join(u' ').contains("login"_L1) && !world.calls.join(u' ').contains("install"_L1));
            QVERIFY(!setup.canGoNext());
            setup.installTailscale(site);
            QCOMPARE(setup.pi(site).login, LoginStage::Installing);
            Q_EMIT world.failed(Task::TailscaleInstall, site, error(ErrorKind::PackagesOffline));
            QCOMPARE(setup.pi(site).login, LoginStage::NotInstalled);
            QCOMPARE(setup.pi(site).loginError->kind, ErrorKind::PackagesOffline);
            setup.installTailscale(site);
            QVERIFY(!setup.pi(site).loginError);
            Q_EMIT world.surveyed(site, world.facts[site]); // somebody refreshes meanwhile
            QCOMPARE(setup.pi(site).login, LoginStage::Installing);
            world.completeInstallation(site);
            QCOMPARE(setup.pi(site).login, LoginStage::WaitingForPerson);
            world.completeLogin(site);
            QVERIFY(setup.canGoNext());
        }
    }

    void anOldTailscaleIsToBeUpdated()
    {
        FakeBackend world;
        world.facts.a.tailscale.version = u"1.34.2"_s;
        SetupController setup(world, SavedSetup());
        toTailscale(setup);
        QCOMPARE(setup.pi(Site::A).login, LoginStage::NotInstalled);
        // What it is called does not matter where the tunnel is up already.
        world.facts.a.tailscale.provenByTunnel = true;
        setup.refresh(Site::A);
        QCOMPARE(setup.pi(Site::A).login, LoginStage::LoggedIn);
    }

    void logsPiBInWhenItIsNot()
    {
        FakeBackend world;
        world.facts.b = loggedOut(world.facts.b);
        SetupController setup(world, SavedSetup());
        toPiB(setup);
        PiAnswers b = setup.answers(Site::B);
        b.place = Place::NextToMe;
        b.host = u"192.168.1.24"_s;
        setup.setAnswers(Site::B, b);
        setup.connectTo(Site::B, Secret(u"raspberry"_s), {});
        QCOMPARE(setup.hint(), Hint::LogInB);
        QCOMPARE(setup.pi(Site::B).login, LoginStage::WaitingForPerson);
        world.completeLogin(Site::B);
        QVERIFY(setup.canGoNext());
    }

    void blockersStopAndWarningsDoNot()
    {
        FakeBackend world;
        SetupController setup(world, SavedSetup());
        toPiB(setup);
        PiAnswers b = setup.answers(Site::B);
        b.host = u"100.64.0.2"_s;
        setup.setAnswers(Site::B, b);
        setup.connectTo(Site::B, Secret(u"raspberry"_s), {});
        world.facts.b.interfaces.front().speedMbit = 100;
        world.facts.b.tailscale.keyExpiry = QDateTime::fromString(u"2099-01-01T00:00:00Z"_s, Qt::ISODate);
        setup.next();
        setup.next();
        QCOMPARE(setup.checkUpStage(), CheckUpStage::Ready);
        QVERIFY(std::any_of(setup.findings().begin(), setup.findings().end(), [](const Finding &f) { return f.level == Level::Warn; }));
        QVERIFY(setup.canGoNext());
        world.facts.b.networkOwner = NetworkOwner::Networkd;
        world.checkUpError = error(ErrorKind::UnsupportedSystem, u"systemd-networkd"_s);
        setup.checkUp();
        QCOMPARE(setup.checkUpStage(), CheckUpStage::Failed);
        QVERIFY(hasBlocker(setup.findings()));
        QVERIFY(!setup.canGoNext());
    }

    // Nothing is marked then, and nothing on the page is to be put right.
    void aLostConnectionInTheCheckUpAsksForAnotherTry()
    {
        FakeBackend world;
        SetupController setup(world, SavedSetup());
        toCheckUp(setup);
        QCOMPARE(setup.hint(), Hint::None);
        setup.checkUp();
        Q_EMIT world.failed(Task::CheckUp, Site::A, error(ErrorKind::ConnectionLost));
        QVERIFY(!hasBlocker(setup.findings()));
        QCOMPARE(setup.hint(), Hint::CheckAgain);
        QVERIFY(!setup.canGoNext());
    }

    // A new sign-in on a page before: the check-up's next visit begins anew, and nobody reads that they had wished to stop.
    void aDisplacedCheckUpBeginsAnew()
    {
        FakeBackend world;
        SetupController setup(world, SavedSetup());
        toRunningCheckUp(world, setup);
        QCOMPARE(setup.checkUpStage(), CheckUpStage::Running);
        setup.goTo(PageId::PiA);
        setup.connectTo(Site::A, Secret(u"raspberry"_s), {});
        Q_EMIT world.superseded(Task::CheckUp, Site::A);
        QVERIFY(!setup.checkUpError());
        QCOMPARE(setup.checkUpStage(), CheckUpStage::Idle);
        Q_EMIT world.signedIn(Site::A, world.facts.a);
        world.calls.clear();
        for (int i = 0; i < 5 && setup.page() != PageId::CheckUp; ++i)
            setup.next();
        QCOMPARE(setup.page(), PageId::CheckUp);
        QCOMPARE(world.calls.count(u"checkUp"_s), 1);
        // Where the word comes late, the page is there already and waits.
        Q_EMIT world.superseded(Task::CheckUp, Site::A);
        QCOMPARE(world.calls.count(u"checkUp"_s), 2);
        QCOMPARE(setup.checkUpStage(), CheckUpStage::Running);
    }

    // Back to the addresses while it runs, and forward again: the answer is about the old ones.
    void addressesChangedDuringTheCheckUpAreKept()
    {
        FakeBackend world;
        SetupController setup(world, SavedSetup());
        toRunningCheckUp(world, setup);
        const BridgePlan before = setup.plan();
        setup.goTo(PageId::Addresses);
        setup.addresses().setText(Site::A, AddressField::Last, u"192.168.1.77"_s);
        world.answers = true;
        world.calls.clear();
        setup.next();
        QCOMPARE(setup.page(), PageId::CheckUp);
        QCOMPARE(world.calls, QStringList { u"checkUp"_s });
        const AddressPlan typed = setup.plan().addresses;
        QVERIFY(typed != before.addresses);
        QCOMPARE(setup.checkUpStage(), CheckUpStage::Ready);
        QVERIFY(setup.plan().addresses == typed);
    }

    // Another host is typed while Pi A still answers, or is being looked at: none of it is about the new one.
    void whatIsForgottenIsAskedNoMore()
    {
        FakeBackend world;
        SetupController setup(world, SavedSetup());
        toPiB(setup);
        world.calls.clear();
        PiAnswers elsewhere = setup.answers(Site::A);
        elsewhere.host = u"192.168.1.99"_s;
        setup.setAnswers(Site::A, elsewhere);
        QCOMPARE(setup.pi(Site::A).stage, SignInStage::Idle);
        QCOMPARE(world.calls, QStringList { u"withdraw A"_s });
    }

    void aDisplacedSurveyIsNoError()
    {
        FakeBackend world;
        SetupController setup(world, SavedSetup());
        toPiB(setup);
        world.answers = false;
        setup.refresh(Site::A);
        QVERIFY(setup.pi(Site::A).refreshing);
        Q_EMIT world.superseded(Task::Survey, Site::A);
        QVERIFY(!setup.pi(Site::A).refreshing);
        QVERIFY(!setup.pi(Site::A).error);
    }

    void takesOverWhatWasMadeByHandWhenItsOwnerSaysSo()
    {
        FakeBackend world;
        SetupController setup(world, SavedSetup());
        recipeByHand(world.facts.b);
        toCheckUp(setup);
        QCOMPARE(setup.page(), PageId::CheckUp);
        QVERIFY(!setup.canGoNext());
        world.calls.clear();
        setup.setTakesOver(true);
        setup.setTakesOver(true); // said already
        QCOMPARE(world.calls, QStringList { u"checkUp"_s }); // both are looked at again
        QVERIFY(setup.canGoNext());
        setup.next();
        setup.next();
        QVERIFY(world.planApplied.takesOver);
        setup.stopAndUndo();
        Q_EMIT world.failed(Task::Apply, Site::A, error(ErrorKind::Cancelled));
        Q_EMIT world.undone();
        toAddresses(setup); // another time it is asked again
        QVERIFY(!setup.plan().takesOver);
    }
    void stopTakesAFirstSetupBack()
    {
        FakeBackend world;
        SetupController setup(world, SavedSetup());
        toApply(setup);
        QVERIFY(setup.stopUndoesAll());
        setup.stopAndUndo();
        QCOMPARE(setup.applyStage(), ApplyStage::Stopping);
        Q_EMIT world.failed(Task::Apply, Site::A, error(ErrorKind::Cancelled));
        QCOMPARE(setup.applyStage(), ApplyStage::Undoing);
        QVERIFY(setup.isWorking());
        Q_EMIT world.undone();
        QCOMPARE(setup.applyStage(), ApplyStage::Stopped);
        QVERIFY(setup.canGoBack());
    }

    void stopKeepsAWorkingSetup()
    {
        FakeBackend world;
        world.facts.a.runState = RunState::Confirmed;
        world.facts.b.runState = RunState::Confirmed;
        SetupController setup(world, SavedSetup());
        toApply(setup);
        setup.stopAndUndo();
        Q_EMIT world.failed(Task::Apply, Site::A, error(ErrorKind::Cancelled));
        QCOMPARE(setup.applyStage(), ApplyStage::Stopped);
        QVERIFY(!world.calls.contains(u"undo"_s));
    }
    void stopThatCouldNotPutBackIsNoStop()
    {
        FakeBackend world;
        world.facts.a.runState = RunState::Confirmed;
        world.facts.b.runState = RunState::Confirmed;
        SetupController setup(world, SavedSetup());
        toApply(setup);
        setup.stopAndUndo();
        Q_EMIT world.failed(Task::Apply, Site::A, error(ErrorKind::RollbackIncomplete));
        QCOMPARE(setup.applyStage(), ApplyStage::Failed);
        QCOMPARE(setup.applyError()->kind, ErrorKind::RollbackIncomplete);
    }

    void failureCanBeTriedAgain()
    {
        FakeBackend world;
        SetupController setup(world, SavedSetup());
        toApply(setup);
        Q_EMIT world.failed(Task::Apply, Site::A, error(ErrorKind::PackagesOffline));
        QCOMPARE(setup.applyStage(), ApplyStage::Failed);
        QCOMPARE(setup.applyError()->kind, ErrorKind::PackagesOffline);
        setup.tryAgain();
        QCOMPARE(setup.applyStage(), ApplyStage::Running);
        QCOMPARE(world.calls.count(u"apply"_s), 2);
    }

    void tellsToCarryPiBHome()
    {
        FakeBackend world;
        SetupController setup(world, SavedSetup());
        toApply(setup);
        world.finish(Carrier::Gre, TunnelState::SameLan);
        QVERIFY(setup.waitsForCarrying());
        QVERIFY(!setup.isJoined());
        world.facts.a.tunnelState = TunnelState::Joined;
        world.facts.b.tunnelState = TunnelState::Joined;
        setup.refresh(Site::A);
        setup.refresh(Site::B);
        QVERIFY(setup.isJoined());
        world.facts.b.tunnelState = TunnelState::NoBridge;
        setup.refresh(Site::B);
        QVERIFY(!setup.isJoined());
    }

    // For what there is to use is looked when there is a way to it: not before, once, and only while the result is shown.
    void looksForDevicesOnceJoined()
    {
        FakeBackend world;
        SetupController setup(world, SavedSetup());
        toApply(setup);
        world.finish(Carrier::Gre, TunnelState::NoPeer);
        QCOMPARE(setup.page(), PageId::Result);
        QVERIFY(!world.calls.contains(u"searchDevices"_s));
        for (const Site site : bothSites) {
            world.facts[site].tunnelState = TunnelState::Joined;
            setup.refresh(site);
        }
        QCOMPARE(world.calls.count(u"searchDevices"_s), 1);
        QCOMPARE(setup.devices().stage(), SearchStage::Done);
        const auto devices = setup.devices().elsewhere();
        QCOMPARE(devices.size(), std::size_t(3)); // without that of this home
        QVERIFY(devices[0].home == Site::B && devices[1].home == Site::B && !devices[2].home);
        setup.refresh(Site::A); // still joined
        QCOMPARE(world.calls.count(u"searchDevices"_s), 1);
        world.offersAreSearched = false;
        setup.searchDevices();
        QCOMPARE(setup.devices().stage(), SearchStage::Running);
        setup.goTo(PageId::Welcome);
        QCOMPARE(setup.devices().stage(), SearchStage::Idle);
        QVERIFY(setup.devices().elsewhere().empty());
        QVERIFY(world.calls.contains(u"withdrawDeviceSearch"_s));
    }

    void remembersAllButSecrets()
    {
        QTemporaryDir folder;
        {
            FakeBackend world;
            SetupController setup(world, SavedSetup(folder.path()));
            QVERIFY(!setup.hasSavedPlan());
            setup.setLanguage(u"ja"_s);
            toAddresses(setup);
            setup.addresses().setText(Site::B, AddressField::Last, u"192.168.1.150"_s);
            setup.goTo(PageId::Welcome);
            toApply(setup);
            world.finish(Carrier::Gre, TunnelState::Joined);
        }
        FakeBackend world;
        SetupController setup(world, SavedSetup(folder.path()));
        QVERIFY(setup.hasSavedPlan());
        QCOMPARE(setup.language(), u"ja"_s);
        QCOMPARE(setup.draft().text(Site::B, AddressField::Last), u"192.168.1.150"_s);
        QCOMPARE(setup.answers(Site::A).host, u"192.168.1.23"_s);
        QCOMPARE(setup.plan().pis.b.tailnetAddress, u"100.64.0.2"_s);
        for (const QString &name : QDir(folder.path()).entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("\"raspberry\""), qPrintable(name));
        }
    }

    void removesWithoutPiB()
    {
        QTemporaryDir folder;
        SavedSetup saved(folder.path());
        saved.save(BridgePlan());
        FakeBackend world;
        SetupController setup(world, SavedSetup(folder.path()));
        setup.begin(Goal::Remove);
        QCOMPARE(setup.page(), PageId::PiA);
        setup.connectTo(Site::A, Secret(u"raspberry"_s), {});
        setup.next();
        QCOMPARE(setup.page(), PageId::PiB);
        QVERIFY(!setup.canGoNext());
        setup.setPiBIsGone(true);
        setup.next();
        QCOMPARE(setup.page(), PageId::Review);
        setup.next();
        QVERIFY(world.calls.contains(u"undo"_s));
        Q_EMIT world.undone();
        QCOMPARE(setup.applyStage(), ApplyStage::Removed);
        QVERIFY(!QFile::exists(folder.filePath(u"plan.json"_s)));
    }

    void aDamagedPlanIsSaidAndNotUsed()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"plan.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ this is no plan");
        file.close();
        FakeBackend world;
        SetupController setup(world, SavedSetup(folder.path()));
        QVERIFY(!setup.hasSavedPlan());
        QVERIFY(setup.savedPlanError().has_value());
    }
};

QTEST_GUILESS_MAIN(TestSetupController)
#include "tst_setupcontroller.moc"
