// SPDX-License-Identifier: GPL-3.0-or-later
// The order of the pages, as a value: no Pi answers here, and nothing is asked of one.
#include "wizard/flow/pageorder.h"

#include <QTest>
#include <algorithm>

using namespace twinlan;

class TestPageOrder : public QObject
{
    Q_OBJECT

private:
    // All that a page may wait for is there, so that each test takes away what it is about.
    static PageOrder whenAllIsWell(Goal goal, PageId page)
    {
        PageOrder order;
        order.goal = goal;
        order.page = page;
        order.addressesAreGood = true;
        order.signIn = { SignInStage::SignedIn, SignInStage::SignedIn };
        order.isLoggedIn = { true, true };
        order.checkUp = CheckUpStage::Ready;
        order.stepsAreKnown = true;
        order.apply = page == PageId::Apply || page == PageId::Result ? ApplyStage::Done : ApplyStage::Idle;
        return order;
    }

private Q_SLOTS:
    void leadsFromTheSecondPageToTheLastAndBack()
    {
        for (const Goal goal : { Goal::Join, Goal::Check, Goal::Remove }) {
            const auto pages = whenAllIsWell(goal, PageId::Welcome).pages();
            QCOMPARE(pages.front(), PageId::Welcome);
            for (std::size_t i = 1; i < pages.size(); ++i) {
                const PageOrder order = whenAllIsWell(goal, pages[i]);
                QCOMPARE(order.hint(), Hint::None);
                if (i + 1 < pages.size())
                    QCOMPARE(order.next(), std::optional(pages[i + 1]));
                else
                    QVERIFY(!order.next());
                // Past Apply, which has nothing to show any more.
                QCOMPARE(order.back(), std::optional(pages[i] == PageId::Result ? PageId::Review : pages[i - 1]));
            }
        }
    }

    void nobodyIsShownTwiceHowToWriteACard()
    {
        PageOrder order = whenAllIsWell(Goal::Join, PageId::Welcome);
        QCOMPARE(order.pages()[1], PageId::SdCards);
        order.cardsAreWritten = true;
        QCOMPARE(order.pages()[1], PageId::PiA);
    }

    // What the routers are is read by the Pis, and judged by the check-up.
    void theAddressesComeBetweenThePisAndTheCheckUp()
    {
        const PageOrder order = whenAllIsWell(Goal::Join, PageId::Addresses);
        QCOMPARE(order.back(), std::optional(PageId::PiB));
        QCOMPARE(order.next(), std::optional(PageId::CheckUp));
    }

    void welcomeIsLeftByAGoalOnly()
    {
        const PageOrder order = whenAllIsWell(Goal::Join, PageId::Welcome);
        QVERIFY(!order.next());
        QVERIFY(!order.back());
    }

    void onlyAJoinAsksForAddressesAndARemovalForNoLogin()
    {
        const auto has = [](Goal goal, PageId page) {
            const auto pages = whenAllIsWell(goal, PageId::Welcome).pages();
            return std::find(pages.begin(), pages.end(), page) != pages.end();
        };
        QVERIFY(has(Goal::Join, PageId::Addresses));
        QVERIFY(has(Goal::Join, PageId::SdCards));
        QVERIFY(!has(Goal::Check, PageId::SdCards));
        QVERIFY(!has(Goal::Check, PageId::Addresses));
        QVERIFY(!has(Goal::Remove, PageId::Addresses));
        QVERIFY(has(Goal::Check, PageId::Tailscale));
        QVERIFY(!has(Goal::Remove, PageId::Tailscale));
        QVERIFY(!has(Goal::Remove, PageId::CheckUp));
    }

    void aPageSaysWhatItWaitsFor()
    {
        const auto wait = [](Goal goal, PageId page, Hint hint, auto takeAway) {
            PageOrder order = whenAllIsWell(goal, page);
            takeAway(order);
            QCOMPARE(order.hint(), hint);
            QVERIFY(!order.next());
        };
        using enum PageId;
        wait(Goal::Join, Addresses, Hint::FixAddresses, [](PageOrder &o) { o.addressesAreGood = false; });
        wait(Goal::Join, PiA, Hint::Connect, [](PageOrder &o) { o.signIn.a = SignInStage::Idle; });
        wait(Goal::Join, PiA, Hint::Connect, [](PageOrder &o) { o.signIn.a = SignInStage::Failed; });
        wait(Goal::Join, PiA, Hint::Connecting, [](PageOrder &o) { o.signIn.a = SignInStage::Connecting; });
        wait(Goal::Remove, PiB, Hint::AnswerHostKey, [](PageOrder &o) { o.signIn.b = SignInStage::AskHostKey; });
        wait(Goal::Join, Tailscale, Hint::LogIn, [](PageOrder &o) { o.isLoggedIn.a = false; });
        wait(Goal::Check, PiB, Hint::LogInB, [](PageOrder &o) { o.isLoggedIn.b = false; });
        wait(Goal::Join, CheckUp, Hint::CheckUpRunning, [](PageOrder &o) { o.checkUp = CheckUpStage::Running; });
        wait(Goal::Join, CheckUp, Hint::CheckAgain, [](PageOrder &o) { o.checkUp = CheckUpStage::Failed; });
        wait(Goal::Join, CheckUp, Hint::FixFindings, [](PageOrder &o) {
            o.checkUp = CheckUpStage::Failed;
            o.hasBlocker = true;
        });
        wait(Goal::Join, Review, Hint::CheckUpRunning, [](PageOrder &o) { o.stepsAreKnown = false; });
        wait(Goal::Join, Apply, Hint::Applying, [](PageOrder &o) { o.apply = ApplyStage::Failed; });
    }

    void aRemovalWaitsForLess()
    {
        PageOrder order = whenAllIsWell(Goal::Remove, PageId::PiB);
        order.isLoggedIn = {};
        QVERIFY(order.next());
        order.signIn.b = SignInStage::Failed;
        QVERIFY(!order.next());
        order.piBIsGone = true;
        QVERIFY(order.next());
        order.page = PageId::Review;
        order.stepsAreKnown = false;
        QVERIFY(order.next());
    }

    void nobodyLeavesWhileThePisAreChanged()
    {
        for (const ApplyStage stage : { ApplyStage::Running, ApplyStage::Stopping, ApplyStage::Undoing }) {
            PageOrder order = whenAllIsWell(Goal::Join, PageId::Apply);
            order.apply = stage;
            QVERIFY(!order.next());
            QVERIFY(!order.back());
            QVERIFY(!order.canGoTo(PageId::Welcome));
        }
        PageOrder order = whenAllIsWell(Goal::Join, PageId::Apply);
        order.apply = ApplyStage::Stopped;
        QCOMPARE(order.back(), std::optional(PageId::Review));
        QVERIFY(order.canGoTo(PageId::Welcome));
    }

    void onlyPagesAlreadySeenCanBeGoneTo()
    {
        const PageOrder order = whenAllIsWell(Goal::Join, PageId::PiB);
        QVERIFY(order.canGoTo(PageId::PiA));
        QVERIFY(!order.canGoTo(PageId::PiB));
        QVERIFY(!order.canGoTo(PageId::Addresses));
        QVERIFY(!order.canGoTo(PageId::CheckUp));
    }
};

QTEST_APPLESS_MAIN(TestPageOrder)
#include "tst_pageorder.moc"
