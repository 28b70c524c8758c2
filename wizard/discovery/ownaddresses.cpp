// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/discovery/ownaddresses.h"

#include <QNetworkInterface>

namespace twinlan {

std::vector<OwnAddress> ownAddresses()
{
    std::vector<OwnAddress> own;
    for (const QNetworkInterface &card : QNetworkInterface::allInterfaces()) {
        const auto flags = card.flags();
        // A line to one other end (a VPN) is in no home.
        const bool isLan = flags.testFlag(QNetworkInterface::IsUp) && flags.testFlag(QNetworkInterface::IsRunning)
            && !flags.testFlag(QNetworkInterface::IsLoopBack) && !flags.testFlag(QNetworkInterface::IsPointToPoint);
        if (!isLan)
            continue;
        for (const QNetworkAddressEntry &entry : card.addressEntries()) {
            bool isV4 = false;
            const quint32 address = entry.ip().toIPv4Address(&isV4);
            if (isV4 && entry.ip().protocol() == QAbstractSocket::IPv4Protocol)
                own.push_back({ Ipv4(address), entry.prefixLength(), card.name() });
        }
    }
    return own;
}

} // namespace twinlan
