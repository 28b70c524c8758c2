// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/package/describe.h"

#include "app/commands/subcommand.h"

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList dashed(const QCommandLineOption &option)
{
    QStringList all;
    for (const QString &name : option.names())
        all << (name.size() == 1 ? u"-"_s : u"--"_s) + name;
    return all;
}

bool wantsFile(const QCommandLineOption &option)
{
    return option.valueName() == "file"_L1;
}

// "ja|en" of --lang; empty: no fixed list.
QStringList choices(const QCommandLineOption &option)
{
    return option.valueName().contains(u'|') ? option.valueName().split(u'|') : QStringList();
}

QStringList commandNames()
{
    QStringList names;
    for (const Subcommand &command : allSubcommands())
        names << QLatin1String(command.name);
    return names;
}

// For a shell's single quotes.
QString quoted(QString text)
{
    return text.replace(u'\'', u"'\\''"_s);
}

QString head(const QString &firstLine = {})
{
    return firstLine + u"# SPDX-License-Identifier: GPL-3.0-or-later\n# Made by twinlan-describe from the table of --help.\n"_s;
}

} // namespace

QString bashCompletion(const ProgramOptions &options)
{
    QStringList all;
    QStringList withValue;
    QString values;
    for (const QCommandLineOption &option : options.all()) {
        all << dashed(option);
        if (option.valueName().isEmpty())
            continue;
        withValue << dashed(option);
        const QString answer = wantsFile(option) ? u"compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")"_s
            : choices(option).isEmpty()          ? u":"_s
                                                 : u"mapfile -t COMPREPLY < <(compgen -W '%1' -- \"$cur\")"_s.arg(choices(option).join(u' '));
        values += u"    %1) %2; return ;;\n"_s.arg(dashed(option).join(u" | "_s), answer);
    }
    return head() + uR"(_twinlan()
{
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command='' i
    # "--lang=ja" comes as three words.
    if [[ $cur == '=' ]]; then cur=''; elif [[ $prev == '=' ]]; then prev=${COMP_WORDS[COMP_CWORD - 2]}; fi
    COMPREPLY=()
    case $prev in
%1    esac
    if [[ $cur == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W '%2' -- "$cur")
        return
    fi
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
        %3) i=$((i + 1)) ;;
        -*) ;;
        *) command=${COMP_WORDS[i]}; break ;;
        esac
    done
    if [[ -z $command ]]; then
        mapfile -t COMPREPLY < <(compgen -W '%4' -- "$cur")
    else
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -f -X '!*.json' -- "$cur"; compgen -d -- "$cur")
    fi
}
complete -F _twinlan twinlan
)"_s.arg(values, all.join(u' '), withValue.join(u" | "_s), commandNames().join(u' '));
}

QString zshCompletion(const ProgramOptions &options)
{
    // Inside "[…]" of _arguments, and before a colon.
    const auto described = [](QString text) { return quoted(text.replace(u'[', u"\\["_s).replace(u']', u"\\]"_s).replace(u':', u"\\:"_s)); };
    QString lines;
    for (const QCommandLineOption &option : options.all()) {
        const QString value = option.valueName().isEmpty() ? QString()
            : wantsFile(option)                            ? u":file:_files"_s
            : choices(option).isEmpty()                    ? u":%1: "_s.arg(option.valueName())
                                                           : u":%1:(%2)"_s.arg(option.valueName(), choices(option).join(u' '));
        const QStringList names = dashed(option);
        for (const QString &name : names) {
            const bool takesEquals = name.startsWith("--"_L1) && !value.isEmpty();
            lines += u"    '(%1)%2[%3]%4' \\\n"_s.arg(
                names.join(u' '), takesEquals ? name + u'=' : name, described(option.description()), value);
        }
    }
    QString commands;
    for (const Subcommand &command : allSubcommands())
        commands += u" %1\\:\"%2\""_s.arg(QLatin1String(command.name), described(command.summary()));
    return head(u"#compdef twinlan\n"_s) + u"_arguments -s \\\n"_s + lines
        + u"    '1:command:((%1))' \\\n    '2:plan:_files -g \"*.json\"'\n"_s.arg(commands.trimmed());
}

QString fishCompletion(const ProgramOptions &options)
{
    QString lines = head() + u"complete -c twinlan -f\n"_s;
    const QString names = commandNames().join(u' ');
    for (const Subcommand &command : allSubcommands())
        lines += u"complete -c twinlan -n 'not __fish_seen_subcommand_from %1' -a %2 -d '%3'\n"_s.arg(
            names, QLatin1String(command.name), quoted(command.summary()));
    lines += u"complete -c twinlan -n '__fish_seen_subcommand_from %1' -k -a '(__fish_complete_suffix .json)'\n"_s.arg(names);
    for (const QCommandLineOption &option : options.all()) {
        lines += u"complete -c twinlan"_s;
        for (const QString &name : option.names())
            lines += (name.size() == 1 ? u" -s "_s : u" -l "_s) + name;
        if (wantsFile(option))
            lines += u" -r -F"_s;
        else if (!choices(option).isEmpty())
            lines += u" -x -a '%1'"_s.arg(choices(option).join(u' '));
        else if (!option.valueName().isEmpty())
            lines += u" -x"_s;
        lines += u" -d '%1'\n"_s.arg(quoted(option.description()).replace(u"'\\''"_s, u"\\'"_s));
    }
    return lines;
}

} // namespace twinlan
