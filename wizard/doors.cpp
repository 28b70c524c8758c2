// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/doors.h"

#include <QNetworkInterface>
#include <algorithm>

namespace twinlan {

using namespace std::chrono_literals;

namespace {

// The direct way is only a chance that is worth a moment; the way through the other Pi is there anyway.
constexpr auto directTry = 3s;
// Through the other Pi there are two handshakes in a row, each some seconds on a Pi that is busy installing packages.
constexpr auto jumpPatience = 40s;

bool isUnreachable(ErrorKind kind)
{
    return kind == ErrorKind::NoRoute || kind == ErrorKind::TimedOut || kind == ErrorKind::HostNotFound;
}

} // namespace

bool Doors::computerIsInTailnet()
{
    const auto addresses = QNetworkInterface::allAddresses();
    return std::any_of(addresses.begin(), addresses.end(), [](const QHostAddress &address) {
        return address.protocol() == QAbstractSocket::IPv4Protocol && Ipv4(address.toIPv4Address()).isCarrierGradeNat();
    });
}

Result<std::unique_ptr<SshSession>> Doors::open(Site site, bool viaTailnet, const std::stop_token &stop, HostKey *seen) const
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
        options.connectDeadline = directTry;
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
        return Error { ErrorKind::NoRoute, pi.tailnetAddress, {}, QStringLiteral("no Pi on this LAN to go through") };
    options.connectDeadline = jumpPatience;
    options.jumps = { { jump.lanHost, jump.port, jump.user } };
    return SshSession::open(options, pi.credentials, &jump.credentials, seen, stop);
}

ShellFactory Doors::factory(std::shared_ptr<const Doors> self) const
{
    return [doors = std::move(self)](Site site, bool viaTailnet, const std::stop_token &stop) -> Result<std::unique_ptr<Shell>> {
        auto session = doors->open(site, viaTailnet, stop);
        if (!session)
            return session.error();
        return std::unique_ptr<Shell>(std::move(*session));
    };
}

void Doors::rememberEverywhere(Site site, const QByteArray &publicKey) const
{
    if (publicKey.isEmpty())
        return;
    for (const QString &host : { pis[site].lanHost, pis[site].tailnetAddress }) {
        // What cannot be remembered is asked about again later; that is not worth failing for now.
        if (!host.isEmpty() && !knownHosts.remember(host, pis[site].port, publicKey)) { }
    }
}

} // namespace twinlan
