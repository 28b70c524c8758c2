// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/backend/ownkeyaccess.h"

#include "remote/setup/ownkey.h"
#include "remote/ssh/keypair.h"

namespace twinlan {

namespace {

Result<Done> entersBy(const Secret &privateHalf, const PiAccess &access, Site site, const std::stop_token &stop)
{
    PiAccess byKey;
    byKey.knownHosts = access.knownHosts;
    byKey.thisComputerInTailnet = access.thisComputerInTailnet;
    for (const Site each : bothSites) {
        const PiAccess::Pi &pi = access.pis[each];
        byKey.pis[each] = { pi.lanHost, pi.tailnetAddress, pi.port, pi.user, pi.credentials.copy() };
    }
    byKey.pis[site].credentials = Credentials();
    byKey.pis[site].credentials.ownKey = privateHalf.copy();
    byKey.pis[site].credentials.useAgent = false;
    return byKey.open(site, false, stop).done();
}

} // namespace

Result<bool> rememberKey(const PiAccess &access, Site site, const Secret &privateHalf, const std::stop_token &stop)
{
    const auto session = access.open(site, false, stop);
    if (!session)
        return session.error();
    const QByteArray publicHalf = publicHalfOf(privateHalf);
    const auto sudoAsks = placeOwnKey(**session, publicHalf, stop);
    if (!sudoAsks)
        return sudoAsks.error();
    const auto entered = entersBy(privateHalf, access, site, stop);
    if (entered)
        return *sudoAsks;
    (void)takeOwnKey(**session, publicHalf); // what is wrong is told already
    return entered.error();
}

Result<Done> forgetKey(const PiAccess &access, Site site, const QByteArray &publicHalf, const std::stop_token &stop)
{
    const auto session = access.open(site, false, stop);
    if (!session)
        return session.error();
    return takeOwnKey(**session, publicHalf, stop);
}

} // namespace twinlan
