// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/backend/piaccess.h"

#include <QNetworkInterface>
#include <algorithm>
#include <mutex>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

// The direct way is only a chance that is worth a moment; the way through the other Pi is there anyway.
constexpr auto directDeadline = 3s;
// Through the other Pi there are two handshakes in a row, each some seconds on a Pi that is busy installing packages.
constexpr auto jumpDeadline = 40s;

bool isUnreachable(ErrorKind kind)
{
    return kind == ErrorKind::NoRoute || kind == ErrorKind::TimedOut || kind == ErrorKind::HostNotFound;
}

// Through the other Pi nobody answered. Where that one's Tailscale has no connection, it is the one to look at, not the Pi behind it.
Error causeOf(const Error &error, Shell &jump, const std::stop_token &stop)
{
    const auto facts = SetupRun::survey(jump, stop);
    if (!facts || !facts->tailscale.isInTrouble())
        return error;
    return { ErrorKind::TailscaleTrouble, facts->hostName, error.step, facts->tailscale.health.join(u'\n') };
}

// One run's part in a session that others use too.
class SharedShell final : public Shell
{
public:
    SharedShell(std::shared_ptr<SshSession> session, std::shared_ptr<SshSession> way)
        : m_way(std::move(way))
        , m_session(std::move(session))
    {
    }
    Result<CommandResult> run(const Command &command, const std::stop_token &stop, const LineSink &onLine) override
    {
        return m_session->run(command, stop, onLine);
    }
    [[nodiscard]] QString host() const override { return m_session->host(); }

private:
    std::shared_ptr<SshSession> m_way; // as long as somebody goes through it, it is there for its own commands too
    std::shared_ptr<SshSession> m_session;
};

// Where the sessions of one run come together: a sign-in costs a slow Pi 0.8 s, so one to each Pi on our LAN serves both for
// its own commands and for the way to the other Pi. Whoever needs it first opens it; it ends with its last user.
class SharedSessions
{
public:
    explicit SharedSessions(std::shared_ptr<const PiAccess> access)
        : m_access(std::move(access))
    {
    }

    Result<std::unique_ptr<Shell>> open(Site site, Route route, const std::stop_token &stop)
    {
        const PiAccess::Pi &pi = m_access->pis[site];
        std::shared_ptr<SshSession> session;
        std::shared_ptr<SshSession> way;
        if (!pi.lanHost.isEmpty() && (route != Route::Tailnet || pi.tailnetAddress.isEmpty())) {
            auto shared = lanSession(site, route != Route::Any, stop);
            if (!shared)
                return shared.error();
            session = std::move(*shared);
        } else {
            const auto through = [&](Site jump) {
                auto shared = lanSession(jump, false, stop);
                if (shared)
                    way = *shared;
                return shared;
            };
            auto opened = m_access->open(site, route == Route::Tailnet, stop, nullptr, through);
            if (!opened && way && route == Route::Any && isUnreachable(opened.error().kind)) // a proof is tried again at once
                return causeOf(opened.error(), *way, stop);
            if (!opened)
                return opened.error();
            session = std::move(*opened);
        }
        return std::unique_ptr<Shell>(std::make_unique<SharedShell>(std::move(session), std::move(way)));
    }

private:
    Result<std::shared_ptr<SshSession>> lanSession(Site site, bool mustBeNew, const std::stop_token &stop)
    {
        // Held while a session is opened: who comes meanwhile waits for that one, at most as long as opening may take.
        const std::lock_guard lock(m_mutexes[site]);
        if (auto session = m_open[site].lock(); session && !mustBeNew && session->isOpen())
            return session;
        auto opened = m_access->open(site, false, stop);
        if (!opened)
            return opened.error();
        std::shared_ptr<SshSession> session = std::move(*opened);
        m_open[site] = session;
        return session;
    }

    std::shared_ptr<const PiAccess> m_access;
    PerSite<std::mutex> m_mutexes;
    PerSite<std::weak_ptr<SshSession>> m_open;
};

} // namespace

