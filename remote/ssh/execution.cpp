// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/execution.h"

#include <libssh/libssh.h>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

using Clock = std::chrono::steady_clock;

// A script that leaves a program behind holding its stdout has ended all the same; sshd then sends the status but keeps
// the channel open. Output that is still on its way gets this long after the last byte.
constexpr std::chrono::seconds graceAfterExit { 1 };
// As much as libssh puts into two packets; more would only sit in its buffer.
constexpr qsizetype mostPerWrite = 64 * 1024;
// Of a greeting: enough for sudo's last words behind it.
constexpr qsizetype mostBefore = 64 * 1024;
// How far behind a job's last word something else may stand that has come with it.
constexpr qsizetype mostBehind = 256 * 1024;

} // namespace

Execution::Execution(const CommandLine &line, const Secret &password, std::optional<std::span<const QByteArrayView>> input,
    std::shared_ptr<Report> report)
    : m_line(line)
    , m_password(password)
    , m_passwordPieces { QByteArrayView(password.bytes()), QByteArrayView("\n") }
    , m_report(std::move(report))
    , m_passwordFeed { m_passwordPieces }
    , m_input { input.value_or(std::span<const QByteArrayView>()) }
    , m_stands(!input)
{
    ssh_callbacks_init(&m_callbacks);
    m_callbacks.userdata = this;
    m_callbacks.channel_data_function = &Execution::onData;
    m_callbacks.channel_exit_status_function = &Execution::onStatus;
    m_callbacks.channel_exit_signal_function = &Execution::onSignal;
}

Execution::~Execution()
{
    // A channel lives on inside libssh until the server has closed it too, and must not call us any more.
    if (m_channel)
        ssh_remove_channel_callbacks(m_channel.get(), &m_callbacks);
}

int Execution::onData(ssh_session, ssh_channel, void *data, uint32_t size, int isStderr, void *self)
{
    auto &execution = *static_cast<Execution *>(self);
    const bool hadBegun = execution.m_out.heardHello;
    const int hadAsked = execution.m_asked;
    const QByteArrayView all(static_cast<const char *>(data), static_cast<qsizetype>(size));
    const QByteArrayView bytes = execution.ownPart(isStderr ? execution.m_err : execution.m_out, all);
    (isStderr ? execution.m_result.err : execution.m_result.out).append(bytes);
    execution.m_lastSign = Clock::now();
    Report &report = *execution.m_report;
    const bool isNews = !isStderr && report.wantsNews && !bytes.isEmpty();
    if (isNews || hadBegun != execution.m_out.heardHello || hadAsked != execution.m_asked) {
        const std::lock_guard lock(report.mutex);
        report.hasBegun = execution.m_out.heardHello;
        report.sudoAsked = execution.m_asked > 0;
        if (isNews)
            report.news.append(bytes);
        report.changed.notify_one();
    }
    return static_cast<int>(size);
}

QByteArrayView Execution::ownPart(Ear &ear, QByteArrayView bytes)
{
    if (ear.heardHello)
        return bytes;
    ear.before += bytes;
    if (&ear == &m_err && !m_line.prompt.isEmpty()) {
        for (qsizetype at; (at = ear.before.indexOf(m_line.prompt)) >= 0; ++m_asked)
            ear.before.remove(at, m_line.prompt.size());
    }
    const qsizetype at = ear.before.indexOf(m_line.hello);
    if (at < 0) {
        ear.before = ear.before.right(mostBefore);
        return {};
    }
    ear.heardHello = true;
    return bytes.last(ear.before.size() - at - m_line.hello.size());
}

void Execution::onStatus(ssh_session, ssh_channel, int status, void *self)
{
    auto &execution = *static_cast<Execution *>(self);
    execution.m_status = status;
    execution.m_lastSign = Clock::now();
}

void Execution::onSignal(ssh_session, ssh_channel, const char *signal, int, const char *, const char *, void *self)
{
    static_cast<Execution *>(self)->m_signal = QString::fromLatin1(signal);
}

int Execution::advance(Link &link)
{
    int answer = SSH_OK;
    if (m_stage == Stage::New) {
        m_channel.reset(ssh_channel_new(link.session()));
        if (!m_channel)
            return SSH_ERROR;
        ssh_set_channel_callbacks(m_channel.get(), &m_callbacks);
        m_stage = Stage::OpensChannel;
    }
    if (m_stage == Stage::OpensChannel) {
        answer = ssh_channel_open_session(m_channel.get());
        if (answer == SSH_OK)
            m_stage = Stage::Requests;
    }
    if (m_stage == Stage::Requests) {
        answer = ssh_channel_request_exec(m_channel.get(), m_line.line.constData());
        if (answer == SSH_OK)
            m_stage = Stage::Runs;
    }
    return answer;
}

void Execution::takeJob()
{
    const std::lock_guard lock(m_report->mutex);
    if (m_report->lastWord.isEmpty())
        return;
    m_input = { m_report->job };
    m_lastWord = std::exchange(m_report->lastWord, {});
    m_result = {};
}

