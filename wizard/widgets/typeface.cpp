// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/widgets/typeface.h"

#include <QApplication>
#include <QFontDatabase>
#include <QRawFont>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

// Sans-serif, proportional, drawn for Japan: the first of a list by alphabet may be a brush, or the Chinese shape of
// 直.
QString japaneseFamily()
{
    const QStringList there = QFontDatabase::families(QFontDatabase::Japanese);
    for (const QString &family : { u"Noto Sans CJK JP"_s, u"Noto Sans JP"_s, u"Source Han Sans JP"_s,
             u"BIZ UDPGothic"_s, u"IPAexGothic"_s, u"IPAPGothic"_s, u"TakaoPGothic"_s, u"VL PGothic"_s }) {
        if (there.contains(family))
            return family;
    }
    return {};
}

} // namespace

void useFontFor(const QString &language)
{
    static const QFont ofDesktop = QApplication::font();
    QFont font = ofDesktop;
    if (language == "ja"_L1 && !QRawFont::fromFont(ofDesktop).supportsCharacter(u'あ')) {
        if (const QString family = japaneseFamily(); !family.isEmpty())
            font.setFamilies({ family, ofDesktop.family() });
    }
    if (font != QApplication::font())
        QApplication::setFont(font);
}

} // namespace twinlan
