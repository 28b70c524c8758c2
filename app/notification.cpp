// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notification.h"

#ifdef QT_DBUS_LIB
#include <QDBusConnection>
#include <QDBusMessage>
#include <QGuiApplication>
#include <QVariantMap>
#endif

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

#ifdef QT_DBUS_LIB

// https://specifications.freedesktop.org/notification-spec/
void notify(const QString &title, const QString &text)
{
    auto call = QDBusMessage::createMethodCall(
        u"org.freedesktop.Notifications"_s, u"/org/freedesktop/Notifications"_s, u"org.freedesktop.Notifications"_s, u"Notify"_s);
    const QString application = QGuiApplication::desktopFileName();
    const quint32 inPlaceOf = 0; // of no earlier one
    const int asLongAsUsual = -1;
    const QVariantMap hints { { u"desktop-entry"_s, application } };
    call << u"TwinLAN"_s << inPlaceOf << application << title << text.toHtmlEscaped() << QStringList() << hints << asLongAsUsual;
    QDBusConnection::sessionBus().send(call);
}

#else

void notify(const QString &, const QString &)
{
}

#endif

} // namespace twinlan
