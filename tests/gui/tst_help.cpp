// SPDX-License-Identifier: GPL-3.0-or-later
// F1: a text for each page in both languages, as resources/help/README.md says, in a window that goes where the person goes.
#include "resources/helptext.h"
#include "tests/gui/sentences.h"
#include "tests/gui/stage.h"
#include "wizard/widgets/helpwindow.h"
#include "wizard/widgets/looks.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>
#include <QTextBrowser>
#include <algorithm>

using namespace twinlan;
using namespace twinlan::test;

namespace {

QStringList pages()
{
    QStringList names { diagnosticsHelpPage() };
    for (int page = 0; page <= int(PageId::Result); ++page)
        names << helpPage(PageId(page));
    return names;
}

QStringList linesOf(const QString &text)
{
    return text.split(u'\n', Qt::SkipEmptyParts);
}

// What a line is, not what it says: both languages have the same.
QString shapeOf(const QString &text)
{
    static const QRegularExpression sign(u"^(#+|-) "_s);
    QString shape;
    for (const QString &line : linesOf(text))
        shape += sign.match(line).captured(1) + u'.';
    return shape;
}

// All that the screen says somewhere, without keys; "%1: how do I …" without its home.
QStringList sentencesOf(const QString &language)
{
    static const QRegularExpression home(u"^%1[:：] ?"_s);
    QStringList sentences;
    for (const Message &message : messagesOf(language))
        sentences << withoutKey(message.translation).remove(home);
    return sentences;
}

} // namespace

class TestHelp : public QObject
{
    Q_OBJECT

private:
    static QString shownIn(Stage &stage)
    {
        const auto *text = stage.window->findChild<QTextBrowser *>(u"helpText"_s);
        return text && text->isVisible() ? text->toPlainText() : QString();
    }
    static QString headingOf(const QString &page, bool japanese) { return linesOf(helpText(page, japanese)).first().mid(2); }

private Q_SLOTS:
    void pages_data()
    {
        QTest::addColumn<QString>("page");
        for (const QString &page : pages())
            QTest::newRow(qPrintable(page)) << page;
    }

    void eachPageHasBothLanguages_data() { pages_data(); }
    void eachPageHasBothLanguages()
    {
        QFETCH(QString, page);
        const QString ja = helpText(page, true);
        const QString en = helpText(page, false);
        QCOMPARE(shapeOf(ja), shapeOf(en));
        QVERIFY(ja.startsWith("# "_L1) && ja.count(u"\n## "_s) >= 2);
        const QStringList lines = linesOf(ja);
        const auto count = std::count_if(lines.begin(), lines.end(), [](const QString &line) { return !line.startsWith(u'#'); });
        QVERIFY2(count >= 8 && count <= 15, qPrintable(QString::number(count)));
    }

    // A text that no page asks for, or one without its other language.
    void noTextIsLeftOver()
    {
        QStringList expected { u"README.md"_s };
        for (const QString &page : pages())
            expected << page + u".en.md"_s << page + u".ja.md"_s;
        expected.sort();
        QStringList files = QDir(QStringLiteral(TWINLAN_SOURCE_DIR "/resources/help")).entryList(QDir::Files);
        files.sort();
        QCOMPARE(files, expected);
    }

    void linksLeadToKnownPages_data() { pages_data(); }
    void linksLeadToKnownPages()
    {
        QFETCH(QString, page);
        static const QStringList known { u"https://www.raspberrypi.com/software/"_s, u"https://login.tailscale.com/admin/machines"_s };
        static const QRegularExpression link(u"\\]\\(([^)]*)\\)"_s);
        static const QRegularExpression anywhere(u"\\w+://|www\\."_s);
        for (const bool japanese : { true, false }) {
            QString text = helpText(page, japanese);
            for (auto it = link.globalMatch(text); it.hasNext();) {
                const QString target = it.next().captured(1);
                QVERIFY2(known.contains(target), qPrintable(target));
            }
            QVERIFY(!text.remove(link).contains(anywhere));
        }
    }

    // A button that has got another name has it here, too.
    void buttonsAreCalledWhatTheyAre_data() { pages_data(); }
    void buttonsAreCalledWhatTheyAre()
    {
        QFETCH(QString, page);
        static const QStringList othersPages { u"Disable key expiry"_s, u"Connect"_s }; // Tailscale's
        for (const bool japanese : { true, false }) {
            static const QRegularExpression quoted(u"「([^」]*)」|“([^”]*)”"_s);
            const QStringList sentences = sentencesOf(japanese ? u"ja"_s : u"en"_s);
            QVERIFY(sentences.size() > 400);
            for (auto it = quoted.globalMatch(helpText(page, japanese)); it.hasNext();) {
                const QString name = it.next().captured(japanese ? 1 : 2);
                QVERIFY2(sentences.contains(name) || othersPages.contains(name), qPrintable(name));
            }
        }
    }

    void itGoesWhereThePersonGoes()
    {
        Stage stage(u"ja"_s);
        stage.open();
        stage.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        QTest::keyClick(stage.window.get(), Qt::Key_F1);
        QTRY_VERIFY(shownIn(stage).startsWith(headingOf(u"welcome"_s, true)));
        auto *help = stage.window->findChild<HelpWindow *>();
        QVERIFY(!help->isModal());
        stage.toPiA();
        QVERIFY(shownIn(stage).startsWith(headingOf(u"pi-a"_s, true)));
        stage.window->setLanguage(u"en"_s);
        QTRY_VERIFY(shownIn(stage).startsWith(headingOf(u"pi-a"_s, false) + u"\nRaspberry Pi A stays in this home."_s));
        stage.window->findChild<QTabWidget *>(u"tabs"_s)->setCurrentIndex(1);
        QVERIFY(shownIn(stage).startsWith(headingOf(u"diagnostics"_s, false)));
        stage.window->findChild<QTabWidget *>(u"tabs"_s)->setCurrentIndex(0);
        QVERIFY(shownIn(stage).startsWith(headingOf(u"pi-a"_s, false)));
        QTest::keyClick(help, Qt::Key_Escape);
        QVERIFY(!help->isVisible());
        stage.setup().back();
        QTest::mouseClick(stage.window->findChild<QAbstractButton *>(u"help"_s), Qt::LeftButton);
        QVERIFY(shownIn(stage).startsWith(headingOf(u"sd-cards"_s, false)));
    }
};

QTEST_MAIN(TestHelp)
#include "tst_help.moc"
