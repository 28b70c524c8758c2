// SPDX-License-Identifier: GPL-3.0-or-later
// One Pi as the backend has it: how to sign in, the key last seen, its session, and the thread that this is used on.
#pragma once

#include "wizard/backend/backend.h"
#include "wizard/backend/piaccess.h"
#include "wizard/threads/worker.h"

namespace twinlan {

struct ConnectedPi
{
    // GUI thread
    SignIn signIn;
    QString tailnetAddress;
    QString rememberedUnder; // the tailnet address that known_hosts has for it
    QByteArray hostKey; // of the session that is open
    QByteArrayList outdatedKeys; // that a person has replaced by the one it shows now
    HostKey askedKey; // the last one that a person was asked about, and whose it is
    // Worker thread only. After signIn has changed nothing of the old session may be used: a new sign-in drops it first.
    std::shared_ptr<SshSession> session;
    Worker worker;

    // GUI thread.
    [[nodiscard]] PiAccess::Pi access() const;
    // Worker thread. A new session, in the place of the old one; `seen` is the key that was shown, whatever comes of it.
    Result<PiFacts> enter(Site site, const PiAccess &access, HostKey &seen, const std::stop_token &stop);
    // Worker thread. Over the session that is open; if that is lost, over a new one, by each of `ways` (through the tailnet or not) in turn.
    Result<PiFacts> freshFacts(Site site, const PiAccess &access, std::initializer_list<bool> ways, const std::stop_token &stop);
};

} // namespace twinlan
