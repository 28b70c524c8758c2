// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/discovery/mdnsasker.h"

#include <QHostAddress>
#include <QNetworkDatagram>
#include <QNetworkInterface>
#include <QRandomGenerator>
#include <QUdpSocket>
#include <QVariant>

namespace twinlan {

namespace {

constexpr int longestPacket = 9000; // RFC 6762, 17
constexpr int mostAtOnce = 16; // then the window has its turn
constexpr int mostPackets = 2'000; // a home has a few hundred devices; more is a flood

std::optional<Ipv4> senderOf(const QNetworkDatagram &datagram)
{
    bool isV4 = false;
    const quint32 value = datagram.senderAddress().toIPv4Address(&isV4);
    return isV4 ? std::optional(Ipv4(value)) : std::nullopt;
}

} // namespace

MdnsAsker::MdnsAsker(const OwnAddress &own, Ipv4 group, int port, QObject *parent)
    : QObject(parent)
    , m_own(own)
    , m_group(group)
    , m_port(port)
    , m_socket(new QUdpSocket(this))
    , m_id(std::uint16_t(QRandomGenerator::system()->bounded(0x10000)))
{
    // From any other port than 5353 the answers come to this one and to nobody else (RFC 6762, 6.7).
    m_socket->bind(QHostAddress(own.address.value()), 0);
    m_socket->setMulticastInterface(QNetworkInterface::interfaceFromName(own.interfaceName));
    m_socket->setSocketOption(QAbstractSocket::MulticastTtlOption, 255); // RFC 6762, 11
    connect(m_socket, &QUdpSocket::readyRead, this, &MdnsAsker::read);
    m_goOn.setSingleShot(true);
    connect(&m_goOn, &QTimer::timeout, this, &MdnsAsker::read);
}

void MdnsAsker::askEverybody(const DnsName &name, DnsType type)
{
    ask(m_group, name, type);
}

void MdnsAsker::ask(Ipv4 device, const DnsName &name, DnsType type)
{
    if (m_socket->state() == QAbstractSocket::BoundState) // else writing would bind it anew, to every address
        m_socket->writeDatagram(dnsQuestion(m_id, name, type), QHostAddress(device.value()), quint16(m_port));
}

void MdnsAsker::read()
{
    if (m_socket->state() != QAbstractSocket::BoundState)
        return;
    for (int i = 0; i < mostAtOnce && m_socket->hasPendingDatagrams(); ++i) {
        if (++m_read > mostPackets) {
            m_socket->close();
            return;
        }
        take(m_socket->receiveDatagram(longestPacket));
    }
    if (m_socket->hasPendingDatagrams())
        m_goOn.start();
}

void MdnsAsker::take(const QNetworkDatagram &datagram)
{
    const auto sender = senderOf(datagram);
    if (!sender || datagram.senderPort() != m_port || !m_own.sees(*sender) || *sender == m_own.address)
        return;
    const auto message = readDns(datagram.data());
    if (!message || !message->isAnswer || message->id != m_id)
        return;
    Q_EMIT heard(*sender, *message);
}

} // namespace twinlan
