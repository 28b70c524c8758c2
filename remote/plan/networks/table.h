// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of network by name, and what they want to know: of a Pi, and of its plan. Each kind reads, judges and writes its own
// (network.h); who else sees these values hands them on.
#pragma once

#include <QMap>
#include <QStringList>

namespace twinlan {

// Who gives the Pi's LAN address once it has moved to the bridge. It is whoever gave it before, so that the address stays.
enum class Addressing {
    DhcpcdDhcp, // dhcpcd runs: it leaves eth0 alone and asks on br_lan, with the same MAC and so the same client id
    NetworkManager, // profiles of its own, with what the card's profile says in [ipv4] and [ipv6]
    Ifupdown, // stanzas of its own, with what the card's stanzas say
};

// What a Pi says of its network, from survey.sh.
struct NetworkFacts
{
    // ifupdown's files
    bool readsInterfacesD = false; // /etc/network/interfaces, without our block, has our file in interfaces.d read too
    // dhcpcd, with ifupdown
    QMap<QString, QStringList> dhcpcdOptions; // by interface, what dhcpcd.conf says for it alone: "static ip_address=192.168.1.10/24", …
    // NetworkManager
    QStringList profileSettings; // of its profile for the LAN card: "ipv4.method=auto", …; obstacle() names those that cannot go along
    QStringList foreignSections; // of the same profile, sections that do not: "802-1x"
    // ifupdown
    QStringList stanzas; // the card's, line by line and without its name: "iface inet static", "address 192.168.1.10/24", …
    QStringList otherStanzas; // lines that mean the card and could not go along: "mapping eth*"
};

// What of that goes along into the Pi's plan; with each kind its own, and nothing of the others.
struct NetworkSettings
{
    // ifupdown's own file does not have interfaces.d read: ours would be there and do nothing at the next boot.
    bool addsSource = false;
    // What dhcpcd.conf says for the card alone ("static ip_address=192.168.1.10/24", "metric 100"), in its order; only with DhcpcdDhcp.
    QStringList dhcpcdOptions;
    // What the card's own profile says, of addresses for the bridge ("ipv4.method=auto", "connection.zone=home") and of the cable for its
    // port ("ethernet.wake-on-lan=0", "ethtool.feature-rx=false"); only with NetworkManager.
    QStringList profileSettings;
    // What ifupdown's stanzas say for the card ("iface inet dhcp", "metric 100", "iface inet6 auto"), in their order; only with Ifupdown.
    QStringList stanzas;
    bool operator==(const NetworkSettings &) const = default;
};

} // namespace twinlan
