// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/plan/addressplan.h"

#include "remote/core/enumname.h"

#include <QStringList>
#include <algorithm>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

// What a Japanese input method or a copied web page makes of "192.168.1.1".
QChar plainCharacter(QChar c)
{
    if (c >= QChar(0xff10) && c <= QChar(0xff19)) // full-width 0 to 9
        return QChar(ushort(u'0' + (c.unicode() - 0xff10)));
    if (c == QChar(0xff0e) || c == QChar(0x3002)
        || c == QChar(0xff61)) // full-width dot, ideographic stop, its half-width form
        return u'.';
    return c;
}

// A range inside one /24 by its last numbers; empty when last < first.
struct Octets
{
    int first = 1;
    int last = 0;

    [[nodiscard]] int size() const { return std::max(0, last - first + 1); }
    [[nodiscard]] bool contains(int octet) const { return first <= octet && octet <= last; }
    [[nodiscard]] Octets cutTo(int low, int high) const { return { std::max(first, low), std::min(last, high) }; }
    // The larger of the two pieces that a router inside leaves.
    [[nodiscard]] Octets without(int octet) const
    {
        if (!contains(octet))
            return *this;
        const Octets below { first, octet - 1 };
        const Octets above { octet + 1, last };
        return below.size() >= above.size() ? below : above;
    }
};

// .0 names the network and .255 is its broadcast address.
constexpr int firstHost = 1;
constexpr int lastHost = 254;

bool isEdge(Ipv4 address)
{
    return address.lastOctet() < firstHost || address.lastOctet() > lastHost;
}

// A router's place in the shared /24: where it is, or the recipe's place, or any that is free.
int routerOctet(Ipv4 wanted, int recipeOctet, int taken)
{
    for (const int octet : { wanted.lastOctet(), recipeOctet, 1, lastHost }) {
        if (octet >= firstHost && octet <= lastHost && octet != taken)
            return octet;
    }
    return recipeOctet;
}

Octets octetsOf(const AddressRange &range)
{
    const int first = range.first.lastOctet();
    const int last = range.last.lastOctet();
    return Octets { std::min(first, last), std::max(first, last) }.cutTo(firstHost, lastHost);
}

// Cuts two wishes so that they neither overlap nor contain a router, leaving both homes as many addresses as it can:
// the product of the sizes is largest for the fairest cut, and untouched where nothing was wrong. 254 places for the
// cut and two orders are few enough to try them all.
PerSite<Octets> separated(const PerSite<Octets> &wish, const PerSite<int> &routers)
{
    PerSite<Octets> best;
    int bestScore = 0;
    for (const Site lower : bothSites) {
        const Site upper = otherSite(lower);
        for (int cut = firstHost; cut < lastHost; ++cut) {
            PerSite<Octets> now;
            now[lower] = wish[lower].cutTo(firstHost, cut);
            now[upper] = wish[upper].cutTo(cut + 1, lastHost);
            for (const Site site : bothSites)
                now[site] = now[site].without(routers.a).without(routers.b);
            const int score = now.a.size() * now.b.size();
            if (score > bestScore) {
                bestScore = score;
                best = now;
            }
        }
    }
    return best;
}

class Findings
{
public:
    void add(AddressProblemKind kind, Site site, Ipv4 at) { m_found[site].push_back({ kind, site, at }); }
    [[nodiscard]] std::vector<AddressProblem> inOrder() const
    {
        std::vector<AddressProblem> all = m_found.a;
        all.insert(all.end(), m_found.b.begin(), m_found.b.end());
        return all;
    }

private:
    PerSite<std::vector<AddressProblem>> m_found;
};

// What is wrong with one home by itself.
void judgeHome(const HomeAddresses &home, Site site, Findings &found)
{
    if (!home.router.isPrivate())
        found.add(AddressProblemKind::NotPrivate, site, home.router);
    if (isEdge(home.router))
        found.add(AddressProblemKind::RouterIsEdge, site, home.router);
    const AddressRange &range = home.dhcp;
    if (range.last < range.first) {
        found.add(AddressProblemKind::RangeReversed, site, range.first);
        return; // every further word about such a range would only confuse
    }
    for (const Ipv4 end : { range.first, range.last }) {
        if (!end.sameNetwork24(home.router)) {
            found.add(AddressProblemKind::RangeOutsideNetwork, site, end);
            return;
        }
    }
    for (const Ipv4 end : { range.first, range.last }) {
        if (isEdge(end)) {
            found.add(AddressProblemKind::RangeTouchesEdge, site, end);
            break;
        }
    }
    if (range.contains(home.router))
        found.add(AddressProblemKind::RouterInOwnRange, site, home.router);
}

} // namespace

