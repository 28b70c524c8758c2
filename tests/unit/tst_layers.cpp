// SPDX-License-Identifier: GPL-3.0-or-later
// The arrows app -> wizard -> remote, read from the sources themselves. The linker holds most of it; this holds the
// rest, and says which line is wrong.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;

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
        u"/\\*.*?\\*/"_s, QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression line(u"//[^\\n]*"_s);
    for (auto match = block.match(text); match.hasMatch(); match = block.match(text))
        text.replace(match.capturedStart(), match.capturedLength(), QString(match.captured().count(u'\n'), u'\n'));
    return text.remove(line);
}

QList<Source> sourcesIn(const QString &folder)
{
    const QString top = QStringLiteral(TWINLAN_SOURCE_DIR "/");
    QList<Source> sources;
    QDirIterator files(
        top + folder, { u"*.h"_s, u"*.cpp"_s }, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            sources << Source { file.fileName().mid(top.size()), withoutComments(QString::fromUtf8(file.readAll())) };
    }
    return sources;
}

QList<Include> includesIn(const QString &folder)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"_s);
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
    return u"%1:%2 includes %3"_s.arg(i.file).arg(i.line).arg(i.header);
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
        QVERIFY(sourcesIn(u"remote"_s).size() > 15);
        QVERIFY(includesIn(u"remote"_s).size() > 50);
        // The header folders of Qt are where we look for them: else the next test would prove nothing.
        QVERIFY(isInQtModule(u"QLabel"_s, { u"QtWidgets"_s }));
        QVERIFY(!isInQtModule(u"QString"_s, { u"QtWidgets"_s, u"QtGui"_s }));
        QCOMPARE(withoutComments(u"a/*\n*/b // c\nd"_s), u"a\nb \nd"_s);
    }
    void remoteHasNoWidgets()
    {
        const QStringList forbidden { u"QtWidgets"_s, u"QtGui"_s, u"QtNetwork"_s,
            u"QtSvg"_s, u"QtCharts"_s, u"QtQml"_s, u"QtQuick"_s };
        for (const Include &i : includesIn(u"remote"_s))
            QVERIFY2(!isInQtModule(i.header, forbidden), qPrintable(where(i)));
    }
    void onlyRemoteSshKnowsLibssh()
    {
        int seen = 0;
        for (const char *folder : { "app", "wizard", "remote", "resources" }) {
            for (const Include &i : includesIn(QString::fromLatin1(folder))) {
                if (!i.header.startsWith(u"libssh"_s))
                    continue;
                ++seen;
                QVERIFY2(i.file.startsWith(u"remote/ssh/"_s), qPrintable(where(i)));
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
        const QString app = u"app/"_s;
        const QString wizard = u"wizard/"_s;
        const QString tests = u"tests/"_s;
        row("remote", { app, wizard, tests });
        row("wizard", { app, tests });
        row("app", { tests });
        row("resources", { app, wizard, u"remote/"_s, tests });
        const QStringList above { u"remote/plan/"_s, u"remote/ssh/"_s, u"remote/setup/"_s,
            u"remote/diagnostics/"_s };
        row("remote/core", above);
        row("remote/platform", above + QStringList { u"remote/core/"_s });
        // In the wizard, words and pages know what was decided, and not the other way round.
        const QString words = u"wizard/words/"_s;
        const QStringList drawing { u"wizard/pages/"_s, u"wizard/widgets/"_s, u"wizard/diagnostics/"_s };
        const QStringList deciding { u"wizard/flow/"_s, u"wizard/backend/"_s };
        row("wizard/threads", drawing + deciding + QStringList { words });
        row("wizard/text", drawing + deciding + QStringList { words });
        row("wizard/keychain", drawing + deciding + QStringList { words });
        row("wizard/backend", drawing + QStringList { words, u"wizard/flow/"_s });
        row("wizard/flow", drawing + QStringList { words });
        row("wizard/support", drawing + QStringList { words });
        row("wizard/sheets", { u"wizard/pages/"_s, u"wizard/diagnostics/"_s, u"wizard/flow/"_s, u"wizard/backend/"_s });
        row("wizard/widgets", { u"wizard/pages/"_s, u"wizard/sheets/"_s });
        row("wizard/words", drawing + QStringList { u"wizard/backend/"_s });
        row("remote/plan",
            { u"remote/ssh/"_s, u"remote/setup/"_s, u"remote/diagnostics/"_s });
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
            u"\\b(tr|translate|QT_TR_NOOP|QT_TRANSLATE_NOOP|qsTr|qtTrId)\\s*\\("_s);
        for (const Source &source : sourcesIn(u"remote"_s)) {
            const auto match = translation.match(source.text);
            QVERIFY2(!match.hasMatch(), qPrintable(source.file + u": "_s + match.captured()));
        }
    }
    // Each of these has one place; elsewhere it would be a second way, which nobody can stop or which outlives who waits for it.
    void thereIsOneWay_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QStringList>("places");
        QTest::newRow("to wait: sleepFor, with a stop token") << u"\\b(sleep_for|sleep_until|usleep|nanosleep|msleep|QThread::sleep|QTimer::singleShot)\\b"_s
                                                              << QStringList();
        QTest::newRow("to the screen's thread: Mailbox") << u"\\b(invokeMethod|QPromise|QFuture|QFutureWatcher|postEvent|QueuedConnection)\\b"_s
                                                         << QStringList { u"wizard/threads/mailbox.cpp"_s };
    }
    void thereIsOneWay()
    {
        QFETCH(QString, pattern);
        QFETCH(QStringList, places);
        const QRegularExpression expression(pattern);
        QStringList found;
        for (const char *folder : { "app", "wizard", "remote" })
            for (const Source &source : sourcesIn(QString::fromLatin1(folder)))
                if (!source.file.startsWith(u"app/practice/"_s) && expression.match(source.text).hasMatch())
                    found << source.file;
        QCOMPARE(found, places);
    }
    // Sockets, processes, signals: one file per platform, and for the rest of the program it is any platform. <csignal> is C++'s own.
    void onlyOneFileKnowsThePlatform()
    {
        static const QRegularExpression header(u"^(sys|net|netinet|arpa|linux|asm)/|^(unistd|fcntl|poll|netdb|signal|pwd|grp|termios|dirent|dlfcn|ifaddrs|pthread|semaphore|spawn|"
                                               "strings|utime|syslog|winsock2?|ws2tcpip|windows|iphlpapi|cerrno|errno)(\\.h)?$"_s);
        static const QRegularExpression condition(
            u"\\b(Q_OS_[A-Z]+|_WIN32|__linux__|__unix__|__APPLE__|errno|strerror|pid_t|ssize_t|getenv|setenv|fork|popen|waitpid)\\b"_s);
        int seen = 0;
        for (const char *folder : { "app", "wizard", "remote", "resources" }) {
            for (const Include &i : includesIn(QString::fromLatin1(folder))) {
                if (!header.match(i.header).hasMatch())
                    continue;
                ++seen;
                QVERIFY2(i.file.startsWith(u"remote/platform/"_s), qPrintable(where(i)));
            }
            for (const Source &source : sourcesIn(QString::fromLatin1(folder))) {
                const auto match = condition.match(source.text);
                QVERIFY2(!match.hasMatch() || source.file.startsWith(u"remote/platform/"_s),
                    qPrintable(source.file + u": "_s + match.captured()));
            }
        }
        QVERIFY(seen > 0);
    }
    // Pure knowledge does no I/O and has no threads.
    void planIsPure()
    {
        static const QStringList forbidden { u"QFile"_s, u"QDir"_s,
            u"QProcess"_s, u"QThread"_s, u"QDateTime"_s,
            u"QSettings"_s, u"thread"_s, u"fstream"_s, u"chrono"_s,
            u"random"_s };
        for (const Include &i : includesIn(u"remote/plan"_s))
            QVERIFY2(!forbidden.contains(i.header), qPrintable(where(i)));
    }
};

QTEST_APPLESS_MAIN(TestLayers)
#include "tst_layers.moc"

using namespace Qt::Literals::StringLiterals;
