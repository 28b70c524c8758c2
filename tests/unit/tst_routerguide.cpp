// SPDX-License-Identifier: GPL-3.0-or-later
// The guides to routers: each file is as resources/routers/README.md says, and a file that is not is refused with a word about where.
#include "remote/plan/addressplan.h"
#include "resources/routerguide.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QtTest>
#include <functional>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;

using Change = std::function<void(QJsonObject &)>;
Q_DECLARE_METATYPE(Change)

namespace {

QString folder()
{
    return QStringLiteral(TWINLAN_SOURCE_DIR "/resources/routers");
}

QStringList files()
{
    return QDir(folder()).entryList({ u"*.json"_s }, QDir::Files);
}

QByteArray contentOf(const QString &name)
{
    QFile file(folder() + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList placeholdersIn(const QString &text)
{
    static const QRegularExpression braces(u"\\{[^}]*\\}"_s);
    QStringList found;
    for (auto it = braces.globalMatch(text); it.hasNext();)
        found << it.next().captured();
    found.sort();
    return found;
}

bool isJapanese(const QString &text)
{
    static const QRegularExpression kana(u"[\\x{3040}-\\x{30ff}\\x{4e00}-\\x{9fff}]"_s);
    return text.contains(kana);
}

// The router's own words stay Japanese, in quotation marks, because that is what is to be found on its screen.
QString withoutNames(QString text)
{
    static const QRegularExpression names(u"“[^”]*”"_s);
    return text.remove(names);
}

} // namespace

class TestRouterGuide : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFile_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : files())
            QTest::newRow(qPrintable(name)) << name;
    }
    void everyFile()
    {
        QFETCH(QString, name);
        static const QRegularExpression plainName(u"^[a-z0-9-]+\\.json$"_s);
        QVERIFY(name.contains(plainName)); // it is remembered in a file and part of no path
        QString mistake;
        const auto guide = RouterGuide::parse(name.chopped(5), contentOf(name), &mistake);
        QVERIFY2(guide, qPrintable(mistake));
        QVERIFY2(guide->menu.size() >= 2 && guide->menu.size() <= 4, "menu: two to four words to press");
        QVERIFY2(guide->steps.size() >= 2 && guide->steps.size() <= 6, "steps: two to six");
        for (const QString &address : guide->addresses) {
            const auto parsed = Ipv4::parse(address);
            QVERIFY2(parsed && parsed->isPrivate() && parsed->toString() == address, qPrintable(address));
        }
        QString ja;
        for (const Phrase &step : guide->steps) {
            QVERIFY2(isJapanese(step.ja) && step.ja.endsWith(u'。'), qPrintable(step.ja));
            QVERIFY2(!isJapanese(withoutNames(step.en)) && step.en.endsWith(u'.'), qPrintable(step.en));
            QCOMPARE(placeholdersIn(step.ja), placeholdersIn(step.en));
            ja += step.ja;
        }
        for (const Phrase &note : guide->notes) {
            QVERIFY2(isJapanese(note.ja), qPrintable(note.ja));
            QVERIFY2(!isJapanese(withoutNames(note.en)), qPrintable(note.en));
            QCOMPARE(placeholdersIn(note.ja), placeholdersIn(note.en));
        }
        // Each value that the router asks for is in a step; a person who follows them has typed all of it.
        for (const QString &value : guide->fields.keys())
            QVERIFY2(ja.contains(u'{' + value + u'}'), qPrintable(value));
    }
    void everyFileIsInTheProgram()
    {
        QStringList names;
        for (const RouterGuide &guide : routerGuides())
            names << guide.id + u".json"_s;
        names.sort();
        QCOMPARE(names, files());
    }
    void theListEndsWithTheGeneralOne()
    {
        const auto &guides = routerGuides();
        QCOMPARE(guides.back().id, u"general"_s);
        for (std::size_t i = 1; i < guides.size(); ++i)
            QVERIFY2(guides[i - 1].order < guides[i].order, qPrintable(guides[i].id));
        for (const char *id : { "buffalo", "nec-aterm", "io-data", "elecom", "tp-link", "asus", "ntt-hgw", "au-hgw", "softbank-hgw" })
            QCOMPARE(routerGuide(QString::fromLatin1(id)).id, QString::fromLatin1(id));
        QCOMPARE(routerGuide(u"no-such-maker"_s).id, u"general"_s);
        QCOMPARE(routerGuide({}).id, u"general"_s);
    }

    void mistakes_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("mistake");
        const auto row = [](const char *name, const char *mistake, const Change &change) {
            QTest::newRow(name) << change << QString::fromUtf8(mistake);
        };
        const auto inFirst = [](QJsonObject &guide, const QString &list, const std::function<void(QJsonObject &)> &change) {
            QJsonArray array = guide[list].toArray();
            QJsonObject first = array[0].toObject();
            change(first);
            array[0] = first;
            guide[list] = array;
        };
        row("a key that nobody knows", "colour: no such key", [](QJsonObject &g) { g[u"colour"_s] = u"blue"_s; });
        row("no name", "name: missing", [](QJsonObject &g) { g.remove(u"name"_s); });
        row("no licence", "licence: missing", [](QJsonObject &g) { g.remove(u"licence"_s); });
        row("one language only", "en: missing", [=](QJsonObject &g) { inFirst(g, u"steps"_s, [](QJsonObject &step) { step.remove(u"en"_s); }); });
        row("an empty sentence", "ja: empty", [=](QJsonObject &g) { inFirst(g, u"notes"_s, [](QJsonObject &note) { note[u"ja"_s] = u" "_s; }); });
        row("a third language", "fr: no such key", [=](QJsonObject &g) { inFirst(g, u"menu"_s, [](QJsonObject &menu) { menu[u"fr"_s] = u"Menu"_s; }); });
        row("a placeholder that nobody fills", "no such placeholder: {gateway}",
            [=](QJsonObject &g) { inFirst(g, u"steps"_s, [](QJsonObject &step) { step[u"en"_s] = u"Type {gateway}."_s; }); });
        row("a brace that does not close", "no such placeholder",
            [=](QJsonObject &g) { inFirst(g, u"steps"_s, [](QJsonObject &step) { step[u"en"_s] = u"Type {router."_s; }); });
        row("a range of no kind", "range: none of", [](QJsonObject &g) { g[u"range"_s] = u"start and end"_s; });
        row("a restart of no kind", "restart: none of", [](QJsonObject &g) { g[u"restart"_s] = u"no"_s; });
        row("a count without its field", "count: missing", [](QJsonObject &g) { g[u"range"_s] = u"either"_s; });
        row("a field that is not asked for", "last: no such key", [](QJsonObject &g) { g[u"range"_s] = u"first and count"_s; });
        row("a source without what of it", "what: missing",
            [](QJsonObject &g) { g[u"checked"_s] = QJsonArray { QJsonObject { { u"title"_s, u"A manual"_s } } }; });
        row("a number in quotation marks", "order: missing, or of another kind", [](QJsonObject &g) { g[u"order"_s] = u"10"_s; });
    }
    void mistakes()
    {
        QFETCH(Change, change);
        QFETCH(QString, mistake);
        QJsonObject guide = QJsonDocument::fromJson(contentOf(u"tp-link.json"_s)).object(); // it asks for first and last
        change(guide);
        if (guide[u"range"_s].toString() == u"first and count"_s) {
            QJsonObject fields = guide[u"fields"_s].toObject();
            fields[u"count"_s] = fields[u"last"_s];
            guide[u"fields"_s] = fields;
        }
        QString said;
        QVERIFY(!RouterGuide::parse(u"tp-link"_s, QJsonDocument(guide).toJson(), &said));
        QVERIFY2(said.contains(mistake), qPrintable(said));
    }
    void whatIsNoJsonIsRefusedWithItsPlace()
    {
        QString said;
        QVERIFY(!RouterGuide::parse(u"x"_s, "{ \"order\": 10, }", &said));
        QVERIFY2(said.contains(u"at byte"_s), qPrintable(said));
    }

    void aMakerIsGuessedOnlyWhenItIsOne_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("guide");
        QTest::newRow("Buffalo's own") << u"192.168.11.1"_s << u"buffalo"_s;
        QTest::newRow("Aterm's own") << u"192.168.10.1"_s << u"nec-aterm"_s;
        QTest::newRow("NTT's and TP-Link's") << u"192.168.1.1"_s << QString();
        QTest::newRow("I-O DATA's, TP-Link's and au's") << u"192.168.0.1"_s << QString();
        QTest::newRow("nobody's") << u"10.0.0.1"_s << QString();
    }
    void aMakerIsGuessedOnlyWhenItIsOne()
    {
        QFETCH(QString, address);
        QTEST(guideByAddress(address), "guide");
    }
    void valuesTakeTheirPlaces()
    {
        QCOMPARE(withValues(u"{first}から{count}台、{first}"_s, { { u"first"_s, u"192.168.1.2"_s }, { u"count"_s, u"98"_s } }),
            u"192.168.1.2から98台、192.168.1.2"_s);
    }
};

QTEST_APPLESS_MAIN(TestRouterGuide)
#include "tst_routerguide.moc"
