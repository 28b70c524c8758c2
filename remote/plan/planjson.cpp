// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/plan/planjson.h"

#include <QStringList>
#include <algorithm>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

std::optional<QJsonValue> FieldReader::take(const QString &name)
{
    if (!m_left.contains(name))
        return std::nullopt;
    return m_left.take(name);
}

void FieldReader::text(const QString &name, QString &target)
{
    const auto value = take(name);
    if (!value)
        return;
    if (!value->isString())
        return m_fault.set(place(name), u"not a text"_s);
    target = value->toString();
}

void FieldReader::number(const QString &name, int &target)
{
    const auto value = take(name);
    if (!value)
        return;
    const double number = value->toDouble();
    if (!value->isDouble() || number != double(value->toInt(-1)) || number < 0)
        return m_fault.set(place(name), u"not a whole number"_s);
    target = value->toInt();
}

void FieldReader::flag(const QString &name, bool &target)
{
    const auto value = take(name);
    if (!value)
        return;
    if (!value->isBool())
        return m_fault.set(place(name), u"neither true nor false"_s);
    target = value->toBool();
}

void FieldReader::word(const QString &name, const QStringList &words, int &target)
{
    const auto value = take(name);
    if (!value)
        return;
    const qsizetype index = value->isString() ? words.indexOf(value->toString()) : -1;
    if (index < 0)
        return m_fault.set(place(name), u"none of "_s + words.join(u", "_s));
    target = int(index);
}

void FieldReader::object(const QString &name, const std::function<void(FieldReader &)> &read)
{
    const auto value = take(name);
    if (!value)
        return;
    if (!value->isObject())
        return m_fault.set(place(name), u"not an object"_s);
    FieldReader inner(value->toObject(), place(name), m_fault);
    read(inner);
    if (!inner.left().isEmpty())
        m_left.insert(name, inner.left());
}

void FieldReader::parsed(const QString &name, const QString &wanted, const std::function<bool(const QString &)> &parse)
{
    const auto value = take(name);
    if (value && (!value->isString() || !parse(value->toString())))
        m_fault.set(place(name), wanted);
}

QJsonObject mergedOver(const QJsonObject &unknown, const QJsonObject &known)
{
    QJsonObject all = unknown;
    for (auto it = known.begin(); it != known.end(); ++it) {
        const QJsonValue under = all.value(it.key());
        if (under.isObject() && it.value().isObject())
            all.insert(it.key(), mergedOver(under.toObject(), it.value().toObject()));
        else
            all.insert(it.key(), it.value());
    }
    return all;
}

QString lineAndColumn(const QByteArray &text, qsizetype offset)
{
    const QByteArray before = text.left(std::clamp(offset, qsizetype(0), text.size()));
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    return u"line %1, column %2"_s
        .arg(before.count('\n') + 1)
        .arg(QString::fromUtf8(before.mid(lineStart)).size() + 1);
}

} // namespace twinlan
