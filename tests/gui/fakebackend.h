// SPDX-License-Identifier: GPL-3.0-or-later
// Two Pis that answer what the test says, when the test says. It counts what it is asked and keeps no secret.
#pragma once

#include "remote/ssh/keypair.h"
#include "wizard/backend/backend.h"
#include "wizard/flow/setupcontroller.h"

#include <QDateTime>
#include <algorithm>
#include <map>

namespace twinlan::test {

using namespace Qt::Literals::StringLiterals;

inline PiFacts piFacts(Site site)
{
    const bool a = site == Site::A;
    PiFacts facts;
    facts.hostName = a ? u"pi-tokyo"_s : u"pi-osaka"_s;
    facts.model = u"Raspberry Pi 4 Model B Rev 1.4"_s;
    facts.architecture = u"arm64"_s;
    facts.networkOwner = NetworkOwner::Dhcpcd;
    facts.dhcpcdAtBoot = facts.readsInterfacesD = true;
    facts.defaultInterface = u"eth0"_s;
    facts.defaultGateway = a ? u"192.168.1.1"_s : u"192.168.1.100"_s;
    InterfaceFacts lan;
    lan.name = u"eth0"_s;
    lan.mac = a ? u"b8:27:eb:00:00:0a"_s : u"b8:27:eb:00:00:0b"_s;
    lan.kind = InterfaceKind::Ether;
    lan.speedMbit = 1000;
    lan.carrier = true;
    lan.address = a ? u"192.168.1.23/24"_s : u"192.168.1.123/24"_s;
    facts.interfaces = { lan };
    facts.tailscale.installed = true;
    facts.tailscale.running = true;
    facts.tailscale.version = u"1.102.0"_s;
    facts.tailscale.backendState = u"Running"_s;
    facts.tailscale.address = a ? u"100.64.0.1"_s : u"100.64.0.2"_s;
    TailscaleFacts::Peer peer;
    peer.name = a ? u"pi-osaka"_s : u"pi-tokyo"_s;
    peer.address = a ? u"100.64.0.2"_s : u"100.64.0.1"_s;
    peer.online = true;
    facts.tailscale.peers = { peer };
    facts.availableModules = { u"ip_gre"_s, u"bridge"_s, u"br_netfilter"_s, u"fou"_s };
    facts.freeDiskKb = 12'000'000;
    facts.clockUtc = QDateTime::currentSecsSinceEpoch();
    facts.runState = RunState::None;
    return facts;
}

// The card as a port of `bridge`, which has its address.
inline void port(PiFacts &facts, const QString &bridge)
{
    facts.interfaces[0].master = bridge;
    InterfaceFacts made;
    made.name = bridge;
    made.kind = InterfaceKind::Bridge;
    made.mac = facts.interfaces[0].mac;
    made.address = facts.interfaces[0].address;
    facts.interfaces.push_back(made);
    facts.defaultInterface = bridge;
}

// As the recipe (remote/plan/README.md) leaves a Pi: its file keeps dhcpcd from starting, and does not have interfaces.d read.
inline void recipeByHand(PiFacts &facts)
{
    port(facts, u"br_lan"_s);
    facts.networkOwner = NetworkOwner::ByHand;
    facts.readsInterfacesD = false;
    facts.foreignNetworkFiles = QStringList { u"/etc/network/interfaces"_s };
    facts.handMade = { { u"eth0"_s, u"inet/manual"_s, { u"eth0"_s } }, { u"gretap1"_s, u"inet/manual"_s, {} }, { u"br_lan"_s, u"inet/dhcp"_s, { u"eth0"_s } } };
}

inline PiFacts loggedOut(PiFacts facts)
{
    facts.tailscale.backendState = u"NeedsLogin"_s;
    facts.tailscale.address.clear();
    facts.tailscale.peers.clear();
    return facts;
}

inline PiFacts withoutTailscale(PiFacts facts)
{
    facts.tailscale = {};
    return facts;
}

inline Error error(ErrorKind kind, const QString &detail = {})
{
    return { kind, u"192.168.1.23"_s, {}, detail };
}

inline FoundDevice device(const QString &address, const QString &name, const QString &mac = {}, PiModel model = PiModel::Some)
{
    return { *Ipv4::parse(address), name, mac, SshAnswer::Offered, model };
}

// What a search finds: both Pis here.
inline LanSearchState homeNetwork()
{
    LanSearchState lan;
    lan.asked = lan.toAsk = 253;
    lan.devices = { device(u"192.168.1.23"_s, u"raspberrypi"_s, u"DC:A6:32:00:00:0A"_s, PiModel::Four),
        device(u"192.168.1.24"_s, u"twinlan-b"_s, u"2C:CF:67:00:00:0B"_s) };
    return lan;
}

// What a search of the joined homes finds: a NAS and a printer of the other one, something that may be in either, and something of this one.
inline DeviceSearchState homeDevices()
{
    DeviceSearchState found;
    using enum Service;
    const auto add = [&](const QString &address, const QString &name, const std::set<Service> &services, int pagePort, std::optional<Site> home) {
        found.devices.push_back({ *Ipv4::parse(address), name, {}, services, pagePort, home });
    };
    add(u"192.168.1.30"_s, u"Living room"_s, { Folder }, 0, Site::A);
    add(u"192.168.1.220"_s, u"media"_s, { AppleFolder }, 0, {});
    add(u"192.168.1.150"_s, u"LS720D2B3"_s, { Folder, TimeMachine, WebPage }, 80, Site::B);
    add(u"192.168.1.151"_s, u"EW-M630T Series"_s, { Printer, WebPage }, 80, Site::B);
    found.way = TailnetWay::Direct;
    return found;
}

// A keychain in memory. `trouble`: what it answers to everything.
class FakeKeychain : public Keychain
{
public:
    std::map<QString, QByteArray> entries;
    std::optional<KeychainTrouble> trouble;
    bool answers = true; // false: as long as it is being unlocked, until answer()
    QStringList calls; // "read SSH key", …

