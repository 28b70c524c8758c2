// SPDX-License-Identifier: GPL-3.0-or-later
// What the survey says of a Pi of the zoo, and what a setup makes of that, in the words of zoo.h.
#pragma once

#include "remote/setup/completeplan.h"
#include "remote/setup/needed.h"
#include "remote/setup/readiness.h"
#include "resources/script.h"
#include "zoo.h"

namespace twinlan::test {

inline QDir zoo()
{
    return QDir(QStringLiteral(TWINLAN_SOURCE_DIR "/tests/unit/zoo"));
}

inline Result<PiFacts> surveyed(const ZooPi &pi)
{
    return PiFacts::parse(ZooTree(pi).run(piFile(u"survey.sh"_s), surveyNames(BridgePlan(), Site::A)));
}

struct Judged
{
    QStringList lines; // as a file of the zoo has them
    Result<BridgePlan> plan;
};

// A Pi of home A, that of home B, and the seconds since 1970.
inline Judged judged(const PiFacts &a, const PiFacts &b, qint64 now)
{
    const PerSite<PiFacts> both { a, b };
    Judged out { {}, completePlan(BridgePlan(), both) };
    for (const Finding &finding : findings(BridgePlan(), both, { .nowUtc = now })) {
        if (finding.level == Level::Pass || finding.site == Site::B)
            continue;
        QStringList words { finding.level == Level::Warn ? u"warned"_s : (finding.refusedAs ? u"refused"_s : u"stopped"_s), findingKindName(finding.kind) };
        if (finding.refusedAs)
            words << errorKindName(*finding.refusedAs);
        out.lines << (words << finding.value).join(u' ').trimmed();
    }
    if (!out.plan)
        return out;
    const PiPlan &pi = out.plan->pis.a;
    out.lines << u"served "_s + QLatin1String(networkOf(pi.addressing).name);
    for (const QString &setting : pi.profileSettings + pi.stanzas + pi.dhcpcdOptions)
        out.lines << u"takes "_s + setting;
    return out;
}

} // namespace twinlan::test
