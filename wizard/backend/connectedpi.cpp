// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/backend/connectedpi.h"

namespace twinlan {

Result<PiFacts> ConnectedPi::freshFacts(Site site, const PiAccess &access, std::initializer_list<bool> ways, const std::stop_token &stop)
{
    Result<PiFacts> facts = Error { ErrorKind::ConnectionLost, {}, {}, {} };
    if (session && session->isOpen())
        facts = SetupRun::survey(*session, stop);
    if (facts || !facts.error().canRetry())
        return facts;
    for (const bool viaTailnet : ways) {
        if (stop.stop_requested())
            break;
        auto opened = access.open(site, viaTailnet, stop);
        if (!opened) {
            facts = opened.error();
            continue;
        }
        session = std::move(*opened);
        return SetupRun::survey(*session, stop);
    }
    return facts;
}

} // namespace twinlan
