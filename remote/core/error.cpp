// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/core/error.h"

#include "remote/core/enumname.h"

namespace twinlan {

QString errorKindName(ErrorKind kind)
{
    return nameOf(kind);
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
