// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/pirun.h"

#include "remote/core/sleep.h"
#include "remote/plan/networks/network.h"
#include "remote/setup/needed.h"
#include "remote/setup/ownkey.h"
#include "resources/script.h"

#include <QCryptographicHash>
#include <algorithm>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

// For back-up.sh: files, and settings that a setup changes as it runs.
QStringList touchedThings(const BridgePlan &plan, Site site, const std::optional<TakeOver> &takeOver)
{
    QStringList things;
    for (const auto &file : renderFiles(plan, site))
        if (!things.contains(file.path))
            things << file.path;
    things << u"service:"_s + QLatin1String(networkOf(plan.pis[site].addressing).service);
    if (takeOver) {
        for (const auto &path : takeOver->files)
            if (!things.contains(path))
                things << path;
        things << u"port:"_s + plan.pis[site].lanInterface;
    }
    // fou too: trying the carriers loads it.
    for (const char *module : { "ip_gre", "bridge", "br_netfilter", "fou" })
        things << u"module:"_s + QLatin1String(module);
    // What tunnel.sh and the switch tell the kernel. Written as paths: an interface's name may have a dot.
    for (const char *called : { "ip", "ip6", "arp" })
        things << u"sysctl:net/bridge/bridge-nf-call-%1tables"_s.arg(QLatin1String(called));
    things << u"sysctl:net/ipv6/conf/%1/disable_ipv6"_s.arg(plan.pis[site].lanInterface);
    return things;
}

QString partWord(FilePart part)
{
    switch (part) {
    case FilePart::BlockAtTop:
        return u"top"_s;
    case FilePart::BlockAtEnd:
        return u"end"_s;
    case FilePart::Whole:
        break;
    }
    return u"whole"_s;
}

// rollback.sh waits 3 s, and systemd stops what runs; a Pi boots in half a minute, or in two with a slow SD card.
constexpr auto goesDownWithin = 15s;
constexpr auto bootPatience = 180s;

} // namespace

BatchItem PiRun::item(StepId id, QStringList args)
{
    const QString name = stepName(id);
    return { name, piFile(name + ".sh"_L1), std::move(args) };
}

StepEvent PiRun::event(StepId step, StepState state) const
{
    int left = -1;
    if (m_timerEnds)
        left = std::max(0, int(std::chrono::ceil<std::chrono::seconds>(*m_timerEnds - std::chrono::steady_clock::now()).count()));
    return { m_site, step, state, {}, std::nullopt, left };
}

void PiRun::emitState(StepId step, StepState state, const QString &line) const
{
    StepEvent told = event(step, state);
    told.line = line;
    m_sink(told);
}

Error PiRun::failed(StepId step, Error error) const
{
    error.step = stepName(step);
    StepEvent told = event(step, StepState::Failed);
    told.error = error;
    m_sink(told);
    return error;
}

Result<Shell *> PiRun::shell(const std::stop_token &stop)
{
    if (!m_shell)
        if (const auto opened = m_factory(m_site, Route::Any, stop).into(m_shell); !opened)
            return opened.error();
    return m_shell.get();
}

Result<PiFacts> PiRun::survey(const BridgePlan &plan, bool whole, bool asRoot, const std::stop_token &stop)
{
    auto open = shell(stop);
    if (!open)
        return open.error();
    Command command = surveyCommand(asRoot);
    if (!whole)
        command.args << u"far="_s + plan.addresses.homes[otherSite(m_site)].router.toString();
    command.args << surveyNames(plan, m_site);
    auto result = runToItsEnd(**open, command, stop);
    if (!asRoot && result && KeyValues::parse(result->out).isYes("needs_root")) {
        command.asRoot = true;
        result = runToItsEnd(**open, command, stop);
    }
    if (!result)
        return result.error();
    auto facts = PiFacts::parse(result->out);
    if (facts) {
        m_facts = *facts;
        m_takeOver = plan.takesOver ? takeOver(*facts, plan.bridgeName) : std::nullopt;
    }
    return facts;
}

Result<KeyValues> PiRun::runSteps(
    const std::vector<std::pair<StepId, BatchItem>> &steps, std::chrono::milliseconds deadline, const std::stop_token &stop)
{
    auto current = steps.front().first;
    auto open = shell(stop);
    if (!open)
        return failed(current, open.error());

    std::vector<BatchItem> items;
    items.reserve(steps.size());
    for (const auto &step : steps)
        items.push_back(step.second);
    const auto onLine = [&](const QByteArray &line) {
        const auto [key, value] = KeyValues::split(line);
        if (key == "step") {
            const QStringList words = QString::fromUtf8(value).split(u' ');
            const auto named = std::find_if(steps.begin(), steps.end(), [&](const auto &step) { return step.second.name == words.front(); });
            if (named == steps.end()) // claim.sh is no step of its own
                return;
            current = named->first;
            const bool starts = words.size() > 1 && words[1] == "state=start"_L1;
            m_mayBeArmed |= starts && current == StepId::ArmRollback;
            if (starts)
                emitState(current, StepState::Running);
            else if (words.size() > 2 && words[2] == "rc=0"_L1)
                emitState(current, StepState::Done);
        } else if (key == "progress") {
            emitState(current, StepState::Running, QString::fromUtf8(value));
        } else if (key == "armed") {
            m_timerEnds = std::chrono::steady_clock::now() + std::chrono::seconds(value.toInt());
        } else if (key == "confirmed") {
            m_timerEnds.reset();
            m_mayBeArmed = false;
        }
    };
    const auto result = (*open)->run(batchCommand(items, deadline), stop, onLine);
    if (!result) {
        m_mayBeArmed |= std::any_of(steps.begin(), steps.end(), [](const auto &step) { return step.first == StepId::ArmRollback; });
        // A connection that failed is not asked again: the next step opens a new one.
        if (result.error().kind == ErrorKind::ConnectionLost)
            m_shell.reset();
        return failed(current, result.error());
    }
    if (result->exitStatus != 0)
        return failed(current, errorOf(*result, (*open)->host()));
    return KeyValues::parse(result->out);
}

