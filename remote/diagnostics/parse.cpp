// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/diagnostics/parse.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

// The number that follows `key`: "icmp_seq=" in "… icmp_seq=12 ttl=64 …".
std::optional<double> numberAfter(const QByteArray &line, const QByteArray &key)
{
    const auto at = line.indexOf(key);
    if (at < 0)
        return {};
    const auto begin = at + key.size();
    auto end = begin;
    while (end < line.size() && ((line[end] >= '0' && line[end] <= '9') || line[end] == '.'))
        ++end;
    bool ok = false;
    const double value = line.mid(begin, end - begin).toDouble(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

void addTo(std::vector<FilterCounter> &counters, const FilterCounter &more)
{
    for (auto &known : counters)
        if (known.rule == more.rule) {
            known.packets += more.packets;
            known.bytes += more.bytes;
            return;
        }
    counters.push_back(more);
}

Result<std::vector<FilterCounter>> fromNft(const QByteArray &json)
{
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError || !document.object().value("nftables"_L1).isArray())
        return Error { ErrorKind::BadAnswer, {}, {}, u"nft: %1"_s.arg(problem.errorString()) };
    std::vector<FilterCounter> result;
    for (const auto &entry : document.object().value("nftables"_L1).toArray()) {
        const auto counter = entry.toObject().value("counter"_L1).toObject();
        const auto name = counter.value("name"_L1).toString();
        if (!name.isEmpty())
            addTo(result,
                { name, quint64(counter.value("packets"_L1).toInteger()),
                    quint64(counter.value("bytes"_L1).toInteger()) });
    }
    return result;
}

// Which of our rules an ebtables line is, by what it matches: ebtables has no names. The recipe's own rules are known
// too, with DHCPv4's ports where DHCPv6's belong.
QString ruleOf(const QByteArray &line)
{
    if (!line.contains("-j DROP"))
        return {};
    if (line.startsWith("-j DROP") || line.startsWith("-p 802_1Q ") || line.contains("-d 01:80:c2:00:00:00/"))
        return u"DropOtherTypes"_s;
    if (line.contains("-d Multicast") && (line.contains("-p ARP") || line.contains("--ip6-icmp-type")))
        return u"LimitNeighbours"_s;
    if (line.contains("--ip6-icmp-type"))
        return u"DropRouterDiscovery"_s;
    if (line.contains("--ip6-dport") || line.contains("--ip6-sport"))
        return u"DropDhcp6"_s;
    if (line.contains("--ip-dport") || line.contains("--ip-sport"))
        return u"DropDhcp4"_s;
    if (line.contains("--mark 0x2000000"))
        return u"DropRouterClaims"_s;
    if (line.contains("--mark"))
        return u"DropTailscaleProbe"_s;
    if (line.contains("-p ARP"))
        return line.contains(" 100.64.0.0/10") ? u"DropPeerArp"_s : u"DropGatewayArp"_s;
    if (line.contains("-d Broadcast") || line.contains("-d Multicast"))
        return u"LimitBroadcast"_s;
    return {};
}

Result<std::vector<FilterCounter>> fromEbtables(const QByteArray &text)
{
    if (!text.contains("Bridge chain:"))
        return Error { ErrorKind::BadAnswer, {}, {}, u"ebtables: no chain"_s };
    std::vector<FilterCounter> result;
    QByteArray chain;
    for (const auto &line : text.split('\n')) {
        // iptables-save -c: "[3:900] -A TWINLAN-IN … -m comment --comment DropDhcp4In -j DROP"
        if (line.startsWith('[')) {
            const auto packets = numberAfter(line, "[");
            const qsizetype at = line.indexOf(" --comment ");
            if (packets && at > 0 && line.contains(" -A TWINLAN-") && line.trimmed().endsWith("-j DROP"))
                addTo(result,
                    { QString::fromLatin1(line.mid(at + 11).simplified().split(' ').first()), quint64(*packets),
                        quint64(numberAfter(line, ":").value_or(0)) });
            continue;
        }
        if (line.startsWith("Bridge chain:")) {
            chain = line.mid(13).trimmed();
            chain.truncate(std::max<qsizetype>(chain.indexOf(','), 0));
            continue;
        }
        const QByteArray padded = ' ' + line;
        const bool in = padded.contains(" -i ") || (!padded.contains(" -o ") && chain.toUpper().endsWith("IN"));
        const bool out = padded.contains(" -o ") || (!padded.contains(" -i ") && chain.toUpper().endsWith("OUT"));
        auto name = ruleOf(line);
        const auto packets = numberAfter(line, "pcnt = ");
        if (name.isEmpty() || in == out || !packets)
            continue;
        name += in ? "In"_L1 : "Out"_L1;
        addTo(result, { name, quint64(*packets), quint64(numberAfter(line, "bcnt = ").value_or(0)) });
    }
    return result;
}

} // namespace

std::optional<PingSample> parsePingLine(const QByteArray &line)
{
    // "[1795476529.901708] 64 bytes from 192.168.1.1: icmp_seq=1 ttl=64 time=0.231 ms"
    // "[1795476530.901708] no answer yet for icmp_seq=2"
    // "[1795476531.901708] From 192.168.1.5 icmp_seq=3 Destination Host Unreachable"
    if (!line.startsWith('['))
        return {};
    const auto at = numberAfter(line, "[");
    const auto sequence = numberAfter(line, " icmp_seq=");
    if (!at || !sequence || *sequence < 0 || *sequence > 65535)
        return {};
    PingSample sample { qint64(std::llround(*at * 1000)), {}, int(*sequence) };
    if (line.contains(" bytes from ")) {
        const auto rtt = numberAfter(line, " time=");
        if (!rtt || line.contains("(DUP!)"))
            return {};
        sample.rttMs = rtt;
        sample.atMs -= std::llround(*rtt);
        return sample;
    }
    if (line.contains("] no answer yet for ") || line.contains("] From "))
        return sample;
    return {};
}

Result<std::vector<FilterCounter>> parseCounters(const QByteArray &text)
{
    const auto end = text.indexOf('\n');
    const auto backend = text.left(end).trimmed();
    const auto rest = end < 0 ? QByteArray() : text.mid(end + 1);
    if (backend == "backend=nftables")
        return fromNft(rest);
    if (backend == "backend=ebtables")
        return fromEbtables(rest);
    if (backend == "backend=none")
        return std::vector<FilterCounter> {};
    return Error { ErrorKind::BadAnswer, {}, {}, QString::fromUtf8(backend.left(80)) };
}

} // namespace twinlan
