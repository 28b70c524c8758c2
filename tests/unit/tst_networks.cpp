// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of network: the table, and that each has its two rooms whole.
#include "remote/plan/networks/network.h"
#include "scriptsandbox.h"

#include <QtTest>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;

class TestNetworks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTableIsInOrder();
    void eachHasItsRoomOnThePi();
    void theFirstWhoseMarkIsThere();
    void aPlanHasOnlyWhatItsKindSays();
};

void TestNetworks::theTableIsInOrder()
{
    for (std::size_t i = 0; i < networks().size(); ++i) {
        const Network &network = *networks()[i];
        QCOMPARE(std::size_t(network.addressing), i);
        QCOMPARE(&networkOf(network.addressing), &network);
        QCOMPARE(networkNamed(QLatin1String(network.name)), &network);
    }
    QVERIFY(!networkNamed(u"networkmanager+dhcpcd"_s));
    QVERIFY(!networkNamed({}));
}

// In every script that is a part of: what it calls by "${kind}_…" is there, and the file by which a setup is known is one of its files.
void TestNetworks::eachHasItsRoomOnThePi()
{
    QStringList names;
    for (const Network *network : networks())
        names << QLatin1String(network->name);
    names.sort();
    QByteArray body = ". \"$scripts/networks.sh\"\n[ \"$(printf '%s\\n' $kinds | sort | tr '\\n' ' ')\" = '"
        + names.join(u' ').toLatin1() + " ' ] || fail \"$kinds\"\n";
    body += R"sh(
wanted=$(cat "$scripts"/*.sh | grep -o '{kind}_[a-z][a-z_]*' | sort -u | cut -d} -f2)
[ "$(printf '%s\n' $wanted | wc -l)" -gt 8 ] || fail "$wanted"
for kind in $kinds; do
    for what in $wanted; do
        case $what in
        _mark | _service) eval "[ -n \"\$${kind}${what}\" ]" || fail "no \$${kind}${what}" ;;
        *) [ "$(command -v "${kind}${what}")" = "${kind}${what}" ] || fail "no ${kind}${what}()" ;;
        esac
    done
    eval "echo $kind \$${kind}_service \$${kind}_mark"
done >"$work/rooms" || exit 1
cat "$work/rooms" >"$work/out")sh";
    QTemporaryDir out;
    body += "\ncp \"$work/out\" '" + out.path().toLatin1() + "/rooms'";
    const QByteArray wrong = test::runInSandbox(body);
    QVERIFY2(wrong.isEmpty(), wrong);
    QFile rooms(out.filePath(u"rooms"_s));
    QVERIFY(rooms.open(QIODevice::ReadOnly));
    for (const QByteArray &line : rooms.readAll().trimmed().split('\n')) {
        const QStringList words = QString::fromUtf8(line).split(u' ');
        QCOMPARE(words.size(), 3);
        const Network *network = networkNamed(words[0]);
        QVERIFY(network);
        QCOMPARE(words[1], QString::fromLatin1(network->service));
        BridgePlan plan;
        setNetwork(plan.pis.a, *network, {});
        const auto isMark = [&](const PiFile &file) { return file.path == words[2]; };
        for (const Network *each : networks()) {
            const auto files = each->files(plan, Site::A);
            QCOMPARE(std::any_of(files.begin(), files.end(), isMark), each == network);
        }
    }
}

void TestNetworks::theFirstWhoseMarkIsThere()
{
    const QByteArray wrong = test::runInSandbox(R"sh(
. "$scripts/networks.sh"
is_among() { case " $files " in *" $1 "*) ;; *) return 1 ;; esac; }
is() { files=$2; find_kind is_among; [ "$kind" = "$1" ] || fail "$2: $kind"; }
is dhcpcd ''
is dhcpcd /etc/network/interfaces.d/twinlan
is ifupdown /etc/network/interfaces.d/twinlan-bridge
is networkmanager /etc/NetworkManager/system-connections/twinlan-port.nmconnection
is networkmanager "/etc/network/interfaces.d/twinlan /etc/NetworkManager/system-connections/twinlan-port.nmconnection")sh");
    QVERIFY2(wrong.isEmpty(), wrong);
}

void TestNetworks::aPlanHasOnlyWhatItsKindSays()
{
    NetworkFacts facts;
    facts.dhcpcdOptions[u"eth0"_s] = QStringList { u"metric 100"_s };
    facts.profileSettings = QStringList { u"ipv4.method=auto"_s };
    PiPlan pi;
    setNetwork(pi, networkOf(Addressing::DhcpcdDhcp), facts);
    QCOMPARE(pi.dhcpcdOptions, facts.dhcpcdOptions[u"eth0"_s]);
    QVERIFY(pi.profileSettings.isEmpty() && pi.addsSource);
    setNetwork(pi, networkOf(Addressing::NetworkManager), facts);
    QCOMPARE(pi.profileSettings, facts.profileSettings);
    QVERIFY(pi.dhcpcdOptions.isEmpty() && !pi.addsSource && pi.addressing == Addressing::NetworkManager);
    facts.stanzas = QStringList { u"iface inet dhcp"_s };
    setNetwork(pi, networkOf(Addressing::Ifupdown), facts);
    QCOMPARE(pi.stanzas, facts.stanzas);
    QVERIFY(pi.profileSettings.isEmpty() && pi.addsSource);
}

QTEST_GUILESS_MAIN(TestNetworks)
#include "tst_networks.moc"
