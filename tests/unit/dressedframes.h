// SPDX-License-Identifier: GPL-3.0-or-later
// DHCP, DHCPv6, router discovery and redirects as an accident or somebody with bad intent may dress them: behind VLAN
// tags, SNAP, extension headers, in fragments, with wrong lengths. By chance, and the same again from the same seed.
#pragma once

#include "frames.h"

#include <QByteArrayList>
#include <random>

class DressedFrames
{
public:
    // Who sends them to whom: a host with these addresses, which takes what it is offered.
    struct Host
    {
        QByteArray mac;
        QByteArray address4;
        QByteArray address6; // link-local
    };

    DressedFrames(unsigned seed, Host to)
        : m_chance(seed)
        , m_to(std::move(to))
    {
    }

    // One message: a frame, or one for each of its fragments.
    QByteArrayList next(const QByteArray &fromMac)
    {
        const bool six = oneIn(2);
        const QByteArrayList packets = six ? packets6() : packets4();
        QByteArrayList frames;
        const QByteArray tags = this->tags();
        const QByteArray to = destination();
        const bool snap = oneIn(8);
        for (const QByteArray &packet : packets) {
            const QByteArray type = frames::be16(six ? 0x86dd : 0x0800);
            QByteArray inside = type + packet;
            if (snap) // its length: right, or one of the wrong ones of CVE-2021-27861
                inside = frames::be16(oneIn(2) ? int(packet.size()) + 8 : upTo(0x5ff))
                    + QByteArray::fromHex("aaaa03000000") + inside;
            frames << (to + fromMac + tags + inside).leftJustified(60, '\0');
        }
        return frames;
    }

private:
    int upTo(int last) { return std::uniform_int_distribution<int>(0, last)(m_chance); }
    bool oneIn(int n) { return upTo(n - 1) == 0; }
    template <class T>
    T oneOf(std::initializer_list<T> all)
    {
        return *(all.begin() + upTo(int(all.size()) - 1));
    }
    QByteArray noise(int size)
    {
        QByteArray bytes(size, '\0');
        for (char &byte : bytes)
            byte = char(upTo(255));
        return bytes;
    }

    QByteArray destination()
    {
        // Mostly to the host itself: what goes to all is limited, and a limit must not look like a filter.
        switch (upTo(11)) {
        case 0:
            return frames::broadcast;
        case 1:
            return QByteArray::fromHex("333300000001");
        case 2:
            return QByteArray::fromHex("0180c2000000");
        default:
            return m_to.mac;
        }
    }
    QByteArray tags()
    {
        QByteArray bytes;
        for (int depth = oneIn(3) ? 0 : upTo(4); depth > 0; --depth)
            bytes += frames::be16(oneOf({ 0x8100, 0x8100, 0x8100, 0x88a8, 0x9100 })) // priority and VLAN
                + frames::be16(upTo(7) << 13 | oneOf({ 0, 0, 0, 0, 1, 10, upTo(4095) }));
        return bytes;
    }

    // Pieces of `whole`, each a multiple of eight bytes but the last.
    QByteArrayList pieces(const QByteArray &whole)
    {
        QByteArrayList all;
        qsizetype at = 0;
        for (int n = 1 + upTo(2); n > 0 && whole.size() - at > 8; --n) {
            const qsizetype size
                = 8 * (oneIn(2) ? 1 : 1 + upTo(int(whole.size() - at - 1) / 8 - (whole.size() - at > 16 ? 1 : 0)));
            if (at + size >= whole.size())
                break;
            all << whole.mid(at, size);
            at += size;
        }
        return all << whole.mid(at);
    }

    QByteArrayList packets4()
    {
        const QByteArray from = frames::address4(192, 168, 1, 1);
        const QByteArray to = oneIn(3) ? m_to.address4
            : oneIn(2)                 ? frames::address4(255, 255, 255, 255)
                                       : frames::address4(224, 0, 0, 1);
        int protocol = 17;
        QByteArray inside;
        if (oneIn(4)) {
            protocol = 1; // a redirect: of what the host sent to 192.0.2.1
            inside = frames::ipv4(17, m_to.address4, frames::address4(192, 0, 2, 1), frames::udp(4000, 53, "question"));
            inside = QByteArray::fromHex("05010000") + frames::address4(192, 168, 1, 77) + inside;
            inside.replace(2, 2, frames::be16(int(~frames::sum16(inside) & 0xffff)));
        } else {
            inside = frames::udp(oneOf({ 67, 68, 67, 4000 }), oneOf({ 67, 68 }), "DHCP" + noise(240 + upTo(60)));
            if (oneIn(8))
                inside.replace(4, 2, frames::be16(upTo(600))); // a length that is wrong
        }
        const QByteArray options(4 * (oneIn(4) ? upTo(10) : 0), '\1');
        const int id = upTo(65535);
        QByteArrayList packets;
        int at = 0;
        const QByteArrayList parts = oneIn(5) ? pieces(inside) : QByteArrayList { inside };
        for (const QByteArray &part : parts) {
            const bool more = at + part.size() < inside.size();
            int length = int(20 + options.size() + part.size());
            if (oneIn(10))
                length += oneOf({ 1, 40, 1200, -1, -20, -200 });
            QByteArray header = QByteArray(1, char(0x40 | (5 + options.size() / 4))) + '\0' + frames::be16(length)
                + frames::be16(id) + frames::be16((more ? 0x2000 : 0) | at / 8) + char(64) + char(protocol)
                + frames::be16(0) + from + to + options;
            header.replace(10, 2, frames::be16(int(~frames::sum16(header) & 0xffff)));
            packets << header + part;
            at += int(part.size());
        }
        return packets;
    }

