// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/plan/planvalues.h"

#include <QStringList>
#include <algorithm>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isAsciiLetterOrDigit(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

} // namespace

// Loops, not QRegularExpression: "$" there also matches before a final newline, which is the classic hole.
bool isMadeOf(const QString &text, QStringView alsoAllowed)
{
    return std::all_of(
        text.begin(), text.end(), [alsoAllowed](QChar c) { return isAsciiLetterOrDigit(c) || alsoAllowed.contains(c); });
}

bool isHexByte(const QString &text)
{
    return text.size() == 2
        && std::all_of(text.begin(), text.end(), [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

std::optional<Ipv4> strictIpv4(const QString &text)
{
    const std::optional<Ipv4> address = Ipv4::parse(text);
    return address && address->toString() == text ? address : std::nullopt;
}

bool isInterfaceName(const QString &text)
{
    // The kernel's IFNAMSIZ is 16 with the final zero. "all" and "default" are directories beside the interfaces in
    // /proc/sys/net/*/conf, gretap0 is the module's own fallback device (recipe), the others are not ours to bridge.
    static const QStringList reserved { u"all"_s, u"default"_s, u"lo"_s,
        u"gre0"_s, u"gretap0"_s, u"erspan0"_s, u"tailscale0"_s };
    return !text.isEmpty() && text.size() <= 15 && isAsciiLetterOrDigit(text.front()) && isMadeOf(text, u"._-")
        && !reserved.contains(text);
}

bool isDeviceMac(const QString &text)
{
    const QStringList parts = text.split(u':');
    if (parts.size() != 6 || text == "00:00:00:00:00:00"_L1)
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
        && isMadeOf(text, u"._:%-"); // % begins an IPv6 zone
}

QByteArray plainWord(const QString &text)
{
    return isMadeOf(text, u"._:/-") ? text.toLatin1() : QByteArray();
}

} // namespace twinlan
