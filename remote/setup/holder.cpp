// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/holder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QSysInfo>
#include <QUuid>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

Holder::Holder(const QString &folder)
    : m_lock(QDir(folder).filePath(u"wizard.lock"_s))
    , m_token(QUuid::createUuid().toString(QUuid::Id128))
{
    m_lock.setStaleLockTime(0); // held for as long as the program lives, however long that is
    if (!QDir().mkpath(folder) || !m_lock.tryLock(0))
        return; // then it is like a program that runs on a PC of its own
    // The machine's number itself (some have none) stays at home.
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData("twinlan holder\n" + QSysInfo::machineUniqueId() + '\n' + name().toUtf8() + '\n' + folder.toUtf8());
    m_token = QString::fromLatin1(hash.result().toHex().left(32));
}

QString Holder::name()
{
    const auto environment = QProcessEnvironment::systemEnvironment();
    const QString user = environment.value(u"USER"_s, environment.value(u"USERNAME"_s));
    return (user.isEmpty() ? QString() : user + u'@') + QSysInfo::machineHostName();
}

const Holder &Holder::ofThisProgram()
{
    static const Holder holder(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/twinlan"_s);
    return holder;
}

} // namespace twinlan
