// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/setup/facts.h"
#include "remote/ssh/shell.h"

#include <functional>
#include <stop_token>

namespace twinlan {

// Tailscale from its own package archive, where a Pi has none or one that is too old (resources/remote/install-tailscale.sh). Blocking, up to
// 20 minutes on a slow line. `progress` hears what apt is at: "waiting-for-apt 20", "reading-package-lists", "45% tailscale". The answer is
// what the Pi says of itself afterwards; nobody is logged in yet.
// Errors: TailscaleByHand, those of the packages, HeldByAnother, and what a shell has.
using ProgressSink = std::function<void(const QString &line)>;
Result<PiFacts> installTailscale(Shell &shell, const ProgressSink &progress, const std::stop_token &stop = {});

} // namespace twinlan
