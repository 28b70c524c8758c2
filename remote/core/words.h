// SPDX-License-Identifier: GPL-3.0-or-later
// What a script says for a value, where that is another word than the value's own name (enumname.h): one table for both ways.
#pragma once

#include <QString>
#include <cstddef>

namespace twinlan {

template <class Value> struct Word
{
    Value value;
    const char *word;
};

// `otherwise`: for every word that is not in the table.
template <class Value, std::size_t count> [[nodiscard]] Value valueOf(const Word<Value> (&table)[count], const QString &word, Value otherwise)
{
    for (const auto &row : table)
        if (word == QLatin1String(row.word))
            return row.value;
    return otherwise;
}

// Empty, if it is not in the table.
template <class Value, std::size_t count> [[nodiscard]] QString wordOf(const Word<Value> (&table)[count], Value value)
{
    for (const auto &row : table)
        if (value == row.value)
            return QLatin1String(row.word);
    return {};
}

} // namespace twinlan
