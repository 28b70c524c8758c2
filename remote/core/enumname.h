// SPDX-License-Identifier: GPL-3.0-or-later
// Names of enumerators, for logs, --json and what a Pi says. Each is written once, in its enum: Qt reads it there (Q_ENUM_NS).
#pragma once

#include <QMetaEnum>
#include <QString>
#include <optional>

namespace twinlan {

template <class Enum> [[nodiscard]] QString nameOf(Enum value)
{
    return QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(int(value)));
}

template <class Enum> [[nodiscard]] std::optional<Enum> valueNamed(const QString &name)
{
    bool isKnown = false;
    const int value = QMetaEnum::fromType<Enum>().keyToValue(name.toLatin1().constData(), &isKnown);
    return isKnown ? std::optional(Enum(value)) : std::nullopt;
}

} // namespace twinlan