bool PiAccess::computerIsInTailnet()
{
    const auto addresses = QNetworkInterface::allAddresses();
    return std::any_of(addresses.begin(), addresses.end(), [](const QHostAddress &address) {
        return address.protocol() == QAbstractSocket::IPv4Protocol && Ipv4(address.toIPv4Address()).isCarrierGradeNat();
    });
}

bool PiAccess::isTailnetAddress(const QString &address)
{
    const QHostAddress parsed(address);
    if (parsed.protocol() == QAbstractSocket::IPv4Protocol)
        return parsed.toString() == address && Ipv4(parsed.toIPv4Address()).isCarrierGradeNat();
    static const QHostAddress tailnet(u"fd7a:115c:a1e0::"_s);
    return parsed.protocol() == QAbstractSocket::IPv6Protocol && parsed.scopeId().isEmpty() && parsed.isInSubnet(tailnet, 48);
}

Result<std::unique_ptr<SshSession>> PiAccess::open(
    Site site, bool viaTailnet, const std::stop_token &stop, HostKey *seen, const Through &through) const
{
    const Pi &pi = pis[site];
    const Pi &other = pis[otherSite(site)];
    SshSession::Options options;
    options.knownHosts = knownHosts;

    if (!pi.lanHost.isEmpty() && (!viaTailnet || pi.tailnetAddress.isEmpty())) {
        options.target = { pi.lanHost, pi.port, pi.user };
        return SshSession::open(options, pi.credentials, nullptr, seen, stop);
    }
    options.target = { pi.tailnetAddress, pi.port, pi.user };
    if (thisComputerInTailnet) {
        options.connectDeadline = directDeadline;
        auto direct = SshSession::open(options, pi.credentials, nullptr, seen, stop);
        if (direct || !isUnreachable(direct.error().kind))
            return direct;
    }
    // Through the other Pi, if that one is on our LAN. Pi A while Pi B is away has nobody to go through but itself: that still
    // proves that its Tailscale address is up and that its SSH answers there; the way between the homes is proven by
    // VerifyJoined.
    const bool throughOther = !other.lanHost.isEmpty();
    const Pi &jump = throughOther ? other : pi;
    if (jump.lanHost.isEmpty())
        return Error { ErrorKind::NoRoute, pi.tailnetAddress, {}, u"no Pi on this LAN to go through"_s };
    options.connectDeadline = jumpDeadline;
    if (through) {
        auto session = through(throughOther ? otherSite(site) : site);
        if (!session)
            return session.error();
        return SshSession::openThrough(**session, options, pi.credentials, seen, stop);
    }
    options.jumps = { { jump.lanHost, jump.port, jump.user } };
    auto opened = SshSession::open(options, pi.credentials, &jump.credentials, seen, stop);
    if (opened || !isUnreachable(opened.error().kind) || opened.error().host != pi.tailnetAddress)
        return opened;
    options.target = options.jumps.front();
    options.jumps.clear();
    const auto way = SshSession::open(options, jump.credentials, nullptr, nullptr, stop);
    return way ? causeOf(opened.error(), **way, stop) : opened.error();
}

ShellFactory PiAccess::factory(std::shared_ptr<const PiAccess> self) const
{
    return [sessions = std::make_shared<SharedSessions>(std::move(self))](Site site, Route route, const std::stop_token &stop) {
        return sessions->open(site, route, stop);
    };
}

void PiAccess::rememberTailnetAddress(Site site, const QByteArray &publicKey, const QByteArrayList &outdated) const
{
    const Pi &pi = pis[site];
    // What cannot be remembered is asked about again later; that is not worth failing for now.
    if (isTailnetAddress(pi.tailnetAddress) && !publicKey.isEmpty())
        (void)knownHosts.rememberClaim(pi.tailnetAddress, pi.port, publicKey, outdated);
}

} // namespace twinlan
