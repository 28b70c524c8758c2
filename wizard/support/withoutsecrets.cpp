// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/support/withoutsecrets.h"

#include <QDir>
#include <QHostAddress>
#include <QRegularExpression>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isPublic(const QHostAddress &address)
{
    static const std::pair<QHostAddress, int> ofHomes[] = { { QHostAddress(u"10.0.0.0"_s), 8 }, { QHostAddress(u"172.16.0.0"_s), 12 },
        { QHostAddress(u"192.168.0.0"_s), 16 }, { QHostAddress(u"100.64.0.0"_s), 10 }, // Tailscale's, and a provider's own NAT
        { QHostAddress(u"0.0.0.0"_s), 8 }, { QHostAddress(u"255.0.0.0"_s), 8 } }; // a mask, or everybody
    for (const auto &[network, length] : ofHomes) {
        if (address.isInSubnet(network, length))
            return false;
    }
    return address.isGlobal() && !address.isUniqueLocalUnicast() && !address.isMulticast();
}

// Each match for which `isIt` says so becomes `instead`.
template <class Judge> void replaceWhere(QString &text, const QRegularExpression &expression, const QString &instead, Judge isIt)
{
    QString kept;
    qsizetype from = 0;
    for (auto matches = expression.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        kept += QStringView(text).mid(from, match.capturedStart() - from);
        kept += isIt(match.captured()) ? instead : match.captured();
        from = match.capturedEnd();
    }
    text = kept + text.mid(from);
}

} // namespace

QString withoutSecrets(QString text)
{
    static const QRegularExpression privateKey(u"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*PRIVATE KEY-----|$)"_s,
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tailscaleKey(u"\\b(tskey|nodekey|privkey|mkey|authkey)[-:][A-Za-z0-9_-]+"_s);
    // "https://login.tailscale.com/a/0123abcd": who has it logs a Pi in. The page alone is no secret.
    static const QRegularExpression link(u"\\b(https?://)([^\\s/@\"']*@)?([^\\s/\"']+)/[^\\s\"'<>]+"_s);
    static const QRegularExpression named(u"(?<![A-Za-z])((?:[a-z0-9]+[-_])*(?:password|passwd|passphrase|psk|secret|token|private[-_ ]?key|auth[-_]?key))"
                                          "(\"?\\s*[=:]\\s*)(\"[^\"]*\"|'[^']*'|\\S+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression v4(u"(?<![0-9.])[0-9]{1,3}(\\.[0-9]{1,3}){3}(?![0-9]|\\.[0-9])"_s);
    static const QRegularExpression v6(u"(?<![0-9A-Za-z:.])[0-9a-fA-F]{1,4}(::?[0-9a-fA-F]{1,4}){1,7}(::)?(?![0-9A-Za-z:])"_s);
    text.replace(privateKey, u"[key]"_s);
    text.replace(tailscaleKey, u"[key]"_s);
    text.replace(link, u"\\1\\3/[link]"_s);
    text.replace(named, u"\\1\\2[secret]"_s);
    const auto judge = [](const QString &written) {
        const QHostAddress address(written);
        return !address.isNull() && isPublic(address);
    };
    replaceWhere(text, v4, u"[public address]"_s, judge);
    replaceWhere(text, v6, u"[public address]"_s, judge);
    const QString home = QDir::homePath();
    return home.size() > 1 ? text.replace(home, u"~"_s) : text;
}

} // namespace twinlan
