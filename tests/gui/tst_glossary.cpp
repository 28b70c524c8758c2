// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences of both languages against the glossary: none that was replaced comes back, one word for one thing, and what a
// translator has to know stands beside each word that stands alone.
#include "tests/gui/sentences.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace twinlan::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QList<QStringList> rowsOf(const QString &path)
{
    QList<QStringList> rows;
    for (const QString &line : textOf(path).split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.startsWith(u'#'))
            rows << line.split(u'\t');
    }
    return rows;
}

// "&Next", "次へ(&N)": the key is no part of the sentence.
QString withoutKey(const QString &text)
{
    static const QRegularExpression key(u"\\(&.\\)|&"_s);
    return QString(text).remove(key);
}

// What stands between quotes in the sources, long literals in one piece.
QString literalsOf(const QString &folder)
{
    static const QRegularExpression joint(u"\"\\s*\\n\\s*\""_s);
    QString all;
    QDirIterator files(QStringLiteral(TWINLAN_SOURCE_DIR "/") + folder, { u"*.cpp"_s, u"*.h"_s }, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all += QString::fromUtf8(file.readAll()).remove(joint);
    }
    return all;
}

} // namespace

class TestGlossary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void languages_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("ja") << u"ja"_s;
        QTest::newRow("en") << u"en"_s;
    }

    void noOldSentence_data() { languages_data(); }
    void noOldSentence()
    {
        QFETCH(QString, language);
        QSet<QString> old;
        for (const QStringList &row : rowsOf(u"tests/gui/oldsentences.tsv"_s)) {
            QCOMPARE(row.size(), 3);
            if (row[0] == language)
                old << withoutKey(QString(row[2]).replace(u"\\n"_s, u"\n"_s));
        }
        QVERIFY(old.size() > 60);
        const auto messages = messagesOf(language);
        QVERIFY(messages.size() > 400);
        for (const Message &message : messages) {
            QVERIFY2(!old.contains(withoutKey(message.source)), qPrintable(message.context + u": "_s + message.source));
            QVERIFY2(!old.contains(withoutKey(message.translation)), qPrintable(message.context + u": "_s + message.translation));
        }
        const QString sources = literalsOf(u"wizard"_s) + literalsOf(u"app"_s);
        for (QString sentence : std::as_const(old)) {
            // One word alone may be anything, for example the name of a step in a file.
            if (language == "ja"_L1 || sentence.contains(u' '))
                QVERIFY2(!sources.contains(u"\"%1\""_s.arg(sentence.replace(u'\n', u"\\n"_s))), qPrintable(sentence));
        }
    }

    void oneWordForOneThing_data() { languages_data(); }
    void oneWordForOneThing()
    {
        QFETCH(QString, language);
        const QString readme = textOf(language == "ja"_L1 ? u"i18n/README.ja.md"_s : u"README.md"_s);
        QVERIFY(!readme.isEmpty());
        auto messages = messagesOf(language);
        for (const QString &name : QDir(QStringLiteral(TWINLAN_SOURCE_DIR "/resources/help")).entryList({ u"*."_s + language + u".md"_s }))
            messages << Message { name, {}, {}, textOf(u"resources/help/"_s + name) };
        int rules = 0;
        for (const QStringList &row : rowsOf(u"tests/gui/notsaid.tsv"_s)) {
            QCOMPARE(row.size(), 4);
            if (row[0] != language)
                continue;
            ++rules;
            const QRegularExpression notSaid(row[1]);
            QVERIFY2(notSaid.isValid(), qPrintable(row[1]));
            const QStringList mayBeIn = row[2].split(u' ');
            for (const Message &message : messages) {
                if (mayBeIn.contains(message.context))
                    continue;
                for (const QString &text : { message.translation, language == "en"_L1 ? message.source : QString() })
                    QVERIFY2(!withoutKey(text).contains(notSaid), qPrintable(u"%1: %2\nnot %3, but: %4"_s.arg(message.context, text, row[1], row[3])));
            }
            const auto inReadme = notSaid.match(readme);
            QVERIFY2(mayBeIn.contains("README"_L1) || !inReadme.hasMatch(), qPrintable(u"README: %1, not %2, but: %3"_s.arg(inReadme.captured(), row[1], row[3])));
        }
        QVERIFY(rules > 10);
    }

    // "Waiting", "to", "%1: %2": only their place says what they are.
    void wordsThatStandAloneSayWhere()
    {
        static const QRegularExpression notALetter(u"\\P{L}+"_s);
        static const QRegularExpression place(u"%[0-9n]"_s);
        static const QRegularExpression end(u"[.?]$"_s);
        int alone = 0;
        for (const Message &message : messagesOf(u"ja"_s)) {
            const QStringList words = withoutKey(message.source).remove(place).split(notALetter, Qt::SkipEmptyParts);
            const bool isSentence = message.source.contains(end) || words.size() > 2;
            if (isSentence)
                continue;
            ++alone;
            QVERIFY2(!message.comment.isEmpty(), qPrintable(message.context + u": "_s + message.source));
        }
        QVERIFY(alone > 60);
    }

    void placesAndKeysAreKept_data() { languages_data(); }
    void placesAndKeysAreKept()
    {
        QFETCH(QString, language);
        static const QRegularExpression place(u"%[0-9n]"_s);
        static const QRegularExpression key(u"&(.)"_s);
        const auto allOf = [](const QRegularExpression &what, const QString &text) {
            QStringList found;
            for (auto it = what.globalMatch(text); it.hasNext();)
                found << it.next().captured().toUpper();
            found.removeDuplicates();
            found.sort();
            return found;
        };
        for (const Message &message : messagesOf(language)) {
            const QString text = message.translation;
            QVERIFY2(!text.isEmpty(), qPrintable(message.source));
            QVERIFY2(allOf(place, text) == allOf(place, message.source), qPrintable(message.source + u": "_s + text));
            QVERIFY2(allOf(key, text) == allOf(key, message.source), qPrintable(message.source + u": "_s + text));
        }
    }

    // A call that puts words on a widget gets them from tr(), or from something that did.
    void noWordsPastTheTranslator()
    {
        static const QRegularExpression call(u"\\b(?:setText|setWords|setTitle|setToolTip|setStatusTip|setWhatsThis|setWindowTitle|setPlaceholderText"
                                             u"|setAccessibleName|setAccessibleDescription|setInformativeText|setTabText|setHeading|setActionText"
                                             u"|addItem|addTab|addButton|addAction|drawText|setSuffix|setPrefix|setSpecialValueText"
                                             u"|(?:new )?Q(?:Label|PushButton|CheckBox|RadioButton|GroupBox|ToolButton))\\(([^;]*?);"_s,
            QRegularExpression::DotMatchesEverythingOption);
        static const QRegularExpression translated(u"\\btr\\((?:[^()\"]|\"(?:[^\"\\\\]|\\\\.)*\"|\\([^()]*\\))*\\)"_s);
        static const QRegularExpression words(u"\"[^\"]*\\p{L}{2}[^\"]*\""_s);
        static const QStringList notForPeople { u"\"日本語\""_s, u"\"English\""_s }; // each language in its own name
        int calls = 0;
        for (const QString &folder : { u"wizard"_s, u"app"_s }) {
            QDirIterator files(QStringLiteral(TWINLAN_SOURCE_DIR "/") + folder, { u"*.cpp"_s }, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                if (file.fileName().contains("/practice/"_L1)) // no part of the program
                    continue;
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString text = QString::fromUtf8(file.readAll());
                for (auto it = call.globalMatch(text); it.hasNext();) {
                    const QString rest = it.next().captured(1).remove(translated);
                    ++calls;
                    const auto literal = words.match(rest);
                    QVERIFY2(!literal.hasMatch() || notForPeople.contains(literal.captured()),
                        qPrintable(file.fileName() + u": "_s + literal.captured()));
                }
            }
        }
        QVERIFY(calls > 150);
    }
};

QTEST_GUILESS_MAIN(TestGlossary)
#include "tst_glossary.moc"
