// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/backend/connectedpi.h"

namespace twinlan {

PiAccess::Pi ConnectedPi::access() const
{
    const SshTarget &target = signIn.target;
    return { signIn.viaPiA ? QString() : target.host, signIn.viaPiA ? target.host : tailnetAddress, target.port, target.user,
        signIn.credentials.copy() };
}

Result<PiFacts> ConnectedPi::enter(Site site, const PiAccess &access, HostKey &seen, const std::stop_token &stop)
{
    session.reset();
    auto opened = access.open(site, false, stop, &seen);
    if (!opened)
        return opened.error();
    session = std::move(*opened);
    auto facts = SetupRun::survey(*session, stop);
    if (!facts)
        session.reset();
    return facts;
}

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
