// SPDX-License-Identifier: GPL-3.0-or-later
// What a session makes of its KnownHostsFile (session.h).
#pragma once

#include "remote/ssh/session.h"

#include <QByteArrayList>

namespace twinlan {

// For SSH_OPTIONS_HOSTKEYS: algorithms of the remembered keys first, so that a server with several keys shows the one
// that we know; then the others, so that a server that lost that key is seen as changed and not as unable to talk.
[[nodiscard]] QByteArray hostKeyAlgorithms(const QByteArrayList &remembered);

// Nothing if the key is remembered, else HostKeyUnknown or HostKeyChanged with the fingerprint.
[[nodiscard]] std::optional<Error> judgeHostKey(
    const HostKey &shown, const QByteArrayList &remembered, const QString &host);

} // namespace twinlan
