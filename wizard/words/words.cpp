// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/words/words.h"

#include "wizard/flow/remainingtime.h"

#include <QCoreApplication>
#include <QLocale>

namespace twinlan {

namespace {
struct W
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};
} // namespace

Words wordsFor(const AddressProblem &problem)
{
    const QString at = problem.at.toString();
    switch (problem.kind) {
    case AddressProblemKind::NotPrivate:
        return { W::tr("%1 is not an address for a home network.").arg(at),
            W::tr("Home routers use addresses that begin with 192.168, 10, or 172.16 to 172.31."),
            W::tr("Look at the router's settings page and type its address, for example 192.168.1.1.") };
    case AddressProblemKind::NetworksDiffer:
        return { W::tr("The two routers are in different networks (%1).").arg(at),
            W::tr("Both homes become one network, so the first three numbers must be the same."),
            W::tr("Give this router an address with the same first three numbers as the other one.") };
    case AddressProblemKind::SameRouterAddress:
        return { W::tr("Both routers have the address %1.").arg(at), W::tr("In one network each device needs an address of its own."),
            W::tr("Give one of the routers another address, for example one that ends in 100.") };
    case AddressProblemKind::RangeReversed:
        return { W::tr("The first address is higher than the last."), W::tr("The router cannot assign any address from this range."),
            W::tr("Swap the two addresses.") };
    case AddressProblemKind::RangeOutsideNetwork:
        return { W::tr("%1 is not in the router's network.").arg(at),
            W::tr("A router can only assign addresses that begin with its own first three numbers."),
            W::tr("Use the same first three numbers as the router.") };
    case AddressProblemKind::RangeTouchesEdge:
        return { W::tr("No device may have the address %1.").arg(at), W::tr("The numbers 0 and 255 at the end are reserved."),
            W::tr("Use numbers from 1 to 254 at the end.") };
    case AddressProblemKind::RouterIsEdge:
        return { W::tr("A router cannot have the address %1.").arg(at), W::tr("The numbers 0 and 255 at the end are reserved."),
            W::tr("Use a number from 1 to 254 at the end.") };
    case AddressProblemKind::RangesOverlap:
        return { W::tr("%1 is in the DHCP ranges of both routers.").arg(at), W::tr("Two devices could get the same address and lose their connection."),
            W::tr("Make sure that the two ranges do not overlap.") };
    case AddressProblemKind::RouterInOwnRange:
        return { W::tr("The router's own address %1 is inside its range.").arg(at),
            W::tr("The router could assign its own address to another device."), W::tr("Leave the router's address out of the range.") };
    case AddressProblemKind::RouterInOtherRange:
        return { W::tr("The router's address %1 is inside the other home's range.").arg(at),
            W::tr("A device in the other home could get the router's address."),
            W::tr("Change the range or the router's address so that they do not overlap.") };
    case AddressProblemKind::PiAddressTaken:
        return { W::tr("The address %1 is used twice.").arg(at), W::tr("A Raspberry Pi has the same address as another device of the two homes."),
            W::tr("Give the Raspberry Pi another address in its router's settings.") };
    }
    return {};
}

QString wordsFor(Hint hint)
{
    switch (hint) {
    case Hint::None:
        return {};
    case Hint::FixAddresses:
        return W::tr("Fix the addresses above to continue.");
    case Hint::Connect:
        return W::tr("Connect to the Raspberry Pi to continue.");
    case Hint::Connecting:
        return W::tr("Connecting…", "why Next cannot be pressed yet");
    case Hint::AnswerHostKey:
        return W::tr("Answer the question above to continue.");
    case Hint::LogIn:
        return W::tr("Log in to Tailscale to continue.");
    case Hint::LogInB:
        return W::tr("Raspberry Pi B has to be logged in to Tailscale, too.");
    case Hint::CheckUpRunning:
        return W::tr("Checking both Raspberry Pis…");
    case Hint::FixFindings:
        return W::tr("Resolve the items marked “Must be fixed” to continue.");
    case Hint::CheckAgain:
        return W::tr("Press “Check again” to continue.");
    case Hint::Applying:
        return {};
    }
    return {};
}