    void read(const QString &name, QObject *, TakeSecret take) override
    {
        calls << u"read "_s + name;
        whenItAnswers([this, name, take] {
            const auto found = entries.find(name);
            const bool isThere = !trouble && found != entries.end();
            take(isThere ? Secret(found->second) : Secret(), isThere ? std::nullopt : std::optional(trouble.value_or(KeychainTrouble::NoEntry)));
        });
    }
    void write(const QString &name, const Secret &secret, QObject *, TakeEnd take) override
    {
        calls << u"write "_s + name;
        whenItAnswers([this, name, bytes = QByteArray(secret.bytes().constData(), secret.bytes().size()), take] {
            if (!trouble)
                entries[name] = bytes;
            take(trouble);
        });
    }
    void remove(const QString &name, QObject *, TakeEnd take) override
    {
        calls << u"remove "_s + name;
        whenItAnswers([this, name, take] {
            if (!trouble)
                entries.erase(name);
            take(trouble);
        });
    }
    void answer()
    {
        answers = true;
        for (const auto &call : std::exchange(m_waiting, {}))
            call();
    }

private:
    void whenItAnswers(std::function<void()> call)
    {
        if (answers)
            call();
        else
            m_waiting.push_back(std::move(call));
    }

    std::vector<std::function<void()>> m_waiting;
};

class FakeBackend : public Backend
{
public:
    FakeKeychain desktop;
    QStringList keyCalls; // "remember A", "forget A"
    PerSite<QByteArray> ownKeys; // the private half that the last signIn() came with
    PerSite<QByteArray> sudoPasswords;
    PerSite<bool> sudoAsks {};
    std::optional<Error> keyError; // rememberKey() and forgetKey() fail with this

