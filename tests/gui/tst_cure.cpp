// SPDX-License-Identifier: GPL-3.0-or-later
// The button of an error that ended a setup: it leads to the page that helps, where there is one.
#include "tests/gui/stage.h"
#include "wizard/flow/cure.h"

#include <QMetaEnum>
#include <QTest>

using namespace twinlan;
using namespace twinlan::test;

class TestCure : public QObject
{
    Q_OBJECT

private:
    static QAbstractButton *buttonOf(Stage &stage) { return stage.window->findChild<QAbstractButton *>(u"applyHelps"_s); }
    static std::vector<PageId> pagesOf(Goal goal)
    {
        PageOrder order;
        order.goal = goal;
        return order.pages();
    }

private Q_SLOTS:
    void leadsToAPage_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<Site>("site");
        QTest::addColumn<int>("page"); // -1: none
        const auto row = [](const char *name, ErrorKind kind, Site site, std::optional<PageId> page) {
            QTest::newRow(name) << kind << site << (page ? int(*page) : -1);
        };
        row("by hand", ErrorKind::HandMade, Site::B, PageId::CheckUp);
        row("unsupported", ErrorKind::UnsupportedSystem, Site::A, PageId::CheckUp);
        row("sudo, A", ErrorKind::SudoPasswordWrong, Site::A, PageId::PiA);
        row("sudo, B", ErrorKind::SudoPasswordWrong, Site::B, PageId::PiB);
        row("logged out, A", ErrorKind::TailscaleLoggedOut, Site::A, PageId::Tailscale);
        row("to be approved, B", ErrorKind::TailscaleNeedsApproval, Site::B, PageId::PiB);
        row("lets nothing in", ErrorKind::TailscaleShieldsUp, Site::A, PageId::CheckUp);
        row("logged out, B", ErrorKind::TailscaleLoggedOut, Site::B, PageId::PiB);
        row("same router", ErrorKind::SameRouter, Site::A, PageId::Addresses);
        row("trying again helps", ErrorKind::PackagesOffline, Site::A, {});
        row("nobody knows", ErrorKind::Internal, Site::A, {});
    }

    void leadsToAPage()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(Site, site);
        QFETCH(int, page);
        const auto found = pageThatHelps(kind, site, pagesOf(Goal::Join));
        QCOMPARE(found ? int(*found) : -1, page);
    }

    void onlyPagesThatTheGoalHas()
    {
        QVERIFY(!pageThatHelps(ErrorKind::SameRouter, Site::A, pagesOf(Goal::Check)));
        QVERIFY(!pageThatHelps(ErrorKind::HandMade, Site::A, pagesOf(Goal::Remove)));
        QVERIFY(pageThatHelps(ErrorKind::SudoPasswordWrong, Site::A, pagesOf(Goal::Remove)) == PageId::PiA);
    }

    // Where trying again can help, that is the button.
    void whatMayPassByItselfLeadsNowhere()
    {
        const QMetaEnum kinds = QMetaEnum::fromType<ErrorKind>();
        for (int i = 0; i < kinds.keyCount(); ++i) {
            const auto kind = ErrorKind(kinds.value(i));
            if (Error { kind, {}, {}, {} }.canRetry())
                QVERIFY2(!pageThatHelps(kind, Site::A, pagesOf(Goal::Join)), kinds.key(i));
        }
    }

    void theButtonGoesThere()
    {
        Stage stage;
        stage.open();
        stage.toApply();
        Q_EMIT stage.world.failed(Task::Apply, Site::A, error(ErrorKind::PackagesOffline));
        QVERIFY(!buttonOf(stage)->isVisible());
        stage.setup().tryAgain();
        Q_EMIT stage.world.failed(Task::Apply, Site::A, error(ErrorKind::HandMade, u"br_lan"_s));
        QVERIFY(buttonOf(stage)->isVisible());
        QCOMPARE(buttonOf(stage)->accessibleName(), u"Go to “Check-up”"_s);
        QTest::mouseClick(buttonOf(stage), Qt::LeftButton);
        QCOMPARE(stage.setup().page(), PageId::CheckUp);
    }

    void theRightPi()
    {
        Stage stage;
        stage.open();
        stage.toApply();
        const Error why = error(ErrorKind::SudoPasswordWrong);
        stage.world.step(Site::B, StepId::InstallPackages, StepState::Failed, {}, -1, why);
        Q_EMIT stage.world.failed(Task::Apply, Site::B, why);
        QTest::mouseClick(buttonOf(stage), Qt::LeftButton);
        QCOMPARE(stage.setup().page(), PageId::PiB);
    }
};

QTEST_MAIN(TestCure)
#include "tst_cure.moc"
