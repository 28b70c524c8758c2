// SPDX-License-Identifier: GPL-3.0-or-later
// A search's questions by multicast DNS: an asker in each of its networks, and the times at which everybody is asked again.
#pragma once

#include "remote/discovery/dnsmessage.h"
#include "remote/discovery/homenetworks.h"

#include <QElapsedTimer>
#include <QObject>
#include <chrono>

namespace twinlan {

class MdnsAsker;

class MdnsRounds : public QObject
{
    Q_OBJECT

public:
    void begin(const std::vector<OwnAddress> &networks, Ipv4 group, int port); // anew
    void end(); // nothing more is heard

    // Everybody is to be asked now: true once for each round. The first one is due at once.
    [[nodiscard]] bool isDue();
    [[nodiscard]] bool isOver() const; // whoever answers has had the time for it
    [[nodiscard]] std::chrono::milliseconds elapsed() const { return std::chrono::milliseconds(m_since.elapsed()); }

    void askEverybody(const DnsName &name, DnsType type);
    void ask(Ipv4 device, const DnsName &name, DnsType type); // in the network that it is in
    [[nodiscard]] bool sees(Ipv4 device) const;

Q_SIGNALS:
    void heard(twinlan::Ipv4 device, const twinlan::DnsMessage &said); // as MdnsAsker says it

private:
    std::vector<MdnsAsker *> m_askers;
    QElapsedTimer m_since;
    std::size_t m_asked = 0; // rounds
};

} // namespace twinlan
