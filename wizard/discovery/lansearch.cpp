// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/discovery/lansearch.h"

#include "wizard/discovery/ownaddresses.h"
#include "wizard/discovery/sshsweep.h"

#include <algorithm>

namespace twinlan {

using namespace std::chrono_literals;

namespace {

constexpr auto tickEvery = 100ms;
constexpr int mostAtOnce = 192; // connections: a program may have 1024 descriptors open
constexpr int mostNamesAsked = 256; // of devices without one, each up to three times

} // namespace

LanSearch::Config LanSearch::Config::ofThisComputer()
{
    Config config;
    config.own = ownAddresses();
    config.neighbours = NeighbourTable::ofThisComputer();
    return config;
}

LanSearch::LanSearch(QObject *parent)
    : QObject(parent)
{
    m_tick.setInterval(tickEvery);
    connect(&m_tick, &QTimer::timeout, this, &LanSearch::tick);
    connect(&m_rounds, &MdnsRounds::heard, this, &LanSearch::take);
}

void LanSearch::start(Config config)
{
    stop();
    m_config = std::move(config);
    m_sightings = {};
    m_told = {};
    m_namesAsked = 0;
    const std::vector<OwnAddress> networks = homeNetworks(m_config.own);
    if (networks.empty()) {
        m_told.hasNetwork = false;
        Q_EMIT finished(m_told);
        return;
    }
    startSweep(networks);
    m_rounds.begin(networks, m_config.mdnsGroup, m_config.mdnsPort);
    m_tick.start();
    tick();
}

void LanSearch::stop()
{
    m_tick.stop();
    m_rounds.end();
    if (m_sweep) {
        m_sweep->disconnect(this);
        m_sweep->deleteLater();
    }
    m_sweep = nullptr;
}

void LanSearch::startSweep(const std::vector<OwnAddress> &networks)
{
    std::vector<Ipv4> addresses = addressesToAsk(networks);
    const int atOnce = std::clamp(int(addresses.size()), 1, mostAtOnce);
    // As long as the time allows, if nobody is there at all.
    const auto rounds = (int(addresses.size()) + atOnce - 1) / atOnce;
    m_sweep = new SshSweep(m_config.sshPort, atOnce, m_config.whole * 4 / 5 / std::max(rounds, 1), this);
    for (const Ipv4 address : addresses)
        m_sweep->add(address, SshSweep::Turn::Last);
    // One that is slow to greet (it has just been switched on) is a Raspberry Pi all the same, if its MAC address says so.
    connect(m_sweep, &SshSweep::there, this, [this](Ipv4 address) { m_sightings.isThere(address); });
    connect(m_sweep, &SshSweep::offered, this, [this](Ipv4 address, const QByteArray &banner) {
        m_sightings.offersSsh(address, banner);
        askName(address);
    });
    connect(m_sweep, &SshSweep::refused, this, [this](Ipv4 address) { m_sightings.refusesSsh(address); });
}

void LanSearch::take(Ipv4 device, const DnsMessage &said)
{
    m_sightings.named(device, ownHostName(said, device));
    m_sweep->add(device, SshSweep::Turn::Next);
}

void LanSearch::tick()
{
    if (m_rounds.isDue()) {
        askEverybody();
        askNames();
    }
    readNeighbours();
    LanSearchState now;
    now.asked = m_sweep->asked();
    now.toAsk = m_sweep->toAsk();
    now.devices = m_sightings.devices();
    // Who hears of it may begin another search.
    if (isOver()) {
        stop();
        Q_EMIT finished(now);
    } else if (now != m_told) {
        m_told = now;
        Q_EMIT changed(now);
    }
}

// Who has one of the usual names, and who lets somebody sign in.
void LanSearch::askEverybody()
{
    for (const char *host : { "raspberrypi", "twinlan-a", "twinlan-b" })
        m_rounds.askEverybody({ host, "local" }, DnsType::A);
    for (const char *service : { "_ssh", "_workstation" })
        m_rounds.askEverybody({ service, "_tcp", "local" }, DnsType::Ptr);
}

void LanSearch::readNeighbours()
{
    for (const Neighbour &neighbour : m_config.neighbours->read()) {
        if (!m_rounds.sees(neighbour.address))
            continue;
        m_sightings.hasMac(neighbour.address, neighbour.mac);
        if (piModelOf(neighbour.mac, {}, {}) != PiModel::NotAPi)
            m_sweep->add(neighbour.address, SshSweep::Turn::Next);
    }
}

void LanSearch::askNames()
{
    for (const FoundDevice &device : m_sightings.devices())
        askName(device.address);
}

void LanSearch::askName(Ipv4 device)
{
    if (m_sightings.hasName(device) || m_namesAsked >= mostNamesAsked)
        return;
    m_rounds.ask(device, reverseName(device), DnsType::Ptr);
    ++m_namesAsked;
}

bool LanSearch::isOver() const
{
    const bool allAsked = m_sweep->asked() == m_sweep->toAsk() && m_rounds.isOver();
    return allAsked || m_rounds.elapsed() >= m_config.whole - tickEvery;
}

} // namespace twinlan
