// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/setup/facts.h"
#include "remote/ssh/shell.h"

#include <chrono>
#include <functional>
#include <stop_token>

namespace twinlan {

// Tailscale's login on one Pi, handed to the page. Blocking; url() comes as soon as Tailscale names one. The answer is what the Pi says of
// itself afterwards: its list of devices is what Pi B is picked from.
struct LoginOptions
{
    QString loginServer; // empty: Tailscale's own
    std::chrono::seconds deadline { 600 };
};
using UrlSink = std::function<void(const QString &url)>;
Result<PiFacts> tailscaleLogin(Shell &shell, const LoginOptions &options, const UrlSink &url, const std::stop_token &stop = {});

} // namespace twinlan
