// SPDX-License-Identifier: GPL-3.0-or-later
// The box that says what this program is, and the file for somebody who helps: all that is asked for, and no secret.
#include "app/about.h"
#include "tests/gui/stage.h"
#include "wizard/support/withoutsecrets.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace twinlan;
using namespace twinlan::test;

class TestAbout : public QObject
{
    Q_OBJECT

private:
    static AboutBox *openedBox(Stage &stage)
    {
        QTest::mouseClick(stage.window->findChild<QAbstractButton *>(u"about"_s), Qt::LeftButton);
        return stage.window->findChild<AboutBox *>();
    }
    static QString supportFileOf(Stage &stage)
    {
        AboutBox *box = openedBox(stage);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"support.txt"_s);
        if (!box || !box->saveSupportFile(path))
            return {};
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

private Q_SLOTS:
    void itSaysWhatRuns()
    {
        Stage stage;
        stage.open();
        AboutBox *box = openedBox(stage);
        QVERIFY(box && box->isVisible());
        QStringList said;
        for (const QLabel *label : box->findChildren<QLabel *>())
            said << label->text();
        const QString text = said.join(u'\n');
        // Every library of the README's table that is in the program, and the licences that it has to name.
        for (const QString &word : { QStringLiteral("TwinLAN " TWINLAN_VERSION), u"General Public License"_s, u"Qt "_s + QLatin1String(qVersion()),
                 u"LGPL 3"_s, u"Qt Charts"_s, u"libssh 0."_s, u"libqrencode "_s, u"LGPL 2.1"_s, u"Noto CJK"_s, u"Tailscale"_s })
            QVERIFY2(text.contains(word), qPrintable(word));
        QTest::mouseClick(box->findChild<QPushButton *>(u"aboutClose"_s), Qt::LeftButton);
        QVERIFY(!box->isVisible());
    }

    void detailsAreCopied()
    {
        Stage stage;
        stage.open();
        AboutBox *box = openedBox(stage);
        QTest::mouseClick(box->findChild<QPushButton *>(u"aboutCopy"_s), Qt::LeftButton);
        const QString copied = QApplication::clipboard()->text();
        QVERIFY(copied.startsWith(QStringLiteral("TwinLAN " TWINLAN_VERSION "\nQt ")));
        QVERIFY(copied.contains(u"libssh 0."_s) && copied.contains(u"system: "_s) && copied.contains(u"language: en"_s));
        QVERIFY(box->findChild<QLabel *>(u"aboutOutcome"_s)->isVisible());
    }

    // No event loop inside another: the window goes on while the person chooses.
    void thePersonChoosesWhere()
    {
        Stage stage;
        stage.open();
        AboutBox *box = openedBox(stage);
        QTest::mouseClick(box->findChild<QPushButton *>(u"aboutSave"_s), Qt::LeftButton);
        auto *dialog = box->findChild<QFileDialog *>();
        QVERIFY(dialog);
        static const QRegularExpression name(u"^twinlan-support-\\d{4}-\\d\\d-\\d\\d\\.txt$"_s);
        QVERIFY(name.match(QFileInfo(dialog->selectedFiles().value(0)).fileName()).hasMatch());
        dialog->reject();
    }

    void aFolderThatIsNotThereIsSaid()
    {
        Stage stage;
        stage.open();
        AboutBox *box = openedBox(stage);
        QVERIFY(!box->saveSupportFile(u"/nowhere/at/all/support.txt"_s));
        QVERIFY(box->findChild<QLabel *>(u"aboutOutcome"_s)->text().contains(u"could not be saved"_s));
    }

    void theSupportFileHasWhatIsAskedFor()
    {
        Stage stage;
        stage.open();
        stage.toApply();
        stage.someSteps();
        Q_EMIT stage.world.failed(Task::Apply, Site::A,
            { ErrorKind::PackagesOffline, u"192.168.1.23"_s, u"install-packages"_s, u"E: no route\nE: gave up"_s });
        const QString text = supportFileOf(stage);
        for (const QString &word : { QStringLiteral("TwinLAN " TWINLAN_VERSION), u"page Apply, goal Join, run Failed"_s,
                 u"typed: 192.168.1.23 port 22"_s, u"A back-up done"_s, u"Apply A PackagesOffline 192.168.1.23 install-packages"_s, u"    E: gave up"_s, u"\"tailnetAddress\""_s,
                 stage.world.facts.a.hostName, u"architecture: "_s + stage.world.facts.b.architecture })
            QVERIFY2(text.contains(word), qPrintable(word + u"\n"_s + text));
    }

