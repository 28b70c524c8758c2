// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/words/errorwords.h"

#include "remote/setup/routerclash.h"
#include "wizard/text/plaintext.h"
#include "wizard/words/networkwords.h"

#include <QCoreApplication>

namespace twinlan {

namespace {

struct W
{
    Q_DECLARE_TR_FUNCTIONS(Errors)
};

Words reaching(const Error &error)
{
    const QString host = error.host;
    switch (error.kind) {
    case ErrorKind::HostNotFound:
        return { W::tr("No device named “%1” was found.").arg(host), W::tr("The name is misspelled, or the Raspberry Pi is not in this network."),
            W::tr("Check the spelling, or type its address (four numbers) from your router's device list.") };
    case ErrorKind::NoRoute:
        return { W::tr("%1 does not answer.").arg(host), W::tr("The address is wrong, or the Raspberry Pi is off or not connected."),
            W::tr("Check its power and its LAN cable, wait a minute after switching on, and try again.") };
    case ErrorKind::ConnectionRefused:
        return { W::tr("%1 refused the connection.").arg(host),
            W::tr("Remote access (SSH) is turned off there, or uses another port."),
            W::tr("Turn on SSH on the Raspberry Pi, or set the port under “Advanced”.") };
    case ErrorKind::NotSsh:
        return { W::tr("Another kind of device answers at %1.").arg(host), W::tr("This is probably not the Raspberry Pi, or the port is wrong."),
            W::tr("Check the address and the port.") };
    case ErrorKind::HostKeyUnknown:
        return { W::tr("First connection to this Raspberry Pi."),
            W::tr("TwinLAN will remember its fingerprint and warn you if it ever changes."),
            W::tr("If you have just set up this Raspberry Pi yourself, you can trust it.") };
    case ErrorKind::HostKeyChanged:
        return { W::tr("Warning: this may not be the same Raspberry Pi."),
            W::tr("Its fingerprint has changed. That is normal if you rewrote the SD card. If nobody did, another device may be impersonating it."),
            W::tr("Continue only if you rewrote the SD card.") };
    case ErrorKind::AuthDenied:
        return { W::tr("The user name or the password is not right."), W::tr("The Raspberry Pi did not accept them."),
            W::tr("Type the password again. It is the one that was chosen when the SD card was written.") };
    case ErrorKind::KeyUnreadable:
        return { W::tr("The key file cannot be read."), W::tr("It is missing, or it is not a private key."), W::tr("Choose another file, or use the password.") };
    case ErrorKind::KeyPassphraseWrong:
        return { W::tr("The passphrase does not open the key file."), W::tr("The key file is protected, and this is not its passphrase."),
            W::tr("Type the passphrase of the key file again.") };
    case ErrorKind::ConnectionLost:
        return { W::tr("The connection to %1 was lost.").arg(host), W::tr("The network or the Raspberry Pi was interrupted. No data is lost."),
            W::tr("Check cable and power, and try again.") };
    case ErrorKind::TimedOut:
        return { W::tr("%1 took too long.").arg(host), W::tr("The Raspberry Pi or the network is very slow at the moment."), W::tr("Try again.") };
    case ErrorKind::Cancelled:
        return { W::tr("Stopped."), W::tr("Nothing is running any more."), W::tr("You can start again at any time.") };
    case ErrorKind::SudoDenied:
        return { W::tr("This user may not change settings on the Raspberry Pi."), W::tr("Changing the network needs a user with administrator rights."),
            W::tr("Connect as the user that was chosen when the SD card was written.") };
    case ErrorKind::SudoPasswordWrong:
        return { W::tr("The password for changing settings was not accepted."), W::tr("The Raspberry Pi asks for the password again before it changes settings."),
            W::tr("Go back and connect again with this user's password.") };
    default:
        return {};
    }
}

Words working(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::CommandFailed:
        return { W::tr("A command on the Raspberry Pi failed."), W::tr("The step could not be finished. The Raspberry Pi still works as before."),
            W::tr("Try again. If it fails again, show the details to somebody who knows Raspberry Pis.") };
    case ErrorKind::KilledBySignal:
        return { W::tr("A command on the Raspberry Pi was interrupted."), W::tr("Usually the memory was full, or the Raspberry Pi was shutting down."),
            W::tr("Restart the Raspberry Pi and try again.") };
    case ErrorKind::BadAnswer:
        return { W::tr("TwinLAN does not understand the Raspberry Pi's answer."), W::tr("It may not run Raspberry Pi OS, or its SD card may be damaged."),
            W::tr("Restart the Raspberry Pi and try again, or rewrite its SD card.") };
    case ErrorKind::PlanUnreadable:
        return { W::tr("The saved settings cannot be read."), W::tr("The file is damaged or is not from TwinLAN."),
            W::tr("Start a new setup. The Raspberry Pis are not affected.") };
    case ErrorKind::PlanTooNew:
        return { W::tr("The saved settings are from a newer TwinLAN."), W::tr("This older version could misunderstand them."), W::tr("Install the newest TwinLAN.") };
    case ErrorKind::PlanInvalid:
        return { W::tr("The addresses in the settings do not fit together."), W::tr("With them both homes could lose their connection."),
            W::tr("Go back to “Routers” and use “Fix it”.") };
    case ErrorKind::ForgetsChanges:
        return { W::tr("This Raspberry Pi forgets every change when it restarts."),
            W::tr("What is changed does not stay on its SD card, so the setup would be gone after the next restart."),
            W::tr("Turn that off: in a terminal type “sudo raspi-config”, choose “Performance Options”, then “Overlay File System”. "
                  "Restart the Raspberry Pi, and check again.") };
    case ErrorKind::DiskFull:
        return { W::tr("The Raspberry Pi's SD card is full."), W::tr("There is no space for the backup and the required software."),
            W::tr("Delete something there, or use a larger SD card.") };
    case ErrorKind::DiskReadOnly:
        return { W::tr("The Raspberry Pi's SD card does not take any changes."), W::tr("A card that is worn out protects itself like this. Nothing was changed."),
            W::tr("Restart the Raspberry Pi and try again. If that doesn't help, use a new SD card.") };
    case ErrorKind::NotAFile:
        return { W::tr("A settings file of the Raspberry Pi is not where it should be."),
            W::tr("In its place there is a pointer to something that is not there, or that is no file. Nothing was changed."),
            W::tr("“Show details” names the file. Ask whoever set up this Raspberry Pi to restore it, and try again.") };
    case ErrorKind::PackagesOffline:
        return { W::tr("The Raspberry Pi cannot download software."), W::tr("It has no internet connection at the moment, or the download servers do not answer."),
            W::tr("Check that home's internet connection, and try again.") };
    case ErrorKind::PackagesLocked:
        return { W::tr("The Raspberry Pi is busy installing something else."), W::tr("After switching on it often updates itself for some minutes."),
            W::tr("Wait a few minutes, and try again.") };
    case ErrorKind::PackagesBroken:
        return { W::tr("An earlier installation on the Raspberry Pi was not finished."), W::tr("Until that is fixed, nothing else can be installed."),
            W::tr("Restart the Raspberry Pi and try again. If that doesn't help, rewrite its SD card.") };
    case ErrorKind::PackageConflict:
        return { W::tr("A program on the Raspberry Pi would have to go."),
            W::tr("TwinLAN needs a program that cannot be installed together with “%1”. It removes nothing that somebody else has installed.").arg(error.detail),
            W::tr("If nobody needs it there, ask the person who installed it to remove “%1”. Then try again.").arg(error.detail) };
    case ErrorKind::HeldByAnother:
        return { W::tr("Another TwinLAN is working on this Raspberry Pi."), W::tr("Only one can work at a time."),
            W::tr("Close that TwinLAN, or wait until it has finished, and try again.") };
    case ErrorKind::NextBootFails:
        return { W::tr("After its next start, this Raspberry Pi could not be reached any more."),
            W::tr("Something that was set on it before would keep TwinLAN's network from coming up. Nothing was changed; it still works as before."),
            W::tr("“Show details” names the setting. Ask the person who made it to undo it, then try again.") };
    case ErrorKind::CheckFailed:
        return { W::tr("A new setting was tested before it was applied, and failed."), W::tr("It was not applied. The Raspberry Pi still works as before."),
            W::tr("Update the Raspberry Pi's system and try again.") };
    default:
        return {};
    }
}

Words theSystem(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::UnsupportedSystem:
        return wordsFor(NetworkObstacle { NetworkObstacle::Kind::OtherService, error.detail });
    case ErrorKind::TwoNetworkServices:
        return wordsFor(NetworkObstacle { NetworkObstacle::Kind::TwoServices, error.detail });
    case ErrorKind::ProfileMissing:
        return wordsFor(NetworkObstacle { NetworkObstacle::Kind::NoProfile, error.detail });
    case ErrorKind::ProfileUnsupported:
        return wordsFor(NetworkObstacle { NetworkObstacle::Kind::ProfileSetting, error.detail });
    case ErrorKind::CardInUse:
        return wordsFor(NetworkObstacle { NetworkObstacle::Kind::CardInUse, error.detail });
    case ErrorKind::LanNotOnePort:
        return wordsFor(NetworkObstacle { NetworkObstacle::Kind::NotOneCard, error.detail });
    case ErrorKind::WifiOnly:
        return { W::tr("This Raspberry Pi is connected by Wi-Fi."), W::tr("Joining two homes works over a LAN cable only."),
            W::tr("Connect the Raspberry Pi to the router with a LAN cable, and try again.") };
    case ErrorKind::ForeignBridge:
        return { W::tr("A network was set up by hand on this Raspberry Pi."), W::tr("It may come from an online guide or another program. TwinLAN leaves it alone."),
            W::tr("Rewrite its SD card, use another Raspberry Pi, or ask whoever set it up to undo it. Then try again.") };
    case ErrorKind::HandMade:
        return { W::tr("A network was set up by hand on this Raspberry Pi."),
            W::tr("TwinLAN can replace it. What is there now is kept, and comes back when you undo everything."),
            W::tr("If you want that, go back to “Check-up” and tick the box at the top. If not, use another Raspberry Pi.") };
    case ErrorKind::ModuleMissing:
        return { W::tr("The Raspberry Pi's system lacks a network feature."), W::tr("Without it the two homes cannot be joined."),
            W::tr("Update the Raspberry Pi's system, restart it, and try again.") };
    case ErrorKind::TailscaleMissing:
        return { W::tr("Tailscale is not installed on the Raspberry Pi."), W::tr("Tailscale makes the secure link between the two homes."),
            W::tr("Go back to where you log in to Tailscale. A button there installs it.") };
    case ErrorKind::TailscaleStopped:
        return { W::tr("Tailscale is not running on the Raspberry Pi."), W::tr("Without it there is no link to the other home."),
            W::tr("Restart the Raspberry Pi and try again.") };
    case ErrorKind::TailscaleTooOld:
        return { W::tr("Tailscale on the Raspberry Pi is too old."), W::tr("Version 1.36 or newer is needed."),
            W::tr("Go back to where you log in to Tailscale. A button there updates it.") };
    case ErrorKind::TailscaleByHand:
        return { W::tr("TwinLAN cannot update Tailscale on this Raspberry Pi."), W::tr("It was not installed as a package, so a second one would get in its way."),
            W::tr("Remove it in the way it was installed, or ask whoever did that. Then try again.") };
    case ErrorKind::TailscaleUserspace:
        return { W::tr("Tailscale runs in a limited way."),
            W::tr("It runs in userspace mode, without a network device of its own, so the homes cannot be joined."),
            W::tr("Reinstall Tailscale in the usual way, and restart the Raspberry Pi.") };
    case ErrorKind::TailscaleLoggedOut:
        return { W::tr("The Raspberry Pi is not logged in to Tailscale."), W::tr("Without a login there is no link to the other home."),
            W::tr("Go back to “Tailscale” and log in.") };
    case ErrorKind::TailscaleNeedsApproval:
        return { W::tr("Tailscale has to let the Raspberry Pi in first."),
            W::tr("You are logged in. But in your Tailscale network an administrator approves each new device, and until then it has no link to the other home."),
            W::tr("On Tailscale's website open “Machines”, and choose “Approve” in the menu “…” of this Raspberry Pi. Then try again.") };
    case ErrorKind::TailscaleShieldsUp:
        return { W::tr("Tailscale on the Raspberry Pi lets no connection in."),
            W::tr("It is set to block incoming connections (“shields up”), so the other home cannot reach it."),
            W::tr("Ask the person who set it up to allow them (in a terminal: “sudo tailscale set --shields-up=false”). Then check again.") };
    case ErrorKind::TailscaleTrouble:
        return { W::tr("Tailscale on %1 has no connection at the moment.").arg(error.host),
            W::tr("It runs and is logged in, but it reaches neither its own servers nor the other home. That happens after a restart, even where the internet works."),
            W::tr("Restart Tailscale there (in a terminal: “sudo systemctl restart tailscaled”) or that Raspberry Pi, wait a minute, and try again.") };
    case ErrorKind::TailscaleRoute:
        return { W::tr("Tailscale leads this home's network to another device."),
            W::tr("Another device in your Tailscale network offers the addresses of this home (a “subnet router”). So the Raspberry Pi sends its answers there, and not into its own home."),
            W::tr("On Tailscale's website open “Machines”, find the device marked “Subnets”, and switch that network off in its menu “…”. Then try again.") };
    case ErrorKind::TailscaleLoginTimedOut:
        return { W::tr("The login timed out."), W::tr("The link for the login is no longer valid."), W::tr("Press “Get a new link”.") };
    case ErrorKind::TailscalePeerMissing:
        return { W::tr("The two Raspberry Pis are not connected in Tailscale."), W::tr("The other one is off, offline, or logged in with another account."),
            W::tr("Check that both are on and logged in with the same account.") };
    case ErrorKind::SameRouter:
        return wordsForRouterClash(error.detail);
    case ErrorKind::CarrierBlocked:
        return { W::tr("Nothing passes between the two Raspberry Pis."), W::tr("The rules of your Tailscale account do not let them talk to each other."),
            W::tr("Allow all connections between the two in Tailscale's access rules, and try again.") };
    case ErrorKind::SwitchFailed:
        return { W::tr("The new network did not start."), W::tr("The Raspberry Pi was restored and works as before."), W::tr("Try again.") };
    case ErrorKind::RolledBack:
        return { W::tr("The Raspberry Pi restored itself."), W::tr("It could not be reached in time, so the safety timer undid everything."),
            W::tr("Check cable and internet, and try again.") };
    case ErrorKind::RollbackIncomplete:
        return { W::tr("The Raspberry Pi could not be restored completely."),
            W::tr("Some of its settings are still those of the setup. Everything needed to bring the old ones back is kept on it, and it tries again at each restart."),
            W::tr("If its SD card is full, delete something there. Then restart the Raspberry Pi, wait two minutes, and try again. "
                  "If that doesn't help, the SD card may be worn out.") };
    case ErrorKind::NotProven:
        return { W::tr("A Raspberry Pi did not pass the test after the change, so it was restored."),
            W::tr("It works as before. Until the test is passed, the two homes are not joined."), W::tr("Wait a minute, and try again.") };
    case ErrorKind::Internal:
        return { W::tr("Something unexpected happened in TwinLAN."), W::tr("This is a bug in TwinLAN. You did nothing wrong."),
            W::tr("Try again. If it happens again, please report it with the details.") };
    default:
        return {};
    }
}

} // namespace

