// SPDX-License-Identifier: GPL-3.0-or-later
// A Pi that says of itself what would move a cursor, turn the writing, load a picture or start a program: all of it stays text.
#include "tests/gui/stage.h"
#include "wizard/text/plaintext.h"
#include "wizard/words/errorwords.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QTest>

using namespace twinlan;
using namespace twinlan::test;

namespace {

const QString evil = u"EVIL\x1b]0;title\x07\x1b[2J\u009b31m\u202eabc\u2066<img src=\"file:///dev/zero\"><b>x</b>\u2028\r\x08\x7f&amp;"_s;

bool isShown(const QString &text)
{
    return visibleText(text) == text;
}

} // namespace

class TestPlainText : public QObject
{
    Q_OBJECT

    int m_seen = 0; // widgets with the Pi's words in them

    void mustBeText(const QWidget *window)
    {
        for (const QWidget *widget : window->findChildren<QWidget *>()) {
            QStringList texts { widget->accessibleName(), widget->accessibleDescription(), widget->windowTitle(), widget->toolTip() };
            if (auto *label = qobject_cast<const QLabel *>(widget)) {
                texts << label->text();
                QVERIFY2(!label->text().contains("<img"_L1) || label->textFormat() == Qt::PlainText, qPrintable(label->text()));
            }
            if (auto *button = qobject_cast<const QAbstractButton *>(widget))
                texts << button->text();
            if (auto *box = qobject_cast<const QComboBox *>(widget)) {
                for (int i = 0; i < box->count(); ++i)
                    texts << box->itemText(i);
            }
            QVERIFY2(!widget->toolTip().contains("<img"_L1), qPrintable(widget->toolTip()));
            for (const QString &text : texts) {
                QVERIFY2(isShown(text), qPrintable(widget->objectName() + u": "_s + text.toHtmlEscaped()));
                m_seen += text.contains("EVIL"_L1);
            }
        }
    }

