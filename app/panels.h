// SPDX-License-Identifier: GPL-3.0-or-later
// The live numbers on the Result page and in the Diagnostics tab, measured over connections of their own.
#pragma once

#include "app/window.h"
#include "wizard/remotebackend.h"

namespace twinlan {

[[nodiscard]] PanelMaker livePanels(RemoteBackend &backend);

} // namespace twinlan
