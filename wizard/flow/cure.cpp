// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/flow/cure.h"

#include <algorithm>

namespace twinlan {

namespace {

std::optional<PageId> anyPageThatHelps(ErrorKind kind, Site site)
{
    switch (kind) {
    // Another password, key or address.
    case ErrorKind::HostNotFound:
    case ErrorKind::NotSsh:
    case ErrorKind::HostKeyUnknown:
    case ErrorKind::HostKeyChanged:
    case ErrorKind::AuthDenied:
    case ErrorKind::KeyUnreadable:
    case ErrorKind::KeyPassphraseWrong:
    case ErrorKind::SudoDenied:
    case ErrorKind::SudoPasswordWrong:
        return site == Site::A ? PageId::PiA : PageId::PiB;
    // A button there installs, updates, or logs in; Pi B has it on its own page.
    case ErrorKind::TailscaleMissing:
    case ErrorKind::TailscaleTooOld:
    case ErrorKind::TailscaleLoggedOut:
    case ErrorKind::TailscaleNeedsApproval:
        return site == Site::A ? PageId::Tailscale : PageId::PiB;
    case ErrorKind::PlanInvalid:
    case ErrorKind::SameRouter:
        return PageId::Addresses;
    // What the check-up lists as a blocker, with its cure beside it (remote/setup/readiness.cpp).
    case ErrorKind::UnsupportedSystem:
    case ErrorKind::TwoNetworkServices:
    case ErrorKind::ProfileMissing:
    case ErrorKind::ProfileUnsupported:
    case ErrorKind::CardInUse:
    case ErrorKind::LanNotOnePort:
    case ErrorKind::WifiOnly:
    case ErrorKind::ForeignBridge:
    case ErrorKind::HandMade:
    case ErrorKind::ModuleMissing:
    case ErrorKind::ForgetsChanges:
    case ErrorKind::PackageConflict:
    case ErrorKind::TailscaleUserspace:
    case ErrorKind::TailscaleShieldsUp:
    case ErrorKind::TailscaleRoute:
        return PageId::CheckUp;
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<PageId> pageThatHelps(ErrorKind kind, Site site, const std::vector<PageId> &pages)
{
    const auto page = anyPageThatHelps(kind, site);
    return page && std::find(pages.begin(), pages.end(), *page) != pages.end() ? page : std::nullopt;
}

} // namespace twinlan
