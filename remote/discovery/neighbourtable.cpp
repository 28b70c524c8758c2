// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/discovery/neighbourtable.h"

#include <QList>

namespace twinlan {

std::vector<Neighbour> neighboursInProc(const QByteArray &text)
{
    // IP address, HW type, Flags, HW address, Mask, Device
    constexpr int complete = 0x2; // ATF_COM: else the MAC is still being asked for
    std::vector<Neighbour> neighbours;
    for (const QByteArray &line : text.split('\n')) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        if (fields.size() < 6 || (fields[2].toInt(nullptr, 0) & complete) == 0)
            continue;
        if (const auto address = Ipv4::parse(QString::fromLatin1(fields[0])))
            neighbours.push_back({ *address, QString::fromLatin1(fields[3]) });
    }
    return neighbours;
}

} // namespace twinlan
