// SPDX-License-Identifier: GPL-3.0-or-later
// A device of the homes' network in words. What it says of itself is text, and cut where it is long.
#pragma once

#include "remote/discovery/founddevice.h"
#include "remote/discovery/homedevice.h"

#include <QString>

namespace twinlan {

[[nodiscard]] QString deviceTitle(const FoundDevice &device); // "Raspberry Pi · raspberrypi"
// "192.168.11.23"; with the MAC address, where the name does not tell which one it is
[[nodiscard]] QString deviceLine(const FoundDevice &device, bool withMac);

[[nodiscard]] QString deviceTitle(const HomeDevice &device); // "NAS or computer · Taro's NAS"
[[nodiscard]] QString deviceLine(const HomeDevice &device); // "shared folders, web page · home B · 192.168.1.150"

} // namespace twinlan
