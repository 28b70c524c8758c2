// SPDX-License-Identifier: GPL-3.0-or-later
// Devices of a home's network, each in a network namespace of its own at a switch of this process's: with a MAC address, a responder of
// multicast DNS and an SSH server that say what the test says. All of it ends with the process, however it ends.
#pragma once

#include "remote/discovery/dnsmessage.h"

#include <QNetworkDatagram>
#include <QNetworkInterface>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>
#include <QUdpSocket>
#include <atomic>
#include <fcntl.h>
#include <functional>
#include <sched.h>
#include <thread>
#include <unistd.h>

namespace twinlan::test {

using namespace Qt::Literals::StringLiterals;

// Empty when it ended with 0.
inline QString run(const QString &words)
{
    QStringList list = words.split(u' ');
    QProcess process;
    process.start(list.takeFirst(), list);
    process.waitForFinished();
    const bool good = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    return good ? QString() : words + u": "_s + QString::fromLocal8Bit(process.readAllStandardError());
}

// A resource record as a device writes it; `name` and names in `data` whole, without pointers.
inline QByteArray labels(const DnsName &name)
{
    QByteArray bytes;
    for (const QByteArray &label : name)
        bytes.append(char(label.size())).append(label);
    return bytes.append('\0');
}
inline QByteArray record(const DnsName &name, DnsType type, const QByteArray &data)
{
    return labels(name) + QByteArray::fromHex("00") + char(type) + QByteArray::fromHex("00010000000a00") + char(data.size()) + data;
}
inline QByteArray addressRecord(const DnsName &name, Ipv4 address)
{
    QByteArray data;
    for (int shift = 24; shift >= 0; shift -= 8)
        data.append(char(address.value() >> shift & 0xff));
    return record(name, DnsType::A, data);
}
inline QByteArray answer(std::uint16_t id, const QByteArrayList &records)
{
    // Flags, no question, so many answers.
    return QByteArray(1, char(id >> 8)) + char(id & 0xff) + QByteArray::fromHex("8400000000") + char(records.size()) + QByteArray::fromHex("00000000")
        + records.join();
}

class FakeDevice : public QThread
{
public:
    enum class Ssh {
        None,
        Server,
        Silent,
        Chatter
    };
    struct Ways
    {
        Ipv4 address {};
        QString mac {};
        QByteArray name {}; // answers to its own name and to its address; empty: no responder
        Ssh ssh = Ssh::Server;
        QByteArray banner = "SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n";
        // What it says to whoever asks anything, instead.
        std::function<QByteArrayList(const DnsMessage &asked)> says {};
        bool floods = false; // says it without end, to whoever has asked once
    };

    explicit FakeDevice(Ways ways)
        : m_ways(std::move(ways))
    {
    }
    ~FakeDevice() override
    {
        quit();
        wait();
        if (m_net >= 0)
            ::close(m_net);
        run(u"ip link del port%1"_s.arg(m_ways.address.lastOctet()));
    }
    // Plugs it in at the switch "eth0" of this namespace. Empty: it is there; else what went wrong.
    QString plugIn()
    {
        std::thread([this] {
            if (::unshare(CLONE_NEWNET) == 0)
                m_net = ::open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC);
        }).join();
        const QString port = u"port%1"_s.arg(m_ways.address.lastOctet());
        QString trouble = run(u"ip link add %1 type veth peer name eth0 address %2 netns /proc/%3/fd/%4"_s.arg(port, m_ways.mac).arg(::getpid()).arg(m_net));
        trouble += run(u"ip link set %1 master eth0 up"_s.arg(port));
        std::thread([&] {
            if (::setns(m_net, CLONE_NEWNET) != 0)
                trouble += u"setns"_s;
            trouble += run(u"ip addr add %1/24 dev eth0"_s.arg(m_ways.address.toString()));
            trouble += run(u"ip link set eth0 up"_s);
        }).join();
        start();
        while (trouble.isEmpty() && !m_isReady)
            QThread::msleep(5);
        return trouble;
    }
    [[nodiscard]] int callers() const { return m_callers; } // of its SSH port, until now

protected:
    void run() override
    {
        if (::setns(m_net, CLONE_NEWNET) != 0)
            qFatal("setns");
        QUdpSocket responder;
        responder.bind(QHostAddress(QHostAddress::AnyIPv4), 5353);
        responder.joinMulticastGroup(QHostAddress(u"224.0.0.251"_s), QNetworkInterface::interfaceFromName(u"eth0"_s));
        QObject::connect(&responder, &QUdpSocket::readyRead, &responder, [&] {
            while (responder.hasPendingDatagrams())
                hear(responder, responder.receiveDatagram());
        });
        QTcpServer server;
        QObject::connect(&server, &QTcpServer::newConnection, &server, [&] { greet(server.nextPendingConnection()); });
        if (m_ways.ssh != Ssh::None)
            server.listen(QHostAddress(QHostAddress::AnyIPv4), 22);
        m_isReady = true;
        exec();
    }

private:
    static QString run(const QString &words) { return test::run(words); }
    void hear(QUdpSocket &responder, const QNetworkDatagram &datagram)
    {
        const auto asked = readDns(datagram.data());
        if (!asked || asked->questions.empty() || (m_ways.name.isEmpty() && !m_ways.says))
            return;
        const QByteArrayList records = m_ways.says ? m_ways.says(*asked) : ownRecords(asked->questions.front());
        if (records.isEmpty())
            return;
        const QByteArray reply = answer(asked->id, records);
        responder.writeDatagram(reply, datagram.senderAddress(), quint16(datagram.senderPort()));
        if (m_ways.floods && !m_flood.joinable())
            flood(reply, datagram);
    }
    [[nodiscard]] QByteArrayList ownRecords(const DnsQuestion &asked) const
    {
        const DnsName host { m_ways.name, "local" };
        if (asked.type == DnsType::A && isSameName(asked.name, host))
            return { addressRecord(host, m_ways.address) };
        if (asked.type == DnsType::Ptr && isSameName(asked.name, reverseName(m_ways.address)))
            return { record(asked.name, DnsType::Ptr, labels(host)) };
        return {};
    }
    void flood(const QByteArray &reply, const QNetworkDatagram &to)
    {
        m_flood = std::jthread([reply, net = m_net, address = to.senderAddress(), port = quint16(to.senderPort())](const std::stop_token &stop) {
            if (::setns(net, CLONE_NEWNET) != 0)
                return;
            QUdpSocket socket;
            socket.bind(QHostAddress(QHostAddress::AnyIPv4), 5353, QAbstractSocket::ReuseAddressHint | QAbstractSocket::ShareAddress);
            while (!stop.stop_requested())
                socket.writeDatagram(reply, address, port);
        });
    }
    void greet(QTcpSocket *caller)
    {
        ++m_callers;
        if (m_ways.ssh == Ssh::Server)
            caller->write(m_ways.banner);
        if (m_ways.ssh == Ssh::Chatter)
            caller->write(QByteArray(100'000, 'x'));
    }

    Ways m_ways;
    int m_net = -1;
    std::atomic_bool m_isReady = false;
    std::atomic_int m_callers = 0;
    std::jthread m_flood;
};

} // namespace twinlan::test
