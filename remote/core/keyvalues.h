// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <utility>
#include <vector>

namespace twinlan {

// The key=value lines that our scripts print. A key may come more than once; lines without '=' are passed over.
class KeyValues
{
public:
    static KeyValues parse(const QByteArray &text);
    static std::pair<QByteArray, QByteArray> split(const QByteArray &line); // ("key", "value"); both empty: no such line

    [[nodiscard]] QString value(const char *key) const; // the first; empty when there is none
    [[nodiscard]] std::vector<QString> values(const char *key) const;
    [[nodiscard]] QByteArray decoded(const char *key) const; // of base64
    [[nodiscard]] bool contains(const char *key) const;
    [[nodiscard]] bool isYes(const char *key) const { return value(key) == QLatin1String("yes"); }

private:
    std::vector<std::pair<QByteArray, QByteArray>> m_lines;
};

} // namespace twinlan
