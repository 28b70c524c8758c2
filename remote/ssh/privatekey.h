// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/ssh/link.h"

namespace twinlan {

// A private key from its text; null if that is none, or wants a passphrase.
[[nodiscard]] SshHandle<ssh_key_struct> readPrivateKey(const Secret &text);

} // namespace twinlan
