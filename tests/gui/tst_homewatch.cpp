// SPDX-License-Identifier: GPL-3.0-or-later
// The first page of homes that are set up, without a screen: whom it asks by itself, what is known by that, and that nobody waits for it.
#include "tests/gui/fakebackend.h"
#include "wizard/flow/setupcontroller.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace twinlan;
using namespace twinlan::test;

namespace {

const std::vector<Site> both { Site::A, Site::B };
const std::vector<Site> nobody;

// One start of the program after the other, with the same folder and the same desktop.
class Desk
{
public:
    explicit Desk(const std::vector<Site> &remembered = both) { (void)joinedSetup(world, remembered, SavedSetup(m_folder.path())); }
    FakeBackend world;
    std::unique_ptr<SetupController> setup;

    void start() // as the window does it
    {
        setup = std::make_unique<SetupController>(world, SavedSetup(m_folder.path()));
        world.calls.clear();
        setup->lookAtHomes();
    }
    void startWith(const std::function<void(Answers &)> &change)
    {
        SavedSetup saved(m_folder.path());
        Answers answers = saved.answers();
        change(answers);
        saved.save(answers);
        start();
    }
    [[nodiscard]] const HomeWatch &homes() const { return setup->homes(); }
    [[nodiscard]] HomeStage stage(Site site) const { return homes().stage(site); }
    [[nodiscard]] QStringList asked() const { return world.calls.filter(QRegularExpression(u"^(signIn|survey|login|searchDevices)"_s)); }
    [[nodiscard]] QDateTime lastSeen(Site site) const { return SavedSetup(m_folder.path()).answers().pis[site].lastSeen; }

private:
    QTemporaryDir m_folder;
};

const QDateTime longAgo(QDate(2026, 11, 20), QTime(21, 40));

} // namespace

class TestHomeWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsRememberedIsAsked()
    {
        Desk desk;
        desk.start();
        QVERIFY(desk.setup->isHome());
        QCOMPARE(desk.setup->pages()[1], PageId::PiA); // their cards are written
        QCOMPARE(desk.asked(), QStringList({ u"signIn A"_s, u"signIn B"_s, u"searchDevices"_s }));
        QCOMPARE(desk.world.passwords.a + desk.world.passwords.b, QByteArray());
        QVERIFY(!desk.world.ownKeys.a.isEmpty());
        QCOMPARE(desk.stage(Site::A), HomeStage::Answers);
        QCOMPARE(desk.stage(Site::B), HomeStage::Answers);
        QCOMPARE(desk.homes().areJoined(), std::optional(true));
        QCOMPARE(desk.setup->devices().way(), TailnetWay::Direct);
    }

    void whoIsNotIsLeftAlone()
    {
        Desk desk(nobody);
        desk.start();
        QVERIFY(desk.setup->isHome());
        QCOMPARE(desk.world.calls, QStringList());
        QCOMPARE(desk.world.desktop.calls, QStringList()); // nor is the password store opened
        QVERIFY(!desk.homes().canLook());
        QCOMPARE(desk.stage(Site::A), HomeStage::NotAsked);
        QCOMPARE(desk.homes().areJoined(), std::nullopt);
    }

    void onlyHomesThatAreSetUpAreLookedAt()
    {
        Desk desk;
        desk.startWith([](Answers &answers) { answers.applied = false; });
        QVERIFY(!desk.setup->isHome());
        QCOMPARE(desk.world.calls, QStringList());
        desk.startWith([](Answers &answers) {
            answers.applied = true;
            answers.unfinished = UnfinishedRun { false, u"2026-11-24 07:12"_s, {} };
        });
        QVERIFY(!desk.setup->isHome());
        QCOMPARE(desk.asked(), QStringList({ u"signIn A"_s, u"signIn B"_s })); // who finishes the setup types no password
    }

    void whatIsKnown_data()
    {
        using enum TunnelState;
        QTest::addColumn<PerSite<TunnelState>>("said");
        QTest::addColumn<QString>("silent");
        QTest::addColumn<std::optional<bool>>("joined");
        const auto row = [](const char *name, TunnelState a, TunnelState b, const QString &silent, std::optional<bool> joined) {
            QTest::newRow(name) << PerSite<TunnelState> { a, b } << silent << joined;
        };
        row("both say so", Joined, Joined, {}, true);
        row("one says no", Joined, NoVpn, {}, false);
        row("about to", Checking, Checking, {}, false);
        row("a newer guard", Joined, Unknown, {}, std::nullopt);
        row("both newer", Unknown, Unknown, {}, std::nullopt);
        row("the other is silent", Joined, Joined, u"B"_s, std::nullopt);
        row("the other is silent, and this one knows", NoPeer, Joined, u"B"_s, false);
        row("nobody answers", Joined, Joined, u"AB"_s, std::nullopt);
    }
    void whatIsKnown()
    {
        QFETCH(PerSite<TunnelState>, said);
        QFETCH(QString, silent);
        QFETCH(std::optional<bool>, joined);
        Desk desk;
        for (const Site site : bothSites) {
            desk.world.facts[site].tunnelState = said[site];
            if (silent.contains(site == Site::A ? u'A' : u'B'))
                desk.world.refuse[site] = error(ErrorKind::NoRoute);
        }
        desk.start();
        QCOMPARE(desk.homes().areJoined(), joined);
        QCOMPARE(desk.asked().contains(u"searchDevices"_s), joined == true);
    }

    void onePiAlone()
    {
        Desk desk(std::vector { Site::A });
        desk.start();
        QCOMPARE(desk.asked(), QStringList({ u"signIn A"_s, u"searchDevices"_s }));
        QCOMPARE(desk.stage(Site::B), HomeStage::NotAsked);
        QCOMPARE(desk.homes().areJoined(), std::optional(true)); // by the word of its guard, which hears the other one
        Desk other(std::vector { Site::B }); // the way to it leads through one that is not remembered
        other.start();
        QCOMPARE(other.asked(), QStringList());
        QCOMPARE(other.stage(Site::B), HomeStage::NotAsked);
        other.startWith([](Answers &answers) { answers.pis.b.place = Place::NextToMe; });
        QCOMPARE(other.asked().first(), u"signIn B"_s);
    }

    void aHomeThatIsNotSetUpAnyMore()
    {
        Desk desk;
        desk.world.facts.a.runState = RunState::None;
        desk.world.facts.a.tunnelState = TunnelState::Unknown;
        desk.start();
        QCOMPARE(desk.homes().areJoined(), std::optional(false));
        QCOMPARE(desk.homes().notices(Site::A).front().kind, FindingKind::HalfDone);
        desk.world.facts.a.gaveBack = u"no-address"_s;
        desk.setup->lookAtHomes();
        QCOMPARE(desk.homes().notices(Site::A).front().kind, FindingKind::GaveBack);
        QCOMPARE(desk.homes().notices(Site::A).size(), std::size_t(1));
        QVERIFY(desk.homes().notices(Site::B).empty());
    }

    void aLoginThatEnds_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("isLoggedOut");
        QTest::addColumn<std::optional<Level>>("level");
        QTest::newRow("in half a year") << 180 << false << std::optional<Level>();
        QTest::newRow("soon") << 29 << false << std::optional(Level::Warn);
        QTest::newRow("yesterday") << -1 << false << std::optional(Level::Stop);
        QTest::newRow("yesterday, and logged out for that") << -1 << true << std::optional(Level::Stop);
    }
    void aLoginThatEnds()
    {
        QFETCH(int, days);
        QFETCH(bool, isLoggedOut);
        QFETCH(std::optional<Level>, level);
        Desk desk;
        if (isLoggedOut)
            desk.world.facts.b = loggedOut(desk.world.facts.b);
        desk.world.facts.b.tailscale.keyExpiry = QDateTime::currentDateTimeUtc().addDays(days);
        desk.start();
        const auto notices = desk.homes().notices(Site::B);
        QCOMPARE(notices.empty(), !level);
        if (level) {
            QCOMPARE(notices.front().kind, FindingKind::KeyExpiry);
            QCOMPARE(notices.front().level, *level);
        }
    }

    void whenItWasSeenLast()
    {
        Desk desk;
        desk.world.refuse.b = error(ErrorKind::NoRoute);
        desk.start();
        QVERIFY(desk.lastSeen(Site::A).secsTo(QDateTime::currentDateTime()) < 60);
        QCOMPARE(desk.stage(Site::B), HomeStage::Silent);
        QCOMPARE(desk.lastSeen(Site::B), longAgo);
        desk.start();
        QCOMPARE(desk.homes().answers(Site::B).lastSeen, longAgo);
        PiAnswers another = desk.setup->answers(Site::B);
        another.host = u"100.64.0.9"_s;
        desk.setup->setAnswers(Site::B, another);
        QVERIFY(!desk.lastSeen(Site::B).isValid());
    }

    void lookingAgain()
    {
        Desk desk;
        desk.start();
        desk.world.calls.clear();
        desk.world.answers = false;
        desk.setup->lookAtHomes();
        QCOMPARE(desk.asked(), QStringList({ u"survey A"_s, u"survey B"_s })); // over the connections that are there
        QVERIFY(desk.homes().isLooking());
        QCOMPARE(desk.homes().areJoined(), std::nullopt); // it may not be true any more
        Q_EMIT desk.world.surveyed(Site::A, desk.world.facts.a);
        Q_EMIT desk.world.failed(Task::Survey, Site::B, error(ErrorKind::ConnectionLost));
        QCOMPARE(desk.stage(Site::A), HomeStage::Answers);
        QCOMPARE(desk.stage(Site::B), HomeStage::Silent);
        desk.world.answers = true;
        desk.setup->lookAtHomes();
        QCOMPARE(desk.homes().areJoined(), std::optional(true));
    }

    void whoDidNotAnswerIsTriedAgain()
    {
        Desk desk;
        desk.world.refuse.a = error(ErrorKind::NoRoute);
        desk.start();
        QCOMPARE(desk.stage(Site::A), HomeStage::Silent);
        QCOMPARE(desk.stage(Site::B), HomeStage::Answers); // this computer has a way of its own
        desk.world.refuse.a.reset();
        desk.world.calls.clear();
        desk.setup->connectRemembered(); // as Diagnostics asks for it
        QCOMPARE(desk.asked(), QStringList({ u"signIn A"_s, u"searchDevices"_s })); // and the other one is left in peace
        QCOMPARE(desk.stage(Site::A), HomeStage::Answers);
    }

    void goingOnUsesTheConnections()
    {
        Desk desk;
        desk.start();
        desk.world.calls.clear();
        desk.setup->begin(Goal::Check);
        for (const PageId page : { PageId::PiA, PageId::Tailscale, PageId::PiB, PageId::CheckUp }) {
            QCOMPARE(desk.setup->page(), page);
            desk.setup->next();
        }
        QCOMPARE(desk.setup->checkUpStage(), CheckUpStage::Ready);
        QCOMPARE(desk.world.calls.filter(u"signIn"_s), QStringList());
        desk.setup->goTo(PageId::Welcome);
        desk.setup->begin(Goal::Remove);
        QVERIFY(desk.setup->canGoNext());
    }

    void goingOnBeforeTheAnswer()
    {
        Desk desk;
        desk.world.answers = false;
        desk.start();
        QCOMPARE(desk.asked(), QStringList({ u"signIn A"_s, u"signIn B"_s }));
        QCOMPARE(desk.stage(Site::B), HomeStage::Looking);
        desk.setup->begin(Goal::Check);
        QCOMPARE(desk.setup->hint(), Hint::Connecting); // that one arrives, and no second is begun
        Q_EMIT desk.world.signedIn(Site::A, desk.world.facts.a);
        QVERIFY(desk.setup->canGoNext());
        QCOMPARE(desk.world.calls.filter(u"signIn A"_s).size(), 1);
        QCOMPARE(desk.asked().filter(u"searchDevices"_s), QStringList()); // which the first page alone would want
    }

    void anAnswerThatComesLateChangesNothing()
    {
        Desk desk;
        desk.start();
        desk.world.answers = false;
        desk.setup->lookAtHomes();
        desk.setup->begin(Goal::Check);
        PiAnswers another = desk.setup->answers(Site::A);
        another.host = u"192.168.1.77"_s;
        desk.setup->setAnswers(Site::A, another); // which withdraws what its Pi was asked
        QVERIFY(desk.world.calls.contains(u"withdraw A"_s));
        Q_EMIT desk.world.superseded(Task::Survey, Site::A);
        QCOMPARE(desk.setup->pi(Site::A).stage, SignInStage::Idle);
        QVERIFY(!desk.setup->pi(Site::A).facts);
        QVERIFY(!desk.lastSeen(Site::A).isValid());
        // The way between the homes is nobody's business on this page.
        Q_EMIT desk.world.surveyed(Site::B, desk.world.facts.b);
        QCOMPARE(desk.setup->devices().stage(), SearchStage::Idle);
    }

    void aSearchForTheWayIsWithdrawn()
    {
        Desk desk;
        desk.world.offersAreSearched = false;
        desk.start();
        QCOMPARE(desk.setup->devices().stage(), SearchStage::Running);
        desk.setup->begin(Goal::Join);
        QVERIFY(desk.world.calls.contains(u"withdrawDeviceSearch"_s));
        QCOMPARE(desk.setup->devices().stage(), SearchStage::Idle);
    }

    void thePasswordStoreIsOpenedOnce()
    {
        Desk desk;
        desk.world.desktop.answers = false; // as long as it asks for a password of its own
        desk.start();
        QCOMPARE(desk.world.desktop.calls, QStringList(u"read SSH key"_s));
        QCOMPARE(desk.stage(Site::A), HomeStage::Looking);
        QCOMPARE(desk.stage(Site::B), HomeStage::Looking);
        desk.world.desktop.answer();
        QCOMPARE(desk.world.desktop.calls.filter(u"read SSH key"_s).size(), 1);
        QCOMPARE(desk.asked().first(2), QStringList({ u"signIn A"_s, u"signIn B"_s }));
        // Whoever goes on meanwhile signs in to Pi A alone.
        Desk other;
        other.world.desktop.answers = false;
        other.start();
        other.setup->begin(Goal::Check);
        other.world.desktop.answer();
        QCOMPARE(other.asked(), QStringList(u"signIn A"_s));
    }

    void aPasswordStoreThatStaysShut_data()
    {
        QTest::addColumn<KeychainTrouble>("trouble");
        QTest::newRow("none") << KeychainTrouble::Unavailable;
        QTest::newRow("stays locked") << KeychainTrouble::Refused;
    }
    void aPasswordStoreThatStaysShut()
    {
        QFETCH(KeychainTrouble, trouble);
        Desk desk;
        desk.world.desktop.trouble = trouble;
        desk.start();
        QCOMPARE(desk.asked(), QStringList());
        QCOMPARE(desk.stage(Site::A), HomeStage::NoKeychain);
        QCOMPARE(desk.stage(Site::B), HomeStage::NotAsked);
        QVERIFY(!desk.homes().isLooking());
        QVERIFY(desk.homes().canLook()); // it may be open the next time
        desk.setup->begin(Goal::Check);
        desk.setup->connectTo(Site::A, Secret(u"raspberry"_s), {});
        QCOMPARE(desk.world.passwords.a, QByteArray("raspberry"));
    }

    void whatAsksForThePerson()
    {
        Desk desk;
        desk.world.refuse.a = error(ErrorKind::HostKeyChanged);
        desk.start();
        QCOMPARE(desk.stage(Site::A), HomeStage::AsksPerson);
        QCOMPARE(desk.stage(Site::B), HomeStage::NotAsked); // its way is not to be trusted
        desk.setup->begin(Goal::Check);
        QCOMPARE(desk.setup->hint(), Hint::AnswerHostKey);
        Desk other;
        other.world.refuse.b = Error { ErrorKind::AuthDenied, u"100.64.0.2"_s, {}, {} };
        other.start();
        QCOMPARE(other.stage(Site::B), HomeStage::AsksPerson);
        QCOMPARE(other.homes().areJoined(), std::nullopt);
    }

    void nobodyIsLoggedInToTailscaleByALook()
    {
        Desk desk;
        desk.world.facts.b = loggedOut(desk.world.facts.b);
        desk.start();
        QCOMPARE(desk.world.calls.filter(u"login"_s), QStringList());
        desk.setup->begin(Goal::Check);
        desk.setup->next();
        desk.setup->next();
        QCOMPARE(desk.setup->page(), PageId::PiB);
        QVERIFY(desk.world.calls.contains(u"login B"_s)); // as ever
    }
};

QTEST_GUILESS_MAIN(TestHomeWatch)
#include "tst_homewatch.moc"
