// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for what the devices of both homes offer, once these are one network: this computer's own multicasts reach both. On the thread it
// lives in, which it never keeps waiting. In which home a device is, it does not know.
#pragma once

#include "remote/discovery/homedevice.h"
#include "remote/discovery/homenetworks.h"
#include "remote/discovery/neighbourtable.h"
#include "wizard/discovery/mdnsrounds.h"

#include <QTimer>

namespace twinlan {

class DeviceSearch : public QObject
{
    Q_OBJECT

public:
    struct Config
    {
        std::vector<OwnAddress> own; // only those in the joined network
        std::shared_ptr<const NeighbourTable> neighbours;
        Ipv4 mdnsGroup { 224, 0, 0, 251 };
        int mdnsPort = 5353;

        static Config ofThisComputer(Ipv4 router); // of the joined network
    };

    explicit DeviceSearch(QObject *parent = nullptr);

    void start(Config config); // anew; finished() within 4 s
    void stop(); // nothing more is said

Q_SIGNALS:
    void changed(const twinlan::DeviceSearchState &state); // so far; without MAC addresses
    void finished(const twinlan::DeviceSearchState &state);

private:
    void take(Ipv4 device, const DnsMessage &said);
    void tick();
    [[nodiscard]] DeviceSearchState withMacs(DeviceSearchState found) const;

    Config m_config;
    Offers m_offers;
    MdnsRounds m_rounds;
    int m_portsAsked = 0;
    QTimer m_tick;
    DeviceSearchState m_told;
};

} // namespace twinlan
