// SPDX-License-Identifier: GPL-3.0-or-later
// A script and its parts are one text in the program, and the same thing when it is run from its folder.
#include "resources/script.h"

#include <QDir>
#include <QProcess>
#include <QtTest>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;

namespace {

QStringList scripts()
{
    return QDir(u":/twinlan/remote"_s).entryList({ u"*.sh"_s }, QDir::Files);
}

} // namespace

class TestScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLeftToFind()
    {
        QVERIFY(scripts().size() > 15);
        for (const QString &name : scripts())
            for (const QByteArray &line : piFile(name).split('\n'))
                // tunnel.sh starts a program that lies beside it.
                QVERIFY2(!line.contains("${0%/*}") || line.contains("perl "), qPrintable(name + u": "_s + QString::fromUtf8(line)));
    }
    void theShellReadsIt()
    {
        for (const QString &name : scripts()) {
            QProcess shell;
            shell.start(u"sh"_s, { u"-n"_s });
            shell.write(piFile(name));
            shell.closeWriteChannel();
            QVERIFY(shell.waitForFinished());
            QVERIFY2(shell.exitCode() == 0, qPrintable(name + u": "_s + QString::fromUtf8(shell.readAllStandardError())));
        }
    }
    void aPartStandsWhereItIsNamed()
    {
        QVERIFY(piFile(u"survey.sh"_s).contains("survey_owner() (\n    # shellcheck source=/dev/null # by itself: what it sets stays in there\n" + piFile(u"survey-owner.sh"_s) + ")\n"));
    }
};

QTEST_APPLESS_MAIN(TestScript)
#include "tst_script.moc"
