// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/text/plaintext.h"

#include <QTextDocument>
#include <QUrl>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QChar mark(0xfffd); // U+FFFD, which is there for what cannot be shown

bool isObeyed(char32_t c)
{
    const bool control = c < 0x20 || (c >= 0x7f && c <= 0x9f);
    const bool direction = c == 0x61c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x206f);
    const bool lineEnd = c == 0x2028 || c == 0x2029;
    const bool hidden = c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb) || (c >= 0xe0000 && c <= 0xe0fff);
    return control || direction || lineEnd || hidden || QChar::isSurrogate(c);
}

} // namespace

QString visibleText(const QString &text)
{
    QString shown;
    shown.reserve(text.size());
    for (const char32_t c : text.toUcs4()) {
        if (c == '\t')
            shown += u' ';
        else if (c != '\n' && isObeyed(c))
            shown += mark;
        else
            shown += QChar::fromUcs4(c);
    }
    return shown;
}

QString visibleLine(const QString &text)
{
    return visibleText(text).replace(u'\n', mark);
}

QString toolTipText(const QString &text)
{
    return text.isEmpty() ? QString() : Qt::convertFromPlainText(visibleText(text), Qt::WhiteSpaceNormal);
}

QByteArray visibleJson(const QByteArray &json)
{
    QString shown;
    for (const char32_t c : QString::fromUtf8(json).toUcs4()) {
        if (c == '\n' || !isObeyed(c)) {
            shown += QChar::fromUcs4(c);
            continue;
        }
        for (const char16_t unit : QChar::fromUcs4(c))
            shown += u"\\u%1"_s.arg(int(unit), 4, 16, QChar(u'0'));
    }
    return shown.toUtf8();
}

std::optional<QString> webLink(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    // https://login.tailscale.com@elsewhere/ leads elsewhere.
    if (!url.isValid() || !web || url.host().isEmpty() || !url.userInfo().isEmpty() || visibleLine(text) != text)
        return std::nullopt;
    return url.toString(QUrl::FullyEncoded); // a host of look-alike letters shows as what it is
}

} // namespace twinlan
