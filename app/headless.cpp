// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless.h"

#include "app/commands/commandcontext.h"
#include "app/commands/subcommand.h"
#include "app/exitcode.h"
#include "app/headlesstr.h"
#include "app/programoptions.h"
#include "app/reporter.h"
#include "app/terminal.h"
#include "remote/core/sleep.h"
#include "wizard/flow/savedsetup.h"
#include "wizard/words/language.h"

#include <QFile>
#include <atomic>
#include <csignal>
#include <thread>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

std::atomic<bool> interrupted = false; // lock-free: the only thing that a signal handler touches

// Ctrl+C or a signal, as a stop token.
class Interruption
{
public:
    Interruption()
    {
        const auto onSignal = [](int) { interrupted = true; };
        std::signal(SIGINT, onSignal);
        std::signal(SIGTERM, onSignal);
    }
    [[nodiscard]] std::stop_token token() const { return m_stopper.get_token(); }

private:
    std::stop_source m_stopper;
    std::jthread m_watch { [stopper = m_stopper](const std::stop_token &quit) mutable {
        do {
            if (interrupted)
                stopper.request_stop();
        } while (sleepFor(50ms, quit));
    } };
};

std::optional<BridgePlan> readPlan(const QString &path, Reporter &reporter)
{
    if (path.isEmpty()) {
        const SavedSetup saved = SavedSetup::forUser();
        if (saved.planWasRead())
            return saved.plan();
        printLine(stderr, Tr::tr("There are no saved settings; name a file."));
        return std::nullopt;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        printLine(stderr, Tr::tr("Cannot read %1: %2", "a file, and why").arg(path, file.errorString()));
        return std::nullopt;
    }
    auto plan = BridgePlan::fromJson(file.readAll());
    if (plan)
        return *plan;
    reporter.fail(plan.error());
    return std::nullopt;
}

int run(const QStringList &arguments)
{
    ProgramOptions options;
    if (const auto wrong = options.parse(arguments)) {
        printLine(stderr, *wrong);
        return ExitUsage;
    }
    if (options.has(u"help"_s)) {
        printLine(stdout, options.help());
        return ExitDone;
    }
    if (options.has(u"version"_s)) {
        printLine(stdout, u"twinlan %1"_s.arg(QLatin1String(TWINLAN_VERSION)));
        return ExitDone;
    }
    Reporter reporter(options.has(u"json"_s));
    auto plan = readPlan(options.planPath(), reporter);
    if (!plan)
        return ExitFailed;
    plan->takesOver = options.has(u"take-over"_s);
    const auto access = std::make_shared<PiAccess>();
    if (const auto wrong = options.readAccess(*plan, *access)) {
        printLine(stderr, *wrong);
        return ExitUsage;
    }
    const Interruption interruption;
    CommandContext context { options, *plan, access, reporter, interruption.token() };
    return subcommandNamed(options.command())->run(context);
}

} // namespace

int runHeadless(const QStringList &arguments)
{
    // The language first: the help is in it, too.
    const qsizetype at = arguments.indexOf(u"--lang"_s);
    QString code = at >= 0 ? arguments.value(at + 1) : Language::ofDesktop();
    for (const QString &argument : arguments) {
        if (argument.startsWith("--lang="_L1))
            code = argument.mid(7);
    }
    Language language;
    language.use(code);
    return run(arguments);
}

} // namespace twinlan
