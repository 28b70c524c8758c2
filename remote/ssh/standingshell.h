// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/ssh/commandline.h"
#include "remote/ssh/livelink.h"

namespace twinlan {

struct Report;

// A root shell that goes on from one command to the next: becoming root anew, with a channel for it, costs a slow Pi 0.6 s each
// time, and a setup has seven commands in a row.
class StandingShell
{
public:
    // `password` counts for SudoWithPassword only. Both must outlive this.
    StandingShell(LiveLink &link, std::optional<RootWay> way, const Secret &password);
    ~StandingShell();
    StandingShell(const StandingShell &) = delete;
    StandingShell &operator=(const StandingShell &) = delete;

    // As execute(). After any error it is not open any more; what runs on the Pi then carries tag(). Nothing: whoever makes root
    // refused, with these words, and nothing has run.
    std::optional<Result<CommandResult>> run(const Command &command, const Patience &patience, const LineSink &onLine);
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] bool hasBegun() const; // as root
    [[nodiscard]] const QByteArray &tag() const { return m_opening.tag; }
    [[nodiscard]] const QByteArray &refusal() const { return m_refusal; }

private:
    LiveLink &m_link;
    CommandLine m_opening;
    std::shared_ptr<Report> m_report;
    LiveLink::ActivityHandle m_activity;
    bool m_isNew = true;
    bool m_isOpen = true;
    QByteArray m_refusal;
};

} // namespace twinlan
