// SPDX-License-Identifier: GPL-3.0-or-later
// From the plan to bytes: every file that a setup writes onto one Pi. Pure.
#pragma once

#include "remote/plan/bridgeplan.h"
#include "remote/plan/pifile.h"

#include <vector>

namespace twinlan {

// All files of one Pi, in the order in which they are put in place. The plan's own copy comes first.
[[nodiscard]] std::vector<PiFile> renderFiles(const BridgePlan &plan, Site site);

// The parts that every kind of network has, for the tables in tests. The others are of its room (networks/).
[[nodiscard]] QByteArray renderModulesLoad(const BridgePlan &plan); // /etc/modules-load.d/twinlan.conf
[[nodiscard]] QByteArray renderModulesBlock(const BridgePlan &plan); // in /etc/modules
[[nodiscard]] QByteArray renderTunnelConf(const BridgePlan &plan, Site site); // /etc/twinlan/tunnel.conf, read by tunnel.sh
[[nodiscard]] QByteArray renderFilter(const BridgePlan &plan, Site site); // /etc/twinlan/filter.nft or filter.sh
[[nodiscard]] QStringList kernelModules(const BridgePlan &plan); // ip_gre bridge br_netfilter (fou)
[[nodiscard]] QStringList packages(const BridgePlan &plan, Site site);
// Of the packages on a Pi, those that cannot be beside one of ours; install-packages.sh finds any that are not known here.
[[nodiscard]] QStringList packagesInTheWay(const QStringList &installed);

} // namespace twinlan