    QByteArray message6(int &protocol, const QByteArray &from, const QByteArray &to)
    {
        const QByteArray link = QByteArray::fromHex("0101") + frames::mac(0x6666);
        protocol = 58;
        switch (upTo(3)) {
        case 0:
            return frames::summed(QByteArray::fromHex("85000000") + QByteArray(4, '\0') + link, 2, 58, from, to);
        case 1: { // with a prefix of which a host makes an address
            const QByteArray prefix = QByteArray::fromHex("030440c0") + QByteArray::fromHex("0000070800000708")
                + QByteArray(4, '\0') + QByteArray::fromHex("20010db8") + frames::be16(upTo(65535))
                + frames::be16(upTo(65535)) + QByteArray(8, '\0');
            return frames::summed(
                QByteArray::fromHex("86000000") + QByteArray::fromHex("40000708") + QByteArray(8, '\0') + link + prefix,
                2, 58, from, to);
        }
        case 2:
            return frames::summed(QByteArray::fromHex("89000000") + QByteArray(4, '\0') + from
                    + QByteArray::fromHex("20010db8") + noise(12),
                2, 58, from, to);
        default:
            protocol = 17;
            return frames::summed(
                frames::udp(oneOf({ 546, 547, 4000 }), oneOf({ 546, 547 }), "DHCPv6" + noise(30 + upTo(60))), 6, 17,
                from, to);
        }
    }

    // An extension header of `type` that says `next` of what follows.
    QByteArray extension(int type, int next)
    {
        if (type == 44) // a fragment that is all there is
            return QByteArray(1, char(next)) + QByteArray(3, '\0') + noise(4);
        if (type == 43) // a routing header with no segment left
            return QByteArray(1, char(next)) + QByteArray::fromHex("00040000000000");
        // One option that whoever does not know it skips; of mere padding Linux takes seven bytes only.
        const int units = oneIn(4) ? upTo(6) : 0;
        return QByteArray(1, char(next)) + char(units) + char(0x1e) + char(4 + 8 * units) + noise(4 + 8 * units);
    }

    QByteArrayList packets6()
    {
        const QByteArray from = QByteArray::fromHex("fe800000000000000000000000000001");
        const QByteArray to = oneIn(2) ? m_to.address6 : QByteArray::fromHex("ff020000000000000000000000000001");
        int protocol = 0;
        QByteArray inside = message6(protocol, from, to);
        int next = protocol;
        const auto dress = [&](int most) {
            for (int n = oneIn(3) ? 0 : upTo(most); n > 0; --n) {
                const int type = oneOf({ 60, 60, 60, 43, 44 });
                inside = extension(type, next) + inside;
                next = type;
            }
        };
        dress(3);
        QByteArrayList parts { inside };
        if (oneIn(3)) { // fragments, whose first header may be any, and whose later ones may lie about what they are of
            parts = pieces(inside);
            const QByteArray id = noise(4);
            int at = 0;
            const int whole = int(inside.size());
            for (QByteArray &part : parts) {
                const int size = int(part.size());
                const int said = at == 0 || oneIn(2) ? next : oneOf({ 17, 58, 6, 59 });
                part = QByteArray(1, char(said)) + '\0' + frames::be16(at | (at + size < whole ? 1 : 0)) + id + part;
                at += size;
            }
            next = 44;
        }
        // In front of them all: destination options or, first of all, hop-by-hop options.
        QByteArrayList packets;
        const bool options = oneIn(4);
        const bool hop = oneIn(5);
        for (QByteArray part : parts) {
            int first = next;
            if (options) {
                part = extension(60, first) + part;
                first = 60;
            }
            if (hop) {
                part = extension(0, first) + part;
                first = 0;
            }
            QByteArray packet = frames::ipv6(first, from, to, part);
            if (oneIn(12))
                packet.replace(4, 2, frames::be16(std::max(0, int(part.size()) + oneOf({ 1, 8, 1200, -1, -8, -40 }))));
            packets << packet;
        }
        return packets;
    }

    std::mt19937 m_chance;
    Host m_to;
};
