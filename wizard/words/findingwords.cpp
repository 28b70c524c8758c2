// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/words/findingwords.h"

#include "wizard/text/plaintext.h"
#include "wizard/words/errorwords.h"
#include "wizard/words/networkwords.h"

#include <QCoreApplication>
#include <QDateTime>

namespace twinlan {

namespace {

struct W
{
    Q_DECLARE_TR_FUNCTIONS(Findings)
};

// What the facts and the saved file say in ISO's way; whatever else stands there is shown as it is.
QString dayOf(const QString &iso)
{
    const QDate date = QDate::fromString(iso, Qt::ISODate);
    return date.isValid() ? dateText(date) : iso;
}

QString momentOf(const QString &iso)
{
    const QDateTime moment = QDateTime::fromString(iso, Qt::ISODate);
    return moment.isValid() ? momentText(moment) : iso;
}

// A line of the check-up is a title, without the full stop of a sentence.
Words asTitle(Words words, const QString &detail = {})
{
    words.what.chop(1);
    if (!detail.isEmpty())
        words.detail = detail;
    return words;
}

Words ofTheMachine(const Finding &f)
{
    switch (f.kind) {
    case FindingKind::NetworkOwner:
        if (f.level == Level::Pass)
            return { W::tr("Supported system", "the operating system, in the check-up"), {}, {} };
        return asTitle(wordsFor(NetworkObstacle { NetworkObstacle::Kind::OtherService, f.value }));
    case FindingKind::TwoServices:
        return asTitle(wordsFor(NetworkObstacle { NetworkObstacle::Kind::TwoServices, f.value }));
    case FindingKind::NoProfile:
        return asTitle(wordsFor(NetworkObstacle { NetworkObstacle::Kind::NoProfile, f.value }));
    case FindingKind::ProfileSetting:
        return asTitle(wordsFor(NetworkObstacle { NetworkObstacle::Kind::ProfileSetting, f.value }));
    case FindingKind::CardInUse:
        return asTitle(wordsFor(NetworkObstacle { NetworkObstacle::Kind::CardInUse, f.value }));
    case FindingKind::NotOneCard:
        return asTitle(wordsFor(NetworkObstacle { NetworkObstacle::Kind::NotOneCard, f.value }));
    case FindingKind::Wired:
        return f.level == Level::Pass ? Words { W::tr("Connected by LAN cable"), {}, {} }
                                      : Words { W::tr("Not connected by LAN cable"), W::tr("Joining two homes works over a LAN cable only, not over Wi-Fi."),
                                            W::tr("Connect the Raspberry Pi to the router with a LAN cable.") };
    case FindingKind::LinkSpeed:
        return f.level == Level::Pass ? Words { W::tr("Fast LAN port"), {}, {} }
                                      : Words { W::tr("Slow LAN port (%1 Mb/s)").arg(f.value), W::tr("Everything works, but video and large backups are slow."),
                                            W::tr("For more speed use a Raspberry Pi 4 or newer, or another cable.") };
    case FindingKind::WordSize:
        return f.level == Level::Pass ? Words { W::tr("64-bit system", "the operating system, in the check-up"), {}, {} }
                                      : Words { W::tr("32-bit system", "the operating system, in the check-up"), W::tr("Everything works, but large transfers are slower."),
                                            W::tr("For more speed write the 64-bit system onto the SD card.") };
    case FindingKind::Modules:
        return f.level == Level::Pass ? Words { W::tr("All required network features are available"), {}, {} }
                                      : Words { W::tr("A network feature is missing"), W::tr("Without it the two homes cannot be joined."),
                                            W::tr("Update the Raspberry Pi's system and restart it."), f.value };
    case FindingKind::PackageConflict:
        if (f.level == Level::Pass)
            return { W::tr("No conflicting software"), {}, {} };
        return asTitle(wordsFor(Error { ErrorKind::PackageConflict, {}, {}, f.value }));
    case FindingKind::Forgets:
        if (f.level == Level::Pass)
            return { W::tr("Changes survive a restart"), {}, {} };
        return asTitle(wordsFor(Error { ErrorKind::ForgetsChanges, {}, {}, f.value }), f.value);
    case FindingKind::Disk:
        return f.level == Level::Pass ? Words { W::tr("Enough space on the SD card"), {}, {} }
                                      : Words { W::tr("Little space on the SD card (%1 MB free)").arg(f.value), W::tr("The software and the backup need some space."),
                                            W::tr("Delete something there, or use a larger SD card.") };
    case FindingKind::Clock:
        return f.level == Level::Pass ? Words { W::tr("The clock is right"), {}, {} }
                                      : Words { W::tr("The clock is wrong by %1 min").arg(f.value), W::tr("Downloads and logins fail when the clock is far off."),
                                            W::tr("Connect it to the internet and wait some minutes; it then sets its clock by itself.") };
    case FindingKind::ForeignBridge:
        return f.level == Level::Pass ? Words { W::tr("No manual network setup found"), {}, {} }
                                      : Words { W::tr("A network was set up here by hand"),
                                            W::tr("It may come from an online guide or another program. TwinLAN leaves it alone."),
                                            W::tr("Rewrite its SD card, use another Raspberry Pi, or ask whoever set it up to undo it. Then check again."), f.value };
    case FindingKind::HandMade:
        return f.level == Level::Stop
            ? Words { W::tr("A network was set up here by hand"),
                  W::tr("TwinLAN can replace it. What is there now is kept, and comes back when you undo everything."),
                  W::tr("If you want that, tick the box at the top. If not, use another Raspberry Pi."), f.value }
            : Words { W::tr("A network was set up here by hand"),
                  W::tr("TwinLAN replaces it. What is there now is kept. When you undo everything, it comes back and the Raspberry Pi restarts."),
                  W::tr("There is nothing to do."), f.value };
    case FindingKind::OtherNetworks:
        return { W::tr("Other networks found"), W::tr("They belong to other programs, for example Docker. They stay as they are, beside TwinLAN."),
            W::tr("There is nothing to do."), f.value };
    case FindingKind::Firewall:
        return { W::tr("A firewall here has rules for the LAN port"),
            W::tr("After the setup they no longer apply. If that shuts you out, the Raspberry Pi restores itself after two minutes."),
            W::tr("Ask the person who made the rules to change them as “Show details” says."),
            W::tr("Rules for %1: after the setup the LAN is at “br_lan”. Allow the same there.").arg(f.value) };
    case FindingKind::BoundToCard:
        return { W::tr("Some programs here serve the LAN port by its name"),
            W::tr("After the setup they no longer answer in your LAN. With Pi-hole, for example, no web address would be found any more."),
            W::tr("After the setup, ask the person who set them up to change them as “Show details” says."),
            W::tr("%1: after the setup, write “br_lan” in place of the LAN port's name, and restart this Raspberry Pi.").arg(f.value) };
    case FindingKind::HeldByAnother:
        return { W::tr("Another TwinLAN is working on it"), W::tr("Only one can work at a time."),
            W::tr("Close that TwinLAN, or wait until it has finished."), f.value };
    case FindingKind::Interrupted:
        return { W::tr("A setup was interrupted here"), W::tr("Nobody has checked yet that it works. The Raspberry Pi restores itself in %1 seconds.").arg(f.value),
            W::tr("Continue: the unfinished changes are undone first, then setup starts over.") };
    case FindingKind::GaveBack:
        return { W::tr("At one of its starts, TwinLAN's network did not come up here"),
            W::tr("So that it can be reached, the Raspberry Pi has gone back to the network it had before the setup. The homes are not joined."),
            W::tr("Continue, and it is set up again. To undo everything instead, go back to the first page.") };
    case FindingKind::PlanTooNew:
        return asTitle(wordsFor(Error { ErrorKind::PlanTooNew, {}, {}, {} }));
    case FindingKind::HalfDone:
        return { W::tr("The other Raspberry Pi is set up, this one is not"), W::tr("Either a setup did not finish, or this Raspberry Pi is new."),
            W::tr("Continue, and the setup is finished. To undo everything instead, go back to the first page.") };
    default:
        return {};
    }
}

Words ofTheWay(const Finding &f)
{
    switch (f.kind) {
    case FindingKind::TailscaleVersion:
        return f.level == Level::Pass ? Words { W::tr("Tailscale is installed (%1)").arg(f.value), {}, {} }
                                      : Words { W::tr("Tailscale is missing or too old"), W::tr("Version 1.36 or newer is needed."),
                                            W::tr("Go back to where you log in to Tailscale. A button there installs it.") };
    case FindingKind::TailscaleTun:
        return f.level == Level::Pass ? Words { W::tr("Tailscale works as it should"), {}, {} }
                                      : asTitle(wordsFor(Error { ErrorKind::TailscaleUserspace, {}, {}, {} }));
    case FindingKind::TailscaleLogin:
        if (f.refusedAs == ErrorKind::TailscaleNeedsApproval)
            return asTitle(wordsFor(Error { ErrorKind::TailscaleNeedsApproval, {}, {}, {} }));
        return f.level == Level::Pass ? Words { W::tr("Logged in to Tailscale"), {}, {} }
                                      : Words { W::tr("Not logged in to Tailscale"), W::tr("Without a login there is no link to the other home."),
                                            W::tr("Go back and log in.") };
    case FindingKind::TailscaleTrouble: {
        if (f.level == Level::Pass)
            return { W::tr("Tailscale has a connection"), {}, {} };
        Words words = asTitle(wordsFor(Error { ErrorKind::TailscaleTrouble, {}, {}, {} }));
        words.detail = W::tr("Tailscale itself says: “%1”").arg(f.value);
        return words;
    }
    case FindingKind::ShieldsUp:
        return asTitle(wordsFor(Error { ErrorKind::TailscaleShieldsUp, {}, {}, {} }));
    case FindingKind::TailscaleRoute:
        return asTitle(wordsFor(Error { ErrorKind::TailscaleRoute, {}, {}, {} }), f.value);
    case FindingKind::ExitNode:
        return { W::tr("The internet of this Raspberry Pi goes through another device (an exit node)"),
            W::tr("The homes can be joined like this. But without that device this Raspberry Pi has no internet, and the homes are disconnected."),
            W::tr("If you do not need it, switch the exit node off in Tailscale.") };
    case FindingKind::KeyExpiry:
        if (f.level == Level::Pass)
            return { W::tr("The login does not expire"), {}, {} };
        return { f.level == Level::Stop ? W::tr("The login has expired (%1)").arg(dayOf(f.value)) : W::tr("The login expires on %1").arg(dayOf(f.value)),
            W::tr("After that, the homes are disconnected until someone logs in again."),
            W::tr("On Tailscale's website open “Machines”, and choose “Disable key expiry” in the menu “…” of this Raspberry Pi.") };
    case FindingKind::SameTailnet:
        if (f.level == Level::Pass)
            return { W::tr("The two are connected in Tailscale"), {}, {} };
        if (f.level == Level::Warn)
            return { W::tr("Tailscale says that Raspberry Pi B is offline"), W::tr("Sometimes this is only shown late."), W::tr("If the next steps fail, restart Raspberry Pi B.") };
        return { W::tr("The two are not connected in Tailscale"), W::tr("They are logged in with two different accounts."),
            W::tr("Log in on both with the same Tailscale account.") };
    case FindingKind::DifferentPis:
        return f.level == Level::Pass ? Words { W::tr("Two different Raspberry Pis"), {}, {} }
                                      : Words { W::tr("This is the same Raspberry Pi twice"), W::tr("Each home needs a Raspberry Pi of its own."),
                                            W::tr("Go back to “Raspberry Pi B” and choose the other one.") };
    case FindingKind::TwoRouters:
        return { W::tr("This computer and the Raspberry Pi have different routers (%1)").arg(f.value),
            W::tr("There are probably two routers in this home, one behind the other. Only devices behind the Raspberry Pi's router join the other home."),
            W::tr("Plug the Raspberry Pi into the router that your devices use, or switch the second router to access point mode (AP or bridge). "
                  "If this computer is not in that home, there is nothing to do.") };
    case FindingKind::SameRouter:
        return asTitle(wordsForRouterClash(f.value));
    case FindingKind::RouterAsPlanned:
        return f.level == Level::Pass ? Words { W::tr("The router has the planned address"), {}, {} }
                                      : Words { W::tr("The router is %1, not as planned").arg(f.value),
                                            W::tr("If the homes are joined like this, addresses may collide, and devices may lose their connection."),
                                            W::tr("Change the router's address, or go back to “Routers” and type the real one.") };
    case FindingKind::LeaseOutsideRange:
        return { W::tr("The router has given %1 to the Raspberry Pi, which is not in its DHCP range").arg(f.value),
            W::tr("The router probably still uses its old DHCP range. Then two devices may get one address and lose their connection."),
            W::tr("Set the DHCP range of this router as the page “Routers” says, then restart the Raspberry Pi. "
                  "If the router is set to always give this address to the Raspberry Pi, there is nothing to do.") };
    case FindingKind::PiAddress:
        return f.level == Level::Pass ? Words { W::tr("The Raspberry Pis and the routers have different addresses"), {}, {} }
                                      : Words { W::tr("The address %1 is used twice").arg(f.value), W::tr("Two devices with one address lose their connection."),
                                            W::tr("Change the DHCP range of one router and restart that Raspberry Pi.") };
    default:
        return {};
    }
}

} // namespace

Words wordsFor(const UnfinishedRun &run)
{
    if (run.isRemoval)
        return { W::tr("The removal did not finish (%1)").arg(momentOf(run.since)), W::tr("One of the Raspberry Pis may still be set up."),
            W::tr("Press “Remove TwinLAN…” to finish it.") };
    return { W::tr("The last setup did not finish (%1)").arg(momentOf(run.since)),
        W::tr("A Raspberry Pi that was being changed has restored itself after about two minutes."),
        W::tr("Finish the setup, or undo everything.") };
}

Words wordsFor(const Finding &finding)
{
    Finding shown = finding;
    shown.value = visibleLine(finding.value);
    const Words words = ofTheMachine(shown);
    return words.what.isEmpty() ? ofTheWay(shown) : words;
}

} // namespace twinlan
