// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/checkcommand.h"

#include "app/commands/commandcontext.h"
#include "app/exitcode.h"
#include "app/terminal.h"
#include "wizard/words/words.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Headless)
};

} // namespace

int CheckCommand::run(CommandContext &context) const
{
    if (auto accepted = context.acceptNewHostKeys(); !accepted)
        return context.reporter.fail(accepted.error());
    auto steps = context.makeRun().check(context.stop);
    if (!steps)
        return context.reporter.fail(steps.error());
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
