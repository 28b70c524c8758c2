// SPDX-License-Identifier: GPL-3.0-or-later
// Ethernet frames with right checksums, for the tests that send real ones.
#pragma once

#include <QByteArray>
#include <cstdint>

namespace frames {

inline QByteArray be16(int value)
{
    return QByteArray(1, char(value >> 8)) + char(value & 0xff);
}

inline std::uint32_t sum16(const QByteArray &bytes, std::uint32_t start = 0)
{
    std::uint32_t sum = start;
    for (qsizetype i = 0; i < bytes.size(); i += 2)
        sum += std::uint32_t(uchar(bytes.at(i))) << 8 | (i + 1 < bytes.size() ? uchar(bytes.at(i + 1)) : 0u);
    while (sum >> 16)
        sum = (sum & 0xffff) + (sum >> 16);
    return sum;
}

inline QByteArray mac(int last, int first = 2)
{
    return QByteArray(1, char(first)) + QByteArray::fromHex("000000") + be16(last);
}
inline const QByteArray broadcast = QByteArray(6, char(0xff));
inline const QByteArray nobody = mac(0x7777); // unknown to the bridge, so it floods

constexpr int wakeOnLan = 0x0842; // the one type that the filter neither drops nor looks into

inline QByteArray ethernet(
    const QByteArray &to, const QByteArray &from, int type, const QByteArray &payload, int vlan = -1)
{
    QByteArray frame = to + from;
    if (vlan >= 0)
        frame += be16(0x8100) + be16(vlan);
    frame += be16(type) + payload;
    return frame.leftJustified(60, '\0');
}

inline QByteArray ipv4(int protocol, const QByteArray &from, const QByteArray &to, const QByteArray &payload)
{
    QByteArray header = QByteArray::fromHex("4500") + be16(int(20 + payload.size())) + QByteArray::fromHex("00010000")
        + char(64) + char(protocol) + be16(0) + from + to;
    header.replace(10, 2, be16(int(~sum16(header) & 0xffff)));
    return header + payload;
}

inline QByteArray ipv6(int next, const QByteArray &from, const QByteArray &to, const QByteArray &payload)
{
    return QByteArray::fromHex("60000000") + be16(int(payload.size())) + char(next) + char(255) + from + to + payload;
}

// Fills the checksum at `at` in a TCP, UDP or ICMPv6 segment; addresses of either family.
inline QByteArray summed(QByteArray segment, int at, int protocol, const QByteArray &from, const QByteArray &to)
{
    segment.replace(at, 2, be16(0));
    const std::uint32_t pseudo = sum16(from + to) + std::uint32_t(protocol) + std::uint32_t(segment.size());
    segment.replace(at, 2, be16(int(~sum16(segment, pseudo) & 0xffff)));
    return segment;
}

inline QByteArray udp(int from, int to, const QByteArray &payload)
{
    return be16(from) + be16(to) + be16(int(8 + payload.size())) + be16(0)
        + payload; // 0: no checksum, allowed over IPv4
}

// SYN or SYN-ACK with an MSS option (none if mss is 0).
inline QByteArray tcpSyn(int mss, int flags, const QByteArray &from, const QByteArray &to)
{
    const QByteArray options = mss > 0 ? QByteArray::fromHex("0204") + be16(mss) : QByteArray();
    const QByteArray segment = be16(40000) + be16(80) + QByteArray(8, '\1') + char((20 + options.size()) / 4 << 4)
        + char(flags) + be16(65535) + be16(0) + be16(0) + options;
    return summed(segment, 16, 6, from, to);
}

inline QByteArray arp(int operation, const QByteArray &senderMac, const QByteArray &sender, const QByteArray &target)
{
    return QByteArray::fromHex("000108000604") + be16(operation) + senderMac + sender + QByteArray(6, '\0') + target;
}

inline QByteArray address4(int a, int b, int c, int d)
{
    return QByteArray(1, char(a)) + char(b) + char(c) + char(d);
}

// Two PCs, one in each home.
inline const QByteArray pcA = address4(192, 168, 1, 50);
inline const QByteArray pcB = address4(192, 168, 1, 150);
inline const QByteArray pcA6 = QByteArray::fromHex("fe800000000000000000000000000050");
inline const QByteArray pcB6 = QByteArray::fromHex("fe800000000000000000000000000150");

} // namespace frames
