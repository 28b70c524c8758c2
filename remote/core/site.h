// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>

namespace twinlan {

// The two homes. A is the one where the person with the wizard sits; B is the far one.
enum class Site {
    A,
    B
};

inline constexpr std::array<Site, 2> bothSites { Site::A, Site::B };
[[nodiscard]] constexpr Site otherSite(Site site)
{
    return site == Site::A ? Site::B : Site::A;
}

// One value for each home.
template <class T> struct PerSite
{
    T a {};
    T b {};

    T &operator[](Site site) { return site == Site::A ? a : b; }
    const T &operator[](Site site) const { return site == Site::A ? a : b; }
    bool operator==(const PerSite &) const = default;
};

} // namespace twinlan
