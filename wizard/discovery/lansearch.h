// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for Raspberry Pis in the home network that this computer is in: by their names (mDNS), by their MAC addresses, and by their SSH
// servers. On the thread it lives in, which it never keeps waiting.
#pragma once

#include "remote/discovery/founddevice.h"
#include "remote/discovery/homenetworks.h"
#include "remote/discovery/neighbourtable.h"
#include "wizard/discovery/mdnsrounds.h"

#include <QTimer>

namespace twinlan {

class SshSweep;

class LanSearch : public QObject
{
    Q_OBJECT

public:
    struct Config
    {
        std::vector<OwnAddress> own; // only the home networks among them are searched
        std::shared_ptr<const NeighbourTable> neighbours;
        int sshPort = 22;
        Ipv4 mdnsGroup { 224, 0, 0, 251 };
        int mdnsPort = 5353;
        std::chrono::milliseconds whole { 5'000 };

        static Config ofThisComputer();
    };

    explicit LanSearch(QObject *parent = nullptr);

    void start(Config config); // anew; finished() within `whole`
    void stop(); // nothing more is said

Q_SIGNALS:
    void changed(const twinlan::LanSearchState &state); // so far
    void finished(const twinlan::LanSearchState &state);

private:
    void startSweep(const std::vector<OwnAddress> &networks);
    void take(Ipv4 device, const DnsMessage &said);
    void tick();
    void readNeighbours();
    void askEverybody();
    void askNames();
    void askName(Ipv4 device);
    [[nodiscard]] bool isOver() const;

    Config m_config;
    Sightings m_sightings;
    MdnsRounds m_rounds;
    SshSweep *m_sweep = nullptr; // while it runs
    int m_namesAsked = 0;
    QTimer m_tick;
    LanSearchState m_told;
};

} // namespace twinlan
