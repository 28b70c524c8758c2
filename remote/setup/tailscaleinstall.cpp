// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/tailscaleinstall.h"

#include "remote/setup/batch.h"
#include "remote/setup/surveyafter.h"
#include "resources/script.h"

namespace twinlan {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

Result<PiFacts> installTailscale(Shell &shell, const ProgressSink &progress, const std::stop_token &stop)
{
    const BatchItem install { u"install-tailscale"_s, piFile(u"install-tailscale.sh"_s), {} };
    return surveyAfter(shell, batchCommand({ install }, 20min), "progress", progress, stop);
}

} // namespace twinlan
