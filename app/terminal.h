// SPDX-License-Identifier: GPL-3.0-or-later
// What the headless side prints: sentences for a person, or one JSON object a line for a program.
#pragma once

#include "remote/core/error.h"
#include "remote/core/site.h"

#include <QJsonObject>
#include <cstdio>

namespace twinlan {

void printLine(FILE *to, const QString &text);
void printLine(const QJsonObject &json); // to standard output
[[nodiscard]] QString siteName(Site site); // "A", "B"
[[nodiscard]] QJsonObject toJson(const Error &error);

} // namespace twinlan
