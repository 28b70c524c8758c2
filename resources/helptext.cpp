// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/helptext.h"

#include <QFile>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

QString helpText(const QString &page, bool japanese)
{
    QFile file(u":/twinlan/help/%1.%2.md"_s.arg(page, japanese ? u"ja"_s : u"en"_s));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no resource help/%s", qUtf8Printable(page));
    return QString::fromUtf8(file.readAll());
}

} // namespace twinlan
