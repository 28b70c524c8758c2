// SPDX-License-Identifier: GPL-3.0-or-later
// Asks one network for its devices' names, by one-shot questions of multicast DNS (RFC 6762, 5.1) from a port of its own: no service of
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

    // Everybody: who has one of the usual names, and who lets somebody sign in.
    void askEverybody();
    // One device, directly: its name. A firewall of this computer lets that answer in, where it may take one to a multicast for an intruder.
    void askName(Ipv4 device);
    [[nodiscard]] Ipv4 ownAddress() const { return m_own.address; }
    [[nodiscard]] bool sees(Ipv4 other) const { return m_own.sees(other); }

Q_SIGNALS:
    // A device speaks for itself only: what it says of another one's address is passed over.
    void heard(twinlan::Ipv4 device, const QString &name); // an empty name: it answered

private:
    void ask(Ipv4 whom, const DnsName &name, DnsType type);
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
