// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/package/describe.h"

#include "app/commands/subcommand.h"
#include "app/headlesstr.h"

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

// As roff shows it, whatever stands in it: no line of it is a request.
QString roff(QString text)
{
    text.replace(u'\\', u"\\e"_s).replace(u'-', u"\\-"_s);
    return text.startsWith(u'.') || text.startsWith(u'\'') ? u"\\&"_s + text : text;
}

QString section(const QString &title)
{
    return u".SH "_s + title + u'\n';
}

QString paragraph(const QString &text)
{
    return u".PP\n"_s + roff(text) + u'\n';
}

QString entry(const QString &boldTag, const QString &text)
{
    return u".TP\n.B "_s + roff(boldTag) + u'\n' + roff(text) + u'\n';
}

QString tagOf(const QCommandLineOption &option)
{
    QStringList names;
    for (const QString &name : option.names())
        names << (name.size() == 1 ? u"-"_s : u"--"_s) + name;
    return names.join(u", "_s) + (option.valueName().isEmpty() ? QString() : u' ' + option.valueName());
}

QString examples()
{
    const auto example = [](const QString &what, const QString &command) {
        return paragraph(what) + u".RS\n.nf\n"_s + roff(command) + u"\n.fi\n.RE\n"_s;
    };
    return example(Tr::tr("Open the window:"), u"twinlan"_s)
        + example(Tr::tr("What is in the way, and which steps would run:"), u"twinlan check plan.json --key ~/.ssh/id_ed25519"_s)
        + example(Tr::tr("Set both Raspberry Pis up; both passwords come from a file:"), u"twinlan apply plan.json --password-stdin < passwords"_s)
        + example(Tr::tr("The smallest plan:"),
            u"{ \"version\": 1, \"pis\": { \"a\": { \"lanHost\": \"192.168.1.81\" },\n"
            "                           \"b\": { \"tailnetAddress\": \"100.64.0.1\" } } }"_s);
}

} // namespace

QString manPage(const ProgramOptions &options)
{
    const HelpText help = HelpText::inLanguageOfNow();
    QString page = u".\\\" SPDX-License-Identifier: GPL-3.0-or-later\n.\\\" Made by twinlan-describe from what --help says.\n"_s;
    page += u".TH TWINLAN 1 %1 \"TwinLAN %2\" \"%3\"\n"_s.arg(
        QLatin1String(TWINLAN_RELEASE_DATE), QLatin1String(TWINLAN_VERSION), Tr::tr("User Commands", "kind of manual pages"));
    page += u".ad l\n"_s; // Japanese has no spaces that a line could be stretched by
    page += section(Tr::tr("NAME", "title of a part of the manual page")) + u"twinlan \\- "_s + roff(Tr::tr("join two homes into one network")) + u'\n';
    page += section(Tr::tr("SYNOPSIS", "title of a part of the manual page")) + u".B twinlan\n"_s;
    for (const Subcommand &command : allSubcommands())
        page += u".br\n.B twinlan\n"_s + roff(command.synopsis()) + u" [\\fI"_s + roff(Tr::tr("options", "in the manual page, after a command")) + u"\\fR]\n"_s;
    page += section(Tr::tr("DESCRIPTION", "title of a part of the manual page")) + paragraph(help.purpose) + paragraph(help.whereThePisAre);
    page += section(Tr::tr("COMMANDS", "title of a part of the manual page"));
    for (const Subcommand &command : allSubcommands())
        page += entry(command.synopsis(), command.summary());
    page += section(Tr::tr("OPTIONS", "title of a part of the manual page"));
    for (const QCommandLineOption &option : options.all())
        page += entry(tagOf(option), option.description());
    page += section(Tr::tr("EXIT STATUS", "title of a part of the manual page"));
    for (const auto &[code, meaning] : help.exitCodes)
        page += entry(QString::number(int(code)), meaning);
    page += section(Tr::tr("FILES", "title of a part of the manual page"));
    page += entry(u"~/.config/twinlan/plan.json"_s, Tr::tr("The settings that the window saved. It holds no password."));
    page += entry(u"~/.config/twinlan/known_hosts"_s, Tr::tr("The host keys by which the Raspberry Pis are recognised."));
    return page + section(Tr::tr("EXAMPLES", "title of a part of the manual page")) + examples();
}

} // namespace twinlan
