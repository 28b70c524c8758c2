// SPDX-License-Identifier: GPL-3.0-or-later
// Our known_hosts file, and the comparison of the key that a host shows with those remembered for it: judgeHostKey().
#pragma once

#include "remote/core/error.h"

#include <QByteArrayList>
#include <QString>
#include <optional>

namespace twinlan {

// Our own known_hosts (OpenSSH format), so that a `StrictHostKeyChecking no` in somebody's ~/.ssh/config cannot make an
// unknown host known (measured, libssh 0.10.6).
struct KnownHostsFile
{
    QString path;
    // For what a person has decided. Replaces every line for this host and port with the given key ("ssh-ed25519 AAAA…"); atomic,
    // mode 0600.
    Result<Done> remember(const QString &host, int port, const QByteArray &publicKey) const;
    // For what a Pi says of itself: only where the host has no key yet, or none but those of `outdated`. Another key stays, and
    // whoever comes there is told HostKeyChanged.
    Result<Done> rememberClaim(const QString &host, int port, const QByteArray &publicKey, const QByteArrayList &outdated) const;
    // The keys remembered for this host and port. No file: none. Hashed names, patterns and @markers are not ours and say nothing here.
    [[nodiscard]] QByteArrayList keys(const QString &host, int port) const;
};

struct HostKey
{
    QByteArray publicKey; // "ssh-ed25519 AAAA…"
    QString fingerprint; // "SHA256:…", as `ssh-keygen -l` prints it
    // Where it was shown: the target, or the jump on the way there. Under this name it is remembered and under no other.
    QString host {};
    int port = 22;
};

// For SSH_OPTIONS_HOSTKEYS: algorithms of the remembered keys first, so that a server with several keys shows the one
// that we know; then the others, so that a server that lost that key is seen as changed and not as unable to talk.
[[nodiscard]] QByteArray hostKeyAlgorithms(const QByteArrayList &remembered);

// Nothing if the key is remembered, else HostKeyUnknown or HostKeyChanged with the fingerprint.
[[nodiscard]] std::optional<Error> judgeHostKey(
    const HostKey &shown, const QByteArrayList &remembered, const QString &host);

} // namespace twinlan
