// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/discovery/sshsweep.h"

#include "remote/discovery/founddevice.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QTcpSocket>
#include <algorithm>

namespace twinlan {

using namespace std::chrono_literals;

namespace {

// So many connections are begun at each tick: a quarter of a millisecond each, and a picture has 16 ms.
constexpr int begunAtOnce = 8;
constexpr auto tickEvery = 10ms;

} // namespace

SshSweep::SshSweep(int port, int atOnce, std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_port(port)
    , m_atOnce(std::size_t(atOnce))
    , m_patience(patience)
{
    m_tick.setInterval(tickEvery);
    connect(&m_tick, &QTimer::timeout, this, &SshSweep::tick);
}

void SshSweep::add(Ipv4 address, Turn turn)
{
    if (m_known.insert(address).second) {
        if (turn == Turn::Next)
            m_waiting.push_front(address);
        else
            m_waiting.push_back(address);
        if (!m_tick.isActive())
            m_tick.start();
        return;
    }
    // Somebody has answered there meanwhile.
    const auto waiting = std::find(m_waiting.begin(), m_waiting.end(), address);
    if (turn == Turn::Next && waiting != m_waiting.end()) {
        m_waiting.erase(waiting);
        m_waiting.push_front(address);
    }
}

void SshSweep::tick()
{
    std::vector<QTcpSocket *> silent;
    for (const Attempt &attempt : m_running) {
        const bool isThere = attempt.socket->state() == QAbstractSocket::ConnectedState;
        if (!isThere && attempt.since.elapsed() > m_patience.count())
            silent.push_back(attempt.socket);
    }
    for (QTcpSocket *socket : silent)
        end(socket);
    for (int i = 0; i < begunAtOnce && !m_waiting.empty() && m_running.size() < m_atOnce; ++i) {
        const Ipv4 address = m_waiting.front();
        m_waiting.pop_front();
        begin(address);
    }
    if (m_waiting.empty() && m_running.empty())
        m_tick.stop();
}

void SshSweep::begin(Ipv4 address)
{
    auto *socket = new QTcpSocket(this);
    socket->setProxy(QNetworkProxy::NoProxy); // the way to the LAN leads through none, and asking the desktop for one may take long
    socket->setReadBufferSize(longestGreeting);
    m_running.push_back({ address, socket, {} });
    m_running.back().since.start();
    connect(socket, &QTcpSocket::connected, this, [this, address] { Q_EMIT there(address); });
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { readGreeting(socket); });
    connect(socket, &QTcpSocket::errorOccurred, this, [this, socket] { fail(socket); });
    socket->connectToHost(QHostAddress(address.value()), quint16(m_port), QIODevice::ReadOnly);
}

void SshSweep::readGreeting(QTcpSocket *socket)
{
    const QByteArray greeting = socket->peek(longestGreeting);
    const auto banner = sshBannerIn(greeting);
    if (!banner && greeting.size() < longestGreeting)
        return;
    const Ipv4 address = end(socket);
    if (banner)
        Q_EMIT offered(address, *banner);
}

void SshSweep::fail(QTcpSocket *socket)
{
    const bool refuses = socket->error() == QAbstractSocket::ConnectionRefusedError;
    const Ipv4 address = end(socket);
    if (refuses)
        Q_EMIT refused(address);
}

Ipv4 SshSweep::end(QTcpSocket *socket)
{
    const auto attempt = std::find_if(m_running.begin(), m_running.end(), [socket](const Attempt &other) { return other.socket == socket; });
    const Ipv4 address = attempt->address;
    m_running.erase(attempt);
    socket->disconnect(this); // whatever else it has to say
    socket->deleteLater(); // it may be in the midst of saying it
    return address;
}

} // namespace twinlan
