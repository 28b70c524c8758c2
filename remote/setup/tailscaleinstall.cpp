// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/tailscaleinstall.h"

#include "remote/core/keyvalues.h"
#include "remote/setup/batch.h"
#include "remote/setup/setuprun.h"
#include "resources/script.h"

namespace twinlan {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

Result<PiFacts> installTailscale(Shell &shell, const ProgressSink &progress, const std::stop_token &stop)
{
    const BatchItem install { u"install-tailscale"_s, piFile(u"install-tailscale.sh"_s), {} };
    const auto result = shell.run(batchCommand({ install }, 20min), stop, [&](const QByteArray &line) {
        const auto [key, value] = KeyValues::split(line);
        if (key == "progress" && progress)
            progress(QString::fromUtf8(value));
    });
    if (!result)
        return result.error();
    if (result->exitStatus != 0)
        return errorOf(*result, shell.host());
    return SetupRun::survey(shell, stop);
}

} // namespace twinlan