Result<CarrierAnswer> PiRun::prepare(const BridgePlan &plan, const std::vector<StepId> &needed, const std::stop_token &stop)
{
    std::vector<std::pair<StepId, BatchItem>> steps;
    for (const StepId id : allSteps()) { // in their order
        if (std::find(needed.begin(), needed.end(), id) == needed.end())
            continue;
        if (id == StepId::BackUp)
            steps.emplace_back(id, item(id, touchedThings(plan, m_site, m_takeOver)));
        else if (id == StepId::InstallPackages)
            steps.emplace_back(id, item(id, packages(plan, m_site)));
        else if (id == StepId::LoadModules)
            steps.emplace_back(id, item(id, kernelModules(plan)));
        else if (id == StepId::ChooseCarrier)
            steps.emplace_back(id,
                BatchItem { stepName(id), piFile(u"try-carrier.sh"_s),
                    { plan.pis[m_site].tailnetAddress, plan.pis[otherSite(m_site)].tailnetAddress,
                        m_site == Site::A ? u"a"_s : u"b"_s, QString::number(fouPort) } });
    }
    if (steps.empty())
        return CarrierAnswer {};
    const auto answer = runSteps(steps, 30min, stop);
    if (!answer)
        return answer.error();
    return CarrierAnswer { answer->isYes("gre"), answer->isYes("fou") };
}

Result<Done> PiRun::stage(const BridgePlan &plan, bool arms, const std::stop_token &stop)
{
    std::vector<std::pair<StepId, BatchItem>> steps;
    // The carrier may have been found just now: FOU needs a module of its own.
    if (plan.carrier == Carrier::Fou && !m_facts.loadedModules.contains("fou"_L1))
        steps.emplace_back(StepId::LoadModules, item(StepId::LoadModules, kernelModules(plan)));
    QStringList args;
    const auto add = [&](const QString &path, int mode, const QString &part, const QByteArray &content) {
        const auto sum = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
        args << path << QString::number(mode, 8) << part << QString::fromLatin1(sum) << QString::fromLatin1(content.toBase64());
    };
    if (m_takeOver)
        for (const auto &path : m_takeOver->files)
            add(path, 0644, u"aside"_s, m_takeOver->interfaces.join(u'\n').toLatin1());
    for (const auto &file : renderFiles(plan, m_site))
        add(file.path, file.mode, partWord(file.part), file.content);
    steps.emplace_back(StepId::StageFiles, item(StepId::StageFiles, args));
    const auto &pi = plan.pis[m_site];
    const QString owner = QLatin1String(networkOf(pi.addressing).name);
    steps.emplace_back(StepId::CheckNextBoot, item(StepId::CheckNextBoot, { owner, plan.bridgeName, pi.lanInterface }));
    if (arms)
        steps.push_back(arming());
    return runSteps(steps, 60s, stop).done();
}

Result<KeyValues> PiRun::runBatch(std::vector<BatchItem> items, std::chrono::milliseconds deadline, const std::stop_token &stop)
{
    auto open = shell(stop);
    if (!open)
        return open.error();
    const auto result = runToItsEnd(**open, batchCommand(std::move(items), deadline), stop);
    if (!result)
        return result.error();
    return KeyValues::parse(result->out);
}

Result<Done> PiRun::claim(const std::stop_token &stop)
{
    return runBatch({}, 30s, stop).done(); // which begins with claim.sh
}

void PiRun::claimAgain()
{
    if (m_shell && !m_shell->run(batchCommand({}, 30s)))
        m_shell.reset();
}

Result<Done> PiRun::endHalfDone(const std::stop_token &stop)
{
    const Error stopped { ErrorKind::Cancelled, {}, {}, {} };
    if (stop.stop_requested())
        return stopped;
    const auto answer = runRollback({ u"timer"_s }, 90s); // as if it had run out
    if (!answer || !answer->isYes("restarts"))
        return answer.done();
    // It goes down some seconds after it has said so; before, a connection would be to the Pi that is still there.
    m_restarted = true;
    m_shell.reset();
    sleepFor(goesDownWithin, stop);
    auto open = openPatiently(Route::Any, std::chrono::steady_clock::now() + bootPatience, stop);
    if (stop.stop_requested())
        return stopped;
    return open.done();
}

Result<Done> PiRun::remove(const Removal &removal)
{
    QStringList args { u"remove"_s };
    if (removal.packages)
        args << u"packages"_s;
    const BatchItem rollback { u"rollback"_s, piFile(u"rollback.sh"_s), args };
    const auto removed = runBatch({ arming(u"removal"_s), rollback }, removal.packages ? 10min : 2min, {}); // dpkg on a slow SD card
    if (!removed)
        return removed.error();
    if (!removal.ownKey.isEmpty())
        if (const auto open = shell({}); open)
            (void)takeOwnKey(**open, removal.ownKey); // its private half goes as well: what stays opens nothing to anybody
    return Done {};
}

Result<KeyValues> PiRun::runRollback(const QStringList &args, std::chrono::milliseconds deadline)
{
    // Without the run's stop token: a stop is the usual reason for being here.
    return runBatch({ { u"rollback"_s, piFile(u"rollback.sh"_s), args } }, deadline, {});
}

} // namespace twinlan
