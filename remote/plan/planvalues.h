// SPDX-License-Identifier: GPL-3.0-or-later
// What a value of the plan may look like before it is put into a file or a shell word. Private to remote/plan.
#pragma once

#include "remote/plan/addressplan.h"

#include <QByteArray>
#include <QString>

namespace twinlan {

// Exactly as Ipv4::toString() writes it, unlike the forgiving Ipv4::parse().
[[nodiscard]] std::optional<Ipv4> strictIpv4(const QString &text);
[[nodiscard]] bool isInterfaceName(const QString &text);
[[nodiscard]] bool isDeviceMac(const QString &text); // lower case with colons, neither multicast nor zero
[[nodiscard]] bool isHostName(const QString &text); // name, IPv4 or IPv6 address

// "static domain_name_servers=192.168.1.1 9.9.9.9", "metric 100", "noipv6": what dhcpcd takes for one interface and we take along.
[[nodiscard]] bool isDhcpcdOption(const QString &text);
[[nodiscard]] bool isClientId(const QString &text); // "ff:87:d1:45:9a:00:01", 2 to 64 bytes
[[nodiscard]] bool isProfileSetting(const QString &text); // "ipv4.address1=192.168.1.10/24,192.168.1.1", "ethtool.feature-rx=false"

// `text` if it is made of [A-Za-z0-9._:/-] only, so that no file or shell needs quotes around it; else nothing. A
// renderer that gets a value that nobody validated thus writes a broken file, which its own check refuses, and never a
// dangerous one.
[[nodiscard]] QByteArray plainWord(const QString &text);

} // namespace twinlan
