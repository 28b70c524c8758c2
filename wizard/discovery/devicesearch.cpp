// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/discovery/devicesearch.h"

#include "remote/discovery/founddevice.h"
#include "wizard/discovery/ownaddresses.h"

namespace twinlan {

using namespace std::chrono_literals;

namespace {

constexpr auto tickEvery = 100ms;
constexpr int mostPortsAsked = 128; // of pages whose port did not come with them

} // namespace

DeviceSearch::Config DeviceSearch::Config::ofThisComputer(Ipv4 router)
{
    Config config;
    config.own = ownAddresses();
    std::erase_if(config.own, [&](const OwnAddress &own) { return !own.sees(router); });
    config.neighbours = NeighbourTable::ofThisComputer();
    return config;
}

DeviceSearch::DeviceSearch(QObject *parent)
    : QObject(parent)
{
    m_tick.setInterval(tickEvery);
    connect(&m_tick, &QTimer::timeout, this, &DeviceSearch::tick);
    connect(&m_rounds, &MdnsRounds::heard, this, &DeviceSearch::take);
}

void DeviceSearch::start(Config config)
{
    stop();
    m_config = std::move(config);
    m_offers = {};
    m_told = {};
    m_portsAsked = 0;
    const std::vector<OwnAddress> networks = homeNetworks(m_config.own);
    if (networks.empty()) {
        m_told.hasNetwork = false;
        Q_EMIT finished(m_told);
        return;
    }
    m_rounds.begin(networks, m_config.mdnsGroup, m_config.mdnsPort);
    m_tick.start();
    tick();
}

void DeviceSearch::stop()
{
    m_tick.stop();
    m_rounds.end();
}

void DeviceSearch::take(Ipv4 device, const DnsMessage &said)
{
    m_offers.heard(device, said);
    for (const DnsName &page : m_offers.pagesToAsk(device)) {
        if (m_portsAsked++ < mostPortsAsked)
            m_rounds.ask(device, page, DnsType::Srv);
    }
}

// The system's table is read once, when all have answered: it knows them from that for a minute.
DeviceSearchState DeviceSearch::withMacs(DeviceSearchState found) const
{
    const std::vector<Neighbour> neighbours = m_config.neighbours->read();
    for (HomeDevice &device : found.devices) {
        for (const Neighbour &neighbour : neighbours) {
            if (neighbour.address == device.address)
                device.mac = tidyMac(neighbour.mac);
        }
    }
    return found;
}

void DeviceSearch::tick()
{
    if (m_rounds.isDue()) {
        for (const DnsName &service : servicesToAsk())
            m_rounds.askEverybody(service, DnsType::Ptr);
    }
    DeviceSearchState now;
    now.devices = m_offers.devices();
    // Who hears of it may begin another search.
    if (m_rounds.isOver()) {
        stop();
        Q_EMIT finished(withMacs(now));
    } else if (now != m_told) {
        m_told = now;
        Q_EMIT changed(now);
    }
}

} // namespace twinlan
