// SPDX-License-Identifier: GPL-3.0-or-later
// A message of the desktop's own, in a corner of its screen.
#pragma once

#include <QString>

namespace twinlan {

// Through the desktop's notification service (org.freedesktop.Notifications, by D-Bus). Returns at once; where there is no such service, nothing
// is shown.
void notify(const QString &title, const QString &text);

} // namespace twinlan
