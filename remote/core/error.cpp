// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/core/error.h"

namespace twinlan {

QString errorKindName(ErrorKind kind)
{
    switch (kind) {
#define TWINLAN_KIND(name)                                                                                                       \
    case ErrorKind::name:                                                                                                        \
        return QStringLiteral(#name);
        TWINLAN_KIND(HostNotFound)
        TWINLAN_KIND(NoRoute)
        TWINLAN_KIND(ConnectionRefused)
        TWINLAN_KIND(NotSsh)
        TWINLAN_KIND(HostKeyUnknown)
        TWINLAN_KIND(HostKeyChanged)
        TWINLAN_KIND(AuthDenied)
        TWINLAN_KIND(KeyUnreadable)
        TWINLAN_KIND(KeyPassphraseWrong)
        TWINLAN_KIND(ConnectionLost)
        TWINLAN_KIND(TimedOut)
        TWINLAN_KIND(Cancelled)
        TWINLAN_KIND(SudoDenied)
        TWINLAN_KIND(SudoPasswordWrong)
        TWINLAN_KIND(CommandFailed)
        TWINLAN_KIND(KilledBySignal)
        TWINLAN_KIND(BadAnswer)
        TWINLAN_KIND(PlanUnreadable)
        TWINLAN_KIND(PlanTooNew)
        TWINLAN_KIND(PlanInvalid)
        TWINLAN_KIND(UnsupportedSystem)
        TWINLAN_KIND(TwoNetworkServices)
        TWINLAN_KIND(ProfileMissing)
        TWINLAN_KIND(ProfileUnsupported)
        TWINLAN_KIND(CardInUse)
        TWINLAN_KIND(LanNotOnePort)
        TWINLAN_KIND(WifiOnly)
        TWINLAN_KIND(ForeignBridge)
        TWINLAN_KIND(HandMade)
        TWINLAN_KIND(ModuleMissing)
        TWINLAN_KIND(ForgetsChanges)
        TWINLAN_KIND(DiskFull)
        TWINLAN_KIND(DiskReadOnly)
        TWINLAN_KIND(NotAFile)
        TWINLAN_KIND(PackagesOffline)
        TWINLAN_KIND(PackagesLocked)
        TWINLAN_KIND(PackagesBroken)
        TWINLAN_KIND(PackageConflict)
        TWINLAN_KIND(HeldByAnother)
        TWINLAN_KIND(NextBootFails)
        TWINLAN_KIND(CheckFailed)
        TWINLAN_KIND(TailscaleMissing)
        TWINLAN_KIND(TailscaleStopped)
        TWINLAN_KIND(TailscaleTooOld)
        TWINLAN_KIND(TailscaleUserspace)
        TWINLAN_KIND(TailscaleLoggedOut)
        TWINLAN_KIND(TailscaleTrouble)
        TWINLAN_KIND(TailscaleLoginTimedOut)
        TWINLAN_KIND(TailscalePeerMissing)
        TWINLAN_KIND(SameRouter)
        TWINLAN_KIND(CarrierBlocked)
        TWINLAN_KIND(SwitchFailed)
        TWINLAN_KIND(RolledBack)
        TWINLAN_KIND(RollbackIncomplete)
        TWINLAN_KIND(NotProven)
        TWINLAN_KIND(Internal)
#undef TWINLAN_KIND
    }
    return QStringLiteral("Internal");
}

bool Error::canRetry() const
{
    switch (kind) {
    case ErrorKind::NoRoute:
    case ErrorKind::ConnectionRefused:
    case ErrorKind::ConnectionLost:
    case ErrorKind::TimedOut:
    case ErrorKind::Cancelled:
    case ErrorKind::PackagesOffline:
    case ErrorKind::PackagesLocked:
    case ErrorKind::HeldByAnother:
    case ErrorKind::TailscaleStopped:
    case ErrorKind::TailscaleTrouble:
    case ErrorKind::TailscaleLoginTimedOut:
    case ErrorKind::TailscalePeerMissing:
    case ErrorKind::SwitchFailed:
    case ErrorKind::RolledBack:
    case ErrorKind::NotProven:
        return true;
    default:
        return false;
    }
}

} // namespace twinlan
