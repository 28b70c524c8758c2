// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/discovery/neighbourtable.h"

#include <QFile>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

class KernelTable : public NeighbourTable
{
public:
    [[nodiscard]] std::vector<Neighbour> read() const override
    {
        QFile table(u"/proc/net/arp"_s);
        return table.open(QIODevice::ReadOnly) ? neighboursInProc(table.readAll()) : std::vector<Neighbour>();
    }
};

} // namespace

std::unique_ptr<NeighbourTable> NeighbourTable::ofThisComputer()
{
    return std::make_unique<KernelTable>();
}

} // namespace twinlan
