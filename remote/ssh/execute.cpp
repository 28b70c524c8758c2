// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/execute.h"

#include "remote/ssh/execution.h"

namespace twinlan {

Result<CommandResult> execute(LiveLink &link, const QByteArray &line, std::span<const QByteArrayView> input,
    const Patience &patience, const LineSink &onLine)
{
    if (const auto kind = patience.over())
        return link.error(*kind, {});
    const auto report = std::make_shared<Report>();
    report->wantsNews = bool(onLine);
    const auto stay = link.add(std::make_unique<Execution>(line, input, report));
    return follow(link, *report, patience, onLine);
}

} // namespace twinlan
