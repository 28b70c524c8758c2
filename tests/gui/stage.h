// SPDX-License-Identifier: GPL-3.0-or-later
// A window over a scripted backend, and every notable state of every page as a list: the gallery saves them, the tests walk
// them.
#pragma once

#include "app/window.h"
#include "tests/gui/fakebackend.h"
#include "wizard/sheets/sheetactions.h"

#include <QAbstractButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>
#include <QTest>
#include <functional>
#include <memory>

namespace twinlan::test {

struct Stage
{
    FakeBackend world;
    std::unique_ptr<MainWindow> window;

    explicit Stage(const QString &language = u"en"_s, const SavedSetup &saved = SavedSetup())
        : m_saved(saved)
    {
        Answers answers = m_saved.answers();
        answers.language = language;
        m_saved.save(answers);
    }
    SetupController &setup() { return window->setup(); }
    void open()
    {
        window = std::make_unique<MainWindow>(world, m_saved);
        window->resize(1000, 560); // what a 1024×600 screen leaves beside a panel and a title bar
        window->show();
    }
    void routerA(Ipv4 router) // this computer and Pi A are behind it
    {
        world.router = router;
        world.facts.a.defaultGateway = router.toString();
    }
    void host(Site site, const QString &host)
    {
        PiAnswers answers = setup().answers(site);
        answers.host = host;
        answers.user = u"taro"_s;
        setup().setAnswers(site, answers);
    }
    // As after another start of the program, in which this Pi was remembered.
    void remember(Site site)
    {
        makeKey(world);
        PiAnswers answers = setup().answers(site);
        answers.isRemembered = true;
        setup().setAnswers(site, answers);
    }
    // As after another start of the program, in which the homes were joined. To be called before the window opens.
    void wereJoined(const std::vector<Site> &remembered) { m_saved = joinedSetup(world, remembered, m_saved); }
    void toRememberedPiA()
    {
        host(Site::A, u"192.168.1.23"_s);
        remember(Site::A);
        toSearch();
    }
    void toSearch() { test::toPiA(setup()); }
    void toPiA()
    {
        toSearch();
        host(Site::A, u"192.168.1.23"_s);
    }
    void connectA() { setup().connectTo(Site::A, Secret(u"x"_s), {}); }
    void toTailscale()
    {
        toPiA();
        connectA();
        setup().next();
    }
    void toPiB()
    {
        toTailscale();
        setup().next();
    }
    void connectB()
    {
        if (setup().answers(Site::B).host.isEmpty()) {
            PiAnswers elsewhere = setup().answers(Site::B);
            elsewhere.place = Place::OtherHome;
            setup().setAnswers(Site::B, elsewhere);
            host(Site::B, u"100.64.0.2"_s);
        }
        setup().connectTo(Site::B, Secret(u"x"_s), {});
    }
    void toAddresses() // Pi B is in the other home
    {
        toPiB();
        connectB();
        setup().next();
    }
    void toCheckUp()
    {
        toAddresses();
        setup().next();
    }
    void toReview()
    {
        toCheckUp();
        setup().next();
    }
    void toApply()
    {
        toReview();
        setup().next();
    }
    void someSteps()
    {
        for (const Site site : bothSites) {
            world.step(site, StepId::BackUp, StepState::Done);
            world.step(site, StepId::InstallPackages, StepState::AlreadyDone);
            world.step(site, StepId::LoadModules, StepState::Done);
            world.step(site, StepId::StageFiles, StepState::Done);
            world.step(site, StepId::ChooseCarrier, StepState::Done);
        }
        world.step(Site::B, StepId::ArmRollback, StepState::Done, {}, 120);
        world.step(Site::B, StepId::SwitchOver, StepState::Running, u"ifup br_lan"_s, 104);
        world.step(Site::A, StepId::ArmRollback, StepState::Done, {}, 119); // meanwhile
    }

private:
    SavedSetup m_saved;
};

struct Scene
{
    QString name;
    std::function<void(Stage &)> before; // before the window opens; either may be missing
    std::function<void(Stage &)> play;

