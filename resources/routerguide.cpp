// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/routerguide.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

// Takes the members of one object one after the other; the first mistake is kept, and what is left over at the end is one, too.
class Reader
{
public:
    Reader(QJsonObject object, QString *mistake)
        : m_left(std::move(object))
        , m_mistake(mistake)
    {
    }

    QJsonValue take(const QString &key, QJsonValue::Type type)
    {
        const QJsonValue value = m_left.take(key);
        if (value.type() != type)
            fail(key + u": missing, or of another kind"_s);
        return value;
    }
    QString text(const QString &key)
    {
        const QString text = take(key, QJsonValue::String).toString();
        if (text.trimmed().isEmpty())
            fail(key + u": empty"_s);
        return text;
    }
    Phrase phrase(const QString &key) { return phraseIn(take(key, QJsonValue::Object), key); }
    std::vector<Phrase> phrases(const QString &key)
    {
        std::vector<Phrase> phrases;
        for (const QJsonValue &each : take(key, QJsonValue::Array).toArray())
            phrases.push_back(phraseIn(each, key));
        return phrases;
    }
    // The value's place among the words that are allowed.
    int oneOf(const QString &key, const QStringList &words)
    {
        const auto at = int(words.indexOf(text(key)));
        if (at < 0)
            fail(key + u": none of “"_s + words.join(u"”, “"_s) + u'”');
        return std::max(at, 0);
    }
    Reader inside(const QString &key) { return { take(key, QJsonValue::Object).toObject(), m_mistake }; }
    void end()
    {
        if (!m_left.isEmpty())
            fail(m_left.keys().first() + u": no such key"_s);
    }
    void fail(const QString &what)
    {
        if (m_mistake->isEmpty())
            *m_mistake = what;
    }

private:
    Phrase phraseIn(const QJsonValue &value, const QString &key)
    {
        Reader languages(value.toObject(), m_mistake);
        Phrase phrase { languages.text(u"ja"_s), languages.text(u"en"_s) };
        languages.end();
        for (const QString &text : { phrase.ja, phrase.en })
            checkPlaceholders(text, key);
        return phrase;
    }
    void checkPlaceholders(const QString &text, const QString &key)
    {
        static const QRegularExpression braces(u"\\{([^}]*)\\}?"_s);
        for (auto it = braces.globalMatch(text); it.hasNext();) {
            const QString name = it.next().captured(1);
            if (!guidePlaceholders().contains(name))
                fail(key + u": no such placeholder: {"_s + name + u'}');
        }
    }

    QJsonObject m_left;
    QString *m_mistake;
};

std::vector<RouterGuide> readAll()
{
    std::vector<RouterGuide> guides;
    const QDir folder(u":/twinlan/routers"_s);
    for (const QString &name : folder.entryList({ u"*.json"_s }, QDir::Files)) {
        QFile file(folder.filePath(name));
        QString mistake;
        const auto guide = file.open(QIODevice::ReadOnly) ? RouterGuide::parse(name.chopped(5), file.readAll(), &mistake) : std::nullopt;
        if (!guide) // compiled in, and read by tst_routerguide: no user's mistake
            qFatal("resources/routers/%s: %s", qUtf8Printable(name), qUtf8Printable(mistake));
        guides.push_back(*guide);
    }
    std::sort(guides.begin(), guides.end(), [](const RouterGuide &a, const RouterGuide &b) { return a.order < b.order; });
    return guides;
}

} // namespace

QStringList RouterGuide::menuIn(bool japanese) const
{
    QStringList words;
    for (const Phrase &each : menu)
        words << each.in(japanese);
    return words;
}

std::optional<RouterGuide> RouterGuide::parse(const QString &id, const QByteArray &json, QString *mistake)
{
    mistake->clear();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject()) {
        *mistake = u"no JSON object at byte %1: %2"_s.arg(error.offset).arg(error.errorString());
        return std::nullopt;
    }
    Reader reader(document.object(), mistake);
    RouterGuide guide;
    guide.id = id;
    reader.text(u"licence"_s);
    guide.order = reader.take(u"order"_s, QJsonValue::Double).toInt();
    guide.name = reader.phrase(u"name"_s);
    guide.setupPage = reader.phrase(u"setupPage"_s);
    for (const QJsonValue &address : reader.take(u"addresses"_s, QJsonValue::Array).toArray())
        guide.addresses << address.toString();
    guide.login = reader.phrase(u"login"_s);
    guide.menu = reader.phrases(u"menu"_s);
    guide.range = RangeForm(reader.oneOf(u"range"_s, { u"first and last"_s, u"first and count"_s, u"either"_s }));
    Reader named = reader.inside(u"fields"_s);
    QStringList names { u"router"_s, u"first"_s };
    if (guide.asksForLast())
        names << u"last"_s;
    if (guide.asksForCount())
        names << u"count"_s;
    for (const QString &name : names)
        guide.fields[name] = named.phrase(name);
    named.end();
    guide.steps = reader.phrases(u"steps"_s);
    guide.restart = Restart(reader.oneOf(u"restart"_s, { u"by itself"_s, u"when asked"_s, u"by hand"_s }));
    guide.notes = reader.phrases(u"notes"_s);
    for (const QJsonValue &source : reader.take(u"checked"_s, QJsonValue::Array).toArray()) {
        Reader one(source.toObject(), mistake);
        const QString title = one.text(u"title"_s);
        guide.checked.emplace_back(title, one.text(u"what"_s));
        one.end();
    }
    reader.end();
    if (!mistake->isEmpty())
        return std::nullopt;
    return guide;
}

const QStringList &guidePlaceholders()
{
    static const QStringList names { u"router"_s, u"first"_s, u"last"_s, u"count"_s };
    return names;
}

QString withValues(QString text, const QMap<QString, QString> &values)
{
    for (auto it = values.begin(); it != values.end(); ++it)
        text.replace(u'{' + it.key() + u'}', it.value());
    return text;
}

const std::vector<RouterGuide> &routerGuides()
{
    static const std::vector<RouterGuide> guides = readAll();
    return guides;
}

const RouterGuide &routerGuide(const QString &id)
{
    const auto &guides = routerGuides();
    const auto found = std::find_if(guides.begin(), guides.end(), [&](const RouterGuide &guide) { return guide.id == id; });
    return found == guides.end() ? guides.back() : *found;
}

QString guideByAddress(const QString &address)
{
    QStringList ids;
    for (const RouterGuide &guide : routerGuides()) {
        if (guide.addresses.contains(address))
            ids << guide.id;
    }
    return ids.size() == 1 ? ids.first() : QString();
}

} // namespace twinlan
