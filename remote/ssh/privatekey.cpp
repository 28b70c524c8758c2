// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/privatekey.h"

#include <libssh/libssh.h>

namespace twinlan {

namespace {

// libssh would ask on the terminal for the passphrase of an encrypted key, if nothing answered in its place.
int noPassphrase(const char *, char *, size_t, int, int, void *)
{
    return -1;
}

} // namespace

SshHandle<ssh_key_struct> readPrivateKey(const Secret &text)
{
    ssh_key read = nullptr;
    if (text.isEmpty() || ssh_pki_import_privkey_base64(text.bytes().constData(), nullptr, &noPassphrase, nullptr, &read) != SSH_OK)
        return {};
    return SshHandle<ssh_key_struct>(read);
}

} // namespace twinlan
