// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/ownkey.h"

#include "remote/core/keyvalues.h"
#include "remote/setup/batch.h"
#include "remote/setup/holder.h"
#include "resources/script.h"

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<KeyValues> run(Shell &shell, const QStringList &args, const std::stop_token &stop)
{
    const auto result = runToItsEnd(shell, { .script = piFile(u"own-key.sh"_s), .args = args }, stop);
    if (!result)
        return result.error();
    return KeyValues::parse(result->out);
}

} // namespace

Result<bool> placeOwnKey(Shell &shell, const QByteArray &publicHalf, const std::stop_token &stop)
{
    // Who looks into the file shall see whose line it is, and which computer's.
    const QString comment = u"TwinLAN "_s + Holder::name().simplified();
    const auto answer = run(shell, { u"put"_s, QString::fromLatin1(publicHalf), comment }, stop);
    if (!answer)
        return answer.error();
    return answer->value("sudo") == "asks"_L1;
}

Result<Done> takeOwnKey(Shell &shell, const QByteArray &publicHalf, const std::stop_token &stop)
{
    return run(shell, { u"take"_s, QString::fromLatin1(publicHalf) }, stop).done();
}

} // namespace twinlan
