// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/standingshell.h"

#include "remote/ssh/execution.h"

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

StandingShell::StandingShell(LiveLink &link, std::optional<RootWay> way, const Secret &password)
    : m_link(link)
    , m_opening(makeShellLine(way))
    , m_report(std::make_shared<Report>())
    , m_activity(link.add(std::make_unique<Execution>(m_opening, password, std::nullopt, m_report)))
{
}

StandingShell::~StandingShell() = default;

bool StandingShell::isOpen() const
{
    const std::lock_guard lock(m_report->mutex);
    return m_isOpen && !m_report->isOver;
}

bool StandingShell::hasBegun() const
{
    const std::lock_guard lock(m_report->mutex);
    return m_report->hasBegun;
}

std::optional<Result<CommandResult>> StandingShell::run(const Command &command, const Patience &patience, const LineSink &onLine)
{
    if (const auto kind = patience.over())
        return m_link.error(*kind, {});
    const ShellJob job = makeShellJob(command);
    const bool first = std::exchange(m_isNew, false);
    const std::array<QByteArrayView, 2> pieces { first ? QByteArrayView(m_opening.answer) : QByteArrayView(), job.text };
    {
        const std::lock_guard lock(m_report->mutex);
        m_report->wantsNews = true;
        m_report->news.clear();
        if (!m_report->isOver)
            m_report->outcome.reset();
        m_report->job = pieces;
        m_report->lastWord = job.lastWord;
    }
    m_link.wake();
    const auto onOwnLine = [&](const QByteArray &line) {
        if (onLine && !line.contains(job.lastWord))
            onLine(line);
    };
    auto result = follow(m_link, *m_report, patience, onOwnLine);
    const bool goesOn = result && isOpen();
    if (!goesOn) { // also so that nobody reads the pieces any more
        m_activity = {};
        m_isOpen = false;
    }
    if (!result || goesOn)
        return result;
    m_refusal = result->err;
    if (!hasBegun())
        return std::nullopt;
    return m_link.error(ErrorKind::Internal, u"the shell ended with %1"_s.arg(result->exitStatus));
}

} // namespace twinlan
