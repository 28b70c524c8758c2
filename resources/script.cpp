// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/script.h"

#include <QFile>
#include <QtGlobal>

namespace twinlan {

QByteArray piFile(const QString &name)
{
    QFile file(QStringLiteral(":/twinlan/remote/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no resource remote/%s", qUtf8Printable(name));
    return file.readAll();
}

} // namespace twinlan
