// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commandcontext.h"

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

SetupRun CommandContext::makeRun() const
{
    return SetupRun(plan, access->factory(access), [this](const StepEvent &event) { reporter.step(event); });
}

Result<std::unique_ptr<SshSession>> CommandContext::openSession(Site site, HostKey &seen) const
{
    auto session = access->open(site, false, stop, &seen);
    // Twice at most: the Pi on the way there may be new as well, and each has a key of its own.
    for (int accepted = 0; accepted < 2; ++accepted) {
        if (session || session.error().kind != ErrorKind::HostKeyUnknown || !options.has(u"accept-new-host-key"_s))
            break;
        if (auto remembered = access->knownHosts.remember(seen.host, seen.port, seen.publicKey); !remembered)
            return remembered.error();
        session = access->open(site, false, stop, &seen);
    }
    return session;
}

Result<PerSite<PiFacts>> CommandContext::surveyBoth() const
{
    PerSite<PiFacts> facts;
    for (const Site site : bothSites) { // A first: the way to B may lead through it
        HostKey seen;
        auto session = openSession(site, seen);
        if (!session)
            return session.error();
        auto found = SetupRun::survey(**session, stop);
        if (!found)
            return found.error();
        facts[site] = *found;
        QString &address = access->pis[site].tailnetAddress;
        if (address.isEmpty() && PiAccess::isTailnetAddress(found->tailscale.address))
            address = found->tailscale.address;
        access->rememberTailnetAddress(site, seen.publicKey); // the proof later asks for it under this address
    }
    return facts;
}

Result<Done> CommandContext::acceptNewHostKeys(bool piBIsGone) const
{
    if (!options.has(u"accept-new-host-key"_s))
        return Done {};
    HostKey seen;
    return piBIsGone ? openSession(Site::A, seen).done() : surveyBoth().done();
}

} // namespace twinlan
