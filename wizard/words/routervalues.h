// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/plan/addressplan.h"

#include <QMap>

namespace twinlan {

// What a router is to be set to, by the names that its guide has for it (guidePlaceholders(), resources/routerguide.h).
[[nodiscard]] QMap<QString, QString> routerValues(const HomeAddresses &home);

} // namespace twinlan
