// SPDX-License-Identifier: GPL-3.0-or-later
// The own numbers of the recipe (remote/plan/README.md#recipe) with two practice Pis, for the tests of the renderers.
#pragma once

#include "remote/plan/bridgeplan.h"

inline twinlan::BridgePlan recipePlan()
{
    twinlan::BridgePlan plan;
    plan.pis.a.lanHost = QStringLiteral("192.168.1.23");
    plan.pis.a.tailnetAddress = QStringLiteral("100.86.118.83"); // the recipe's two
    plan.pis.a.mac = QStringLiteral("b8:27:eb:00:00:0a");
    plan.pis.b.tailnetAddress = QStringLiteral("100.92.41.28");
    plan.pis.b.mac = QStringLiteral("b8:27:eb:00:00:0b");
    return plan;
}
