// SPDX-License-Identifier: GPL-3.0-or-later
// What devices of the LAN answer, and what somebody may send who means harm: read within its bytes, or not at all.
#include "remote/discovery/dnsmessage.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QtTest>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;

namespace {

// Bytes as they are written in RFC 1035: numbers in hexadecimal, what is between quotes as a label with its length before it.
QByteArray packet(const QByteArray &text)
{
    QByteArray bytes;
    for (const QByteArray &word : text.simplified().split(' ')) {
        if (word.startsWith('\''))
            bytes.append(char(word.size() - 2)).append(word.mid(1, word.size() - 2));
        else
            bytes.append(QByteArray::fromHex(word));
    }
    return bytes;
}

// One record after `header`, which says how many.
const QByteArray answers = "1234 8400 0000 0001 0000 0000 ";

} // namespace

class TestDnsMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asks()
    {
        QCOMPARE(dnsQuestion(0x1234, { "raspberrypi", "local" }, DnsType::A).toHex(), packet("1234 0000 0001 0000 0000 0000 'raspberrypi' 'local' 00 0001 0001").toHex());
        QCOMPARE(reverseName(Ipv4(192, 168, 11, 23)), (DnsName { "23", "11", "168", "192", "in-addr", "arpa" }));
    }

    void readsWhatItAsks()
    {
        const auto message = readDns(dnsQuestion(7, { "_ssh", "_tcp", "local" }, DnsType::Ptr));
        QVERIFY(message);
        QCOMPARE(message->id, std::uint16_t(7));
        QVERIFY(!message->isAnswer);
        QCOMPARE(message->questions.size(), std::size_t(1));
        QCOMPARE(message->questions[0].name, (DnsName { "_ssh", "_tcp", "local" }));
        QVERIFY(message->questions[0].type == DnsType::Ptr);
    }

    // As Avahi answers to a one-shot question: the question again, then the address, its name written as a pointer to the question's.
    void readsAnAnswer()
    {
        const auto message = readDns(packet("1234 8400 0001 0001 0000 0000 'RaspberryPi' 'local' 00 0001 0001  C00C 0001 8001 0000000A 0004 C0A80B17"));
        QVERIFY(message && message->isAnswer);
        QCOMPARE(message->records.size(), std::size_t(1));
        QVERIFY(message->records[0].type == DnsType::A);
        QCOMPARE(message->records[0].address, Ipv4(192, 168, 11, 23));
        QVERIFY(isSameName(message->records[0].name, { "raspberrypi", "LOCAL" }));
        QCOMPARE(localHostName(message->records[0].name), u"RaspberryPi"_s);
    }

    // A service with what comes along: PTR, then SRV, then TXT, which is passed over, then the address under a name that ends in another.
    void readsAService()
    {
        const auto message = readDns(packet("1234 8400 0000 0001 0000 0003 "
                                            "'_ssh' '_tcp' 'local' 00 000C 0001 0000000A 0006 'nas' C00C "
                                            "C027 0021 8001 0000000A 000C 0000 0000 0016 'dsm' C016 "
                                            "C027 0010 8001 0000000A 0001 00 "
                                            "'dsm' C016 0001 8001 0000000A 0004 C0A80B05"));
        QVERIFY(message);
        QCOMPARE(message->records.size(), std::size_t(3));
        QCOMPARE(message->records[0].target, (DnsName { "nas", "_ssh", "_tcp", "local" }));
        QVERIFY(message->records[1].type == DnsType::Srv);
        QCOMPARE(message->records[1].name, message->records[0].target);
        QCOMPARE(message->records[1].port, 22);
        QCOMPARE(message->records[1].target, (DnsName { "dsm", "local" }));
        QCOMPARE(message->records[2].name, (DnsName { "dsm", "local" }));
    }

    void names_data()
    {
        QTest::addColumn<DnsName>("name");
        QTest::addColumn<QString>("host");
        QTest::newRow("a host") << DnsName { "pi", "local" } << u"pi"_s;
        QTest::newRow("Japanese") << DnsName { "東京", "Local" } << u"東京"_s;
        QTest::newRow("dot and control characters: text, to be made visible") << DnsName { "a.b\x1b[2J", "local" } << u"a.b\x1b[2J"_s;
        QTest::newRow("no UTF-8") << DnsName { "\xff", "local" } << u"\ufffd"_s;
        QTest::newRow("a service") << DnsName { "nas", "_ssh", "_tcp", "local" } << QString();
        QTest::newRow("another domain") << DnsName { "pi", "example" } << QString();
        QTest::newRow("root") << DnsName {} << QString();
    }
    void names()
    {
        QFETCH(DnsName, name);
        QTEST(localHostName(name), "host");
    }

    void ownNames_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("host");
        QTest::newRow("its address") << packet(answers + "'nas' 'local' 00 0001 0001 0000000A 0004 C0A80B05") << u"nas"_s;
        QTest::newRow("its name") << packet(answers + "'5' '11' '168' '192' 'in-addr' 'arpa' 00 000C 0001 0000000A 000B 'nas' 'local' 00") << u"nas"_s;
        QTest::newRow("another one's address") << packet(answers + "'router' 'local' 00 0001 0001 0000000A 0004 C0A80B01") << QString();
        QTest::newRow("another one's name") << packet(answers + "'1' '11' '168' '192' 'in-addr' 'arpa' 00 000C 0001 0000000A 000E 'router' 'local' 00") << QString();
        QTest::newRow("a name that is no host's") << packet(answers + "'nas' 'example' 00 0001 0001 0000000A 0004 C0A80B05") << QString();
    }
    void ownNames()
    {
        QFETCH(QByteArray, bytes);
        const auto message = readDns(bytes);
        QVERIFY(message && message->records.size() == 1);
        QTEST(ownHostName(*message, Ipv4(192, 168, 11, 5)), "host");
    }

    void hostile_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << packet(text); };
        QTest::newRow("nothing") << QByteArray();
        row("half a header", "1234 8400 0000");
        row("a name that is itself", answers + "C00C 0001 0001 0000000A 0004 C0A80B17");
        row("two names that are each other", answers + "C00E C00C 0001 0001 0000000A 0004 C0A80B17");
        row("a name that goes on after itself", answers + "C010 0001 0001 'a' 00");
        row("a name that goes on outside", answers + "FFFF 0001 0001 0000000A 0004 C0A80B17");
        row("a name that goes on in its own label", answers + "'a' C00C 0001 0001 0000000A 0004 C0A80B17");
        row("half a pointer", answers + "C0");
        row("a label longer than the packet", answers + "3F 61");
        row("a label of an unknown kind", answers + "41 61 00 0001 0001 0000000A 0004 C0A80B17");
        row("no end of the name", answers + "'a' 'b'");
        row("no answer where one is promised", "1234 8400 0000 0001 0000 0000");
        row("fields cut off", answers + "'a' 00 0001 0001 0000");
        row("an address longer than the packet", answers + "'a' 00 0001 0001 0000000A FFFF C0A80B17");
        row("an address of three bytes", answers + "'a' 00 0001 0001 0000000A 0003 C0A80B");
        row("an address of five bytes", answers + "'a' 00 0001 0001 0000000A 0005 C0A80B1700");
        row("a name shorter than its record", answers + "'a' 00 000C 0001 0000000A 0004 'b' 00 00");
        row("a name longer than its record", answers + "'a' 00 000C 0001 0000000A 0002 'b' 00");
        row("a service cut off before its port", answers + "'a' 00 0021 0001 0000000A 0004 0000 0000");
        row("a service without a target", answers + "'a' 00 0021 0001 0000000A 0006 0000 0000 0050");
        row("a service with a target longer than its record", answers + "'a' 00 0021 0001 0000000A 0008 0000 0000 0050 'nas' 00");
        row("a service whose target is itself", answers + "'a' 00 0021 0001 0000000A 0008 0000 0000 0050 C01F");
        row("a refusal", "1234 8403 0000 0000 0000 0000");
        row("another kind of request", "1234 A800 0000 0000 0000 0000");
        row("more questions than anybody asks", "1234 0000 FFFF 0000 0000 0000");
        QByteArray longName = packet(answers);
        for (int i = 0; i < 128; ++i)
            longName.append(packet("'a'"));
        QTest::newRow("a name of 257 bytes") << longName + packet("00 0001 0001 0000000A 0004 C0A80B17");
        QTest::newRow("far too long") << packet("1234 8400 0000 0000 0000 0000") + QByteArray(9000, '\0');
        // A chain of pointers, each to the one before it, behind a record that nobody reads.
        QByteArray chain = packet("1234 8400 0000 0002 0000 0000 00 0010 0001 0000000A");
        QByteArray links = packet("00");
        const int begin = int(chain.size()) + 2;
        for (int i = 0; i < 1000; ++i) {
            const int target = i == 0 ? begin : begin + 1 + 2 * (i - 1);
            links.append(char(0xc0 | target >> 8)).append(char(target & 0xff));
        }
        chain.append(char(links.size() >> 8)).append(char(links.size() & 0xff)).append(links);
        const int last = begin + 1 + 2 * 999;
        chain.append(char(0xc0 | last >> 8)).append(char(last & 0xff));
        QTest::newRow("a thousand jumps") << chain + packet("0001 0001 0000000A 0004 C0A80B17");
    }
    void hostile()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!readDns(bytes));
    }

    void passedOver_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no record at all") << packet("1234 8400 0000 0000 0000 0000");
        QTest::newRow("withdrawn") << packet(answers + "'a' 00 0001 0001 00000000 0004 C0A80B17");
        QTest::newRow("another class") << packet(answers + "'a' 00 0001 0003 0000000A 0004 C0A80B17");
        QTest::newRow("an IPv6 address") << packet(answers + "'a' 00 001C 0001 0000000A 0010 FE800000000000000000000000000001");
    }
    void passedOver()
    {
        QFETCH(QByteArray, bytes);
        const auto message = readDns(bytes);
        QVERIFY(message);
        QVERIFY(message->records.empty());
    }

    void aPacketOfManyRecordsIsReadInPart()
    {
        QByteArray bytes = packet("1234 8400 0000 0200 0000 0000");
        for (int i = 0; i < 0x200; ++i)
            bytes.append(packet("00 0001 0001 0000000A 0004 C0A80B17"));
        const auto message = readDns(bytes);
        QVERIFY(message);
        QCOMPARE(message->records.size(), std::size_t(64));
    }

    // Bytes by chance, and good answers with some bytes changed: read or not, never beyond their end, and soon.
    void byChance()
    {
        QRandomGenerator chance(20261127);
        const QByteArray good = packet("1234 8400 0001 0003 0000 0000 'raspberrypi' 'local' 00 0001 0001 C00C 0001 8001 0000000A 0004 C0A80B17 "
                                       "'23' '11' '168' '192' 'in-addr' 'arpa' 00 000C 8001 0000000A 0002 C00C "
                                       "'a' 00 0021 0001 0000000A 0008 0000 0000 0050 C00C");
        QVERIFY(readDns(good));
        int read = 0;
        qint64 longest = 0;
        QElapsedTimer clock;
        for (int i = 0; i < 100'000; ++i) {
            QByteArray bytes = good;
            if (i % 2) {
                bytes.resize(chance.bounded(i % 200 == 1 ? 9000 : 120));
                for (char &byte : bytes)
                    byte = char(chance.bounded(256));
            } else {
                for (int changes = chance.bounded(1, 5); changes > 0; --changes)
                    bytes[chance.bounded(bytes.size())] = char(chance.bounded(256));
                if (i % 4)
                    bytes.truncate(chance.bounded(bytes.size() / 2, bytes.size()));
            }
            bytes.squeeze(); // so that a sanitizer sees a step beyond the end
            clock.start();
            read += readDns(bytes).has_value();
            longest = std::max(longest, clock.nsecsElapsed());
        }
        qInfo("%d of 100000 could be read; the longest took %.2f ms", read, double(longest) / 1e6);
        QVERIFY(read > 1'000);
        QVERIFY(longest < 1'000'000'000);
    }
};

QTEST_APPLESS_MAIN(TestDnsMessage)
#include "tst_dnsmessage.moc"
