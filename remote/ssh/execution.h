// SPDX-License-Identifier: GPL-3.0-or-later
// What goes on over one channel of a link: the work behind execute() and StandingShell.
#pragma once

#include "remote/ssh/commandline.h"
#include "remote/ssh/livelink.h"

#include <QByteArrayView>
#include <condition_variable>
#include <libssh/callbacks.h>
#include <span>

namespace twinlan {

// What the link's thread and the caller, who waits for it, tell each other.
struct Report
{
    std::mutex mutex;
    std::condition_variable changed;
    bool wantsNews = false;
    QByteArray news; // stdout since the caller last looked
    std::optional<Result<CommandResult>> outcome;
    // For a shell that goes on: what it is to do next, until this word ends both its outputs, on stdout with the exit status
    // behind it. Both belong to the caller, as long as it waits.
    std::span<const QByteArrayView> job;
    QByteArray lastWord; // empty: nothing to do
    bool hasBegun = false; // the program has said hello
    bool sudoAsked = false; // for the password
    bool isOver = false; // the channel is gone; nothing more is heard of it
};

// One program on a channel of its own, from what its login shell and sudo say before it. Without an `input` it is a shell that takes
// one job after the other from the report. `password` and `input` must outlive it.
class Execution final : public Activity
{
public:
    Execution(const CommandLine &line, const Secret &password, std::optional<std::span<const QByteArrayView>> input,
        std::shared_ptr<Report> report);
    ~Execution() override;

    bool step(Link &link) override;

private:
    static int onData(ssh_session, ssh_channel, void *data, uint32_t size, int isStderr, void *self);
    static void onStatus(ssh_session, ssh_channel, int status, void *self);
    static void onSignal(ssh_session, ssh_channel, const char *signal, int, const char *, const char *, void *self);

    enum class Stage {
        New,
        OpensChannel,
        Requests,
        Runs
    };
    struct Ear // for one of the outputs
    {
        QByteArray before; // what came before hello
        bool heardHello = false;
    };
    struct Feed
    {
        std::span<const QByteArrayView> pieces;
        qsizetype fed = 0; // bytes of the first piece
    };

    int advance(Link &link); // SSH_OK: it runs, SSH_AGAIN: not yet
    void takeJob();
    [[nodiscard]] QByteArrayView ownPart(Ear &ear, QByteArrayView bytes); // what the program itself has said of it
    void speak(Link &link);
    bool feed(Link &link, Feed &feed); // true: all is gone
    void closeInput();
    [[nodiscard]] bool hasEnded() const;
    [[nodiscard]] std::optional<int> statusOfJob(); // once both outputs have its last word; that and what follows is cut off
    [[nodiscard]] Result<CommandResult> outcome(Link &link);
    void tell(Result<CommandResult> outcome, bool isOver);

    Stage m_stage = Stage::New;
    CommandLine m_line;
    const Secret &m_password;
    std::array<QByteArrayView, 2> m_passwordPieces;
    std::shared_ptr<Report> m_report;
    SshHandle<ssh_channel_struct> m_channel;
    ssh_channel_callbacks_struct m_callbacks {};
    Ear m_out;
    Ear m_err;
    int m_asked = 0; // times that sudo has asked for the password
    Feed m_passwordFeed;
    Feed m_input;
    bool m_inputClosed = false;
    bool m_stands = false; // a shell that goes on
    QByteArray m_lastWord; // of the job at hand
    CommandResult m_result;
    std::optional<int> m_status;
    QString m_signal;
    std::chrono::steady_clock::time_point m_lastSign = std::chrono::steady_clock::now();
};

// Waits for the outcome, and tells each line on the way.
Result<CommandResult> follow(LiveLink &link, Report &report, const Patience &patience, const LineSink &onLine);

} // namespace twinlan
