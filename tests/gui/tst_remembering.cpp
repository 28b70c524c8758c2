// SPDX-License-Identifier: GPL-3.0-or-later
// Remembering a Pi, without a screen: what lies where afterwards, and that nothing is lost where the desktop or the Pi says no.
#include "remote/ssh/keypair.h"
#include "tests/gui/fakebackend.h"
#include "wizard/flow/setupcontroller.h"
#include "wizard/keychain/desktopkeychain.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace twinlan;
using namespace twinlan::test;

namespace {

// One start of the program after the other, with the same folder and the same desktop.
class Desk
{
public:
    Desk()
    {
        QFile file(m_folder.filePath(u"known_hosts"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write("192.168.1.23 ssh-ed25519 AAAAhostkeyA\n100.64.0.2 ssh-ed25519 AAAAhostkeyB\n");
    }
    FakeBackend world;
    std::unique_ptr<SetupController> setup;

    void start()
    {
        setup = std::make_unique<SetupController>(world, SavedSetup(m_folder.path()));
        world.keyCalls.clear();
        world.calls.clear();
        world.desktop.calls.clear();
        world.passwords = world.ownKeys = world.sudoPasswords = {};
    }
    void answer(Site site, const QString &host)
    {
        PiAnswers answers = setup->answers(site);
        answers.host = host;
        answers.user = u"taro"_s;
        answers.place = site == Site::A ? Place::NextToMe : Place::OtherHome;
        setup->setAnswers(site, answers);
    }
    void signInToA(const QString &password = u"raspberry"_s)
    {
        test::toPiA(*setup);
        answer(Site::A, u"192.168.1.23"_s);
        setup->connectTo(Site::A, Secret(password), {});
    }
    void signInToBoth()
    {
        signInToA();
        setup->next();
        setup->next();
        answer(Site::B, u"100.64.0.2"_s);
        setup->connectTo(Site::B, Secret(u"other"_s), {});
    }
    void toPiA() // of a plan that is there
    {
        test::toPiA(*setup);
    }
    void wish(bool wanted)
    {
        PiAnswers answers = setup->answers(Site::A);
        answers.wantsRemembering = wanted;
        setup->setAnswers(Site::A, answers);
    }
    [[nodiscard]] bool anyFileHolds(const QByteArray &secret) const
    {
        for (const QFileInfo &info : QDir(m_folder.path()).entryInfoList(QDir::Files | QDir::Hidden)) {
            QFile file(info.filePath());
            if (!file.open(QIODevice::ReadOnly) || file.readAll().contains(secret))
                return true;
        }
        return false;
    }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] MemoryStage memory(Site site = Site::A) const { return setup->memory(site); }
    [[nodiscard]] bool isRemembered(Site site = Site::A) const { return SavedSetup(m_folder.path()).answers().pis[site].isRemembered; }
    [[nodiscard]] QByteArray ownKey() const { return SavedSetup(m_folder.path()).answers().ownKey; }

private:
    QTemporaryDir m_folder;
};

} // namespace

class TestRemembering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPiIsRememberedAndEnteredByTheKey()
    {
        Desk desk;
        desk.start();
        desk.signInToA();
        QCOMPARE(desk.memory(), MemoryStage::Kept);
        QCOMPARE(desk.world.keyCalls, QStringList(u"remember A"_s));
        QVERIFY(desk.isRemembered());
        QCOMPARE(desk.world.desktop.entries.size(), std::size_t(1)); // and no password: this sudo does not ask
        const Secret key(desk.world.desktop.entries.begin()->second);
        QCOMPARE(publicHalfOf(key), desk.ownKey());
        QVERIFY(!desk.anyFileHolds("raspberry"));
        QVERIFY(!desk.anyFileHolds(key.bytes().mid(40, 20)));

        desk.start();
        desk.toPiA();
        QCOMPARE(desk.setup->pi(Site::A).stage, SignInStage::SignedIn);
        QCOMPARE(desk.memory(), MemoryStage::Kept);
        QCOMPARE(desk.world.ownKeys.a, key.bytes());
        QCOMPARE(desk.world.passwords.a, QByteArray());
        QCOMPARE(desk.world.sudoPasswords.a, QByteArray());
        QCOMPARE(desk.world.keyCalls, QStringList()); // it is there already
    }

