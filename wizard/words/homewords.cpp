// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/words/homewords.h"

#include "wizard/words/errorwords.h"
#include "wizard/words/findingwords.h"
#include "wizard/words/tunnelwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace twinlan {

namespace {

struct W
{
    Q_DECLARE_TR_FUNCTIONS(Homes)
};

// A Pi that is off, has no network, or restarts: each looks the same from here.
bool isNoAnswer(ErrorKind kind)
{
    return kind == ErrorKind::HostNotFound || kind == ErrorKind::NoRoute || kind == ErrorKind::TimedOut || kind == ErrorKind::ConnectionLost;
}

// It is the other one that did not answer.
bool failedOnTheWay(const HomeWatch &homes, Site site)
{
    const auto &error = homes.error(site);
    const bool leadsThroughA = site == Site::B && homes.answers(site).place == Place::OtherHome && homes.stage(Site::A) != HomeStage::Answers;
    return leadsThroughA && error && !error->host.isEmpty() && error->host != homes.answers(site).host.trimmed();
}

QString wayThere()
{
    return W::tr("The way to it leads through Raspberry Pi A, which cannot be reached now.");
}

QString silenceText(const HomeWatch &homes, Site site)
{
    const auto &error = homes.error(site);
    if (failedOnTheWay(homes, site))
        return wayThere();
    if (error && !isNoAnswer(error->kind))
        return wordsFor(*error).what;
    return W::tr("%1 does not answer. Is it on, and connected to its router?").arg(piName(site));
}

QString stageText(const HomeWatch &homes, Site site)
{
    const PiAnswers &answers = homes.answers(site);
    switch (homes.stage(site)) {
    case HomeStage::NotAsked:
        return answers.isRemembered ? wayThere() : W::tr("TwinLAN does not remember this Raspberry Pi. “Check it” asks for its password.");
    case HomeStage::NoKeychain:
        return W::tr("This desktop's password store did not open. “Check it” asks for the password.");
    case HomeStage::Looking:
        return W::tr("Asking %1…", "a Raspberry Pi, how it is").arg(piName(site));
    case HomeStage::Answers:
        return W::tr("%1 answers (%2).", "a Raspberry Pi, and the time of day when it did")
            .arg(piName(site), QLocale().toString(answers.lastSeen.time(), QLocale::ShortFormat));
    case HomeStage::Silent:
        return silenceText(homes, site);
    case HomeStage::AsksPerson:
        return homes.error(site) ? sentences(wordsFor(*homes.error(site)).what, W::tr("“Check it” shows what to do."))
                                 : W::tr("This Raspberry Pi does not take TwinLAN's key any more. “Check it” asks for the password.");
    }
    return {};
}

} // namespace

QString homesTitle(const HomeWatch &homes)
{
    if (const auto joined = homes.areJoined())
        return *joined ? W::tr("The two homes are one network") : W::tr("The two homes are not joined now");
    return homes.isLooking() ? W::tr("Checking the two homes…") : W::tr("Your two homes");
}

QString homesText(const HomeWatch &homes, TailnetWay way)
{
    if (!homes.canLook())
        return W::tr("TwinLAN does not remember the Raspberry Pis, so it does not know yet whether the homes are joined. “Check it” asks for the passwords.");
    if (const auto joined = homes.areJoined())
        return *joined ? wayText(way) : tunnelReasons(homes.tunnelStates());
    return homes.isLooking() ? QString() : W::tr("Whether they are joined is not known at the moment.");
}

QString homeText(const HomeWatch &homes, Site site)
{
    QStringList lines { stageText(homes, site) };
    const HomeStage stage = homes.stage(site);
    if (stage != HomeStage::Answers) {
        if (const QDateTime &seen = homes.answers(site).lastSeen; seen.isValid() && stage != HomeStage::Looking)
            lines << W::tr("Last seen: %1", "when a Raspberry Pi answered").arg(momentText(seen));
        return lines.join(u'\n');
    }
    const auto notices = homes.notices(site);
    if (!homes.isSetUp(site) && notices.empty())
        lines << W::tr("TwinLAN is not set up on it any more.");
    for (const Finding &finding : notices) {
        const Words words = wordsFor(finding);
        lines << sentences(W::tr("%1.", "what the check-up finds, as a sentence").arg(words.what), words.meaning);
        if (finding.kind == FindingKind::GaveBack || finding.kind == FindingKind::HalfDone)
            lines << W::tr("“Check it” leads to where it is set up again.");
    }
    return lines.join(u'\n');
}

} // namespace twinlan
