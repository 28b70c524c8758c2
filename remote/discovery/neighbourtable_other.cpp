// SPDX-License-Identifier: GPL-3.0-or-later
// For platforms whose table nobody has read yet: a Raspberry Pi is then known by its name or its SSH server.
#include "remote/discovery/neighbourtable.h"

namespace twinlan {

namespace {

class UnknownTable : public NeighbourTable
{
public:
    [[nodiscard]] std::vector<Neighbour> read() const override { return {}; }
};

} // namespace

std::unique_ptr<NeighbourTable> NeighbourTable::ofThisComputer()
{
    return std::make_unique<UnknownTable>();
}

} // namespace twinlan
