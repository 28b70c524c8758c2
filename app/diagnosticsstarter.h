// SPDX-License-Identifier: GPL-3.0-or-later
// Starts the live numbers of a window: once somebody looks at them, with connections of their own, and anew when the Pis or
// the plan are other ones.
#pragma once

#include "app/window.h"
#include "wizard/backend/remotebackend.h"

namespace twinlan {

// Both outlive what this sets going: it lives in the window.
void startDiagnosticsWhenShown(MainWindow &window, RemoteBackend &backend);

} // namespace twinlan
