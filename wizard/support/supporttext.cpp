// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/support/supporttext.h"

#include "remote/core/enumname.h"
#include "wizard/support/withoutsecrets.h"
#include "wizard/text/plaintext.h"

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

QString letter(Site site)
{
    return site == Site::A ? u"A"_s : u"B"_s;
}

QString section(const QString &title, const QStringList &lines)
{
    return u"\n== %1\n%2\n"_s.arg(title, lines.isEmpty() ? u"-"_s : lines.join(u'\n'));
}

QStringList linesAbout(const PiFacts &facts)
{
    QStringList lines {
        u"%1, %2"_s.arg(facts.hostName, facts.model.isEmpty() ? u"model not said"_s : facts.model),
        u"architecture: "_s + facts.architecture,
        u"network: %1, default route by %2 over %3"_s.arg(networkOwnerName(facts.networkOwner), facts.defaultInterface, facts.defaultGateway),
        u"free on the disk: %1 kB"_s.arg(facts.freeDiskKb.value_or(-1)),
        u"Tailscale: %1 %2, %3, key expires: %4"_s.arg(facts.tailscale.version, facts.tailscale.backendState, facts.tailscale.address,
            facts.tailscale.keyExpiry.isValid() ? facts.tailscale.keyExpiry.toString(Qt::ISODate) : u"never"_s),
        u"setup: %1, tunnel: %2"_s.arg(runStateName(facts.runState), tunnelStateWord(facts.tunnelState)),
    };
    for (const InterfaceFacts &card : facts.interfaces)
        lines << u"%1: %2 %3 Mb/s, cable %4, port of %5"_s.arg(card.name, card.address)
                     .arg(card.speedMbit)
                     .arg(card.carrier ? u"in"_s : u"out"_s, card.master);
    if (!facts.gaveBack.isEmpty())
        lines << u"a boot gave the LAN card back: "_s + facts.gaveBack;
    for (const QString &word : facts.tailscale.health)
        lines << u"Tailscale says: "_s + word;
    return lines;
}

QStringList linesAbout(const SetupController &setup, Site site)
{
    const PiState &pi = setup.pi(site);
    const PiAnswers &answers = setup.answers(site);
    const QString way = answers.useKey ? u"key file"_s : u"password"_s;
    QStringList lines { u"typed: %1 port %2, user %3, %4"_s.arg(answers.host).arg(answers.port).arg(answers.user, way),
        u"sign-in: %1, login to Tailscale: %2"_s.arg(nameOf(pi.stage), nameOf(pi.login)),
        u"remembered: %1, now: %2"_s.arg(answers.isRemembered ? u"yes"_s : u"no"_s, nameOf(setup.memory(site))) };
    if (site == Site::B)
        lines << (answers.place == Place::NextToMe ? u"next to the person"_s : u"in the other home"_s);
    return pi.facts ? lines + linesAbout(*pi.facts) : lines;
}

QStringList linesAbout(const std::vector<Finding> &findings)
{
    QStringList lines;
    for (const Finding &finding : findings) {
        const QString about = finding.site ? letter(*finding.site) : u"both"_s;
        lines << u"%1 %2 %3 %4"_s.arg(levelWord(finding.level), about, findingKindName(finding.kind), finding.value);
    }
    return lines;
}

QStringList linesAbout(const StepBoard &board)
{
    QStringList lines;
    for (const Site site : bothSites) {
        for (const StepRow &row : board.rows(site))
            lines << u"%1 %2 %3 %4 s"_s.arg(letter(site), stepName(row.id), stepStateWord(row.state))
                         .arg(double(board.elapsed(row).count()) / 1000, 0, 'f', 1);
    }
    return lines;
}

QStringList linesAbout(const ErrorLog &errors)
{
    QStringList lines;
    for (const ErrorLog::Entry &entry : errors.entries()) {
        lines << u"%1 %2 %3 %4 %5 %6"_s.arg(entry.at.toString(Qt::ISODate), nameOf(entry.during), letter(entry.site),
            errorKindName(entry.error.kind), entry.error.host, entry.error.step);
        if (!entry.error.detail.isEmpty())
            lines << u"    "_s + QString(entry.error.detail).replace(u'\n', u"\n    "_s);
    }
    return lines;
}

} // namespace

QString supportText(const QStringList &versions, const SetupController &setup, const ErrorLog &errors)
{
    QStringList state { u"page %1, goal %2, run %3"_s.arg(
        nameOf(setup.page()), nameOf(setup.goal()), nameOf(setup.applyStage())) };
    if (const auto &unfinished = setup.unfinished())
        state << u"unfinished since %1: %2, last steps A %3, B %4"_s.arg(unfinished->since, unfinished->isRemoval ? u"removal"_s : u"setup"_s,
            unfinished->lastSteps.a, unfinished->lastSteps.b);
    if (const auto &error = setup.savedPlanError())
        state << u"saved settings: %1 %2"_s.arg(errorKindName(error->kind), error->detail);
    QString text = u"TwinLAN support file, %1\n"_s.arg(QDateTime::currentDateTime().toString(Qt::ISODate));
    text += section(u"Versions"_s, versions) + section(u"State"_s, state);
    for (const Site site : bothSites)
        text += section(u"Raspberry Pi "_s + letter(site), linesAbout(setup, site));
    text += section(u"Check-up"_s, linesAbout(setup.findings())) + section(u"Steps"_s, linesAbout(setup.board()));
    text += section(u"Last errors"_s, linesAbout(errors));
    text += section(u"Settings"_s, { QString::fromUtf8(setup.plan().toJson()).trimmed() });
    return withoutSecrets(visibleText(text)); // what a Pi says of itself is text here as well
}

} // namespace twinlan
