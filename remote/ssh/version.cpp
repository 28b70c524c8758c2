// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/version.h"

#include <libssh/libssh.h>

namespace twinlan {

QString libsshVersion()
{
    return QString::fromUtf8(ssh_version(0));
}

} // namespace twinlan
