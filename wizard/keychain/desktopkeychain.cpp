// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/keychain/desktopkeychain.h"

#include <qt6keychain/keychain.h>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

// As a person finds it in the list of what their keychain holds.
const QString &service()
{
    static const QString name = u"TwinLAN"_s;
    return name;
}

std::optional<KeychainTrouble> troubleOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return std::nullopt;
    case QKeychain::EntryNotFound:
    case QKeychain::CouldNotDeleteEntry:
        return KeychainTrouble::NoEntry;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return KeychainTrouble::Refused;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        break;
    }
    return KeychainTrouble::Unavailable;
}

// The job deletes itself at its end.
template <class Job, class Take> void start(Job *job, const QString &name, QObject *asker, Take take)
{
    job->setInsecureFallback(false); // no keychain: then nothing is kept, least of all in a plain file
    job->setKey(name);
    QObject::connect(job, &QKeychain::Job::finished, asker, [job, take = std::move(take)] { take(job, troubleOf(job->error())); });
    job->start();
}

} // namespace

void DesktopKeychain::read(const QString &name, QObject *asker, TakeSecret take)
{
    start(new QKeychain::ReadPasswordJob(service()), name, asker,
        [take = std::move(take)](const QKeychain::ReadPasswordJob *job, std::optional<KeychainTrouble> trouble) {
            take(trouble ? Secret() : Secret(job->binaryData()), trouble);
        });
}

void DesktopKeychain::write(const QString &name, const Secret &secret, QObject *asker, TakeEnd take)
{
    auto *job = new QKeychain::WritePasswordJob(service());
    job->setBinaryData(secret.bytes());
    start(job, name, asker, [take = std::move(take)](const QKeychain::Job *, std::optional<KeychainTrouble> trouble) { take(trouble); });
}

void DesktopKeychain::remove(const QString &name, QObject *asker, TakeEnd take)
{
    start(new QKeychain::DeletePasswordJob(service()), name, asker,
        [take = std::move(take)](const QKeychain::Job *, std::optional<KeychainTrouble> trouble) { take(trouble); });
}

} // namespace twinlan
