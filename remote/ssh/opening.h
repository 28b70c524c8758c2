// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/ssh/link.h"
#include "remote/ssh/signin.h"

#include <functional>

namespace twinlan {

struct OpenedLink
{
    std::unique_ptr<Link> link;
    SignedIn signedIn;
};

// Makes a fresh way to the target: a TCP connection, or a tunnel through the other Pi.
using Way = std::function<Result<Socket>()>;

// From nothing to a signed-in link: way, key exchange, host key, sign-in. `way` is called a second time if the agent's
// keys used up the server's patience. The host key is judged before anything of the person's is sent.
Result<OpenedLink> openLink(const Way &way, const SshTarget &target, const KnownHostsFile &knownHosts,
    std::chrono::seconds keepAlive, const Credentials &credentials, HostKey *seen, const Patience &patience);

} // namespace twinlan
