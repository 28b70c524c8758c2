// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the devices of one network, by one-shot questions of multicast DNS (RFC 6762, 5.1) from a port of its own: no service of
// this computer's is needed for it, and none is disturbed.
#pragma once

#include "remote/discovery/dnsmessage.h"
#include "remote/discovery/homenetworks.h"

#include <QObject>
#include <QTimer>

class QNetworkDatagram;
class QUdpSocket;

namespace twinlan {

class MdnsAsker : public QObject
{
    Q_OBJECT

public:
    MdnsAsker(const OwnAddress &own, Ipv4 group, int port, QObject *parent = nullptr);

    void askEverybody(const DnsName &name, DnsType type);
    // One device, directly. A firewall of this computer lets that answer in, where it may take one to a multicast for an intruder.
    void ask(Ipv4 device, const DnsName &name, DnsType type);
    [[nodiscard]] bool sees(Ipv4 other) const { return m_own.sees(other); }

Q_SIGNALS:
    // What a device has answered, of itself or of others.
    void heard(twinlan::Ipv4 device, const twinlan::DnsMessage &said);

private:
    void read();
    void take(const QNetworkDatagram &datagram);

    OwnAddress m_own;
    Ipv4 m_group;
    int m_port;
    QUdpSocket *m_socket;
    std::uint16_t m_id; // by chance: nobody answers who was not asked
    int m_read = 0;
    QTimer m_goOn; // reading, when the window has had its turn
};

} // namespace twinlan
