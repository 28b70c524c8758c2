// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of the time that a setup still takes: by the usual times, by the pace of this run, and never upwards without a word.
#include "wizard/flow/remainingtime.h"
#include "wizard/words/words.h"

#include <QTest>
#include <functional>

using namespace twinlan;
using namespace std::chrono_literals;

using Steps = PerSite<std::vector<StepTime>>;
Q_DECLARE_METATYPE(Steps)

namespace {

// Each step that is not named waits.
Steps steps(const std::function<void(Steps &)> &change = {})
{
    Steps all;
    for (const Site site : bothSites) {
        for (const StepId id : allSteps())
            all[site].push_back({ id, StepState::Waiting, {} });
    }
    if (change)
        change(all);
    return all;
}

void set(Steps &all, Site site, StepId id, StepState state, std::chrono::milliseconds spent = {})
{
    for (StepTime &step : all[site]) {
        if (step.id == id)
            step = { id, state, spent };
    }
}

void setBoth(Steps &all, StepId id, StepState state, std::chrono::milliseconds spent = {})
{
    for (const Site site : bothSites)
        set(all, site, id, state, spent);
}

// As it is while the software is being installed.
void install(Steps &all, std::chrono::milliseconds spent)
{
    setBoth(all, StepId::BackUp, StepState::Done, 4s);
    setBoth(all, StepId::InstallPackages, StepState::Running, spent);
}

constexpr SaidTime said(int minutes, bool isLong, int least)
{
    return { minutes, isLong, least };
}

} // namespace

class TestRemainingTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byTheUsualTimes_data()
    {
        QTest::addColumn<Steps>("all");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("overdue");
        const auto ready = [](Steps &all) { setBoth(all, StepId::InstallPackages, StepState::AlreadyDone); };
        // 77 s together, 2 times 18 s one by one, 8 s, and 10 s before the first step.
        QTest::newRow("from nothing") << steps() << 131 << false;
        QTest::newRow("packages there") << steps(ready) << 81 << false;
        QTest::newRow("packages there on one") << steps([](Steps &all) { set(all, Site::A, StepId::InstallPackages, StepState::AlreadyDone); }) << 131 << false;
        QTest::newRow("begun") << steps([&](Steps &all) {
            ready(all);
            setBoth(all, StepId::BackUp, StepState::Running);
        }) << 71 << false;
        QTest::newRow("half of a step") << steps([](Steps &all) { install(all, 25s); }) << 92 << false;
        QTest::newRow("a step that was to end now") << steps([](Steps &all) { install(all, 50s); }) << 67 << false;
        QTest::newRow("a little late is not overdue") << steps([](Steps &all) { install(all, 80s); }) << 67 << false;
        QTest::newRow("overdue") << steps([](Steps &all) { install(all, 86s); }) << 67 << true;
        QTest::newRow("the last proof") << steps([](Steps &all) {
            for (const StepId id : allSteps())
                setBoth(all, id, StepState::AlreadyDone);
            set(all, Site::A, StepId::VerifyJoined, StepState::Running, 6s);
        }) << 2 << false;
        QTest::newRow("nothing") << steps([](Steps &all) {
            for (const StepId id : allSteps())
                setBoth(all, id, StepState::Done, 1s);
        }) << 0 << false;
    }

    void byTheUsualTimes()
    {
        QFETCH(Steps, all);
        QFETCH(int, seconds);
        QFETCH(bool, overdue);
        const RemainingTime time = remainingTime(all);
        QCOMPARE(int(time.left.count()), seconds);
        QCOMPARE(time.isOverdue, overdue);
    }

    void byThePaceOfThisRun()
    {
        const auto after = [](std::chrono::milliseconds backUp) {
            return remainingTime(steps([=](Steps &all) { setBoth(all, StepId::BackUp, StepState::Done, backUp); })).left;
        };
        QVERIFY(after(2s) < after(4s));
        QVERIFY(after(4s) < after(8s));
        QVERIFY(after(8s) < 2 * after(4s)); // one short step alone does not double all the others
        QCOMPARE(after(10min), 4 * after(4s)); // and nothing makes them more than four times as long
    }

    void aSlowPiIsNotOverdueAtOnce()
    {
        const Steps slow = steps([](Steps &all) {
            setBoth(all, StepId::BackUp, StepState::Done, 20s);
            setBoth(all, StepId::InstallPackages, StepState::Running, 100s);
        });
        QVERIFY(!remainingTime(slow).isOverdue);
    }

    void whatIsSaid_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<int>("minutes");
        QTest::newRow("0") << 0 << 0;
        QTest::newRow("30 s") << 30 << 0;
        QTest::newRow("31 s") << 31 << 1;
        QTest::newRow("75 s") << 75 << 1;
        QTest::newRow("76 s") << 76 << 2;
        QTest::newRow("131 s") << 131 << 2;
        QTest::newRow("5 min") << 300 << 5;
    }

    void whatIsSaid()
    {
        QFETCH(int, seconds);
        QFETCH(int, minutes);
        QCOMPARE(saidNext({}, { std::chrono::seconds(seconds), false }).minutes, minutes);
    }

    void neverUpwardsWithoutAWord()
    {
        const SaidTime two = saidNext({}, { 100s, false });
        QCOMPARE(two, said(2, false, 2));
        const SaidTime one = saidNext(two, { 70s, false });
        QCOMPARE(one, said(1, false, 1));
        QCOMPARE(saidNext(one, { 80s, false }), one); // 76 s alone would be 2: no news
        const SaidTime more = saidNext(one, { 200s, false });
        QCOMPARE(more, said(4, true, 1));
        QCOMPARE(saidNext(more, { 180s, false }), said(3, true, 1));
        QCOMPARE(saidNext(more, { 70s, false }), one);
        QCOMPARE(saidNext(one, { 70s, true }), said(1, true, 1));
        QCOMPARE(saidNext(said(0, false, 0), { 0s, true }), said(0, true, 0));
    }

    void theBoardKnowsTheTimes()
    {
        StepBoard board;
        board.reset();
        board.take({ Site::B, StepId::BackUp, StepState::Running, {}, {}, -1 });
        const Steps times = stepTimes(board);
        QCOMPARE(times.a.size(), allSteps().size());
        QCOMPARE(times.b.front().state, StepState::Running);
        QVERIFY(remainingTime(times).left > 100s && remainingTime(times).left <= 121s);
    }

    void inWords()
    {
        QCOMPARE(timeLeftText(said(2, false, 2)), QStringLiteral("About 2 min left."));
        QCOMPARE(timeLeftText(said(0, false, 0)), QStringLiteral("Less than a minute left."));
        QCOMPARE(timeLeftText(said(3, true, 1)), QStringLiteral("It takes longer than usual: about 3 min left."));
        QCOMPARE(timeLeftText(said(0, true, 0)), QStringLiteral("It takes longer than usual."));
    }
};

QTEST_GUILESS_MAIN(TestRemainingTime)
#include "tst_remainingtime.moc"
