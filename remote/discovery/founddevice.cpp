// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/discovery/founddevice.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t mostDevices = 1024; // more answers than three home networks have addresses are no devices
constexpr qsizetype longestBanner = 255; // RFC 4253, 4.2

// Of Raspberry Pi Ltd and its forerunners, in the register of the IEEE.
struct Prefix
{
    QLatin1StringView begin;
    PiModel model;
};
constexpr std::array prefixes {
    Prefix { "B8:27:EB"_L1, PiModel::UpTo3 }, // until the Pi 4, which came with the next one
    Prefix { "DC:A6:32"_L1, PiModel::Four },
    Prefix { "E4:5F:01"_L1, PiModel::Some },
    Prefix { "D8:3A:DD"_L1, PiModel::Some },
    Prefix { "2C:CF:67"_L1, PiModel::Some },
    Prefix { "28:CD:C1"_L1, PiModel::Some },
    Prefix { "88:A2:9E"_L1, PiModel::Some },
};

} // namespace

QString tidyMac(const QString &mac)
{
    static const QRegularExpression form(u"^(?:[0-9A-F]{2}[:-]){5}[0-9A-F]{2}$"_s);
    const QString tidy = mac.trimmed().toUpper().replace(u'-', u':');
    return form.match(tidy).hasMatch() && tidy != "00:00:00:00:00:00"_L1 ? tidy : QString();
}

PiModel piModelOf(const QString &mac, const QString &name, const QByteArray &banner)
{
    const QString tidy = tidyMac(mac);
    for (const Prefix &prefix : prefixes) {
        if (tidy.startsWith(prefix.begin))
            return prefix.model;
    }
    // A USB adapter has a MAC of its own maker. The names are the one that a card has from the beginning, and those of our own page.
    const QString lower = name.toLower();
    const bool named = lower.startsWith("raspberrypi"_L1) || lower.startsWith("twinlan-"_L1);
    return named || banner.contains("Raspbian") ? PiModel::Some : PiModel::NotAPi;
}

std::optional<QByteArray> sshBannerIn(const QByteArray &received)
{
    const QByteArray greeting = received.left(longestGreeting);
    for (qsizetype begin = 0, end = greeting.indexOf('\n'); end >= 0; begin = end + 1, end = greeting.indexOf('\n', begin)) {
        const QByteArray line = greeting.mid(begin, end - begin).trimmed();
        if (!line.startsWith("SSH-"))
            continue;
        const bool printable = std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c <= '~'; });
        return printable && line.size() <= longestBanner ? std::optional(line) : std::nullopt;
    }
    return std::nullopt;
}

Sightings::Seen *Sightings::at(Ipv4 address)
{
    if (m_seen.size() >= mostDevices && !m_seen.contains(address))
        return nullptr;
    Seen &seen = m_seen[address];
    seen.device.address = address;
    return &seen;
}

Sightings::Seen *Sightings::answered(Ipv4 address)
{
    Seen *seen = at(address);
    if (seen && !seen->answered) {
        seen->answered = true;
        seen->since = ++m_answers;
    }
    return seen;
}

void Sightings::named(Ipv4 address, const QString &name)
{
    Seen *seen = answered(address);
    if (seen && seen->device.name.isEmpty())
        seen->device.name = name;
}

void Sightings::isThere(Ipv4 address)
{
    answered(address);
}

void Sightings::hasMac(Ipv4 address, const QString &mac)
{
    const QString tidy = tidyMac(mac);
    if (tidy.isEmpty())
        return;
    if (Seen *seen = at(address))
        seen->device.mac = tidy;
}

void Sightings::offersSsh(Ipv4 address, const QByteArray &banner)
{
    if (Seen *seen = answered(address)) {
        seen->device.ssh = SshAnswer::Offered;
        seen->banner = banner;
    }
}

void Sightings::refusesSsh(Ipv4 address)
{
    Seen *seen = answered(address);
    if (seen && seen->device.ssh == SshAnswer::Unknown)
        seen->device.ssh = SshAnswer::Refused;
}

bool Sightings::hasName(Ipv4 address) const
{
    const auto seen = m_seen.find(address);
    return seen != m_seen.end() && !seen->second.device.name.isEmpty();
}

std::vector<FoundDevice> Sightings::devices() const
{
    std::vector<std::pair<int, FoundDevice>> found;
    for (const auto &[address, seen] : m_seen) {
        FoundDevice device = seen.device;
        device.model = piModelOf(device.mac, device.name, seen.banner);
        // A device that is not recognised as a Raspberry Pi is listed only if it offers SSH: it may be one all the same.
        if (seen.answered && (device.isPi() || device.ssh == SshAnswer::Offered))
            found.emplace_back(seen.since, device);
    }
    std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<FoundDevice> devices;
    devices.reserve(found.size());
    for (auto &[since, device] : found)
        devices.push_back(std::move(device));
    return devices;
}

} // namespace twinlan
