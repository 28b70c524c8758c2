// SPDX-License-Identifier: GPL-3.0-or-later
// Which language the program speaks; switched live, by removing and installing translators.
#pragma once

#include <QObject>
#include <QTranslator>

namespace twinlan {

class Language : public QObject
{
    Q_OBJECT

public:
    explicit Language(QObject *parent = nullptr);

    // "ja" or "en"; anything else is taken as "en". Every widget then gets a LanguageChange event.
    void use(const QString &code);
    [[nodiscard]] QString code() const { return m_code; }
    // What the desktop speaks, as far as we do.
    [[nodiscard]] static QString ofDesktop();

private:
    QString m_code;
    QTranslator m_ours;
    QTranslator m_qts; // Qt's own buttons and dialogs
};

// Which of the two a text has to be in that no translator sees (guides to routers, help).
[[nodiscard]] bool speaksJapanese();

} // namespace twinlan
