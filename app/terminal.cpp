// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal.h"

#include "wizard/text/plaintext.h"

#include <QJsonDocument>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

void printLine(FILE *to, const QString &text)
{
    std::fprintf(to, "%s\n", qUtf8Printable(visibleText(text)));
    std::fflush(to); // a pipe is read while we work
}

void printLine(const QJsonObject &json)
{
    printLine(stdout, QString::fromUtf8(visibleJson(QJsonDocument(json).toJson(QJsonDocument::Compact))));
}

QString siteName(Site site)
{
    return site == Site::A ? u"A"_s : u"B"_s;
}

QJsonObject toJson(const Error &error)
{
    return { { u"kind"_s, errorKindName(error.kind) }, { u"host"_s, error.host }, { u"step"_s, error.step }, { u"detail"_s, error.detail } };
}

} // namespace twinlan
