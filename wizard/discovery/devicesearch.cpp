// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/discovery/devicesearch.h"

#include "remote/discovery/founddevice.h"
#include "wizard/discovery/mdnsasker.h"
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
}

DeviceSearch::~DeviceSearch() = default;

void DeviceSearch::start(Config config)
{
    stop();
    m_config = std::move(config);
    m_offers = {};
    m_told = {};
    m_timesAsked = 0;
    m_portsAsked = 0;
    m_since.start();
    const std::vector<OwnAddress> networks = homeNetworks(m_config.own);
    if (networks.empty()) {
        m_told.hasNetwork = false;
        Q_EMIT finished(m_told);
        return;
    }
    for (const OwnAddress &own : networks) {
        auto *asker = new MdnsAsker(own, m_config.mdnsGroup, m_config.mdnsPort, this);
        m_askers.push_back(asker);
        connect(asker, &MdnsAsker::heard, this, [this, asker](Ipv4 device, const DnsMessage &said) { take(*asker, device, said); });
    }
    m_tick.start();
    tick();
}

void DeviceSearch::stop()
{
    m_tick.stop();
    for (MdnsAsker *asker : m_askers) {
        asker->disconnect(this);
        asker->deleteLater();
    }
    m_askers.clear();
}

void DeviceSearch::take(MdnsAsker &asker, Ipv4 device, const DnsMessage &said)
{
    m_offers.heard(device, said);
    for (const DnsName &page : m_offers.pagesToAsk(device)) {
        if (m_portsAsked++ < mostPortsAsked)
            asker.ask(device, page, DnsType::Srv);
    }
}

DeviceSearchState DeviceSearch::state() const
{
    DeviceSearchState now;
    now.devices = m_offers.devices();
    const std::vector<Neighbour> neighbours = m_config.neighbours->read();
    for (HomeDevice &device : now.devices) {
        for (const Neighbour &neighbour : neighbours) {
            if (neighbour.address == device.address)
                device.mac = tidyMac(neighbour.mac);
        }
    }
    return now;
}

void DeviceSearch::tick()
{
    const std::chrono::milliseconds elapsed(m_since.elapsed());
    if (m_timesAsked < MdnsAsker::askedAt.size() && elapsed >= MdnsAsker::askedAt[m_timesAsked]) {
        ++m_timesAsked;
        for (MdnsAsker *asker : m_askers) {
            for (const DnsName &service : servicesToAsk())
                asker->askEverybody(service, DnsType::Ptr);
        }
    }
    // Who hears of it may begin another search.
    const DeviceSearchState now = state();
    if (elapsed >= MdnsAsker::askedAt.back() + MdnsAsker::answerTime) {
        stop();
        Q_EMIT finished(now);
    } else if (now != m_told) {
        m_told = now;
        Q_EMIT changed(now);
    }
}

} // namespace twinlan
