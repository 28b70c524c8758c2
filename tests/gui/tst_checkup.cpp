// SPDX-License-Identifier: GPL-3.0-or-later
// What stops a setup before it starts: the Check-up page and the run itself judge the same facts the same way.
#include "fakebackend.h"

#include "remote/setup/completeplan.h"
#include "remote/setup/readiness.h"

#include <QtTest>

using namespace twinlan;
using namespace twinlan::test;

namespace {

using Change = std::function<void(PiFacts &)>;

} // namespace

Q_DECLARE_METATYPE(Change)

class TestCheckUp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blockers_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<int>("finding");
        QTest::addColumn<QString>("refusal"); // empty: the run itself takes it
        const auto row = [](const char *name, FindingKind finding, const char *refusal, const Change &change) {
            QTest::newRow(name) << change << int(finding) << QString::fromLatin1(refusal);
        };
        for (const auto owner : { NetworkOwner::ByHand, NetworkOwner::Networkd, NetworkOwner::ConnMan, NetworkOwner::None })
            row(qPrintable(u"service: "_s + networkOwnerName(owner)), FindingKind::NetworkOwner, "UnsupportedSystem", [owner](PiFacts &f) { f.networkOwner = owner; });
        row("NetworkManager and dhcpcd", FindingKind::TwoServices, "TwoNetworkServices",
            [](PiFacts &f) { f.networkOwner = NetworkOwner::NetworkManagerAndDhcpcd; });
        row("NetworkManager without a profile for the card", FindingKind::NoProfile, "ProfileMissing",
            [](PiFacts &f) { f.networkOwner = NetworkOwner::NetworkManager; });
        row("NetworkManager with a profile that says nothing of addresses", FindingKind::NoProfile, "ProfileMissing",
            [](PiFacts &f) {
                f.networkOwner = NetworkOwner::NetworkManager;
                f.profileSettings = QStringList { u"ethernet.wake-on-lan=0"_s };
            });
        row("NetworkManager with a setting that ours could not say", FindingKind::ProfileSetting, "ProfileUnsupported",
            [](PiFacts &f) {
                f.networkOwner = NetworkOwner::NetworkManager;
                f.profileSettings = QStringList { u"ipv4.method=auto"_s, u"ipv4.dns-search=a|b"_s };
            });
        row("NetworkManager with a section that ours could not say", FindingKind::ProfileSetting, "ProfileUnsupported",
            [](PiFacts &f) {
                f.networkOwner = NetworkOwner::NetworkManager;
                f.profileSettings = QStringList { u"ipv4.method=auto"_s };
                f.foreignSections = QStringList { u"802-1x"_s };
            });
        row("dhcpcd with a line that ours could not say", FindingKind::ProfileSetting, "ProfileUnsupported",
            [](PiFacts &f) { f.dhcpcdOptions[u"eth0"_s] = QStringList { u"static ip_address=192.168.1.23/24"_s, u"script /home/pi/x"_s }; });
        row("the same where the recipe by hand gives way", FindingKind::HandMade, "HandMade",
            [](PiFacts &f) {
                recipeByHand(f);
                f.dhcpcdOptions[u"eth0"_s] = QStringList { u"script /home/pi/x"_s };
            });
        row("ifupdown with a command of its owner's", FindingKind::ProfileSetting, "ProfileUnsupported",
            [](PiFacts &f) {
                f.networkOwner = NetworkOwner::Ifupdown;
                f.foreignNetworkFiles = QStringList { u"/etc/network/interfaces"_s };
                f.stanzas = QStringList { u"iface inet dhcp"_s, u"up iptables-restore /etc/rules"_s };
            });
        row("ifupdown, and another card's bridge over it", FindingKind::ProfileSetting, "ProfileUnsupported",
            [](PiFacts &f) {
                f.networkOwner = NetworkOwner::Ifupdown;
                f.stanzas = QStringList { u"iface inet dhcp"_s };
                f.otherStanzas = QStringList { u"iface br0: bridge_ports eth0"_s };
            });
        row("ifupdown by a pattern that nobody reads", FindingKind::NetworkOwner, "UnsupportedSystem", [](PiFacts &f) { f.networkOwner = NetworkOwner::Ifupdown; });
        row("a container has the card", FindingKind::CardInUse, "CardInUse", [](PiFacts &f) { f.cardUsers = QStringList { u"lan (macvlan, Docker)"_s }; });
        row("an overlay root", FindingKind::Forgets, "ForgetsChanges", [](PiFacts &f) { f.forgets = u"/ overlay"_s; });
        row("Tailscale leads the LAN elsewhere", FindingKind::TailscaleRoute, "TailscaleRoute",
            [](PiFacts &f) { f.tailscale.routes = QStringList { u"10.0.0.0/8"_s, u"192.168.0.0/16"_s }; });
        row("Tailscale without a connection", FindingKind::TailscaleTrouble, "TailscaleTrouble",
            [](PiFacts &f) {
                f.tailscale.health = QStringList { u"Tailscale could not connect to any relay server."_s };
                f.tailscale.online = false;
                f.tailscale.relay.clear();
            });
        for (const auto kind : { InterfaceKind::Vlan, InterfaceKind::Other })
            row(kind == InterfaceKind::Vlan ? "the LAN over a VLAN" : "the LAN over a bond", FindingKind::NotOneCard, "LanNotOnePort",
                [kind](PiFacts &f) { f.interfaces.front().kind = kind; });
        row("a bridge of somebody else", FindingKind::ForeignBridge, "ForeignBridge", [](PiFacts &f) { port(f, u"br0"_s); });
        row("the recipe by hand, running", FindingKind::ForeignBridge, "ForeignBridge", [](PiFacts &f) { port(f, u"br_lan"_s); });
        row("the recipe by hand, only its files", FindingKind::ForeignBridge, "ForeignBridge",
            [](PiFacts &f) { f.foreignNetworkFiles = QStringList { u"/etc/network/interfaces.d/br_lan"_s }; });
        row("the recipe by hand, running, with its file", FindingKind::HandMade, "HandMade", [](PiFacts &f) { recipeByHand(f); });
        row("the same with a fixed address", FindingKind::ForeignBridge, "ForeignBridge",
            [](PiFacts &f) {
                recipeByHand(f);
                f.handMade.back().method = u"inet/static"_s;
            });
        row("dhcpcd must not serve the bridge", FindingKind::HandMade, "HandMade", [](PiFacts &f) { f.dhcpcdLimits = QStringList { u"denyinterfaces eth0 br_lan"_s }; });
        row("dhcpcd serves one card only", FindingKind::ForeignBridge, "ForeignBridge",
            [](PiFacts &f) { f.dhcpcdLimits = QStringList { u"allowinterfaces eth*"_s }; });
        row("the other home's router has the same address", FindingKind::SameRouter, "SameRouter",
            [](PiFacts &f) { f.defaultGateway = f.defaultGateway == u"192.168.1.1"_s ? u"192.168.1.100"_s : u"192.168.1.1"_s; });
        row("another wizard", FindingKind::HeldByAnother, "", [](PiFacts &f) { f.heldBy = u"hanako@hanako-pc"_s; }); // claim.sh refuses it
        row("Tailscale, to be approved", FindingKind::TailscaleLogin, "TailscaleNeedsApproval", [](PiFacts &f) { f.tailscale.backendState = u"NeedsMachineAuth"_s; });
        row("Tailscale lets nothing in", FindingKind::ShieldsUp, "TailscaleShieldsUp", [](PiFacts &f) { f.tailscale.shieldsUp = true; });
        row("Tailscale logged out", FindingKind::TailscaleLogin, "TailscaleLoggedOut", [](PiFacts &f) { f = loggedOut(f); });
        row("Tailscale missing", FindingKind::TailscaleVersion, "TailscaleMissing", [](PiFacts &f) { f.tailscale = {}; });
        row("Tailscale 1.34", FindingKind::TailscaleVersion, "TailscaleTooOld", [](PiFacts &f) { f.tailscale.version = u"1.34.2"_s; });
        row("Tailscale without a network device", FindingKind::TailscaleTun, "TailscaleUserspace", [](PiFacts &f) { f.tailscale.userspace = true; });
        row("Tailscale stopped", FindingKind::TailscaleLogin, "TailscaleStopped", [](PiFacts &f) { f.tailscale.running = false; });
        row("the LAN over Wi-Fi, a cable plugged in beside it", FindingKind::Wired, "WifiOnly",
            [](PiFacts &f) {
                InterfaceFacts wifi;
                wifi.name = f.defaultInterface = u"wlan0"_s;
                wifi.kind = InterfaceKind::Wlan;
                f.interfaces.push_back(wifi);
            });
        row("set up by a newer TwinLAN", FindingKind::PlanTooNew, "PlanTooNew", [](PiFacts &f) { f.planJson = R"({"version": 999})"; });
        row("no module", FindingKind::Modules, "ModuleMissing", [](PiFacts &f) { f.availableModules.removeAll(u"ip_gre"_s); });
        row("the other arping", FindingKind::PackageConflict, "PackageConflict", [](PiFacts &f) { f.installedPackages << u"arping"_s; });
        row("SD card full", FindingKind::Disk, "", [](PiFacts &f) { f.freeDiskKb = 1000; }); // back-up.sh and apt refuse it
        row("a clock a year off", FindingKind::Clock, "", [](PiFacts &f) { *f.clockUtc -= 365LL * 86400; });
    }
    void blockers()
    {
        QFETCH(Change, change);
        QFETCH(int, finding);
        QFETCH(QString, refusal);
        for (const Site site : bothSites) {
            PerSite<PiFacts> facts { piFacts(Site::A), piFacts(Site::B) };
            change(facts[site]);
            BridgePlan plan;
            const auto found = findings(plan, facts, { .nowUtc = QDateTime::currentSecsSinceEpoch() });
            const auto stops = std::find_if(found.begin(), found.end(), [](const Finding &f) { return f.level == Level::Stop; });
            QVERIFY(stops != found.end());
            QCOMPARE(int(stops->kind), finding);
            QCOMPARE(stops->site, std::optional(site));
            const auto complete = completePlan(plan, facts);
            QCOMPARE(complete ? QString() : errorKindName(complete.error().kind), refusal);
            QCOMPARE(stops->refusedAs ? errorKindName(*stops->refusedAs) : QString(), refusal);
        }
    }
    void eachMustSeeTheOtherInTailscale()
    {
        for (const Site site : bothSites) {
            PerSite<PiFacts> facts { piFacts(Site::A), piFacts(Site::B) };
            facts[site].tailscale.peers.clear();
            QVERIFY(hasBlocker(findings(BridgePlan(), facts, { .nowUtc = QDateTime::currentSecsSinceEpoch() })));
            const auto complete = completePlan(BridgePlan(), facts);
            QVERIFY(!complete && complete.error().kind == ErrorKind::TailscalePeerMissing);
        }
    }
    void whatATunnelProvesIsNotAskedFor()
    {
        PerSite<PiFacts> facts { piFacts(Site::A), piFacts(Site::B) };
        for (const Site site : bothSites) {
            facts[site].tailscale.provenByTunnel = true;
            facts[site].tailscale.version.clear();
        }
        QVERIFY(!hasBlocker(findings(BridgePlan(), facts, { .nowUtc = QDateTime::currentSecsSinceEpoch() })));
    }
    void twoRoutersInHomeAAreSaid_data()
    {
        QTest::addColumn<QString>("own");
        QTest::addColumn<QString>("said"); // empty: nothing
        QTest::newRow("nobody asked") << QString() << QString();
        QTest::newRow("the same one") << u"192.168.1.1"_s << QString();
        QTest::newRow("a Wi-Fi router behind a home gateway") << u"192.168.11.1"_s << u"192.168.11.1, 192.168.1.1"_s;
        QTest::newRow("this computer is in home B") << u"192.168.1.100"_s << QString();
    }
    void twoRoutersInHomeAAreSaid()
    {
        QFETCH(QString, own);
        const PerSite<PiFacts> facts { piFacts(Site::A), piFacts(Site::B) };
        const auto found = findings(BridgePlan(), facts, { .nowUtc = QDateTime::currentSecsSinceEpoch(), .ownRouter = Ipv4::parse(own) });
        const auto two = std::find_if(found.begin(), found.end(), [](const Finding &f) { return f.kind == FindingKind::TwoRouters; });
        QTEST(two == found.end() ? QString() : two->value, "said");
        QVERIFY(!hasBlocker(found)); // this computer may be anywhere
    }
    void sideBySideBehindOneRouterIsNoClash()
    {
        PerSite<PiFacts> facts { piFacts(Site::A), piFacts(Site::B) };
        facts.b.defaultGateway = facts.a.defaultGateway;
        facts.a.defaultGatewayMac = facts.b.defaultGatewayMac = u"02:00:00:00:0a:01"_s;
        const auto found = findings(BridgePlan(), facts, { .nowUtc = QDateTime::currentSecsSinceEpoch(), .piBIsHere = true });
        QVERIFY(!hasBlocker(found));
        // Nobody has seen the router of home B.
        const auto knowsRouter = [&](Site site) {
            const auto isRouter = [&](const Finding &f) { return f.kind == FindingKind::RouterAsPlanned && f.site == site; };
            return std::any_of(found.begin(), found.end(), isRouter);
        };
        QVERIFY(!knowsRouter(Site::B));
        QVERIFY(knowsRouter(Site::A));
        QVERIFY(completePlan(BridgePlan(), facts));
    }
    // The only thing that a router tells of its range is what it gives out.
    void aLeaseTellsOfTheRange_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("router");
        QTest::addColumn<bool>("isFixed");
        QTest::addColumn<QString>("said");
        QTest::newRow("in its home's range") << u"192.168.1.123/24"_s << u"192.168.1.100"_s << false << QString();
        QTest::newRow("the first of it") << u"192.168.1.101/24"_s << u"192.168.1.100"_s << false << QString();
        QTest::newRow("in the other home's range") << u"192.168.1.50/24"_s << u"192.168.1.100"_s << false << u"192.168.1.50"_s;
        QTest::newRow("in neither") << u"192.168.1.200/24"_s << u"192.168.1.100"_s << false << u"192.168.1.200"_s;
        QTest::newRow("of its owner's") << u"192.168.1.200/24"_s << u"192.168.1.100"_s << true << QString();
        QTest::newRow("of a router that is not set at all") << u"192.168.1.50/24"_s << u"192.168.1.254"_s << false << QString(); // said of the router
    }
    void aLeaseTellsOfTheRange()
    {
        QFETCH(QString, address);
        QFETCH(QString, router);
        QFETCH(bool, isFixed);
        for (const bool isHere : { false, true }) {
            PerSite<PiFacts> facts { piFacts(Site::A), piFacts(Site::B) };
            facts.b.interfaces[0].address = address;
            facts.b.defaultGateway = router;
            if (isFixed)
                facts.b.dhcpcdOptions[facts.b.interfaces[0].name] = QStringList { u"static ip_address="_s + address };
            const auto found = findings(BridgePlan(), facts, { .nowUtc = QDateTime::currentSecsSinceEpoch(), .piBIsHere = isHere });
            const auto lease = std::find_if(found.begin(), found.end(), [](const Finding &f) { return f.kind == FindingKind::LeaseOutsideRange; });
            if (isHere) // that is the other home's router
                QVERIFY(lease == found.end());
            else
                QTEST(lease == found.end() ? QString() : lease->value, "said");
            QVERIFY(lease == found.end() || (lease->level == Level::Warn && lease->site == Site::B));
        }
    }
    void whatWasMadeByHandGivesWayIfItsOwnerSaysSo()
    {
        PerSite<PiFacts> facts { piFacts(Site::A), piFacts(Site::B) };
        recipeByHand(facts.b);
        BridgePlan plan;
        plan.takesOver = true;
        const auto found = findings(plan, facts, { .nowUtc = QDateTime::currentSecsSinceEpoch() });
        const Finding expected { FindingKind::HandMade, Level::Warn, Site::B, u"br_lan, /etc/network/interfaces"_s };
        QVERIFY(std::find(found.begin(), found.end(), expected) != found.end());
        QVERIFY(!hasBlocker(found));
        const auto complete = completePlan(plan, facts);
        QVERIFY2(complete, complete ? "" : qPrintable(complete.error().detail));
        QCOMPARE(int(complete->pis.b.addressing), int(Addressing::DhcpcdDhcp));
        QVERIFY(complete->pis.b.addsSource);
        QVERIFY(!complete->pis.a.addsSource);
        // Said for this run only.
        QVERIFY(!BridgePlan::fromJson(complete->toJson())->takesOver);
    }
    void whoGaveTheAddressGivesItAgain()
    {
        PerSite<PiFacts> facts { piFacts(Site::A), piFacts(Site::B) };
        facts.b.networkOwner = NetworkOwner::NetworkManager;
        facts.b.profileSettings = QStringList { u"ipv4.method=auto"_s, u"ipv6.method=ignore"_s };
        QVERIFY(!hasBlocker(findings(BridgePlan(), facts, { .nowUtc = QDateTime::currentSecsSinceEpoch() })));
        const auto complete = completePlan(BridgePlan(), facts);
        QVERIFY2(complete, complete ? "" : qPrintable(complete.error().detail));
        QCOMPARE(int(complete->pis.a.addressing), int(Addressing::DhcpcdDhcp));
        QCOMPARE(int(complete->pis.b.addressing), int(Addressing::NetworkManager));
        QCOMPARE(complete->pis.b.profileSettings, facts.b.profileSettings);
        // Its owner has put it back to dhcpcd since.
        facts.b.networkOwner = NetworkOwner::Dhcpcd;
        const auto again = completePlan(*complete, facts);
        QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
        QCOMPARE(int(again->pis.b.addressing), int(Addressing::DhcpcdDhcp));
        QVERIFY(again->pis.b.profileSettings.isEmpty());
    }
    void ourOwnBridgeIsNoStranger()
    {
        PerSite<PiFacts> facts { piFacts(Site::A), piFacts(Site::B) };
        for (const Site site : bothSites) {
            port(facts[site], u"br_lan"_s);
            facts[site].runState = RunState::Confirmed;
        }
        QVERIFY(!hasBlocker(findings(BridgePlan(), facts, { .nowUtc = QDateTime::currentSecsSinceEpoch() })));
        const auto complete = completePlan(BridgePlan(), facts);
        QVERIFY2(complete, complete ? "" : qPrintable(complete.error().detail));
    }
    void oneIsSetUpAndTheOtherIsNot()
    {
        PerSite<PiFacts> facts { piFacts(Site::A), piFacts(Site::B) };
        const Finding expected { FindingKind::HalfDone, Level::Warn, Site::B, {} };
        const auto found = [&] { return findings(BridgePlan(), facts, { .nowUtc = QDateTime::currentSecsSinceEpoch() }); };
        const auto says = [&](const std::vector<Finding> &list) { return std::find(list.begin(), list.end(), expected) != list.end(); };
        QVERIFY(!says(found()));
        facts.a.runState = RunState::Confirmed;
        QVERIFY(says(found()));
        facts.b.runState = RunState::Confirmed;
        QVERIFY(!says(found()));
    }
    void whatOthersMadeIsSaidAndLeftAlone()
    {
        PerSite<PiFacts> facts { piFacts(Site::A), piFacts(Site::B) };
        InterfaceFacts other;
        for (const auto &[name, kind] : { std::pair { u"docker0"_s, InterfaceKind::Bridge }, { u"eth0.10"_s, InterfaceKind::Vlan },
                 { u"veth2"_s, InterfaceKind::Other } }) {
            other.name = name;
            other.kind = kind;
            facts.a.interfaces.push_back(other);
        }
        facts.a.firewallNames = u"eth0"_s;
        facts.a.boundToCard = QStringList { u"dnsmasq"_s, u"/etc/samba/smb.conf"_s };
        facts.a.dhcpcdOptions[u"eth0"_s] = QStringList { u"static ip_address=192.168.1.23/24"_s, u"metric 100"_s };
        facts.a.tailscale.health = QStringList { u"An update is available."_s };
        facts.b.tailscale.health = QStringList { u"It cannot reach its own servers."_s };
        facts.b.tailscale.online = false;
        facts.a.tailscale.relay = facts.b.tailscale.relay = u"tok"_s;
        const auto found = findings(BridgePlan(), facts, { .nowUtc = QDateTime::currentSecsSinceEpoch() });
        const auto says = [&](const Finding &f) { return std::find(found.begin(), found.end(), f) != found.end(); };
        QVERIFY(says({ FindingKind::OtherNetworks, Level::Warn, Site::A, u"docker0, eth0.10"_s }));
        QVERIFY(says({ FindingKind::Firewall, Level::Warn, Site::A, u"eth0"_s }));
        QVERIFY(says({ FindingKind::BoundToCard, Level::Warn, Site::A, u"dnsmasq, /etc/samba/smb.conf"_s }));
        QVERIFY(says({ FindingKind::TailscaleTrouble, Level::Pass, Site::A, {} }));
        QVERIFY(says({ FindingKind::TailscaleTrouble, Level::Warn, Site::B, u"It cannot reach its own servers."_s }));
        QVERIFY(!hasBlocker(found));
        const auto complete = completePlan(BridgePlan(), facts);
        QVERIFY(complete);
        QCOMPARE(complete->pis.a.dhcpcdOptions, facts.a.dhcpcdOptions.value(u"eth0"_s));
    }
    void secondsUntilItPutsItselfBack()
    {
        PerSite<PiFacts> facts { piFacts(Site::A), piFacts(Site::B) };
        port(facts.b, u"br_lan"_s);
        facts.b.runState = RunState::Armed;
        facts.b.rollbackInSeconds = 77;
        const auto found = findings(BridgePlan(), facts, { .nowUtc = QDateTime::currentSecsSinceEpoch() });
        const Finding expected { FindingKind::Interrupted, Level::Warn, Site::B, u"77"_s };
        QVERIFY(std::find(found.begin(), found.end(), expected) != found.end());
        QVERIFY(!hasBlocker(found)); // the run itself takes it back first
        QVERIFY(completePlan(BridgePlan(), facts));
    }
};

QTEST_GUILESS_MAIN(TestCheckUp)
#include "tst_checkup.moc"
