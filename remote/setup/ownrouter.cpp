// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/ownrouter.h"

#include <QFile>
#include <QList>
#include <QtEndian>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

std::optional<Ipv4> ownRouter()
{
    QFile table(u"/proc/net/route"_s);
    return table.open(QIODevice::ReadOnly) ? routerIn(table.readAll()) : std::nullopt;
}

std::optional<Ipv4> routerIn(const QByteArray &routeTable)
{
    // Iface Destination Gateway Flags RefCnt Use Metric Mask …; the addresses are hex, in this computer's order of bytes.
    constexpr int needed = 8;
    constexpr quint32 upWithGateway = 0x0001 | 0x0002; // RTF_UP, RTF_GATEWAY (linux/route.h)
    std::optional<Ipv4> router;
    quint32 lowest = 0;
    for (const QByteArray &line : routeTable.split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() < needed)
            continue;
        bool isHex = false;
        const quint32 gateway = words[2].toUInt(&isHex, 16);
        const bool isDefault = words[1] == "00000000" && words[7] == "00000000" && (words[3].toUInt(nullptr, 16) & upWithGateway) == upWithGateway;
        const quint32 metric = words[6].toUInt();
        if (!isHex || !isDefault || (router && metric >= lowest))
            continue;
        router = Ipv4(qFromBigEndian(gateway));
        lowest = metric;
    }
    return router;
}

} // namespace twinlan
