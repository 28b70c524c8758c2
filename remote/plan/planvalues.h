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

// For what a kind of network says by itself (networks/).
[[nodiscard]] bool isMadeOf(const QString &text, QStringView alsoAllowed); // of [A-Za-z0-9] and the characters of `alsoAllowed` only
[[nodiscard]] bool isHexByte(const QString &text); // "0a", lower case

// `text` if it is made of [A-Za-z0-9._:/-] only, so that no file or shell needs quotes around it; else nothing. A
// renderer that gets a value that nobody validated thus writes a broken file, which its own check refuses, and never a
// dangerous one.
[[nodiscard]] QByteArray plainWord(const QString &text);

} // namespace twinlan
