// SPDX-License-Identifier: GPL-3.0-or-later
// The reading half of KnownHostsFile (session.h), and what a session makes of it.
#pragma once

#include "remote/ssh/session.h"

#include <QByteArrayList>

namespace twinlan {

// The keys remembered for this host and port, each as "ssh-ed25519 AAAA…". No file: none. Hashed names, patterns and
// @markers are not ours and say nothing here.
[[nodiscard]] QByteArrayList rememberedKeys(const KnownHostsFile &file, const QString &host, int port);

// For SSH_OPTIONS_HOSTKEYS: algorithms of the remembered keys first, so that a server with several keys shows the one
// that we know; then the others, so that a server that lost that key is seen as changed and not as unable to talk.
[[nodiscard]] QByteArray hostKeyAlgorithms(const QByteArrayList &remembered);

// Nothing if the key is remembered, else HostKeyUnknown or HostKeyChanged with the fingerprint.
[[nodiscard]] std::optional<Error> judgeHostKey(
    const HostKey &shown, const QByteArrayList &remembered, const QString &host);

} // namespace twinlan