    static void spoil(PiFacts &facts)
    {
        facts.hostName = facts.model = facts.firewallNames = facts.takenOver = evil;
        facts.defaultGateway += evil; // another one in each home, as it must be
        facts.boundToCard = QStringList { evil };
        facts.tailscale.version = u"1.80.0"_s + evil;
        for (TailscaleFacts::Peer &peer : facts.tailscale.peers)
            peer.name = evil;
    }

private Q_SLOTS:
    void visible_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << u"pi-tokyo 東京 🍓"_s << u"pi-tokyo 東京 🍓"_s;
        QTest::newRow("family of emoji") << u"👨\u200d👩\u200d👧"_s << u"👨\u200d👩\u200d👧"_s;
        QTest::newRow("lines") << u"a\nb\tc"_s << u"a\nb c"_s;
        QTest::newRow("title of the terminal") << u"\x1b]0;x\x07"_s << u"\ufffd]0;x\ufffd"_s;
        QTest::newRow("C1 sequence") << u"a\u009b2J"_s << u"a\ufffd2J"_s;
        QTest::newRow("all of C0, C1 and DEL") << [] {
            QString all;
            for (char16_t c = 0; c < 0xa0; c = c == 0x1f ? 0x7f : char16_t(c + 1)) {
                if (c != u'\n' && c != u'\t')
                    all += QChar(c);
            }
            return all;
        }() << QString(30 + 33, QChar(0xfffd));
        QTest::newRow("writing turned round") << u"\u202egnp.exe\u202c \u2067x\u2069\u200f\u061c"_s << u"\ufffdgnp.exe\ufffd \ufffdx\ufffd\ufffd\ufffd"_s;
        QTest::newRow("other ends of line") << u"a\rb\u2028c\u2029d"_s << u"a\ufffdb\ufffdc\ufffdd"_s;
        QTest::newRow("half a character") << QString(QChar(0xd800)) << u"\ufffd"_s;
    }

    void visible()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(visibleText(text), shown);
        QCOMPARE(visibleText(shown), shown);
        QVERIFY(!visibleLine(text).contains(u'\n'));
    }

    void toolTips()
    {
        QCOMPARE(toolTipText({}), QString());
        QVERIFY(toolTipText(evil).contains("&lt;img"_L1));
        QVERIFY(!toolTipText(evil).contains("<img"_L1));
    }

    void jsonKeepsItsMeaning()
    {
        const QJsonObject said { { u"hostName"_s, evil + u"東京"_s } };
        const QByteArray json = visibleJson(QJsonDocument(said).toJson(QJsonDocument::Compact));
        QVERIFY(isShown(QString::fromUtf8(json)));
        QVERIFY(json.contains("東京"));
        QCOMPARE(QJsonDocument::fromJson(json).object(), said);
    }

    void links_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("link");
        const QString tailscale = u"https://login.tailscale.com/a/0123abcd"_s;
        QTest::newRow("Tailscale's") << tailscale << tailscale;
        QTest::newRow("a server of one's own") << u"http://headscale.lan:8080/register/x"_s << u"http://headscale.lan:8080/register/x"_s;
        QTest::newRow("look-alike letters") << u"https://login.tаilscale.com/a"_s << u"https://login.xn--tilscale-16g.com/a"_s;
        int row = 0;
        for (const char *other : { "", "file:///usr/bin/xterm", "javascript:alert(1)", "ssh://pi@host", "data:text/html,x", "ms-settings:x", "vbscript:x",
                 "tel:1", "smb://host/share", "/etc/passwd", "login.tailscale.com/a", "https:///a", "https://login.tailscale.com@elsewhere.example/",
                 "https://a:b@elsewhere.example/", "https://host/\x1b]0;x", "https://host/ a", "https://host/\nfile:///x", " https://host/", "https:host" })
            QTest::addRow("no page, %d", ++row) << QString::fromUtf8(other) << QString();
    }

    void links()
    {
        QFETCH(QString, url);
        QFETCH(QString, link);
        QCOMPARE(webLink(url).value_or(QString()), link);
    }

    // What the handler was given to open, and what the pages say, for a link that a Pi has named.
    void loginLinkIsOnlyAPage_data() { links_data(); }
    void loginLinkIsOnlyAPage()
    {
        QFETCH(QString, url);
        QFETCH(QString, link);
        Stage stage;
        stage.world.facts.a = loggedOut(stage.world.facts.a);
        stage.open();
        stage.toTailscale();
        Q_EMIT stage.world.tailscaleUrl(Site::A, url);
        const PiState &pi = stage.setup().pi(Site::A);
        QCOMPARE(pi.loginUrl, link);
        QCOMPARE(pi.login, link.isEmpty() ? LoginStage::Failed : LoginStage::WaitingForPerson);
        auto *open = stage.window->findChild<QAbstractButton *>(u"loginOpenA"_s);
        auto *code = stage.window->findChild<QWidget *>(u"loginCodeA"_s);
        QCOMPARE(open->isVisible(), !link.isEmpty());
        QCOMPARE(code->isVisible(), !link.isEmpty());
        if (link.isEmpty())
            QVERIFY(stage.world.calls.contains(u"withdraw A"_s));
        mustBeText(stage.window.get());
    }

    void nothingThatAPiSaysIsObeyed_data()
    {
        addScenes();
    }

    void nothingThatAPiSaysIsObeyed()
    {
        QFETCH(int, scene);
        const Scene it = scenes()[std::size_t(scene)];
        Stage stage;
        for (const Site site : bothSites)
            spoil(stage.world.facts[site]);
        if (it.before)
            it.before(stage);
        for (const Site site : bothSites) {
            spoil(stage.world.facts[site]);
            if (it.name.contains("check-up"_L1)) { // it would go no further
                stage.world.facts[site].heldBy = stage.world.facts[site].forgets = evil;
                stage.world.facts[site].cardUsers = QStringList { evil };
            }
            if (stage.world.refuse[site])
                stage.world.refuse[site]->host = stage.world.refuse[site]->detail = evil;
        }
        for (FoundDevice &found : stage.world.lan.devices)
            found.name = evil;
        for (HomeDevice &found : stage.world.offers.devices)
            found.name = evil;
        if (stage.world.checkUpError)
            stage.world.checkUpError->host = stage.world.checkUpError->detail = evil;
        stage.open();
        it.playOn(stage);
        mustBeText(stage.window.get());
        if (stage.setup().page() != PageId::Apply)
            return;
        for (const Site site : bothSites)
            stage.world.step(site, StepId::SwitchOver, StepState::Running, evil);
        mustBeText(stage.window.get());
        Q_EMIT stage.world.failed(Task::Apply, Site::A, { ErrorKind::HostNotFound, evil, u"switch-over"_s, evil });
        mustBeText(stage.window.get());
    }

    void theTestHasSeenIt() { QVERIFY2(m_seen > 100, qPrintable(QString::number(m_seen))); }

    void errorsAreText_data()
    {
        QTest::addColumn<int>("kind");
        for (int kind = 0; kind <= int(ErrorKind::Internal); ++kind)
            QTest::newRow(qPrintable(errorKindName(ErrorKind(kind)))) << kind;
    }

    void errorsAreText()
    {
        QFETCH(int, kind);
        const Words words = wordsFor(Error { ErrorKind(kind), evil, evil, evil });
        QVERIFY(isShown(words.what + words.meaning + words.next));
    }
};

QTEST_MAIN(TestPlainText)
#include "tst_plaintext.moc"
