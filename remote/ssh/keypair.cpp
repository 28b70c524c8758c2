// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/keypair.h"

#include "remote/ssh/privatekey.h"

#include <cstring>
#include <libssh/libssh.h>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray publicHalfOf(ssh_key key)
{
    char *base64 = nullptr;
    if (ssh_pki_export_pubkey_base64(key, &base64) != SSH_OK)
        return {};
    QByteArray half = QByteArray(ssh_key_type_to_char(ssh_key_type(key))) + ' ' + base64;
    ssh_string_free_char(base64);
    return half;
}

// libssh's own copy is overwritten before it goes.
Secret takeText(char *text)
{
    const size_t size = std::strlen(text);
    Secret taken(QByteArray(text, qsizetype(size)));
    volatile char *p = text;
    for (size_t i = 0; i < size; ++i)
        p[i] = 0;
    ssh_string_free_char(text);
    return taken;
}

} // namespace

Result<KeyPair> makeKeyPair()
{
    ssh_key made = nullptr;
    if (ssh_pki_generate(SSH_KEYTYPE_ED25519, 0, &made) != SSH_OK)
        return Error { ErrorKind::Internal, {}, {}, u"no key pair could be made"_s };
    const SshHandle<ssh_key_struct> key(made);
    char *text = nullptr;
    if (ssh_pki_export_privkey_base64(made, nullptr, nullptr, nullptr, &text) != SSH_OK)
        return Error { ErrorKind::Internal, {}, {}, u"the key pair could not be written down"_s };
    return KeyPair { takeText(text), publicHalfOf(made) };
}

QByteArray publicHalfOf(const Secret &privateHalf)
{
    const SshHandle<ssh_key_struct> key = readPrivateKey(privateHalf);
    return key ? publicHalfOf(key.get()) : QByteArray();
}

} // namespace twinlan