    void oneKeyServesBoth()
    {
        Desk desk;
        desk.start();
        desk.signInToBoth();
        QCOMPARE(desk.world.keyCalls, QStringList({ u"remember A"_s, u"remember B"_s }));
        QCOMPARE(desk.world.desktop.calls.filter(u"write"_s).size(), 1);
        QVERIFY(desk.isRemembered(Site::A) && desk.isRemembered(Site::B));
        desk.start();
        desk.toPiA();
        desk.setup->next();
        desk.setup->next();
        QCOMPARE(desk.setup->page(), PageId::PiB);
        QCOMPARE(desk.setup->pi(Site::B).stage, SignInStage::SignedIn);
        QCOMPARE(desk.world.ownKeys.b, desk.world.ownKeys.a);
    }

    void sudosPasswordIsKeptWhereSudoAsks()
    {
        Desk desk;
        desk.world.sudoAsks.a = true;
        desk.start();
        desk.signInToA();
        QCOMPARE(desk.world.desktop.entries.size(), std::size_t(2));
        QVERIFY(!desk.anyFileHolds("raspberry"));
        desk.start();
        desk.toPiA();
        QCOMPARE(desk.world.sudoPasswords.a, QByteArray("raspberry"));
        QCOMPARE(desk.world.passwords.a, QByteArray());
        // Another Pi that has come to live at this address gets no password of this one.
        desk.start();
        QFile::remove(SavedSetup(desk.folder()).knownHostsPath());
        desk.toPiA();
        QCOMPARE(desk.world.sudoPasswords.a, QByteArray());
    }

    void nobodyIsRememberedWhoDoesNotWishIt()
    {
        Desk desk;
        desk.start();
        desk.wish(false);
        desk.signInToA();
        QCOMPARE(desk.memory(), MemoryStage::None);
        QCOMPARE(desk.world.keyCalls, QStringList());
        QCOMPARE(desk.world.desktop.calls, QStringList());
        desk.start();
        QVERIFY(!desk.setup->answers(Site::A).wantsRemembering);
        desk.toPiA();
        QCOMPARE(desk.setup->pi(Site::A).stage, SignInStage::Idle);
    }

    void aDesktopWithoutAKeychain_data()
    {
        QTest::addColumn<KeychainTrouble>("trouble");
        QTest::newRow("none") << KeychainTrouble::Unavailable;
        QTest::newRow("stays locked") << KeychainTrouble::Refused;
    }
    void aDesktopWithoutAKeychain()
    {
        QFETCH(KeychainTrouble, trouble);
        Desk desk;
        desk.world.desktop.trouble = trouble;
        desk.start();
        desk.signInToA();
        QCOMPARE(desk.setup->pi(Site::A).stage, SignInStage::SignedIn); // as ever
        QCOMPARE(desk.memory(), MemoryStage::NoKeychain);
        QCOMPARE(desk.world.keyCalls, QStringList()); // nothing on the Pi that nobody could use
        QVERIFY(!desk.isRemembered());
        QVERIFY(desk.setup->canGoNext());
    }

    void theKeychainTakesItsTimeOrSaysNo()
    {
        Desk desk;
        desk.start();
        desk.world.desktop.answers = false;
        desk.signInToA();
        QCOMPARE(desk.memory(), MemoryStage::Keeping);
        QVERIFY(desk.setup->canGoNext()); // nobody waits for it
        desk.world.desktop.answer(); // it has no key
        QCOMPARE(desk.memory(), MemoryStage::Kept);
        // It takes the key, but not sudo's password.
        Desk other;
        other.world.sudoAsks.a = true;
        other.start();
        other.world.answers = false;
        other.signInToA();
        Q_EMIT other.world.signedIn(Site::A, other.world.facts.a);
        QCOMPARE(other.world.keyCalls, QStringList(u"remember A"_s));
        other.world.desktop.trouble = KeychainTrouble::Refused;
        Q_EMIT other.world.keyRemembered(Site::A, true);
        QCOMPARE(other.memory(), MemoryStage::NoKeychain);
        QCOMPARE(other.world.keyCalls, QStringList({ u"remember A"_s, u"forget A"_s }));
        QVERIFY(!other.isRemembered());
    }

