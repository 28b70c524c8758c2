// SPDX-License-Identifier: GPL-3.0-or-later
// The arrows app -> wizard -> remote, read from the sources themselves. The linker holds most of it; this holds the
// rest, and says which line is wrong.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

namespace {

struct Include
{
    QString file; // from the top of the repository
    int line = 0;
    QString header;
};

struct Source
{
    QString file;
    QString text; // without comments
};

QString withoutComments(QString text)
{
    // Keeps the lines, so that numbers stay right. Strings with "//" in them lose their end, which no rule here minds.
    static const QRegularExpression block(
        QStringLiteral("/\\*.*?\\*/"), QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression line(QStringLiteral("//[^\\n]*"));
    for (auto match = block.match(text); match.hasMatch(); match = block.match(text))
        text.replace(match.capturedStart(), match.capturedLength(), QString(match.captured().count(u'\n'), u'\n'));
    return text.remove(line);
}

QList<Source> sourcesIn(const QString &folder)
{
    const QString top = QStringLiteral(TWINLAN_SOURCE_DIR "/");
    QList<Source> sources;
    QDirIterator files(
        top + folder, { QStringLiteral("*.h"), QStringLiteral("*.cpp") }, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            sources << Source { file.fileName().mid(top.size()), withoutComments(QString::fromUtf8(file.readAll())) };
    }
    return sources;
}

QList<Include> includesIn(const QString &folder)
{
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"));
    QList<Include> found;
    for (const Source &source : sourcesIn(folder)) {
        const QStringList lines = source.text.split(u'\n');
        for (int i = 0; i < lines.size(); ++i) {
            if (const auto match = include.match(lines.at(i)); match.hasMatch())
                found << Include { source.file, i + 1, match.captured(1) };
        }
    }
    return found;
}

QString where(const Include &i)
{
    return QStringLiteral("%1:%2 includes %3").arg(i.file).arg(i.line).arg(i.header);
}

// The Qt modules that a header belongs to are folders of Qt's include tree.
bool isInQtModule(const QString &header, const QStringList &modules)
{
    const QString name = header.section(u'/', -1);
    for (const QString &module : modules) {
        if (header.startsWith(module + u'/') || header == module
            || QFile::exists(QLibraryInfo::path(QLibraryInfo::HeadersPath) + u'/' + module + u'/' + name))
            return true;
    }
    return false;
}

} // namespace

class TestLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theScanSeesTheSources()
    {
        QVERIFY(sourcesIn(QStringLiteral("remote")).size() > 15);
        QVERIFY(includesIn(QStringLiteral("remote")).size() > 50);
        // The header folders of Qt are where we look for them: else the next test would prove nothing.
        QVERIFY(isInQtModule(QStringLiteral("QLabel"), { QStringLiteral("QtWidgets") }));
        QVERIFY(!isInQtModule(QStringLiteral("QString"), { QStringLiteral("QtWidgets"), QStringLiteral("QtGui") }));
        QCOMPARE(withoutComments(QStringLiteral("a/*\n*/b // c\nd")), QStringLiteral("a\nb \nd"));
    }
    void remoteHasNoWidgets()
    {
        const QStringList forbidden { QStringLiteral("QtWidgets"), QStringLiteral("QtGui"), QStringLiteral("QtNetwork"),
            QStringLiteral("QtSvg"), QStringLiteral("QtCharts"), QStringLiteral("QtQml"), QStringLiteral("QtQuick") };
        for (const Include &i : includesIn(QStringLiteral("remote")))
            QVERIFY2(!isInQtModule(i.header, forbidden), qPrintable(where(i)));
    }
    void onlyRemoteSshKnowsLibssh()
    {
        int seen = 0;
        for (const char *folder : { "app", "wizard", "remote", "resources" }) {
            for (const Include &i : includesIn(QString::fromLatin1(folder))) {
                if (!i.header.startsWith(QStringLiteral("libssh")))
                    continue;
                ++seen;
                QVERIFY2(i.file.startsWith(QStringLiteral("remote/ssh/")), qPrintable(where(i)));
            }
        }
        QVERIFY(seen > 0);
    }
    void arrowsNeverPointBack_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QStringList>("forbidden");
        const auto row = [](const char *folder, const QStringList &forbidden) {
            QTest::newRow(folder) << QString::fromLatin1(folder) << forbidden;
        };
        const QString app = QStringLiteral("app/");
        const QString wizard = QStringLiteral("wizard/");
        const QString tests = QStringLiteral("tests/");
        row("remote", { app, wizard, tests });
        row("wizard", { app, tests });
        row("app", { tests });
        row("resources", { app, wizard, QStringLiteral("remote/"), tests });
        row("remote/core",
            { QStringLiteral("remote/plan/"), QStringLiteral("remote/ssh/"), QStringLiteral("remote/setup/"),
                QStringLiteral("remote/diagnostics/") });
        // In the wizard, words and pages know what was decided, and not the other way round.
        const QString words = QStringLiteral("wizard/words/");
        const QStringList drawing { QStringLiteral("wizard/pages/"), QStringLiteral("wizard/widgets/"), QStringLiteral("wizard/diagnostics/") };
        const QStringList deciding { QStringLiteral("wizard/flow/"), QStringLiteral("wizard/backend/") };
        row("wizard/threads", drawing + deciding + QStringList { words });
        row("wizard/text", drawing + deciding + QStringList { words });
        row("wizard/backend", drawing + QStringList { words, QStringLiteral("wizard/flow/") });
        row("wizard/flow", drawing + QStringList { words });
        row("wizard/words", drawing + QStringList { QStringLiteral("wizard/backend/") });
        row("remote/plan",
            { QStringLiteral("remote/ssh/"), QStringLiteral("remote/setup/"), QStringLiteral("remote/diagnostics/") });
    }
    void arrowsNeverPointBack()
    {
        QFETCH(QString, folder);
        QFETCH(QStringList, forbidden);
        for (const Include &i : includesIn(folder)) {
            const QString target
                = QDir::cleanPath(i.header.startsWith(u'.') ? QFileInfo(i.file).path() + u'/' + i.header : i.header);
            for (const QString &layer : forbidden)
                QVERIFY2(!target.startsWith(layer), qPrintable(where(i)));
        }
    }
    void remoteHasNoSentences()
    {
        static const QRegularExpression translation(
            QStringLiteral("\\b(tr|translate|QT_TR_NOOP|QT_TRANSLATE_NOOP|qsTr|qtTrId)\\s*\\("));
        for (const Source &source : sourcesIn(QStringLiteral("remote"))) {
            const auto match = translation.match(source.text);
            QVERIFY2(!match.hasMatch(), qPrintable(source.file + QStringLiteral(": ") + match.captured()));
        }
    }
    // Each of these has one place; elsewhere it would be a second way, which nobody can stop or which outlives who waits for it.
    void thereIsOneWay_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QStringList>("places");
        QTest::newRow("to wait: sleepFor, with a stop token") << QStringLiteral("\\b(sleep_for|sleep_until|usleep|nanosleep|msleep|QThread::sleep|QTimer::singleShot)\\b")
                                                             << QStringList();
        QTest::newRow("to the screen's thread: Mailbox") << QStringLiteral("\\b(invokeMethod|QPromise|QFuture|QFutureWatcher|postEvent|QueuedConnection)\\b")
                                                         << QStringList { QStringLiteral("wizard/threads/mailbox.cpp") };
    }
    void thereIsOneWay()
    {
        QFETCH(QString, pattern);
        QFETCH(QStringList, places);
        const QRegularExpression expression(pattern);
        QStringList found;
        for (const char *folder : { "app", "wizard", "remote" })
            for (const Source &source : sourcesIn(QString::fromLatin1(folder)))
                if (!source.file.startsWith(QStringLiteral("app/practice/")) && expression.match(source.text).hasMatch())
                    found << source.file;
        QCOMPARE(found, places);
    }
    // Pure knowledge does no I/O and has no threads.
    void planIsPure()
    {
        static const QStringList forbidden { QStringLiteral("QFile"), QStringLiteral("QDir"),
            QStringLiteral("QProcess"), QStringLiteral("QThread"), QStringLiteral("QDateTime"),
            QStringLiteral("QSettings"), QStringLiteral("thread"), QStringLiteral("fstream"), QStringLiteral("chrono"),
            QStringLiteral("random") };
        for (const Include &i : includesIn(QStringLiteral("remote/plan")))
            QVERIFY2(!forbidden.contains(i.header), qPrintable(where(i)));
    }
};

QTEST_APPLESS_MAIN(TestLayers)
#include "tst_layers.moc"
