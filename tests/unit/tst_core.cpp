// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/core/enumname.h"
#include "remote/core/error.h"
#include "remote/core/secret.h"
#include "remote/core/site.h"

#include <QSet>
#include <QtTest>
#include <memory>
#include <type_traits>

using namespace Qt::Literals::StringLiterals;
using namespace twinlan;

static_assert(otherSite(Site::A) == Site::B && otherSite(Site::B) == Site::A);
static_assert(!std::is_copy_constructible_v<Secret> && !std::is_copy_assignable_v<Secret>);
static_assert(std::is_nothrow_move_constructible_v<Secret> && std::is_nothrow_move_assignable_v<Secret>);
static_assert(!std::is_convertible_v<Secret, QString> && !std::is_convertible_v<Secret, QByteArray>);
static_assert(!std::is_convertible_v<QString, Secret>);
template <class T>
concept DebugStreamable = requires(QDebug debug, const T &value)
{
    debug << value;
};
static_assert(!DebugStreamable<Secret> && DebugStreamable<QString>);

class TestCore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorKindHasItsOwnName()
    {
        QSet<QString> names;
        for (int kind = 0; kind <= int(ErrorKind::Internal); ++kind)
            names << errorKindName(ErrorKind(kind));
        QCOMPARE(names.size(), int(ErrorKind::Internal) + 1);
        QVERIFY(!names.contains(QString()));
        QCOMPARE(errorKindName(ErrorKind::AuthDenied), u"AuthDenied"_s);
        QCOMPARE(valueNamed<ErrorKind>(u"AuthDenied"_s), std::optional(ErrorKind::AuthDenied));
        QCOMPARE(valueNamed<ErrorKind>(u"authdenied"_s), std::nullopt);
        QCOMPARE(valueNamed<ErrorKind>(QString()), std::nullopt);
    }
    void retryHelpsOnlyWhereNothingMustChangeFirst()
    {
        QVERIFY((Error { ErrorKind::PackagesLocked, {}, {}, {} }.canRetry()));
        QVERIFY((Error { ErrorKind::ConnectionLost, {}, {}, {} }.canRetry()));
        QVERIFY(!(Error { ErrorKind::AuthDenied, {}, {}, {} }.canRetry()));
        QVERIFY(!(Error { ErrorKind::HostKeyChanged, {}, {}, {} }.canRetry()));
        QVERIFY(!(Error { ErrorKind::PlanTooNew, {}, {}, {} }.canRetry()));
    }
    void resultWithoutItsValue()
    {
        const Error lost { ErrorKind::ConnectionLost, {}, {}, {} };
        QVERIFY(Result<int>(3).done());
        QCOMPARE(Result<int>(lost).done().error().kind, ErrorKind::ConnectionLost);
        std::unique_ptr<int> place;
        QVERIFY(Result<std::unique_ptr<int>>(std::make_unique<int>(5)).into(place));
        QCOMPARE(*place, 5);
        QVERIFY(!Result<std::unique_ptr<int>>(lost).into(place));
        QCOMPARE(*place, 5);
    }
    void resultIsEither()
    {
        Result<QString> good(u"x"_s);
        QVERIFY(good && good.ok() && *good == u"x"_s && good->size() == 1);
        const Result<QString> bad(Error { ErrorKind::TimedOut, u"pi"_s, {}, {} });
        QVERIFY(!bad && bad.error().kind == ErrorKind::TimedOut && bad.error().host == u"pi"_s);
    }
    void perSite()
    {
        PerSite<int> both { 1, 2 };
        both[Site::B] = 3;
        QCOMPARE(both[Site::A], 1);
        QVERIFY((both == PerSite<int> { 1, 3 }));
    }
    void secretMovesAndIsGone()
    {
        Secret first(u"pässword"_s);
        QCOMPARE(first.bytes(), QByteArray("p\xc3\xa4ssword"));
        Secret second(std::move(first));
        QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): just that is asked
        QCOMPARE(second.bytes().size(), 9);
        Secret third = second.copy();
        third = std::move(second);
        QCOMPARE(third.bytes().size(), 9);
        QVERIFY(Secret().isEmpty() && Secret(QString()).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestCore)
#include "tst_core.moc"