    void aKeychainThatIsLockedNow()
    {
        Desk desk;
        desk.start();
        desk.signInToA();
        desk.start();
        desk.world.desktop.trouble = KeychainTrouble::Refused;
        desk.toPiA();
        QCOMPARE(desk.setup->pi(Site::A).stage, SignInStage::Idle);
        QCOMPARE(desk.memory(), MemoryStage::NoKeychain);
        desk.setup->connectTo(Site::A, Secret(u"raspberry"_s), {});
        QCOMPARE(desk.world.passwords.a, QByteArray("raspberry"));
        QCOMPARE(desk.setup->pi(Site::A).stage, SignInStage::SignedIn);
        QVERIFY(desk.isRemembered()); // tomorrow it may be open
    }

    void aPasswordIsFasterThanTheKeychain()
    {
        Desk desk;
        desk.start();
        desk.signInToA();
        desk.start();
        desk.world.desktop.answers = false; // it asks for a password of its own
        desk.toPiA();
        QCOMPARE(desk.memory(), MemoryStage::Reading);
        desk.setup->connectTo(Site::A, Secret(u"raspberry"_s), {});
        QCOMPARE(desk.setup->pi(Site::A).stage, SignInStage::SignedIn);
        desk.world.calls.clear();
        desk.world.desktop.answer();
        QVERIFY(!desk.world.calls.contains(u"signIn A"_s)); // not a second time
        QCOMPARE(desk.memory(), MemoryStage::Kept);
    }

    void anotherAddressIsTypedMeanwhile()
    {
        Desk desk;
        desk.start();
        desk.signInToA();
        desk.start();
        desk.world.desktop.answers = false;
        desk.toPiA();
        desk.answer(Site::A, u"192.168.1.2"_s);
        desk.world.desktop.answer();
        QCOMPARE(desk.world.calls.filter(u"signIn"_s), QStringList());
        QCOMPARE(desk.memory(), MemoryStage::None);
    }

