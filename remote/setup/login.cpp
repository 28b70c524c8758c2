// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/login.h"

#include "remote/core/keyvalues.h"
#include "remote/setup/pirun.h"
#include "resources/script.h"

namespace twinlan {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

Result<PiFacts> tailscaleLogin(
    Shell &shell, const LoginOptions &options, const UrlSink &url, const std::stop_token &stop)
{
    Command command { piFile(u"tailscale-login.sh"_s), { QString::number(options.deadline.count()) }, true,
        options.deadline + 30s };
    if (!options.loginServer.isEmpty())
        command.args << options.loginServer;
    const auto result = shell.run(command, stop, [&](const QByteArray &line) {
        const auto [key, value] = KeyValues::split(line);
        if (key == "url" && url)
            url(QString::fromUtf8(value));
    });
    if (!result)
        return result.error();
    if (result->exitStatus != 0)
        return errorOf(*result, shell.host());
    return SetupRun::survey(shell, stop);
}

} // namespace twinlan