    [[nodiscard]] Keychain &keychain() override { return desktop; }
    void rememberKey(Site site, Secret) override
    {
        keyCalls << (site == Site::A ? u"remember A"_s : u"remember B"_s);
        if (!answers)
            return;
        if (keyError)
            Q_EMIT failed(Task::RememberKey, site, *keyError);
        else
            Q_EMIT keyRemembered(site, sudoAsks[site]);
    }
    void forgetKey(Site site, const QByteArray &) override
    {
        keyCalls << (site == Site::A ? u"forget A"_s : u"forget B"_s);
        if (!answers)
            return;
        if (keyError)
            Q_EMIT failed(Task::ForgetKey, site, *keyError);
        else
            Q_EMIT keyForgotten(site);
    }

    PerSite<PiFacts> facts { piFacts(Site::A), piFacts(Site::B) };
    QStringList calls; // "signIn A pi@192.168.1.23:22", …
    PerSite<SshTarget> targets;
    PerSite<QByteArray> passwords; // fake ones, to see that they arrive
    PerSite<std::optional<Error>> refuse; // signIn fails with this
    bool answers = true; // false: nothing comes back until the test says so
    LanSearchState lan = homeNetwork();
    bool lanIsSearched = true; // false: what is found is news, and the search goes on
    DeviceSearchState offers = homeDevices();
    bool offersAreSearched = true; // as with the LAN
    std::optional<Error> checkUpError;
    PerSite<std::vector<StepId>> todo { allSteps(), allSteps() };

    std::optional<Ipv4> router; // of this computer

    [[nodiscard]] std::optional<Ipv4> ownRouter() const override { return router; }
    void signIn(Site site, SignIn how) override
    {
        note("signIn", site);
        targets[site] = how.target;
        passwords[site] = how.credentials.password.bytes();
        ownKeys[site] = how.credentials.ownKey.bytes();
        sudoPasswords[site] = how.credentials.sudoPassword.bytes();
        answer(site);
    }
    void trustHostKey(Site site) override
    {
        note("trust", site);
        refuse[site].reset();
        answer(site);
    }
    void survey(Site site) override
    {
        note("survey", site);
        if (answers)
            Q_EMIT surveyed(site, facts[site]);
    }
    void installTailscale(Site site) override { note("install", site); }
    void completeInstallation(Site site) // which leaves nobody logged in
    {
        facts[site] = loggedOut(piFacts(site));
        Q_EMIT surveyed(site, facts[site]);
        Q_EMIT tailscaleInstalled(site);
    }
    void loginToTailscale(Site site, const QString &) override
    {
        note("login", site);
        if (facts[site].tailscale.isLoggedIn())
            Q_EMIT tailscaleLoggedIn(site);
        else if (answers)
            Q_EMIT tailscaleUrl(site, u"https://login.tailscale.com/a/1b2c3d4e5f60"_s);
    }
    void withdraw(Site site) override { note("withdraw", site); }
    void completeLogin(Site site) // what the owner does in the browser
    {
        facts[site] = piFacts(site);
        Q_EMIT surveyed(site, facts[site]);
        Q_EMIT tailscaleLoggedIn(site);
    }
    void checkUp(const BridgePlan &plan) override
    {
        calls << u"checkUp"_s;
        if (!answers)
            return;
        for (const Site site : bothSites)
            Q_EMIT surveyed(site, facts[site]);
        if (checkUpError) {
            Q_EMIT failed(Task::CheckUp, Site::A, *checkUpError);
            return;
        }
        BridgePlan complete = plan;
        for (const Site site : bothSites) {
            complete.pis[site].mac = facts[site].interfaces.front().mac;
            complete.pis[site].tailnetAddress = facts[site].tailscale.address;
            complete.pis[site].lanHost = facts[site].interfaces.front().address.section(u'/', 0, 0);
        }
        Q_EMIT planCompleted(complete);
    }
    void check(const BridgePlan &) override
    {
        calls << u"check"_s;
        if (answers)
            Q_EMIT checked(todo);
    }
    void apply(const BridgePlan &plan) override
    {
        calls << u"apply"_s;
        planApplied = plan;
    }
    void searchLan() override
    {
        calls << u"searchLan"_s;
        if (!answers)
            return;
        if (lanIsSearched)
            Q_EMIT lanSearched(lan);
        else
            Q_EMIT lanSearchWent(lan);
    }
    void withdrawLanSearch() override { calls << u"withdrawLanSearch"_s; }
    void searchDevices(const BridgePlan &) override
    {
        calls << u"searchDevices"_s;
        if (answers && offersAreSearched)
            Q_EMIT devicesSearched(offers);
        else if (answers)
            Q_EMIT deviceSearchWent(offers);
    }
    void withdrawDeviceSearch() override { calls << u"withdrawDeviceSearch"_s; }
    void stop() override { calls << u"stop"_s; }
    void undo(const BridgePlan &, const Removal &asked) override
    {
        calls << u"undo"_s;
        removal = asked;
    }
    Removal removal;

