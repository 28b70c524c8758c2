// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/opening.h"

#include "remote/ssh/knownhosts.h"

#include <libssh/libssh.h>

namespace twinlan {

namespace {

std::optional<HostKey> shownHostKey(ssh_session session, const SshTarget &target)
{
    ssh_key raw = nullptr;
    if (ssh_get_server_publickey(session, &raw) != SSH_OK)
        return std::nullopt;
    const SshHandle<ssh_key_struct> key(raw);

    HostKey shown { .publicKey = {}, .fingerprint = {}, .host = target.host, .port = target.port };
    char *base64 = nullptr;
    if (ssh_pki_export_pubkey_base64(raw, &base64) != SSH_OK)
        return std::nullopt;
    shown.publicKey = QByteArray(ssh_key_type_to_char(ssh_key_type(raw))) + ' ' + base64;
    ssh_string_free_char(base64);

    unsigned char *hash = nullptr;
    size_t size = 0;
    if (ssh_get_publickey_hash(raw, SSH_PUBLICKEY_HASH_SHA256, &hash, &size) != SSH_OK)
        return std::nullopt;
    char *fingerprint = ssh_get_fingerprint_hash(SSH_PUBLICKEY_HASH_SHA256, hash, size);
    shown.fingerprint = QString::fromLatin1(fingerprint);
    ssh_string_free_char(fingerprint);
    ssh_clean_pubkey_hash(&hash);
    return shown;
}

} // namespace

Result<OpenedLink> openLink(const Way &way, const SshTarget &target, const KnownHostsFile &knownHosts,
    std::chrono::seconds keepAlive, const Credentials &credentials, HostKey *seen, const Patience &patience)
{
    const QByteArrayList remembered = knownHosts.keys(target.host, target.port);
    bool withAgent = credentials.useAgent && !qEnvironmentVariableIsEmpty("SSH_AUTH_SOCK");
    for (;;) {
        auto socket = way();
        if (!socket)
            return socket.error();
        auto link = std::make_unique<Link>(std::move(*socket), target, keepAlive);
        if (const auto error = link->shakeHands(hostKeyAlgorithms(remembered), patience))
            return *error;

        const auto shown = shownHostKey(link->session(), target);
        if (!shown)
            return link->error(ErrorKind::Internal);
        if (seen)
            *seen = *shown;
        if (const auto error = judgeHostKey(*shown, remembered, target.host))
            return *error;

        const auto signedIn = signIn(*link, credentials, withAgent, patience);
        if (signedIn) {
            link->startPulse();
            return OpenedLink { std::move(link), *signedIn };
        }
        if (!withAgent || signedIn.error().kind != ErrorKind::ConnectionLost)
            return signedIn.error();
        withAgent = false;
    }
}

} // namespace twinlan
