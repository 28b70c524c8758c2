// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/diagnostics/diagnosticwords.h"

#include "remote/plan/mtu.h"
#include "wizard/words/tunnelwords.h"
#include "wizard/words/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <map>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

class D
{
    Q_DECLARE_TR_FUNCTIONS(DiagnosticWords)
};

// Which counters are shown: three that say that each home keeps its own router, always; the others when they counted.
struct Stopped
{
    const char *rule;
    bool always;
    QString words;
};

std::vector<Stopped> stoppedKinds()
{
    return {
        { "DropDhcp4", true, D::tr("DHCP", "a kind of traffic that was stopped") },
        { "DropDhcp6", true, D::tr("DHCPv6", "a kind of traffic that was stopped") },
        { "DropRouterDiscovery", true, D::tr("IPv6 router messages", "a kind of traffic that was stopped") },
        { "DropRouterClaims", false, D::tr("other router messages", "a kind of traffic that was stopped") },
        { "DropGatewayArp", false, D::tr("ARP for the own router", "a kind of traffic that was stopped") },
        { "DropTailscaleProbe", false, D::tr("Tailscale probes", "a kind of traffic that was stopped") },
        { "DropPeerArp", false, D::tr("ARP for Tailscale addresses", "a kind of traffic that was stopped") },
        { "DropOtherTypes", false, D::tr("frames other than IP and ARP", "a kind of traffic that was stopped") },
        { "DropHidden", false, D::tr("unreadable packets", "a kind of traffic that was stopped") },
        { "DropLoop", false, D::tr("frames of a loop", "a kind of traffic that was stopped") },
        { "LimitNeighbours", false, D::tr("excess ARP and neighbour discovery", "a kind of traffic that was stopped") },
        { "LimitBroadcast", false, D::tr("excess broadcasts", "a kind of traffic that was stopped") },
    };
}

} // namespace

QString pathName(Path path)
{
    switch (path) {
    case Path::PcToPiA:
        return D::tr("This PC → Pi A");
    case Path::PcToPiB:
        return D::tr("This PC → Pi B");
    case Path::PiAToPiB:
        return D::tr("Pi A → Pi B (tunnel)");
    case Path::PcToFarRouter:
        return D::tr("This PC → router B");
    }
    return {};
}

QString rttText(const std::optional<double> &ms)
{
    if (!ms)
        return u"–"_s;
    const int decimals = *ms < 1 ? 2 : (*ms < 100 ? 1 : 0);
    return D::tr("%1 ms", "milliseconds").arg(QLocale().toString(*ms, 'f', decimals));
}

QString lossText(const PingSeries::Summary &summary)
{
    if (summary.sent == 0)
        return u"–"_s;
    const int decimals = summary.lost == 0 || summary.lossPercent >= 10 ? 0 : 1;
    return D::tr("%1 % (%2 of %3)", "loss: per cent, lost, sent")
        .arg(QLocale().toString(summary.lossPercent, 'f', decimals))
        .arg(summary.lost)
        .arg(summary.sent);
}

QString sizeText(int mtu, int expected)
{
    return mtu == 0 ? D::tr("nothing passes", "packets, on a path") : D::tr("%1 of %2", "the largest packet: measured, expected").arg(mtu).arg(expected);
}

QString sizeInPiecesText(int mtu)
{
    if (mtu == 0)
        return D::tr("nothing passes", "packets, on a path");
    return mtu >= PathMtu::mostInPieces ? u"≥ %1"_s.arg(mtu) : QString::number(mtu);
}

QString listed(const QStringList &parts)
{
    return parts.join(D::tr(", ", "between the parts of a list"));
}

QString bridgeText(const BridgeState &state, const QString &bridge, const QString &tunnel)
{
    if (!state.exists)
        return D::tr("There is no bridge %1 on this Pi.").arg(bridge);
    QString text = state.ports.isEmpty() ? D::tr("The bridge %1 has no port.").arg(bridge)
                                         : D::tr("The bridge %1 holds %2.").arg(bridge, listed(state.ports));
    text = sentences(text, (state.stp ? D::tr("MTU %1, STP on.") : D::tr("MTU %1, STP off.")).arg(state.mtu));
    if (state.tunnelExists && state.tunnelMtu < leastTunnelMtu) {
        const QString tooSmall = D::tr("%1 has MTU %2: too small, at least %3 is needed.");
        text = sentences(text, tooSmall.arg(tunnel).arg(state.tunnelMtu).arg(leastTunnelMtu));
    }
    return text;
}

QString carrierText(Carrier carrier)
{
    return carrier == Carrier::Gre
        ? D::tr("The tunnel runs in the ordinary way (GRE).")
        : D::tr("The tunnel runs in the UDP way (FOU), because your Tailscale account does not let the ordinary way pass. It is just as good.");
}

QString tunnelText(const BridgeState &state, const QString &tunnel)
{
    const TunnelState said = state.tunnelState;
    const bool isOld = said == TunnelState::Joined && !state.ports.contains(tunnel);
    if (said != TunnelState::Unknown && !isOld)
        return tunnelStateText(said);
    // A bridge made by hand from the recipe has no guard.
    if (state.ports.contains(tunnel))
        return D::tr("The tunnel is in the bridge.");
    return state.tunnelExists ? D::tr("The tunnel is not in the bridge.") : D::tr("There is no tunnel.");
}

QString countersText(const std::vector<FilterCounter> &counters)
{
    if (counters.empty())
        return D::tr("The filter is not loaded.");
    std::map<QString, quint64> packets;
    for (const auto &counter : counters) {
        QString kind = counter.rule;
        if (kind.endsWith("Out"_L1))
            kind.chop(3);
        else if (kind.endsWith("In"_L1))
            kind.chop(2);
        packets[kind] += counter.packets;
    }
    QStringList parts;
    for (const auto &kind : stoppedKinds()) {
        const auto found = packets.find(QLatin1String(kind.rule));
        if (found == packets.end() || (!kind.always && found->second == 0))
            continue;
        parts
            << D::tr("%1 %2", "what was stopped, how many packets").arg(kind.words, QLocale().toString(found->second));
    }
    return D::tr("Stopped at the border: %1.").arg(listed(parts));
}

} // namespace twinlan