void Execution::speak(Link &link)
{
    if (m_out.heardHello) {
        if (feed(link, m_input) && !m_stands)
            closeInput();
    } else if (m_asked > 1 || (m_asked == 1 && m_password.isEmpty())) {
        closeInput(); // what was refused once is refused again, and the account may be locked for it
    } else if (m_asked == 1) {
        feed(link, m_passwordFeed);
    }
}

bool Execution::feed(Link &link, Feed &feed)
{
    while (!feed.pieces.empty() && !link.hasUnsentBytes()) {
        const QByteArrayView rest = feed.pieces.front().sliced(feed.fed);
        const qsizetype window = ssh_channel_window_size(m_channel.get());
        const qsizetype size = std::min({ rest.size(), window, mostPerWrite });
        if (size > 0) {
            const int written = ssh_channel_write(m_channel.get(), rest.data(), static_cast<uint32_t>(size));
            if (written <= 0)
                return false; // the command has closed its stdin, or the keys are being renewed
            feed.fed += written;
        } else if (!rest.isEmpty()) {
            return false; // the command is still busy with what it has
        }
        if (feed.fed == feed.pieces.front().size()) {
            feed.pieces = feed.pieces.subspan(1);
            feed.fed = 0;
        }
    }
    return feed.pieces.empty();
}

void Execution::closeInput()
{
    if (!m_inputClosed)
        ssh_channel_send_eof(m_channel.get());
    m_inputClosed = true;
}

bool Execution::hasEnded() const
{
    if (ssh_channel_is_closed(m_channel.get()))
        return true;
    return m_status && Clock::now() - m_lastSign >= graceAfterExit;
}

std::optional<int> Execution::statusOfJob()
{
    if (m_lastWord.isEmpty())
        return std::nullopt;
    // Not at the very end: what a greeting has left in the background may speak at any time.
    const auto find = [this](const QByteArray &output, char behind) {
        return output.indexOf(m_lastWord + behind, std::max<qsizetype>(0, output.size() - mostBehind));
    };
    const qsizetype err = find(m_result.err, '\n');
    const qsizetype out = err < 0 ? -1 : find(m_result.out, ' ');
    const qsizetype end = out < 0 ? -1 : m_result.out.indexOf('\n', out);
    if (end < 0)
        return std::nullopt;
    const qsizetype status = out + m_lastWord.size();
    const int answer = m_result.out.sliced(status, end - status).trimmed().toInt();
    m_result.out.truncate(out);
    m_result.err.truncate(err);
    m_lastWord.clear();
    return answer;
}

Result<CommandResult> Execution::outcome(Link &link)
{
    if (!m_signal.isEmpty())
        return link.error(ErrorKind::KilledBySignal, m_signal);
    if (!m_status && !link.isAlive())
        return link.error(ErrorKind::ConnectionLost);
    if (!m_status)
        return link.error(ErrorKind::ConnectionLost, u"the command ended without a status"_s);
    m_result.exitStatus = *m_status;
    if (!m_out.heardHello)
        m_result.err = m_err.before; // why not
    return std::move(m_result);
}

void Execution::tell(Result<CommandResult> outcome, bool isOver)
{
    const std::lock_guard lock(m_report->mutex);
    m_report->outcome = std::move(outcome);
    m_report->isOver = isOver;
    m_report->changed.notify_one();
}

bool Execution::step(Link &link)
{
    const auto end = [this](Result<CommandResult> outcome) {
        tell(std::move(outcome), true);
        return false;
    };
    if (m_stage != Stage::Runs) {
        if (!link.isAlive())
            return end(link.error(ErrorKind::ConnectionLost));
        const int answer = advance(link);
        if (answer == SSH_AGAIN)
            return true;
        if (answer != SSH_OK)
            return end(link.error(link.isAlive() ? ErrorKind::Internal : ErrorKind::ConnectionLost));
    }
    takeJob();
    if (link.isAlive())
        speak(link);
    if (const auto status = statusOfJob()) {
        m_result.exitStatus = *status;
        tell(std::exchange(m_result, {}), false);
    }
    if (hasEnded() || !link.isAlive())
        return end(outcome(link));
    return true;
}

Result<CommandResult> follow(LiveLink &link, Report &report, const Patience &patience, const LineSink &onLine)
{
    QByteArray begun; // a line without its end
    std::unique_lock lock(report.mutex);
    for (;;) {
        while (!report.news.isEmpty()) {
            begun += std::exchange(report.news, {});
            lock.unlock(); // the listener may do what it likes
            qsizetype told = 0;
            for (qsizetype end = 0; (end = begun.indexOf('\n', told)) >= 0; told = end + 1)
                onLine(begun.mid(told, end - told));
            begun.remove(0, told);
            lock.lock();
        }
        if (report.outcome)
            return std::move(*report.outcome);
        if (const auto kind = patience.over())
            return link.error(*kind, {});
        report.changed.wait_for(lock, patience.slice(), [&] { return report.outcome || !report.news.isEmpty(); });
    }
}

} // namespace twinlan
