// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace twinlan {

[[nodiscard]] QString libsshVersion(); // of the library that runs, as it names itself: "0.10.6/openssl/zlib"

} // namespace twinlan
