// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/core/error.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <stop_token>

namespace twinlan {

// How long somebody is ready to wait: until a moment, or until they press Stop. libssh's own timeout is not used,
// because with it a silent command looks like one that ended (measured, libssh 0.10.6).
struct Patience
{
    std::chrono::steady_clock::time_point until;
    std::stop_token stop {};

    [[nodiscard]] static Patience lasting(std::chrono::milliseconds time, std::stop_token stop = {})
    {
        // A deadline of "for ever" must not overflow the clock.
        constexpr std::chrono::milliseconds longest = std::chrono::hours(24 * 365);
        return { std::chrono::steady_clock::now() + std::min(time, longest), std::move(stop) };
    }

    // Cancelled, TimedOut, or nothing while there is time.
    [[nodiscard]] std::optional<ErrorKind> over() const
    {
        if (stop.stop_requested())
            return ErrorKind::Cancelled;
        if (std::chrono::steady_clock::now() >= until)
            return ErrorKind::TimedOut;
        return std::nullopt;
    }

    // How long one wait may last before somebody looks at over() again. 50 ms: a stop is noticed before a person
    // wonders, and an idle session still wakes up only 20 times a second.
    [[nodiscard]] std::chrono::milliseconds slice() const
    {
        using namespace std::chrono;
        const auto left = ceil<milliseconds>(until - steady_clock::now());
        return std::clamp(left, milliseconds(0), milliseconds(50));
    }
};

} // namespace twinlan