std::optional<Ipv4> Ipv4::parse(const QString &text)
{
    QString plain;
    for (const QChar c : text)
        plain += plainCharacter(c);
    plain = plain.trimmed();
    if (plain.endsWith(u'.'))
        plain.chop(1);
    const QStringList parts = plain.split(u'.');
    if (parts.size() != 4)
        return std::nullopt;
    std::uint32_t value = 0;
    for (const QString &part : parts) {
        // Router pages write 192.168.001.001 and mean decimal.
        if (part.isEmpty() || part.size() > 3)
            return std::nullopt;
        std::uint32_t number = 0;
        for (const QChar c : part) {
            if (c < u'0' || c > u'9')
                return std::nullopt;
            number = number * 10 + std::uint32_t(c.unicode() - u'0');
        }
        if (number > 255)
            return std::nullopt;
        value = value << 8 | number;
    }
    return Ipv4(value);
}

QString Ipv4::toString() const
{
    return u"%1.%2.%3.%4"_s
        .arg(m_value >> 24)
        .arg(m_value >> 16 & 0xff)
        .arg(m_value >> 8 & 0xff)
        .arg(m_value & 0xff);
}

bool Ipv4::isPrivate() const
{
    return (m_value >> 24) == 10 || (m_value >> 20) == (172 << 4 | 1) || (m_value >> 16) == (192 << 8 | 168);
}

bool Ipv4::isCarrierGradeNat() const
{
    return (m_value >> 22) == (100 << 2 | 1);
}

QString addressProblemName(AddressProblemKind kind)
{
    return nameOf(kind);
}

AddressPlan AddressPlan::recipe()
{
    return recipeIn(Ipv4(192, 168, 1, 1));
}

AddressPlan AddressPlan::recipeIn(Ipv4 router)
{
    const auto at = [router](int octet) { return router.withLastOctet(octet); };
    AddressPlan plan;
    plan.homes.a = { at(1), { at(2), at(99) } };
    plan.homes.b = { at(100), { at(101), at(199) } };
    return plan;
}

std::vector<AddressProblem> AddressPlan::problems(const PerSite<std::optional<Ipv4>> &piAddresses) const
{
    Findings found;
    for (const Site site : bothSites)
        judgeHome(homes[site], site, found);

    // Between the homes. What both share is marked at B: A's own network is the one that the person sees.
    const HomeAddresses &a = homes.a;
    const HomeAddresses &b = homes.b;
    if (!a.router.sameNetwork24(b.router))
        found.add(AddressProblemKind::NetworksDiffer, Site::B, b.router);
    else if (a.router == b.router)
        found.add(AddressProblemKind::SameRouterAddress, Site::B, b.router);
    for (const Site site : bothSites) {
        const Ipv4 router = homes[site].router;
        if (router != homes[otherSite(site)].router && homes[otherSite(site)].dhcp.contains(router))
            found.add(AddressProblemKind::RouterInOtherRange, site, router);
    }
    if (a.dhcp.first <= a.dhcp.last && b.dhcp.first <= b.dhcp.last && a.dhcp.overlaps(b.dhcp))
        found.add(AddressProblemKind::RangesOverlap, Site::B, std::max(a.dhcp.first, b.dhcp.first));

    for (const Site site : bothSites) {
        const std::optional<Ipv4> pi = piAddresses[site];
        if (pi && (*pi == a.router || *pi == b.router || (site == Site::B && pi == piAddresses.a)))
            found.add(AddressProblemKind::PiAddressTaken, site, *pi);
    }
    return found.inOrder();
}

AddressPlan AddressPlan::repaired() const
{
    if (problems().empty())
        return *this;
    const Ipv4 network = homes.a.router.isPrivate() ? homes.a.router : recipe().homes.a.router;
    PerSite<int> routers;
    routers.a = routerOctet(homes.a.router, 1, -1);
    routers.b = routerOctet(homes.b.router, 100, routers.a);
    const PerSite<Octets> cut = separated({ octetsOf(homes.a.dhcp), octetsOf(homes.b.dhcp) }, routers);
    if (cut.a.size() == 0 || cut.b.size() == 0)
        return recipeIn(network); // nothing left of one home's range: start from the recipe's numbers

    AddressPlan plan;
    for (const Site site : bothSites) {
        plan.homes[site] = { network.withLastOctet(routers[site]),
            { network.withLastOctet(cut[site].first), network.withLastOctet(cut[site].last) } };
    }
    return plan;
}

} // namespace twinlan
