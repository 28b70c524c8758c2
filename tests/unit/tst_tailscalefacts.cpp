// SPDX-License-Identifier: GPL-3.0-or-later
// What is made of Tailscale's account of itself.
#include "remote/setup/facts.h"

#include <QtTest>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;

class TestTailscaleFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trouble_data();
    void trouble();
    void mayBeAPi_data();
    void mayBeAPi();
    void toBeInstalled_data();
    void toBeInstalled();
};

// `tailscale status --json`: its words count only where its facts agree.
void TestTailscaleFacts::trouble_data()
{
    QTest::addColumn<QByteArray>("self");
    QTest::addColumn<QByteArray>("health");
    QTest::addColumn<bool>("trouble");
    const QByteArray relays = R"(["Tailscale could not connect to any relay server. Check your Internet connection."])";
    const QByteArray update = R"(["An update from version 1.90.2 to 1.90.4 is available."])";
    QTest::newRow("well") << QByteArray(R"("Online":true,"Relay":"tok")") << QByteArray("[]") << false;
    QTest::newRow("no network after a boot") << QByteArray(R"("Online":false,"Relay":"")") << relays << true;
    QTest::newRow("no relay") << QByteArray(R"("Online":true,"Relay":"")") << relays << true;
    QTest::newRow("nobody answers it") << QByteArray(R"("Online":false,"Relay":"tok")") << relays << true;
    QTest::newRow("an update") << QByteArray(R"("Online":true,"Relay":"tok")") << update << false;
    QTest::newRow("just started, without a word") << QByteArray(R"("Online":false,"Relay":"")") << QByteArray("null") << false;
}

void TestTailscaleFacts::trouble()
{
    QFETCH(QByteArray, self);
    QFETCH(QByteArray, health);
    QFETCH(bool, trouble);
    const QByteArray status = R"({"Version":"1.102.0","BackendState":"Running","TUN":true,"Health":)" + health + R"(,"Self":{"TailscaleIPs":["100.64.0.1"],)" + self + "}}";
    const auto facts = PiFacts::parse("ts_installed=yes\nts_service=active\nts_status_b64=" + status.toBase64() + "\nend=ok\n");
    QVERIFY(facts);
    QCOMPARE(facts->tailscale.isInTrouble(), trouble);
    if (trouble)
        QCOMPARE(facts->tailscale.health, QStringList { u"Tailscale could not connect to any relay server. Check your Internet connection."_s });
}

void TestTailscaleFacts::mayBeAPi_data()
{
    QTest::addColumn<QString>("os");
    QTest::addColumn<bool>("expected");
    for (const auto &os : { u"linux"_s, QString() })
        QTest::addRow("%s", qPrintable(os)) << os << true;
    for (const auto &os : { u"iOS"_s, u"android"_s, u"windows"_s, u"macOS"_s, u"tvOS"_s })
        QTest::addRow("%s", qPrintable(os)) << os << false;
}

void TestTailscaleFacts::mayBeAPi()
{
    QFETCH(QString, os);
    QFETCH(bool, expected);
    const QByteArray status = R"({"Peer":{"k":{"HostName":"x","OS":")" + os.toUtf8() + R"(","TailscaleIPs":["100.64.0.9"],"Online":true}}})";
    const auto facts = PiFacts::parse("ts_installed=yes\nts_status_b64=" + status.toBase64() + "\nend=ok\n");
    QVERIFY(facts);
    QCOMPARE(facts->tailscale.peers.front().mayBeAPi(), expected);
}

void TestTailscaleFacts::toBeInstalled_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("expected");
    QTest::newRow("missing") << QByteArray("ts_installed=no\n") << true;
    QTest::newRow("before 1.36") << QByteArray("ts_installed=yes\nts_version=1.34.2\n") << true;
    QTest::newRow("1.36") << QByteArray("ts_installed=yes\nts_version=1.36.0\n") << false;
    QTest::newRow("by number, not by letters") << QByteArray("ts_installed=yes\nts_version=1.102.0\n") << false;
    QTest::newRow("it does not say which, being stopped") << QByteArray("ts_installed=yes\nts_service=inactive\n") << false;
    QTest::newRow("its tunnel carries") << QByteArray("ts_carries=100.64.0.1 100.64.0.2\n") << false;
}

void TestTailscaleFacts::toBeInstalled()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, expected);
    const auto facts = PiFacts::parse(answer + "end=ok\n");
    QVERIFY(facts);
    QCOMPARE(facts->tailscale.needsInstalling(), expected);
}

QTEST_GUILESS_MAIN(TestTailscaleFacts)
#include "tst_tailscalefacts.moc"
