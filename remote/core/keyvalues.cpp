// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/core/keyvalues.h"

#include <QList>
#include <algorithm>

namespace twinlan {

std::pair<QByteArray, QByteArray> KeyValues::split(const QByteArray &line)
{
    const auto equals = line.indexOf('=');
    if (equals <= 0)
        return {};
    return { line.left(equals), line.mid(equals + 1).trimmed() };
}

KeyValues KeyValues::parse(const QByteArray &text)
{
    KeyValues result;
    for (const auto &line : text.split('\n')) {
        auto pair = split(line);
        if (!pair.first.isEmpty())
            result.m_lines.push_back(std::move(pair));
    }
    return result;
}

QString KeyValues::value(const char *key) const
{
    const auto it = std::find_if(m_lines.begin(), m_lines.end(), [key](const auto &line) { return line.first == key; });
    return it == m_lines.end() ? QString() : QString::fromUtf8(it->second);
}

std::vector<QString> KeyValues::values(const char *key) const
{
    std::vector<QString> result;
    for (const auto &[name, value] : m_lines)
        if (name == key)
            result.push_back(QString::fromUtf8(value));
    return result;
}

QByteArray KeyValues::decoded(const char *key) const
{
    return QByteArray::fromBase64(value(key).toLatin1());
}

bool KeyValues::contains(const char *key) const
{
    return std::any_of(m_lines.begin(), m_lines.end(), [key](const auto &line) { return line.first == key; });
}

} // namespace twinlan
