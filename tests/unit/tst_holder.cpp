// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/holder.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace twinlan;

class TestHolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void startedAgainItIsTheSame()
    {
        const QString first = Holder(path()).token();
        QCOMPARE(Holder(path()).token(), first);
        const QString machine = QString::fromLatin1(QSysInfo::machineUniqueId()); // stays at home
        QVERIFY(machine.isEmpty() || !first.contains(machine));
    }
    void twoAtOnceAreTwo()
    {
        const Holder first(path());
        const Holder second(path());
        QVERIFY(first.token() != second.token());
    }
    void anotherPersonIsAnother()
    {
        const Holder first(path());
        const Holder second(path() + u"/other"_s);
        QVERIFY(first.token() != second.token());
    }
    void aFolderThatCannotBeMadeIsNoObstacle()
    {
        QVERIFY(!Holder(u"/proc/no/such/folder"_s).token().isEmpty());
    }

private:
    [[nodiscard]] QString path() const { return m_folder->path() + u"/twinlan"_s; }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestHolder)
#include "tst_holder.moc"
