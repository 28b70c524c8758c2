// SPDX-License-Identifier: GPL-3.0-or-later
// What one Pi says of itself, from one run of resources/remote/survey.sh: one call costs as much as one question (remote/plan/README.md,
// "What things cost").
#pragma once

#include "remote/core/error.h"
#include "remote/plan/addressplan.h"
#include "remote/plan/networks/network.h"
#include "remote/setup/tailscalefacts.h"
#include "remote/setup/tunnelstate.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace twinlan {

// Who gives the LAN card its addresses. netplan is none of them: it writes the files of NetworkManager or of systemd-networkd.
enum class NetworkOwner {
    Dhcpcd,
    Ifupdown, // by the card's own stanzas
    NetworkManager,
    NetworkManagerAndDhcpcd,
    Networkd,
    ConnMan,
    ByHand, // ifupdown, by stanzas of a network that somebody made up (takeover.h)
    None,
};
// As the programs call themselves; empty for None.
QString networkOwnerName(NetworkOwner owner);

// How far a setup has come on a Pi, by what its safety net left there.
enum class RunState {
    None,
    Armed, // the timer runs: nobody has confirmed it yet
    Confirmed,
};
[[nodiscard]] QString runStateName(RunState state); // "none", "armed", "confirmed"

enum class InterfaceKind {
    Ether,
    Wlan,
    Bridge,
    Vlan,
    Other
};

struct InterfaceFacts
{
    QString name;
    QString mac;
    InterfaceKind kind = InterfaceKind::Other;
    QString master; // bridge it is a port of
    int speedMbit = 0; // 0: unknown
    bool carrier = false;
    QString address; // first IPv4 with prefix, "192.168.1.23/24"
};

// A stanza of ifupdown's that is not ours.
struct HandMade
{
    QString interface; // "br_lan"
    QString method; // "inet/dhcp"; "inet/static" only with an address (the recipe's 0.0.0.0 is none)
    QStringList cards; // the wired cards that it names
};

struct FileFacts
{
    bool exists = false;
    QByteArray sha256; // hex, of the whole file, or of the inside of our block
    int mode = 0; // of whole files
};

// What a kind of network wants to know is read and judged by its room (remote/plan/networks).
struct PiFacts : NetworkFacts
{
    QString hostName;
    QString model; // "Raspberry Pi 4 Model B Rev 1.4"; empty: not said
    QString architecture; // dpkg's: "arm64", "armhf", "amd64"
    NetworkOwner networkOwner = NetworkOwner::None;
    QString defaultInterface; // of the IPv4 default route
    QString defaultGateway;
    QString defaultGatewayMac; // by it two routers with one address are told apart; empty: it did not answer
    std::vector<InterfaceFacts> interfaces;
    QStringList foreignNetworkFiles; // ifupdown files, not ours, that configure a wired card, a bridge or a tunnel
    std::vector<HandMade> handMade; // their stanzas
    QStringList dhcpcdLimits; // lines of dhcpcd.conf, not ours: "denyinterfaces eth0", "allowinterfaces eth*"
    QByteArray dhclientDuid; // under which ifupdown's dhclient asks for the LAN address; empty: it does not
    bool dhcpcdAtBoot = false; // it is to start at each boot, whether or not it runs now
    QString forgets; // where what is written is gone after a restart, and of what kind that is: "/ overlay"; empty: nowhere
    // What somebody else has on the LAN card. Asked before the first setup only (survey-owner.sh).
    QStringList cardUsers; // what keeps a bridge from having it: "macvlan0 (macvlan)"
    QStringList boundToCard; // programs that serve it by its name, and files that tell one to
    QString firewallNames; // the LAN card, if rules of a firewall name it, and files with such rules: they would not match on the bridge
    TailscaleFacts tailscale;
    QStringList installedPackages; // among those that we may need
    QStringList loadedModules; // among those that we may need
    QStringList availableModules; // that this kernel has, loaded or not
    QMap<QString, FileFacts> files; // by path, those that we manage
    // A survey for a run's steps does not ask these two: nullopt.
    std::optional<qint64> freeDiskKb;
    std::optional<qint64> clockUtc; // seconds since 1970
    // Our own traces
    RunState runState = RunState::None;
    qint64 rollbackInSeconds = -1; // countdown while armed
    QString gaveBack; // why a boot gave the LAN card its own configuration back: "no-address", "no-bridge". Empty: none did
    QString takenOver; // a bridge made by hand whose place ours took; it comes back with Remove. Empty: none
    QString heldBy; // another wizard's lock
    bool tunnelUnitActive = false;
    TunnelState tunnelState = TunnelState::Unknown; // the guard's last word
    std::optional<bool> farAnswers; // the other home's router, through the joined tunnel; not asked: nullopt
    QByteArray planJson; // as stored on the Pi; empty: none

    [[nodiscard]] const InterfaceFacts *interface(const QString &name) const;
    // The wired interface that leads to the LAN: of the default route, or the port of our bridge.
    [[nodiscard]] const InterfaceFacts *lanInterface() const;
    [[nodiscard]] std::optional<Ipv4> lanAddress() const;
    [[nodiscard]] bool hasFixedAddress() const; // its owner wrote it down; no router assigned it
    // Who gives the bridge its addresses: the owner, and dhcpcd where what was made by hand gives way (takeover.h).
    [[nodiscard]] const Network &network() const;
    // Those reasons that hold whoever gives the card its addresses, and also where what was made by hand gives way.
    [[nodiscard]] std::optional<NetworkObstacle> cardObstacle() const;
    // Nothing: a setup can hand the card's addresses to a bridge. Networks that were not tried on such a Pi are refused, not guessed.
    [[nodiscard]] std::optional<NetworkObstacle> networkObstacle() const;
    // BadAnswer when the text is not what survey.sh prints.
    static Result<PiFacts> parse(const QByteArray &surveyOutput);
};

} // namespace twinlan
