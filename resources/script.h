// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace twinlan {

// The bytes of resources/remote/NAME ("survey.sh"). A missing name is a mistake in the program, not of the user: it ends it.
[[nodiscard]] QByteArray piFile(const QString &name);

} // namespace twinlan
