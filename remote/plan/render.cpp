// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/plan/render.h"

#include "remote/plan/filterebtables.h"
#include "remote/plan/filternft.h"
#include "remote/plan/networks/network.h"
#include "remote/plan/planvalues.h"

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray lines(const QStringList &words)
{
    QByteArray text;
    for (const QString &word : words)
        text += plainWord(word) + '\n';
    return text;
}

} // namespace

QByteArray renderModulesLoad(const BridgePlan &plan)
{
    return "# TwinLAN: loaded at every boot.\n" + QByteArray(madeByUs) + lines(kernelModules(plan));
}

QByteArray renderModulesBlock(const BridgePlan &plan)
{
    return "# Where they stood before systemd; the same list is in /etc/modules-load.d/twinlan.conf.\n"
        + lines(kernelModules(plan));
}

QByteArray renderTunnelConf(const BridgePlan &plan, Site site)
{
    const PiPlan &pi = plan.pis[site];
    const auto word = [](const char *text) { return QString::fromLatin1(text); };
    return "# TwinLAN: read by /usr/local/lib/twinlan/tunnel.sh.\n" + QByteArray(madeByUs)
        + setting("BRIDGE", plan.bridgeName)
        + setting("TUNNEL", plan.tunnelName) + setting("PORT", pi.lanInterface) + setting("MAC", pi.mac)
        + setting("LOCAL", pi.tailnetAddress) + setting("REMOTE", plan.pis[otherSite(site)].tailnetAddress)
        + setting("CARRIER", word(plan.carrier == Carrier::Fou ? "fou" : "gre"))
        + setting("FOU_PORT", QString::number(fouPort)) + setting("TUNNEL_MTU", QString::number(plan.tunnelMtu))
        + setting("FILTER", word(pi.filter == FilterBackend::Nftables ? "nftables" : "ebtables"));
}

QByteArray renderFilter(const BridgePlan &plan, Site site)
{
    return plan.pis[site].filter == FilterBackend::Nftables ? renderNftables(plan, site)
                                                            : renderEbtablesIptables(plan, site);
}

QStringList kernelModules(const BridgePlan &plan)
{
    QStringList modules { u"ip_gre"_s, u"bridge"_s, u"br_netfilter"_s };
    if (plan.carrier == Carrier::Fou)
        modules << u"fou"_s;
    return modules;
}

QStringList packages(const BridgePlan &plan, Site site)
{
    // The recipe's; nft for the filter; arping for the proofs and the boot guard.
    const QStringList names { u"ebtables"_s, u"iproute2"_s, u"nftables"_s, u"iputils-arping"_s };
    return names + networkOf(plan.pis[site].addressing).packages();
}

QStringList packagesInTheWay(const QStringList &installed)
{
    // The other program of that name, which openHABian brings: another one on the command line too, so ours cannot make do with it.
    const QString other = u"arping"_s;
    return installed.contains(other) ? QStringList { other } : QStringList();
}

std::vector<PiFile> renderFiles(const BridgePlan &plan, Site site)
{
    const PiPlan &pi = plan.pis[site];
    // What the unit reads comes before the unit, and the network files last but for it: an interrupted copy leaves
    // parts that nothing uses yet.
    std::vector<PiFile> files {
        ownFile("/etc/twinlan/plan.json", plan.toJson()),
        ownFile("/etc/twinlan/tunnel.conf", renderTunnelConf(plan, site)),
        pi.filter == FilterBackend::Nftables ? ownFile("/etc/twinlan/filter.nft", renderFilter(plan, site))
                                             : ownFile("/etc/twinlan/filter.sh", renderFilter(plan, site), 0755),
        scriptFile("/usr/local/lib/twinlan/", "loop-watch.pl", 0644),
        scriptFile("/usr/local/lib/twinlan/", "tunnel.sh", 0755),
        scriptFile("/usr/local/lib/twinlan/", "boot-guard.sh", 0755),
        scriptFile("/etc/systemd/system/", "twinlan-boot.service", 0644),
        ownFile("/etc/modules-load.d/twinlan.conf", renderModulesLoad(plan)),
        { u"/etc/modules"_s, renderModulesBlock(plan), 0644, FilePart::BlockAtEnd },
    };
    for (PiFile &file : networkOf(pi.addressing).files(plan, site))
        files.push_back(std::move(file));
    files.push_back(scriptFile("/etc/systemd/system/", "twinlan-tunnel.service", 0644));
    return files;
}

} // namespace twinlan
