// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programoptions.h"

#include "app/commands/subcommand.h"
#include "app/headlesstr.h"
#include "wizard/flow/savedsetup.h"
#include "wizard/words/words.h"

#include <QFile>
#include <cstdio>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

HelpText HelpText::inLanguageOfNow()
{
    return { Tr::tr("Joins two homes into one Ethernet segment. Without a command: opens the window."),
        Tr::tr("Raspberry Pi A is found at pis.a.lanHost of the plan; Raspberry Pi B at pis.b.tailnetAddress through A, or at pis.b.lanHost."),
        {
            { ExitDone, Tr::tr("done or nothing to do") },
            { ExitFailed, Tr::tr("failed", "what the program ended with") },
            { ExitUsage, Tr::tr("usage", "what the program ended with: the command line makes no sense") },
            { ExitToDo, Tr::tr("check: something to do") },
            { ExitStopped, Tr::tr("stopped", "what the program ended with") },
        } };
}

ProgramOptions::ProgramOptions()
{
    const HelpText words = HelpText::inLanguageOfNow();
    QString text = words.purpose + u"\n\n"_s + Tr::tr("Commands:", "before the list of them");
    QStringList commands;
    for (const Subcommand &command : allSubcommands()) {
        commands << QLatin1String(command.name);
        text += u"\n  %1 %2"_s.arg(command.synopsis().leftJustified(18), command.summary());
    }
    QStringList codes;
    for (const auto &[code, meaning] : words.exitCodes)
        codes << u"%1 %2"_s.arg(int(code)).arg(meaning);
    text += u"\n\n"_s + words.whereThePisAre + u"\n\n"_s + Tr::tr("Exit codes: %1", "a list: 0 done, 1 failed").arg(codes.join(Tr::tr(", ", "between exit codes")));
    m_parser.setApplicationDescription(text);
    m_all = {
        { { u"h"_s, u"help"_s }, Tr::tr("Show this help.") },
        { { u"v"_s, u"version"_s }, Tr::tr("Show the version.") },
        { u"json"_s, Tr::tr("Answer in JSON, one object a line.") },
        { u"lang"_s, Tr::tr("Language of the answers: ja or en."), u"ja|en"_s },
        { u"user"_s, Tr::tr("User on both Raspberry Pis."), u"name"_s, u"pi"_s },
        { u"port"_s, Tr::tr("SSH port of both Raspberry Pis."), u"number"_s, u"22"_s },
        { u"password-stdin"_s, Tr::tr("Read the passwords from standard input: one line for A, one for B (missing: the same).") },
        { u"key"_s, Tr::tr("Private key file for both Raspberry Pis."), u"file"_s },
        { u"known-hosts"_s, Tr::tr("File of the known host keys (default: the window's own)."), u"file"_s },
        { u"accept-new-host-key"_s, Tr::tr("Trust a Raspberry Pi that is met for the first time. A changed key is refused all the same.") },
        { u"take-over"_s, Tr::tr("apply, check: replace a network that was set up by hand. It is kept, and undo brings it back.") },
        { u"remove-packages"_s, Tr::tr("undo: also remove the packages that the setup installed, where nothing else needs them.") },
        { u"pi-b-gone"_s, Tr::tr("undo: Raspberry Pi B is gone; undo Raspberry Pi A only.") },
    };
    m_parser.addOptions(m_all);
    m_parser.addPositionalArgument(u"command"_s, commands.join(u" | "_s));
    m_parser.addPositionalArgument(u"plan"_s, Tr::tr("The plan (default: the settings that the window saved)."), u"[PLAN.json]"_s);
}

std::optional<QString> ProgramOptions::parse(const QStringList &arguments)
{
    if (!m_parser.parse(arguments))
        return m_parser.errorText();
    if (m_parser.isSet(u"help"_s) || m_parser.isSet(u"version"_s))
        return std::nullopt;
    const QStringList words = m_parser.positionalArguments();
    const Subcommand *command = subcommandNamed(words.value(0));
    if (!command || words.size() > 2 || (command->needsPlanFile && words.size() < 2))
        return m_parser.helpText();
    const int port = m_parser.value(u"port"_s).toInt();
    if (port < 1 || port > 65535)
        return Tr::tr("The port is a number from 1 to 65535.");
    return std::nullopt;
}

Removal ProgramOptions::removal() const
{
    return { m_parser.isSet(u"remove-packages"_s), m_parser.isSet(u"pi-b-gone"_s), SavedSetup::forUser().answers().ownKey };
}

std::optional<QString> ProgramOptions::readAccess(const BridgePlan &plan, PiAccess &access) const
{
    access.knownHosts.path = m_parser.isSet(u"known-hosts"_s) ? m_parser.value(u"known-hosts"_s) : SavedSetup::forUser().knownHostsPath();
    access.thisComputerInTailnet = PiAccess::computerIsInTailnet();
    PerSite<Secret> passwords;
    if (m_parser.isSet(u"password-stdin"_s)) {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly))
            return input.errorString();
        const auto readSecret = [&input] {
            QByteArray typed = input.readLine();
            while (typed.endsWith('\n') || typed.endsWith('\r'))
                typed.chop(1);
            return Secret(std::move(typed));
        };
        passwords.a = readSecret();
        passwords.b = readSecret();
        if (passwords.b.isEmpty())
            passwords.b = passwords.a.copy();
    }
    for (const Site site : bothSites) {
        PiAccess::Pi &pi = access.pis[site];
        pi.tailnetAddress = plan.pis[site].tailnetAddress;
        // A plan that was completed names Pi B's address in its own home, where another device of this home may live before
        // the homes are joined. So its Tailscale address goes first.
        pi.lanHost = site == Site::B && !pi.tailnetAddress.isEmpty() ? QString() : plan.pis[site].lanHost;
        pi.port = m_parser.value(u"port"_s).toInt();
        pi.user = m_parser.value(u"user"_s);
        pi.credentials.keyFile = m_parser.value(u"key"_s);
        pi.credentials.password = std::move(passwords[site]);
        const bool isGone = site == Site::B && removal().piBIsGone;
        if (!isGone && pi.lanHost.isEmpty() && pi.tailnetAddress.isEmpty())
            return Tr::tr("The plan does not say where %1 is (lanHost or tailnetAddress).").arg(piName(site));
    }
    return std::nullopt;
}

} // namespace twinlan
