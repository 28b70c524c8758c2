// SPDX-License-Identifier: GPL-3.0-or-later
// Which home uses which addresses of the one network that both share.
#pragma once

#include "remote/core/site.h"

#include <QObject>
#include <QString>
#include <cstdint>
#include <optional>
#include <vector>

namespace twinlan {

// An IPv4 address in host byte order.
class Ipv4
{
public:
    constexpr Ipv4() = default;
    constexpr explicit Ipv4(std::uint32_t value)
        : m_value(value)
    {
    }
    constexpr Ipv4(int a, int b, int c, int d)
        : m_value(std::uint32_t(a) << 24 | std::uint32_t(b) << 16 | std::uint32_t(c) << 8 | std::uint32_t(d))
    {
    }
    // Four decimal numbers; forgives what people paste: spaces around, full-width digits and dots, a trailing dot.
    static std::optional<Ipv4> parse(const QString &text);

    [[nodiscard]] QString toString() const;
    [[nodiscard]] constexpr std::uint32_t value() const { return m_value; }
    [[nodiscard]] constexpr int lastOctet() const { return int(m_value & 0xff); }
    // The same /24 with another last number.
    [[nodiscard]] constexpr Ipv4 withLastOctet(int octet) const { return Ipv4((m_value & 0xffffff00u) | std::uint32_t(octet)); }
    [[nodiscard]] constexpr bool sameNetwork24(Ipv4 other) const { return (m_value >> 8) == (other.m_value >> 8); }
    [[nodiscard]] bool isPrivate() const; // RFC 1918
    [[nodiscard]] bool isCarrierGradeNat() const; // 100.64.0.0/10, where Tailscale's addresses lie
    constexpr auto operator<=>(const Ipv4 &) const = default;

private:
    std::uint32_t m_value = 0;
};

// The DHCP range that one router hands out, both ends included.
struct AddressRange
{
    Ipv4 first;
    Ipv4 last;
    [[nodiscard]] constexpr bool contains(Ipv4 address) const { return first <= address && address <= last; }
    [[nodiscard]] constexpr std::uint32_t count() const { return last.value() - first.value() + 1; }
    [[nodiscard]] constexpr bool overlaps(const AddressRange &other) const { return first <= other.last && other.first <= last; }
    bool operator==(const AddressRange &) const = default;
};

struct HomeAddresses
{
    Ipv4 router;
    AddressRange dhcp;
    bool operator==(const HomeAddresses &) const = default;
};

namespace addressproblemkinds { // so that Qt knows the names
Q_NAMESPACE
enum class AddressProblemKind {
    NotPrivate, // the router's address is none of the private ones
    NetworksDiffer, // the two routers are not in the same /24
    SameRouterAddress,
    RangeReversed, // first above last
    RangeOutsideNetwork, // an end of the range is not in the /24
    RangeTouchesEdge, // contains .0 or .255, which no device may have
    RouterIsEdge, // a router at .0 or .255
    RangesOverlap,
    RouterInOwnRange,
    RouterInOtherRange,
    PiAddressTaken, // a Pi's own address equals a router's or the other Pi's
};
Q_ENUM_NS(AddressProblemKind)
}
using addressproblemkinds::AddressProblemKind;

struct AddressProblem
{
    AddressProblemKind kind;
    Site site; // whose field to mark
    Ipv4 at; // the address that shows it (the first of an overlap)
    bool operator==(const AddressProblem &) const = default;
};
[[nodiscard]] QString addressProblemName(AddressProblemKind kind);

struct AddressPlan
{
    PerSite<HomeAddresses> homes;
    bool operator==(const AddressPlan &) const = default;

    // The numbers of the recipe (remote/plan/README.md#recipe): A .1 and .2–.99, B .100 and .101–.199 of 192.168.1.0/24.
    static AddressPlan recipe();
    // The recipe's layout moved to the /24 of `router`.
    static AddressPlan recipeIn(Ipv4 router);

    // Every problem, A's before B's; empty means that the plan can be used. piAddresses: the Pis' LAN addresses where known.
    [[nodiscard]] std::vector<AddressProblem> problems(const PerSite<std::optional<Ipv4>> &piAddresses = {}) const;
    // The nearest plan without problems: keeps the routers where they can stay, cuts or moves ranges. Same /24 as A's router.
    [[nodiscard]] AddressPlan repaired() const;
};

} // namespace twinlan
