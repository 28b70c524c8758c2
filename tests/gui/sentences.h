// SPDX-License-Identifier: GPL-3.0-or-later
// What the program says, as its translators have it: from the sources, not from what is compiled in.
#pragma once

#include <QFile>
#include <QXmlStreamReader>

namespace twinlan::test {

using namespace Qt::Literals::StringLiterals;

struct Message
{
    QString context;
    QString source;
    QString comment;
    QString translation; // singular and plural one after the other
};

inline QString textOf(const QString &path)
{
    QFile file(QStringLiteral(TWINLAN_SOURCE_DIR "/") + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// Of i18n/LANGUAGE.ts.
inline QList<Message> messagesOf(const QString &language)
{
    QXmlStreamReader xml(textOf(u"i18n/%1.ts"_s.arg(language)));
    QList<Message> messages;
    QString context;
    Message message;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::EndElement && xml.name() == "message"_L1)
            messages << message;
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText().remove(u"twinlan::"_s);
        else if (xml.name() == "message"_L1)
            message = { context, {}, {}, {} };
        else if (xml.name() == "source"_L1)
            message.source = xml.readElementText();
        else if (xml.name() == "comment"_L1)
            message.comment = xml.readElementText();
        else if (xml.name() == "translation"_L1)
            message.translation = xml.readElementText(QXmlStreamReader::IncludeChildElements);
    }
    return messages;
}

} // namespace twinlan::test
