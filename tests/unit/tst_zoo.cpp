// SPDX-License-Identifier: GPL-3.0-or-later
// The zoo: what the survey says of Raspberry Pis of all kinds, and what a setup makes of that (zoo.h).
#include "zoojudge.h"

#include <QtTest>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;

class TestZoo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pis_data();
    void pis();
    void thereAreManyOfThem();

private:
    std::optional<PiFacts> m_b; // the Pi of the other home
};

void TestZoo::initTestCase()
{
    const auto facts = test::surveyed(test::zooPi(test::zoo(), u"home-b"_s));
    QVERIFY(facts);
    m_b = *facts;
}

void TestZoo::pis_data()
{
    QTest::addColumn<QString>("name");
    for (const QFileInfo &file : test::zoo().entryInfoList({ u"*.txt"_s }))
        if (!test::zooPi(test::zoo(), file.baseName()).right.isEmpty())
            QTest::newRow(qPrintable(file.baseName())) << file.baseName();
}

void TestZoo::pis()
{
    QFETCH(QString, name);
    const auto pi = test::zooPi(test::zoo(), name);
    const auto facts = test::surveyed(pi);
    QVERIFY(facts);
    const auto judged = test::judged(*facts, *m_b, 1'764'288'000); // as the zoo's own clock has it
    // The settings in their order, the findings in any.
    const auto inOrder = [](QStringList lines) {
        const auto takes = std::stable_partition(lines.begin(), lines.end(), [](const QString &line) { return !line.startsWith("takes "_L1); });
        std::sort(lines.begin(), takes);
        return lines.join(u'\n');
    };
    const QString found = inOrder(judged.lines);
    const QString right = inOrder(pi.right);
    QVERIFY2(found == right, qPrintable(u"\nfound:\n"_s + found + u"\nright:\n"_s + right));
    // What the check-up calls a refusal a run refuses, and nothing else.
    const QStringList refused = pi.right.filter(QRegularExpression(u"^refused "_s));
    if (!judged.plan) {
        const QString kind = errorKindName(judged.plan.error().kind);
        QVERIFY(std::any_of(refused.begin(), refused.end(), [&](const QString &line) { return line.section(u' ', 2, 2) == kind; }));
        return;
    }
    QVERIFY(refused.isEmpty());
    // And a Pi that keeps this plan understands it.
    const auto again = BridgePlan::fromJson(judged.plan->toJson());
    QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
    QCOMPARE(again->pis.a, judged.plan->pis.a);
}

void TestZoo::thereAreManyOfThem()
{
    QVERIFY(test::zoo().entryList({ u"*.txt"_s }).size() > 60);
}

QTEST_GUILESS_MAIN(TestZoo)
#include "tst_zoo.moc"
