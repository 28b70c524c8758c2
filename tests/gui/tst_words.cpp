// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind has its three sentences in both languages, and no translation is left unfinished.
#include "wizard/words/errorwords.h"
#include "wizard/words/findingwords.h"
#include "wizard/words/language.h"
#include "wizard/words/words.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;

class TestWords : public QObject
{
    Q_OBJECT

private:
    Language m_language;

    static bool isJapanese(const QString &text)
    {
        static const QRegularExpression kana(u"[\\x{3040}-\\x{30ff}\\x{4e00}-\\x{9fff}]"_s);
        return text.contains(kana);
    }
    void check(const QString &text, const QString &of)
    {
        QVERIFY2(!text.isEmpty(), qPrintable(of));
        QVERIFY2(!text.contains(u'%') || text.contains(u"%)"_s), qPrintable(of + u": "_s + text));
        QVERIFY2(isJapanese(text) == (m_language.code() == "ja"_L1), qPrintable(of + u": "_s + text));
    }

private Q_SLOTS:
    void everyKindIsWorded_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("ja") << u"ja"_s;
        QTest::newRow("en") << u"en"_s;
    }
    void everyKindIsWorded()
    {
        QFETCH(QString, code);
        m_language.use(code);
        for (int i = 0; i <= int(ErrorKind::Internal); ++i) {
            const QString name = errorKindName(ErrorKind(i));
            const Words words = wordsFor(Error { ErrorKind(i), u"192.168.1.23"_s, {}, u"detail"_s });
            check(words.what, name);
            check(words.meaning, name);
            check(words.next, name);
            if (ErrorKind(i) != ErrorKind::Internal)
                QVERIFY2(words.what != wordsFor(Error {}).what, qPrintable(name)); // not the catch-all
            QVERIFY2(!words.what.contains(u"detail"_s), qPrintable(name)); // technical text stays behind "Show details"
        }
        for (int i = 0; i <= int(AddressProblemKind::PiAddressTaken); ++i) {
            const Words words = wordsFor(AddressProblem { AddressProblemKind(i), Site::A, Ipv4(192, 168, 1, 1) });
            const QString name = addressProblemName(AddressProblemKind(i));
            check(words.what, name);
            check(words.meaning, name);
            check(words.next, name);
        }
        for (int i = 0; i <= int(FindingKind::PiAddress); ++i) {
            for (const Level level : { Level::Warn, Level::Stop }) {
                const Words words = wordsFor(Finding { FindingKind(i), level, Site::A, u"7"_s });
                check(words.what, u"finding %1"_s.arg(i));
                check(words.meaning, u"finding %1"_s.arg(i));
                check(words.next, u"finding %1"_s.arg(i));
            }
            check(wordsFor(Finding { FindingKind(i), Level::Pass, Site::A, u"7"_s }).what, u"finding %1"_s.arg(i));
        }
        for (const StepId id : allSteps())
            check(stepTitle(id), stepName(id));
        for (int i = int(Hint::FixAddresses); i <= int(Hint::LogInB); ++i) {
            if (Hint(i) != Hint::Applying)
                check(wordsFor(Hint(i)), u"hint %1"_s.arg(i));
        }
    }

    void nothingIsUnfinished_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("ja") << u"ja.ts"_s;
        QTest::newRow("en") << u"en.ts"_s;
    }
    void nothingIsUnfinished()
    {
        QFETCH(QString, name);
        QFile file(QStringLiteral(TWINLAN_SOURCE_DIR "/i18n/") + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(!text.contains("type=\"unfinished\""));
        QVERIFY(!text.contains("type=\"vanished\""));
        QVERIFY(!text.contains("type=\"obsolete\""));
        QVERIFY(text.count("<message") > 400);
    }

    // A sentence in the code that is in no .ts file would stay English for ever.
    void everySentenceIsInTheFile()
    {
        QFile file(QStringLiteral(TWINLAN_SOURCE_DIR "/i18n/ja.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString ts = QString::fromUtf8(file.readAll());
        const QRegularExpression call(u"\\btr\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*[,)]"_s);
        int found = 0;
        for (const QString &folder : { u"wizard"_s, u"app"_s }) {
            QDirIterator files(QStringLiteral(TWINLAN_SOURCE_DIR "/") + folder, { u"*.cpp"_s }, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString name = files.next();
                QFile source(name);
                QVERIFY(source.open(QIODevice::ReadOnly));
                const QString text = QString::fromUtf8(source.readAll());
                for (auto it = call.globalMatch(text); it.hasNext();) {
                    QString sentence = it.next().captured(1);
                    sentence.replace(u"\\n"_s, u"\n"_s).replace(u"\\\""_s, u"\""_s);
                    sentence = sentence.toHtmlEscaped().replace(u"'"_s, u"&apos;"_s);
                    QVERIFY2(ts.contains(u"<source>"_s + sentence + u"</source>"_s), qPrintable(name + u": "_s + sentence));
                    ++found;
                }
            }
        }
        QVERIFY(found > 300);
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
