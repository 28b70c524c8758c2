// SPDX-License-Identifier: GPL-3.0-or-later
// Asks many addresses whether an SSH server is there, some at a time, each once: by opening a connection and reading the line by which
// the server says what it is. Nothing is sent. OpenSSH from 9.8 on counts connections that end so against their sender, and turns it away
// for a while from the 15th on; hence once.
#pragma once

#include "remote/plan/addressplan.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <chrono>
#include <deque>
#include <set>
#include <vector>

class QTcpSocket;

namespace twinlan {

class SshSweep : public QObject
{
    Q_OBJECT

public:
    // An address that is not there at all is given up after `patience`; one that is there, and slow, only when this object goes.
    SshSweep(int port, int atOnce, std::chrono::milliseconds patience, QObject *parent = nullptr);

    enum class Turn {
        Next,
        Last
    };
    void add(Ipv4 address, Turn turn); // an address that was there before is passed over
    [[nodiscard]] int asked() const { return int(m_known.size() - m_waiting.size() - m_running.size()); }
    [[nodiscard]] int toAsk() const { return int(m_known.size()); }

Q_SIGNALS:
    void there(twinlan::Ipv4 address); // it takes connections; what it is comes later, or never
    void offered(twinlan::Ipv4 address, const QByteArray &banner);
    void refused(twinlan::Ipv4 address); // it is there, without an SSH server

private:
    struct Attempt
    {
        Ipv4 address;
        QTcpSocket *socket = nullptr;
        QElapsedTimer since;
    };
    void tick();
    void begin(Ipv4 address);
    void readGreeting(QTcpSocket *socket);
    void fail(QTcpSocket *socket);
    Ipv4 end(QTcpSocket *socket);

    const int m_port;
    const std::size_t m_atOnce;
    const std::chrono::milliseconds m_patience;
    QTimer m_tick;
    std::set<Ipv4> m_known;
    std::deque<Ipv4> m_waiting;
    std::vector<Attempt> m_running;
};

} // namespace twinlan
