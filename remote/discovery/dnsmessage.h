// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked and answered by multicast DNS (RFC 6762), as values. Anybody in the LAN may send an answer, so nothing in it is believed
// about its own length: a packet is read within its bytes, and one that is not written as RFC 1035 says is not read at all.
#pragma once

#include "remote/plan/addressplan.h"

#include <QByteArrayList>
#include <optional>
#include <vector>

namespace twinlan {

// The labels of a name as they came, without the root: any bytes may stand in them, dots too.
using DnsName = QByteArrayList;

enum class DnsType : std::uint16_t {
    A = 1,
    Ptr = 12,
    Srv = 33 // RFC 2782
};

struct DnsQuestion
{
    DnsName name;
    DnsType type = DnsType::A;
};

struct DnsRecord
{
    DnsName name;
    DnsType type = DnsType::A;
    Ipv4 address; // A
    DnsName target; // Ptr, Srv
    int port = 0; // Srv; 0: there is no such service
};

struct DnsMessage
{
    std::uint16_t id = 0;
    bool isAnswer = false;
    std::vector<DnsQuestion> questions; // of these types, as the records
    std::vector<DnsRecord> records; // answers and what came with them, but what is being withdrawn (a life of 0)
};

// One question in one packet: an answer to a one-shot question is at most 512 bytes long (RFC 6762, 6.7), and some devices answer the first
// question only.
[[nodiscard]] QByteArray dnsQuestion(std::uint16_t id, const DnsName &name, DnsType type);
// Nothing: no DNS, or hostile.
[[nodiscard]] std::optional<DnsMessage> readDns(const QByteArray &packet);

[[nodiscard]] bool isSameName(const DnsName &one, const DnsName &other); // as DNS compares: A is a
[[nodiscard]] DnsName reverseName(Ipv4 address); // 23.11.168.192.in-addr.arpa, under which a device says its name
// NAME of NAME.local, as text of at most 63 characters; empty: another kind of name. What may stand in it is up to the device.
[[nodiscard]] QString localHostName(const DnsName &name);
// As which name the device at `sender` knows itself; empty: it did not say. What it says of another one's address is passed over.
[[nodiscard]] QString ownHostName(const DnsMessage &said, Ipv4 sender);

} // namespace twinlan
