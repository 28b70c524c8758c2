// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/commandline.h"

#include "remote/ssh/shellquote.h"

#include <QRandomGenerator>

namespace twinlan {

namespace {

// Reads the whole script before any of it runs. With plain `sh -s` the first program in the script that reads stdin
// would eat the rest of the script; here it finds an empty stdin.
constexpr char loadScript[] = R"sh(eval "$(cat)")sh";

// sudo reads one line for the password, and none if it changed its mind and needs no password. Whatever sudo left up to
// the marker, "$1", is not for the script: a password must never become its first line.
constexpr char skipToMarker[]
    = R"sh(until IFS= read -r line || exit 125; [ "$line" = "$1" ]; do :; done; unset line; shift; )sh";

// What is left on stdin is the input then, and the script is the next argument.
constexpr char shiftScript[] = R"sh(script=$1; shift; eval "$script")sh";

constexpr char passwordSudo[] = "sudo -S -k -p '' ";

constexpr char endTagged[] = R"sh(
tagged() {
    # The shell's own pattern: grep itself carries another tag and is not found.
    for file in $(grep -ls "TWINLAN_RUN=$1" /proc/[0-9]*/environ 2>/dev/null); do
        file=${file#/proc/}
        printf '%s ' "${file%/environ}"
    done
}
pids=$(tagged "$1")
[ -n "$pids" ] || exit 0
kill -s TERM $pids 2>/dev/null
for pause in 0.02 0.03 0.05 0.1 0.2 0.2 0.2 0.2; do
    sleep "$pause"
    pids=$(tagged "$1")
    [ -n "$pids" ] || exit 0
done
kill -s KILL $pids 2>/dev/null
exit 0
)sh";

QByteArray randomWord()
{
    return QByteArray::number(QRandomGenerator::system()->generate64(), 16);
}

// exec: no shell stays in between that would turn a death by signal into a status.
// C.UTF-8, not C: programs speak English all the same, but a name that its owner gave (a profile, a file) stays what it is. Under C
// nmcli says "????" for a Japanese one. Debian has it since 7, and where it is missing it means C.
QByteArray start(const QByteArray &sudo, const QByteArray &tag)
{
    return "exec " + sudo + "env LC_ALL=C.UTF-8 TWINLAN_RUN=" + tag + " sh";
}

QByteArray quoted(const QStringList &arguments)
{
    QByteArray text;
    for (const QString &argument : arguments)
        text += ' ' + shellQuote(argument.toUtf8());
    return text;
}

CommandLine makeLine(const Command &command, const QByteArray &sudo, const QByteArray &tagReader)
{
    CommandLine made;
    made.tag = randomWord();
    const bool scriptInArgv = !command.input.isEmpty();
    if (!scriptInArgv) {
        made.arguments = "set --" + quoted(command.args) + '\n';
        made.script = command.script;
    }

    made.line = start(sudo, made.tag) + " -c ";
    if (scriptInArgv && tagReader.isEmpty())
        made.line += shellQuote(command.script) + " sh";
    else
        made.line += shellQuote(tagReader + (scriptInArgv ? shiftScript : loadScript)) + " sh";
    if (!tagReader.isEmpty())
        made.line += ' ' + made.tag;
    if (scriptInArgv && !tagReader.isEmpty())
        made.line += ' ' + shellQuote(command.script);
    if (scriptInArgv)
        made.line += quoted(command.args);
    return made;
}

} // namespace

CommandLine makeCommandLine(const Command &command, RootWay way)
{
    if (!command.asRoot || way == RootWay::IsRoot)
        return makeLine(command, {}, {});
    if (way == RootWay::Sudo)
        return makeLine(command, "sudo -n ", {});
    CommandLine made = makeLine(command, passwordSudo, skipToMarker);
    made.marker = '\n' + made.tag + '\n'; // the first \n ends the password
    return made;
}

CommandLine makeShellLine(std::optional<RootWay> way)
{
    CommandLine made;
    made.tag = randomWord();
    if (way == RootWay::SudoWithPassword) {
        made.line = start(passwordSudo, made.tag) + " -c " + shellQuote(QByteArray(skipToMarker) + "exec sh") + " sh " + made.tag;
        made.marker = '\n' + made.tag + '\n';
        return made;
    }
    // -k: a password that somebody typed a minute ago says nothing about the next command.
    made.line = start(way == RootWay::IsRoot ? "" : way == RootWay::Sudo ? "sudo -n " : "sudo -n -k ", made.tag);
    return made;
}

ShellJob makeShellJob(const Command &command)
{
    ShellJob made;
    made.lastWord = randomWord();
    made.text = "( set --" + quoted(command.args) + "\neval " + shellQuote(command.script) + "\n) </dev/null; printf '%s %d\\n' "
        + made.lastWord + " $?; echo " + made.lastWord + " >&2\n";
    return made;
}

std::array<QByteArrayView, 5> stdinPieces(const CommandLine &line, const Command &command, const Secret *password)
{
    std::array<QByteArrayView, 5> pieces;
    if (password && !line.marker.isEmpty())
        pieces[0] = password->bytes();
    pieces[1] = line.marker;
    pieces[2] = line.arguments;
    pieces[3] = line.script;
    pieces[4] = command.input;
    return pieces;
}

Command endCommand(const QByteArray &tag, bool asRoot)
{
    // The longest way through endTagged, and the time of a slow Pi to look through /proc a few times.
    Command command;
    command.script = endTagged;
    command.args = { QString::fromLatin1(tag) };
    command.asRoot = asRoot;
    command.deadline = std::chrono::seconds(3);
    return command;
}

} // namespace twinlan