QString stepTitle(StepId id)
{
    switch (id) {
    case StepId::BackUp:
        return W::tr("Keep a backup");
    case StepId::InstallPackages:
        return W::tr("Install the required software");
    case StepId::LoadModules:
        return W::tr("Turn on network features");
    case StepId::StageFiles:
        return W::tr("Prepare the settings");
    case StepId::ChooseCarrier:
        return W::tr("Test the path over the internet");
    case StepId::CheckNextBoot:
        return W::tr("Check the next start in advance");
    case StepId::ArmRollback:
        return W::tr("Start the safety timer");
    case StepId::SwitchOver:
        return W::tr("Switch to the new network");
    case StepId::ProveReachable:
        return W::tr("Check that it still responds");
    case StepId::Confirm:
        return W::tr("Keep the new network");
    case StepId::VerifyJoined:
        return W::tr("Check the link to the other home");
    }
    return {};
}

QString stepStateName(StepState state)
{
    switch (state) {
    case StepState::Waiting:
        return W::tr("Waiting", "how far a step of the setup is");
    case StepState::Running:
        return W::tr("In progress", "how far a step of the setup is");
    case StepState::AlreadyDone:
        return W::tr("Already done", "how far a step of the setup is");
    case StepState::Done:
        return W::tr("Done", "how far a step of the setup is");
    case StepState::Failed:
        return W::tr("Failed", "how far a step of the setup is");
    case StepState::Undone:
        return W::tr("Undone", "how far a step of the setup is");
    }
    return {};
}

QString levelName(Level level)
{
    switch (level) {
    case Level::Pass:
        return W::tr("All right", "a line of the check-up");
    case Level::Warn:
        return W::tr("Good to know", "a line of the check-up");
    case Level::Stop:
        return W::tr("Must be fixed", "a line of the check-up");
    }
    return {};
}

QString pageTitle(PageId page, Goal goal)
{
    if (page == PageId::Apply && goal == Goal::Remove)
        return W::tr("Undo", "a step of the wizard, in the list at the side");
    switch (page) {
    case PageId::Welcome:
        return W::tr("Welcome", "a step of the wizard, in the list at the side");
    case PageId::SdCards:
        return W::tr("SD cards", "a step of the wizard, in the list at the side");
    case PageId::Addresses:
        return W::tr("Routers", "a step of the wizard, in the list at the side");
    case PageId::PiA:
        return W::tr("Raspberry Pi A");
    case PageId::Tailscale:
        return W::tr("Tailscale", "a step of the wizard, in the list at the side");
    case PageId::PiB:
        return W::tr("Raspberry Pi B");
    case PageId::CheckUp:
        return W::tr("Check-up", "a step of the wizard, in the list at the side");
    case PageId::Review:
        return W::tr("Review", "a step of the wizard, in the list at the side");
    case PageId::Apply:
        return W::tr("Set up", "a step of the wizard, in the list at the side");
    case PageId::Result:
        return W::tr("Result", "a step of the wizard, in the list at the side");
    }
    return {};
}

QString homeName(Site site)
{
    return site == Site::A ? W::tr("Home A (where you are)") : W::tr("Home B (the other home)");
}

QString piName(Site site)
{
    return site == Site::A ? W::tr("Raspberry Pi A") : W::tr("Raspberry Pi B");
}

QString dateText(const QDate &date)
{
    return QLocale().toString(date, QLocale::LongFormat);
}

QString momentText(const QDateTime &moment)
{
    return W::tr("%1, %2", "a date and a time of day").arg(dateText(moment.date()), QLocale().toString(moment.time(), QLocale::ShortFormat));
}

QString sentences(const QString &first, const QString &second)
{
    return W::tr("%1 %2", "two sentences, one after the other").arg(first, second);
}

QString durationText(std::chrono::milliseconds duration)
{
    const auto seconds = int(std::chrono::duration_cast<std::chrono::seconds>(duration).count());
    return seconds < 60 ? W::tr("%1 s", "seconds").arg(seconds) : W::tr("%1 min %2 s", "minutes and seconds").arg(seconds / 60).arg(seconds % 60);
}

QString timeLeftText(const SaidTime &time)
{
    if (time.isLong)
        return time.minutes == 0 ? W::tr("It takes longer than usual.") : W::tr("It takes longer than usual: about %1 min left.").arg(time.minutes);
    return time.minutes == 0 ? W::tr("Less than a minute left.") : W::tr("About %1 min left.").arg(time.minutes);
}

} // namespace twinlan
