// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/holder.h"

#include <QTemporaryDir>
#include <QtTest>

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
        const Holder second(path() + QStringLiteral("/other"));
        QVERIFY(first.token() != second.token());
    }
    void aFolderThatCannotBeMadeIsNoObstacle()
    {
        QVERIFY(!Holder(QStringLiteral("/proc/no/such/folder")).token().isEmpty());
    }

private:
    [[nodiscard]] QString path() const { return m_folder->path() + QStringLiteral("/twinlan"); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestHolder)
#include "tst_holder.moc"