    void open(Stage &stage) const
    {
        if (before)
            before(stage);
        stage.open();
    }
    void playOn(Stage &stage) const
    {
        if (play)
            play(stage);
    }
};

// What does not fit on a small screen.
inline void lowerEnd(Stage &s)
{
    for (int i = 0; i < 4; ++i) // heights follow widths, and a layout then asks again
        QCoreApplication::processEvents();
    for (const auto *page : s.window->findChildren<QScrollArea *>())
        if (page->isVisible())
            page->verticalScrollBar()->setValue(page->verticalScrollBar()->maximum());
}

inline std::vector<Scene> scenes()
{
    const auto refused = [](ErrorKind kind) { return [kind](Stage &s) { s.world.refuse.a = error(kind, u"SHA256:Wn3kQ0b5jLqX8yVt2mHs7cRfDe9uZaPo4gKi1NxTwBM"_s); }; };
    const auto interrupted = [](Stage &s) {
        s.world.facts.b.runState = RunState::Armed;
        s.world.facts.b.rollbackInSeconds = 77;
    };
    const auto byHand = [](Stage &s) {
        recipeByHand(s.world.facts.a);
        s.world.facts.b.foreignNetworkFiles = QStringList { u"/etc/network/interfaces.d/br_lan"_s };
        s.world.facts.b.handMade = { { u"br_lan"_s, u"inet/dhcp"_s, { u"eth0"_s } } };
    };
    const auto searching = [](const std::vector<FoundDevice> &found) {
        return [found](Stage &s) {
            s.world.lan = homeNetwork();
            s.world.lanIsSearched = false;
            s.world.lan.asked = 90;
            s.world.lan.devices = found;
        };
    };
    const auto joined = [](Stage &s) {
        s.toApply();
        s.world.finish(Carrier::Gre, TunnelState::Joined);
    };
    const auto guideTo = [joined](const QString &guide) {
        return [=](Stage &s) {
            joined(s);
            s.window->findChild<QAbstractButton *>(guide)->click();
        };
    };
    const auto connectA = [](Stage &s) {
        s.toPiA();
        s.connectA();
    };
    const auto guide = [](Stage &s, Site site, const QString &maker) {
        toAddresses(s.setup());
        s.setup().addresses().setRouterMaker(site, maker);
        s.window->findChild<QAbstractButton *>(site == Site::A ? u"routerHowToA"_s : u"routerHowToB"_s)->click();
        if (site == Site::B)
            lowerEnd(s);
    };
    const auto home = [](const std::vector<Site> &remembered, const std::function<void(Stage &)> &then = {}) {
        return [remembered, then](Stage &s) {
            s.wereJoined(remembered);
            if (then)
                then(s);
        };
    };
    const std::vector<Site> both { Site::A, Site::B };
    return {
        { u"01-welcome"_s, {}, {} },
        { u"84-sd-cards"_s, {}, [](Stage &s) { s.setup().begin(Goal::Join); } },
        { u"85-sd-cards-what-to-buy"_s, {},
            [](Stage &s) {
                s.setup().begin(Goal::Join);
                s.window->findChild<QAbstractButton *>(u"whatToBuy"_s)->click();
                lowerEnd(s);
            } },
        { u"02-addresses"_s, {}, [](Stage &s) { toAddresses(s.setup()); } },
        { u"03-addresses-overlap"_s, {},
            [](Stage &s) {
                toAddresses(s.setup());
                s.setup().addresses().setText(Site::B, AddressField::First, u"192.168.1.50"_s);
            } },
        { u"04-addresses-unreadable"_s, {},
            [](Stage &s) {
                toAddresses(s.setup());
                s.setup().addresses().setText(Site::A, AddressField::Router, u"192.168.1"_s);
            } },
        { u"93-addresses-two-makers"_s,
            [](Stage &s) {
                s.routerA(Ipv4(192, 168, 11, 1));
                s.world.facts.b.defaultGateway = u"192.168.3.1"_s;
            },
            [](Stage &s) { s.toAddresses(); } },
        { u"94-addresses-not-set-yet"_s,
            [](Stage &s) {
                s.routerA(Ipv4(192, 168, 0, 1));
                s.world.facts.b.defaultGateway = u"192.168.0.1"_s;
            },
            [](Stage &s) {
                s.toAddresses();
                for (const Site site : bothSites)
                    s.setup().addresses().setRouterIsChanged(site, true);
            } },
        { u"95-addresses-set"_s, {},
            [](Stage &s) {
                s.toAddresses();
                for (const Site site : bothSites)
                    s.setup().addresses().setRouterIsChanged(site, true);
            } },
        { u"96-addresses-no-answer"_s, {},
            [](Stage &s) {
                s.toAddresses();
                for (const Site site : bothSites)
                    Q_EMIT s.world.failed(Task::Survey, site, error(ErrorKind::ConnectionLost));
            } },
        { u"97-addresses-set-unseen"_s, {},
            [](Stage &s) {
                toAddresses(s.setup());
                s.setup().addresses().setRouterIsChanged(Site::B, true);
            } },
        { u"05-pi-a-found-two"_s, {}, [](Stage &s) { s.toSearch(); } },
        { u"06-pi-a-connecting"_s, [](Stage &s) { s.world.answers = false; }, connectA },
        { u"07-pi-a-first-meeting"_s, refused(ErrorKind::HostKeyUnknown), connectA },
        { u"08-pi-a-changed-key"_s, refused(ErrorKind::HostKeyChanged), connectA },
        { u"09-pi-a-wrong-password"_s, refused(ErrorKind::AuthDenied), connectA },
        { u"10-pi-a-no-answer"_s, refused(ErrorKind::NoRoute), connectA },
        { u"11-pi-a-connected"_s, {}, connectA },
        { u"12-tailscale-waiting"_s, [](Stage &s) { s.world.facts.a = loggedOut(s.world.facts.a); }, [](Stage &s) { s.toTailscale(); } },
        { u"13-tailscale-failed"_s, [](Stage &s) { s.world.facts.a = loggedOut(s.world.facts.a); },
            [](Stage &s) {
                s.toTailscale();
                Q_EMIT s.world.failed(Task::TailscaleLogin, Site::A, error(ErrorKind::TailscaleLoginTimedOut));
            } },
        { u"13-tailscale-missing"_s, [](Stage &s) { s.world.facts.a = withoutTailscale(s.world.facts.a); }, [](Stage &s) { s.toTailscale(); } },
        { u"13-tailscale-installing"_s, [](Stage &s) { s.world.facts.a = withoutTailscale(s.world.facts.a); },
            [](Stage &s) {
                s.toTailscale();
                s.setup().installTailscale(Site::A);
                Q_EMIT s.world.tailscaleInstallProgress(Site::A, u"45% tailscale"_s);
            } },
        { u"13-tailscale-too-old"_s,
            [](Stage &s) {
                s.world.facts.a = loggedOut(s.world.facts.a);
                s.world.facts.a.tailscale.version = u"1.34.2"_s;
            },
            [](Stage &s) {
                s.toTailscale();
                s.setup().installTailscale(Site::A);
                Q_EMIT s.world.failed(Task::TailscaleInstall, Site::A, error(ErrorKind::TailscaleByHand, u"/snap/bin/tailscale"_s));
            } },
        { u"14-tailscale-done"_s,
            [](Stage &s) { s.world.facts.a.tailscale.keyExpiry = QDateTime::fromString(u"2027-05-20T08:00:00Z"_s, Qt::ISODate); },
            [](Stage &s) { s.toTailscale(); } },
        { u"15-pi-b-other-home"_s, {},
            [](Stage &s) {
                s.toPiB();
                s.window->findChild<QAbstractButton *>(u"placeOtherHome"_s)->click();
            } },
        { u"16-pi-b-next-to-me"_s, [](Stage &s) { s.world.facts.b = loggedOut(s.world.facts.b); },
            [](Stage &s) {
                s.toPiB();
                PiAnswers b = s.setup().answers(Site::B);
                b.host = u"192.168.1.24"_s;
                b.user = u"taro"_s;
                s.setup().setAnswers(Site::B, b);
                s.connectB();
            } },
        { u"17-pi-b-connected"_s, {},
            [](Stage &s) {
                s.toPiB();
                s.connectB();
            } },
        { u"18-check-up-running"_s, {},
            [](Stage &s) {
                s.toAddresses();
                s.world.answers = false;
                s.setup().next();
            } },
        { u"19-check-up-good"_s, {}, [](Stage &s) { s.toCheckUp(); } },
        { u"20-check-up-warnings"_s,
            [](Stage &s) {
                s.world.facts.b.interfaces.front().speedMbit = 100;
                s.world.facts.b.architecture = u"armhf"_s;
                s.world.facts.a.tailscale.keyExpiry = QDateTime::fromString(u"2027-05-20T08:00:00Z"_s, Qt::ISODate);
            },
            [](Stage &s) {
                s.toAddresses();
                s.world.facts.a.defaultGateway = u"192.168.1.254"_s; // somebody has set it to something else meanwhile
                s.setup().next();
            } },
        { u"21-check-up-blockers"_s,
            [](Stage &s) {
                s.world.facts.b.networkOwner = NetworkOwner::Networkd;
                s.world.facts.a.interfaces.front().kind = InterfaceKind::Wlan;
                s.world.facts.a.freeDiskKb = 20'000;
                s.world.checkUpError = error(ErrorKind::UnsupportedSystem, u"systemd-networkd"_s);
            },
            [](Stage &s) { s.toCheckUp(); } },
        { u"22-review"_s, {}, [](Stage &s) { s.toReview(); } },
        { u"23-review-details"_s, {},
            [](Stage &s) {
                s.toReview();
                s.window->findChild<QAbstractButton *>(u"reviewDetails"_s)->click();
            } },
        { u"24-review-nothing-to-do"_s, [](Stage &s) { s.world.todo = {}; }, [](Stage &s) { s.toReview(); } },
        { u"25-apply-running"_s, {},
            [](Stage &s) {
                s.toApply();
                s.someSteps();
            } },
        { u"26-apply-failed"_s, {},
            [](Stage &s) {
                s.toApply();
                const Error why { ErrorKind::PackagesOffline, u"192.168.1.23"_s, u"install-packages"_s, u"E: Failed to fetch http://deb.lab.example/debian/"_s };
                s.world.step(Site::A, StepId::BackUp, StepState::Done);
                s.world.step(Site::B, StepId::BackUp, StepState::Done);
                s.world.step(Site::A, StepId::InstallPackages, StepState::Failed, {}, -1, why);
                Q_EMIT s.world.failed(Task::Apply, Site::A, why);
            } },
        { u"27-apply-undoing"_s, {},
            [](Stage &s) {
                s.toApply();
                s.someSteps();
                s.setup().stopAndUndo();
                Q_EMIT s.world.failed(Task::Apply, Site::A, error(ErrorKind::Cancelled));
            } },
        { u"28-apply-stopped"_s, {},
            [](Stage &s) {
                s.toApply();
                s.someSteps();
                s.setup().stopAndUndo();
                Q_EMIT s.world.failed(Task::Apply, Site::A, error(ErrorKind::Cancelled));
                Q_EMIT s.world.undone();
            } },
        { u"29-result-joined"_s, {}, joined },
        { u"30-result-joined-udp"_s, {},
            [](Stage &s) {
                s.toApply();
                s.world.finish(Carrier::Fou, TunnelState::Joined);
            } },
        { u"31-result-carry"_s, {},
            [](Stage &s) {
                s.toApply();
                s.world.finish(Carrier::Fou, TunnelState::SameLan);
            } },
        { u"88-result-carry-buffalo"_s, {},
            [](Stage &s) {
                s.toApply();
                s.setup().addresses().setRouterMaker(Site::B, u"buffalo"_s);
                s.world.finish(Carrier::Gre, TunnelState::SameLan);
            } },
        { u"89-result-carry-not-saved"_s, {},
            [](Stage &s) {
                s.toApply();
                s.world.finish(Carrier::Gre, TunnelState::SameLan);
                s.window->findChild<SheetActions *>()->save(u"/nowhere/at/all/twinlan-other-home.pdf"_s, SheetActions::Format::Pdf);
            } },
        { u"90-result-summary"_s, {},
            [joined](Stage &s) {
                joined(s);
                s.window->findChild<QAbstractButton *>(u"resultOnPaper"_s)->click();
            } },
        { u"32-result-apart"_s, {},
            [](Stage &s) {
                s.toApply();
                s.world.finish(Carrier::Gre, TunnelState::NoPeer);
            } },
        { u"33-remove-pi-b"_s, {},
            [](Stage &s) {
                s.host(Site::A, u"192.168.1.23"_s);
                s.setup().begin(Goal::Remove);
                s.connectA();
                s.setup().next();
            } },
        { u"34-remove-review"_s, {},
            [](Stage &s) {
                s.host(Site::A, u"192.168.1.23"_s);
                s.setup().begin(Goal::Remove);
                s.connectA();
                s.setup().next();
                s.setup().setPiBIsGone(true);
                s.setup().next();
            } },
        { u"86-remove-packages-far-away"_s, {},
            [](Stage &s) {
                s.host(Site::A, u"192.168.1.23"_s);
                s.setup().begin(Goal::Remove);
                s.connectA();
                s.setup().next();
                s.connectB();
                s.setup().next();
                s.window->findChild<QAbstractButton *>(u"reviewRemovePackages"_s)->click();
            } },
        { u"35-removed"_s, {},
            [](Stage &s) {
                s.host(Site::A, u"192.168.1.23"_s);
                s.setup().begin(Goal::Remove);
                s.connectA();
                s.setup().next();
                s.setup().setPiBIsGone(true);
                s.setup().next();
                s.setup().next();
                Q_EMIT s.world.undone();
            } },
        { u"36-pi-a-advanced"_s, {},
            [](Stage &s) {
                s.toPiA();
                s.window->findChild<QAbstractButton *>(u"advancedA"_s)->click();
                s.window->findChild<QAbstractButton *>(u"useKeyA"_s)->click();
            } },
        { u"37-closing-while-at-work"_s, {},
            [](Stage &s) {
                s.toApply();
                s.someSteps();
                s.window->close();
            } },
        { u"37-closing-while-removing"_s, {},
            [](Stage &s) {
                s.host(Site::A, u"192.168.1.23"_s);
                s.setup().begin(Goal::Remove);
                s.connectA();
                s.setup().next();
                s.setup().setPiBIsGone(true);
                s.setup().next();
                s.setup().next();
                s.window->close();
            } },
        { u"38-addresses-how-to"_s, {},
            [](Stage &s) {
                toAddresses(s.setup());
                s.window->findChild<QAbstractButton *>(u"routerHowToA"_s)->click();
            } },
        { u"39-welcome-again"_s, {},
            [](Stage &s) {
                s.toApply();
                s.world.finish(Carrier::Gre, TunnelState::Joined);
                for (const Site site : bothSites) {
                    s.world.facts[site].runState = RunState::Confirmed;
                    s.world.facts[site].tunnelState = TunnelState::Joined;
                }
                s.setup().goTo(PageId::Welcome);
            } },
        { u"40-diagnostics-tab"_s, {}, [](Stage &s) { s.window->findChild<QTabWidget *>(u"tabs"_s)->setCurrentIndex(1); } },
        { u"41-pi-b-gone"_s, {},
            [](Stage &s) {
                s.host(Site::A, u"192.168.1.23"_s);
                s.setup().begin(Goal::Remove);
                s.connectA();
                s.setup().next();
                s.window->findChild<QAbstractButton *>(u"piBGone"_s)->click();
            } },
        { u"42-pi-a-help"_s, {},
            [](Stage &s) {
                s.toPiA();
                s.window->findChild<QAbstractButton *>(u"piAHelp"_s)->click();
            } },
        { u"43-welcome-unfinished"_s, {},
            [](Stage &s) {
                s.toApply();
                s.someSteps();
                Q_EMIT s.world.failed(Task::Apply, Site::A, error(ErrorKind::ConnectionLost));
                s.setup().goTo(PageId::Welcome);
                s.window->findChild<QAbstractButton *>(u"welcomeUnfinishedDetails"_s)->click();
            } },
        { u"44-welcome-unfinished-removal"_s, {},
            [](Stage &s) {
                s.toApply();
                s.setup().undoAll();
                s.world.finish(Carrier::Gre, TunnelState::Joined);
                s.setup().undoAll();
                Q_EMIT s.world.failed(Task::Undo, Site::A, error(ErrorKind::ConnectionLost));
                s.setup().goTo(PageId::Welcome);
            } },
        { u"45-half-set-up"_s, {},
            [](Stage &s) {
                s.world.facts.a.runState = RunState::Confirmed;
                s.toCheckUp();
            } },
        { u"46-check-up-others"_s, {},
            [](Stage &s) {
                InterfaceFacts other;
                for (const auto &[name, kind] : { std::pair { u"docker0"_s, InterfaceKind::Bridge }, { u"eth0.10"_s, InterfaceKind::Vlan } }) {
                    other.name = name;
                    other.kind = kind;
                    s.world.facts.a.interfaces.push_back(other);
                }
                s.world.facts.a.firewallNames = u"eth0"_s;
                s.world.facts.b.foreignNetworkFiles = QStringList { u"/etc/network/interfaces"_s };
                s.toCheckUp();
            } },
        { u"47-apply-not-proven"_s, {},
            [](Stage &s) {
                s.toApply();
                s.someSteps();
                for (const StepId id : { StepId::SwitchOver, StepId::ProveReachable, StepId::Confirm })
                    s.world.step(Site::B, id, StepState::Done);
                s.world.step(Site::A, StepId::SwitchOver, StepState::Done, {}, 95);
                const Error why = error(ErrorKind::NotProven, u"tunnel:apart:no-peer"_s);
                s.world.step(Site::A, StepId::ProveReachable, StepState::Failed, {}, 70, why);
                s.world.step(Site::A, StepId::SwitchOver, StepState::Undone);
                Q_EMIT s.world.failed(Task::Apply, Site::A, why);
            } },
        { u"48-check-up-interrupted"_s, interrupted, [](Stage &s) { s.toCheckUp(); } },
        { u"49-review-interrupted"_s, interrupted, [](Stage &s) { s.toReview(); } },
        { u"50-check-up-by-hand"_s, byHand, [](Stage &s) { s.toCheckUp(); } },
        { u"51-check-up-taken-over"_s, byHand,
            [](Stage &s) {
                s.toCheckUp();
                s.window->findChild<QAbstractButton *>(u"checkUpTakesOver"_s)->click();
            } },
        { u"52-review-taken-over"_s, byHand,
            [](Stage &s) {
                s.toCheckUp();
                s.setup().setTakesOver(true);
                s.setup().next();
            } },
        { u"53-apply-by-hand"_s, {},
            [](Stage &s) {
                s.toApply();
                Q_EMIT s.world.failed(Task::Apply, Site::A, error(ErrorKind::HandMade, u"br_lan /etc/network/interfaces"_s));
            } },
        { u"54-apply-unsupported"_s, {},
            [](Stage &s) {
                s.toApply();
                Q_EMIT s.world.failed(Task::Apply, Site::A, error(ErrorKind::UnsupportedSystem, u"systemd-networkd"_s));
            } },
        { u"56-check-up-networks"_s,
            [](Stage &s) {
                s.world.facts.a.networkOwner = NetworkOwner::NetworkManager;
                s.world.facts.a.profileSettings = QStringList { u"ipv4.method=auto"_s };
                s.world.facts.a.foreignSections = QStringList { u"802-1x"_s };
                s.world.facts.b.networkOwner = NetworkOwner::NetworkManagerAndDhcpcd;
            },
            [](Stage &s) { s.toCheckUp(); } },
        { u"57-check-up-other-networks"_s,
            [](Stage &s) {
                s.world.facts.a.networkOwner = NetworkOwner::NetworkManager;
                auto &card = s.world.facts.b.interfaces.front();
                card.kind = InterfaceKind::Other;
                card.name = s.world.facts.b.defaultInterface = u"bond0"_s;
            },
            [](Stage &s) { s.toCheckUp(); } },
        { u"58-check-up-what-the-owner-has"_s,
            [](Stage &s) {
                s.world.facts.a.gaveBack = u"no-address"_s;
                s.world.facts.a.boundToCard = QStringList { u"dnsmasq"_s, u"/etc/samba/smb.conf"_s };
                s.world.facts.b.cardUsers = QStringList { u"macvlan0 (macvlan)"_s };
                s.world.facts.b.forgets = u"/ overlay"_s;
                s.world.facts.b.defaultGateway = s.world.facts.a.defaultGateway;
            },
            [](Stage &s) { s.toCheckUp(); } },
        { u"59-apply-next-boot"_s, {},
            [](Stage &s) {
                s.toApply();
                Q_EMIT s.world.failed(Task::Apply, Site::A, error(ErrorKind::NextBootFails, u"networking.service: not-found"_s));
            } },
        { u"60-apply-same-router"_s, {},
            [](Stage &s) {
                s.toApply();
                Q_EMIT s.world.failed(Task::Apply, Site::B, error(ErrorKind::SameRouter, u"192.168.1.1"_s));
            } },
        { u"61-router-buffalo"_s, [](Stage &s) { s.routerA(Ipv4(192, 168, 11, 1)); }, [=](Stage &s) { guide(s, Site::A, {}); } },
        { u"62-router-ntt-done"_s, [](Stage &s) { s.world.router = Ipv4(192, 168, 1, 1); },
            [=](Stage &s) {
                guide(s, Site::A, u"ntt-hgw"_s);
                s.setup().addresses().setRouterIsChanged(Site::A, true);
            } },
        { u"63-router-b-asus"_s, [](Stage &s) { s.world.router = Ipv4(192, 168, 1, 1); }, [=](Stage &s) { guide(s, Site::B, u"asus"_s); } },
        { u"64-two-routers"_s, [](Stage &s) { s.world.router = Ipv4(192, 168, 11, 1); },
            [=](Stage &s) {
                toAddresses(s.setup());
                s.setup().addresses().setRouterIsChanged(Site::A, true);
                s.window->findChild<QAbstractButton *>(u"routerHowToA"_s)->click();
                lowerEnd(s);
            } },
        { u"98-check-up-old-range"_s, [](Stage &s) { s.world.facts.b.interfaces[0].address = u"192.168.1.50/24"_s; },
            [](Stage &s) { s.toCheckUp(); } },
        { u"65-check-up-two-routers"_s, [](Stage &s) { s.world.router = Ipv4(192, 168, 11, 1); }, [](Stage &s) { s.toCheckUp(); } },
        { u"66-pi-a-searching"_s, searching({}), [](Stage &s) { s.toSearch(); } },
        { u"67-pi-a-found-first"_s, searching({ homeNetwork().devices.front() }), [](Stage &s) { s.toSearch(); } },
        { u"68-pi-a-found-one"_s, [](Stage &s) { s.world.lan.devices.resize(1); },
            [](Stage &s) {
                s.toSearch();
                s.window->findChild<QAbstractButton *>(u"deviceA-192.168.1.23"_s)->click();
            } },
        { u"69-pi-a-same-names"_s, [](Stage &s) { s.world.lan.devices.back().name = u"raspberrypi"_s; }, [](Stage &s) { s.toSearch(); } },
        { u"70-pi-a-found-none"_s, [](Stage &s) { s.world.lan.devices.clear(); }, [](Stage &s) { s.toSearch(); } },
        { u"71-pi-a-typed"_s, [](Stage &s) { s.world.lan.devices.clear(); },
            [](Stage &s) {
                s.toSearch();
                s.window->findChild<QAbstractButton *>(u"typeAddressA"_s)->click();
                s.host(Site::A, u"raspberrypi.local"_s);
            } },
        { u"72-pi-a-others"_s,
            [](Stage &s) {
                s.world.lan.devices.back().ssh = SshAnswer::Refused;
                s.world.lan.devices.push_back(device(u"192.168.1.7"_s, u"nas"_s, {}, PiModel::NotAPi));
                s.world.lan.devices.push_back(device(u"192.168.1.70"_s, {}, {}, PiModel::NotAPi));
            },
            [](Stage &s) {
                s.toSearch();
                s.window->findChild<QAbstractButton *>(u"othersA"_s)->click();
            } },
        { u"73-pi-a-no-network"_s, [](Stage &s) { s.world.lan.devices.clear(), s.world.lan.hasNetwork = false; }, [](Stage &s) { s.toSearch(); } },
        { u"74-pi-b-found"_s, {}, [](Stage &s) { s.toPiB(); } },
        { u"75-pi-a-search-stopped"_s, searching({}),
            [](Stage &s) {
                s.toSearch();
                s.window->findChild<QAbstractButton *>(u"searchA"_s)->click();
            } },
        { u"76-about"_s, {},
            [](Stage &s) {
                s.window->findChild<QAbstractButton *>(u"about"_s)->click();
                s.window->findChild<QAbstractButton *>(u"aboutCopy"_s)->click();
            } },
        { u"77-result-searching"_s,
            [](Stage &s) {
                s.world.offersAreSearched = false;
                s.world.offers.devices.resize(2);
            },
            joined },
        { u"78-result-nothing-found"_s,
            [](Stage &s) {
                s.world.offers.devices.resize(1);
                s.world.offers.way = TailnetWay::Relayed;
            },
            joined },
        { u"79-result-no-network"_s, [](Stage &s) { s.world.offers = { false, {}, TailnetWay::Unknown }; }, joined },
        { u"80-result-time-machine"_s, {}, guideTo(u"guideTimeMachine"_s) },
        { u"81-result-printer"_s, {}, guideTo(u"guidePrinter"_s) },
        { u"82-result-windows"_s, {}, guideTo(u"guideWindows"_s) },
        { u"83-result-login-expires"_s, [](Stage &s) { s.world.facts.a.tailscale.keyExpiry = QDateTime::fromString(u"2027-05-20T00:00:00Z"_s, Qt::ISODate); },
            joined },
        { u"90-pi-a-remembered"_s, {}, [](Stage &s) { s.toRememberedPiA(); } },
        { u"91-pi-a-no-keychain"_s, [](Stage &s) { s.world.desktop.trouble = KeychainTrouble::Unavailable; }, connectA },
        { u"92-pi-a-key-not-taken"_s, [](Stage &s) { s.world.keyError = error(ErrorKind::AuthDenied); }, connectA },
        { u"93-pi-a-keychain-asks"_s, [](Stage &s) { s.world.desktop.answers = false; }, [](Stage &s) { s.toRememberedPiA(); } },
        { u"94-pi-a-keychain-locked"_s, [](Stage &s) { s.world.desktop.trouble = KeychainTrouble::Refused; }, [](Stage &s) { s.toRememberedPiA(); } },
        { u"95-pi-a-key-refused"_s, refused(ErrorKind::AuthDenied), [](Stage &s) { s.toRememberedPiA(); } },
        { u"96-pi-a-half-forgotten"_s, [](Stage &s) { s.world.keyError = error(ErrorKind::NoRoute); },
            [](Stage &s) {
                s.toRememberedPiA();
                s.setup().forget(Site::A);
            } },
        { u"98-home-not-remembered"_s, home({}), {} },
        { u"98-home-looking"_s, home(both, [](Stage &s) { s.world.answers = false; }), {} },
        { u"98-home-joined"_s, home(both), {} },
        { u"98-home-joined-by-relay"_s, home(both, [](Stage &s) { s.world.offers.way = TailnetWay::Relayed; }), {} },
        { u"98-home-pi-b-silent"_s, home(both, [](Stage &s) { s.world.refuse.b = Error { ErrorKind::NoRoute, u"100.64.0.2"_s, {}, {} }; }), {} },
        { u"98-home-pi-a-silent"_s,
            home(both,
                [](Stage &s) {
                    s.world.refuse.a = s.world.refuse.b = error(ErrorKind::NoRoute); // the way to Pi B as well
                }),
            {} },
        { u"98-home-not-joined"_s,
            home(both, [](Stage &s) { s.world.facts.a.tunnelState = s.world.facts.b.tunnelState = TunnelState::SameRouter; }), {} },
        { u"98-home-gave-back"_s,
            home(both,
                [](Stage &s) {
                    s.world.facts.a.gaveBack = u"no-address"_s;
                    s.world.facts.a.runState = RunState::None;
                    s.world.facts.a.tunnelState = TunnelState::Unknown;
                    s.world.facts.b.tunnelState = TunnelState::NoPeer;
                }),
            {} },
        { u"98-home-login-ends"_s,
            home(both,
                [](Stage &s) {
                    s.world.facts.a.tailscale.keyExpiry = QDateTime::currentDateTimeUtc().addDays(9);
                    s.world.facts.b.runState = RunState::None;
                    s.world.facts.b.tunnelState = TunnelState::Unknown;
                    s.world.facts.a.tunnelState = TunnelState::OtherPi;
                }),
            {} },
        { u"98-home-pi-a-only"_s, home({ Site::A }), {} },
        { u"98-home-keychain-locked"_s, home(both, [](Stage &s) { s.world.desktop.trouble = KeychainTrouble::Refused; }), {} },
        { u"98-home-key-changed"_s, home(both, refused(ErrorKind::HostKeyChanged)), {} },
        { u"98-home-check"_s, home(both), [](Stage &s) { s.setup().begin(Goal::Check); } },
        { u"87-help"_s, {},
            [](Stage &s) {
                s.toPiA();
                s.window->findChild<QAbstractButton *>(u"help"_s)->click();
            } },
        { u"55-remove-taken-over"_s, [](Stage &s) { s.world.facts.a.takenOver = u"br_lan"_s; },
            [](Stage &s) {
                s.setup().begin(Goal::Remove);
                s.host(Site::A, u"192.168.1.23"_s);
                s.connectA();
                s.setup().next();
                s.connectB();
                s.setup().next();
            } },
    };
}

// The rows of a test of every scene: "NAME" with its place in scenes(), or "LANGUAGE NAME".
inline void addScenes()
{
    QTest::addColumn<int>("scene");
    const auto all = scenes();
    for (std::size_t i = 0; i < all.size(); ++i)
        QTest::newRow(qPrintable(all[i].name)) << int(i);
}
inline void addScenesInBothLanguages()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("scene");
    const auto all = scenes();
    for (const QString &language : { u"ja"_s, u"en"_s }) {
        for (std::size_t i = 0; i < all.size(); ++i)
            QTest::addRow("%s %s", qPrintable(language), qPrintable(all[i].name)) << language << int(i);
    }
}

} // namespace twinlan::test
