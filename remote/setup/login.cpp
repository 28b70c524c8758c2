// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/login.h"

#include "remote/setup/surveyafter.h"
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
    return surveyAfter(shell, command, "url", url, stop);
}

} // namespace twinlan
