// SPDX-License-Identifier: GPL-3.0-or-later
// Without looking at the page: what a screen reader is told, what the task bar shows, what the keys do.
#include "tests/gui/stage.h"
#include "wizard/widgets/errorbox.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QTest>

using namespace twinlan;
using namespace twinlan::test;

class TestAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Both ask to be read out; that they do is Qt's matter, and not to be heard without a screen reader.
    void aPageAndAnErrorHaveWords()
    {
        const auto said = [](QWidget *widget, QAccessible::Text which) { return QAccessible::queryAccessibleInterface(widget)->text(which); };
        Stage stage;
        stage.open();
        toAddresses(stage.setup());
        QCOMPARE(said(stage.window->findChild<QWidget *>(u"addressesPage"_s), QAccessible::Name), u"Keep the addresses of the two routers apart"_s);
        stage.setup().goTo(PageId::Welcome);
        stage.toApply();
        Q_EMIT stage.world.failed(Task::Apply, Site::A, error(ErrorKind::PackagesOffline));
        const auto boxes = stage.window->findChild<QWidget *>(u"applyPage"_s)->findChildren<ErrorBox *>();
        QCOMPARE(boxes.size(), 1);
        QCOMPARE(said(boxes.front(), QAccessible::Name), u"The Raspberry Pi cannot download software."_s);
        QCOMPARE(said(boxes.front(), QAccessible::Description).count(u'\n'), 1); // what it means, what to do
    }

    void theTitleSaysWhereAndHowFar()
    {
        Stage stage(u"ja"_s);
        stage.open();
        QCOMPARE(stage.window->windowTitle(), u"TwinLAN – ようこそ"_s);
        stage.toApply();
        stage.someSteps();
        const int percent = 100 * stage.setup().board().doneCount() / stage.setup().board().count();
        QVERIFY(percent > 0);
        QCOMPARE(stage.window->windowTitle(), u"TwinLAN – 設定の実行 %1%"_s.arg(percent));
        stage.window->setLanguage(u"en"_s);
        QTRY_COMPARE(stage.window->windowTitle(), u"TwinLAN – Set up %1 %"_s.arg(percent));
    }

    void keys_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("ja") << u"ja"_s;
        QTest::newRow("en") << u"en"_s;
    }

    void keys()
    {
        QFETCH(QString, language);
        Stage stage(language);
        stage.open();
        stage.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        const auto press = [&](Qt::Key key) { QTest::keyClick(stage.window.get(), key, Qt::AltModifier); };
        press(Qt::Key_S);
        QTRY_COMPARE(stage.setup().page(), PageId::SdCards);
        press(Qt::Key_N);
        QTRY_COMPARE(stage.setup().page(), PageId::PiA);
        press(Qt::Key_U); // a field, by the key of its label
        QTRY_COMPARE(stage.window->focusWidget()->objectName(), u"userA"_s);
        press(Qt::Key_B);
        QTRY_COMPARE(stage.setup().page(), PageId::SdCards);
        press(Qt::Key_Left);
        QTRY_COMPARE(stage.setup().page(), PageId::Welcome);
        press(Qt::Key_Left); // there is no Back to press
        QCOMPARE(stage.setup().page(), PageId::Welcome);
        for (const QAbstractButton *button : stage.window->findChildren<QAbstractButton *>())
            QVERIFY2(!button->accessibleName().contains(u'&'), qPrintable(button->accessibleName()));
    }

    void aPasswordIsShownUntilThePageIsLeft_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("password") << u"passwordA"_s;
        QTest::newRow("passphrase") << u"keyPassphraseA"_s;
    }

    void aPasswordIsShownUntilThePageIsLeft()
    {
        QFETCH(QString, name);
        Stage stage;
        stage.open();
        stage.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        stage.toPiA();
        stage.window->findChild<QAbstractButton *>(u"advancedA"_s)->click();
        stage.window->findChild<QAbstractButton *>(u"useKeyA"_s)->click();
        auto *field = stage.window->findChild<QLineEdit *>(name);
        const auto *eye = stage.window->findChild<QAbstractButton *>(name + u"Eye"_s);
        field->setFocus();
        QTest::keyClicks(field, u"hunter2"_s);
        QCOMPARE(field->displayText(), QString(7, field->displayText().front()));
        for (const bool shown : { true, false, true }) {
            field->setFocus();
            QTest::keyClick(field, Qt::Key_Tab);
            QVERIFY(stage.window->focusWidget() == eye);
            QTest::keyClick(stage.window->focusWidget(), shown ? Qt::Key_Space : Qt::Key_Return);
            QCOMPARE(field->displayText() == "hunter2"_L1, shown);
            QVERIFY(field->inputMethodHints().testFlag(Qt::ImhSensitiveData)); // shown or not: no input method learns it
        }
        stage.setup().back();
        stage.setup().next();
        QCOMPARE(field->text(), u"hunter2"_s);
        QVERIFY(field->displayText() != "hunter2"_L1);
    }

    // Where nothing is selected; a field that has the focus with dots selected in it has nothing to copy either.
    void anErrorIsCopied()
    {
        Stage stage;
        stage.world.refuse.a = error(ErrorKind::AuthDenied, u"offered: publickey; from 8.8.8.8"_s);
        stage.open();
        stage.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        stage.toPiA();
        const auto copied = [&] {
            QTest::keySequence(stage.window->focusWidget(), QKeySequence::Copy);
            return QApplication::clipboard()->text();
        };
        QApplication::clipboard()->setText(u"before"_s);
        QCOMPARE(copied(), u"before"_s); // there is no error yet
        auto *password = stage.window->findChild<QLineEdit *>(u"passwordA"_s);
        password->setFocus();
        QTest::keyClicks(password, u"hunter2"_s);
        stage.connectA();
        password->selectAll();
        const QString text = copied();
        QVERIFY2(text.startsWith(u"The user name or the password is not right.\nThe Raspberry Pi did not accept them.\n"_s), qPrintable(text));
        QVERIFY(text.contains(u"AuthDenied\n192.168.1.23\noffered: publickey; from [public address]"_s));
        QVERIFY(text.contains(u"\n\nTwinLAN "_s) && text.contains(u"libssh "_s) && !text.contains(u"hunter2"_s));
        auto *user = stage.window->findChild<QLineEdit *>(u"userA"_s);
        user->setFocus();
        user->selectAll();
        QCOMPARE(copied(), u"taro"_s); // what is selected is meant
    }
};

QTEST_MAIN(TestAccess)
#include "tst_access.moc"
