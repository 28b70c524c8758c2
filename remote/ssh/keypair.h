// SPDX-License-Identifier: GPL-3.0-or-later
// A key pair of the program's own, which lives in memory and never in a file.
#pragma once

#include "remote/core/error.h"
#include "remote/core/secret.h"

namespace twinlan {

struct KeyPair
{
    Secret privateHalf; // as text, in OpenSSH's format, without a passphrase
    QByteArray publicHalf; // "ssh-ed25519 AAAA…"
};

// A new one. Error: Internal.
[[nodiscard]] Result<KeyPair> makeKeyPair();
// What belongs to the private half; empty if that is none.
[[nodiscard]] QByteArray publicHalfOf(const Secret &privateHalf);

} // namespace twinlan
