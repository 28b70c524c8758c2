// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one JSON object field by field and remembers what it did not ask for. Private to remote/plan.
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <functional>
#include <optional>

namespace twinlan {

// The first thing that was wrong, with its place ("pis.b.mac: no MAC address").
class PlanFault
{
public:
    void set(const QString &place, const QString &what)
    {
        if (!m_text)
            m_text = place + QStringLiteral(": ") + what;
    }
    [[nodiscard]] const std::optional<QString> &text() const { return m_text; }

private:
    std::optional<QString> m_text;
};

// Every field that is read is taken out; what is left when all is read is what this version does not know.
class FieldReader
{
public:
    FieldReader(QJsonObject object, QString place, PlanFault &fault)
        : m_left(std::move(object))
        , m_place(std::move(place))
        , m_fault(fault)
    {
    }

    void text(const QString &name, QString &target);
    void number(const QString &name, int &target);
    void flag(const QString &name, bool &target);
    // One of several words; index into `words`.
    void word(const QString &name, const QStringList &words, int &target);
    // A nested object; what `read` leaves of it stays with the unknown fields.
    void object(const QString &name, const std::function<void(FieldReader &)> &read);
    // A value that the caller parses; false from `parse` means that it is none.
    void parsed(const QString &name, const QString &wanted, const std::function<bool(const QString &)> &parse);
    [[nodiscard]] QJsonObject left() const { return m_left; }

private:
    [[nodiscard]] std::optional<QJsonValue> take(const QString &name);
    [[nodiscard]] QString place(const QString &name) const { return m_place.isEmpty() ? name : m_place + u'.' + name; }

    QJsonObject m_left;
    QString m_place;
    PlanFault &m_fault;
};

// `known` laid over `unknown`, object by object.
[[nodiscard]] QJsonObject mergedOver(const QJsonObject &unknown, const QJsonObject &known);
// "line 3, column 7" of a byte offset; columns count characters.
[[nodiscard]] QString lineAndColumn(const QByteArray &text, qsizetype offset);

} // namespace twinlan
