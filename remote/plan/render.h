// SPDX-License-Identifier: GPL-3.0-or-later
// From the plan to bytes: every file that a setup writes onto one Pi. Pure.
#pragma once

#include "remote/plan/bridgeplan.h"

#include <vector>

namespace twinlan {

// How a file of ours lies in the Pi's file system.
enum class FilePart {
    Whole, // the file is ours alone
    // A marked block ("# >>> twinlan top" … "# <<< twinlan top") in a file that belongs to somebody else. dhcpcd.conf needs one at
    // each end: `denyinterfaces` is not read any more after the first `interface` line, and an `interface br_lan` at the top
    // would swallow every option below it.
    BlockAtTop,
    BlockAtEnd,
};

struct PiFile
{
    QString path; // absolute
    QByteArray content; // the whole file, or the block's inside
    int mode = 0644;
    FilePart part = FilePart::Whole;
    bool operator==(const PiFile &) const = default;
};

// All files of one Pi, in the order in which they are put in place. The plan's own copy comes first.
[[nodiscard]] std::vector<PiFile> renderFiles(const BridgePlan &plan, Site site);

// The parts, for the tables in tests and for the Review page.
[[nodiscard]] QByteArray renderInterfaces(const BridgePlan &plan, Site site); // /etc/network/interfaces.d/twinlan
[[nodiscard]] QByteArray renderDhcpcdTop(const BridgePlan &plan, Site site); // /etc/dhcpcd.conf: denyinterfaces
[[nodiscard]] QByteArray renderDhcpcdEnd(const BridgePlan &plan, Site site); // /etc/dhcpcd.conf: interface br_lan
// NetworkManager's keyfiles, /etc/NetworkManager/system-connections/twinlan-{bridge,port}.nmconnection; it reads them with mode 0600 only.
[[nodiscard]] QByteArray renderBridgeProfile(const BridgePlan &plan, Site site);
[[nodiscard]] QByteArray renderPortProfile(const BridgePlan &plan, Site site);
[[nodiscard]] QByteArray renderDhcpcdOrder(); // /etc/systemd/system/dhcpcd.service.d/twinlan.conf
[[nodiscard]] QByteArray renderUdevRules(const BridgePlan &plan); // /etc/udev/rules.d/90-twinlan.rules, with NetworkManager
[[nodiscard]] QByteArray renderModulesLoad(const BridgePlan &plan); // /etc/modules-load.d/twinlan.conf
[[nodiscard]] QByteArray renderModulesBlock(const BridgePlan &plan); // in /etc/modules
[[nodiscard]] QByteArray renderTunnelConf(const BridgePlan &plan, Site site); // /etc/twinlan/tunnel.conf, read by tunnel.sh
[[nodiscard]] QByteArray renderFilter(const BridgePlan &plan, Site site); // /etc/twinlan/filter.nft or filter.sh
[[nodiscard]] QStringList kernelModules(const BridgePlan &plan); // ip_gre bridge br_netfilter (fou)
[[nodiscard]] QStringList packages(const BridgePlan &plan, Site site);
// Of the packages on a Pi, those that cannot be beside one of ours; install-packages.sh finds any that are not known here.
[[nodiscard]] QStringList packagesInTheWay(const QStringList &installed);

} // namespace twinlan