    void aPiThatDoesNotTakeTheKeyAnyMore_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<bool>("isRefused");
        QTest::newRow("a new card") << ErrorKind::AuthDenied << true;
        QTest::newRow("a new password of sudo's") << ErrorKind::SudoPasswordWrong << true;
        QTest::newRow("switched off") << ErrorKind::NoRoute << false;
    }
    void aPiThatDoesNotTakeTheKeyAnyMore()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(bool, isRefused);
        Desk desk;
        desk.start();
        desk.signInToA();
        desk.start();
        desk.world.refuse.a = error(kind);
        desk.toPiA();
        QCOMPARE(desk.setup->pi(Site::A).stage, isRefused ? SignInStage::Idle : SignInStage::Failed); // no error where nobody did anything
        QCOMPARE(desk.memory(), isRefused ? MemoryStage::Refused : MemoryStage::None);
        QCOMPARE(desk.isRemembered(), !isRefused);
        desk.world.refuse.a.reset();
        desk.setup->connectTo(Site::A, Secret(isRefused ? u"new"_s : QString()), {}); // "Connect" without a password: by the key
        QCOMPARE(desk.setup->pi(Site::A).stage, SignInStage::SignedIn);
        QCOMPARE(desk.memory(), MemoryStage::Kept);
        QCOMPARE(desk.world.ownKeys.a.isEmpty(), isRefused);
        QVERIFY(desk.isRemembered());
    }

    void anotherHostKeyIsAskedAboutAsEver()
    {
        Desk desk;
        desk.start();
        desk.signInToA();
        desk.start();
        desk.world.refuse.a = error(ErrorKind::HostKeyChanged, u"SHA256:x"_s);
        desk.toPiA();
        QCOMPARE(desk.setup->pi(Site::A).stage, SignInStage::AskHostKey);
        desk.setup->refuseHostKey(Site::A);
        QCOMPARE(desk.setup->pi(Site::A).stage, SignInStage::Idle);
        QCOMPARE(desk.memory(), MemoryStage::None);
    }

    void aPiThatTakesNoKeys()
    {
        Desk desk;
        desk.world.keyError = error(ErrorKind::AuthDenied);
        desk.start();
        desk.signInToA();
        QCOMPARE(desk.memory(), MemoryStage::NotKept);
        QCOMPARE(desk.setup->pi(Site::A).stage, SignInStage::SignedIn);
        QVERIFY(!desk.setup->pi(Site::A).error);
        QVERIFY(!desk.isRemembered());
    }

    void forgetting()
    {
        Desk desk;
        desk.world.sudoAsks.a = true;
        desk.start();
        desk.signInToA();
        desk.setup->forget(Site::A);
        QCOMPARE(desk.world.keyCalls, QStringList({ u"remember A"_s, u"forget A"_s }));
        QCOMPARE(desk.world.desktop.entries.size(), std::size_t(0));
        QVERIFY(!desk.isRemembered());
        QCOMPARE(desk.ownKey(), QByteArray());
        QCOMPARE(desk.setup->pi(Site::A).stage, SignInStage::SignedIn); // by the password, which goes on being good
        QVERIFY(!desk.setup->answers(Site::A).wantsRemembering);
    }

    void forgettingWhileInByTheKey()
    {
        Desk desk;
        desk.start();
        desk.signInToBoth();
        desk.start();
        desk.toPiA();
        desk.setup->forget(Site::A);
        QCOMPARE(desk.setup->pi(Site::A).stage, SignInStage::Idle);
        QCOMPARE(desk.world.desktop.entries.size(), std::size_t(1)); // Pi B is still opened by it
        QVERIFY(desk.isRemembered(Site::B));
        // One that does not answer is forgotten here all the same.
        desk.start();
        desk.world.refuse.b = error(ErrorKind::NoRoute);
        desk.setup->connectTo(Site::B, {}, {});
        desk.setup->forget(Site::B);
        QCOMPARE(desk.world.keyCalls, QStringList());
        QCOMPARE(desk.memory(Site::B), MemoryStage::HalfForgotten);
        QCOMPARE(desk.world.desktop.entries.size(), std::size_t(0));
    }

    void aRemovalForgetsAll()
    {
        Desk desk;
        desk.start();
        desk.signInToA();
        const QByteArray key = desk.ownKey();
        QVERIFY(!key.isEmpty());
        desk.start();
        desk.setup->begin(Goal::Remove);
        QCOMPARE(desk.setup->pi(Site::A).stage, SignInStage::SignedIn);
        desk.setup->next();
        desk.setup->setPiBIsGone(true);
        desk.setup->next();
        desk.setup->next();
        QCOMPARE(desk.world.removal.ownKey, key);
        QVERIFY(desk.isRemembered()); // until it is done
        Q_EMIT desk.world.undone();
        QCOMPARE(desk.setup->applyStage(), ApplyStage::Removed);
        QVERIFY(!desk.isRemembered());
        QCOMPARE(desk.world.desktop.entries.size(), std::size_t(0));
        QCOMPARE(desk.ownKey(), QByteArray());
    }

    void aRemovalLeavesAKeychainAloneThatHoldsNothing()
    {
        Desk desk;
        desk.start();
        desk.wish(false);
        desk.answer(Site::A, u"192.168.1.23"_s);
        desk.setup->begin(Goal::Remove);
        desk.setup->connectTo(Site::A, Secret(u"raspberry"_s), {});
        desk.setup->next();
        desk.setup->setPiBIsGone(true);
        desk.setup->next();
        desk.setup->next();
        Q_EMIT desk.world.undone();
        QCOMPARE(desk.world.desktop.calls, QStringList());
    }

    // Where no desktop runs at all, its answer comes all the same, and soon.
    void theRealOneWithoutADesktop()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        DesktopKeychain keychain;
        std::optional<std::optional<KeychainTrouble>> read;
        std::optional<std::optional<KeychainTrouble>> written;
        QElapsedTimer timer;
        timer.start();
        keychain.read(u"SSH key"_s, this, [&](const Secret &secret, std::optional<KeychainTrouble> trouble) {
            QVERIFY(secret.isEmpty());
            read = trouble;
        });
        keychain.write(u"SSH key"_s, Secret(u"x"_s), this, [&](std::optional<KeychainTrouble> trouble) { written = trouble; });
        QVERIFY(timer.elapsed() < 500);
        QTRY_VERIFY(read && written);
        QCOMPARE(read->value(), KeychainTrouble::Unavailable);
        QCOMPARE(written->value(), KeychainTrouble::Unavailable);
    }
};

QTEST_GUILESS_MAIN(TestRemembering)
#include "tst_remembering.moc"
