// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/words/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

Language::Language(QObject *parent)
    : QObject(parent)
{
}

QString Language::ofDesktop()
{
    return QLocale::system().language() == QLocale::Japanese ? u"ja"_s : u"en"_s;
}

bool speaksJapanese()
{
    return QLocale().language() == QLocale::Japanese; // as use() sets it
}

void Language::use(const QString &code)
{
    const QString wanted = code == "ja"_L1 ? code : u"en"_s;
    if (wanted == m_code)
        return;
    m_code = wanted;
    QLocale::setDefault(QLocale(wanted));
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qts);
    if (m_qts.load(u"qtbase_"_s + wanted, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qts);
    if (m_ours.load(u":/i18n/%1.qm"_s.arg(wanted)))
        QCoreApplication::installTranslator(&m_ours);
}

} // namespace twinlan