Words wordsForRouterClash(const QString &detail)
{
    const auto clash = RouterClash::fromText(detail);
    const QString next = clash
        ? W::tr("Change the address of the router of %1 to %2, in the router's own settings. Then restart that router and the Raspberry Pi there, and try again.")
              .arg(homeName(clash->toChange), clash->planned)
        : W::tr("Change the address of one of the two routers as planned on the page “Routers”. "
                "Then restart that router and the Raspberry Pi there, and try again.");
    const auto address = clash ? Ipv4::parse(clash->address) : Ipv4::parse(detail);
    return { address ? W::tr("The routers of both homes have the same address (%1).").arg(address->toString()) : W::tr("The routers of both homes have the same address."),
        W::tr("In one network, each device would find two routers with that address, and lose its internet connection. So the homes are not joined."), next };
}

Words wordsFor(const Error &error)
{
    Error named = error;
    named.host = visibleLine(error.host);
    named.detail = visibleLine(error.detail);
    if (named.host.isEmpty())
        named.host = W::tr("The Raspberry Pi");
    for (const auto &words : { reaching(named), working(named), theSystem(named) }) {
        if (!words.what.isEmpty())
            return words;
    }
    return theSystem({ .kind = ErrorKind::Internal, .host = {}, .step = {}, .detail = {} });
}

} // namespace twinlan
