// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/execute.h"

#include <libssh/callbacks.h>
#include <libssh/libssh.h>

namespace twinlan {

namespace {

using Clock = std::chrono::steady_clock;

// A script that leaves a program behind holding its stdout has ended all the same; sshd then sends the status but keeps
// the channel open. Output that is still on its way gets this long after the last byte.
constexpr std::chrono::seconds graceAfterExit { 1 };
// As much as libssh puts into two packets; more would only sit in its buffer.
constexpr qsizetype mostPerWrite = 64 * 1024;

class Execution
{
public:
    Execution(Link &link, std::span<const QByteArrayView> input, const LineSink &onLine);
    ~Execution();

    Result<CommandResult> run(const QByteArray &line, const Patience &patience);

private:
    static int onData(ssh_session, ssh_channel, void *data, uint32_t size, int isStderr, void *self);
    static void onStatus(ssh_session, ssh_channel, int status, void *self);
    static void onSignal(ssh_session, ssh_channel, const char *signal, int, const char *, const char *, void *self);

    std::optional<Error> start(const QByteArray &line, const Patience &patience);
    void feed();
    void tellLines();
    [[nodiscard]] bool hasEnded() const;
    [[nodiscard]] Result<CommandResult> outcome();

    Link &m_link;
    SshHandle<ssh_channel_struct> m_channel;
    ssh_channel_callbacks_struct m_callbacks {};
    std::span<const QByteArrayView> m_input;
    qsizetype m_fed = 0; // bytes of the first piece of m_input
    bool m_inputClosed = false;
    const LineSink &m_onLine;
    qsizetype m_told = 0; // bytes of m_result.out
    CommandResult m_result;
    std::optional<int> m_status;
    QString m_signal;
    Clock::time_point m_lastSign = Clock::now();
};

Execution::Execution(Link &link, std::span<const QByteArrayView> input, const LineSink &onLine)
    : m_link(link)
    , m_channel(ssh_channel_new(link.session()))
    , m_input(input)
    , m_onLine(onLine)
{
    ssh_callbacks_init(&m_callbacks);
    m_callbacks.userdata = this;
    m_callbacks.channel_data_function = &Execution::onData;
    m_callbacks.channel_exit_status_function = &Execution::onStatus;
    m_callbacks.channel_exit_signal_function = &Execution::onSignal;
    if (m_channel)
        ssh_set_channel_callbacks(m_channel.get(), &m_callbacks);
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
    (isStderr ? execution.m_result.err : execution.m_result.out)
        .append(static_cast<const char *>(data), static_cast<qsizetype>(size));
    execution.m_lastSign = Clock::now();
    return static_cast<int>(size);
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

std::optional<Error> Execution::start(const QByteArray &line, const Patience &patience)
{
    if (!m_channel)
        return m_link.error(ErrorKind::Internal);
    auto answer = m_link.repeat(SSH_AGAIN, patience, [this] { return ssh_channel_open_session(m_channel.get()); });
    if (answer && *answer == SSH_OK)
        answer = m_link.repeat(
            SSH_AGAIN, patience, [&] { return ssh_channel_request_exec(m_channel.get(), line.constData()); });
    if (!answer)
        return answer.error();
    if (*answer != SSH_OK)
        return m_link.error(m_link.isAlive() ? ErrorKind::Internal : ErrorKind::ConnectionLost);
    return std::nullopt;
}

void Execution::feed()
{
    while (!m_input.empty() && !m_link.hasUnsentBytes()) {
        const QByteArrayView rest = m_input.front().sliced(m_fed);
        const qsizetype window = ssh_channel_window_size(m_channel.get());
        const qsizetype size = std::min({ rest.size(), window, mostPerWrite });
        if (size > 0) {
            const int written = ssh_channel_write(m_channel.get(), rest.data(), static_cast<uint32_t>(size));
            if (written <= 0)
                return; // the command has closed its stdin, or the keys are being renewed
            m_fed += written;
        } else if (!rest.isEmpty()) {
            return; // the command is still busy with what it has
        }
        if (m_fed == m_input.front().size()) {
            m_input = m_input.subspan(1);
            m_fed = 0;
        }
    }
    if (m_input.empty() && !m_inputClosed) {
        ssh_channel_send_eof(m_channel.get());
        m_inputClosed = true;
    }
}

// Outside libssh's callbacks, so that the listener may do what it likes.
void Execution::tellLines()
{
    if (!m_onLine)
        return;
    for (;;) {
        const qsizetype end = m_result.out.indexOf('\n', m_told);
        if (end < 0)
            return;
        m_onLine(m_result.out.mid(m_told, end - m_told));
        m_told = end + 1;
    }
}

bool Execution::hasEnded() const
{
    if (ssh_channel_is_closed(m_channel.get()))
        return true;
    return m_status && Clock::now() - m_lastSign >= graceAfterExit;
}

Result<CommandResult> Execution::outcome()
{
    if (!m_signal.isEmpty())
        return m_link.error(ErrorKind::KilledBySignal, m_signal);
    if (!m_status && !m_link.isAlive())
        return m_link.error(ErrorKind::ConnectionLost);
    if (!m_status)
        return m_link.error(ErrorKind::ConnectionLost, QStringLiteral("the command ended without a status"));
    m_result.exitStatus = *m_status;
    return std::move(m_result);
}

Result<CommandResult> Execution::run(const QByteArray &line, const Patience &patience)
{
    if (const auto error = start(line, patience))
        return *error;
    for (;;) {
        feed();
        tellLines();
        if (hasEnded())
            return outcome();
        if (const auto error = m_link.wait(patience))
            return *error;
    }
}

} // namespace

Result<CommandResult> execute(Link &link, const QByteArray &line, std::span<const QByteArrayView> input,
    const Patience &patience, const LineSink &onLine)
{
    link.freshenPulse();
    return Execution(link, input, onLine).run(line, patience);
}

} // namespace twinlan
