// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/flow/savedsetup.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject toJson(const PiAnswers &pi)
{
    return { { u"host"_s, pi.host }, { u"port"_s, pi.port }, { u"user"_s, pi.user }, { u"useKey"_s, pi.useKey }, { u"keyFile"_s, pi.keyFile },
        { u"nextToMe"_s, pi.place == Place::NextToMe }, { u"remember"_s, pi.wantsRemembering }, { u"remembered"_s, pi.isRemembered },
        { u"seen"_s, pi.lastSeen.toUTC().toString(Qt::ISODate) } };
}

PiAnswers piFromJson(const QJsonObject &json)
{
    PiAnswers pi;
    pi.host = json.value(u"host"_s).toString();
    const int port = json.value(u"port"_s).toInt(22);
    pi.port = port >= 1 && port <= 65535 ? port : 22;
    pi.user = json.value(u"user"_s).toString();
    pi.useKey = json.value(u"useKey"_s).toBool();
    pi.keyFile = json.value(u"keyFile"_s).toString();
    pi.place = json.value(u"nextToMe"_s).toBool(true) ? Place::NextToMe : Place::OtherHome;
    pi.wantsRemembering = json.value(u"remember"_s).toBool(true);
    pi.isRemembered = json.value(u"remembered"_s).toBool();
    pi.lastSeen = QDateTime::fromString(json.value(u"seen"_s).toString(), Qt::ISODate).toLocalTime();
    return pi;
}

QJsonObject toJson(const RouterAnswers &router)
{
    return { { u"maker"_s, router.maker }, { u"changedTo"_s, router.changedTo } };
}

RouterAnswers routerFromJson(const QJsonObject &json)
{
    return { json.value(u"maker"_s).toString(), json.value(u"changedTo"_s).toString() };
}

QJsonObject toJson(const UnfinishedRun &run)
{
    return { { u"removal"_s, run.isRemoval }, { u"since"_s, run.since }, { u"stepA"_s, run.lastSteps.a }, { u"stepB"_s, run.lastSteps.b } };
}

std::optional<UnfinishedRun> runFromJson(const QJsonObject &json)
{
    if (json.isEmpty())
        return std::nullopt;
    return UnfinishedRun { json.value(u"removal"_s).toBool(), json.value(u"since"_s).toString(),
        { json.value(u"stepA"_s).toString(), json.value(u"stepB"_s).toString() } };
}

void write(const QString &path, const QByteArray &content)
{
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        (void)file.write(content);
        (void)file.commit();
    }
}

} // namespace

SavedSetup::SavedSetup(const QString &folder)
    : m_folder(folder)
{
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    QFile planFile(pathOf(u"plan.json"_s));
    if (planFile.open(QIODevice::ReadOnly)) {
        auto read = BridgePlan::fromJson(planFile.readAll());
        if (read) {
            m_plan = *read;
            m_planWasRead = true;
            m_answers.addressesAreTyped = m_plan.addresses != AddressPlan::recipe(); // where nothing else is said: by an older file
        } else {
            m_planError = read.error();
        }
    }
    QFile answersFile(pathOf(u"answers.json"_s));
    if (answersFile.open(QIODevice::ReadOnly)) {
        const QJsonObject json = QJsonDocument::fromJson(answersFile.readAll()).object();
        m_answers.pis.a = piFromJson(json.value(u"a"_s).toObject());
        m_answers.pis.b = piFromJson(json.value(u"b"_s).toObject());
        m_answers.routers.a = routerFromJson(json.value(u"routerA"_s).toObject());
        m_answers.routers.b = routerFromJson(json.value(u"routerB"_s).toObject());
        m_answers.addressesAreTyped = m_planWasRead && json.value(u"addressesTyped"_s).toBool(m_answers.addressesAreTyped);
        m_answers.loginServer = json.value(u"loginServer"_s).toString();
        m_answers.language = json.value(u"language"_s).toString();
        m_answers.applied = json.value(u"applied"_s).toBool();
        m_answers.ownKey = json.value(u"ownKey"_s).toString().toLatin1();
        m_answers.unfinished = runFromJson(json.value(u"unfinished"_s).toObject());
    }
}

SavedSetup SavedSetup::forUser()
{
    return SavedSetup(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation));
}

QString SavedSetup::pathOf(const QString &name) const
{
    return m_folder.isEmpty() ? QString() : m_folder + u'/' + name;
}

QString SavedSetup::knownHostsPath() const
{
    return pathOf(u"known_hosts"_s);
}

QString SavedSetup::windowPath() const
{
    return pathOf(u"window"_s);
}

void SavedSetup::save(const BridgePlan &plan)
{
    m_plan = plan;
    m_planWasRead = true;
    m_planError.reset();
    write(pathOf(u"plan.json"_s), plan.toJson());
}

void SavedSetup::save(const Answers &answers)
{
    if (answers == m_answers)
        return;
    m_answers = answers;
    QJsonObject json { { u"a"_s, toJson(answers.pis.a) }, { u"b"_s, toJson(answers.pis.b) }, { u"routerA"_s, toJson(answers.routers.a) },
        { u"routerB"_s, toJson(answers.routers.b) }, { u"addressesTyped"_s, answers.addressesAreTyped }, { u"loginServer"_s, answers.loginServer },
        { u"language"_s, answers.language }, { u"applied"_s, answers.applied }, { u"ownKey"_s, QString::fromLatin1(answers.ownKey) } };
    if (answers.unfinished)
        json.insert(u"unfinished"_s, toJson(*answers.unfinished));
    write(pathOf(u"answers.json"_s), QJsonDocument(json).toJson());
}

void SavedSetup::forgetPlan()
{
    m_planWasRead = false;
    m_plan = {};
    if (!m_folder.isEmpty())
        QFile::remove(pathOf(u"plan.json"_s));
}

} // namespace twinlan
