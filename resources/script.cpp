// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/script.h"

#include <QFile>
#include <QtGlobal>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray resource(const QString &name)
{
    QFile file(u":/twinlan/remote/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no resource remote/%s", qUtf8Printable(name));
    return file.readAll();
}

// What stands between the two; nothing if `line` is not of that form.
QByteArray between(const QByteArray &line, const QByteArray &begin, const QByteArray &end)
{
    const qsizetype length = line.size() - begin.size() - end.size();
    return length > 0 && line.startsWith(begin) && line.endsWith(end) ? line.mid(begin.size(), length) : QByteArray();
}

QByteArray joined(const QByteArray &script)
{
    QByteArray whole;
    qsizetype at = 0;
    while (at < script.size()) {
        const qsizetype newline = script.indexOf('\n', at);
        const qsizetype next = newline < 0 ? script.size() : newline + 1;
        const QByteArray line = script.mid(at, next - at);
        const QByteArray words = line.trimmed();
        at = next;
        if (const QByteArray part = between(words, ". \"${0%/*}/", "\""); !part.isEmpty()) {
            whole += piFile(QString::fromLatin1(part));
            continue;
        }
        const qsizetype equals = words.indexOf('=');
        if (const QByteArray part = between(words.mid(equals + 1), "$(cat \"${0%/*}/", "\")"); equals > 0 && !part.isEmpty()) {
            QByteArray value = resource(QString::fromLatin1(part));
            while (value.endsWith('\n')) // as $(…) does it
                value.chop(1);
            whole += words.left(equals + 1) + '\'' + value.replace("'", "'\\''") + "'\n";
            continue;
        }
        whole += line;
    }
    return whole;
}

} // namespace

QByteArray piFile(const QString &name)
{
    const QByteArray file = resource(name);
    return name.endsWith(".sh"_L1) ? joined(file) : file;
}

} // namespace twinlan
