// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/words/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace twinlan {

Language::Language(QObject *parent)
    : QObject(parent)
{
}

QString Language::ofDesktop()
{
    return QLocale::system().language() == QLocale::Japanese ? QStringLiteral("ja") : QStringLiteral("en");
}

void Language::use(const QString &code)
{
    const QString wanted = code == QLatin1String("ja") ? code : QStringLiteral("en");
    if (wanted == m_code)
        return;
    m_code = wanted;
    QLocale::setDefault(QLocale(wanted));
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qts);
    if (m_qts.load(QStringLiteral("qtbase_") + wanted, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qts);
    if (m_ours.load(QStringLiteral(":/i18n/%1.qm").arg(wanted)))
        QCoreApplication::installTranslator(&m_ours);
}

} // namespace twinlan
