// SPDX-License-Identifier: GPL-3.0-or-later
// What the kinds of network share that write a file for ifupdown, each in its own way: whether ifupdown reads that file at all. On a Pi
// resources/remote/interfaces.sh is their common part.
#pragma once

#include "remote/plan/networks/network.h"

namespace twinlan {

// As the members of Network of the same names; each of these kinds calls them from its own.
void hearInterfaces(const KeyValues &answer, NetworkFacts &facts);
void takeAlongInterfaces(PiPlan &pi, const NetworkFacts &facts);
void writeInterfaces(const PiPlan &pi, QJsonObject &json);
void readInterfaces(FieldReader &reader, PiPlan &pi);

// /etc/network/interfaces.d/NAME; before it, where ifupdown would not read it, a line in /etc/network/interfaces that has it read.
[[nodiscard]] std::vector<PiFile> interfacesFiles(const PiPlan &pi, const QByteArray &name, const QByteArray &stanzas);

} // namespace twinlan
