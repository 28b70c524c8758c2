// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commandcontext.h"
#include "app/commands/subcommand.h"
#include "app/exitcode.h"
#include "app/headlesstr.h"
#include "app/terminal.h"
#include "wizard/words/findingwords.h"
#include "wizard/words/words.h"

#include <QDateTime>
#include <QJsonArray>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

// What is in the way, or will be missed; what is in order is no news here.
void printFindings(const std::vector<Finding> &findings, bool isJson)
{
    for (const Finding &finding : findings) {
        if (finding.level == Level::Pass)
            continue;
        const QString site = finding.site ? siteName(*finding.site) : u"AB"_s;
        if (isJson) {
            printLine({ { u"finding"_s, findingKindName(finding.kind) }, { u"level"_s, levelWord(finding.level) },
                { u"site"_s, site }, { u"value"_s, finding.value } });
            continue;
        }
        const Words words = wordsFor(finding);
        printLine(stdout, u"%1  %2 %3\n   %4 %5"_s.arg(site, finding.level == Level::Stop ? u"x"_s : u"!"_s, words.what, words.meaning, words.next));
        if (!words.detail.isEmpty())
            printLine(stdout, u"   [%1]"_s.arg(words.detail));
    }
}

} // namespace

int commands::check(const CommandContext &context)
{
    if (auto accepted = context.acceptNewHostKeys(); !accepted)
        return context.reporter.fail(accepted.error());
    auto run = context.makeRun();
    auto steps = run.check(context.stop);
    // Where the plan names no address of Pi B in the tailnet, it is reached in this home.
    const auto findings = run.findings({ QDateTime::currentSecsSinceEpoch(), context.plan.pis.b.tailnetAddress.isEmpty() }, context.stop);
    if (findings)
        printFindings(*findings, context.reporter.isJson());
    if (!steps)
        return context.reporter.fail(steps.error());
    if (!findings)
        return context.reporter.fail(findings.error());
    bool any = false;
    QJsonObject json;
    for (const Site site : bothSites) {
        QJsonArray names;
        for (const StepId id : (*steps)[site]) {
            any = true;
            names << stepName(id);
            if (!context.reporter.isJson())
                printLine(stdout, u"%1  %2"_s.arg(siteName(site), stepTitle(id)));
        }
        json.insert(siteName(site), names);
    }
    if (context.reporter.isJson())
        printLine({ { u"todo"_s, json } });
    else if (!any)
        printLine(stdout, Tr::tr("Nothing to do."));
    return any ? ExitToDo : ExitDone;
}

} // namespace twinlan
