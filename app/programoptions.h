// SPDX-License-Identifier: GPL-3.0-or-later
// What was asked for in a terminal: command, plan, and how to reach and sign in to the two Pis.
#pragma once

#include "app/exitcode.h"
#include "remote/setup/setuprun.h"
#include "wizard/backend/piaccess.h"

#include <QCommandLineParser>
#include <optional>
#include <utility>
#include <vector>

namespace twinlan {

// What --help says, in parts, for the manual page; in the language of now.
struct HelpText
{
    QString purpose;
    QString whereThePisAre;
    std::vector<std::pair<ExitCode, QString>> exitCodes;
    static HelpText inLanguageOfNow();
};

class ProgramOptions
{
public:
    ProgramOptions();

    [[nodiscard]] const QList<QCommandLineOption> &all() const { return m_all; } // in the order of the help

    // A sentence if the words make no sense.
    [[nodiscard]] std::optional<QString> parse(const QStringList &arguments);
    [[nodiscard]] bool has(const QString &option) const { return m_parser.isSet(option); }
    [[nodiscard]] QString help() const { return m_parser.helpText(); }
    [[nodiscard]] QString command() const { return m_parser.positionalArguments().value(0); }
    [[nodiscard]] QString planPath() const { return m_parser.positionalArguments().value(1); } // empty: the saved one
    [[nodiscard]] Removal removal() const; // what `undo` takes away
    // Fills `access`, and reads the passwords from standard input if they are to come from there. A sentence if that fails.
    [[nodiscard]] std::optional<QString> readAccess(const BridgePlan &plan, PiAccess &access) const;

private:
    QCommandLineParser m_parser;
    QList<QCommandLineOption> m_all;
};

} // namespace twinlan