    void step(Site site, StepId id, StepState state, const QString &line = {}, int rollback = -1, const std::optional<Error> &why = {})
    {
        Q_EMIT stepChanged({ site, id, state, line, why, rollback });
    }
    void finish(Carrier carrier, TunnelState state)
    {
        SetupOutcome outcome;
        outcome.plan = planApplied;
        outcome.plan.carrier = carrier;
        outcome.stepsRun = 20;
        outcome.tunnelState = { state, state };
        Q_EMIT applied(outcome);
    }
    BridgePlan planApplied;

private:
    void note(const char *what, Site site) { calls << QString::fromLatin1(what) + (site == Site::A ? u" A"_s : u" B"_s); }
    void answer(Site site)
    {
        if (!answers)
            return;
        if (refuse[site])
            Q_EMIT failed(Task::SignIn, site, *refuse[site]);
        else
            Q_EMIT signedIn(site, facts[site]);
    }
};

// Our own key, as an earlier start of the program left it in the keychain.
inline void makeKey(FakeBackend &world)
{
    if (auto made = makeKeyPair(); made && !world.desktop.entries.contains(u"SSH key"_s))
        world.desktop.entries[u"SSH key"_s] = made->privateHalf.bytes() + '\n'; // a copy of its own: the secret is overwritten
}

// What an earlier start left that joined the homes, and Pis that say so.
inline SavedSetup joinedSetup(FakeBackend &world, const std::vector<Site> &remembered, SavedSetup saved)
{
    makeKey(world);
    Answers answers = saved.answers();
    answers.applied = true;
    for (const Site site : bothSites) {
        PiAnswers &pi = answers.pis[site];
        pi.host = site == Site::A ? u"192.168.1.23"_s : u"100.64.0.2"_s;
        pi.user = u"taro"_s;
        pi.place = site == Site::A ? Place::NextToMe : Place::OtherHome;
        pi.isRemembered = std::find(remembered.begin(), remembered.end(), site) != remembered.end();
        pi.lastSeen = QDateTime(QDate(2026, 11, 20), QTime(21, 40));
        world.facts[site].runState = RunState::Confirmed;
        world.facts[site].tunnelState = TunnelState::Joined;
    }
    saved.save(saved.plan());
    saved.save(answers);
    return saved;
}

// From the first page past the SD cards, which nobody is asked about who has begun a setup before.
inline void toPiA(SetupController &setup)
{
    setup.begin(Goal::Join);
    if (setup.page() == PageId::SdCards)
        setup.next();
}

// Both Pis are signed in, where nobody has said otherwise next to each other.
inline void toAddresses(SetupController &setup)
{
    toPiA(setup);
    for (const Site site : bothSites) {
        PiAnswers pi = setup.answers(site);
        if (pi.host.isEmpty())
            pi.host = site == Site::A ? u"192.168.1.23"_s : u"192.168.1.24"_s;
        setup.setAnswers(site, pi);
        if (setup.pi(site).stage != SignInStage::SignedIn)
            setup.connectTo(site, Secret(u"x"_s), {});
        setup.next();
        if (site == Site::A)
            setup.next(); // Tailscale
    }
}

} // namespace twinlan::test
