// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/ssh/link.h"

namespace twinlan {

struct SignedIn
{
    bool byPassword = false; // so the password is known to be the account's own
};

// Signs in on a link whose host key has been verified: `none`, then what the server lists, in the order of Credentials.
// An agent with many keys can use up the server's patience (MaxAuthTries, 6) before anything else had its turn; the
// server then hangs up: ConnectionLost, and the caller connects again without the agent. Errors: AuthDenied,
// KeyUnreadable, KeyPassphraseWrong, ConnectionLost, TimedOut, Cancelled.
Result<SignedIn> signIn(Link &link, const Credentials &credentials, bool withAgent, const Patience &patience);

} // namespace twinlan
