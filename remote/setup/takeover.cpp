// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/takeover.h"

#include <QRegularExpression>
#include <algorithm>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

// dhcpcd.conf(5): denyinterfaces and allowinterfaces, with patterns of fnmatch(3).
bool names(const QString &pattern, const QString &interface)
{
    return QRegularExpression(QRegularExpression::wildcardToRegularExpression(pattern)).match(interface).hasMatch();
}

enum class Shut {
    No,
    ByName,
    ByPattern
};
Shut outOfDhcpcd(const PiFacts &facts, const QString &bridgeName)
{
    if (facts.network().addressing != Addressing::DhcpcdDhcp)
        return Shut::No;
    Shut shut = Shut::No;
    bool hasList = false;
    bool isListed = false;
    for (const QString &limit : facts.dhcpcdLimits) {
        QStringList words = limit.split(u' ', Qt::SkipEmptyParts);
        const bool denies = words.takeFirst() == "denyinterfaces"_L1;
        hasList |= !denies;
        for (const QString &word : words) {
            if (!names(word, bridgeName))
                continue;
            if (!denies)
                isListed = true;
            else if (shut == Shut::No && word == bridgeName)
                shut = Shut::ByName;
            else if (word != bridgeName)
                shut = Shut::ByPattern;
        }
    }
    return hasList && !isListed ? Shut::ByPattern : shut;
}

bool isTunnel(const QString &name)
{
    return name.startsWith("gretap"_L1);
}

} // namespace

QStringList madeByHand(const PiFacts &facts, const QString &bridgeName)
{
    // Where the kind goes by the owner's stanzas, these files are the network itself, and the kind's room judges them.
    QStringList found = facts.network().goesByStanzas ? QStringList() : facts.foreignNetworkFiles;
    const InterfaceFacts *wired = facts.lanInterface();
    if (wired && !wired->master.isEmpty() && (wired->master != bridgeName || facts.runState == RunState::None))
        found.prepend(wired->master);
    if (outOfDhcpcd(facts, bridgeName) != Shut::No)
        found << u"/etc/dhcpcd.conf"_s;
    return found;
}

std::optional<TakeOver> takeOver(const PiFacts &facts, const QString &bridgeName)
{
    const InterfaceFacts *wired = facts.lanInterface();
    if (!wired || facts.runState == RunState::Confirmed || madeByHand(facts, bridgeName).isEmpty())
        return std::nullopt;
    // dhcpcd gives the addresses afterwards; where the file of somebody's own keeps it from starting, it does so from then on.
    const bool stoodBack = facts.networkOwner == NetworkOwner::ByHand || facts.networkOwner == NetworkOwner::None;
    if (facts.networkOwner != NetworkOwner::Dhcpcd && !(stoodBack && facts.dhcpcdAtBoot))
        return std::nullopt;

    if (facts.handMade.empty() && !facts.foreignNetworkFiles.isEmpty())
        return std::nullopt;
    TakeOver all { wired->master.isEmpty() ? wired->name : wired->master, facts.foreignNetworkFiles, {}, {}, {} };
    for (const HandMade &stanza : facts.handMade) {
        const bool isBridge = stanza.cards == QStringList { wired->name };
        if (stanza.interface != wired->name && !isTunnel(stanza.interface) && !isBridge)
            return std::nullopt;
        if (stanza.method == "inet/static"_L1 || stanza.method == "inet6/static"_L1)
            return std::nullopt;
        if (!all.interfaces.contains(stanza.interface))
            all.interfaces << stanza.interface;
    }
    if (all.holder != wired->name && !all.interfaces.contains(all.holder))
        return std::nullopt;
    const bool others = std::any_of(facts.interfaces.begin(), facts.interfaces.end(), [&](const InterfaceFacts &each) {
        return !each.master.isEmpty() && each.master == wired->master && each.name != wired->name && !isTunnel(each.name);
    });
    const Shut shut = outOfDhcpcd(facts, bridgeName);
    if (others || shut == Shut::ByPattern)
        return std::nullopt;
    if (shut == Shut::ByName) {
        all.files << u"/etc/dhcpcd.conf"_s;
        if (!all.interfaces.contains(bridgeName))
            all.interfaces << bridgeName;
    }
    const InterfaceFacts *holder = facts.interface(all.holder);
    all.mac = holder ? holder->mac : wired->mac;
    // What ifupdown's dhclient -i sends: 255, the last four bytes of the MAC, the DUID. dhcpcd without a word: 1 and the MAC.
    if (!facts.dhclientDuid.isEmpty())
        all.dhcpClientId = "ff:"_L1 + all.mac.right(11) + u':' + QString::fromLatin1(facts.dhclientDuid.toHex(':'));
    else if (all.mac != wired->mac)
        all.dhcpClientId = "01:"_L1 + all.mac;
    return all;
}

} // namespace twinlan
