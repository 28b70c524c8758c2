// SPDX-License-Identifier: GPL-3.0-or-later
// A device of the home's network in words. What it says of itself is text, and cut where it is long.
#pragma once

#include "remote/discovery/founddevice.h"

#include <QString>

namespace twinlan {

[[nodiscard]] QString deviceTitle(const FoundDevice &device); // "Raspberry Pi · raspberrypi"
// "192.168.11.23"; with the MAC address, where the name does not tell which one it is
[[nodiscard]] QString deviceLine(const FoundDevice &device, bool withMac);

} // namespace twinlan
