// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/plan/pifile.h"

#include "remote/plan/planvalues.h"
#include "resources/script.h"

namespace twinlan {

PiFile ownFile(const char *path, const QByteArray &content, int mode)
{
    return { QString::fromLatin1(path), content, mode, FilePart::Whole };
}

PiFile scriptFile(const char *folder, const char *name, int mode)
{
    return { QString::fromLatin1(folder) + QString::fromLatin1(name), piFile(QString::fromLatin1(name)), mode,
        FilePart::Whole };
}

QByteArray setting(const char *key, const QString &value)
{
    return QByteArray(key) + '=' + plainWord(value) + '\n';
}

} // namespace twinlan
