// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/discovery/mdnsrounds.h"

#include "wizard/discovery/mdnsasker.h"

#include <algorithm>
#include <array>

namespace twinlan {

using namespace std::chrono_literals;

namespace {

// Devices that sleep, and packets that a Wi-Fi loses: again, each time after a longer while (RFC 6762, 5.2).
constexpr std::array<std::chrono::milliseconds, 3> askedAt { 0ms, 1'000ms, 3'000ms };
constexpr auto answerTime = 500ms; // a device waits up to 120 ms before it answers to a multicast (RFC 6762, 6)

} // namespace

void MdnsRounds::begin(const std::vector<OwnAddress> &networks, Ipv4 group, int port)
{
    end();
    m_asked = 0;
    m_since.start();
    for (const OwnAddress &own : networks) {
        m_askers.push_back(new MdnsAsker(own, group, port, this));
        connect(m_askers.back(), &MdnsAsker::heard, this, &MdnsRounds::heard);
    }
}

void MdnsRounds::end()
{
    for (MdnsAsker *asker : m_askers) {
        asker->disconnect(this);
        asker->deleteLater();
    }
    m_askers.clear();
}

bool MdnsRounds::isDue()
{
    if (m_asked == askedAt.size() || elapsed() < askedAt[m_asked])
        return false;
    ++m_asked;
    return true;
}

bool MdnsRounds::isOver() const
{
    return elapsed() >= askedAt.back() + answerTime;
}

void MdnsRounds::askEverybody(const DnsName &name, DnsType type)
{
    for (MdnsAsker *asker : m_askers)
        asker->askEverybody(name, type);
}

void MdnsRounds::ask(Ipv4 device, const DnsName &name, DnsType type)
{
    for (MdnsAsker *asker : m_askers) {
        if (asker->sees(device))
            asker->ask(device, name, type);
    }
}

bool MdnsRounds::sees(Ipv4 device) const
{
    return std::any_of(m_askers.begin(), m_askers.end(), [&](const MdnsAsker *asker) { return asker->sees(device); });
}

} // namespace twinlan