    void theSupportFileHasNoSecret()
    {
        Stage stage;
        stage.world.refuse.a = error(ErrorKind::AuthDenied, u"password: hunter2 was refused"_s);
        stage.open();
        stage.toPiA();
        stage.setup().connectTo(Site::A, Secret(u"correct horse"_s), Secret(u"battery staple"_s));
        Q_EMIT stage.world.failed(Task::TailscaleLogin, Site::A,
            error(ErrorKind::TailscaleLoginTimedOut, u"https://login.tailscale.com/a/0123456789abcdef tskey-auth-k1-xyz"_s));
        Q_EMIT stage.world.failed(Task::Apply, Site::A, error(ErrorKind::ConnectionLost, u"from 8.8.8.8 to 100.64.0.1\x1b[31m"_s));
        const QString text = supportFileOf(stage);
        QVERIFY(text.contains(u"https://login.tailscale.com/[link]"_s));
        QVERIFY(text.contains(u"from [public address] to 100.64.0.1"_s));
        for (const QString &word : { u"hunter2"_s, u"horse"_s, u"staple"_s, u"0123456789abcdef"_s, u"k1-xyz"_s, u"8.8.8.8"_s, u"\x1b"_s })
            QVERIFY2(!text.contains(word), qPrintable(word));
    }

    void secretsGo_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &text, const QString &expected) { QTest::newRow(name) << text << expected; };
        row("a link", u"see https://login.tailscale.com/a/1f2e now"_s, u"see https://login.tailscale.com/[link] now"_s);
        row("who signs in by a link", u"http://taro:pw@192.168.1.1/x"_s, u"http://192.168.1.1/[link]"_s);
        row("a page alone", u"https://tailscale.com"_s, u"https://tailscale.com"_s);
        row("a key of Tailscale's", u"tskey-auth-kAbC_1-9 nodekey:12ab"_s, u"[key] [key]"_s);
        row("a private key", u"a\n-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END OPENSSH PRIVATE KEY-----\nz"_s, u"a\n[key]\nz"_s);
        row("half a private key", u"-----BEGIN PRIVATE KEY-----\nMIIE"_s, u"[key]"_s);
        row("JSON", u"{ \"password\": \"a b\", \"port\": 22 }"_s, u"{ \"password\": [secret], \"port\": 22 }"_s);
        row("a setting", u"802-1x.private-key-password=x psk='y z'\nWPA-PSK: q"_s, u"802-1x.private-key-password=[secret] psk=[secret]\nWPA-PSK: [secret]"_s);
        row("the word alone", u"a password, or a key file"_s, u"a password, or a key file"_s);
        row("public addresses", u"203.0.112.9:41641, 2400:4050:1::7"_s, u"[public address]:41641, [public address]"_s);
        row("addresses of homes", u"192.168.1.23/24 10.0.0.1 172.16.3.4 100.64.0.2 169.254.1.1 255.255.255.0 fe80::1 fd7a:115c:a1e0::1"_s,
            u"192.168.1.23/24 10.0.0.1 172.16.3.4 100.64.0.2 169.254.1.1 255.255.255.0 fe80::1 fd7a:115c:a1e0::1"_s);
        row("no addresses", u"2026-11-27T16:42:01 b8:27:eb:00:00:01 0.10.6 6.12.25+rpt"_s, u"2026-11-27T16:42:01 b8:27:eb:00:00:01 0.10.6 6.12.25+rpt"_s);
        row("the person's folder", QDir::homePath() + u"/.ssh/id"_s, u"~/.ssh/id"_s);
    }
    void secretsGo()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(withoutSecrets(text), expected);
    }

    void onlyTheLastErrorsAreKept()
    {
        FakeBackend world;
        const ErrorLog log(world);
        for (int i = 0; i < 100; ++i)
            Q_EMIT world.failed(Task::Survey, Site::B, error(ErrorKind::TimedOut, QString::number(i)));
        QVERIFY(log.entries().size() < 100);
        QCOMPARE(log.entries().back().error.detail, u"99"_s);
        QCOMPARE(log.entries().back().site, Site::B);
    }
};

QTEST_MAIN(TestAbout)
#include "tst_about.moc"
