// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/discovery/dnsmessage.h"

#include <QString>
#include <algorithm>
#include <array>

namespace twinlan {

namespace {

constexpr qsizetype longestPacket = 9000; // RFC 6762, 17
constexpr qsizetype longestName = 255; // RFC 1035, 2.3.4
constexpr int mostJumps = 16; // a writer needs one or two for a name
constexpr int mostEntries = 64; // of questions, and of records: an answer of a device has a handful
constexpr std::uint16_t internet = 1; // the class
constexpr std::uint16_t flushBit = 0x8000; // RFC 6762, 10.2: above the class, for who keeps what was heard
constexpr std::uint16_t answerBit = 0x8000;

void put16(QByteArray &to, std::uint16_t value)
{
    to.append(char(value >> 8)).append(char(value & 0xff));
}

// Reads on from one place. A read that goes wrong leaves `isGood` false for good.
class Reader
{
public:
    explicit Reader(const QByteArray &packet)
        : m_packet(packet)
    {
    }
    [[nodiscard]] bool isGood() const { return m_isGood; }
    [[nodiscard]] qsizetype place() const { return m_place; }
    void goTo(qsizetype place) { m_place = place; }
    // `size` more bytes are there.
    bool has(qsizetype size)
    {
        m_isGood = m_isGood && size <= m_packet.size() - m_place;
        return m_isGood;
    }
    void fail() { m_isGood = false; }
    std::uint32_t number(int bytes)
    {
        std::uint32_t value = 0;
        if (!has(bytes))
            return 0;
        for (int i = 0; i < bytes; ++i)
            value = value << 8 | byteAt(m_place++);
        return value;
    }
    DnsName name();

private:
    [[nodiscard]] std::uint8_t byteAt(qsizetype place) const { return std::uint8_t(m_packet.at(place)); }

    const QByteArray &m_packet;
    qsizetype m_place = 0;
    bool m_isGood = true;
};

DnsName Reader::name()
{
    DnsName labels;
    qsizetype length = 1;
    qsizetype after = -1; // where the name ends that stands here, when it goes on elsewhere
    qsizetype begin = m_place;
    int jumps = 0;
    while (has(1)) {
        const int size = byteAt(m_place++);
        if (size == 0) {
            if (after >= 0)
                m_place = after;
            return labels;
        }
        if ((size & 0xc0) == 0xc0) { // "goes on there"
            if (!has(1))
                break;
            const qsizetype there = (size & 0x3f) << 8 | byteAt(m_place++);
            if (after < 0)
                after = m_place;
            if (there >= begin || ++jumps > mostJumps) { // only ever backwards: no loop
                fail();
                break;
            }
            m_place = begin = there;
            continue;
        }
        length += size + 1;
        if ((size & 0xc0) != 0 || length > longestName || !has(size)) {
            fail();
            break;
        }
        labels << m_packet.mid(m_place, size);
        m_place += size;
    }
    return {};
}

std::optional<DnsType> knownType(std::uint32_t type)
{
    const bool isKnown = type == std::uint32_t(DnsType::A) || type == std::uint32_t(DnsType::Ptr) || type == std::uint32_t(DnsType::Srv);
    return isKnown ? std::optional(DnsType(type)) : std::nullopt;
}

void readQuestion(Reader &reader, DnsMessage &message)
{
    const DnsName name = reader.name();
    const auto type = knownType(reader.number(2));
    reader.number(2); // class
    if (reader.isGood() && type)
        message.questions.push_back({ name, *type });
}

void readRecord(Reader &reader, DnsMessage &message)
{
    DnsRecord record;
    record.name = reader.name();
    const auto type = knownType(reader.number(2));
    const bool ours = (reader.number(2) & ~std::uint32_t(flushBit)) == internet;
    const bool lives = reader.number(4) != 0;
    const auto size = qsizetype(reader.number(2));
    if (!reader.has(size))
        return;
    const qsizetype end = reader.place() + size;
    if (type && ours) {
        record.type = *type;
        if (*type == DnsType::Srv) {
            reader.number(4); // priority and weight: of several servers for one thing, which no home has
            record.port = int(reader.number(2));
        }
        if (*type == DnsType::A)
            record.address = Ipv4(reader.number(4));
        else
            record.target = reader.name();
        if (reader.place() != end)
            reader.fail();
        if (reader.isGood() && lives)
            message.records.push_back(record);
    }
    reader.goTo(end);
}

} // namespace

QByteArray dnsQuestion(std::uint16_t id, const DnsName &name, DnsType type)
{
    QByteArray packet;
    put16(packet, id);
    for (const auto field : std::array<std::uint16_t, 5> { 0, 1, 0, 0, 0 }) // flags, questions, answers, authorities, more
        put16(packet, field);
    for (const QByteArray &label : name)
        packet.append(char(label.size())).append(label);
    packet.append('\0');
    put16(packet, std::uint16_t(type));
    put16(packet, internet);
    return packet;
}

std::optional<DnsMessage> readDns(const QByteArray &packet)
{
    if (packet.size() > longestPacket)
        return std::nullopt;
    Reader reader(packet);
    DnsMessage message;
    message.id = std::uint16_t(reader.number(2));
    const std::uint32_t flags = reader.number(2);
    message.isAnswer = (flags & answerBit) != 0;
    const auto questions = int(reader.number(2));
    int records = 0;
    for (int section = 0; section < 3; ++section)
        records += int(reader.number(2));
    if ((flags & 0x780f) != 0 || questions > mostEntries) // another kind of request, or a refusal
        return std::nullopt;
    for (int i = 0; i < questions && reader.isGood(); ++i)
        readQuestion(reader, message);
    for (int i = 0; i < std::min(records, mostEntries) && reader.isGood(); ++i)
        readRecord(reader, message);
    if (!reader.isGood())
        return std::nullopt;
    return message;
}

bool isSameName(const DnsName &one, const DnsName &other)
{
    // QByteArray compares the letters of ASCII without their case, and no others.
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
        [](const QByteArray &a, const QByteArray &b) { return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0; });
}

DnsName reverseName(Ipv4 address)
{
    DnsName name;
    for (int shift = 0; shift < 32; shift += 8)
        name << QByteArray::number(address.value() >> shift & 0xff);
    return name << "in-addr"
                << "arpa";
}

QString localHostName(const DnsName &name)
{
    if (name.size() != 2 || name[1].compare("local", Qt::CaseInsensitive) != 0)
        return {};
    return QString::fromUtf8(name[0]);
}

QString ownHostName(const DnsMessage &said, Ipv4 sender)
{
    const DnsName reverse = reverseName(sender);
    for (const DnsRecord &record : said.records) {
        const bool isItsAddress = record.type == DnsType::A && record.address == sender;
        const bool isItsName = record.type == DnsType::Ptr && isSameName(record.name, reverse);
        QString name = isItsAddress || isItsName ? localHostName(isItsAddress ? record.name : record.target) : QString();
        if (!name.isEmpty())
            return name;
    }
    return {};
}

} // namespace twinlan
