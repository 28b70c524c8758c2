// SPDX-License-Identifier: GPL-3.0-or-later
// The own numbers of the recipe (remote/plan/README.md#recipe) with two practice Pis, for the tests of the renderers.
#pragma once

#include "remote/plan/bridgeplan.h"

using namespace Qt::Literals::StringLiterals;

inline twinlan::BridgePlan recipePlan()
{
    twinlan::BridgePlan plan;
    plan.pis.a.lanHost = u"192.168.1.23"_s;
    plan.pis.a.tailnetAddress = u"100.86.118.83"_s; // the recipe's two
    plan.pis.a.mac = u"b8:27:eb:00:00:0a"_s;
    plan.pis.b.tailnetAddress = u"100.92.41.28"_s;
    plan.pis.b.mac = u"b8:27:eb:00:00:0b"_s;
    return plan;
}
