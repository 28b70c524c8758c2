// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/surveyafter.h"

#include "remote/core/keyvalues.h"
#include "remote/setup/batch.h"
#include "remote/setup/setuprun.h"

namespace twinlan {

Result<PiFacts> surveyAfter(Shell &shell, const Command &command, QByteArrayView key, const std::function<void(const QString &value)> &heard,
    const std::stop_token &stop)
{
    const auto result = runToItsEnd(shell, command, stop, [&](const QByteArray &line) {
        const auto [name, value] = KeyValues::split(line);
        if (name == key && heard)
            heard(QString::fromUtf8(value));
    });
    if (!result)
        return result.error();
    return SetupRun::survey(shell, stop);
}

} // namespace twinlan
