// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/plan/planvalues.h"

#include <QStringList>
#include <algorithm>

namespace twinlan {

namespace {

bool isAsciiLetterOrDigit(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

// Loops, not QRegularExpression: "$" there also matches before a final newline, which is the classic hole.
bool allOf(const QString &text, QStringView besides)
{
    return std::all_of(
        text.begin(), text.end(), [besides](QChar c) { return isAsciiLetterOrDigit(c) || besides.contains(c); });
}

bool isHexByte(const QString &text) // "0a", lower case
{
    return text.size() == 2
        && std::all_of(text.begin(), text.end(), [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

} // namespace

std::optional<Ipv4> strictIpv4(const QString &text)
{
    const std::optional<Ipv4> address = Ipv4::parse(text);
    return address && address->toString() == text ? address : std::nullopt;
}

bool isInterfaceName(const QString &text)
{
    // The kernel's IFNAMSIZ is 16 with the final zero. "all" and "default" are directories beside the interfaces in
    // /proc/sys/net/*/conf, gretap0 is the module's own fallback device (recipe), the others are not ours to bridge.
    static const QStringList reserved { QStringLiteral("all"), QStringLiteral("default"), QStringLiteral("lo"),
        QStringLiteral("gre0"), QStringLiteral("gretap0"), QStringLiteral("erspan0"), QStringLiteral("tailscale0") };
    return !text.isEmpty() && text.size() <= 15 && isAsciiLetterOrDigit(text.front()) && allOf(text, u"._-")
        && !reserved.contains(text);
}

bool isDeviceMac(const QString &text)
{
    const QStringList parts = text.split(u':');
    if (parts.size() != 6 || text == QStringLiteral("00:00:00:00:00:00"))
        return false;
    for (const QString &part : parts) {
        if (!isHexByte(part))
            return false;
    }
    return (parts.front().toInt(nullptr, 16) & 1) == 0; // the lowest bit marks a group address
}

bool isHostName(const QString &text)
{
    return !text.isEmpty() && text.size() <= 253 && (isAsciiLetterOrDigit(text.front()) || text.front() == u':')
        && allOf(text, u"._:%-"); // % begins an IPv6 zone
}

bool isDhcpcdOption(const QString &text)
{
    // dhcpcd.conf(5). Not those that run a program or set its environment, change the MAC, begin another block, or name a card.
    static const QStringList names { QStringLiteral("static"), QStringLiteral("inform"), QStringLiteral("inform6"), QStringLiteral("request"),
        QStringLiteral("fallback"), QStringLiteral("fallback_time"), QStringLiteral("request_time"), QStringLiteral("clientid"),
        QStringLiteral("duid"), QStringLiteral("iaid"), QStringLiteral("metric"), QStringLiteral("timeout"), QStringLiteral("reboot"),
        QStringLiteral("leasetime"), QStringLiteral("hostname"), QStringLiteral("hostname_short"), QStringLiteral("fqdn"),
        QStringLiteral("vendorclassid"), QStringLiteral("userclass"), QStringLiteral("msuserclass"), QStringLiteral("vendor"),
        QStringLiteral("vendclass"), QStringLiteral("mudurl"), QStringLiteral("option"), QStringLiteral("nooption"), QStringLiteral("require"),
        QStringLiteral("destination"), QStringLiteral("nohook"), QStringLiteral("arping"), QStringLiteral("noarp"),
        QStringLiteral("arp_persistdefence"), QStringLiteral("broadcast"), QStringLiteral("bootp"), QStringLiteral("xidhwaddr"),
        QStringLiteral("reject"), QStringLiteral("whitelist"), QStringLiteral("blacklist"), QStringLiteral("persistent"),
        QStringLiteral("release"), QStringLiteral("lastlease"), QStringLiteral("lastleaseextend"), QStringLiteral("nolink"),
        QStringLiteral("nodelay"), QStringLiteral("initial_interval"), QStringLiteral("backoff_cutoff"), QStringLiteral("backoff_jitter"),
        QStringLiteral("link_rcvbuf"), QStringLiteral("waitip"), QStringLiteral("quiet"), QStringLiteral("debug"), QStringLiteral("gateway"),
        QStringLiteral("nogateway"), QStringLiteral("noalias"), QStringLiteral("ipv4"), QStringLiteral("noipv4"), QStringLiteral("ipv4only"),
        QStringLiteral("noipv4ll"), QStringLiteral("ipv4ll_time"), QStringLiteral("ipv6"), QStringLiteral("noipv6"), QStringLiteral("ipv6only"),
        QStringLiteral("ipv6rs"), QStringLiteral("noipv6rs"), QStringLiteral("ipv6ra_autoconf"), QStringLiteral("ipv6ra_noautoconf"),
        QStringLiteral("ipv6ra_fork"), QStringLiteral("slaac"), QStringLiteral("ia_na"), QStringLiteral("ia_ta"), QStringLiteral("dhcp"),
        QStringLiteral("nodhcp"), QStringLiteral("dhcp6"), QStringLiteral("nodhcp6") };
    const qsizetype space = text.indexOf(u' ');
    const QString name = text.left(space); // all of it where there is none
    const QString value = space < 0 ? QString() : text.mid(space + 1);
    if (!names.contains(name) || !allOf(value, u" ._:/,=\"+@-") || value.count(u'"') % 2 != 0)
        return false;
    // "static routers=" says that there are none.
    const qsizetype equals = value.indexOf(u'=');
    return name != names.front() || (equals > 0 && allOf(value.left(equals), u"_"));
}

bool isClientId(const QString &text)
{
    const QStringList bytes = text.split(u':');
    return bytes.size() >= 2 && bytes.size() <= 64 && std::all_of(bytes.begin(), bytes.end(), isHexByte);
}

bool isProfileSetting(const QString &text)
{
    const qsizetype dot = text.indexOf(u'.');
    const qsizetype equals = text.indexOf(u'=');
    static const QStringList sections { QStringLiteral("connection"), QStringLiteral("ipv4"), QStringLiteral("ipv6"),
        QStringLiteral("ethernet"), QStringLiteral("ethtool") };
    // Of a profile itself only what counts for whoever is served by it: not its name, its type, or who may use it.
    static const QStringList ofConnection { QStringLiteral("zone"), QStringLiteral("metered"), QStringLiteral("mdns"),
        QStringLiteral("llmnr"), QStringLiteral("dns-over-tls"), QStringLiteral("secondaries") };
    if (dot <= 0 || equals <= dot + 1 || equals + 1 >= text.size() || !sections.contains(text.left(dot)))
        return false;
    const QString key = text.mid(dot + 1, equals - dot - 1);
    return allOf(key, u"-_") && allOf(text.mid(equals + 1), u" ._:/,;=-") && (text.left(dot) != sections.front() || ofConnection.contains(key));
}

QByteArray plainWord(const QString &text)
{
    return allOf(text, u"._:/-") ? text.toLatin1() : QByteArray();
}

} // namespace twinlan
