// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/diagnostics/localshell.h"

#include "remote/platform/platform.h"

#include <QProcess>
#include <QProcessEnvironment>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

using Clock = std::chrono::steady_clock;
constexpr int sliceMs = 100; // how long a stop may go unnoticed

// Hands each complete line of `unread` on, and keeps the rest.
void takeLines(QByteArray &unread, const LineSink &onLine)
{
    for (auto end = unread.indexOf('\n'); end >= 0; end = unread.indexOf('\n')) {
        onLine(unread.left(end));
        unread.remove(0, end + 1);
    }
}

} // namespace

LocalShell::LocalShell(QStringList prefix)
    : m_prefix(std::move(prefix))
{
}

QString LocalShell::host() const
{
    return u"localhost"_s;
}

Result<CommandResult> LocalShell::run(const Command &command, const std::stop_token &stop, const LineSink &onLine)
{
    const auto error = [this](ErrorKind kind, const QString &detail = {}) {
        return Error { kind, host(), {}, detail };
    };
    if (command.asRoot)
        return error(ErrorKind::SudoDenied, u"this computer is only measured from, never changed"_s);

    const QString shell = shellProgram();
    if (shell.isEmpty())
        return error(ErrorKind::CommandFailed, u"this computer has no shell that can measure"_s);
    auto words = m_prefix;
    words << shell;
    // As on a Pi (remote/ssh/commandline.cpp): the script is read whole before it runs, and finds its stdin empty.
    words << u"-c"_s << u"eval \"$(cat)\""_s << u"sh"_s << command.args;
    for (const auto &word : words)
        if (word.contains(QChar(0)))
            return error(ErrorKind::Internal, u"NUL in an argument"_s);

    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    process.setProcessEnvironment(environment);
    leadGroup(process); // diagnose.sh has many pings at once, which end with it
    const auto deadline = Clock::now() + command.deadline;
    process.start(words.takeFirst(), words);
    if (!process.waitForStarted())
        return error(ErrorKind::CommandFailed, process.errorString());
    process.write(command.script);
    process.closeWriteChannel();

    CommandResult result;
    QByteArray unread;
    // waitForReadyRead() drains stderr too; it is false both on silence and at the end.
    for (bool running = true; running;) {
        running = process.state() != QProcess::NotRunning;
        if (running)
            process.waitForReadyRead(sliceMs);
        const auto out = process.readAllStandardOutput();
        result.out += out;
        result.err += process.readAllStandardError();
        if (onLine) {
            unread += out;
            takeLines(unread, onLine);
        }
        if (running && (stop.stop_requested() || Clock::now() >= deadline)) {
            endGroup(process);
            process.waitForFinished();
            return error(stop.stop_requested() ? ErrorKind::Cancelled : ErrorKind::TimedOut);
        }
    }
    if (process.exitStatus() != QProcess::NormalExit)
        return error(ErrorKind::KilledBySignal, QString::number(process.exitCode()));
    result.exitStatus = process.exitCode();
    return result;
}

} // namespace twinlan
