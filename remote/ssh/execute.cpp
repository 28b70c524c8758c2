// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/execute.h"

#include "remote/ssh/execution.h"

namespace twinlan {

Result<CommandResult> execute(LiveLink &link, const CommandLine &line, const Secret &password, std::span<const QByteArrayView> input,
    const Patience &patience, const LineSink &onLine, bool *sudoAsked)
{
    if (const auto kind = patience.over())
        return link.error(*kind, {});
    const auto report = std::make_shared<Report>();
    report->wantsNews = bool(onLine);
    const auto activity = link.add(std::make_unique<Execution>(line, password, input, report));
    auto result = follow(link, *report, patience, onLine);
    if (sudoAsked) {
        const std::lock_guard lock(report->mutex);
        *sudoAsked = report->sudoAsked;
    }
    return result;
}

} // namespace twinlan
