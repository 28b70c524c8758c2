// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/commandline.h"

#include "remote/ssh/shellquote.h"

#include <QRandomGenerator>

namespace twinlan {

namespace {

// What a login shell prints, from whatever file of its owner's, is a greeting and no answer; and what sudo may have left on stdin is
// no command. So the program on the Pi speaks first, one word on each output, and then takes nothing for its own until it is told the
// same word. "$1" and "$2" are the halves of that word: a shell that shows each command as it runs it (set -x) shows it in two.
// No backslash, newline or "!" here: inside quotes they are not the same to bash, fish and csh.
constexpr char greet[]
    = R"sh(echo $1$2; echo $1$2 >&2; until IFS= read -r line || exit 125; [ "$line" = $1$2 ]; do :; done; unset line; shift 2; )sh";

// Reads the whole script before any of it runs, and not one byte more. With plain `sh -s` the first
// program in the script that reads stdin would eat the rest of the script.
constexpr char loadScript[] = R"sh(eval "$(head -c $1)")sh";

constexpr char becomeShell[] = "exec sh";

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
CommandLine makeLine(const QByteArray &sudo, const QByteArray &then, const QByteArray &argument = {})
{
    CommandLine made;
    made.tag = randomWord();
    const QByteArray first = randomWord();
    const QByteArray second = randomWord();
    made.hello = first + second + '\n';
    made.answer = '\n' + made.hello;
    made.line = "exec " + sudo + "env LC_ALL=C.UTF-8 TWINLAN_RUN=" + made.tag + " sh -c " + shellQuote(greet + then) + " sh " + first + ' '
        + second + ' ' + argument;
    return made;
}

// The password is for sudo alone, so it is sent only when sudo asks, and sudo asks in a way that nobody else can: it puts root's name
// for %U, which whoever shows the command does not do. -u root, so that it is this name whatever runas_default says. -k: a password
// that somebody typed a minute ago says nothing about the next command.
CommandLine makePasswordLine(const QByteArray &then, const QByteArray &argument = {})
{
    const QByteArray first = randomWord();
    const QByteArray second = randomWord();
    CommandLine made = makeLine("env LC_ALL=C.UTF-8 sudo -S -k -u root -p " + first + "%U" + second + ' ', then, argument);
    made.prompt = first + "root" + second;
    return made;
}

QByteArray quoted(const QStringList &arguments)
{
    QByteArray text;
    for (const QString &argument : arguments)
        text += ' ' + shellQuote(argument.toUtf8());
    return text;
}

} // namespace

CommandLine makeCommandLine(const Command &command, RootWay way)
{
    const QByteArray arguments = "set --" + quoted(command.args) + '\n';
    const QByteArray size = QByteArray::number(arguments.size() + command.script.size());
    if (!command.asRoot)
        way = RootWay::IsRoot;
    CommandLine made = way == RootWay::SudoWithPassword ? makePasswordLine(loadScript, size)
                                                        : makeLine(way == RootWay::Sudo ? "sudo -n -u root " : "", loadScript, size);
    made.arguments = arguments;
    made.script = command.script;
    return made;
}

CommandLine makeShellLine(std::optional<RootWay> way)
{
    if (way == RootWay::SudoWithPassword)
        return makePasswordLine(becomeShell);
    return makeLine(way == RootWay::IsRoot ? "" : (way == RootWay::Sudo ? "sudo -n -u root " : "sudo -n -k -u root "), becomeShell);
}

ShellJob makeShellJob(const Command &command)
{
    ShellJob made;
    made.lastWord = randomWord();
    made.text = "( set --" + quoted(command.args) + "\neval " + shellQuote(command.script) + "\n) </dev/null; printf '%s %d\\n' "
        + made.lastWord + " $?; echo " + made.lastWord + " >&2\n";
    return made;
}

std::array<QByteArrayView, 3> stdinPieces(const CommandLine &line)
{
    return { line.answer, line.arguments, line.script };
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
